"""Which files may be stored: by name before they come, by what they really are afterwards."""

from shared.documents import archives, signatures, texts
from shared.documents.signatures import Sample, detect, is_ambiguous, is_program

__all__ = [
    "HEAD", "TAIL", "Sample", "described", "detect", "extension", "fits_name", "has_macros", "is_ambiguous", "is_forbidden_name",
    "is_program",
]  # fmt: skip

HEAD, TAIL = signatures.HEAD, signatures.TAIL

_FORBIDDEN = """
    app appimage apk bash bat class cmd com cpl deb dll dmg dylib elf exe hta jar js jse ksh lnk mjs msi msix msp pif pkg ps1 psm1
    reg rpm scf scr sh so sys vb vbe vbs war wsf wsh zsh
"""
FORBIDDEN_EXTENSIONS = frozenset(_FORBIDDEN.split())
_TEXTUAL = frozenset({texts.PLAIN, texts.CSV, texts.JSON, texts.XML, texts.HTML, texts.LAS})
_OFFICE = frozenset({archives.WORD, archives.EXCEL, archives.POWERPOINT, archives.VISIO, archives.WORD_MACROS,
                     archives.EXCEL_MACROS, archives.POWERPOINT_MACROS})  # fmt: skip
_OPEN = "application/vnd.oasis.opendocument."
_MACROS = frozenset({archives.WORD_MACROS, archives.EXCEL_MACROS, archives.POWERPOINT_MACROS})
OLD_MACROS = "_VBA_PROJECT".encode("utf-16-le")  # an entry of a compound file's directory (MS-OVBA 2.2.1)
_EXPECTED: dict[str, frozenset[str]] = {
    "pdf": frozenset({signatures.PDF}),
    "png": frozenset({"image/png"}),
    "jpg jpeg": frozenset({"image/jpeg"}),
    "gif": frozenset({"image/gif"}),
    "tif tiff": frozenset({"image/tiff"}),
    "bmp": frozenset({"image/bmp"}),
    "webp": frozenset({"image/webp"}),
    "heic heif": frozenset({"image/heic"}),
    "docx": frozenset({archives.WORD}),
    "xlsx": frozenset({archives.EXCEL}),
    "pptx": frozenset({archives.POWERPOINT}),
    "vsdx": frozenset({archives.VISIO}),
    "docm": frozenset({archives.WORD_MACROS}),
    "xlsm": frozenset({archives.EXCEL_MACROS}),
    "pptm": frozenset({archives.POWERPOINT_MACROS}),
    "odt": frozenset({_OPEN + "text"}),
    "ods": frozenset({_OPEN + "spreadsheet"}),
    "odp": frozenset({_OPEN + "presentation"}),
    "doc xls ppt vsd mpp": frozenset({signatures.OLE}),
    "rtf": frozenset({"application/rtf"}),
    "zip": frozenset({archives.ARCHIVE, *_OFFICE}),
    "csv txt": _TEXTUAL,
    "json": frozenset({texts.JSON}),
    "xml": frozenset({texts.XML, texts.SVG, texts.HTML}),
    "svg": frozenset({texts.SVG}),
    "html htm": frozenset({texts.HTML, texts.XML}),
    "las": frozenset({texts.LAS, signatures.LIDAR}),
    "dlis": frozenset({signatures.DLIS}),
    "segy sgy": frozenset({signatures.SEGY}),
    "dwg": frozenset({signatures.DWG}),
}
EXPECTED = {one: kinds for names, kinds in _EXPECTED.items() for one in names.split()}
_WORDS = {
    signatures.PDF: "a PDF document",
    signatures.OLE: "an old Office document",
    signatures.DLIS: "a DLIS well log",
    signatures.SEGY: "SEG-Y seismic data",
    signatures.LIDAR: "a LAS point cloud",
    signatures.DWG: "a DWG drawing",
    archives.ARCHIVE: "a ZIP archive",
    archives.WORD: "a Word document",
    archives.EXCEL: "an Excel workbook",
    archives.POWERPOINT: "a PowerPoint presentation",
    archives.VISIO: "a Visio drawing",
    archives.WORD_MACROS: "a Word document with macros",
    archives.EXCEL_MACROS: "an Excel workbook with macros",
    archives.POWERPOINT_MACROS: "a PowerPoint presentation with macros",
    texts.PLAIN: "plain text",
    texts.CSV: "a table of text",
    texts.JSON: "JSON text",
    texts.XML: "XML text",
    texts.HTML: "a web page",
    texts.LAS: "a LAS well log",
}


def extension(file_name: str) -> str:
    """Lower case without the dot, as the systems that open files take it: dots and blanks at the end do not count."""
    _, dot, last = file_name.rstrip(". \u00a0").lower().rpartition(".")
    return last if dot else ""


def is_forbidden_name(file_name: str) -> bool:
    """On Windows `program.exe:anything` opens program.exe, so what stands before a colon counts as well."""
    return bool({extension(file_name), extension(file_name.partition(":")[0])} & FORBIDDEN_EXTENSIONS)


def fits_name(file_name: str, detected: str | None) -> bool:
    """May a file of this name hold this? Extensions nobody has a rule for may hold anything but programs."""
    expected = EXPECTED.get(extension(file_name))
    return expected is None or detected in expected


def has_macros(detected: str | None) -> bool:
    """Office files of the kinds that carry programs."""
    return detected in _MACROS


def described(detected: str | None) -> str:
    """In words for people: `a PDF document`."""
    if detected is None:
        return "of an unknown kind"
    if (words := _WORDS.get(detected)) is not None:
        return words
    group, _, kind = detected.partition("/")
    if group not in {"image", "video", "audio"}:
        return detected
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.upper()} {group}"
