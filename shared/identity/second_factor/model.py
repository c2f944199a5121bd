"""The second factor of a person, as it is kept with their sign-in name: an authenticator app, and recovery codes for when it is lost.

A code is good once: the time step of the last one used is kept, and only a later one counts (RFC 6238 section 5.2).
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from typing import Any, Self

from pydantic import Field

from shared.kit.model import Moment, Wire

RECOVERY_CODES = 10
ENROLMENT_LIFE = timedelta(minutes=15)

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"  # without I, L, O and U, which are read as others
_GROUPS, _GROUP = 4, 4  # 80 bits: so much chance that a plain hash is enough
_MISREAD = str.maketrans("ILO", "110", "- ")


class SecondFactor(Wire):
    """`sealed` is the secret, `recovery` the hashes of the recovery codes left."""

    sealed: str = Field(repr=False)
    confirmed_at: Moment
    last_step: int
    recovery: tuple[str, ...] = Field(repr=False)

    @classmethod
    def of(cls, item: dict[str, Any] | None) -> Self | None:
        return None if item is None else cls.model_validate(item)

    def to_item(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)

    def after_step(self, step: int | None) -> Self | None:
        """With this code used; None when there is none or it was used before."""
        if step is None or step <= self.last_step:
            return None
        return self.model_copy(update={"last_step": step})

    def without(self, recovery_code: str) -> Self | None:
        """With this recovery code used; None when it is none of those left."""
        given = hash_of(recovery_code)
        left = tuple(hashed for hashed in self.recovery if not hmac.compare_digest(hashed, given))
        return self.with_recovery(left) if len(left) < len(self.recovery) else None

    def with_recovery(self, hashes: tuple[str, ...]) -> Self:
        return self.model_copy(update={"recovery": hashes})


class Enrolment(Wire):
    """A secret that nobody has proved to have yet."""

    sealed: str = Field(repr=False)
    expires_at: Moment

    @classmethod
    def of(cls, item: dict[str, Any] | None) -> Self | None:
        return None if item is None else cls.model_validate(item)

    def to_item(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)

    def is_open(self, now: datetime) -> bool:
        return self.expires_at > now


def new_recovery_codes() -> list[str]:
    """Shown once: `XXXX-XXXX-XXXX-XXXX` each."""
    return [_new_recovery_code() for _ in range(RECOVERY_CODES)]


def hash_of(recovery_code: str) -> str:
    """However it was typed."""
    return hashlib.sha256(recovery_code.upper().translate(_MISREAD).encode()).hexdigest()


def _new_recovery_code() -> str:
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_GROUPS * _GROUP))
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
