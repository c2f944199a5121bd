"""Sites live in the directory of their organisation, each with an item that holds its code."""

from collections.abc import Iterator, Sequence

from shared.errors import AlreadyExists
from shared.identity.scope import at_sites
from shared.kit.cosmos import Write
from shared.kit.ids import is_id
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository
from shared.sites.errors import SiteCodeTaken
from shared.sites.model import Site, SiteCode, SiteFilter, code_key

_KNOWN = "SELECT c.id FROM c WHERE c.kind = 'site' AND ARRAY_CONTAINS(@ids, c.id)"


class SiteRepository(Repository[Site]):
    entity = Site
    kind = "site"

    async def create(self, entity: Site, *activities: Activity) -> Site:
        """The site and its code together. Errors: SiteCodeTaken."""
        code = SiteCode.of(entity, entity.created_at)
        return await self._together(Write("create", entity.to_item()), [Write("create", code.to_item())], activities)

    async def move(self, before: Site, after: Site, *activities: Activity) -> Site:
        """Replace a site; a new code is taken and the old one given back with it. Errors: StaleVersion, SiteCodeTaken."""
        codes = []
        if code_key(before.code) != code_key(after.code):
            codes = [
                Write("create", SiteCode.of(after, after.updated_at).to_item()),
                Write("delete", {"id": code_key(before.code)}),
            ]
        return await self._together(Write("replace", after.to_item(), after.etag), codes, activities)

    async def list_visible(
        self, organisation_id: str, request: PageRequest, wanted: SiteFilter, site_ids: Sequence[str] | None
    ) -> Page[Site]:
        """One page of those in scope (None: all), in one request. Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, list(_conditions(wanted, site_ids)))

    async def unknown(self, organisation_id: str, site_ids: Sequence[str]) -> list[str]:
        """Those of the ids that are no sites of the organisation; one request."""
        query = Query(_KNOWN, {"@ids": list(site_ids)})
        rows = await self.container.query(query, self.partition(organisation_id), limit=len(site_ids))
        known = {row["id"] for row in rows}
        return [site_id for site_id in site_ids if site_id not in known]

    async def find_id(self, organisation_id: str, text: str) -> str | None:
        """Of the site with this id or code; one request."""
        if is_id(text):
            return None if await self.find(organisation_id, text) is None else text
        code = await self.container.find(code_key(text), self.partition(organisation_id))
        return None if code is None else str(code["siteId"])

    async def _together(self, write: Write, codes: Sequence[Write], activities: Sequence[Activity]) -> Site:
        writes = [write, *codes, *(Write("create", activity.to_item()) for activity in activities)]
        try:
            stored, *_ = await self.container.batch(self.partition(write.item["organisationId"]), writes)
        except AlreadyExists as error:  # every other id in the batch is new
            raise SiteCodeTaken from error
        return Site.from_item(stored)


def _conditions(wanted: SiteFilter, site_ids: Sequence[str] | None) -> Iterator[Condition]:
    yield from at_sites(site_ids, "c.id")
    if wanted.status is not None:
        yield Condition("c.status = @status", {"@status": wanted.status.value})
    if wanted.search is not None:
        yield Condition(
            "(CONTAINS(c.name, @search, true) OR CONTAINS(c.code, @search, true))", {"@search": wanted.search}
        )
