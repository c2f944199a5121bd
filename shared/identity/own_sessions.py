"""Where somebody is signed in, and ending it: with a session end its access tokens."""

import asyncio
from dataclasses import dataclass

from shared.identity.actor import Actor
from shared.identity.records import Record
from shared.identity.revocations import Revocations
from shared.identity.sessions import Session, Sessions


@dataclass(frozen=True, slots=True)
class OwnSessions:
    sessions: Sessions
    revocations: Revocations
    record: Record

    async def list_of(self, actor: Actor) -> list[Session]:
        """The last used first."""
        return await self.sessions.list_of(actor.user_id)

    async def end(self, actor: Actor, session_id: str) -> None:
        """One of the actor's own; what is not, or not any more, is ignored."""
        session = await self.sessions.get(actor.user_id, session_id)
        if session is None:
            return
        await self._end(session)
        await self.record("user.signed_out", actor.organisation_id, actor.user_id, sessionId=session_id)

    async def end_all(self, user_id: str, *, but: str = "") -> None:
        """Every session of a person, except the one with the id `but`."""
        while others := [session for session in await self.sessions.list_of(user_id) if session.id != but]:
            await self._end(*others)

    async def sign_out_everywhere(self, actor: Actor, user_id: str) -> None:
        """The actor's own sessions, or those of somebody they look after."""
        await self.revocations.revoke(user_id)
        await self.end_all(user_id)
        await self.record("user.signed_out_everywhere", actor.organisation_id, user_id, actor=actor.user_id)

    async def _end(self, *sessions: Session) -> None:
        await self.revocations.revoke(*(session.id for session in sessions))
        await asyncio.gather(*(self.sessions.end(session) for session in sessions))
