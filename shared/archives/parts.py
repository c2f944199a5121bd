"""Writing one part: a ZIP that goes to the storage block by block while it is made. Memory holds a block and some lines."""

import asyncio
import hashlib
import json
import tempfile
import zipfile
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from typing import IO, Any

from shared.archives.format import FILES, MAX_LINE, ItemsFile, Part, file_path, items_path, part_name
from shared.archives.kinds import Line
from shared.kit.large_blobs import BLOCK, StagedBlob

CONTENT_TYPE = "application/zip"
_ZIP64 = 2**31  # bytes from which an entry is announced as a large one
_IN_MEMORY = 1024 * 1024  # bytes of lines of one kind; beyond that they wait on the disk
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP knows; when something was made stands in the items


@dataclass(frozen=True, slots=True)
class PartLimits:
    """A part is full from here on. It is larger when one file or the items of one document are."""

    file_bytes: int = 1024**3
    item_bytes: int = 8 * 1024 * 1024
    files: int = 10_000
    seconds: float = 240  # a worker has ten minutes for all it does


class _Sink:
    """Where zipfile writes to: what it wrote since the last block, and the hash of everything."""

    def __init__(self) -> None:
        self.pending = bytearray()
        self.digest = hashlib.sha256()
        self.size = 0

    def write(self, content: bytes) -> int:
        self.digest.update(content)
        self.pending += content
        self.size += len(content)
        return len(content)

    def flush(self) -> None:
        """Blocks are taken when they are full."""


@dataclass(slots=True)
class _Lines:
    """Of one kind, as they will stand in the part."""

    file: IO[bytes] = field(default_factory=lambda: tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 (closed with the part)
    digest: Any = field(default_factory=hashlib.sha256)
    size: int = 0
    count: int = 0

    def add(self, line: Line) -> int:
        content = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        if len(content) > MAX_LINE:
            raise ValueError(f"an item of {len(content)} bytes")
        self.file.write(content)
        self.digest.update(content)
        self.size += len(content)
        self.count += 1
        return len(content)


class PartWriter:
    """To be closed, whatever happened. What is not finished leaves nothing behind but blocks that the storage forgets."""

    def __init__(self, blob: StagedBlob, limits: PartLimits) -> None:
        self._blob, self._limits = blob, limits
        self._sink = _Sink()
        self._zip = zipfile.ZipFile(self._sink, "w")  # type: ignore[call-overload]  # it asks for no more than this
        self._lines: dict[str, _Lines] = {}
        self._began = asyncio.get_running_loop().time()
        self.file_bytes = self.item_bytes = self.files = 0

    @property
    def is_empty(self) -> bool:
        return not self._lines

    @property
    def is_full(self) -> bool:
        limits = self._limits
        late = asyncio.get_running_loop().time() - self._began >= limits.seconds
        many = self.files >= limits.files or self.item_bytes >= limits.item_bytes
        return late or many or self.file_bytes >= limits.file_bytes

    def has_room(self, size: int) -> bool:
        """For a file of so many bytes; an empty part has room for any."""
        return self.files == 0 or (not self.is_full and self.file_bytes + size <= self._limits.file_bytes)

    def add(self, kind: str, lines: Iterable[Line]) -> None:
        for line in lines:
            if kind not in self._lines:
                self._lines[kind] = _Lines()
            self.item_bytes += self._lines[kind].add(line)

    async def add_file(self, document_id: str, number: int, size: int, chunks: AsyncIterator[bytes]) -> tuple[int, str]:
        """As it is, not packed: most files are already. Answers bytes and SHA-256 of what came. Errors: those of `chunks`."""
        path = file_path(document_id, number)
        digest = hashlib.sha256()
        written = 0
        entry = self._zip.open(_entry(path, zipfile.ZIP_STORED), "w", force_zip64=size >= _ZIP64)

        def take(chunk: bytes) -> None:
            digest.update(chunk)
            entry.write(chunk)

        try:
            async for chunk in chunks:
                await asyncio.to_thread(take, chunk)
                written += len(chunk)
                await self._send(BLOCK)
        finally:
            entry.close()
        self.files += 1
        self.file_bytes += written
        listed = {"path": path, "documentId": document_id, "number": number, "sizeBytes": written}
        self.add(FILES, [{**listed, "sha256": digest.hexdigest()}])
        return written, digest.hexdigest()

    async def finish(self, number: int) -> Part:
        """The items, the directory of the ZIP, and the blob is there. Errors: Unavailable."""
        items = []
        for kind, lines in sorted(self._lines.items()):
            await self._add_items(kind, lines)
            found = {"kind": kind, "count": lines.count, "size_bytes": lines.size, "sha256": lines.digest.hexdigest()}
            items.append(ItemsFile(**found))
        self._zip.close()
        await self._send(1)
        await self._blob.commit(CONTENT_TYPE)
        digest = self._sink.digest.hexdigest()
        return Part(number=number, name=part_name(number), size_bytes=self._sink.size, sha256=digest, items=items)

    def close(self) -> None:
        self._zip.close()
        for lines in self._lines.values():
            lines.file.close()

    async def _add_items(self, kind: str, lines: _Lines) -> None:
        lines.file.seek(0)
        with self._zip.open(_entry(items_path(kind), zipfile.ZIP_DEFLATED), "w") as entry:
            while chunk := lines.file.read(BLOCK):
                await asyncio.to_thread(entry.write, chunk)
                await self._send(BLOCK)

    async def _send(self, least: int) -> None:
        """Full blocks go to the storage, and at the end what is left."""
        pending = self._sink.pending
        while len(pending) >= least:
            block = bytes(pending[:BLOCK])
            del pending[:BLOCK]
            await self._blob.stage(block)


def _entry(path: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, _LONG_AGO)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry
