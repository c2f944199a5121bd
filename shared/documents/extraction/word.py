"""Text of Word documents (ECMA-376 part 1, chapter 17). Pages end where Word last broke them, or where the author did."""

import re
from pathlib import Path

from shared.documents.extraction.markup import Attributes, Enough, Package
from shared.documents.extraction.pages import PageWriter
from shared.kit.sandboxed import Refused

_BODY = re.compile(r"word/document\d*\.xml")
_ASIDES = re.compile(r"word/(footnotes|endnotes|comments|header\d*|footer\d*)\.xml")
_ENDS = {"p": "\n", "tc": "\t", "tr": "\n"}


def read(source: Path, writer: PageWriter) -> None:
    package = Package(source, writer.limits.inflated_bytes)
    bodies = [name for name in package.names if _BODY.fullmatch(name)]
    if not bodies:
        raise Refused("damaged")
    part = _Part(writer)
    for name in (bodies[0], *sorted(filter(_ASIDES.fullmatch, package.names))):
        if part.is_full:
            return
        package.parse(name, start=part.start, end=part.end, text=part.text)
        part.turn()


class _Part:
    """Gathers the text of runs; what was deleted, and the codes of fields, are other elements."""

    def __init__(self, writer: PageWriter) -> None:
        self._writer, self._size, self._in_text = writer, 0, False
        self._pieces: list[str] = []
        self.is_full = False

    def start(self, tag: str, values: Attributes) -> None:
        if self.is_full:
            raise Enough
        self._in_text = tag == "t"
        if tag == "lastRenderedPageBreak" or (tag == "br" and values.get("type") == "page"):
            self.turn()
        elif tag in {"tab", "br", "cr"}:
            self._add("\t" if tag == "tab" else "\n")

    def end(self, tag: str) -> None:
        self._in_text = False
        self._add(_ENDS.get(tag, ""))

    def text(self, piece: str) -> None:
        if self._in_text:
            self._add(piece)

    def turn(self) -> None:
        """Both kinds of break often stand together: pages without a word do not count."""
        page, self._pieces, self._size = "".join(self._pieces), [], 0
        if page.strip() and not self.is_full:
            self.is_full = not self._writer.add(page)

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > self._writer.limits.page_bytes // 2 and piece == "\n":
            self.turn()  # a long text without breaks: what one page may hold, and on
