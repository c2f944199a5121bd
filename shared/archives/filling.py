"""What goes into one part, from a position on until the part is full or nothing is left."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Self

from shared.archives.collecting import Collecting, Found, FoundReport
from shared.archives.documents import DOCUMENT, REVISION, document_line, revision_line
from shared.archives.kinds import BY_NAME, READ_ALONE
from shared.archives.model import Archive
from shared.archives.parts import PartWriter
from shared.documents.revision import Revision, RevisionState
from shared.errors import NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Item
from shared.kit.jobs.running import Going, RunFails

UNCHANGED, REPORTS, CHANGED, KIND = "unchanged", "reports", "changed", "kind"  # the rounds, one after the other


class DocumentGone(Exception):
    """One was deleted for good while it was read: the part begins anew, without it."""


@dataclass(frozen=True, slots=True)
class Position:
    """After the id `after` in a round (of kinds: in the one numbered `kind`). `first` to `last` are revisions of the document or report
    `after` that are still to come; 0 when it is whole.
    """

    round: str = UNCHANGED
    after: str = ""
    kind: int = 0
    first: int = 0
    last: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        return cls(*json.loads(text)) if text else cls()

    def __str__(self) -> str:
        return json.dumps([self.round, self.after, self.kind, self.first, self.last])

    @property
    def is_end(self) -> bool:
        return self.round == KIND and self.kind == len(READ_ALONE)


@dataclass(slots=True)
class Filling:
    """`position` is how far it has come."""

    collecting: Collecting
    blobs: BlobStore
    going: Going[Archive]
    part: PartWriter
    position: Position
    is_over: bool = False
    holds_unchanged: bool = False

    async def fill(self) -> None:
        """Errors: DocumentGone, RunFails."""
        rounds = {
            UNCHANGED: self._add_unchanged,
            REPORTS: self._add_reports,
            CHANGED: self._add_changed,
            KIND: self._add_kind,
        }
        if self.position.first:
            await (self._go_on_with_report if self.position.round == REPORTS else self._go_on_with_document)()
        while not (self.is_over or self.part.is_full or self.position.is_end):
            await rounds[self.position.round]()

    async def _add_unchanged(self) -> None:
        run = self.going.run
        async for one in self.collecting.unchanged(run.organisation_id, self.position.after, run.cutoff):
            await self._add(one, 1, one.document.newest.number)
            if self.is_over or self.part.is_full:
                return
        self.holds_unchanged = not self.part.is_empty
        self.position = Position(REPORTS)

    async def _add_reports(self) -> None:
        run, now = self.going.run, self.going.now()
        self.going.run = run.model_copy(update={"data_as_of": run.data_as_of or now})
        async for one in self.collecting.of_reports(run.organisation_id, self.position.after):
            self._add_item("report", one.report)
            self._add_item("reportContent", one.content)
            await self._add_revisions(one, 1, len(one.revisions))
            if self.is_over or self.part.is_full:
                return
        self.position = Position(CHANGED)

    async def _add_changed(self) -> None:
        run = self.going.run
        async for one in self.collecting.changed(run.organisation_id, self.position.after, run.cutoff):
            if self.holds_unchanged:
                self.is_over = True  # it may be the same document: none is twice in one part
                return
            await self._add(one, 1, one.document.newest.number)
            if self.is_over or self.part.is_full:
                return
        self.position = Position(KIND)

    async def _go_on_with_document(self) -> None:
        """The revisions that had no room in the part before. Errors: RunFails when it is gone by now."""
        at = self.position
        found = await self.collecting.find(self.going.run.organisation_id, at.after)
        if found is None:
            raise RunFails("document_deleted_meanwhile")
        await self._add(found, at.first, at.last)

    async def _add(self, found: Found, first: int, last: int) -> None:
        """As many of its revisions as there is room for, each with its file; the document itself stands with the first of them."""
        document, taken = found.document, 0
        reached = Position(self.position.round, document.id)
        for revision in found.revisions:
            if not first <= revision.number <= last:
                continue
            if not self._has_room(revision, taken):
                reached = Position(self.position.round, document.id, 0, revision.number, last)
                self.is_over = True
                break
            if revision.state is RevisionState.READY:
                await self._copy(revision)
            self.part.add(REVISION, [revision_line(revision)])
            taken += 1
        if not taken and first == 1:
            return  # it stands wholly in the next part
        if first == 1:
            self.part.add(DOCUMENT, [document_line(document, self.going.now())])
        self.position = reached
        await self.going.come(self.going.run.after, 0 if reached.first else 1, writing=self.part.file_bytes)

    async def _go_on_with_report(self) -> None:
        """The revisions that had no room in the part before. Errors: RunFails when it is gone by now."""
        at = self.position
        found = await self.collecting.find_report(self.going.run.organisation_id, at.after)
        if found is None:
            raise RunFails("report_gone_meanwhile")
        await self._add_revisions(found, at.first, at.last)

    async def _add_revisions(self, found: FoundReport, first: int, last: int) -> None:
        """As many of a report's as there is room for; what was submitted after it was read is not among them."""
        report_id = str(found.report["id"])
        self.position = Position(REPORTS, report_id)
        for revision in found.revisions:
            if not first <= revision["number"] <= last:
                continue
            if self.part.is_full:
                self.position, self.is_over = Position(REPORTS, report_id, 0, revision["number"], last), True
                break
            self._add_item("reportRevision", revision)
        await self.going.come(self.going.run.after, 0)

    def _add_item(self, kind: str, item: Item) -> None:
        self.part.add(kind, [BY_NAME[kind].line_of(item)])

    def _has_room(self, revision: Revision, taken: int) -> bool:
        if revision.state is RevisionState.READY and not self.part.has_room(revision.size_bytes):
            return False
        return not (taken and self.part.is_full)

    async def _copy(self, revision: Revision) -> None:
        """Errors: DocumentGone, RunFails when the stored file is not what was verified."""
        try:
            if (stored := await self.blobs.properties(revision.stored)) is None:
                raise NotFound
            chunks = self._noted(self.blobs.read(revision.stored, stored.etag))
            size, sha256 = await self.part.add_file(revision.document_id, revision.number, revision.size_bytes, chunks)
        except (NotFound, StaleVersion) as error:
            if await self.collecting.find(revision.organisation_id, revision.document_id) is None:
                raise DocumentGone from error
            self._fail("file_missing", revision)
        if (size, sha256) != (revision.size_bytes, revision.sha256):
            self._fail("file_damaged", revision)

    async def _noted(self, chunks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
        """How far it is, while a large file is read."""
        async for chunk in chunks:
            yield chunk
            await self.going.come(self.going.run.after, 0)

    def _fail(self, code: str, revision: Revision) -> None:
        """Errors: RunFails, always."""
        telemetry.event(f"archive.{code}", document_id=revision.document_id, revision=str(revision.number))
        self.going.run = self.going.run.model_copy(update={"failed_at": revision.id})
        raise RunFails(code)

    async def _add_kind(self) -> None:
        at = self.position
        kind = READ_ALONE[at.kind]
        async for item in self.collecting.of_kind(kind, self.going.run.organisation_id, at.after):
            line = kind.line_of(item)
            if kind.is_over(line):
                self.part.add(kind.name, [line])
            self.position = Position(KIND, item["id"], at.kind)
            await self.going.come(self.going.run.after, 0)
            if self.part.is_full:
                return
        self.position = Position(KIND, "", at.kind + 1)
