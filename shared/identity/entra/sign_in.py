"""Signing in with Microsoft Entra ID: from the page to the provider and back to a session of ours."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from shared.errors import DomainError
from shared.identity.entra.errors import (
    EntraCancelled,
    EntraNotConfigured,
    EntraRefused,
    EntraStartAgain,
)
from shared.identity.entra.flow import BegunFlow, Flows, local_path
from shared.identity.entra.grants import EntraGrants
from shared.identity.entra.provider import EntraProvider
from shared.identity.entra.settings import EntraSettings
from shared.identity.entra.tokens import EntraPerson, EntraTokens
from shared.identity.errors import SessionExpired
from shared.identity.member import Member
from shared.identity.records import NOBODY, Record
from shared.identity.sessions import Session

METHOD = "entra"
SIGNED_OUT = "/sign-in"


class Admissions(Protocol):
    """Who of a tenant is whom here; comes from the users."""

    async def admit(self, person: EntraPerson, invitation: str) -> Member:
        """Errors: EntraNotAdmitted, EntraAddressTaken, LinkInvalid, RequestInProgress."""
        ...

    async def link(self, person: EntraPerson, organisation_id: str, user_id: str) -> Member:
        """For somebody who is known already. Errors: EntraNotAdmitted, EntraAccountTaken."""
        ...

    async def follow(self, person: EntraPerson, user_id: str) -> None:
        """What the provider says of somebody now. Errors: EntraNotAdmitted."""
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """Where the browser goes, and what it has to bring back in a cookie."""

    url: str
    sealed: str


@dataclass(frozen=True, slots=True)
class EntraSignIn:
    settings: EntraSettings
    provider: EntraProvider
    tokens: EntraTokens
    grants: EntraGrants
    flows: Flows
    admissions: Admissions
    record: Record

    @property
    def is_on(self) -> bool:
        return self.settings.is_on

    def require(self) -> None:
        """Errors: EntraNotConfigured."""
        if not self.is_on:
            raise EntraNotConfigured

    async def begin(self, return_to: str, *, invitation: str = "", links: Member | None = None) -> Begun:
        """`return_to` that is no path of the page means its beginning. Errors: EntraNotConfigured, Unavailable."""
        self.require()
        flow = await self.provider.begin()
        organisation_id, user_id = (links.organisation_id, links.user_id) if links is not None else ("", "")
        begun = BegunFlow(flow, local_path(return_to), invitation, organisation_id, user_id)
        return Begun(flow["auth_uri"], self.flows.seal(begun))

    async def finish(self, sealed: str, answer: Mapping[str, str]) -> tuple[Member, BegunFlow]:
        """Who came back, once the provider, its signature and our own directory agree.

        Errors: EntraStartAgain, EntraCancelled, EntraRefused, EntraTokenInvalid, those of Admissions, Unavailable.
        """
        self.require()
        flow = self.flows.open(sealed)
        if not hmac.compare_digest(str(flow.msal["state"]).encode(), answer.get("state", "").encode()):
            raise EntraStartAgain
        try:
            return await self._finish(flow, answer), flow
        except DomainError as error:
            if not isinstance(error, EntraCancelled):
                await self.record("user.sign_in_failed", NOBODY, NOBODY, method=METHOD, reason=error.code)
            raise

    async def _finish(self, flow: BegunFlow, answer: Mapping[str, str]) -> Member:
        granted = await self.provider.redeem(flow.msal, answer)
        if granted.id_token is None:
            raise EntraRefused
        person = await self.tokens.verify_person(granted.id_token, str(flow.msal["nonce"]))
        if flow.user_id:
            member = await self.admissions.link(person, flow.organisation_id, flow.user_id)
        else:
            member = await self.admissions.admit(person, flow.invitation)
        await self.grants.keep(member.user_id, person, granted)
        return member

    async def renew(self, session: Session) -> None:
        """Is the person behind a session still good? Role and tenant are looked at again. Errors: SessionExpired, Unavailable."""
        try:
            self.require()
            if (person := await self.grants.check(session.user_id)) is not None:
                await self.admissions.follow(person, session.user_id)
        except DomainError as error:
            raise SessionExpired from error

    async def end_session_url(self, session: Session | None) -> str | None:
        """Where to end the session at the provider too; None when this one was not begun there. Errors: Unavailable."""
        if session is None or session.method != METHOD or not self.is_on:
            return None
        return await self.provider.end_session_url(self.settings.page_url.rstrip("/") + SIGNED_OUT)
