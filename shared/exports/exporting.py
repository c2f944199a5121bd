"""Writing an export, in one go: select, read page by page, render into the blocks of a blob.

What is cut off begins anew. Every attempt writes to blobs of its own names under the export's id; which of them count is one conditional
write, so a worker that was slow overwrites nothing, and a file that is ready is whole.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, ClassVar

from shared.exports.adapting import Adapter, Neighbours
from shared.exports.cover import Cover
from shared.exports.model import TRIES, Export, Format, said_of
from shared.exports.outlet import Outlet
from shared.exports.renderers import open_renderer
from shared.exports.rendering import Rendered, Renderer, Sink, rendered
from shared.exports.repository import ExportRepository
from shared.exports.rows import ReportRow
from shared.exports.selecting import Selection
from shared.exports.trends import Listed
from shared.exports.work import EXPORT, QUEUE
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.kit.blobs import BlobStore
from shared.kit.ids import new_id
from shared.kit.jobs.running import Going, RunFails, Running
from shared.kit.large_blobs import StagedBlob

PAGE = 50  # reports read at once
DRAWN = 1  # of a PDF: each takes a while
SECONDS = 480.0  # a worker has ten minutes for all it does
EARLIER_DAYS = 45


class _Gone(Exception):
    """A draft was discarded after it was selected."""


@dataclass(frozen=True, slots=True)
class Exporting(Running[Export]):
    queue_name: ClassVar[str] = QUEUE
    called: ClassVar[str] = EXPORT

    runs: ExportRepository
    others: Neighbours
    blobs: BlobStore
    seconds: float = SECONDS

    async def page(self, going: Going[Export]) -> bool:
        """All of it. Errors: RunFails."""
        run = going.run
        if run.tries >= TRIES:
            raise RunFails("worn_out" if run.total is None else "changed_meanwhile")
        actor = await self._actor(run)
        selection = await self.others.selecting.select(actor, run.order.wanted, run.order.format.most)
        with closing(selection):
            going.run = run.begun_anew(selection.count, selection.sites, self.now())
            await going.note()
            try:
                await _Writing(self, going, actor, selection).write()
            except _Gone:
                return True
        return False

    def facts(self, run: Export) -> dict[str, Any]:
        said = {"format": run.order.format.value, "reports": run.done, "sizeBytes": run.size_bytes}
        return said if run.schedule_id is None else {**said, "scheduleId": run.schedule_id}

    async def _actor(self, run: Export) -> Actor:
        """Whoever asked, with what they may see now. Errors: RunFails."""
        actor = await self.others.find_actor(run.organisation_id, run.created_by, run.by_key)
        if actor is None:
            raise RunFails("actor_gone")
        if not {Permission.REPORTS_READ, Permission.EXPORTS_REQUEST} <= actor.permissions:
            raise RunFails("forbidden")
        return actor


@dataclass(slots=True)
class _Writing:
    """One attempt."""

    job: Exporting
    going: Going[Export]
    actor: Actor
    selection: Selection
    _began: float = field(default_factory=time.monotonic)

    async def write(self) -> None:
        """Errors: RunFails, _Gone."""
        run = self.going.run
        adapter = Adapter(self.job.others, self.actor, run.order.zone, run.order.format is Format.PDF)
        cover = await self._cover(adapter)
        listed, earlier = await self._listed(adapter) if run.order.format is Format.PDF else ([], [])
        name = new_id()
        outlet = Outlet(StagedBlob(self.job.blobs, run.blob(name)))
        sink = Sink(outlet.send)
        definitions = self.job.others.definitions
        renderer = await outlet.run(
            self.going, lambda: open_renderer(run.order, cover, sink, definitions, listed, earlier)
        )
        try:
            await self._fill(adapter, outlet, renderer)
            done = await outlet.run(self.going, lambda: rendered(renderer, cover, sink))
        finally:
            renderer.close()
        await outlet.commit(done.content_type)
        await self._keep(done, name)

    async def _fill(self, adapter: Adapter, outlet: Outlet, renderer: Renderer) -> None:
        """Cancelled between pages, and while one is rendered."""
        for reports in self.selection.pages(DRAWN if self.going.run.order.format is Format.PDF else PAGE):
            rows = await adapter.rows(reports)
            if rows is None:
                raise _Gone
            await outlet.run(self.going, _adding(renderer, rows))
            await self.going.come(reports[-1].id, len(reports))
            if time.monotonic() - self._began > self.job.seconds:
                raise RunFails("took_too_long")

    async def _keep(self, done: Rendered, name: str) -> None:
        """The manifest goes beside the file; then both count."""
        run = self.going.run
        manifest = f"{name}.json"
        await self.job.blobs.put(run.blob(manifest), done.manifest, "application/json")
        self.going.run = run.with_file(
            file_blob=name,
            manifest_blob=manifest,
            file_name=done.file.name,
            content_type=done.content_type,
            size_bytes=done.file.size_bytes,
            sha256=done.file.sha256,
            receipts_sha256=done.tally.sha256,
            rows=dict(done.tally.rows),
        )

    async def _cover(self, adapter: Adapter) -> Cover:
        run, others = self.going.run, self.job.others
        order = run.order
        labels = {one.kind: one.label for one in others.definitions.all()}
        sites = await adapter.site_codes(order.wanted.site_ids)
        organisation = await others.organisation_name(run.organisation_id)
        title = order.title or " and ".join(labels[one] for one in order.wanted.types if one in labels) or "Reports"
        return Cover(
            export_id=run.id,
            organisation=organisation,
            title=title,
            asked_by="an API key" if run.by_key else await adapter.name(run.created_by) or "",
            asked_at=run.created_at,
            data_as_of=run.data_as_of or run.created_at,
            filter=said_of(order.wanted, labels, sites),
            zone=order.zone,
            units=order.units,
            selected=self.selection.count,
        )

    async def _listed(self, adapter: Adapter) -> tuple[list[Listed], list[Listed]]:
        """All of them, and for the charts of a single one those of the weeks before."""
        listed: list[Listed] = []
        one = None
        for reports in self.selection.pages(100):
            one = reports[0]
            listed += await adapter.listed(reports)
            await self.going.come(self.going.run.after, 0)
        if one is None or self.selection.count > 1:
            return listed, []
        before = await self.job.others.selecting.earlier(self.actor, one, EARLIER_DAYS)
        return listed, await adapter.listed(before) if before else []


def _adding(renderer: Renderer, rows: Sequence[ReportRow]) -> Callable[[], None]:
    def add() -> None:
        for row in rows:
            renderer.add(row)

    return add
