"""What errors say, without what belongs to people: texts of errors quote values, and many read logs who must not see those."""

import re
import traceback

_SECRETS = (
    (re.compile(r"[\w.+%'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"), "<e-mail>"),
    (re.compile(r"\b(sig|code|token|secret|password)=[^&\s'\"]+", re.IGNORECASE), r"\1=<secret>"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), "<token>"),
    (re.compile(r"\b(Bearer|Basic|AccountKey=|SharedKey)\s*[\w+/=.:-]{8,}", re.IGNORECASE), r"\1 <secret>"),
    (re.compile(r"(input_value=)(.{0,400}?)(, input_type=)", re.DOTALL), r"\1<value>\3"),
)


def redacted(text: str) -> str:
    """E-mail addresses, signatures of URLs, tokens, keys, and the values that pydantic refuses are replaced."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text


def told(error: BaseException) -> str:
    """The traceback of an error and of what caused it."""
    return redacted("".join(traceback.format_exception(error)).rstrip())
