"""Signing in, staying signed in, signing out."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import InvalidCredentials, SessionExpired, SessionReused
from shared.identity.member import Member
from shared.identity.passwords import Passwords
from shared.identity.revocations import Revocations
from shared.identity.sessions import Opened, Session, Sessions, secret_of
from shared.identity.throttle import Attempt, Throttle
from shared.identity.tokens import Tokens

NOBODY = "nobody"  # the partition of attempts on names that do not exist: they cost the same requests as those that do

FindMember = Callable[[str, str], Awaitable[Member | None]]
Renew = Callable[[Session], Awaitable[None]]


class Record(Protocol):
    async def __call__(self, happened: str, organisation_id: str, user_id: str, **data: str) -> None:
        """Keep an activity of the user's organisation."""
        ...


@dataclass(frozen=True, slots=True)
class SignedInSession:
    member: Member
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    seconds_left: int


@dataclass(frozen=True, slots=True)
class IdentityService:
    """`find_member(organisation, user)` and `record` come from the users. `renewals` are asked, by the method that opened a session,
    whether whoever vouched for the person still does. Errors of theirs: SessionExpired, Unavailable.
    """

    credentials: Credentials
    passwords: Passwords
    throttle: Throttle
    sessions: Sessions
    revocations: Revocations
    tokens: Tokens
    find_member: FindMember
    record: Record
    renewals: Mapping[str, Renew]
    now: Callable[[], datetime]

    async def sign_in(self, email: str, password: str, *, address: str, device: str) -> SignedInSession:
        """Errors: TooManyAttempts, InvalidCredentials (the same, and as slow, for unknown, wrong and deactivated)."""
        await self.throttle.admit(Attempt.SIGN_IN, email, address)
        credential = await self.credentials.find(email)
        correct = await self.passwords.verify(credential.password_hash if credential else None, password)
        member = await self._member(credential) if credential is not None and correct else None
        if credential is None or member is None or not member.is_active:
            await self._refuse(credential, "password" if not correct else "not_active")
            raise InvalidCredentials
        session, _ = await asyncio.gather(
            self.open_session(member, device, method="password"), self.credentials.renew_hash(credential, password)
        )
        await self.throttle.succeeded(Attempt.SIGN_IN, email, address)
        return session

    async def open_session(self, member: Member, device: str, *, method: str) -> SignedInSession:
        """For somebody who has proved who they are. Who gets a token is on record, and the other way round is harmless."""
        opened, _ = await asyncio.gather(
            self.sessions.begin(member.user_id, member.organisation_id, device, member.session_life, method=method),
            self.record("user.signed_in", member.organisation_id, member.user_id, method=method),
        )
        return self._answer(member, opened)

    async def refresh(self, token: str) -> SignedInSession:
        """Role, scope, status and the organisation's policy are read anew; the token is exchanged last, so that a failure loses nothing.

        Errors: SessionExpired, SessionRevoked, RefreshInProgress.
        """
        session = await self.sessions.find(token)
        if session is None:
            raise SessionExpired
        try:
            await self.sessions.check(session, token)
        except SessionReused:
            await asyncio.gather(
                self.revocations.revoke(session.id),
                self.record("user.session_revoked", session.organisation_id, session.user_id, sessionId=session.id),
            )
            raise
        await self._renew(session)
        member = await self.find_member(session.organisation_id, session.user_id)
        if member is None or not member.is_active or session.outlived(*member.policy.session_limits, self.now()):
            await self.sessions.end(session)
            raise SessionExpired
        return self._answer(member, await self.sessions.rotate(session))

    async def sign_out(self, token: str) -> Session | None:
        """Ends the session the token belongs to, with its access tokens, and answers it; anything else is ignored."""
        session = await self.sessions.find(token)
        if session is None or session.revoked or not session.knows(secret_of(token)):
            return None
        await asyncio.gather(
            self.sessions.end(session),
            self.revocations.revoke(session.id),
            self.record("user.signed_out", session.organisation_id, session.user_id, sessionId=session.id),
        )
        return session

    async def _renew(self, session: Session) -> None:
        """Errors: SessionExpired, after which the session and its access tokens have ended."""
        renew = self.renewals.get(session.method)
        if renew is None:
            return
        try:
            await renew(session)
        except SessionExpired:
            await asyncio.gather(
                self.sessions.end(session),
                self.revocations.revoke(session.id),
                self.record("user.session_ended", session.organisation_id, session.user_id, sessionId=session.id),
            )
            raise

    async def _member(self, credential: Credential) -> Member | None:
        return await self.find_member(credential.organisation_id, credential.user_id)

    async def _refuse(self, credential: Credential | None, reason: str) -> None:
        organisation_id = credential.organisation_id if credential is not None else NOBODY
        user_id = credential.user_id if credential is not None else NOBODY
        await self.record("user.sign_in_failed", organisation_id, user_id, reason=reason)

    def _answer(self, member: Member, opened: Opened) -> SignedInSession:
        session: Session = opened.session
        access = self.tokens.issue(member.in_session(session.id), self.now())
        seconds = max(0, math.ceil((session.expires_at - self.now()).total_seconds()))
        return SignedInSession(member, access, opened.token, seconds)
