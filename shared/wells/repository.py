"""Wells live in the directory of their organisation, each with an item that holds its name."""

from collections.abc import Iterator, Sequence

from shared.errors import AlreadyExists
from shared.identity.actor import Actor
from shared.identity.scope import at_sites
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository
from shared.wells.errors import WellNameTaken
from shared.wells.model import Well, WellFilter, WellName, name_key

_BY_NAME = "SELECT * FROM c WHERE c.kind = 'well' AND c.key = @key"


class WellRepository(Repository[Well]):
    entity = Well
    kind = "well"

    async def create(self, entity: Well, *activities: Activity) -> Well:
        """The well and its name together. Errors: WellNameTaken."""
        name = Write("create", WellName.of(entity, entity.created_at).to_item())
        return await self._together(Write("create", entity.to_item()), [name], activities)

    async def move(self, before: Well, after: Well, *activities: Activity) -> Well:
        """Replace a well; a new name is taken and the old one given back with it. Errors: StaleVersion, WellNameTaken."""
        names = []
        if before.key != after.key:
            names = [
                Write("create", WellName.of(after, after.updated_at).to_item()),
                Write("delete", {"id": before.key}),
            ]
        return await self._together(Write("replace", after.to_item(), after.etag), names, activities)

    async def find_by_name(self, organisation_id: str, name: str) -> Well | None:
        """However it is written; one request."""
        query = Query(_BY_NAME, {"@key": name_key(name)})
        rows = await self.container.query(query, self.partition(organisation_id), limit=1)
        return Well.from_item(rows[0]) if rows else None

    async def list_visible(self, actor: Actor, request: PageRequest, wanted: WellFilter) -> Page[Well]:
        """One page of those at sites in scope, in one request. Errors: CursorInvalid."""
        return await self.list_page(actor.organisation_id, request, list(_conditions(wanted, actor.site_ids)))

    async def _together(self, write: Write, names: Sequence[Write], activities: Sequence[Activity]) -> Well:
        writes = [write, *names, *(Write("create", activity.to_item()) for activity in activities)]
        try:
            stored, *_ = await self.container.batch(self.partition(write.item["organisationId"]), writes)
        except AlreadyExists as error:  # every other id in the batch is new
            raise WellNameTaken from error
        return Well.from_item(stored)


def _conditions(wanted: WellFilter, site_ids: Sequence[str] | None) -> Iterator[Condition]:
    yield from at_sites(site_ids)
    if wanted.site_id is not None:
        yield Condition("c.siteId = @site", {"@site": wanted.site_id})
    if wanted.status is not None:
        yield Condition("c.status = @status", {"@status": wanted.status.value})
    if wanted.search is not None:
        yield Condition("CONTAINS(c.name, @search, true)", {"@search": wanted.search})
