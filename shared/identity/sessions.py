"""Refresh families: one Cosmos item per sign-in, beside the others of the same person, its secret rotated at every use by compare-and-swap.

A secret that was retired a moment ago is tolerated (another tab lost the race); any other that is not the current one was stolen,
and the family is revoked. Only hashes are stored. (RFC 9700 section 4.14.2: refresh token rotation with reuse detection.)
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Self

from shared.errors import NotFound, StaleVersion, Unavailable
from shared.identity.errors import RefreshInProgress, SessionExpired, SessionReused, SessionRevoked
from shared.kit import telemetry
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container
from shared.kit.ids import is_id, new_id
from shared.kit.model import Entity, Moment, Wire
from shared.kit.query import Query

LIFE = timedelta(days=7)
GRACE = timedelta(seconds=10)
REVOKE_ATTEMPTS = 5
MAX_RETIRED = 20  # within GRACE; far more than tabs
MAX_DEVICE = 256  # characters of the user agent
MAX_LISTED = 100
_OF_USER = "SELECT TOP 100 * FROM c WHERE c.kind = 'session' AND c.revoked = false AND c.expiresAt > @now ORDER BY c.updatedAt DESC"


class Retired(Wire):
    hashed: str
    at: Moment


class Session(Entity):
    """`device` (the user agent) and `updated_at` (its last use) are for the person's own list of sessions."""

    kind: Literal["session"] = "session"
    user_id: str
    method: str = "password"  # how the person proved who they are
    device: str
    current: str
    retired: tuple[Retired, ...] = ()
    expires_at: Moment
    revoked: bool = False
    ttl: int

    @classmethod
    def begin(
        cls,
        user_id: str,
        organisation_id: str,
        device: str,
        secret: str,
        now: datetime,
        life: timedelta = LIFE,
        method: str = "password",
    ) -> Self:
        return cls(
            id=new_id(),
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=user_id,
            user_id=user_id,
            method=method,
            device=device[:MAX_DEVICE],
            current=hash_of(secret),
            expires_at=now + life,
            ttl=int(life.total_seconds()),
        )

    def check(self, secret: str, now: datetime) -> None:
        """May this secret be exchanged for the next? Errors: SessionExpired, SessionRevoked, RefreshInProgress, SessionReused."""
        if self.expires_at <= now:
            raise SessionExpired
        if self.revoked:
            raise SessionRevoked
        if hmac.compare_digest(hash_of(secret), self.current):
            return
        if any(hmac.compare_digest(hash_of(secret), old.hashed) for old in self._tolerated(now)):
            raise RefreshInProgress(retry_after=1)
        raise SessionReused

    def outlived(self, life: timedelta, idle: timedelta, now: datetime) -> bool:
        """Is it older, or unused for longer, than the organisation allows today? It may have allowed more at the beginning."""
        return self.created_at + life <= now or self.updated_at + idle <= now

    def knows(self, secret: str) -> bool:
        """Is this the current secret, or one retired lately?"""
        known = [self.current, *(old.hashed for old in self.retired)]
        return any(hmac.compare_digest(hash_of(secret), hashed) for hashed in known)

    def rotated(self, secret: str, now: datetime) -> Self:
        retired = (*self._tolerated(now), Retired(hashed=self.current, at=now))[-MAX_RETIRED:]
        return self.changed(now, current=hash_of(secret), retired=retired, ttl=self._seconds_left(now))

    def ended(self, now: datetime) -> Self:
        """Revoked, and kept so that whoever comes with a token of it is told why."""
        return self.changed(now, revoked=True, ttl=self._seconds_left(now))

    def _tolerated(self, now: datetime) -> tuple[Retired, ...]:
        return tuple(old for old in self.retired if old.at + GRACE > now)

    def _seconds_left(self, now: datetime) -> int:
        return max(1, int((self.expires_at - now).total_seconds()))


@dataclass(frozen=True, slots=True)
class Opened:
    """A session with the token that goes into the cookie; the token is stored nowhere."""

    session: Session
    token: str


@dataclass(frozen=True, slots=True)
class Sessions:
    container: Container
    now: Callable[[], datetime]

    async def begin(
        self, user_id: str, organisation_id: str, device: str, life: timedelta = LIFE, *, method: str = "password"
    ) -> Opened:
        secret = _new_secret()
        session = Session.begin(user_id, organisation_id, device, secret, self.now(), life, method)
        await self.container.create(session.to_item())
        return Opened(session, token_of(session, secret))

    async def find(self, token: str) -> Session | None:
        """The family a token names, whether the token is good or not."""
        user_id, session_id, _ = _parts(token)
        return await self.get(user_id, session_id)

    async def get(self, user_id: str, session_id: str) -> Session | None:
        if not is_id(user_id) or not is_id(session_id):
            return None
        item = await self.container.find(session_id, user_id)
        return Session.from_item(item) if item is not None and item["kind"] == "session" else None

    async def list_of(self, user_id: str) -> list[Session]:
        """The live sessions of a person, the last used first."""
        rows = await self.container.query(Query(_OF_USER, {"@now": to_wire(self.now())}), user_id, limit=MAX_LISTED)
        return [Session.from_item(row) for row in rows]

    async def check(self, session: Session, token: str) -> None:
        """Revokes the family when the token is an old one. Errors: those of `Session.check`."""
        try:
            session.check(secret_of(token), self.now())
        except SessionReused:
            telemetry.event("session.reused", session_id=session.id, user_id=session.user_id)
            await self._revoke(session)
            raise

    async def rotate(self, session: Session) -> Opened:
        """The same session with a fresh secret. Errors: RefreshInProgress when somebody else was faster, SessionExpired."""
        secret = _new_secret()
        rotated = session.rotated(secret, self.now())
        try:
            await self.container.replace(rotated.to_item(), session.etag)
        except StaleVersion as error:
            raise RefreshInProgress(retry_after=1) from error
        except NotFound as error:
            raise SessionExpired from error
        return Opened(rotated, token_of(session, secret))

    async def end(self, session: Session) -> None:
        """Forget the family; ending what has ended is fine."""
        await self.container.delete(session.id, session.user_id)

    async def _revoke(self, session: Session) -> None:
        """Whatever happens at the same moment. Errors: Unavailable when it never stands still."""
        for _ in range(REVOKE_ATTEMPTS):
            try:
                await self.container.replace(session.ended(self.now()).to_item(), session.etag)
                return
            except NotFound:
                return
            except StaleVersion:  # rotated meanwhile: whoever holds the newest secret may be the thief
                newest = await self.get(session.user_id, session.id)
                if newest is None or newest.revoked:
                    return
                session = newest
        raise Unavailable(retry_after=1)


def token_of(session: Session, secret: str) -> str:
    return f"{session.user_id}.{session.id}.{secret}"


def secret_of(token: str) -> str:
    return _parts(token)[2]


def _parts(token: str) -> tuple[str, str, str]:
    """User, session, secret; empty where a part is missing."""
    user_id, _, rest = token.partition(".")
    session_id, _, secret = rest.partition(".")
    return user_id, session_id, secret


def _new_secret() -> str:
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """The secret has 256 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
