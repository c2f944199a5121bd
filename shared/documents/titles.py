"""What people call a document."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

_INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, halves of characters, line and paragraph breaks
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
MAX_TITLE = 300  # characters


def line(text: str) -> str:
    """One line of text. Errors: ValueError for control characters and for marks that change the direction of writing.

    Joiners stay: Persian, Hindi and emoji are spelt with them.
    """
    if any(unicodedata.category(letter) in _INVISIBLE or letter in _DIRECTIONS for letter in text):
        raise ValueError("must not contain control characters or marks that change the direction of writing")
    return text


Title = Annotated[str, Field(min_length=1, max_length=MAX_TITLE), AfterValidator(line)]
