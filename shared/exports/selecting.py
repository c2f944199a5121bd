"""Which reports an export holds: selected once, as of one moment, and read revision by revision afterwards.

A revision never changes, so what is written is what was selected, however long it takes and whatever people do meanwhile. Of a report that
was never submitted there is only its working content, which is read as it is by then.
"""

import json
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any, Self

from shared.exports.model import Wanted
from shared.exports.trends import PLACES
from shared.identity.actor import Actor
from shared.kit.jobs.running import RunFails
from shared.kit.query import Query
from shared.reports.content import Content, ReportRevision, content_id, revision_id
from shared.reports.filters import ReportFilter
from shared.reports.model import Report
from shared.reports.repository import ReportRepository

_IN_MEMORY = 2 * 1024 * 1024  # bytes of a selection; beyond that it waits on the disk
_SOME = "SELECT * FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"


@dataclass(slots=True)
class Selection:
    """Heads of reports, in their order, and the sites they are of. To be closed."""

    count: int = 0
    sites: set[str] = field(default_factory=set)
    _file: IO[bytes] = field(default_factory=lambda: tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 (closed by `close`)

    def add(self, report: Report) -> None:
        item = report.model_copy(update={"applied": ()}).to_item()
        self._file.write(json.dumps({**item, "_etag": report.etag}, separators=(",", ":")).encode() + b"\n")
        self.count += 1
        self.sites.add(report.site_id)

    def pages(self, size: int) -> "Pages":
        """From the beginning."""
        self._file.seek(0)
        return Pages(self._file, size)

    def close(self) -> None:
        self._file.close()


@dataclass(frozen=True, slots=True)
class Pages:
    _file: IO[bytes]
    _size: int

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> list[Report]:
        found: list[Report] = []
        while len(found) < self._size and (line := self._file.readline()):
            found.append(Report.from_item(json.loads(line)))
        if not found:
            raise StopIteration
        return found


@dataclass(frozen=True, slots=True)
class Selecting:
    reports: ReportRepository

    async def select(self, actor: Actor, wanted: Wanted, most: int) -> Selection:
        """By day and id. Errors: RunFails when there are more."""
        selection = Selection()
        try:
            async for report in self.matching(actor, wanted):
                if selection.count >= most:
                    raise RunFails("too_many")
                selection.add(report)
        except BaseException:
            selection.close()
            raise
        return selection

    async def matching(self, actor: Actor, wanted: Wanted) -> AsyncIterator[Report]:
        """Within what the actor may see."""
        async for report in self.reports.stream_visible(actor, wanted.to_filter()):
            yield report

    async def said(self, reports: Sequence[Report]) -> dict[str, ReportRevision | Content]:
        """What each of them says, by its id; what is gone is left out. One request."""
        names = {_says(report): report.id for report in reports}
        rows = await self._some(reports[0].organisation_id, list(names), _SOME)
        return {names[row["id"]]: _said(row) for row in rows}

    async def figures(self, reports: Sequence[Report]) -> dict[str, Mapping[str, Mapping[str, Any] | None]]:
        """For charts, by id: only these fields are read. One request for each type."""
        found: dict[str, Mapping[str, Mapping[str, Any] | None]] = {}
        for kind, places in PLACES.items():
            names = {_says(report): report.id for report in reports if report.type == kind}
            if names:
                fields = ", ".join(f"c.payload.{part}.{name} AS {called}" for called, (part, name) in places.items())
                text = f"SELECT c.id, {fields} FROM c WHERE ARRAY_CONTAINS(@ids, c.id)"  # noqa: S608 (our own text)
                rows = await self._some(reports[0].organisation_id, list(names), text)
                found |= {names[row["id"]]: {called: row.get(called) for called in places} for row in rows}
        return found

    async def earlier(self, actor: Actor, report: Report, limit: int) -> list[Report]:
        """Of the same subject, those before it, the last ones first in time."""
        if report.subject is None or report.type not in PLACES:
            return []
        wanted = ReportFilter(
            types=(report.type,),
            site_ids=(report.site_id,),
            subject=report.subject,
            first_day=report.period.day.fromordinal(report.period.day.toordinal() - limit),
            last_day=report.period.day,
        )
        found = [one async for one in self.reports.stream_visible(actor, wanted)]
        return [one for one in found if one.id != report.id and one.revision]

    async def _some(self, organisation_id: str, ids: list[str], text: str) -> list[dict[str, Any]]:
        partition = self.reports.partition(organisation_id)
        return await self.reports.container.query(Query(text, {"@ids": ids}), partition, limit=len(ids))


def _says(report: Report) -> str:
    """The id of what says it."""
    return revision_id(report.id, report.revision) if report.revision else content_id(report.id)


def _said(row: dict[str, Any]) -> ReportRevision | Content:
    return ReportRevision.from_item(row) if row["kind"] == "reportRevision" else Content.from_item(row)
