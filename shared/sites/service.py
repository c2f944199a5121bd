"""Sites of an organisation."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from shared.errors import FieldError, Forbidden, Invalid, NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.sites.model import CHANGEABLE, Site, SiteChange, SiteDraft, SiteFilter
from shared.sites.repository import SiteRepository


@dataclass(frozen=True, slots=True)
class SiteService:
    sites: SiteRepository
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: SiteDraft) -> Site:
        """Errors: Forbidden for who is limited to some sites and could not see this one, SiteCodeTaken."""
        if actor.site_ids is not None:
            raise Forbidden("You are limited to some sites and cannot add others.")
        now = self.now()
        site = Site(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            name=draft.name,
            code=draft.code,
            time_zone=draft.time_zone,
            day_start=draft.day_start,
        )
        activity = Activity.of("site.created", site, actor=actor.user_id, at=now, code=site.code)
        return await self.sites.create(site, activity)

    async def get(self, actor: Actor, site_id: str) -> Site:
        """Errors: NotFound, also for a site outside the actor's scope."""
        if not actor.may_see_site(site_id):
            raise NotFound
        return await self.sites.get(actor.organisation_id, site_id)

    async def list_page(self, actor: Actor, request: PageRequest, wanted: SiteFilter) -> Page[Site]:
        return await self.sites.list_visible(actor.organisation_id, request, wanted, actor.site_ids)

    async def change(self, actor: Actor, site_id: str, change: SiteChange, if_match: str) -> Site:
        """Errors: NotFound, StaleVersion, SiteCodeTaken."""
        site = await self.get(actor, site_id)
        if site.etag != if_match:
            raise StaleVersion
        now = self.now()
        changed = _dated(site, site.changed(now, **change.values), change.status_from)
        if not (difference := site.difference(changed, CHANGEABLE)):
            return site
        activity = Activity.of("site.changed", changed, actor=actor.user_id, at=now, **difference)
        return await self.sites.move(site, changed, activity)

    async def zone_of(self, organisation_id: str, site_id: str) -> str:
        """Its time zone by name. Errors: NotFound."""
        return (await self.sites.get(organisation_id, site_id)).time_zone

    async def code_of(self, organisation_id: str, site_id: str) -> str:
        """What the site is called in numbers of documents. Errors: NotFound."""
        return (await self.sites.get(organisation_id, site_id)).code

    async def find_id(self, actor: Actor, text: str) -> str | None:
        """Of the site with this id or code, as far as the actor sees it; one request."""
        found = await self.sites.find_id(actor.organisation_id, text)
        return found if found is not None and actor.may_see_site(found) else None

    async def check_scope(self, actor: Actor, site_ids: Sequence[str] | None) -> None:
        """May the actor give somebody this scope? Errors: Invalid naming `siteIds` for a site there is not, or one they do not see."""
        if not actor.may_give_sites(site_ids):
            raise Invalid(fields=[FieldError("siteIds", "beyond_yours", "must be within the sites that you may see")])
        unknown = await self.sites.unknown(actor.organisation_id, site_ids) if site_ids else []
        if unknown:
            message = f"not sites of this organisation: {', '.join(unknown)}"
            raise Invalid(fields=[FieldError("siteIds", "unknown_site", message)])


def _dated(before: Site, after: Site, day: date | None) -> Site:
    """With the days of its suspensions, if the status changes or is dated anew."""
    if day is None and before.status is after.status:
        return after
    day = day or after.updated_at.astimezone(ZoneInfo(after.time_zone)).date()
    return after.model_copy(update={"suspensions": before.suspensions_with(after.status, day)})
