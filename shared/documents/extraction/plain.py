"""Text of text files, whatever they are encoded in: pages end at line ends."""

import codecs
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from shared.documents.extraction.pages import PageWriter
from shared.documents.texts import encoding_of

_CHUNK = 64 * 1024
_HEAD = 64 * 1024
_PAGE = 48 * 1024  # characters: in UTF-8 they stay below what a page may hold, unless most of them are not Latin
_UNSEEN = frozenset({"script", "style", "template"})
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "table", "section", "h1", "h2", "h3", "h4", "h5", "h6", "title", "pre"}
)


def read(source: Path, writer: PageWriter) -> None:
    lines, first, pieces, size = 1, 1, [""], 0
    for line in _lines(source):
        pieces.append(line)
        size += len(line)
        lines += line.endswith("\n")
        if size >= _PAGE:
            if not writer.add("".join(pieces), f"Lines {first}-{max(first, lines - 1)}"):
                return
            first, pieces, size = lines, [], 0
    rest = "".join(pieces)
    if rest.strip():
        writer.add(rest, f"Lines {first}-{lines - rest.endswith(chr(10))}" if writer.count else "")


def read_html(source: Path, writer: PageWriter) -> None:
    reader = _Words()
    for piece in _text(source):
        reader.feed(piece)
        while len(reader.gathered) >= _PAGE:
            if not writer.add(reader.take(_PAGE)):
                return
    reader.close()
    if (rest := reader.take(len(reader.gathered))).strip():
        writer.add(rest)


def _text(source: Path) -> Iterator[str]:
    with source.open("rb") as file:
        encoding = encoding_of(file.read(_HEAD)) or "latin-1"
        file.seek(0)
        decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)


def _lines(source: Path) -> Iterator[str]:
    """Lines, ended by a line feed; one that never ends comes in pieces."""
    rest = ""
    for piece in _text(source):
        *lines, rest = (rest + piece).replace("\r\n", "\n").split("\n")
        yield from (f"{line}\n" for line in lines)
        if len(rest) >= _PAGE:
            yield rest
            rest = ""
    yield rest


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.gathered = ""
        self._unseen = 0

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.gathered += "\n"

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.gathered += data

    def take(self, count: int) -> str:
        taken, self.gathered = self.gathered[:count], self.gathered[count:]
        return taken
