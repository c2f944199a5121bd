"""What a ZIP holds, read from its central directory (PKWARE APPNOTE 4.3.12 and 4.3.16); nothing is unpacked."""

import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

END = b"PK\x05\x06"
END_SIZE = 22
MAX_COMMENT = 65535
ENTRY = b"PK\x01\x02"
ENTRY_SIZE = 46
ZIP64 = 0xFFFFFFFF
LOCAL_SIZE = 30  # of the header before each file, without its name
HARMLESS = 64 * 1024 * 1024  # bytes that may come out of any archive
RATIO = 200

ARCHIVE = "application/zip"
_OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = _OFFICE + "wordprocessingml.document"
EXCEL = _OFFICE + "spreadsheetml.sheet"
POWERPOINT = _OFFICE + "presentationml.presentation"
WORD_MACROS = "application/vnd.ms-word.document.macroEnabled.12"
EXCEL_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.12"
POWERPOINT_MACROS = "application/vnd.ms-powerpoint.presentation.macroEnabled.12"
VISIO = "application/vnd.ms-visio.drawing"
_PARTS = (("word/", WORD, WORD_MACROS), ("xl/", EXCEL, EXCEL_MACROS), ("ppt/", POWERPOINT, POWERPOINT_MACROS))
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.[a-z-]{1,40}")


def zip_kind(head: bytes, tail: bytes) -> str:
    """Office documents by the parts they must have (ECMA-376 part 2), OpenDocument by its first entry, else a plain archive."""
    if head[30:38] == b"mimetype" and (found := _OPEN_DOCUMENT.match(head, 38)):
        return found[0].decode()
    names = set(entry_names(tail))
    if "[Content_Types].xml" in names:
        for folder, plain, macros in _PARTS:
            inside = [name for name in names if name.startswith(folder)]
            if inside:
                return macros if any(name.endswith("vbaProject.bin") for name in inside) else plain
        if any(name.startswith("visio/") for name in names):
            return VISIO
    return ARCHIVE


@dataclass(frozen=True, slots=True)
class Entry:
    """What the directory says of one file: sizes in bytes, `offset` from the start of the archive."""

    name: str
    packed: int
    unpacked: int
    offset: int
    method: int


def entry_names(tail: bytes) -> Iterator[str]:
    """The names in the directory, as far as `tail` (the last bytes of the file) holds it; nothing when there is no directory."""
    return (entry.name for entry in entries(tail))


def entries(tail: bytes) -> Iterator[Entry]:
    """The directory, as far as `tail` holds it; nothing when there is none."""
    end = tail.rfind(END, max(0, len(tail) - END_SIZE - MAX_COMMENT))
    if end < 0 or end + END_SIZE > len(tail):
        return
    (size,) = struct.unpack_from("<I", tail, end + 12)
    at = end - size if size != ZIP64 and size <= end else tail.find(ENTRY)
    while 0 <= at <= end - ENTRY_SIZE and tail[at : at + 4] == ENTRY:
        method, packed, unpacked = struct.unpack_from("<10xH8xII", tail, at)
        name, extra, comment = struct.unpack_from("<HHH", tail, at + 28)
        (offset,) = struct.unpack_from("<I", tail, at + 42)
        text = tail[at + ENTRY_SIZE : at + ENTRY_SIZE + name].decode("utf-8", errors="replace")
        yield Entry(text, packed, unpacked, offset, method)
        at += ENTRY_SIZE + name + extra + comment


def is_bomb(found: Iterable[Entry], size: int) -> bool:
    """Does an archive of `size` bytes promise far more than files hold, or the same bytes several times over?"""
    total, taken = 0, 0
    for entry in sorted(found, key=lambda entry: entry.offset):
        if ZIP64 in (entry.packed, entry.unpacked, entry.offset):
            continue  # said elsewhere: only archives of gigabytes, which one has to unpack to know
        if entry.offset < taken:
            return True
        taken = entry.offset + LOCAL_SIZE + len(entry.name) + entry.packed
        total += entry.unpacked
    return is_excessive(total, size)


def is_excessive(unpacked: int, size: int) -> bool:
    """Text packs 5 to 20 times, logs of one value 200 times; what packs better than that was made for it."""
    return unpacked > HARMLESS and unpacked > RATIO * size


def ends_as_archive(tail: bytes) -> bool:
    """The end record of a ZIP whose comment ends with the file: whatever the beginning says, unpackers will open this."""
    end = tail.rfind(END, max(0, len(tail) - END_SIZE - MAX_COMMENT))
    if end < 0 or end + END_SIZE > len(tail):
        return False
    count, size, _, comment = struct.unpack_from("<HIIH", tail, end + 10)
    return (
        count > 0
        and end + END_SIZE + comment == len(tail)
        and (size > end or tail[end - size : end - size + 4] == ENTRY)
    )
