"""Reports of an organisation: one logical partition; a change of a report, its content and its revisions is one batch."""

from collections.abc import AsyncIterator, Sequence

from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.scope import at_sites
from shared.kit.cosmos import Write
from shared.kit.paging import Page, PageRequest, cut_page, decode_cursor
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository, storing
from shared.reports.content import (
    EDITIONS_KEPT,
    Content,
    ReportRevision,
    ReportRevisionHead,
    content_id,
    edition_id,
    revision_id,
    sent_id,
)
from shared.reports.filters import ReportFilter
from shared.reports.model import DiscardedReport, Report, Slot, subject_key
from shared.reports.places import Place

WRITE_ATTEMPTS = 5  # read, change, write; somebody else may write in between, hardly ever five times in a row
_SOME = "SELECT * FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"
_LAST = (
    "SELECT TOP 1 * FROM c WHERE c.kind = 'report' AND c.type = @type AND c.siteId = @site AND c.subjectKey = @subject AND c.day < @day "
    "ORDER BY c.day DESC, c.id DESC"
)
_HEAD = (
    "id", "kind", "organisationId", "createdAt", "updatedAt", "createdBy", "_etag", "reportId", "siteId", "number", "type", "version",
    "edition", "attachments", "warned", "receipt", "receivedAt", "review",
)  # fmt: skip
_REVISIONS = (
    f"SELECT TOP @limit {', '.join(f'c.{name}' for name in _HEAD)} FROM c WHERE c.kind = 'reportRevision' AND c.reportId = @report "  # noqa: S608
    "AND c.id < @before"
)


