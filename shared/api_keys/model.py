"""A machine of an organisation: a secret, or an application of Microsoft Entra ID, with permissions, a scope and an end.

The whole key is `pck_<organisation>_<key>_<secret>`: it says by itself where it is stored, so that one point read verifies it.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, Self

from shared.identity.actor import Actor
from shared.identity.permissions import FOR_PERSONS_ONLY, Permission
from shared.kit.model import Entity, Moment, Wire

PREFIX = "pck_"
MAX_LIFE = timedelta(days=366)  # a year, also when it has a 29 February
MAX_OVERLAP_HOURS = 168
_SECRET_BYTES = 32
_TOKEN = re.compile(rf"{PREFIX}([0-9A-HJKMNP-TV-Z]{{26}})_([0-9A-HJKMNP-TV-Z]{{26}})_([0-9a-f]{{{2 * _SECRET_BYTES}}})")


class ApiKeyState(StrEnum):
    ACTIVE = "active"
    EXPIRED = "expired"
    REVOKED = "revoked"


class EntraApplication(Wire):
    """The service principal that stands for a key; its own tokens are the secret."""

    tenant_id: str
    object_id: str


class FormerSecret(Wire):
    hashed: str
    until: Moment


class ApiKey(Entity):
    """`hashed` is None for an application. `former` is the secret before the last rotation, while it is still good."""

    kind: Literal["apiKey"] = "apiKey"
    name: str
    permissions: tuple[Permission, ...]
    site_ids: tuple[str, ...] | None
    expires_at: Moment
    hashed: str | None
    former: FormerSecret | None = None
    entra: EntraApplication | None = None
    last_used_at: Moment | None = None
    revoked_at: Moment | None = None

    @property
    def actor(self) -> Actor:
        granted = frozenset(self.permissions) - FOR_PERSONS_ONLY
        return Actor(self.id, self.organisation_id, None, self.site_ids, granted)

    def state(self, now: datetime) -> ApiKeyState:
        if self.revoked_at is not None:
            return ApiKeyState.REVOKED
        return ApiKeyState.ACTIVE if now < self.expires_at else ApiKeyState.EXPIRED

    def accepts(self, secret: str, now: datetime) -> bool:
        hashed = hash_of(secret)
        former = self.former.hashed if self.former is not None and now < self.former.until else None
        return any(hmac.compare_digest(hashed, known) for known in (self.hashed, former) if known is not None)

    def rotated(self, secret: str, overlap: timedelta, now: datetime) -> Self:
        """A secret from an earlier rotation ends with this one."""
        former = FormerSecret(hashed=self.hashed, until=now + overlap) if self.hashed and overlap else None
        return self.changed(now, hashed=hash_of(secret), former=former)

    def revoked(self, now: datetime) -> Self:
        return self.changed(now, revoked_at=now, hashed=None, former=None)

    def used(self, now: datetime) -> Self:
        """Nobody changed it, so `updated_at` stays."""
        return self.model_copy(update={"last_used_at": now})


@dataclass(frozen=True, slots=True)
class ApiKeyDraft:
    name: str
    permissions: tuple[Permission, ...]
    site_ids: tuple[str, ...] | None
    expires_at: datetime
    entra: EntraApplication | None = None


def new_secret() -> str:
    return secrets.token_hex(_SECRET_BYTES)


def hash_of(secret: str) -> str:
    """The secret has 256 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(key: ApiKey, secret: str) -> str:
    return f"{PREFIX}{key.organisation_id}_{key.id}_{secret}"


def parts_of(token: str) -> tuple[str, str, str] | None:
    """Organisation, key, secret; None for what never was a key of ours."""
    found = _TOKEN.fullmatch(token)
    return None if found is None else (found[1], found[2], found[3])
