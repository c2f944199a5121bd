"""What a file really is, told from its first and last bytes; names and declared types are claims.

Sources: PE/COFF, ELF, Mach-O and Java class file specifications; ISO 32000-1 7.5.2 and annex H (PDF); APPNOTE (ZIP); RP66 V1 2.3.2
(DLIS storage unit label); SEG-Y rev 2 (text header, then a binary header with the sample format); ISO 14496-12 (`ftyp` boxes).
"""

from dataclasses import dataclass

from shared.documents.archives import ends_as_archive, zip_kind
from shared.documents.texts import text_kind

HEAD = 64 * 1024  # bytes looked at from the start
TAIL = 1024 * 1024  # and from the end, where a ZIP keeps its directory

EXECUTABLE = "application/x-executable"
SCRIPT = "text/x-script"
PDF = "application/pdf"
OLE = "application/x-ole-storage"
DLIS = "application/x-dlis"
SEGY = "application/x-segy"
LIDAR = "application/vnd.las"
DWG = "image/vnd.dwg"

_PROGRAMS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",  # Mach-O, 32 and 64 bits, either byte order
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # Mach-O for several processors, and Java classes
    b"\xca\xfe\xba\xbf",
    b"dex\n0",
    b"\x00asm",
    b"\x4c\x00\x00\x00\x01\x14\x02\x00",  # a Windows shortcut
    b"\xed\xab\xee\xdb",  # packages of Linux distributions
    b"!<arch>\n",
)
_MAGIC = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"{\\rtf", "application/rtf"),
    (b"LASF", LIDAR),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
)
_BRANDS = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"msf1": "image/heic",
    b"avif": "image/avif",
    b"qt  ": "video/quicktime",
}
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INSTALLER = (
    b"\x84\x10\x0c\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"  # class id of Windows Installer packages
)
_SCRIPTS = (b"@echo", b"<?php")
_EBCDIC_TEXT = frozenset({0, 0x15, 0x25, 0x40, *range(0x4A, 0x51), *range(0x5A, 0x62), *range(0x6B, 0x70), *range(0x79, 0x80),
                          *range(0x81, 0x8A), *range(0x91, 0x9A), *range(0xA1, 0xAA), *range(0xC0, 0xCA),
                          *range(0xD0, 0xDA), 0xE0, *range(0xE2, 0xEA), *range(0xF0, 0xFA)})  # fmt: skip
_ASCII_TEXT = frozenset({0, 9, 10, 13, *range(0x20, 0x7F)})
TEXT_HEADER = 3200  # bytes of a SEG-Y file before its binary header
SURE = 0.4  # of puremagic: four bytes matched; less is chance


@dataclass(frozen=True, slots=True)
class Sample:
    """The first `HEAD` and the last `TAIL` bytes of a file of `size` bytes; they overlap when it is small."""

    head: bytes
    tail: bytes
    size: int

    @classmethod
    def of(cls, content: bytes) -> "Sample":
        return cls(content[:HEAD], content[-TAIL:], len(content))


def detect(sample: Sample) -> str | None:
    """The media type; None when nothing is known about such bytes."""
    head = sample.head
    if head.startswith(_PROGRAMS) or _is_windows_program(head):
        return EXECUTABLE
    if _is_script(head):
        return SCRIPT
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    return _by_structure(sample) or text_kind(head, whole=sample.size <= len(head)) or _by_library(head)


def is_ambiguous(sample: Sample, detected: str | None) -> bool:
    """Would another program open it as something else? A ZIP behind a picture, a PDF inside the first bytes of one."""
    if sample.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    return ends_as_archive(sample.tail) or (detected != PDF and _is_late_pdf(sample))


def is_program(detected: str | None) -> bool:
    return detected in {EXECUTABLE, SCRIPT}


def _by_structure(sample: Sample) -> str | None:
    head = sample.head
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zip_kind(head, sample.tail)
    if head.startswith(_OLE_MAGIC):
        return EXECUTABLE if _is_installer(head) else OLE
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if head.startswith(b"BM") and head[6:10] == bytes(4) and head[15:18] == bytes(3):
        return "image/bmp"
    if head.startswith(b"AC10") and head[4:6].isdigit():
        return DWG
    if _is_dlis(head):
        return DLIS
    if _is_segy(head):
        return SEGY
    return PDF if _is_late_pdf(sample) else None


def _is_windows_program(head: bytes) -> bool:
    """`MZ` also starts ordinary words; a program points at its PE header, or at least is not text."""
    if not head.startswith(b"MZ") or len(head) < 64:
        return False
    offset = int.from_bytes(head[60:64], "little")
    return head[offset : offset + 2] in {b"PE", b"NE", b"LE"} or b"\x00" in head[2:64]


def _is_script(head: bytes) -> bool:
    """An interpreter line, also before a binary payload; batch files and PHP by how they begin."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:64]
    if start.startswith(b"#!") and start[2:].lstrip(b" \t").startswith(b"/"):
        return True
    return start.lower().startswith(_SCRIPTS)


def _is_installer(head: bytes) -> bool:
    """The class id of the root entry of a compound file (MS-CFB 2.2 and 2.6.1)."""
    sector_size = 1 << (int.from_bytes(head[30:32], "little") & 15)
    root = (int.from_bytes(head[48:52], "little") + 1) * sector_size
    return head[root + 80 : root + 96] == _INSTALLER


def _is_dlis(head: bytes) -> bool:
    """A storage unit label; some files carry it behind the 12-byte mark of a tape image."""
    return any(head[at + 4 : at + 15] in {b"V1.00RECORD", b"V2.00RECORD"} for at in (0, 12))


def _is_segy(head: bytes) -> bool:
    """40 lines of text, EBCDIC or ASCII, then a binary header whose format code and sample interval make sense."""
    if len(head) < TEXT_HEADER + 400:
        return False
    lines = head[:TEXT_HEADER]
    if not any(sum(byte in text for byte in lines) >= 0.95 * TEXT_HEADER for text in (_EBCDIC_TEXT, _ASCII_TEXT)):
        return False
    binary = head[TEXT_HEADER : TEXT_HEADER + 400]
    for order in ("big", "little"):
        interval, samples, code = (int.from_bytes(binary[at : at + 2], order) for at in (16, 20, 24))
        if interval > 0 and samples > 0 and 1 <= code <= 16:
            return True
    return False


def _is_late_pdf(sample: Sample) -> bool:
    """Readers accept a header within the first 1024 bytes (annex H.3, note 13); then the end must be a PDF's too."""
    return b"%PDF-" in sample.head[:1024] and b"startxref" in sample.tail[-2048:]


def _by_library(head: bytes) -> str | None:
    import puremagic

    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return None
    return next((match.mime_type for match in found if match.mime_type and match.confidence >= SURE), None)
