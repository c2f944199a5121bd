"""Is this the file that was announced, and may it be stored? Reads every byte once."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from shared.documents import inspection
from shared.documents.model import Document, Rejection

HASH_MISMATCH = Rejection(
    code="hash_mismatch", message="The file changed on its way: its SHA-256 is not the one announced. Upload it again."
)
BYTES_CHANGED = Rejection(
    code="bytes_changed", message="The file was replaced after the upload was completed. Announce it again."
)
SIZE_MISMATCH = Rejection(code="size_mismatch", message="The file has another size than announced.")
PROGRAM = Rejection(
    code="type_not_allowed", message="The file is a program or script, whatever its name says. Those cannot be stored."
)
PROCESSING_FAILED = Rejection(
    code="processing_failed", message="The file could not be checked after several attempts. Upload it again."
)
NEVER_UPLOADED = Rejection(code="never_uploaded", message="No file arrived within a day of its announcement.")


def type_mismatch(file_name: str, detected: str | None) -> Rejection:
    kind = inspection.extension(file_name)
    return Rejection(
        code="type_mismatch", message=f"The name ends in .{kind}, but the file is {detected or 'of an unknown kind'}."
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rejection` None means the file is what it should be."""

    detected_type: str | None
    rejection: Rejection | None


async def verify(document: Document, chunks: AsyncIterator[bytes]) -> Verdict:
    """Hash in a thread, keep the ends, judge. Memory holds one chunk."""
    digest, size, head, tail = hashlib.sha256(), 0, b"", b""
    async for chunk in chunks:
        await asyncio.to_thread(digest.update, chunk)
        size += len(chunk)
        if len(head) < inspection.HEAD:
            head += chunk[: inspection.HEAD - len(head)]
        tail = (tail + chunk[-inspection.TAIL :])[-inspection.TAIL :]
    detected = inspection.detect(head, tail)
    return Verdict(detected, _judge(document, size, digest.hexdigest(), detected))


def _judge(document: Document, size: int, sha256: str, detected: str | None) -> Rejection | None:
    revision = document.revision
    if size != revision.size_bytes:
        return SIZE_MISMATCH
    if sha256 != revision.sha256:
        return HASH_MISMATCH
    if inspection.is_program(detected):
        return PROGRAM
    if not inspection.fits_name(revision.file_name, detected):
        return type_mismatch(revision.file_name, detected)
    return None
