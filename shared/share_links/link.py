"""What every link for people without an account is: a secret, an end, whom it belongs to, and what the organisation allows today.

The token is `<organisation>.<link>.<secret>`: it says by itself where the link is stored, so that one point read finds it.
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from pydantic import Field

from shared.identity.actor import Actor
from shared.identity.devices import in_words
from shared.identity.organisation_policies import SharingPolicy
from shared.kit.model import Entity, Moment
from shared.kit.places import network_of

PASSWORD_MIN_LENGTH = 8  # it is guessed through our throttle only, and whoever guesses needs the link first
KEPT = timedelta(days=90)  # a link after its end, and a use in the log
_SECRET_BYTES = 32
_TOKEN = re.compile(r"([0-7][0-9A-HJKMNP-TV-Z]{25})\.([0-7][0-9A-HJKMNP-TV-Z]{25})\.([A-Za-z0-9_-]{43})")


class LinkState(StrEnum):
    """`suspended`: the organisation by now asks for a password, and this link has none."""

    ACTIVE = "active"
    EXPIRED = "expired"
    USED_UP = "used_up"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


class Link(Entity):
    """`hashed` is of the secret; a revoked link has none any more."""

    note: str
    expires_at: Moment
    last_used_at: Moment | None = None
    hashed: str = Field(repr=False)
    password_hash: str | None = Field(repr=False)
    revoked_at: Moment | None = None
    ttl: int

    @property
    def actor(self) -> Actor:
        """Whoever holds the link, as what is recorded names them; links reach documents of every site."""
        return visitor_by(self.organisation_id, self.id)

    def ends_at(self, policy: SharingPolicy) -> datetime:
        """As the organisation allows today."""
        return min(self.expires_at, self.created_at + timedelta(days=policy.max_days))

    def lacks_password(self, policy: SharingPolicy) -> bool:
        return policy.password_required and self.password_hash is None

    def accepts(self, secret: str) -> bool:
        return hmac.compare_digest(self.hashed, hash_of(secret))

    def revoked(self, now: datetime) -> Self:
        return self.changed(now, revoked_at=now, hashed="", password_hash=None, ttl=seconds_kept(self.expires_at, now))


class LinkUse(Entity):
    """One line of a link's access log: a network and a kind of device, not an address."""

    link_id: str
    network: str
    device: str
    ttl: int = int(KEPT.total_seconds())


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request came from."""

    address: str
    user_agent: str

    @property
    def network(self) -> str:
        return network_of(self.address)

    @property
    def device(self) -> str:
        return in_words(self.user_agent)


def visitor_by(organisation_id: str, link_id: str) -> Actor:
    return Actor(link_id, organisation_id, None)


def seconds_kept(expires_at: datetime, now: datetime) -> int:
    """Counted by the store from the last write on."""
    return int((max(expires_at, now) - now + KEPT).total_seconds())


def new_secret() -> str:
    return secrets.token_urlsafe(_SECRET_BYTES)


def hash_of(secret: str) -> str:
    """The secret has 256 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(link: Link, secret: str) -> str:
    return f"{link.organisation_id}.{link.id}.{secret}"


def parts_of(token: str) -> tuple[str, str, str] | None:
    """Organisation, link, secret; None for what never was a token of ours."""
    found = _TOKEN.fullmatch(token)
    return None if found is None else (found[1], found[2], found[3])
