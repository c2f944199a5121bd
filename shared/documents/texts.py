"""Kinds of text, told from how they begin: LAS well logs, CSV, JSON, XML, HTML, or just text."""

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


def _decoded(head: bytes) -> str | None:
    """The text, or None for binary: control characters other than tabs, line ends and the like do not occur in text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", errors="replace")
    if len(head.translate(None, _CONTROLS)) < len(head):
        return None
    return head.decode("utf-8", errors="replace")


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
