"""Is this the file that was announced, and may it be stored? Reads every byte once, after the malware scanner was asked."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Protocol

from shared.documents import archives, inspection, rejections, signatures
from shared.documents.malware import TEST_FILE, TEST_FILE_NAME, MalwareScanner, NoScanner, ScanState, Subject
from shared.documents.needles import Needle
from shared.documents.revision import Rejection
from shared.errors import Unavailable
from shared.kit.sandbox import MIB, Bounds, Sandbox, SandboxFailed, workspace
from shared.kit.sandboxed import SOURCE

UNPACKED_BYTES = (
    256 * MIB
)  # archives up to this size are unpacked to see what they do; of larger ones the directory is read
UNPACKING = Bounds(seconds=60, memory_bytes=256 * MIB, output_bytes=1024 * MIB)
_ARCHIVE = b"PK\x03\x04"


class Announced(Protocol):
    """What was said about the file before it came."""

    @property
    def file_name(self) -> str: ...
    @property
    def size_bytes(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Checks:
    """What a deployment wants to know beyond size, hash and kind. Without a sandbox archives are judged by their directory."""

    scanner: MalwareScanner = field(default_factory=NoScanner)
    sandbox: Sandbox | None = None
    allows_macros: bool = False
    allows_unscanned: bool = True


DEFAULT = Checks()


class ScanPending(Unavailable):
    code = "scan_pending"
    message = "The malware scanner has not come to this file yet."


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rejection` None means the file is what it should be."""

    detected_type: str | None
    rejection: Rejection | None


async def examine(announced: Announced, subject: Subject, checks: Checks) -> Verdict:
    """Ask the scanner, then verify. Errors: ScanPending, before a byte was read; Unavailable."""
    scanned = await checks.scanner.scan(subject)
    if scanned.state is ScanState.PENDING:
        raise ScanPending(retry_after=15)
    if scanned.state is ScanState.INFECTED:
        return Verdict(None, rejections.malware(scanned.detail))
    if scanned.state is ScanState.NOT_SCANNED and not checks.allows_unscanned:
        return Verdict(None, rejections.NOT_SCANNED)
    return await verify(announced, subject.read(), checks)


async def verify(announced: Announced, chunks: AsyncIterator[bytes], checks: Checks = DEFAULT) -> Verdict:
    """Look in a thread, so that the loop stays free, while the next chunk is on its way. Memory holds two chunks and the ends."""
    async with AsyncExitStack() as stack:
        copy = _Copy(stack.enter_context(workspace()), announced.size_bytes) if checks.sandbox is not None else None
        seen = _Seen(copy)
        looking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        looking.set_result(None)
        try:
            async for chunk in chunks:
                await looking
                looking = asyncio.ensure_future(asyncio.to_thread(seen.look, chunk))
        finally:
            await looking
            seen.close()
        sample = seen.sample
        detected = await asyncio.to_thread(inspection.detect, sample)
        rejection = _judge(announced, seen, sample, detected, checks)
        if rejection is None and checks.sandbox is not None and copy is not None and copy.is_whole:
            rejection = await _unpack(checks.sandbox, copy.folder)
        return Verdict(detected, rejection)


class _Copy:
    """Of a file that begins as an archive, for the sandbox."""

    def __init__(self, folder: Path, size: int) -> None:
        self.folder, self._size = folder, size
        self._file: IO[bytes] | None = None
        self.is_whole = False

    def write(self, at: int, chunk: bytes) -> None:
        if at == 0 and chunk.startswith(_ARCHIVE) and self._size <= UNPACKED_BYTES:
            self._file = (self.folder / SOURCE).open("wb")
        if self._file is not None and at + len(chunk) <= self._size:
            self._file.write(chunk)
            self.is_whole = at + len(chunk) == self._size

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


class _Seen:
    """What one pass over the bytes tells."""

    def __init__(self, copy: _Copy | None) -> None:
        self.size = 0
        self.test_file, self.old_macros = Needle(TEST_FILE), Needle(inspection.OLD_MACROS)
        self._digest = hashlib.sha256()
        self._head = self._tail = b""
        self._copy = copy

    def look(self, chunk: bytes) -> None:
        self._digest.update(chunk)
        self.test_file.look(chunk)
        self.old_macros.look(chunk)
        if self._copy is not None:
            self._copy.write(self.size, chunk)
        self.size += len(chunk)
        if len(self._head) < inspection.HEAD:
            self._head += chunk[: inspection.HEAD - len(self._head)]
        self._tail = (self._tail + chunk[-inspection.TAIL :])[-inspection.TAIL :]

    def close(self) -> None:
        if self._copy is not None:
            self._copy.close()

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()

    @property
    def sample(self) -> inspection.Sample:
        return inspection.Sample(self._head, self._tail, self.size)


def _judge(
    announced: Announced, seen: _Seen, sample: inspection.Sample, detected: str | None, checks: Checks
) -> Rejection | None:
    """The first reason there is, the plainest ones first."""
    has_macros = inspection.has_macros(detected) or (detected == signatures.OLE and seen.old_macros.found)
    reasons: tuple[tuple[Callable[[], bool], Rejection], ...] = (
        (lambda: seen.size != announced.size_bytes, rejections.SIZE_MISMATCH),
        (lambda: inspection.is_program(detected), rejections.PROGRAM),
        (lambda: seen.test_file.found, rejections.malware(TEST_FILE_NAME)),
        (lambda: seen.sha256 != announced.sha256, rejections.HASH_MISMATCH),
        (lambda: has_macros and not checks.allows_macros, rejections.MACROS),
        (lambda: inspection.is_ambiguous(sample, detected), rejections.AMBIGUOUS),
        (
            lambda: not inspection.fits_name(announced.file_name, detected),
            rejections.type_mismatch(announced.file_name, detected),
        ),
        (
            lambda: sample.head.startswith(_ARCHIVE) and archives.is_bomb(archives.entries(sample.tail), sample.size),
            rejections.ARCHIVE_BOMB,
        ),
    )
    return next((rejection for is_so, rejection in reasons if is_so()), None)


async def _unpack(sandbox: Sandbox, folder: Path) -> Rejection | None:
    """What cannot be unpacked in the time and space there is would cost everybody who opens it as much. Errors: Unavailable."""
    try:
        await sandbox.run("shared.documents.unpacking:inspect", folder, {}, UNPACKING)
    except SandboxFailed as failed:
        if failed.reason == "malware":
            return rejections.malware(TEST_FILE_NAME)
        if failed.reason == "crashed":
            raise Unavailable("The archive could not be examined.") from failed
        return rejections.ARCHIVE_BOMB
    return None
