"""The files of a report: announced under ids that devices make, uploaded straight to the storage, verified as any document."""

from http import HTTPStatus
from typing import Literal, Self

from pydantic import ConfigDict, Field

from shared.app import App
from shared.documents.announcing import Upload
from shared.documents.drafts import FileDraft
from shared.documents.errors import SizeMismatch, TypeNotAllowed, UploadMissing, UploadTooLarge
from shared.documents.model import Document
from shared.documents.revision import RevisionState
from shared.documents.titles import FileName, MediaType, Sha256, SizeBytes
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Answer, Api
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.reports.errors import AttachmentTaken, ReportIdTaken, TooManyAttachments

api = Api("Reports")

READ = requires(Permission.REPORTS_READ)
WRITE = requires(Permission.REPORTS_WRITE)


class FileIn(In):
    """The name is kept as it is sent: the receipt of a submit is over it."""

    model_config = ConfigDict(str_strip_whitespace=False)

    site_id: Id = Field(description="that of the report, which need not have arrived yet")
    name: FileName
    size_bytes: SizeBytes
    sha256: Sha256
    content_type: MediaType

    def to_file(self) -> FileDraft:
        return FileDraft(self.name, self.size_bytes, self.sha256, self.content_type)


class AttachmentRejectionOut(Out):
    code: str
    message: str


class AttachmentStateOut(Out):
    """A file of a report; it is the document of the same id, which can be downloaded and shown as any other."""

    id: str
    name: str
    size_bytes: int
    sha256: str
    state: RevisionState
    rejection: AttachmentRejectionOut | None = Field(
        description="why it was refused; announce it again if it changed on its way"
    )
    revision: int = Field(description="of the document: how often it had to be awaited")

    @classmethod
    def of(cls, document: Document) -> Self:
        return cls(**_facts(document))


class AttachmentUploadOut(Out):
    """PUT the whole file to `url` (single), or blocks of `blockSizeBytes` and then the block list (blocks)."""

    method: Literal["single", "blocks"]
    url: str
    block_size_bytes: int = Field(description="0 for single")
    expires_at: Moment

    @classmethod
    def of(cls, upload: Upload | None) -> Self | None:
        if upload is None:
            return None
        return cls(
            method=upload.method,
            url=upload.signed.url,
            block_size_bytes=upload.block_size_bytes,
            expires_at=upload.signed.expires_at,
        )


class AttachmentAnnouncedOut(AttachmentStateOut):
    upload: AttachmentUploadOut | None = Field(description="where the bytes go; null once they are there")

    @classmethod
    def announced(cls, document: Document, upload: Upload | None) -> Self:
        return cls(**_facts(document), upload=AttachmentUploadOut.of(upload))


class AttachmentStatesOut(Out):
    items: list[AttachmentStateOut]


def _facts(document: Document) -> dict[str, object]:
    newest = document.newest
    rejection = newest.rejection
    return {
        "id": document.id,
        "name": newest.file_name,
        "size_bytes": newest.size_bytes,
        "sha256": newest.sha256,
        "state": newest.state,
        "rejection": None if rejection is None else AttachmentRejectionOut(**rejection.model_dump()),
        "revision": newest.number,
    }


@api.put(
    "v1/reports/{report_id:length(26)}/attachments/{attachment_id:length(26)}",
    summary="Announce a file of a report",
    auth=WRITE,
    also=HTTPStatus.CREATED,
    errors=(AttachmentTaken, ReportIdTaken, TooManyAttachments, UploadTooLarge, TypeNotAllowed),
)
async def put_report_attachment(
    report_id: Id, attachment_id: Id, body: FileIn, actor: Actor, app: App
) -> Answer[AttachmentAnnouncedOut]:
    """Under an id that the device makes, before or after the report itself, as often as it likes: the answer says how the file is, with a
    fresh signed URL while it is awaited. PUT the bytes there and say `complete`. What never came, or changed on its way, is awaited again.
    """
    announced = await app.attachments.announce(actor, report_id, body.site_id, attachment_id, body.to_file())
    answer = AttachmentAnnouncedOut.announced(announced.document, announced.upload)
    return Answer(answer, status=HTTPStatus.CREATED if announced.created else None)


@api.post(
    "v1/reports/{report_id:length(26)}/attachments/{attachment_id:length(26)}/complete",
    summary="Say that the bytes of a report's file are there",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    errors=(UploadMissing, SizeMismatch),
)
async def complete_report_attachment(report_id: Id, attachment_id: Id, actor: Actor, app: App) -> AttachmentStateOut:
    """Starts verification; follow its state. Repeating is harmless."""
    return AttachmentStateOut.of(await app.attachments.complete(actor, report_id, attachment_id))


@api.get("v1/reports/{report_id:length(26)}/attachments", summary="List the files of a report", auth=READ)
async def list_report_attachments(report_id: Id, actor: Actor, app: App) -> AttachmentStatesOut:
    """All that were announced for it, also those that it does not name; at most 200."""
    documents = await app.attachments.list_all(actor, report_id)
    return AttachmentStatesOut(items=[AttachmentStateOut.of(document) for document in documents])
