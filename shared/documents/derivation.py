"""Text and pictures of verified files, each a job of its own: claimed by its state, safe to repeat, retried alone.

That a revision is pending is all the outbox there is: the change feed sends the job. Pages and pictures have names made of ids,
so a second worker writes the same ones over again. What cannot be read is said to have failed, and the document stays as it is.
"""

import contextlib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.documents.derived import PENDING, Derived, DerivedState, failed
from shared.documents.errors import NotReady
from shared.documents.extraction.extractor import TextExtractor
from shared.documents.extraction.pages import PageText, read_pages
from shared.documents.model import Document
from shared.documents.previews.previewer import CONTENT_TYPE, Previewer
from shared.documents.previews.stored import is_picture, preview_path
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.revision import Revision, RevisionState, revision_id
from shared.documents.words import page_words
from shared.documents.work import PREVIEW_QUEUE, TEXT_QUEUE, derivation_of, facts_of, revision_of
from shared.errors import StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container, Write
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.repository import Activity
from shared.kit.sandbox import SandboxFailed, workspace

QUEUES = {"text": TEXT_QUEUE, "preview": PREVIEW_QUEUE}
BATCH_PAGES, BATCH_BYTES = 100, 1_000_000  # of one write: the service takes 2 MB
_AGAIN = frozenset({"crashed"})  # may be the machine's doing: the queue delivers again


@dataclass(frozen=True, slots=True)
class DocumentDerivation:
    """`pages` is the container of texts, partitioned by organisation and document."""

    documents: DocumentRepository
    pages: Container
    blobs: BlobStore
    queue: JobQueue
    extractor: TextExtractor
    previewer: Previewer
    now: Callable[[], datetime]

    def expected(self, kind: str | None) -> dict[str, Derived]:
        """What is to come of a file of this detected type, as fields of its revision."""
        able = {"text": self.extractor.can_read(kind), "preview": self.previewer.can_draw(kind)}
        return {name: PENDING for name, can in able.items() if can}

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """Send a job for everything that is pending."""
        for item in items:
            if item["kind"] != "revision" or item["state"] != RevisionState.READY:
                continue
            for name, queue in QUEUES.items():
                if (item.get(name) or {}).get("state") == DerivedState.PENDING:
                    await self.queue.send(queue, derivation_of(Revision.from_item(item), name))

    async def extract_text(self, job: Job) -> None:
        """Write the pages of a pending revision, then say so. Errors: Unavailable, and the queue delivers again."""
        await self._derive(job, "text", self._text)

    async def draw_preview(self, job: Job) -> None:
        """Store pictures of the first pages of a pending revision, then say so. Errors: Unavailable."""
        await self._derive(job, "preview", self._preview)

    async def restart(
        self, actor: Actor, document_id: str, number: int, names: Collection[str]
    ) -> tuple[Document, Revision]:
        """Do some of it again: text, preview. What there is none of stays none. Errors: NotFound, NotReady."""
        wanted = revision_id(document_id, number)
        for _ in range(WRITE_ATTEMPTS):
            document, revision = await self.documents.get_with_revision(actor.organisation_id, document_id, wanted)
            document.seen_by(actor)
            if revision.state is not RevisionState.READY:
                raise NotReady
            update = {name: state for name, state in self.expected(revision.detected_type).items() if name in names}
            facts = {**facts_of(revision), "parts": sorted(update)}
            asked = Activity.of(
                "document.reprocessing_requested", document, actor=actor.user_id, at=self.now(), **facts
            )
            with contextlib.suppress(StaleVersion):  # somebody else is at the document
                document, revision = await self.documents.move(document, revision.model_copy(update=update), asked)
                break
        else:
            raise Unavailable(retry_after=1)
        for name in update:
            with contextlib.suppress(Unavailable):  # the feed sends it then
                await self.queue.send(QUEUES[name], derivation_of(revision, name))
        return document, revision

    async def give_up(self, job: Job, name: str) -> None:
        """No delivery came to an end."""
        await self._settle(job, name, failed("crashed"))

    async def _derive(self, job: Job, name: str, make: Callable[[Revision, Path], Any]) -> None:
        _, revision = await self.documents.get_with_revision(job.organisation_id, job.subject_id, revision_of(job))
        if getattr(revision, name).state is not DerivedState.PENDING:
            return
        try:
            with workspace() as folder:
                derived: Derived = await make(revision, folder)
        except SandboxFailed as error:
            if error.reason in _AGAIN:
                raise Unavailable("The file could not be worked on.") from error
            derived = failed(error.reason)
        await self._settle(job, name, derived)

    async def _text(self, revision: Revision, folder: Path) -> Derived:
        made = await self.extractor.extract(folder, revision.detected_type or "", await self._read(revision))
        batch: list[Write] = []
        size = 0
        for page in read_pages(folder):
            item = page_item(revision, page)
            length = len(item["text"].encode()) + len(item["words"].encode())
            if len(batch) == BATCH_PAGES or (batch and size + length > BATCH_BYTES):
                await self._write(revision, batch)
                batch, size = [], 0
            batch.append(Write("upsert", item))
            size += length
        if batch:
            await self._write(revision, batch)
        return Derived(state=DerivedState.READY, pages=made.pages, total=made.total, truncated=made.truncated)

    async def _preview(self, revision: Revision, folder: Path) -> Derived:
        made = await self.previewer.draw(folder, revision.detected_type or "", await self._read(revision))
        for file in (made.thumbnail, *(page.file for page in made.pages)):
            if not is_picture(picture := file.read_bytes()):
                return failed("damaged")  # browsers are shown what is stored here: it must be nothing else
            await self.blobs.put(preview_path(revision.blob_name, file.name), picture, CONTENT_TYPE)
        return Derived(state=DerivedState.READY, pages=len(made.pages), total=made.total, truncated=made.truncated)

    async def _read(self, revision: Revision) -> Any:
        """Errors: Unavailable when the stored file is not there, which no reader can help."""
        if (found := await self.blobs.properties(revision.stored)) is None:
            raise Unavailable("The stored file is not there.")
        return self.blobs.read(revision.stored, found.etag)

    async def _write(self, revision: Revision, batch: list[Write]) -> None:
        await self.pages.batch([revision.organisation_id, revision.document_id], batch)

    async def _settle(self, job: Job, name: str, derived: Derived) -> None:
        for _ in range(WRITE_ATTEMPTS):
            document, revision = await self.documents.get_with_revision(
                job.organisation_id, job.subject_id, revision_of(job)
            )
            if getattr(revision, name).state is not DerivedState.PENDING:
                return
            changed = revision.model_copy(update={name: derived})
            try:
                await self._keep(document, changed, name)
            except StaleVersion:
                continue
            telemetry.event(f"document.{name}_{derived.state}", document_id=document.id, reason=derived.reason or "")
            return
        raise StaleVersion

    async def _keep(self, document: Document, changed: Revision, name: str) -> None:
        """What was drawn is said by the document as well, so that lists know of it. Errors: StaleVersion."""
        shown = document.showing(changed) if name == "preview" else document
        if shown == document:
            await self.documents.hold(document, changed)
        else:
            await self.documents.move(shown, changed)


def page_item(revision: Revision, page: PageText) -> dict[str, Any]:
    """A page as it is stored and searched: its id is made of the revision's and the number."""
    return {
        "id": f"{revision.id}.{page.number:04d}",
        "kind": "page",
        "organisationId": revision.organisation_id,
        "documentId": revision.document_id,
        "revisionId": revision.id,
        "revision": revision.number,
        "number": page.number,
        "label": page.label,
        "text": page.text,
        "words": page_words(page.text),
    }
