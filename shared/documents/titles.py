"""What people call a document and its file, and what they say about it before it comes."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

_INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, halves of characters, line and paragraph breaks
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_SEPARATORS = re.compile(r"[/\\]")
MAX_TITLE = 300  # characters
MAX_INT = 2**53 - 1  # what JSON carries exactly


def line(text: str) -> str:
    """One line of text. Errors: ValueError for control characters and for marks that change the direction of writing.

    Joiners stay: Persian, Hindi and emoji are spelt with them.
    """
    if any(unicodedata.category(letter) in _INVISIBLE or letter in _DIRECTIONS for letter in text):
        raise ValueError("must not contain control characters or marks that change the direction of writing")
    return text


Title = Annotated[str, Field(min_length=1, max_length=MAX_TITLE), AfterValidator(line)]


def file_name(name: str) -> str:
    """The name as people know it, letter by letter. Errors: ValueError for paths."""
    if _SEPARATORS.search(name) or name in {".", ".."}:
        raise ValueError("must be a file name, not a path")
    return line(name)


FileName = Annotated[str, Field(min_length=1, max_length=255), AfterValidator(file_name)]
SizeBytes = Annotated[int, Field(ge=1, le=MAX_INT, strict=True)]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="of the whole file, lower-case hex")]
MediaType = Annotated[
    str,
    Field(
        pattern=r"^[a-zA-Z0-9!#$&^_.+-]{1,127}/[a-zA-Z0-9!#$&^_.+-]{1,127}$",
        description="what the client takes it for; the real type is looked at",
    ),
]
