"""What makers of links do with links of any kind, and what an organisation allows of them."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Generic, TypeVar

from shared.errors import FieldError
from shared.identity.actor import Actor
from shared.identity.organisation_policies import SharingPolicy
from shared.identity.passwords import Passwords
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Repository
from shared.share_links.link import Link, LinkUse
from shared.share_links.ports import FindOrganisation
from shared.share_links.repository import LinkUseRepository

REVOKE_ATTEMPTS = 20  # a link may be in use all the time while somebody ends it
L = TypeVar("L", bound=Link)
U = TypeVar("U", bound=LinkUse)


@dataclass(frozen=True, slots=True)
class LinkService(Generic[L, U]):
    """What a link may be is asked of the organisation every time."""

    page: ClassVar[str]  # where people open one

    links: Repository[L]
    uses: LinkUseRepository[U]
    find_organisation: FindOrganisation
    passwords: Passwords
    page_url: str
    now: Callable[[], datetime]

    async def get(self, actor: Actor, link_id: str) -> L:
        """Errors: NotFound, also for a link that the actor does not see."""
        raise NotImplementedError

    async def read(self, actor: Actor, link_id: str) -> tuple[L, SharingPolicy]:
        """Errors: NotFound."""
        return await asyncio.gather(self.get(actor, link_id), self.policy_of(actor))

    async def list_uses(self, actor: Actor, link_id: str, request: PageRequest) -> Page[U]:
        """Errors: NotFound, CursorInvalid."""
        uses = self.uses.list_of_link(actor.organisation_id, link_id, request)
        _, page = await asyncio.gather(self.get(actor, link_id), uses)
        return page

    async def policy_of(self, actor: Actor) -> SharingPolicy:
        return (await self.find_organisation(actor.organisation_id)).policies.sharing

    def address_of(self, token: str) -> str:
        """For people: the token stands behind `#`, where no server and no log sees it."""
        return f"{self.page_url.rstrip('/')}{self.page}#{token}"


def beyond_policy(
    expires_at: datetime, password: str | None, policy: SharingPolicy, now: datetime
) -> Iterator[FieldError]:
    """Of any link."""
    if not now < expires_at <= now + timedelta(days=policy.max_days):
        message = f"must be in the future, at most {policy.max_days} days ahead"
        yield FieldError("expiresAt", "out_of_range", message)
    if policy.password_required and password is None:
        yield FieldError("password", "password_required", "your organisation asks for a password")
