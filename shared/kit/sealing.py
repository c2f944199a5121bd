"""Secrets that have to be read again (a TOTP seed, a link still to be sent): encrypted before they reach a store.

Fernet (AES-128-CBC with HMAC-SHA256); the first key seals, all open, so keys rotate by putting a new one in front.
"""

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class Unsealable(ValueError):
    """Not sealed with any key there is, altered, or older than allowed."""


@dataclass(frozen=True)
class Sealer:
    """`keys` are Fernet keys (32 bytes, URL-safe base64), separated by commas."""

    keys: str = field(repr=False)

    def seal(self, secret: str) -> str:
        """Text that only this deployment can open."""
        return self._fernet.encrypt(secret.encode()).decode()

    def open(self, sealed: str, *, max_age: int | None = None) -> str:
        """`max_age` in seconds since it was sealed. Errors: Unsealable."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(sealed, ttl=max_age).decode()
        except (InvalidToken, TypeError, ValueError) as error:
            raise Unsealable from error

    def renew(self, sealed: str) -> str:
        """The same secret, of the same age, sealed with the first key; unchanged when it is already. Errors: Unsealable."""
        from cryptography.fernet import Fernet, InvalidToken

        newest = Fernet(self.keys.split(",")[0].strip())
        try:
            newest.extract_timestamp(sealed)  # checks the signature, opens nothing
        except InvalidToken:
            pass
        else:
            return sealed
        try:
            return self._fernet.rotate(sealed).decode()
        except (InvalidToken, TypeError, ValueError) as error:
            raise Unsealable from error

    @functools.cached_property
    def _fernet(self) -> "MultiFernet":
        """Errors: ValueError, which repeats nothing of the keys."""
        from cryptography.fernet import Fernet, MultiFernet

        try:
            return MultiFernet([Fernet(key.strip()) for key in self.keys.split(",")])
        except ValueError:
            raise ValueError("PROTECTION_KEYS is not a list of Fernet keys") from None
