"""Text of Excel workbooks: cells by tabs, rows by lines; a sheet begins a page, and a long one goes on over several."""

from pathlib import Path

from shared.documents.extraction.markup import Attributes, Enough, Package
from shared.documents.extraction.pages import PageWriter

_WORKBOOK = "xl/workbook.xml"
_SHARED = "xl/sharedStrings.xml"
SHARED_BYTES = 64 * 1024 * 1024  # of strings that sheets refer to


def read(source: Path, writer: PageWriter) -> None:
    package = Package(source, writer.limits.inflated_bytes)
    shared = _shared_strings(package, writer)
    for name, part in _sheets(package):
        sheet = _Sheet(name, shared, writer)
        package.parse(part, start=sheet.start, end=sheet.end, text=sheet.text)
        sheet.turn()
        if sheet.is_full:
            return


def _sheets(package: Package) -> list[tuple[str, str]]:
    """Name and part, in the order of the tabs."""
    targets, found = package.relations(_WORKBOOK), []

    def start(tag: str, values: Attributes) -> None:
        if tag == "sheet" and (target := targets.get(values.get("r:id", ""))) in package.names:
            found.append((values.get("name", ""), target))

    package.parse(_WORKBOOK, start=start)
    return found


def _shared_strings(package: Package, writer: PageWriter) -> list[str]:
    """All texts once; phonetic readings (`rPh`) repeat them in another script."""
    strings: list[str] = []
    pieces: list[str] = []
    state = {"text": False, "phonetic": False, "size": 0}

    def start(tag: str, _values: Attributes) -> None:
        state["text"] = tag == "t" and not state["phonetic"]
        if tag == "rPh":
            state["phonetic"] = True
        if state["size"] > SHARED_BYTES:
            writer.truncated.add("total")
            raise Enough

    def end(tag: str) -> None:
        state["text"] = False
        if tag == "rPh":
            state["phonetic"] = False
        elif tag == "si":
            strings.append("".join(pieces))
            pieces.clear()

    def text(piece: str) -> None:
        if state["text"]:
            pieces.append(piece)
            state["size"] += len(piece)

    if _SHARED in package.names:
        package.parse(_SHARED, start=start, end=end, text=text)
    return strings


class _Sheet:
    """One sheet as it is read: numbers as they are stored, so a date is a count of days."""

    def __init__(self, name: str, shared: list[str], writer: PageWriter) -> None:
        self._name, self._shared, self._writer = name, shared, writer
        self._rows: list[str] = []
        self._row: list[str] = []
        self._cell: list[str] = []
        self._size, self._kind, self._in_value = 0, "n", False
        self.is_full = False

    def start(self, tag: str, values: Attributes) -> None:
        if self.is_full:
            raise Enough
        if tag == "c":
            self._kind = values.get("t", "n")
            self._cell = []
        self._in_value = tag in {"v", "t"}

    def end(self, tag: str) -> None:
        self._in_value = False
        if tag == "c":
            self._row.append(self._value())
        elif tag == "row":
            line, self._row = "\t".join(self._row).rstrip(), []
            if line:
                self._rows.append(line)
                self._size += len(line) + 1
            if self._size > self._writer.limits.page_bytes // 2:
                self.turn()

    def text(self, piece: str) -> None:
        if self._in_value:
            self._cell.append(piece)

    def turn(self) -> None:
        page, self._rows, self._size = "\n".join(self._rows), [], 0
        if page and not self.is_full:
            self.is_full = not self._writer.add(page, self._name)

    def _value(self) -> str:
        value = "".join(self._cell)
        if self._kind != "s":
            return value
        index = int(value) if value.isdecimal() and len(value) < 10 else -1
        return self._shared[index] if 0 <= index < len(self._shared) else ""
