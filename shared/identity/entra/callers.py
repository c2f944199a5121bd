"""Callers that present an access token of Microsoft Entra ID instead of one of ours: a person through another app, or an app for itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.identity.actor import Actor
from shared.identity.entra.directory import Account, EntraDirectory
from shared.identity.entra.settings import EntraSettings
from shared.identity.entra.tokens import EntraCaller, EntraTokens
from shared.identity.errors import TokenInvalid
from shared.identity.records import FindMember

KNOWN_FOR = timedelta(seconds=30)  # how long a change here may take to be heard by such a caller
MAX_KNOWN = 1000

ActorOf = Callable[[str, str], Awaitable[Actor]]


@dataclass(frozen=True, slots=True)
class Known:
    """`person` is None for an application: its key knows by itself, and sooner, when it has ended."""

    until: datetime
    account: Account
    person: Actor | None


@dataclass(slots=True)
class EntraCallers:
    """`actor_of(organisation, key)` is the actor of an API key. Errors: TokenInvalid when there is none, or it has ended."""

    settings: EntraSettings
    tokens: EntraTokens
    directory: EntraDirectory
    find_member: FindMember
    actor_of: ActorOf
    now: Callable[[], datetime]
    _known: dict[EntraCaller, Known] = field(default_factory=dict)

    def issued(self, issuer: str) -> bool:
        """Would this be the place to ask about a token of that issuer? Arithmetic only."""
        return self.settings.is_on and self.settings.tenant_of(issuer) is not None

    async def authenticate(self, token: str) -> Actor:
        """Errors: TokenInvalid, Unavailable."""
        caller = await self.tokens.verify_caller(token)
        known = self._known.get(caller)
        if known is None or known.until <= self.now():
            known = await self._find(caller)
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            self._known[caller] = known
        if known.person is not None:
            return known.person
        return await self.actor_of(known.account.organisation_id, str(known.account.key_id))

    async def _find(self, caller: EntraCaller) -> Known:
        """Errors: TokenInvalid."""
        until = self.now() + KNOWN_FOR  # from before reading: what changes meanwhile counts as later
        account = await self.directory.find_account(caller.tenant_id, caller.object_id)
        if account is None or (account.user_id is not None) != caller.is_person:
            raise TokenInvalid
        if not account.by_link and not await self.directory.owns(account.organisation_id, account.tenant_id):
            raise TokenInvalid
        return Known(until, account, await self._person(account))

    async def _person(self, account: Account) -> Actor | None:
        if account.user_id is None:
            return None
        member = await self.find_member(account.organisation_id, account.user_id)
        if member is None or not member.is_active:
            raise TokenInvalid
        return member.actor
