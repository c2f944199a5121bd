"""What a Microsoft sign-in leaves behind: MSAL's token cache of each person, sealed, and when the provider last vouched for them.

The provider is asked again whenever a session is refreshed, so that who is disabled there is out here when the access token in hand ends.
A provider that does not answer ends nobody's session: what it said last holds for TOLERATED.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from shared.errors import NotFound, StaleVersion, Unavailable
from shared.identity.entra.errors import EntraGrantEnded, EntraTokenInvalid
from shared.identity.entra.provider import EntraProvider, Granted
from shared.identity.entra.tokens import EntraPerson, EntraTokens
from shared.identity.sessions import LIFE
from shared.kit.cosmos import Container, Item
from shared.kit.model import Moment, Wire
from shared.kit.sealing import Sealer, Unsealable

ITEM = "entra"
FRESH = timedelta(minutes=1)  # several tabs refresh at the same moment: one question answers them all
CLAIM = timedelta(seconds=30)  # longer than the provider is given; refresh tokens may work only once, so only one asks
TOLERATED = timedelta(hours=1)
KEPT = LIFE + timedelta(hours=1)  # no session of the person lasts longer


class Grant(Wire):
    """`sealed` is MSAL's cache. An item of the person's own partition, so that erasing the person erases it."""

    id: Literal["entra"] = "entra"
    kind: Literal["entra-grant"] = "entra-grant"
    user_id: str
    tenant_id: str
    object_id: str
    sealed: str
    checked_at: Moment
    claimed_until: Moment | None = None
    ttl: int = int(KEPT.total_seconds())
    etag: str = ""

    @classmethod
    def of(cls, item: Item) -> "Grant":
        return cls.model_validate({**item, "etag": item["_etag"]})

    def to_item(self) -> Item:
        return self.model_dump(mode="json", by_alias=True, exclude={"etag"})


@dataclass(frozen=True, slots=True)
class EntraGrants:
    """`container` is partitioned by /userId."""

    container: Container
    sealer: Sealer
    provider: EntraProvider
    tokens: EntraTokens
    now: Callable[[], datetime]

    async def keep(self, user_id: str, person: EntraPerson, granted: Granted) -> None:
        """The newest sign-in counts for all sessions of the person."""
        grant = Grant(
            user_id=user_id,
            tenant_id=person.tenant_id,
            object_id=person.object_id,
            sealed=self.sealer.seal(granted.cache),
            checked_at=self.now(),
        )
        await self.container.upsert(grant.to_item())

    async def check(self, user_id: str) -> EntraPerson | None:
        """The person as the provider knows them now; None when it was not asked, or did not answer and need not yet.

        Errors: EntraGrantEnded, Unavailable when it has not answered for TOLERATED.
        """
        item = await self.container.find(ITEM, user_id)
        if item is None:
            raise EntraGrantEnded
        grant, now = Grant.of(item), self.now()
        if grant.checked_at + FRESH > now:
            return None
        if grant.claimed_until is not None and grant.claimed_until > now:
            self._tolerate(grant)
            return None
        claimed = grant.model_copy(update={"claimed_until": now + CLAIM})
        try:
            claimed = Grant.of(await self.container.replace(claimed.to_item(), grant.etag))
        except StaleVersion:
            self._tolerate(grant)
            return None
        except NotFound as error:
            raise EntraGrantEnded from error
        return await self._ask(claimed)

    async def _ask(self, grant: Grant) -> EntraPerson | None:
        """An unanswered question leaves the claim in place: the next one is asked after it, not by every refresh."""
        try:
            granted = await self.provider.renew(self.sealer.open(grant.sealed))
            person = await self._person(grant, granted)
        except Unavailable:
            self._tolerate(grant)
            return None
        except (EntraGrantEnded, EntraTokenInvalid, Unsealable) as error:
            await self.container.delete(ITEM, grant.user_id)
            raise EntraGrantEnded from error
        update = {"sealed": self.sealer.seal(granted.cache), "checked_at": self.now(), "claimed_until": None}
        with contextlib.suppress(NotFound, StaleVersion):  # signed in again meanwhile, which counts for more
            await self.container.replace(grant.model_copy(update=update).to_item(), grant.etag)
        return person

    async def _person(self, grant: Grant, granted: Granted) -> EntraPerson | None:
        """Errors: EntraTokenInvalid, also for somebody else."""
        if granted.id_token is None:
            return None
        person = await self.tokens.verify_person(granted.id_token, nonce=None)
        if (person.tenant_id, person.object_id) != (grant.tenant_id, grant.object_id):
            raise EntraTokenInvalid
        return person

    def _tolerate(self, grant: Grant) -> None:
        if grant.checked_at + TOLERATED <= self.now():
            raise Unavailable(
                "Microsoft does not answer, so it is not known whether this account is still good.", retry_after=30
            )
