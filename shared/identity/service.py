"""Signing in, staying signed in, signing out."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.identity.credentials import Credentials
from shared.identity.errors import InvalidCredentials, SessionExpired, TooManyAttempts
from shared.identity.member import Member
from shared.identity.passwords import Passwords
from shared.identity.sessions import Family, Sessions
from shared.identity.tokens import Tokens
from shared.kit.cache import Cache

WINDOW = 15 * 60  # seconds
PER_ACCOUNT_AND_ADDRESS = 5  # a stranger elsewhere cannot lock somebody out with so few
PER_ACCOUNT = 50
PER_ADDRESS = 100

FindMember = Callable[[str, str], Awaitable[Member | None]]
RecordSignIn = Callable[[str, str, bool], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class SignedInSession:
    member: Member
    access_token: str
    refresh_token: str


@dataclass(frozen=True, slots=True)
class IdentityService:
    """`find_member(organisation, user)` and `record_sign_in(organisation, user, succeeded)` come from the users."""

    credentials: Credentials
    passwords: Passwords
    sessions: Sessions
    tokens: Tokens
    cache: Cache
    find_member: FindMember
    record_sign_in: RecordSignIn
    now: Callable[[], datetime]

    async def sign_in(self, email: str, password: str, *, address: str, device: str) -> SignedInSession:
        """Errors: TooManyAttempts, InvalidCredentials (the same, and as slow, for unknown, wrong and deactivated)."""
        await self._count(email, address)
        credential = await self.credentials.find(email)
        correct = await self.passwords.verify(credential.password_hash if credential else None, password)
        if credential is None:
            raise InvalidCredentials
        member = await self.find_member(credential.organisation_id, credential.user_id) if correct else None
        allowed = member is not None and member.is_active
        await self.record_sign_in(credential.organisation_id, credential.user_id, allowed)
        if member is None or not allowed:
            raise InvalidCredentials
        await self.cache.delete(_pair(email, address))
        return self._session(member, await self.sessions.begin(member.user_id, member.organisation_id, device))

    async def refresh(self, token: str) -> SignedInSession:
        """Role, scope and status are read anew. Errors: SessionExpired, SessionRevoked, RefreshInProgress."""
        family = await self.sessions.rotate(token)
        member = await self.find_member(family.organisation_id, family.user_id)
        if member is None or not member.is_active:
            await self.sessions.end(family.token)
            raise SessionExpired
        return self._session(member, family)

    async def sign_out(self, token: str) -> None:
        await self.sessions.end(token)

    def _session(self, member: Member, family: Family) -> SignedInSession:
        return SignedInSession(member, self.tokens.issue(member.actor, family.id, self.now()), family.token)

    async def _count(self, email: str, address: str) -> None:
        limits = (
            (_pair(email, address), PER_ACCOUNT_AND_ADDRESS),
            (f"signin:{_short(email)}", PER_ACCOUNT),
            (f"signin@{address}", PER_ADDRESS),
        )
        for key, limit in limits:
            if await self.cache.increment(key, WINDOW) > limit:
                raise TooManyAttempts(retry_after=WINDOW)


def _pair(email: str, address: str) -> str:
    return f"signin:{_short(email)}@{address}"


def _short(email: str) -> str:
    """Addresses are personal data: the cache holds their hash."""
    return hashlib.sha256(email.encode()).hexdigest()[:24]
