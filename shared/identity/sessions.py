"""Refresh families: one Cosmos item per sign-in, its secret rotated at every use by compare-and-swap.

The secret before the current one is tolerated for a few seconds (a second tab lost the race); used later it was stolen, and the
family is revoked. Only hashes are stored. (RFC 9700 section 4.14.2: refresh token rotation with reuse detection.)
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.errors import StaleVersion
from shared.identity.errors import RefreshInProgress, SessionExpired, SessionRevoked
from shared.kit import telemetry
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container, Item
from shared.kit.ids import is_id, new_id

LIFE = timedelta(days=7)
GRACE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Family:
    """A session after signing in or refreshing; `token` goes into the cookie and is stored nowhere."""

    id: str
    user_id: str
    organisation_id: str
    token: str


@dataclass(frozen=True, slots=True)
class Sessions:
    container: Container
    now: Callable[[], datetime]

    async def begin(self, user_id: str, organisation_id: str, device: str) -> Family:
        """A new family; `device` is the user agent, kept for the list of one's own sessions."""
        family_id, secret, now = new_id(), secrets.token_urlsafe(32), self.now()
        await self.container.create(
            {
                "id": family_id,
                "kind": "session",
                "userId": user_id,
                "organisationId": organisation_id,
                "device": device[:256],
                "current": _hash(secret),
                "previous": None,
                "rotatedAt": to_wire(now),
                "createdAt": to_wire(now),
                "expiresAt": to_wire(now + LIFE),
                "revoked": False,
                "ttl": int(LIFE.total_seconds()),
            }
        )
        return Family(family_id, user_id, organisation_id, f"{family_id}.{secret}")

    async def rotate(self, token: str) -> Family:
        """The same session with a fresh secret. Errors: SessionExpired, SessionRevoked, RefreshInProgress."""
        family_id, _, secret = token.partition(".")
        stored = await self._find(family_id)
        if stored is None or stored["expiresAt"] <= to_wire(self.now()):
            raise SessionExpired
        if stored["revoked"]:
            raise SessionRevoked
        if not _matches(secret, stored["current"]):
            await self._suspect(stored, secret)
        fresh = secrets.token_urlsafe(32)
        rotated = {**stored, "current": _hash(fresh), "previous": stored["current"], "rotatedAt": to_wire(self.now())}
        try:
            await self.container.replace(rotated, stored["_etag"])
        except StaleVersion as error:
            raise RefreshInProgress(retry_after=1) from error
        return Family(family_id, stored["userId"], stored["organisationId"], f"{family_id}.{fresh}")

    async def end(self, token: str) -> None:
        """Sign out: forget the family, if the token is one of its own. Ending what has ended is fine."""
        family_id, _, secret = token.partition(".")
        stored = await self._find(family_id)
        if stored is not None and (_matches(secret, stored["current"]) or _matches(secret, stored["previous"])):
            await self.container.delete(family_id, family_id)

    async def _find(self, family_id: str) -> Item | None:
        return await self.container.find(family_id, family_id) if is_id(family_id) else None

    async def _suspect(self, stored: Item, secret: str) -> None:
        """Not the current secret: a lost race, a theft, or nonsense. Always raises."""
        if not _matches(secret, stored["previous"]):
            raise SessionExpired
        if datetime.fromisoformat(stored["rotatedAt"]) + GRACE > self.now():
            raise RefreshInProgress(retry_after=1)
        telemetry.event("session.reused", user_id=stored["userId"], session_id=stored["id"])
        try:
            await self.container.replace({**stored, "revoked": True}, stored["_etag"])
        except StaleVersion:  # rotated at this very moment: whoever holds the newest secret may be the thief
            newest = await self.container.find(stored["id"], stored["id"])
            if newest is not None:
                await self.container.upsert({**newest, "revoked": True})
        raise SessionRevoked


def _hash(secret: str) -> str:
    """The secret has 256 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _matches(secret: str, hashed: str | None) -> bool:
    return hashed is not None and hmac.compare_digest(_hash(secret), hashed)
