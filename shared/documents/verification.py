"""Is this the file that was announced, and may it be stored? Reads every byte once."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from shared.documents import inspection
from shared.documents.rejections import HASH_MISMATCH, PROGRAM, SIZE_MISMATCH, type_mismatch
from shared.documents.revision import Rejection, Revision


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rejection` None means the file is what it should be."""

    detected_type: str | None
    rejection: Rejection | None


async def verify(revision: Revision, chunks: AsyncIterator[bytes]) -> Verdict:
    """Hash in a thread, so that the loop stays free, while the next chunk is on its way. Memory holds two chunks and the ends."""
    digest, size, head, tail = hashlib.sha256(), 0, b"", b""
    hashing: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    hashing.set_result(None)
    try:
        async for chunk in chunks:
            await hashing
            hashing = asyncio.ensure_future(asyncio.to_thread(digest.update, chunk))
            size += len(chunk)
            if len(head) < inspection.HEAD:
                head += chunk[: inspection.HEAD - len(head)]
            tail = (tail + chunk[-inspection.TAIL :])[-inspection.TAIL :]
    finally:
        await hashing
    detected = await asyncio.to_thread(inspection.detect, inspection.Sample(head, tail, size))
    return Verdict(detected, _judge(revision, size, digest.hexdigest(), detected))


def _judge(revision: Revision, size: int, sha256: str, detected: str | None) -> Rejection | None:
    if size != revision.size_bytes:
        return SIZE_MISMATCH
    if inspection.is_program(detected):
        return PROGRAM
    if sha256 != revision.sha256:
        return HASH_MISMATCH
    if not inspection.fits_name(revision.file_name, detected):
        return type_mismatch(revision.file_name, detected)
    return None
