"""What people do with the revisions of a document: announce a further one, look back, give one up, roll back, download."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.documents.announcing import Announcing, Upload
from shared.documents.drafts import Duplicate, FileDraft
from shared.documents.errors import NotApproved, NotGivenUp, NotReady, PartOfReport
from shared.documents.model import Document
from shared.documents.rejections import GIVEN_UP
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.revision import Revision, RevisionState, RevisionSummary, revision_id
from shared.documents.work import REVISION_RESTORED, VERIFY_QUEUE, facts_of, verification_of
from shared.errors import AlreadyExists, CursorInvalid, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore
from shared.kit.jobs.queues import JobQueue
from shared.kit.paging import Page, PageRequest, cut_page, decode_cursor
from shared.kit.repository import Activity

DOWNLOAD_LIFE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class DocumentRevisions:
    """`stuck_after` is how long a verification may take before the timer looks."""

    documents: DocumentRepository
    announcing: Announcing
    blobs: BlobStore
    queue: JobQueue
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def announce(
        self, actor: Actor, document_id: str, file: FileDraft, *, report_id: str | None = None
    ) -> tuple[Document, Upload, list[Duplicate]]:
        """A further revision; the current one is served until this one is ready. Of a report's file for that report only.

        Errors: NotFound, UploadTooLarge, TypeNotAllowed, RevisionPending, TooManyRevisions, InTheTrash, PartOfReport.
        """
        self.announcing.check(file)
        for _ in range(WRITE_ATTEMPTS):
            document = (await self.documents.get(actor.organisation_id, document_id)).seen_by(actor)
            if document.report_id != report_id:
                raise PartOfReport
            revision = self.announcing.draft(actor, document_id, document.next_number(), file)
            upload = await self.announcing.sign(revision)
            with contextlib.suppress(StaleVersion, AlreadyExists):  # somebody announced one, or only changed the title
                announced = await self._write(document, revision, "document.revision_announced", actor)
                break
        else:
            raise Unavailable(retry_after=1)
        duplicates = await self.documents.find_duplicates(
            actor.organisation_id, file.sha256, but=document_id, seen_by=actor
        )
        return announced, upload, duplicates

    async def get(self, actor: Actor, document_id: str, number: int) -> tuple[Document, Revision]:
        """Errors: NotFound."""
        document, revision = await self.documents.get_with_revision(
            actor.organisation_id, document_id, revision_id(document_id, number)
        )
        return document.seen_by(actor), revision

    async def list_page(self, actor: Actor, document_id: str, request: PageRequest) -> tuple[Document, Page[Revision]]:
        """Newest first. Errors: NotFound, CursorInvalid."""
        after = "" if request.cursor is None else decode_cursor(request.cursor, request.sort)[1]
        if after and not after.startswith(f"{document_id}."):
            raise CursorInvalid
        document, revisions = await self.documents.list_revisions(
            actor.organisation_id, document_id, limit=request.limit + 1, after=after
        )
        document.seen_by(actor)
        known = {revision.id: revision for revision in revisions}
        rows, cursor = cut_page([{"id": known_id} for known_id in known], request)
        return document, Page([known[row["id"]] for row in rows], cursor)

    async def give_up(self, actor: Actor, document_id: str, number: int) -> None:
        """Do not wait for its file any longer; it stays in the list and its number is not given again. Repeating is harmless.

        Errors: NotFound, NotGivenUp once its file was uploaded, PartOfReport.
        """
        for _ in range(WRITE_ATTEMPTS):
            document, revision = await self.get(actor, document_id, number)
            document.require_free()
            if revision.state is RevisionState.REJECTED:
                return
            if revision.state is not RevisionState.AWAITING_UPLOAD:
                raise NotGivenUp
            with contextlib.suppress(StaleVersion):
                given_up = revision.rejected(GIVEN_UP, None, self.now())
                await self._write(document, given_up, "document.revision_given_up", actor)
                await self.blobs.delete(revision.quarantined)
                return
        raise Unavailable(retry_after=1)

    async def roll_back(self, actor: Actor, document_id: str, number: int) -> tuple[Document, Revision]:
        """A new revision with the bytes of an earlier one, copied by the storage and verified as any other.

        Errors: NotFound, NotReady, AlreadyCurrent, RevisionPending, TooManyRevisions, InTheTrash, PartOfReport.
        """
        for _ in range(WRITE_ATTEMPTS):
            document, earlier = await self.get(actor, document_id, number)
            document.require_free()
            document.require_restorable(earlier)
            repeated = await self._repeated(actor, document.next_number(), earlier)
            with contextlib.suppress(StaleVersion, AlreadyExists):
                document = await self._write(document, repeated, REVISION_RESTORED, actor)
                break
        else:
            raise Unavailable(retry_after=1)
        with contextlib.suppress(Unavailable):  # the change feed sends it all the same
            await self.queue.send(VERIFY_QUEUE, verification_of(repeated))
        return document, repeated

    async def sign_download(
        self, actor: Actor, document_id: str, number: int | None = None
    ) -> tuple[Document, RevisionSummary, SignedUrl]:
        """Of the one with this number, or of what the actor gets by default. Errors: NotFound, NotReady, NotApproved."""
        if number is None:
            document = (await self.documents.get(actor.organisation_id, document_id)).seen_by(actor)
            wanted = document.shown_to(actor)
            if wanted is None and document.current is not None:
                raise NotApproved
        else:
            document, revision = await self.get(actor, document_id, number)
            wanted = revision.summary()
        if wanted is None or wanted.state is not RevisionState.READY:
            raise NotReady
        kind = wanted.detected_type or "application/octet-stream"
        signed = await self.blobs.sign_download(document.stored(wanted.number), wanted.file_name, kind, DOWNLOAD_LIFE)
        facts = {"revisionId": wanted.revision_id, "revision": wanted.number}
        happened = Activity.of("document.downloaded", document, actor=actor.user_id, at=self.now(), **facts)
        await self.documents.record(happened)
        telemetry.event("document.downloaded", document_id=document.id, revision=wanted.number)
        return document, wanted, signed

    async def _repeated(self, actor: Actor, number: int, earlier: Revision) -> Revision:
        """Errors: Unavailable when the library does not show the bytes."""
        file = FileDraft(earlier.file_name, earlier.size_bytes, earlier.sha256, earlier.content_type)
        found = await self.blobs.properties(earlier.stored)
        if found is None:
            raise Unavailable
        now = self.now()
        revision = self.announcing.draft(actor, earlier.document_id, number, file)
        revision = revision.model_copy(update={"restored_from": earlier.number})
        return revision.uploaded(found.etag, now, now + self.stuck_after)

    async def _write(self, document: Document, revision: Revision, happened: str, actor: Actor) -> Document:
        now = self.now()
        activity = Activity.of(happened, document, actor=actor.user_id, at=now, **facts_of(revision))
        stored, _ = await self.documents.move(document.with_revision(revision, now), revision, activity)
        telemetry.event(happened, document_id=document.id, revision=revision.number)
        return stored
