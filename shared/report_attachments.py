"""Documents as reports see them: the files of one report. Where the two nouns meet, as in received_documents.py.

A device announces a file under an id of its own, before or after the report itself, as often as it likes. What did not come as it was
announced (never, or changed on its way) is awaited again when it is announced again, so that no photo on a device is ever stranded.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from shared.documents.announcing import Upload
from shared.documents.drafts import DocumentDraft, FileDraft
from shared.documents.errors import NotAwaitingUpload, RevisionPending
from shared.documents.model import Document
from shared.documents.rejections import (
    BYTES_CHANGED,
    GIVEN_UP,
    HASH_MISMATCH,
    NEVER_UPLOADED,
    PROCESSING_FAILED,
    SIZE_MISMATCH,
)
from shared.documents.revision import RevisionState
from shared.documents.revisions import DocumentRevisions
from shared.documents.service import DocumentService
from shared.documents.uploads import DocumentUploads
from shared.errors import AlreadyExists, NotFound, Unavailable
from shared.identity.actor import Actor
from shared.reports.content import MAX_ATTACHMENTS
from shared.reports.drafts import Attachment
from shared.reports.errors import AttachmentTaken, ReportIdTaken, TooManyAttachments
from shared.reports.model import Report

MAX_FILES = 2 * MAX_ATTACHMENTS  # of one report, those among them that it does not name any more
ATTEMPTS = 3
DIFFERS = "differs"
MISSING = "missing"
_WORTH_ANOTHER = frozenset(
    one.code for one in (HASH_MISMATCH, BYTES_CHANGED, SIZE_MISMATCH, PROCESSING_FAILED, GIVEN_UP, NEVER_UPLOADED)
)

FindReport = Callable[[str, str], Awaitable[Report | None]]
RequireSite = Callable[[Actor, str], Awaitable[object]]
"""Errors: NotFound for a site that the actor does not see."""


@dataclass(frozen=True, slots=True)
class Announced:
    """`upload` is where the bytes go, None once they are there."""

    document: Document
    upload: Upload | None
    created: bool = False


@dataclass(frozen=True, slots=True)
class ReportAttachments:
    documents: DocumentService
    uploads: DocumentUploads
    revisions: DocumentRevisions
    find_report: FindReport
    require_site: RequireSite

    async def announce(
        self, actor: Actor, report_id: str, site_id: str, attachment_id: str, file: FileDraft
    ) -> Announced:
        """A file is to come. Repeating answers how it is, and a fresh URL while it is awaited.

        Errors: NotFound for a site that the actor does not see, ReportIdTaken for a report of another site, AttachmentTaken,
        TooManyAttachments, UploadTooLarge, TypeNotAllowed.
        """
        await self._require(actor, report_id, site_id)
        for _ in range(ATTEMPTS):
            known = await self.documents.documents.find(actor.organisation_id, attachment_id)
            try:
                if known is None:
                    return await self._begin(actor, report_id, site_id, attachment_id, file)
                return await self._again(actor, _same(known, report_id, site_id, file), file)
            except (AlreadyExists, NotAwaitingUpload, RevisionPending):
                continue  # a repetition was faster, or it was completed meanwhile
        if known is None:
            raise AttachmentTaken  # by something that is no document
        raise Unavailable(retry_after=1)

    async def complete(self, actor: Actor, report_id: str, attachment_id: str) -> Document:
        """The bytes are there. Repeating is harmless. Errors: NotFound, UploadMissing, SizeMismatch."""
        await self._own(actor, report_id, attachment_id)
        return await self.uploads.complete(actor, attachment_id)

    async def list_all(self, actor: Actor, report_id: str) -> list[Document]:
        """Errors: NotFound where there is neither a report nor a file of it that the actor may see."""
        report = await self.find_report(actor.organisation_id, report_id)
        if report is not None:
            report.seen_by(actor)
        found = await self.documents.documents.of_report(actor.organisation_id, report_id, MAX_FILES)
        seen = [document for document in found if actor.may_see_site(document.site_id)]
        if report is None and not seen:
            raise NotFound
        return seen

    async def states_of(self, organisation_id: str, report_id: str, wanted: Sequence[Attachment]) -> dict[str, str]:
        """By id: the state of the file; `missing`, or `differs` from what the report says of it. One request."""
        found = await self.documents.documents.of_report(organisation_id, report_id, MAX_FILES)
        known = {document.id: document for document in found}
        return {one.id: _state(known.get(one.id), one) for one in wanted}

    async def _require(self, actor: Actor, report_id: str, site_id: str) -> None:
        report = await self.find_report(actor.organisation_id, report_id)
        if report is None:
            await self.require_site(actor, site_id)
        elif report.seen_by(actor).site_id != site_id:
            raise ReportIdTaken

    async def _begin(
        self, actor: Actor, report_id: str, site_id: str, attachment_id: str, file: FileDraft
    ) -> Announced:
        beside = await self.documents.documents.of_report(actor.organisation_id, report_id, MAX_FILES)
        if len(beside) >= MAX_FILES:
            raise TooManyAttachments
        draft = DocumentDraft(file, None, site_id, report_id=report_id, id=attachment_id)
        document, upload, _ = await self.documents.announce(actor, draft)
        return Announced(document, upload, created=True)

    async def _again(self, actor: Actor, known: Document, file: FileDraft) -> Announced:
        document = known.seen_by(actor)
        rejection = document.newest.rejection
        if rejection is not None and rejection.code in _WORTH_ANOTHER:
            document, upload, _ = await self.revisions.announce(actor, document.id, file, report_id=known.report_id)
            return Announced(document, upload)
        if document.state is RevisionState.AWAITING_UPLOAD:
            return Announced(document, await self.uploads.sign_again(actor, document.id))
        return Announced(document, None)

    async def _own(self, actor: Actor, report_id: str, attachment_id: str) -> Document:
        """Errors: NotFound."""
        document = await self.documents.get(actor, attachment_id)
        if document.report_id != report_id:
            raise NotFound
        return document


def _same(known: Document, report_id: str, site_id: str, file: FileDraft) -> Document:
    """Errors: AttachmentTaken for another report, site or file."""
    facts = (known.newest.file_name, known.newest.size_bytes, known.newest.sha256)
    place = (known.report_id, known.site_id)
    if place != (report_id, site_id) or facts != (file.file_name, file.size_bytes, file.sha256):
        raise AttachmentTaken
    return known


def _state(known: Document | None, wanted: Attachment) -> str:
    if known is None:
        return MISSING
    newest = known.newest
    if (newest.file_name, newest.size_bytes, newest.sha256) != (wanted.name, wanted.size_bytes, wanted.sha256):
        return DIFFERS
    return newest.state.value
