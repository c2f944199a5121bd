"""Sections of a report as tables: fields side by side, rows below a header that is repeated on every page."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Spacer, Table

from shared.exports.pdf.look import (
    BOLD,
    CELL,
    CELL_RIGHT,
    HEAD,
    HEAD_RIGHT,
    LABEL,
    LINE,
    NAVY,
    SECTION,
    SKY,
    TABLE_FONT,
    VALUE,
    WIDTH,
    width_of,
    words,
)
from shared.exports.pdf.values import Field, Values

_PAD = 7.5
_NARROWEST, _WIDEST = 26.0, 150.0
_ONE_ROW = 600  # characters of a text that stay in one row; a row is not parted by the end of a page
_LINES = (
    28  # of the widest letter, which words that end a line early make twice as many: a row is never higher than a page
)
_BESIDE, _BESIDE_LINES = 200, 8  # characters and lines of a value that stands beside another
_ROOM = 90.0  # below which a section begins on the next page
_GRID = [
    TABLE_FONT,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ("TOPPADDING", (0, 0), (-1, -1), 2.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
]
_HEADED = [*_GRID, ("BACKGROUND", (0, 0), (-1, 0), NAVY), ("VALIGN", (0, 0), (-1, 0), "BOTTOM")]


def section(heading: str, fields: Sequence[Field], part: Mapping[str, Any] | None, values: Values) -> list[Flowable]:
    """Fields that occur once: those with a value, two beside each other, long texts below. Nothing when there are none."""
    shown = [(field, values.text(field, part, dated=True)) for field in fields] if part else []
    known = [(field, text) for field, text in shown if text]
    if not known:
        return []
    prose = {field.label for field, _ in known if field.is_prose}
    return [*headline(heading), *described([(field.label, text) for field, text in known], prose)]


def headline(text: str) -> list[Flowable]:
    """Of a section, with room for what begins below it."""
    return [CondPageBreak(_ROOM), words(text, SECTION)]


def pairs(known: Sequence[tuple[str, str]]) -> Table:
    """Label and value, two of them in a row."""
    half = (len(known) + 1) // 2
    left, right = known[:half], [*known[half:], ("", "")][:half]
    rows = [
        [words(one[0], LABEL), words(one[1], VALUE), words(two[0], LABEL), words(two[1], VALUE)]
        for one, two in zip(left, right, strict=True)
    ]
    columns = [WIDTH * 0.17, WIDTH * 0.33, WIDTH * 0.17, WIDTH * 0.33]
    return Table(rows, colWidths=columns, style=_GRID, spaceAfter=2, hAlign="LEFT")


def described(known: Sequence[tuple[str, str]], prose: Collection[str] = ()) -> list[Flowable]:
    """Label and value, two in a row; below them what is `prose`, by label, or too long for that."""
    below = [one for one in known if one[0] in prose or not _is_short(one[1])]
    beside = [one for one in known if one not in below]
    found: list[Flowable] = [pairs(beside)] if beside else []
    for label, text in below:
        found += [Spacer(0, 4), words(label, LABEL), *(words(piece, VALUE) for piece in pieces_of(text))]
    return found


def _is_short(text: str) -> bool:
    return len(text) <= _BESIDE and len(text.splitlines()) <= _BESIDE_LINES


def rows(heading: str, fields: Sequence[Field], lines: Sequence[Mapping[str, Any]], values: Values) -> list[Flowable]:
    """A table of the form, without the columns that have no value in any row. Nothing when it has no rows."""
    texts = [[values.text(field, line) for field in fields] for line in lines]
    filled = [place for place in range(len(fields)) if any(row[place] for row in texts)]
    if not filled:
        return []
    shown = [fields[place] for place in filled]
    cells = [[row[place] for place in filled] for row in texts]
    return [*headline(heading), headed(shown, cells)]


def headed(fields: Sequence[Field], cells: Sequence[Sequence[str]]) -> Table:
    """Parts between rows at the end of a page, and says again on the next one what the columns are."""
    widths = _widths(fields, cells)
    head: list[Paragraph] = [words(field.label, HEAD_RIGHT if field.is_figure else HEAD) for field in fields]
    body: list[list[Any]] = []
    stripes = []
    for place, line in enumerate(cells):
        first = len(body) + 1
        for number, part in enumerate(_parted(line, widths)):
            body.append(
                [words(text, CELL_RIGHT if field.is_figure else CELL) for field, text in zip(fields, part, strict=True)]
            )
            if number and not part[0]:
                body[-1][0] = words("…", CELL)
        if place % 2:
            stripes.append(("BACKGROUND", (0, first), (-1, len(body)), SKY))
    style = [*_HEADED, *stripes]
    return Table([head, *body], colWidths=widths, style=style, repeatRows=1, hAlign="LEFT")


def _parted(line: Sequence[str], widths: Sequence[float]) -> list[list[str]]:
    """A row whose text is too long for one goes on in rows of its own."""
    pieces = [pieces_of(text, _one_row(text, width)) for text, width in zip(line, widths, strict=True)]
    height = max(len(one) for one in pieces)
    return [[one[number] if number < len(one) else "" for one in pieces] for number in range(height)]


def _one_row(text: str, width: float) -> int:
    """How many of its characters stay in one row of a column so wide."""
    if len(text) <= _LINES and len(text.splitlines()) <= 1:
        return _ONE_ROW
    widest = max((width_of(letter, 7.5) for letter in set(text)), default=0.0)
    return min(_ONE_ROW, max(int((width - _PAD) / max(widest, 1.0)), 1) * _LINES)


def pieces_of(text: str, size: int = _ONE_ROW) -> list[str]:
    """Parted between lines or words, so that no piece has more characters, nor more lines than a tenth of them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pieces: list[str] = []
    while len(text) > size or text.count("\n") > size // 20:
        head = "\n".join(text[:size].split("\n")[: size // 20])
        cut = len(head)
        if cut == size:
            line = head.rfind("\n")
            cut = line if line > size // 2 else head.rfind(" ")
        cut = cut if cut > 0 else len(head)
        pieces.append(text[:cut])
        text = text[cut:].removeprefix("\n").removeprefix(" ")
    return [*pieces, text] if text or not pieces else pieces


def _widths(fields: Sequence[Field], cells: Sequence[Sequence[str]]) -> list[float]:
    """What short columns need; what is left goes to texts, and to all alike where there are none."""
    needed = [
        min(
            max(
                max((width_of(word, 7.5) for row in cells for word in row[place].split("\n")), default=0),
                max(width_of(word, 7.5, BOLD) for word in field.label.split(" ")),
            )
            + _PAD,
            _WIDEST,
        )
        for place, field in enumerate(fields)
    ]
    prose = [place for place, field in enumerate(fields) if field.is_prose]
    if prose:
        short = sum(width for place, width in enumerate(needed) if place not in prose)
        least = min(120.0, WIDTH / len(fields))
        scale = min(1.0, (WIDTH - least * len(prose)) / short) if short else 1.0
        needed = [width * scale for width in needed]
        rest = (WIDTH - sum(width for place, width in enumerate(needed) if place not in prose)) / len(prose)
        return [rest if place in prose else width for place, width in enumerate(needed)]
    whole = sum(needed)
    if whole > WIDTH:
        return [width * WIDTH / whole for width in needed]
    return [min(width * 1.6, width + (WIDTH - whole) / len(needed)) for width in needed]
