"""Tables as people and programs write them: encodings, delimiters, quotes, and reading that goes on anywhere."""

import csv
import io

import pytest

from shared.bulk import tables
from shared.bulk.errors import NotATable
from shared.bulk.tables import MAX_BROKEN, Place, Record, TableFormat, format_of, records

PLAIN = "Number;Title\nA-1;Brønn\nA-2;Log\n"


def read(content: bytes, *, window: int = 1 << 20) -> tuple[TableFormat, list[Record]]:
    """Everything, window by window as a worker does."""
    table = format_of(content[: tables.HEAD], whole=len(content) <= tables.HEAD)
    place, found = Place(table.begins_at, 1), list[Record]()
    width = window
    while place.byte < len(content):
        cut = content[place.byte : place.byte + width]
        seen = list(records(table, cut, place, whole=place.byte + width >= len(content)))
        if not seen:
            width *= 2
            continue
        found += seen
        place, width = Place(seen[-1].end, seen[-1].next_line), window
    return table, found


@pytest.mark.parametrize("window", [40, 64, 1 << 20])
@pytest.mark.parametrize("delimiter", list(",;\t|"))
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("cp1252", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"),
     ("utf-16-le", b""), ("utf-32-le", b"\xff\xfe\0\0")],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_delimiter_and_line_end_reads_the_same(
    encoding: str, mark: bytes, delimiter: str, end: str, window: int
) -> None:
    rows = [["Number", "Title"], ["A-1", "Brønn"], ["A-2", f'says "well", on{end}two lines'], ["A-3", "last"]]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL).writerows(rows)
    content = mark + stream.getvalue().encode(encoding)
    table, found = read(content, window=window)
    assert table.delimiter == delimiter
    assert table.columns == ("Number", "Title")
    assert [list(record.cells) for record in found] == rows
    assert [record.line for record in found] == [1, 2, 3, 5]
    assert found[-1].end == len(content)


def test_the_last_line_needs_no_end() -> None:
    _, found = read(b"a,b\n1,2")
    assert [record.cells for record in found] == [("a", "b"), ("1", "2")]


def test_blank_lines_are_known_as_such() -> None:
    _, found = read(b"a,b\n\n , \n1,2\n")
    assert [record.is_blank for record in found] == [False, True, True, False]


def test_a_quote_that_does_not_close_costs_one_line() -> None:
    _, found = read(b'a,b\n1,"open\n2,fine\n3,x"y\n')
    assert [(record.line, bool(record.broken), record.cells) for record in found] == [
        (1, False, ("a", "b")),
        (2, True, ()),
        (3, False, ("2", "fine")),
        (4, False, ("3", 'x"y')),
    ]


def test_a_quote_that_does_not_close_costs_one_line_of_a_window_too() -> None:
    content = b'a,b\n1,"open\n' + b"".join(b"%d,fine\n" % number for number in range(100_000))
    _, found = read(content, window=1 << 16)
    assert [record.line for record in found if record.broken] == [2]
    assert len(found) == 100_002


def test_nothing_but_open_quotes_is_no_table() -> None:
    content = b"a,b\n" + b'1,"open"x\n' * (MAX_BROKEN + 1)
    table = TableFormat(encoding="utf-8", delimiter=",", begins_at=0, columns=("a", "b"))
    with pytest.raises(NotATable):
        list(records(table, content, Place(0, 1), whole=True))


def test_bytes_of_another_encoding_keep_their_place() -> None:
    content = b"a,b\n1,\xc3\xb8\n" + b"x,y\n" * 100_000 + b"2,\xf8\n3,z\n"
    table, found = read(content, window=1 << 16)
    assert table.encoding == "utf-8"
    assert [record.cells for record in found[-2:]] == [("2", "\udcf8"), ("3", "z")]
    assert found[-1].end == len(content)


@pytest.mark.parametrize("content", [b"", b"only one column\nof text\n", b"\x00\x01\x02binary", b"a;b"[:1]])
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(NotATable):
        format_of(content, whole=True)


def test_the_delimiter_is_what_makes_columns_of_most_lines() -> None:
    table = format_of(b"Title;Tags\nWell, north;a,b,c\nLog;a\nMap;a,b\n", whole=True)
    assert (table.delimiter, table.columns) == (";", ("Title", "Tags"))
