"""A person who signs in with a password here: who they are, and what they prove it with."""

from dataclasses import dataclass
from typing import Self

from shared.identity.actor import Actor
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import NoPassword, SessionExpired
from shared.identity.member import Member
from shared.identity.records import FindMember


@dataclass(frozen=True, slots=True)
class Account:
    member: Member
    credential: Credential

    def with_credential(self, credential: Credential) -> Self:
        return type(self)(self.member, credential)


@dataclass(frozen=True, slots=True)
class Accounts:
    credentials: Credentials
    find_member: FindMember

    async def find(self, organisation_id: str, user_id: str) -> Account | None:
        """None for somebody who is not active, or has no password here."""
        member = await self.find_member(organisation_id, user_id)
        return None if member is None or not member.is_active else await self._with_credential(member)

    async def own(self, actor: Actor) -> Account:
        """Errors: SessionExpired, NoPassword."""
        member = await self.find_member(actor.organisation_id, actor.user_id)
        if member is None or not member.is_active:
            raise SessionExpired
        account = await self._with_credential(member)
        if account is None:
            raise NoPassword
        return account

    async def _with_credential(self, member: Member) -> Account | None:
        credential = await self.credentials.find(member.email)
        if credential is None or credential.user_id != member.user_id or credential.password_hash is None:
            return None
        return Account(member, credential)
