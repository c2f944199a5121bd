"""Which tables an export has, and which columns: made of the definitions of report types, so that a new field needs no work here.

Of a type there is one table of all its fields that occur once, section beside section, one row for a report, and one table for each
table of the form (the time log), one row for a row, each with what says whose it is. Fields of older versions that the newest does not
have come last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from shared.exports.measures import UnitSystem, figure, unit_of
from shared.exports.rows import STATES, ReportRow, on_clock
from shared.reports.definitions import Definition

Cell: TypeAlias = str | float | int | bool | date | datetime | None
"""Moments have the clock of the report's site; None is an empty cell, never 0."""

MAX_TEXT = 32_000  # characters; a cell of a workbook holds 32,767
_CUT = " […]"


class CellKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    MOMENT = "moment"
    BOOL = "bool"


@dataclass(frozen=True, slots=True)
class Column:
    """`group` is the section it stands in. `unit` is None for what has none, and where every figure says its own."""

    group: str
    label: str
    kind: CellKind
    unit: str | None = None


_Take: TypeAlias = Callable[[Mapping[str, Any], ZoneInfo], list[Cell]]
_Pick: TypeAlias = Callable[[Mapping[str, Any], ZoneInfo], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is for people, `key` for names of files. `section` is that of the form's table; None for the fields that occur once."""

    type: str
    key: str
    name: str
    columns: tuple[Column, ...]
    section: str | None
    _takes: tuple[tuple[str, _Take], ...] = field(repr=False)

    def rows(self, report: ReportRow) -> Iterator[list[Cell]]:
        """Of one report of this type: one, or one for each row of the form's table."""
        zone = ZoneInfo(report.site.zone)
        if self.section is None:
            cells = _of_report(report, zone)
            for section, take in self._takes:
                cells += take(report.payload.get(section) or {}, zone)
            yield cells
            return
        ((section, take),) = self._takes
        for number, row in enumerate(report.payload.get(section) or (), start=1):
            yield [*_whose(report), number, *take(row, zone)]


def tables_of(definitions: Sequence[Definition], system: UnitSystem) -> list[Table]:
    """`definitions` are all versions of the types that are exported."""
    kinds = list(dict.fromkeys(one.kind for one in definitions))
    return [table for kind in kinds for table in _tables([one for one in definitions if one.kind == kind], system)]


def _tables(versions: Sequence[Definition], system: UnitSystem) -> Iterator[Table]:
    """The newest version says how things are called."""
    newest, *older = sorted(versions, key=lambda one: -one.version)
    sections: dict[str, dict[str, Any]] = {}
    for definition in (newest, *older):
        for section in definition.to_json()["sections"]:
            known = sections.setdefault(section["pointer"], {**section, "fields": []})
            there = {one["pointer"] for one in known["fields"]}
            known["fields"] += [one for one in section["fields"] if one["pointer"] not in there]
    flat = [section for section in sections.values() if not section["table"]]
    parts = [(_name_of(one), _columns(one, system)) for one in flat]
    columns = (*_REPORT, *(column for _, found in parts for column, _ in found))
    takes = tuple((name, _taking([pick for _, pick in found])) for name, found in parts)
    yield Table(newest.kind, newest.kind, newest.label, columns, None, takes)
    for section in sections.values():
        if section["table"]:
            name, found = _name_of(section), _columns(section, system)
            columns = (*_WHOSE, Column("", "Row", CellKind.NUMBER), *(column for column, _ in found))
            take = _taking([pick for _, pick in found])
            label = f"{newest.label}: {section['label'].lower()}"
            yield Table(newest.kind, f"{newest.kind}-{name}", label, columns, name, ((name, take),))


def _name_of(section: Mapping[str, Any]) -> str:
    return str(section["pointer"]).removeprefix("/")


def _taking(picks: Iterable[_Pick]) -> _Take:
    every = tuple(picks)
    return lambda part, zone: [pick(part, zone) for pick in every]


def _columns(section: Mapping[str, Any], system: UnitSystem) -> list[tuple[Column, _Pick]]:
    group = "" if section["table"] else section["label"]
    found = [one for shown in section["fields"] for one in _columns_of(group, shown, system)]
    names = {shown["pointer"].rpartition("/")[2] for shown in section["fields"]}
    if section["table"] and {"start", "end"} <= names:
        found.append((Column(group, "Hours", CellKind.NUMBER, "h"), _duration))
    return found


def _columns_of(group: str, shown: Mapping[str, Any], system: UnitSystem) -> Iterator[tuple[Column, _Pick]]:
    name, label, widget = shown["pointer"].rpartition("/")[2], shown["label"], shown["widget"]
    if widget == "quantity":
        unit = unit_of(system, tuple(shown["units"]))
        yield Column(group, label, CellKind.NUMBER, unit), lambda part, _: figure(part.get(name), unit)
        if unit is None:
            yield Column(group, f"{label}: unit", CellKind.TEXT), lambda part, _: (part.get(name) or {}).get("unit")
    elif widget == "date":
        yield Column(group, label, CellKind.DATE), lambda part, _: _date(part.get(name))
    elif widget == "moment":
        yield Column(group, label, CellKind.MOMENT), lambda part, zone: _moment(part.get(name), zone)
    elif widget in {"count", "number"}:
        yield Column(group, label, CellKind.NUMBER), lambda part, _: part.get(name)
    elif widget == "toggle":
        yield Column(group, label, CellKind.BOOL), lambda part, _: part.get(name)
    else:
        yield Column(group, label, CellKind.TEXT), lambda part, _: part.get(name)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(text: str | None, zone: ZoneInfo) -> datetime | None:
    return None if text is None else on_clock(datetime.fromisoformat(text), zone)


def _duration(row: Mapping[str, Any], _: ZoneInfo) -> float | None:
    """Of an activity, across clock changes as well: the offsets say what the clocks do not. Not rounded: people add them up."""
    start, end = row.get("start"), row.get("end")
    if start is None or end is None:
        return None
    return (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds() / 3600


_WHOSE = (
    Column("", "Report", CellKind.TEXT),
    Column("", "Site", CellKind.TEXT),
    Column("", "Subject", CellKind.TEXT),
    Column("", "Day", CellKind.DATE),
    Column("", "Revision", CellKind.NUMBER),
)
_REPORT = (
    *_WHOSE,
    *(Column("Report", label, CellKind.TEXT) for label in ("Title", "Type", "Site name", "State")),
    Column("Report", "Definition", CellKind.NUMBER),
    Column("Report", "From", CellKind.MOMENT),
    Column("Report", "To", CellKind.MOMENT),
    Column("Report", "Hours of the day", CellKind.NUMBER, "h"),
    Column("Report", "Author", CellKind.TEXT),
    Column("Report", "Submitted", CellKind.MOMENT),
    Column("Report", "Reviewer", CellKind.TEXT),
    Column("Report", "Reviewed", CellKind.MOMENT),
    Column("Report", "Warnings", CellKind.TEXT),
    Column("Report", "Attachments", CellKind.TEXT),
    Column("Report", "Receipt", CellKind.TEXT),
)


def _whose(report: ReportRow) -> list[Cell]:
    return [report.id, report.site.code, report.subject, report.day, report.revision or None]


def _of_report(report: ReportRow, zone: ZoneInfo) -> list[Cell]:
    submitted, reviewed = report.submitted_at, report.reviewed_at
    return [
        *_whose(report),
        report.title,
        report.type,
        report.site.name,
        STATES.get(report.state, report.state),
        report.version,
        report.begin.astimezone(zone),
        report.end.astimezone(zone),
        report.hours,
        report.author,
        None if submitted is None else submitted.astimezone(zone),
        report.reviewer,
        None if reviewed is None else reviewed.astimezone(zone),
        _lines(f"{one.text} Reason: {one.reason}" for one in report.warnings),
        _lines(f"{one.name} ({one.size_bytes} bytes, SHA-256 {one.sha256})" for one in report.attachments),
        report.receipt,
    ]


def _lines(lines: Iterable[str]) -> str | None:
    """None for no lines; what a cell cannot hold is cut, and says so."""
    text = "\n".join(lines)
    if len(text) > MAX_TEXT:
        text = text[: MAX_TEXT - len(_CUT)] + _CUT
    return text or None
