"""Regular expressions, and LIKE patterns translated to them."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from local.cosmos.sql.errors import SqlError
from local.cosmos.sql.functions.registry import Registry
from local.cosmos.sql.values import UNDEFINED

BUILTINS: Final = Registry()
_FLAGS: Final = {"m": re.MULTILINE, "s": re.DOTALL, "i": re.IGNORECASE, "x": re.VERBOSE}


@lru_cache(maxsize=256)
def _compiled(pattern: str, modifiers: str) -> re.Pattern[str]:
    flags = re.NOFLAG
    for modifier in modifiers:
        flags |= _FLAGS[modifier]
    try:
        return re.compile(pattern, flags)
    except (re.error, OverflowError, RecursionError):
        raise SqlError("", f"The regular expression '{pattern}' is not valid.") from None


@BUILTINS.define("REGEXMATCH", 2, 3)
def regex_match(text: Any, pattern: Any, modifiers: Any = "") -> Any:
    """Whether the pattern is found anywhere; modifiers out of m, s, i, x. A broken pattern is an SqlError."""
    if type(text) is not str or type(pattern) is not str or type(modifiers) is not str:
        return UNDEFINED
    if not _FLAGS.keys() >= set(modifiers):
        return UNDEFINED
    return _compiled(pattern, modifiers).search(text) is not None


def like(text: Any, pattern: Any, escape: str) -> Any:
    """text LIKE pattern: % any run, _ one character, [a-f] one of, [^a-f] none of; the whole text has to match."""
    if type(text) is not str or type(pattern) is not str:
        return UNDEFINED
    return like_matcher(pattern, escape)(text) is not None


@lru_cache(maxsize=256)
def like_matcher(pattern: str, escape: str) -> Callable[[str], Any]:
    """The compiled matcher of a LIKE pattern; `escape` is "" or the character that makes the next one literal."""
    parts: list[str] = []
    position = 0
    while position < len(pattern):
        character = pattern[position]
        position += 1
        if escape and character == escape and position < len(pattern):
            parts.append(re.escape(pattern[position]))
            position += 1
        elif character == "%":
            parts.append(".*")
        elif character == "_":
            parts.append(".")
        elif character == "[" and (close := pattern.find("]", position + 1)) > 0:
            parts.append(_one_of(pattern[position:close]))
            position = close + 1
        else:
            parts.append(re.escape(character))
    return re.compile("".join(parts), re.DOTALL).fullmatch


def _one_of(inside: str) -> str:
    """The content of [...] as a character class; ranges keep their meaning, a range backwards matches nothing."""
    negated = inside.startswith("^")
    characters = inside[1:] if negated else inside
    parts: list[str] = []
    position = 0
    while position < len(characters):
        first = characters[position]
        if position + 2 < len(characters) and characters[position + 1] == "-":
            last = characters[position + 2]
            if first <= last:
                parts.append(f"{re.escape(first)}-{re.escape(last)}")
            position += 3
        else:
            parts.append(re.escape(first))
            position += 1
    if not parts:
        return "." if negated else "(?!)"
    return f"[{'^' if negated else ''}{''.join(parts)}]"
