"""Full-text predicates: whole words, case ignored. A phrase is its words in a row."""

import re
from functools import lru_cache
from typing import Any, Final

from local.cosmos.sql.functions.registry import Registry
from local.cosmos.sql.values import UNDEFINED

BUILTINS: Final = Registry()
_define = BUILTINS.define
FULL_TEXT: Final = frozenset({"FULLTEXTCONTAINS", "FULLTEXTCONTAINSALL", "FULLTEXTCONTAINSANY"})
_WORD: Final = re.compile(r"\w+")


def words(text: str) -> str:
    """The words of a text with single spaces between: letters, digits and _, case folded."""
    return " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=1024)
def _needle(phrase: str) -> str:
    return f" {words(phrase)} "


@lru_cache(maxsize=1)
def _padded(text: str) -> str:
    """Spaces around, so that a word is found only whole. Several phrases look at the same text in a row."""
    return f" {words(text)} "


@_define("FULLTEXTCONTAINS", 2)
def full_text_contains(text: Any, phrase: Any) -> Any:
    return full_text_contains_all(text, phrase)


@_define("FULLTEXTCONTAINSALL", 2, None)
def full_text_contains_all(text: Any, *phrases: Any) -> Any:
    if type(text) is not str or any(type(phrase) is not str for phrase in phrases):
        return UNDEFINED
    return all(_found(text, phrase) for phrase in phrases)


@_define("FULLTEXTCONTAINSANY", 2, None)
def full_text_contains_any(text: Any, *phrases: Any) -> Any:
    if type(text) is not str or any(type(phrase) is not str for phrase in phrases):
        return UNDEFINED
    return any(_found(text, phrase) for phrase in phrases)


def _found(text: str, phrase: str) -> bool:
    """A phrase without any word is in no text. What stands there as it is, between spaces, need not be looked for word by word."""
    needle = _needle(phrase)
    return bool(needle.strip()) and (needle in text or needle in _padded(text))
