"""Repository base: an entity and the activity that says what happened to it are written together or not at all.

The activity is the outbox: a change-feed function reads it and does what must follow, so an accepted change never loses its
consequences (docs/adr/0002).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import Field

from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.cosmos import Container, Partition, Write
from shared.kit.ids import new_id
from shared.kit.model import UNWRITTEN, Entity, OnlyOne
from shared.kit.paging import Condition, Page, PageRequest, cut_page, page_query

E = TypeVar("E", bound=Entity)
S = TypeVar("S", bound=OnlyOne)

ACTIVITY_KEPT = 30 * 24 * 3600  # seconds in the noun's own container; the audit trail keeps it for good


class Activity(Entity):
    """What happened: `type` is `noun.happened`, `data` holds ids and plain values, never secrets or personal data. What follows from it
    goes on in the trace of `traceparent`.
    """

    kind: Literal["activity"] = "activity"
    type: str
    subject_id: str
    data: dict[str, Any] = Field(default_factory=dict)
    traceparent: str = ""
    ttl: int = ACTIVITY_KEPT

    @classmethod
    def of(cls, happened: str, subject: Entity, *, actor: str, at: datetime, **data: Any) -> "Activity":
        return cls(
            id=new_id(),
            organisation_id=subject.organisation_id,
            created_at=at,
            updated_at=at,
            created_by=actor,
            type=happened,
            subject_id=subject.id,
            data=data,
            traceparent=telemetry.current_traceparent(),
        )


class Repository(Generic[E]):
    """Entities of one kind in one container partitioned by /organisationId."""

    entity: type[E]
    kind: str

    def __init__(self, container: Container) -> None:
        self.container = container

    def partition(self, organisation_id: str) -> Partition:
        return organisation_id

    async def get(self, organisation_id: str, entity_id: str) -> E:
        """Point read within the organisation. Errors: NotFound, also for somebody else's and for another kind."""
        if (found := await self.find(organisation_id, entity_id)) is None:
            raise NotFound
        return found

    async def find(self, organisation_id: str, entity_id: str) -> E | None:
        item = await self.container.find(entity_id, self.partition(organisation_id))
        if item is None or item["kind"] != self.kind:
            return None
        return self.entity.from_item(item)

    async def create(self, entity: E, *activities: Activity) -> E:
        """Errors: AlreadyExists."""
        return await self._write(Write("create", entity.to_item()), entity.organisation_id, activities)

    async def replace(self, entity: E, *activities: Activity) -> E:
        """Write what was read and changed. Errors: StaleVersion when somebody else wrote in between, NotFound."""
        if not entity.etag:
            raise ValueError(f"{self.kind} {entity.id} was never read: there is no version to replace")
        write = Write("replace", entity.to_item(), entity.etag)
        return await self._write(write, entity.organisation_id, activities)

    async def list_page(
        self, organisation_id: str, request: PageRequest, conditions: Sequence[Condition] = ()
    ) -> Page[E]:
        """One page in one request. Errors: CursorInvalid."""
        query = page_query(self.kind, request, conditions)
        rows = await self.container.query(query, self.partition(organisation_id), limit=request.limit + 1)
        page, cursor = cut_page(rows, request)
        return Page([self.entity.from_item(row) for row in page], cursor)

    async def _write(self, write: Write, organisation_id: str, activities: Sequence[Activity]) -> E:
        writes = [write, *(Write("create", activity.to_item()) for activity in activities)]
        stored, *_ = await self.container.batch(self.partition(organisation_id), writes)
        return self.entity.from_item(stored)


class OnlyOneRepository(Repository[S]):
    """What every organisation has one of."""

    async def of(self, organisation_id: str, now: datetime) -> S:
        """As it was stored, or as it is in the beginning; one point read."""
        return await self.find(organisation_id, self.entity.ITEM) or self.entity.unwritten(organisation_id, now)

    async def put(self, entity: S, activity: Activity) -> S:
        """Errors: StaleVersion when somebody else wrote in between."""
        try:
            return await self._write(storing(entity), entity.organisation_id, [activity])
        except AlreadyExists as error:
            raise StaleVersion from error


def storing(entity: Entity) -> Write:
    """Replace what was read, create what never was stored. Errors of the write: StaleVersion, AlreadyExists."""
    if entity.etag in {"", UNWRITTEN}:
        return Write("create", entity.to_item())
    return Write("replace", entity.to_item(), entity.etag)
