"""Wells of an organisation."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from shared.errors import FieldError, Invalid, NotFound, StaleVersion
from shared.identity.actor import Actor, CheckScope
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.wells.model import CHANGEABLE, Well, WellChange, WellDraft, WellFilter, WellRole, name_key
from shared.wells.repository import WellRepository


@dataclass(frozen=True, slots=True)
class WellService:
    wells: WellRepository
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: WellDraft) -> Well:
        """Errors: Invalid naming `siteId` for a site the actor cannot give, WellNameTaken."""
        await self._check_site(actor, draft.site_id)
        now = self.now()
        well = Well(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            name=draft.name,
            key=name_key(draft.name),
            site_id=draft.site_id,
            roles=draft.roles,
        )
        facts = {"name": well.name, "siteId": well.site_id}
        return await self.wells.create(well, Activity.of("well.created", well, actor=actor.user_id, at=now, **facts))

    async def get(self, actor: Actor, well_id: str) -> Well:
        """Errors: NotFound, also for one of a site outside the actor's scope."""
        well = await self.wells.get(actor.organisation_id, well_id)
        if not actor.may_see_site(well.site_id):
            raise NotFound
        return well

    async def list_page(self, actor: Actor, request: PageRequest, wanted: WellFilter) -> Page[Well]:
        """One request. Errors: CursorInvalid."""
        return await self.wells.list_visible(actor, request, wanted)

    async def change(self, actor: Actor, well_id: str, change: WellChange, if_match: str) -> Well:
        """Errors: NotFound, StaleVersion, WellNameTaken."""
        well = await self.get(actor, well_id)
        if well.etag != if_match:
            raise StaleVersion
        now = self.now()
        changed = well.changed(now, **change.values)
        changed = changed.model_copy(update={"key": name_key(changed.name)})
        if not (difference := well.difference(changed, CHANGEABLE)):
            return well
        activity = Activity.of("well.changed", changed, actor=actor.user_id, at=now, **difference)
        return await self.wells.move(well, changed, activity)

    async def role_on(self, organisation_id: str, site_id: str, name: str, day: date) -> WellRole | None:
        """Of the well of this name, if it is at the site and the role is known; one request."""
        well = await self.wells.find_by_name(organisation_id, name)
        return None if well is None or well.site_id != site_id else well.role_on(day)

    async def _check_site(self, actor: Actor, site_id: str) -> None:
        """Errors: Invalid naming `siteId`."""
        try:
            await self.check_scope(actor, [site_id])
        except Invalid as error:
            raise Invalid(fields=[FieldError("siteId", found.code, found.message) for found in error.fields]) from error
