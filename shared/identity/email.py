"""E-mail addresses as sign-in names: one spelling each, so that two that look alike are never two accounts."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

_ADDRESS = (  # compiled and kept by `re` on first use: it would be a tenth of our part of the import
    r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])"
)
_MAX_LOCAL = 64  # RFC 5321 section 4.5.3.1.1


def normalise(address: str) -> str:
    """The one spelling: compatibility forms (full-width letters, ligatures) folded, lower case.

    Letters beyond ASCII are refused, since those of other scripts imitate Latin ones, and folding the rest (ß to ss) would name
    somebody else's mailbox. Errors: ValueError.
    """
    folded = unicodedata.normalize("NFKC", address).strip()
    if not folded.isascii():
        raise ValueError("must be written in plain ASCII letters")
    folded = folded.lower()
    if not re.fullmatch(_ADDRESS, folded) or len(folded.partition("@")[0]) > _MAX_LOCAL:
        raise ValueError("must be an e-mail address")
    return folded


EmailAddress = Annotated[str, Field(max_length=254), AfterValidator(normalise)]
