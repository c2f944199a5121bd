"""Reading one uploaded part: a ZIP somebody else may have made. Nothing of it is believed before it was looked at."""

import asyncio
import struct
import zipfile
import zlib
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import IO, Self, TypeVar

from shared.archives.errors import ArchiveRefused
from shared.archives.format import MAX_ENTRIES, MAX_ITEMS, MAX_LINE, file_of, kind_of
from shared.errors import NotFound, StaleVersion
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import READ_CHUNK, BlobStore
from shared.kit.large_blobs import open_range

END, END_SIZE = b"PK\x05\x06", 22  # APPNOTE 4.3.16
LOCATOR, LOCATOR_SIZE = b"PK\x06\x07", 20  # 4.3.15
END64, END64_SIZE = b"PK\x06\x06", 56  # 4.3.14
MAX_DIRECTORY = MAX_ENTRIES * 256  # bytes; zipfile holds all of it
_ENCRYPTED = 1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
T = TypeVar("T")


class PartReader:
    """Entries by name. All work on the ZIP is done in a thread of its own, which asks the loop for ranges of the blob."""

    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._size = file, size
        self._thread = ThreadPoolExecutor(1, "archive")
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._zip: zipfile.ZipFile | None = None

    @classmethod
    def of(cls, store: BlobStore, path: BlobPath, etag: str, size: int) -> Self:
        """To be entered. Reads this version of the blob only."""
        return cls(open_range(store, path, etag, size), size)

    async def __aenter__(self) -> Self:
        """Errors: ArchiveRefused, also when another version is there by now; Unavailable."""
        try:
            await self._run(self._open)
        except BaseException:
            self._thread.shutdown(wait=False)
            raise
        return self

    async def __aexit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(wait=False)

    @property
    def names(self) -> set[str]:
        return set(self._entries)

    async def chunks(self, name: str) -> AsyncIterator[bytes]:
        """Errors: ArchiveRefused when it is not there, or cannot be unpacked as it says."""
        entry = await self._run(lambda: self._archive.open(self._entries[name]))
        try:
            while chunk := await self._run(lambda: entry.read(READ_CHUNK)):
                yield chunk
        finally:
            entry.close()

    async def lines(self, name: str) -> AsyncIterator[bytes]:
        """With their ends. Errors: ArchiveRefused."""
        rest = b""
        async for chunk in self.chunks(name):
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                yield line + b"\n"
            if len(rest) > MAX_LINE:
                raise ArchiveRefused("line_too_long", name)
        if rest:
            raise ArchiveRefused("line_cut_off", name)

    @property
    def _archive(self) -> zipfile.ZipFile:
        assert self._zip is not None
        return self._zip

    async def _run(self, act: Callable[[], T]) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, act)
        except (StaleVersion, NotFound) as error:
            raise ArchiveRefused("part_changed") from error
        except _BROKEN as error:
            raise ArchiveRefused("part_unreadable", type(error).__name__) from error

    def _open(self) -> None:
        self._look_at_end()
        self._zip = zipfile.ZipFile(self._file)
        for entry in self._zip.infolist():
            if entry.filename in self._entries:
                raise ArchiveRefused("entry_twice", entry.filename[:100])
            _check_entry(entry)
            self._entries[entry.filename] = entry
        if sum(entry.compress_size for entry in self._entries.values()) > self._size:
            raise ArchiveRefused("archive_bomb", "entries that overlap")

    def _look_at_end(self) -> None:
        """Before zipfile reads the directory into memory: how large does it say it is? No comment, no second disk."""
        self._file.seek(max(0, self._size - END_SIZE - LOCATOR_SIZE - END64_SIZE))
        tail = self._file.read()
        at = len(tail) - END_SIZE
        if at < 0 or tail[at : at + 4] != END or tail[-2:] != b"\0\0":
            raise ArchiveRefused("part_unreadable", "no end of a ZIP")
        count, size = struct.unpack_from("<HI", tail, at + 10)
        if tail[at - LOCATOR_SIZE : at - LOCATOR_SIZE + 4] == LOCATOR:
            begin = at - LOCATOR_SIZE - END64_SIZE
            if begin < 0 or tail[begin : begin + 4] != END64:
                raise ArchiveRefused("part_unreadable", "no end of a large ZIP")
            count, size = struct.unpack_from("<QQ", tail, begin + 32)
        if count > MAX_ENTRIES or size > MAX_DIRECTORY:
            raise ArchiveRefused("archive_bomb", "too many entries")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    """Names of our own making only, so that none is a path to anywhere. Errors: ArchiveRefused."""
    name = entry.filename
    is_file = file_of(name) is not None
    if not is_file and kind_of(name) is None:
        raise ArchiveRefused("entry_unknown", name[:100])
    plain = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
    packed = entry.compress_type == zipfile.ZIP_DEFLATED and not is_file
    if entry.flag_bits & _ENCRYPTED or not (plain or packed):
        raise ArchiveRefused("entry_packed_otherwise", name)
    if not is_file and entry.file_size > MAX_ITEMS:
        raise ArchiveRefused("archive_bomb", name)
