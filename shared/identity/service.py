"""Signing in, staying signed in, signing out."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.identity.accounts import Account
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import InvalidCredentials, SessionExpired, SessionReused
from shared.identity.member import Member
from shared.identity.outcomes import SignedInSession, SignIn, Task
from shared.identity.passwords import Passwords
from shared.identity.records import NOBODY, FindMember, Record
from shared.identity.revocations import Revocations
from shared.identity.second_factor.challenges import Challenges
from shared.identity.sessions import Opened, Session, Sessions, secret_of
from shared.identity.throttle import Attempt, Throttle
from shared.identity.tokens import Tokens

Renew = Callable[[Session], Awaitable[None]]


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
    challenges: Challenges
    find_member: FindMember
    record: Record
    renewals: Mapping[str, Renew]
    now: Callable[[], datetime]

    async def sign_in(self, email: str, password: str, *, address: str, device: str) -> SignIn:
        """Errors: TooManyAttempts, InvalidCredentials (the same, and as slow, for unknown, wrong and deactivated)."""
        await self.throttle.admit(Attempt.SIGN_IN, email, address)
        credential = await self.credentials.find(email)
        correct = await self.passwords.verify(credential.password_hash if credential else None, password)
        member = await self._member(credential) if credential is not None and correct else None
        if credential is None or member is None or not member.is_active:
            await self._refuse(credential, "password" if not correct else "not_active")
            raise InvalidCredentials
        entered, _ = await asyncio.gather(
            self.enter(Account(member, credential), device, method="password"),
            self.credentials.renew_hash(credential, password),
        )
        if isinstance(entered, SignedInSession):
            await self.throttle.succeeded(Attempt.SIGN_IN, email, address)
        return entered

    async def enter(self, account: Account, device: str, *, method: str) -> SignIn:
        """For somebody who has proved with one factor who they are: a session, or a challenge where a second one is due."""
        member, credential = account.member, account.credential
        if credential.second_factor is not None:
            task = Task.SECOND_FACTOR
        elif member.second_factor_required:
            task = Task.ENROLMENT
        else:
            return await self.open_session(member, device, method=method)
        await self.record("user.challenged", member.organisation_id, member.user_id, method=method, task=task.value)
        return self.challenges.issue(account, task, method=method)

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
