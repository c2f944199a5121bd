"""Why a file was refused, in a stable code and in words for the person who uploaded it."""

from shared.documents import inspection
from shared.documents.revision import Rejection

HASH_MISMATCH = Rejection(
    code="hash_mismatch", message="The file changed on its way: its SHA-256 is not the one announced. Upload it again."
)
BYTES_CHANGED = Rejection(
    code="bytes_changed", message="The file was replaced after the upload was completed. Upload it again."
)
SIZE_MISMATCH = Rejection(code="size_mismatch", message="The file has another size than announced. Upload it again.")
PROGRAM = Rejection(
    code="type_not_allowed", message="The file is a program or script, whatever its name says. Those cannot be stored."
)
AMBIGUOUS = Rejection(
    code="type_ambiguous", message="The file is of two kinds at once, so that programs disagree about what it is."
)
MACROS = Rejection(
    code="macros_not_allowed",
    message="The file carries macros, which cannot be stored here. Save it without them (.docx, .xlsx, .pptx).",
)
ARCHIVE_BOMB = Rejection(
    code="archive_bomb",
    message="The archive unpacks to far more than files hold. It was made to do harm, or is broken.",
)
NOT_SCANNED = Rejection(
    code="not_scanned", message="The file could not be checked for malware, and unchecked files cannot be stored here."
)
PROCESSING_FAILED = Rejection(
    code="processing_failed", message="The file could not be checked after several attempts. Upload it again."
)
GIVEN_UP = Rejection(code="given_up", message="The upload was given up before its file was complete.")
NEVER_UPLOADED = Rejection(code="never_uploaded", message="No file arrived within a day of its announcement.")


def type_mismatch(file_name: str, detected: str | None) -> Rejection:
    kind = inspection.extension(file_name)
    return Rejection(
        code="type_mismatch", message=f"The name ends in .{kind}, but the file is {inspection.described(detected)}."
    )


def malware(name: str) -> Rejection:
    return Rejection(code="malware", message=f"Malware was found in the file: {name}.")


def malware_after_all(name: str) -> Rejection:
    return Rejection(
        code="malware",
        message=f"Malware was found in the file after it was stored: {name}. It can no longer be opened.",
    )
