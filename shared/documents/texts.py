"""Kinds of text, told from how they begin: LAS well logs, CSV, JSON, XML, HTML, or just text."""

import codecs
import csv
import json
import re

PLAIN = "text/plain"
CSV = "text/csv"
JSON = "application/json"
XML = "application/xml"
SVG = "image/svg+xml"
HTML = "text/html"
LAS = "text/x-las"  # CWLS Log ASCII Standard: the ~V section comes first

_ALLOWED_CONTROLS = b"\t\n\v\f\r\x1a\x1b"
_CONTROLS = bytes(byte for byte in range(32) if byte not in _ALLOWED_CONTROLS)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TAG = re.compile(r"<(?:\?xml|!--|!DOCTYPE|[A-Za-z_][\w.:-]*[\s/>])")
_HTML = re.compile(r"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_SVG = re.compile(r"(?:<\?xml.*?\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]", re.DOTALL)
SNIFFED_ROWS = 20


def text_kind(head: bytes, *, whole: bool) -> str | None:
    """None when these bytes are not text. `whole` says that there is no more of the file than `head`."""
    text = _decoded(head)
    if text is None:
        return None
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return _markup_kind(start)
    if _is_json(start, whole=whole):
        return JSON
    first = next((line for line in start.splitlines() if line.strip() and not line.startswith("#")), "")
    if first[:2].upper() == "~V":
        return LAS
    return CSV if _is_table(text.splitlines(), whole=whole) else PLAIN


def encoding_of(head: bytes) -> str | None:
    """The codec this text is written in, told from its first bytes; None for binary.

    A byte order mark says it, or every other byte being empty (UTF-16 without a mark); else it is UTF-8, or what Windows wrote
    in the west. Control characters other than tabs, line ends and the like do not occur in text.
    """
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    for codec, empty, full in (("utf-16-le", head[1::2], head[0::2]), ("utf-16-be", head[0::2], head[1::2])):
        if len(head) >= 8 and empty.count(0) > 0.7 * len(empty) and not full.count(0):
            return codec if len(full.translate(None, _CONTROLS)) == len(full) else None
    if len(head.translate(None, _CONTROLS)) < len(head):
        return None
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # the last character may be cut
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _decoded(head: bytes) -> str | None:
    encoding = encoding_of(head)
    return None if encoding is None else head.decode(encoding, errors="replace")


def _markup_kind(start: str) -> str:
    if _HTML.match(start):
        return HTML
    if _SVG.match(start):
        return SVG
    return XML if _TAG.match(start) else PLAIN


def _is_json(start: str, *, whole: bool) -> bool:
    """Read it all when it is all there; else an object or array begins like this."""
    if not whole:
        return start[:1] in {"{", "["}
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return False
    return True


def _is_table(lines: list[str], *, whole: bool) -> bool:
    """At least two rows of the same number of columns, more than one; the last line of a cut text may be cut itself."""
    sample = [line for line in (lines if whole else lines[:-1])[:SNIFFED_ROWS] if line.strip()]
    if len(sample) < 2:
        return False
    for delimiter in ",;\t|":
        try:
            widths = {len(row) for row in csv.reader(sample, delimiter=delimiter)}
        except csv.Error:
            continue
        if len(widths) == 1 and widths.pop() > 1:
            return True
    return False
