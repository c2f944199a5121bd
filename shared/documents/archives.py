"""What a ZIP holds, read from its central directory (PKWARE APPNOTE 4.3.12 and 4.3.16): names only, nothing is unpacked."""

import re
import struct
from collections.abc import Iterator

END = b"PK\x05\x06"
END_SIZE = 22
MAX_COMMENT = 65535
ENTRY = b"PK\x01\x02"
ENTRY_SIZE = 46
ZIP64 = 0xFFFFFFFF

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


def entry_names(tail: bytes) -> Iterator[str]:
    """The names in the directory, as far as `tail` (the last bytes of the file) holds it; nothing when there is no directory."""
    end = tail.rfind(END, max(0, len(tail) - END_SIZE - MAX_COMMENT))
    if end < 0 or end + END_SIZE > len(tail):
        return
    (size,) = struct.unpack_from("<I", tail, end + 12)
    at = end - size if size != ZIP64 and size <= end else tail.find(ENTRY)
    while 0 <= at <= end - ENTRY_SIZE and tail[at : at + 4] == ENTRY:
        name, extra, comment = struct.unpack_from("<HHH", tail, at + 28)
        yield tail[at + ENTRY_SIZE : at + ENTRY_SIZE + name].decode("utf-8", errors="replace")
        at += ENTRY_SIZE + name + extra + comment
