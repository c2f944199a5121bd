"""Plans, holidays and what was ordered about them live in the directory of their organisation, beside its sites."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shared.due_reports.board import Filed
from shared.due_reports.model import DueCalendar, DuePlan
from shared.due_reports.owing import Obligations
from shared.due_reports.watch import DueWatch, watch_id
from shared.identity.scope import at_sites
from shared.kit.cosmos import Container, Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, OnlyOneRepository, Repository
from shared.sites.model import Site

MOST = 10_000  # items of one answer: an organisation has fewer plans and sites
FILED = 20_000  # reports of one page: one that is not read would be missing to everybody, so all pages are
_COUNT = "SELECT VALUE COUNT(1) FROM c WHERE c.kind = 'duePlan'"
_FILED = (
    "SELECT c.id, c.type, c.siteId, c.day, c.subject, c.state, c.createdBy, c.submittedBy, c.firstSubmittedAt FROM c "
    "WHERE c.kind = 'report' AND c.day >= @first AND c.day <= @last AND ARRAY_CONTAINS(@sites, c.siteId) "
    "AND ARRAY_CONTAINS(@types, c.type)"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked about: None is all. `site_ids` is the scope of who asks."""

    site_id: str | None = None
    type: str | None = None
    site_ids: Sequence[str] | None = None

    def conditions(self, site_path: str = "c.siteId") -> list[Condition]:
        found = []
        if self.site_id is not None:
            found.append(Condition(f"{site_path} = @site", {"@site": self.site_id}))
        return [*found, *at_sites(self.site_ids, site_path)]


class CalendarRepository(OnlyOneRepository[DueCalendar]):
    entity = DueCalendar
    kind = "dueCalendar"


class PlanRepository(Repository[DuePlan]):
    entity = DuePlan
    kind = "duePlan"

    async def count(self, organisation_id: str) -> int:
        rows: list[Any] = await self.container.query(Query(_COUNT), self.partition(organisation_id), limit=1)
        return int(rows[0])

    async def begin(self, plan: DuePlan, watch: DueWatch, activity: Activity) -> DuePlan:
        """The plan and its watch together."""
        return await self._together(
            plan.organisation_id, Write("create", plan.to_item()), Write("create", watch.to_item()), activity
        )

    async def change(self, plan: DuePlan, activity: Activity) -> DuePlan:
        """As it was read and changed; it is looked at anew. Errors: StaleVersion, NotFound."""
        watch = DueWatch.from_item(await self.container.get(watch_id(plan.id), self.partition(plan.organisation_id)))
        soon = watch.model_copy(update={"look_at": plan.updated_at})
        return await self._together(
            plan.organisation_id,
            Write("replace", plan.to_item(), plan.etag),
            Write("replace", soon.to_item(), watch.etag),
            activity,
        )

    async def end(self, plan: DuePlan, activity: Activity) -> None:
        """It is gone, and its watch with it. Errors: StaleVersion."""
        writes = [
            Write("delete", {"id": plan.id}, plan.etag),
            Write("delete", {"id": watch_id(plan.id)}),
            Write("create", activity.to_item()),
        ]
        await self.container.batch(self.partition(plan.organisation_id), writes)

    async def list_visible(self, organisation_id: str, request: PageRequest, wanted: Wanted) -> Page[DuePlan]:
        """One page in one request. Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, [*wanted.conditions(), *_of_type(wanted)])

    async def obligations(self, organisation_id: str, first: date, last: date, wanted: Wanted) -> Obligations:
        """What says what is owed on these days: plans, sites and holidays in one request."""
        plans = [
            "c.kind = 'duePlan' AND c.validFrom <= @last AND (IS_NULL(c.validUntil) OR c.validUntil >= @first)",
            *(one.text for one in (*wanted.conditions(), *_of_type(wanted))),
        ]
        sites = ["c.kind = 'site'", *(one.text for one in wanted.conditions("c.id"))]
        parameters: dict[str, Any] = {
            "@first": first.isoformat(),
            "@last": last.isoformat(),
            "@holidays": DueCalendar.ITEM,
        }
        for one in (*wanted.conditions(), *_of_type(wanted)):
            parameters.update(one.parameters)
        text = f"SELECT * FROM c WHERE ({' AND '.join(plans)}) OR ({' AND '.join(sites)}) OR c.id = @holidays"  # noqa: S608 (our own text)
        rows = await self.container.query(Query(text, parameters), self.partition(organisation_id), limit=MOST)
        return _obligations(rows)

    async def _together(self, organisation_id: str, *writes: Any) -> DuePlan:
        *changes, activity = writes
        stored, *_ = await self.container.batch(
            self.partition(organisation_id), [*changes, Write("create", activity.to_item())]
        )
        return DuePlan.from_item(stored)


@dataclass(frozen=True, slots=True)
class FiledReports:
    """The reports of an organisation, by days."""

    container: Container

    async def of_days(
        self, organisation_id: str, first: date, last: date, site_ids: Sequence[str], types: Sequence[str]
    ) -> list[Filed]:
        """Heads of all that were begun, whatever became of them; one request for `FILED` of them."""
        parameters = {
            "@first": first.isoformat(),
            "@last": last.isoformat(),
            "@sites": list(site_ids),
            "@types": list(types),
        }
        rows = self.container.stream(Query(_FILED, parameters), organisation_id, page_size=FILED)
        return [Filed.model_validate(row) async for row in rows]


def _of_type(wanted: Wanted) -> list[Condition]:
    return [] if wanted.type is None else [Condition("c.type = @type", {"@type": wanted.type})]


def _obligations(rows: Sequence[dict[str, Any]]) -> Obligations:
    plans = tuple(DuePlan.from_item(row) for row in rows if row["kind"] == PlanRepository.kind)
    sites = {row["id"]: Site.from_item(row) for row in rows if row["kind"] == "site"}
    calendars = [DueCalendar.from_item(row) for row in rows if row["kind"] == CalendarRepository.kind]
    return Obligations(plans, sites, calendars[0].holidays if calendars else ())
