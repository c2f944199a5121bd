"""What can be wrong with a report, its state or what was sent of it."""

from shared.errors import Conflict, Forbidden, Invalid
from shared.reports.drafts import Disagreement, Other, Receipts


class ReportExists(Conflict):
    code = "report_exists"
    message = "There is a report of this type, site, day and subject already."
    extension = Other


class ReportIdTaken(Conflict):
    code = "report_id_taken"
    message = "A report with this id is of another type, site or day. Make a new id."


class ReportDiscarded(Conflict):
    code = "report_discarded"
    message = "The draft was discarded. To go on with it, send it as a new report."


class NotEditable(Conflict):
    code = "not_editable"
    message = "The report was submitted. It can be edited again when changes are requested, or it is reopened."


class EditConflict(Conflict):
    code = "edit_conflict"
    message = "Somebody else changed the same fields meanwhile. Compare both versions and send what shall stay."
    extension = Disagreement


class EditionUnknown(Conflict):
    code = "edition_unknown"
    message = "What this was based on is not kept any more. Compare both versions and send what shall stay."
    extension = Disagreement


class RevisionTaken(Conflict):
    code = "revision_taken"
    message = "This revision was submitted before, with another content."
    extension = Receipts


class RevisionOutOfOrder(Conflict):
    code = "revision_out_of_order"
    message = "The revision before this one is not there, or is not finished."


class SubmitStale(Conflict):
    code = "submit_stale"
    message = "Somebody else changed the report after what you saw. Bring the changes together, look at them, and submit again."
    extension = Disagreement


class AttachmentMissing(Conflict):
    code = "attachment_missing"
    message = "Not every attachment has arrived and been verified. Upload what is missing and submit again."


class AttachmentTaken(Conflict):
    code = "attachment_taken"
    message = "This id belongs to another file."


class TooManyAttachments(Conflict):
    code = "too_many_attachments"
    message = "At most 200 files can be announced for one report."


class ReportBlocked(Invalid):
    code = "report_blocked"
    message = "The report cannot be submitted as it is."


class ReasonMissing(Invalid):
    code = "reason_missing"
    message = "Every warning needs a reason."


class ReceiptDiffers(Invalid):
    code = "receipt_differs"
    message = "What arrived is not what the receipt was made of. Send it again."


class PayloadTooLarge(Invalid):
    code = "payload_too_large"
    message = "The payload has at most 400,000 bytes of JSON."


class NoSuchDay(Invalid):
    code = "no_such_day"
    message = "The zone of the site left this day out."


class AlreadySubmitted(Conflict):
    code = "already_submitted"
    message = "Only a draft that was never submitted can be discarded."


class NotYours(Forbidden):
    code = "not_yours"
    message = "Only its author and reviewers can discard a draft."


class TooManyRevisions(Conflict):
    code = "too_many_revisions"
    message = "A report has at most 200 revisions."


class NotSubmitted(Conflict):
    code = "not_submitted"
    message = "Only what was submitted and waits for a decision can be reviewed."


class NotReopenable(Conflict):
    code = "not_reopenable"
    message = "Only an approved or final report can be reopened."


class NotApproved(Conflict):
    code = "not_approved"
    message = "Only an approved report can be made final."


class MonthIncomplete(Conflict):
    code = "month_incomplete"
    message = "Every day of the month needs an approved report."


class MonthDiffers(Conflict):
    code = "month_differs"
    message = "The days of the month do not add up to the sheet."


class MonthClosed(Conflict):
    code = "month_closed"
    message = "The month was closed with another sheet. Reopen one of its reports first."


class OwnReport(Forbidden):
    code = "own_report"
    message = "Nobody approves what they submitted themselves."


class Reviewed(Conflict):
    code = "reviewed"
    message = "This revision was decided about already."


class HasWarnings(Conflict):
    code = "has_warnings"
    message = "A report with warnings is approved on its own, after reading them."
