"""E-mail addresses as sign-in names: one spelling each, so that two that look alike are never two accounts."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

_ADDRESS = re.compile(
    r"^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$"
)


def normalise(address: str) -> str:
    """Compatibility forms folded, lower case, ASCII only: letters of other scripts imitate Latin ones. Errors: ValueError."""
    folded = unicodedata.normalize("NFKC", address).strip().casefold()
    if not _ADDRESS.match(folded) or ".." in folded or folded.startswith("."):
        raise ValueError("must be an e-mail address in plain ASCII letters")
    return folded


EmailAddress = Annotated[str, Field(max_length=254), AfterValidator(normalise)]
