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
    message = "The file of this document has already been uploaded."


class UploadMissing(Conflict):
    code = "upload_missing"
    message = "No file has been uploaded for this document yet."


class SizeMismatch(Conflict):
    code = "size_mismatch"
    message = "The uploaded file has another size than announced. It was dropped; upload it again."


class NotReady(Conflict):
    code = "not_ready"
    message = "The document can be downloaded once it is ready."
