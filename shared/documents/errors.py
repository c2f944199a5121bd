"""What can be wrong with an upload, a download or a state."""

from shared.errors import Conflict, Invalid


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