class ReportRepository(Repository[Report]):
    entity = Report
    kind = "report"

    async def get_with_content(self, organisation_id: str, report_id: str) -> tuple[Report, Content]:
        """Both in one request. Errors: NotFound."""
        found = await self.find_with_content(organisation_id, report_id)
        if found is None:
            raise NotFound
        return found

    async def find_with_content(self, organisation_id: str, report_id: str) -> tuple[Report, Content] | None:
        """None if there is none; one request."""
        report, others = await self._some(organisation_id, report_id, [content_id(report_id)])
        if report is None:
            return None
        return report, Content.from_item(others[content_id(report_id)])

    async def find_with_revision(
        self, organisation_id: str, report_id: str, number: int
    ) -> tuple[Report | None, Content | None, ReportRevision | None]:
        """What there is of a report, its content and one of its revisions; one request."""
        ids = [content_id(report_id), revision_id(report_id, number)]
        report, others = await self._some(organisation_id, report_id, ids)
        content, revision = (others.get(name) for name in ids)
        return (
            report,
            None if content is None else Content.from_item(content),
            None if revision is None else ReportRevision.from_item(revision),
        )

    async def get_with_revision(
        self, organisation_id: str, report_id: str, *numbers: int
    ) -> tuple[Report, list[ReportRevision]]:
        """The report and these revisions of it, in their order; one request. Errors: NotFound."""
        ids = [revision_id(report_id, number) for number in numbers]
        report, others = await self._some(organisation_id, report_id, ids)
        if report is None or any(name not in others for name in ids):
            raise NotFound
        return report, [ReportRevision.from_item(others[name]) for name in ids]

    async def find_submit(
        self, organisation_id: str, report_id: str, number: int
    ) -> tuple[Report | None, ReportRevision | None]:
        """None for what there is not; one request."""
        name = revision_id(report_id, number)
        report, others = await self._some(organisation_id, report_id, [name])
        return report, None if name not in others else ReportRevision.from_item(others[name])

    async def find_edition(
        self, organisation_id: str, report_id: str, edition: int, *, as_sent: bool = False
    ) -> Content | None:
        """An earlier edition, or what was sent to be merged into it; None if it is not kept any more."""
        name = sent_id(report_id, edition) if as_sent else edition_id(report_id, edition)
        item = await self.container.find(name, self.partition(organisation_id))
        return None if item is None else Content.from_item(item)

    async def is_discarded(self, actor: Actor, report_id: str) -> bool:
        """Was it a draft that was thrown away, of a site that the actor sees?"""
        item = await self.container.find(report_id, self.partition(actor.organisation_id))
        if item is None or item["kind"] != DiscardedReport.model_fields["kind"].default:
            return False
        return actor.may_see_site(DiscardedReport.from_item(item).site_id)

    async def find_last(self, organisation_id: str, place: Place, subject: str) -> Report | None:
        """The newest report of a subject before this day; one request."""
        parameters = {
            "@type": place.kind,
            "@site": place.site_id,
            "@subject": subject_key(subject),
            "@day": place.day,
        }
        rows = await self.container.query(Query(_LAST, parameters), self.partition(organisation_id), limit=1)
        return Report.from_item(rows[0]) if rows else None

    async def find_content(self, organisation_id: str, report_id: str) -> Content | None:
        """One point read."""
        item = await self.container.find(content_id(report_id), self.partition(organisation_id))
        return None if item is None else Content.from_item(item)

    async def is_taken(self, organisation_id: str, item_id: str) -> bool:
        """Has anything at all this id?"""
        return await self.container.find(item_id, self.partition(organisation_id)) is not None

    async def discard(self, report: Report, activity: Activity) -> None:
        """Put a mark in the place of a draft that was read; its editions go with time. Errors: StaleVersion."""
        mark = DiscardedReport(
            id=report.id,
            organisation_id=report.organisation_id,
            created_at=report.created_at,
            updated_at=activity.created_at,
            created_by=activity.created_by,
            site_id=report.site_id,
            ttl=EDITIONS_KEPT,
        )
        freed = () if report.slot is None else (Write("delete", {"id": report.slot}),)
        gone = (Write("delete", {"id": content_id(report.id)}), *freed)
        writes = [Write("replace", mark.to_item(), report.etag), *gone, Write("create", activity.to_item())]
        await self.container.batch(self.partition(report.organisation_id), writes)

    async def list_revisions(self, actor: Actor, report_id: str, request: PageRequest) -> Page[ReportRevisionHead]:
        """Of a report that the actor may see, the newest first, without what they say; one request. Errors: CursorInvalid."""
        before = f"{report_id}.~" if request.cursor is None else decode_cursor(request.cursor, request.sort)[1]
        parameters = {"@limit": request.limit + 1, "@report": report_id, "@before": before}
        scope = at_sites(actor.site_ids)
        for condition in scope:
            parameters.update(condition.parameters)
        text = " AND ".join([_REVISIONS, *(condition.text for condition in scope)])
        query = Query(f"{text} ORDER BY c.id DESC", parameters)
        rows = await self.container.query(query, self.partition(actor.organisation_id), limit=request.limit + 1)
        page, cursor = cut_page(rows, request)
        return Page([ReportRevisionHead.from_item(row) for row in page], cursor)

    async def list_visible(self, actor: Actor, request: PageRequest, wanted: ReportFilter) -> Page[Report]:
        """One page of what the actor may see, in one request. Errors: CursorInvalid."""
        return await self.list_page(actor.organisation_id, request, [*wanted.conditions(), *at_sites(actor.site_ids)])

    async def stream_visible(self, actor: Actor, wanted: ReportFilter) -> AsyncIterator[Report]:
        """All that the actor may see, by day and id, page by page; memory holds one page."""
        conditions = [*wanted.conditions(), *at_sites(actor.site_ids)]
        clauses = " AND ".join(["c.kind = 'report'", *(condition.text for condition in conditions)])
        parameters = {name: value for condition in conditions for name, value in condition.parameters.items()}
        query = Query(f"SELECT * FROM c WHERE {clauses} ORDER BY c.day, c.id", parameters)  # noqa: S608 (our own text)
        async for row in self.container.stream(query, self.partition(actor.organisation_id)):
            yield Report.from_item(row)

    async def find_by_slot(self, organisation_id: str, slot: str) -> str | None:
        """Which report has this type, site, day and subject; its id."""
        item = await self.container.find(slot, self.partition(organisation_id))
        return None if item is None else Slot.from_item(item).report_id

    async def write(
        self,
        report: Report,
        *others: Content | ReportRevision,
        activity: Activity,
        before: Sequence[Activity] = (),
        slots: Sequence[Write] = (),
    ) -> Report:
        """A report that was read and changed, or a new one, with what changed beside it, all or nothing; `before` happened first.

        Errors: StaleVersion when somebody else wrote one of them, AlreadyExists for a new one, or a slot, that is there.
        """
        entities = [storing(report), *(storing(other) for other in others)]
        writes = [*entities, *slots, *(Write("create", one.to_item()) for one in (*before, activity))]
        stored, *_ = await self.container.batch(self.partition(report.organisation_id), writes)
        return Report.from_item(stored)

    async def _some(
        self, organisation_id: str, report_id: str, others: Sequence[str]
    ) -> tuple[Report | None, dict[str, dict[str, object]]]:
        query = Query(_SOME, {"@ids": [report_id, *others]})
        rows = await self.container.query(query, self.partition(organisation_id), limit=1 + len(others))
        found = {row["id"]: row for row in rows}
        head = found.pop(report_id, None)
        if head is None or head["kind"] != self.kind:
            return None, found
        report, content = Report.from_item(head), found.get(content_id(report_id))
        if (
            content is not None and content["edition"] > report.edition
        ):  # an archive may hold a head that was read before its content
            report = report.model_copy(update={"edition": content["edition"]})
        return report, found
