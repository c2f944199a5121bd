"""What a file really is, told from its first and last bytes; names and declared types are claims.

Sources of the signatures: PE/COFF (`MZ`), ELF and Mach-O specifications; ISO 32000 (PDF); APPNOTE (ZIP); CWLS LAS (`~V` section
first); API RP66 V1 2.3.2 (storage unit label: sequence number, `V1.00`, `RECORD`); SEG-Y rev 2 (40 header lines that begin with
`C`, in EBCDIC or ASCII).
"""

from pathlib import PurePath

HEAD = 64 * 1024  # bytes looked at from the start
TAIL = 64 * 1024  # and from the end, where a ZIP keeps its directory

EXECUTABLE = "application/x-executable"
SCRIPT = "text/x-script"
TEXT = "text/plain"
ZIP = "application/zip"
_OFFICE = "application/vnd.openxmlformats-officedocument."

_FORBIDDEN = """
    app bash bat class cmd com cpl deb dll dmg dylib elf exe hta jar js jse lnk msi msp pkg ps1 psm1 reg rpm scr sh so sys vbe vbs
    wsf wsh
"""
FORBIDDEN_EXTENSIONS = frozenset(_FORBIDDEN.split())
_PROGRAMS = (
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",  # Mach-O, four spellings and the universal one, which Java classes share
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"\x4c\x00\x00\x00\x01\x14\x02\x00",  # a Windows shortcut
)
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
)
_OFFICE_PARTS = (
    (b"word/", _OFFICE + "wordprocessingml.document"),
    (b"xl/", _OFFICE + "spreadsheetml.sheet"),
    (b"ppt/", _OFFICE + "presentationml.presentation"),
)
_TEXTUAL = frozenset({TEXT, "application/json", "application/xml", "text/x-las"})
EXPECTED: dict[str, frozenset[str]] = {
    "pdf": frozenset({"application/pdf"}),
    "png": frozenset({"image/png"}),
    "jpg": frozenset({"image/jpeg"}),
    "jpeg": frozenset({"image/jpeg"}),
    "gif": frozenset({"image/gif"}),
    "tif": frozenset({"image/tiff"}),
    "tiff": frozenset({"image/tiff"}),
    "docx": frozenset({_OFFICE + "wordprocessingml.document"}),
    "xlsx": frozenset({_OFFICE + "spreadsheetml.sheet"}),
    "pptx": frozenset({_OFFICE + "presentationml.presentation"}),
    "doc": frozenset({"application/x-ole-storage"}),
    "xls": frozenset({"application/x-ole-storage"}),
    "ppt": frozenset({"application/x-ole-storage"}),
    "zip": frozenset({ZIP, *(kind for _, kind in _OFFICE_PARTS)}),
    "csv": frozenset({TEXT}),
    "txt": _TEXTUAL,
    "json": frozenset({"application/json"}),
    "xml": frozenset({"application/xml"}),
    "las": frozenset({"text/x-las"}),
    "dlis": frozenset({"application/x-dlis"}),
    "segy": frozenset({"application/x-segy"}),
    "sgy": frozenset({"application/x-segy"}),
}


def extension(file_name: str) -> str:
    return PurePath(file_name).suffix.lower().removeprefix(".")


def is_forbidden_name(file_name: str) -> bool:
    return extension(file_name) in FORBIDDEN_EXTENSIONS


def is_program(detected: str | None) -> bool:
    return detected in {EXECUTABLE, SCRIPT}


def fits_name(file_name: str, detected: str | None) -> bool:
    """May a file of this name hold this? Extensions nobody has a rule for may hold anything but programs."""
    expected = EXPECTED.get(extension(file_name))
    return expected is None or detected in expected


def detect(head: bytes, tail: bytes) -> str | None:
    """The media type; None when nothing is known about such bytes. `head` and `tail` may be the same bytes of a small file."""
    if head.startswith(_PROGRAMS) or _is_windows_program(head):
        return EXECUTABLE
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"PK\x03\x04"):
        return _zip_kind(head, tail)
    if head[4:15] == b"V1.00RECORD":
        return "application/x-dlis"
    if _is_segy(head):
        return "application/x-segy"
    return _text_kind(head) or _by_library(head)


def _is_windows_program(head: bytes) -> bool:
    """`MZ` alone also starts ordinary words; a program points at its PE header."""
    if not head.startswith(b"MZ") or len(head) < 64:
        return False
    offset = int.from_bytes(head[60:64], "little")
    return head[offset : offset + 2] in {b"PE", b"NE", b"LE"} or b"\x00" in head[2:64]


def _zip_kind(head: bytes, tail: bytes) -> str:
    names = head + tail
    if b"[Content_Types].xml" in names:
        for part, kind in _OFFICE_PARTS:
            if part in names:
                return kind
    return ZIP


def _is_segy(head: bytes) -> bool:
    lines = [head[start : start + 1] for start in range(0, 3200, 80)]
    return len(head) >= 3600 and (all(one == b"\xc3" for one in lines) or all(one == b"C" for one in lines))


def _text_kind(head: bytes) -> str | None:
    text = _decoded(head)
    if text is None:
        return None
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("#!"):
        return SCRIPT
    if start[:5].lower() == "<?xml":
        return "application/xml"
    if start[:1] in {"{", "["}:
        return "application/json"
    first = next((line for line in start.splitlines() if line.strip() and not line.startswith("#")), "")
    return "text/x-las" if first[:2].upper() == "~V" else TEXT


def _decoded(head: bytes) -> str | None:
    """The text, or None for binary: control characters other than tabs, line ends and form feeds do not occur in text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    if any(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head):
        return None
    return head.decode("utf-8", errors="replace")


def _by_library(head: bytes) -> str | None:
    import puremagic

    try:
        found = puremagic.from_string(head, mime=True)
    except (puremagic.PureError, ValueError):
        return None
    return found or None
