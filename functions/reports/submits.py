"""A report is submitted."""

from http import HTTPStatus
from typing import Annotated, Self

from pydantic import Field

from functions.reports.drafts import PLACING
from functions.reports.schemas import ReportEditIn
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Answer, Api
from shared.kit.ids import Id
from shared.kit.model import Moment, Out
from shared.reports.content import ReportRevision
from shared.reports.errors import (
    AttachmentMissing,
    NotEditable,
    ReasonMissing,
    ReceiptDiffers,
    ReportBlocked,
    RevisionOutOfOrder,
    RevisionTaken,
    SubmitStale,
    TooManyRevisions,
)
from shared.reports.model import MAX_REVISIONS
from shared.reports.submitting import Submit

api = Api("Reports")

WRITE = requires(Permission.REPORTS_WRITE)
RevisionNumber = Annotated[int, Field(ge=1, le=MAX_REVISIONS)]
JUDGING = (ReportBlocked, ReasonMissing, ReceiptDiffers, AttachmentMissing)
ORDER = (RevisionTaken, RevisionOutOfOrder, SubmitStale, NotEditable, TooManyRevisions)


class SubmitIn(ReportEditIn):
    """A report as the device freezes it, with every edit that was not confirmed yet."""

    receipt: str = Field(
        pattern=r"^[0-9a-f]{64}$",
        description="SHA-256 over the canonical JSON (RFC 8785) of attachments, definition, payload, reasons, reportId and revision",
    )

    def to_submit(self, number: int) -> Submit:
        return Submit(number, self.to_edit(), self.receipt)


class SubmittedOut(Out):
    """The server has exactly this. A device deletes what it holds only when the receipt is its own."""

    report_id: str
    revision: int
    receipt: str
    received_at: Moment
    edition: int = Field(description="of the content that was frozen; base the next edit on it")

    @classmethod
    def of(cls, revision: ReportRevision) -> Self:
        return cls(
            report_id=revision.report_id,
            revision=revision.number,
            receipt=revision.receipt,
            received_at=revision.received_at,
            edition=revision.edition,
        )


@api.put(
    "v1/reports/{report_id:length(26)}/revisions/{number}",
    summary="Submit a report",
    auth=WRITE,
    also=HTTPStatus.CREATED,
    errors=(*PLACING, *JUDGING, *ORDER),
)
async def put_report_revision(
    report_id: Id, number: RevisionNumber, body: SubmitIn, actor: Actor, app: App
) -> Answer[SubmittedOut]:
    """Freezes revision `number`, one more than the last, and confirms it by its receipt: 201, and 200 for every repetition, whatever
    became of the report since. Begins the report if no edit of it ever arrived. Nothing is stored when it is refused.

    422 `report_blocked` and `reason_missing` name each field by its JSON pointer, with the rule as the code; 409 `attachment_missing`
    names each file with its state: upload what is missing and repeat. 409 `submit_stale` carries all sides, as for an edit.
    """
    submitted = await app.reports.submitting.submit(actor, report_id, body.to_submit(number))
    status = HTTPStatus.CREATED if submitted.created else None
    return Answer(SubmittedOut.of(submitted.revision), status=status)
