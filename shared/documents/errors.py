"""What can be wrong with an upload, a download or a state."""

from shared.errors import Conflict, Forbidden, Invalid


class UploadTooLarge(Invalid):
    code = "upload_too_large"
    message = "The file is larger than the limit."


class TypeNotAllowed(Invalid):
    code = "type_not_allowed"
    message = "Programs and scripts cannot be stored."


class NotAwaitingUpload(Conflict):
    code = "not_awaiting_upload"
    message = "The file of the newest revision has already been uploaded, or was given up."


class UploadMissing(Conflict):
    code = "upload_missing"
    message = "No file has been uploaded for this document yet."


class SizeMismatch(Conflict):
    code = "size_mismatch"
    message = "The uploaded file has another size than announced. It was dropped; upload it again."


class NotReady(Conflict):
    code = "not_ready"
    message = "Only what is ready can be downloaded, restored or read again."


class PartOfReport(Conflict):
    code = "part_of_report"
    message = "The file is part of a report: it is moved, replaced and deleted with that only."


class RevisionPending(Conflict):
    code = "revision_pending"
    message = "Another revision is on its way. Wait until it is verified, or give it up."


class TooManyRevisions(Conflict):
    code = "too_many_revisions"
    message = "A document has at most 1,000 revisions."


class InTheTrash(Conflict):
    code = "in_the_trash"
    message = "The document is in the trash. Restore it first."


class AlreadyCurrent(Conflict):
    code = "already_current"
    message = "This is the current revision."


class NotGivenUp(Conflict):
    code = "not_given_up"
    message = "The file was uploaded. A revision that is verified or ready stays."


class NotApproved(Conflict):
    code = "not_approved"
    message = "No revision has been approved yet. Name the one you want."


class NotReviewable(Conflict):
    code = "not_reviewable"
    message = "Only the newest ready revision is reviewed, once, and only where the type of the document asks for it."


class ReviewUnderWay(Conflict):
    code = "review_under_way"
    message = "A revision of this document is being reviewed. Decide about it or withdraw it first."


class TooManyRounds(Conflict):
    code = "too_many_rounds"
    message = "Reviews of this revision were withdrawn too often. Go on with a further revision."


class NotInReview(Conflict):
    code = "not_in_review"
    message = "This revision is not being reviewed, or no longer."


class NotAReviewer(Forbidden):
    code = "not_a_reviewer"
    message = "You are not among the reviewers of this revision."


class NotInForce(Conflict):
    code = "not_in_force"
    message = "This revision is not in force, or no longer. Read the one that is."


class NotAsked(Conflict):
    code = "not_asked"
    message = "You are not among those who have to acknowledge this document."


class AlreadyDecided(Conflict):
    code = "already_decided"
    message = "You have decided about this revision already."
