"""Names of people and organisations, as everybody else will see them."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

_ALLOWED_MARKS = "\u200c\u200d"  # zero-width joiners: several scripts need them


def visible(name: str) -> str:
    """Composed form. Control, direction-override and unassigned characters are refused: they make one name look like another.

    Errors: ValueError.
    """
    composed = unicodedata.normalize("NFC", name)
    if any(unicodedata.category(letter).startswith("C") and letter not in _ALLOWED_MARKS for letter in composed):
        raise ValueError("must not contain control characters")
    return composed


Name = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(visible)]
