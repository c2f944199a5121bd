"""Tables as text (CSV): told what they are from their beginning, read window by window, each record with where the next one begins.

A reader stops and goes on at byte positions, so the bytes of every line are counted: text that is not in the table's encoding is carried
through as it is (surrogates) and refused row by row. Pure: bytes in, records out.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from shared.bulk.errors import NotATable
from shared.documents.texts import encoding_of
from shared.kit.model import Wire

HEAD = 256 * 1024  # bytes that a table is told from
WINDOW = 256 * 1024  # bytes read at once; a longer record takes a wider one
WIDEST = 2 * 1024 * 1024
MAX_COLUMNS = 200
MAX_BROKEN = 100  # records of one window whose quotes do not close
SAMPLED = 20  # records that a delimiter is told from
_DELIMITERS = ",;\t|"
_MARKS = {"utf-8-sig": ("utf-8", 3), "utf-16": ("", 2), "utf-32": ("", 4)}  # what is read, and how long the mark is


class TableFormat(Wire):
    """`begins_at` is the byte after a mark of byte order. `columns` are as written, without blanks around them."""

    encoding: str
    delimiter: str
    begins_at: int
    columns: tuple[str, ...]

    @property
    def _errors(self) -> str:
        return "surrogatepass" if self.encoding.startswith("utf-16") else "surrogateescape"

    def decoded(self, content: bytes) -> str:
        """Errors: NotATable."""
        try:
            return content.decode(self.encoding, self._errors)
        except UnicodeDecodeError as error:
            raise NotATable from error

    def length(self, text: str) -> int:
        """Bytes."""
        return len(text.encode(self.encoding, self._errors))

    def cut(self, content: bytes) -> bytes:
        """Up to the end of the last line that is there as a whole."""
        width = len("\n".encode(self.encoding))
        for sign in ("\n", "\r"):
            end = content.rfind(sign.encode(self.encoding))
            while end % width and end > 0:
                end = content.rfind(sign.encode(self.encoding), 0, end + width - 1)
            if end >= 0 and (sign == "\n" or end + width < len(content)):  # after the last \r there may be a \n
                return content[: end + width]
        return b""


@dataclass(frozen=True, slots=True)
class Record:
    """`line` is the line in the file it begins on, from 1; `end` the byte and `next_line` the line where the next one begins.

    `broken`: why it could not be taken apart.
    """

    line: int
    end: int
    next_line: int
    cells: tuple[str, ...] = ()
    broken: str = ""

    @property
    def is_blank(self) -> bool:
        return not self.broken and not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader stands: the byte, and the line, from 1."""

    byte: int
    line: int


def format_of(head: bytes, *, whole: bool) -> TableFormat:
    """From the first bytes of a file; `whole` says there are no more. Errors: NotATable."""
    found = encoding_of(head)
    if found is None:
        raise NotATable
    encoding, begins_at = _unmarked(found, head)
    formats = [TableFormat(encoding=encoding, delimiter=sign, begins_at=begins_at, columns=()) for sign in _DELIMITERS]
    widths = {one.delimiter: _width(one, head, whole=whole) for one in formats}
    best = max(formats, key=lambda one: widths[one.delimiter])
    if widths[best.delimiter] < 2:
        raise NotATable
    header = next(records(best, head[begins_at:], Place(begins_at, 1), whole=whole))
    columns = tuple(cell.strip() for cell in header.cells)
    if header.broken or len(columns) > MAX_COLUMNS:
        raise NotATable
    return best.model_copy(update={"columns": columns})


def records(table: TableFormat, content: bytes, place: Place, *, whole: bool) -> Iterator[Record]:
    """Those that are there as a whole; `content` begins at `place`, `whole` says nothing follows it. Errors: NotATable."""
    if not whole:
        content = table.cut(content)
    text = table.decoded(content[: len(content) // len("\n".encode(table.encoding)) * len("\n".encode(table.encoding))])
    lines = _Lines(list(io.StringIO(text, newline="")))
    byte, line, broken = place.byte, place.line, 0
    while lines.at < len(lines.lines):
        begin = lines.at
        try:
            cells, why = tuple(next(csv.reader(lines, delimiter=table.delimiter, strict=True))), ""
        except (csv.Error, StopIteration) as error:
            if not whole and lines.at == len(lines.lines):
                return  # its end may be in the next window
            broken += 1
            if broken > MAX_BROKEN:
                raise NotATable from error
            cells, why, lines.at = (), str(error), begin + 1
        used = lines.lines[begin : lines.at]
        byte += sum(table.length(one) for one in used)
        record = Record(line, byte, line + len(used), cells, why)
        line = record.next_line
        yield record


@dataclass(slots=True)
class _Lines:
    """What csv reads from; it takes one line after the other and never looks ahead."""

    lines: list[str]
    at: int = field(default=0)

    def __iter__(self) -> Iterator[str]:
        while self.at < len(self.lines):
            self.at += 1
            yield self.lines[self.at - 1]


def _unmarked(encoding: str, head: bytes) -> tuple[str, int]:
    if encoding not in _MARKS:
        return encoding, 0
    plain, length = _MARKS[encoding]
    order = "le" if head[0] == 0xFF else "be"
    return plain or f"{encoding}-{order}", length


def _width(table: TableFormat, head: bytes, *, whole: bool) -> int:
    """How many columns most records have; 0 for a delimiter that is none."""
    widths: list[int] = []
    try:
        for record in records(table, head[table.begins_at :], Place(table.begins_at, 1), whole=whole):
            if not record.is_blank:
                widths.append(len(record.cells))
            if len(widths) == SAMPLED:
                break
    except NotATable:
        return 0
    return max(set(widths), key=lambda width: (widths.count(width), width), default=0)
