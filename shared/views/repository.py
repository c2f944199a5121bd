"""Views live in the directory of their organisation, with a shelf for each person who has some."""

from datetime import datetime

from shared.identity.permissions import Role
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.repository import Activity, Repository
from shared.views.model import Shelf, View, shelf_id


class ViewRepository(Repository[View]):
    entity = View
    kind = "view"

    async def shelf(self, organisation_id: str, user_id: str, now: datetime) -> Shelf:
        """Empty where there is none yet."""
        item = await self.container.find(shelf_id(user_id), self.partition(organisation_id))
        return Shelf.empty(organisation_id, user_id, now) if item is None else Shelf.from_item(item)

    async def put(self, shelf: Shelf, write: Write | None = None, *activities: Activity) -> View | None:
        """A shelf that was read, with the view that comes or goes. Errors: StaleVersion, AlreadyExists: somebody was faster."""
        verb = "replace" if shelf.etag else "create"
        writes = [*([write] if write else []), Write(verb, shelf.to_item(), shelf.etag)]
        writes += [Write("create", activity.to_item()) for activity in activities]
        first, *_ = await self.container.batch(self.partition(shelf.organisation_id), writes)
        return View.from_item(first) if write is not None and first else None

    async def list_seen(
        self, organisation_id: str, request: PageRequest, owner_id: str, role: Role | None
    ) -> Page[View]:
        """Those of this person, and those that are shared with the role. One request. Errors: CursorInvalid."""
        seen = Condition(
            "(c.ownerId = @owner OR ARRAY_CONTAINS(c.roles, @role))",
            {"@owner": owner_id, "@role": None if role is None else role.value},
        )
        return await self.list_page(organisation_id, request, [seen])
