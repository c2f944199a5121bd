"""Accepting an invitation: the link out of the letter, a password, and the person belongs to the organisation."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from shared.errors import PetroConnectError, StaleVersion
from shared.identity.accounts import Account
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import LinkInvalid
from shared.identity.links import Link, Links, Purpose
from shared.identity.member import Member
from shared.identity.new_passwords import check_new_password
from shared.kit.repository import Activity
from shared.users.model import User, UserStatus
from shared.users.repository import UserRepository

ATTEMPTS = 5

Prove = Callable[[User, Credential], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Invitations:
    users: UserRepository
    credentials: Credentials
    links: Links
    now: Callable[[], datetime]

    async def read(self, token: str) -> Member:
        """Whom an open invitation is for. Errors: LinkInvalid."""
        link = await self.links.read(token, Purpose.INVITATION)
        await self._invited(link)
        member = await self.users.find_member(link.organisation_id, link.user_id)
        if member is None:
            raise LinkInvalid
        return member

    async def accept(self, token: str, password: str, name: str | None) -> Account:
        """Password first, then the person is active, then the link is spent: after a crash in between, the link works again.

        Errors: LinkInvalid, RequestInProgress, Invalid for a password that is refused.
        """
        invited, chosen = await self.read(token), list[Credential]()
        await check_new_password(password, replace(invited, name=f"{invited.name} {name or ''}"))

        async def choose(_user: User, credential: Credential) -> None:
            chosen.append(await self.credentials.set_password(credential, password))

        member = await self.accept_with(token, choose, name)
        return Account(member, chosen[-1])

    async def accept_with(self, token: str, prove: Prove, name: str | None = None) -> Member:
        """The same for whoever proves in another way who they are. Errors: LinkInvalid, RequestInProgress, those of `prove`."""
        link = await self.links.claim(token, Purpose.INVITATION)
        try:
            user, credential = await self._invited(link)
            await prove(user, credential)
            member = await self.join(user, name)
        except PetroConnectError:
            await self.links.release(link)
            raise
        await self.links.spend(link)
        return member

    async def join(self, user: User, name: str | None = None) -> Member:
        """Make an invited person active, however they will sign in. Errors: LinkInvalid when not invited any more, StaleVersion."""
        for _ in range(ATTEMPTS):
            try:
                await self._activate(user, name)
                break
            except (
                StaleVersion
            ):  # an admin changed them, or another admin joined: neither is the invited person's fault
                user = await self.users.get(user.organisation_id, user.id)
                if user.status is not UserStatus.INVITED:
                    raise LinkInvalid from None
        else:
            raise StaleVersion
        member = await self.users.find_member(user.organisation_id, user.id)
        if member is None:
            raise LinkInvalid
        return member

    async def _activate(self, user: User, name: str | None) -> None:
        now = self.now()
        joined = user.joined(name, now)
        await self.users.move(user, joined, Activity.of("user.joined", joined, actor=user.id, at=now))

    async def _invited(self, link: Link) -> tuple[User, Credential]:
        """Errors: LinkInvalid for somebody who has joined, was deactivated, or has another address by now."""
        user = await self.users.find(link.organisation_id, link.user_id)
        if user is None or user.status is not UserStatus.INVITED:
            raise LinkInvalid
        self.links.check_addressee(link, user.email)
        credential = await self.credentials.find(user.email)
        if credential is None or credential.user_id != user.id:
            raise LinkInvalid
        return user, credential
