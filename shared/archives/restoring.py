"""Documents of one part, with their files, into the organisation. Repeating is harmless: what is there is passed over.

A file goes where uploads go (quarantine), is asked everything an upload is asked (hash, kind, malware, what archives unpack to), and is
copied to the library by the storage. Text and pictures are made by the jobs that always make them, as soon as the revision is written.
The document is written last, in the batch with its newest revisions: before that nobody sees any of it.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.archives.documents import made_ready, refused, restored_document, restored_revision
from shared.archives.format import file_path
from shared.archives.kinds import Line
from shared.archives.reading import PartReader
from shared.documents.derived import Derived
from shared.documents.malware import Subject
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.revision import Revision, RevisionState
from shared.documents.verification import Checks, ScanPending, examine
from shared.errors import AlreadyExists, NotFound, StaleVersion, Unavailable
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Write
from shared.kit.jobs.running import RunFails
from shared.kit.large_blobs import BLOCK, StagedBlob
from shared.kit.query import Query
from shared.kit.repository import Activity
from shared.kit.side_by_side import AT_ONCE

BATCH_WRITES, BATCH_BYTES = 50, 1_000_000  # of one write: the service takes 100 and 2 MB
KNOWN_AT_ONCE = 200
SECONDS = 180.0
_KNOWN = "SELECT c.id FROM c WHERE c.kind = 'document' AND ARRAY_CONTAINS(@ids, c.id)"
_REVISIONS = "SELECT * FROM c WHERE c.kind = 'revision' AND c.documentId = @document"
Pulse = Callable[[], Awaitable[None]]


@dataclass(slots=True)
class Lot:
    """What a part holds of one document: the document itself, or only some of its revisions."""

    document_id: str
    document: Line | None = None
    revisions: dict[int, Line] = field(default_factory=dict)


@dataclass(slots=True)
class Restored:
    """What came of a part in one go. `is_all`: nothing of it is left for another; `waits`: for a scanner that has not come to a file."""

    documents: int = 0
    revisions: int = 0
    rejected: int = 0
    is_all: bool = True
    waits: bool = False


@dataclass(frozen=True, slots=True)
class Restoring:
    """`checks` and `expected` are those of uploads. After `seconds` the rest is left to another turn: a worker has ten minutes."""

    documents: DocumentRepository
    blobs: BlobStore
    checks: Checks
    expected: Callable[[str | None], dict[str, Derived]]
    now: Callable[[], datetime]
    seconds: float = SECONDS

    async def restore(
        self, reader: PartReader, lots: Mapping[str, Lot], by: str, organisation_id: str, pulse: Pulse
    ) -> Restored:
        """Errors: RunFails."""
        known = await self._known(organisation_id, lots)
        new = [lot for document_id, lot in lots.items() if document_id not in known]
        total, end = Restored(), asyncio.get_running_loop().time() + self.seconds
        for lot in new:
            is_new = await self._stage(reader, lot, organisation_id, pulse)
            if is_new and asyncio.get_running_loop().time() > end:
                total.is_all = False
                return total
        for begin in range(0, len(new), AT_ONCE):
            handful = (self._settle(lot, by, organisation_id, total) for lot in new[begin : begin + AT_ONCE])
            for outcome in await asyncio.gather(*handful, return_exceptions=True):
                if isinstance(outcome, ScanPending):
                    total.waits = True  # the others need not
                elif isinstance(outcome, BaseException):
                    raise outcome
            await pulse()
            if asyncio.get_running_loop().time() > end:
                total.is_all = begin + AT_ONCE >= len(new)
                break
        total.is_all = total.is_all and not total.waits
        return total

    async def _known(self, organisation_id: str, ids: Iterable[str]) -> set[str]:
        wanted, known = list(ids), set[str]()
        for begin in range(0, len(wanted), KNOWN_AT_ONCE):
            some = wanted[begin : begin + KNOWN_AT_ONCE]
            rows = await self.documents.container.query(Query(_KNOWN, {"@ids": some}), organisation_id, limit=len(some))
            known |= {row["id"] for row in rows}
        return known

    async def _stage(self, reader: PartReader, lot: Lot, organisation_id: str, pulse: Pulse) -> bool:
        """Its files into quarantine, where the scanner looks; those that came further are left alone. Answers whether any was put."""
        is_new = False
        for number, line in lot.revisions.items():
            revision = restored_revision(line, organisation_id, self.now())
            if revision.state is not RevisionState.READY or await self._is_stored(revision):
                continue
            if (found := await self.blobs.properties(revision.quarantined)) is not None:
                if found.size == revision.size_bytes:
                    continue
                await self.blobs.delete(revision.quarantined, etag=found.etag)
            blob, pending = StagedBlob(self.blobs, revision.quarantined), bytearray()
            async for chunk in reader.chunks(file_path(lot.document_id, number)):
                pending += chunk
                while len(pending) >= BLOCK:
                    await blob.stage(bytes(pending[:BLOCK]))
                    del pending[:BLOCK]
                await pulse()
            if pending:
                await blob.stage(bytes(pending))
            await blob.commit(revision.content_type)
            is_new = True
        return is_new

    async def _settle(self, lot: Lot, by: str, organisation_id: str, total: Restored) -> None:
        revisions = {}
        for number, line in sorted(lot.revisions.items()):
            revision = restored_revision(line, organisation_id, self.now())
            if revision.state is RevisionState.READY:
                revision = await self._judged(revision)
                total.rejected += revision.state is RevisionState.REJECTED
            revisions[number] = revision
        writes = [Write("upsert", revision.to_item()) for revision in revisions.values()]
        total.revisions += len(writes)
        if lot.document is not None:
            writes += await self._document(lot.document, by, organisation_id, revisions)
            total.documents += 1
        await self._write(organisation_id, writes)

    async def _document(self, line: Line, by: str, organisation_id: str, revisions: dict[int, Revision]) -> list[Write]:
        """Errors: RunFails when one of its revisions is nowhere."""
        if len(revisions) < line["newest"]:
            query = Query(_REVISIONS, {"@document": line["id"]})
            async for item in self.documents.container.stream(query, organisation_id):
                revisions.setdefault(item["number"], Revision.from_item(item))
        try:
            document: Document = restored_document(line, organisation_id, revisions, self.now())
        except KeyError as error:
            raise RunFails("revision_missing") from error
        happened = Activity.of("document.imported", document, actor=by, at=self.now())
        return [Write("create", document.to_item()), Write("create", happened.to_item())]

    async def _judged(self, revision: Revision) -> Revision:
        """Examined as an upload is, and in the library; or refused. Errors: ScanPending, Unavailable, RunFails."""
        if await self._is_stored(revision):  # an attempt before this one came so far
            await self.blobs.delete(revision.quarantined)
            return made_ready(revision, revision.detected_type, self.expected(revision.detected_type))
        source = revision.quarantined
        if (found := await self.blobs.properties(source)) is None:
            raise Unavailable(retry_after=1)
        etag = found.etag
        subject = Subject(found.size, lambda: self.blobs.read(source, etag), lambda: self.blobs.tags(source))
        try:
            verdict = await examine(revision, subject, self.checks)
            if verdict.rejection is not None:
                await self.blobs.delete(source, etag=etag)
                return refused(revision, verdict.rejection, self.now())
            await self.blobs.promote(
                source,
                revision.stored,
                etag=etag,
                size=revision.size_bytes,
                metadata=dict(revision.blob_metadata),
            )
        except (StaleVersion, NotFound) as error:  # another worker is at it
            raise Unavailable(retry_after=1) from error
        except AlreadyExists as error:
            raise RunFails("file_there_otherwise") from error
        await self.blobs.delete(source, etag=etag)
        return made_ready(revision, verdict.detected_type, self.expected(verdict.detected_type))

    async def _is_stored(self, revision: Revision) -> bool:
        found = await self.blobs.properties(revision.stored)
        return (
            found is not None
            and found.copy_status in {None, "success"}
            and found.size == revision.size_bytes
            and found.metadata == revision.blob_metadata
        )

    async def _write(self, organisation_id: str, writes: list[Write]) -> None:
        """The last batch holds the document: until then nobody sees the revisions. A document that is there by now stays as it is."""
        batches: list[list[Write]] = [[]]
        size = 0
        for write in reversed(writes):
            length = len(json.dumps(write.item))
            if batches[-1] and (len(batches[-1]) == BATCH_WRITES or size + length > BATCH_BYTES):
                batches.append([])
                size = 0
            batches[-1].append(write)
            size += length
        for batch in reversed(batches):
            try:
                await self.documents.container.batch(organisation_id, batch)
            except AlreadyExists:
                return


def lots_of(documents: Iterable[Line], revisions: Iterable[Line]) -> dict[str, Lot]:
    """By document."""
    lots: dict[str, Lot] = {}
    for line in documents:
        lots.setdefault(line["id"], Lot(line["id"])).document = line
    for line in revisions:
        lots.setdefault(line["documentId"], Lot(line["documentId"])).revisions[line["number"]] = line
    return lots
