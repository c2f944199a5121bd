"""An archive unpacked to see what it does, in the sandbox: sizes that lie, archives in archives, the antivirus test file inside.

Nothing that comes out is kept, but for archives within, one at a time for each level. What other methods than deflate hold is not
unpacked; the directory's word is all there is of it.
"""

import contextlib
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from shared.documents import archives
from shared.documents.malware import TEST_FILE
from shared.documents.needles import Needle
from shared.kit.sandboxed import SOURCE, Refused

MAX_DEPTH = 3
MAX_ENTRIES = 100_000
ENOUGH = 1024**3  # bytes to unpack before the rest is believed
MAX_NESTED = 256 * 1024 * 1024  # bytes of one archive within an archive
_CHUNK = 256 * 1024
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    UnicodeError,
    ValueError,
    OSError,
    EOFError,
)


class _Enough(Exception):
    """So much was harmless that the rest is taken to be."""


@dataclass(slots=True)
class _Walk:
    folder: Path
    size: int
    unpacked: int = 0

    def archive(self, path: Path, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise Refused("archive_bomb")
        try:
            with zipfile.ZipFile(path) as archive:
                listed = archive.infolist()
                raw = archive.fp
                if len(listed) > MAX_ENTRIES or _is_bomb(listed, path.stat().st_size):
                    raise Refused("archive_bomb")
                for entry in listed:
                    if raw is not None and not entry.is_dir() and not entry.flag_bits & 1:
                        with contextlib.suppress(*_UNREADABLE):  # broken: the others may not be
                            self._entry(raw, entry, depth)
        except _UNREADABLE:
            return  # no archive after all

    def _entry(self, raw: IO[bytes], entry: zipfile.ZipInfo, depth: int) -> None:
        finder, written, nested = Needle(TEST_FILE), 0, self.folder / f"nested-{depth}"
        with nested.open("wb") as copy:
            for piece in _inflated(raw, entry):
                if written == 0 and not piece.startswith(b"PK\x03\x04"):
                    copy.close()
                written += len(piece)
                self._count(len(piece), written > entry.file_size)
                finder.look(piece)
                if not copy.closed and written <= MAX_NESTED:
                    copy.write(piece)
            is_archive = not copy.closed and written <= MAX_NESTED
        if finder.found:
            raise Refused("malware")
        if is_archive and written:
            self.archive(nested, depth + 1)

    def _count(self, size: int, is_lie: bool) -> None:
        self.unpacked += size
        if is_lie or archives.is_excessive(self.unpacked, self.size):
            raise Refused("archive_bomb")
        if self.unpacked > ENOUGH:
            raise _Enough


def inspect(folder: Path, _arguments: dict[str, Any]) -> dict[str, Any]:
    """Unpacked bytes of `source`. Refused: archive_bomb, malware."""
    source = folder / SOURCE
    walk = _Walk(folder, source.stat().st_size)
    try:
        walk.archive(source, 1)
    except _Enough:
        pass
    finally:
        for left in folder.glob("nested-*"):
            left.unlink()
    return {"unpacked": walk.unpacked}


def _is_bomb(listed: list[zipfile.ZipInfo], size: int) -> bool:
    entries = (
        archives.Entry(item.filename, item.compress_size, item.file_size, item.header_offset, item.compress_type)
        for item in listed
    )
    return archives.is_bomb(entries, size)


def _inflated(raw: IO[bytes], entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """What really comes out, however much the directory promises: the library's own reader stops there."""
    raw.seek(entry.header_offset)
    header = raw.read(archives.LOCAL_SIZE)
    if header[:4] != b"PK\x03\x04":
        raise zipfile.BadZipFile
    name, extra = struct.unpack_from("<HH", header, 26)
    at, left = entry.header_offset + archives.LOCAL_SIZE + name + extra, entry.compress_size
    inflate = zlib.decompressobj(-zlib.MAX_WBITS) if entry.compress_type == zipfile.ZIP_DEFLATED else None
    if inflate is None and entry.compress_type != zipfile.ZIP_STORED:
        return
    while left > 0:
        raw.seek(at)
        packed = raw.read(min(_CHUNK, left))
        if not packed:
            return
        at, left = at + len(packed), left - len(packed)
        if inflate is None:
            yield packed
            continue
        while packed and not inflate.eof:
            if piece := inflate.decompress(packed, _CHUNK):
                yield piece
            packed = inflate.unconsumed_tail
