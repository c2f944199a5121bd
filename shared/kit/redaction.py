"""What errors say, without what belongs to people: texts of errors quote values, and many read logs who must not see those."""

import re
import traceback

_NAMED = r"[\w-]{0,40}(?:token|secret|password|assertion)"
_SECRETS = (
    (re.compile(r"[\w.+%'!#$*^`{|}~-]{1,100}(?:@|%(?:25)*40)[\w-]+(?:(?:\.|%2E)[\w-]+)+", re.IGNORECASE), "<e-mail>"),
    (re.compile(rf"\b(sig|code|{_NAMED})=[^&\s'\"]+", re.IGNORECASE), r"\1=<secret>"),
    (re.compile(rf"""(["']{_NAMED}["']\s*:\s*)(["']).*?(?<!\\)\2""", re.IGNORECASE), r"\1\2<secret>\2"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), "<token>"),
    (re.compile(r"\bpck_\w+"), "<key>"),  # ours: shared/api_keys/model.py
    (
        re.compile(r"(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{43}(?![\w-])"),
        "<token>",
    ),  # 32 random bytes
    (re.compile(r"\b(Bearer|Basic|AccountKey=|SharedKey)\s*[\w+/=.:-]{8,}", re.IGNORECASE), r"\1 <secret>"),
    (re.compile(r"(input_value=)(.{0,400}?)(, input_type=)", re.DOTALL), r"\1<value>\3"),
)
_LONGEST = 30_000  # characters; the exporter keeps no more, and looking takes time


def redacted(text: str) -> str:
    """E-mail addresses, signatures of URLs, tokens, keys, and the values that pydantic refuses are replaced.

    Of long texts the middle is left out.
    """
    if len(text) > _LONGEST:  # between words, so that no half of an address is left
        half = _LONGEST // 2
        text = f"{text[:half].rsplit(maxsplit=1)[0]} ... {text[-half:].split(maxsplit=1)[-1]}"
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text


def told(error: BaseException) -> str:
    """The traceback of an error and of what caused it."""
    return redacted("".join(traceback.format_exception(error)).rstrip())
