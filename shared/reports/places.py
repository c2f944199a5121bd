"""Where in time and space a report belongs, and whether its payload says so. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from shared.reports.definitions import DayField, Definition
from shared.reports.drafts import Draft
from shared.reports.errors import NoSuchDay
from shared.reports.model import Report, slot_key, subject_of
from shared.reports.periods import Period, reporting_day
from shared.reports.rules.operators import walk
from shared.reports.rules.rule import Finding, RuleKind


class SiteClock(Protocol):
    """What reports need to know of a site: the clock on its wall and when its day begins."""

    @property
    def time_zone(self) -> str: ...

    @property
    def day_start(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """One reporting day of a site, for one type of report."""

    kind: str
    site_id: str
    time_zone: str
    period: Period

    @classmethod
    def at(cls, site: SiteClock, site_id: str, kind: str, day: date) -> "Place":
        """Errors: NoSuchDay."""
        period = reporting_day(site.time_zone, site.day_start, day)
        if period is None:
            raise NoSuchDay
        return cls(kind, site_id, site.time_zone, period)

    @classmethod
    def of(cls, report: Report) -> "Place":
        return cls(report.type, report.site_id, report.time_zone, report.period)

    @property
    def day(self) -> str:
        return self.period.day.isoformat()

    @property
    def begin(self) -> str:
        return self._local(self.period.begin)

    @property
    def end(self) -> str:
        return self._local(self.period.end)

    @property
    def dates(self) -> frozenset[str]:
        """Those on the calendar of the site while this day lasts."""
        return frozenset({self.begin[:10], self._local(self.period.end - timedelta(microseconds=1))[:10]})

    def slot(self, subject: str) -> str:
        return slot_key(self.kind, self.site_id, self.day, subject)

    def _local(self, moment: datetime) -> str:
        return moment.astimezone(ZoneInfo(self.time_zone)).isoformat(timespec="minutes")


def begun_payload(definition: Definition, place: Place, subject: str | None, carried: Mapping[str, Any]) -> Any:
    """What a new report begins with: what the last one left, and what is known of its place."""
    known = dict(_expected(definition, place))
    if subject is not None and len(definition.subject) == 1:
        known[definition.subject[0]] = subject
    payload = dict(carried)
    for pointer, value in known.items():
        _, section, field = pointer.split("/")
        payload[section] = {**(payload.get(section) or {}), field: value}
    return payload


def misplaced(definition: Definition, place: Place, subject: str | None, payload: Any) -> list[Finding]:
    """Where a payload speaks of another day, or of something else than the report is about (`subject`; None: that is open).

    What it does not say at all is a matter of the rules.
    """
    return [*_other_day(definition, place, payload), *_other_subject(definition, place, subject, payload)]


def unnamed(definition: Definition, draft: Draft) -> list[Finding]:
    """Files that the payload speaks of and that are not among its attachments."""
    named = {attachment.id for attachment in draft.attachments}
    return [
        Finding("attachment.unnamed", RuleKind.BLOCK, "This file is not among the attachments.", (pointer,), None)
        for pointer, value in _files(definition, draft.payload)
        if value not in named
    ]


def _files(definition: Definition, payload: Any) -> Iterator[tuple[str, str]]:
    for table, name in definition.files:
        for index, row in enumerate(payload.get(table) or []):
            if row.get(name):
                yield f"/{table}/{index}/{name}", row[name]


def _expected(definition: Definition, place: Place) -> Iterator[tuple[str, str]]:
    values = {DayField.DATE: place.day, DayField.BEGIN: place.begin, DayField.END: place.end, DayField.ON: place.day}
    for pointer, field in definition.days.items():
        if field in values:
            yield pointer, values[field]


def _other_day(definition: Definition, place: Place, payload: Any) -> Iterator[Finding]:
    for pointer, field in definition.days.items():
        value = walk(payload, pointer.split("/")[1:])
        if isinstance(value, str) and not _lies_there(field, value, place):
            text = f"This is the report of {place.day}, from {place.begin} to {place.end}."
            yield Finding("period.differs", RuleKind.BLOCK, text, (pointer,), None)


def _lies_there(field: DayField, value: str, place: Place) -> bool:
    if field is DayField.DATE:
        return value == place.day
    if field is DayField.ON:
        return value in place.dates
    return place.period.begin <= datetime.fromisoformat(value) <= place.period.end


def _other_subject(definition: Definition, place: Place, subject: str | None, payload: Any) -> Iterator[Finding]:
    said = subject_of(definition.subject, payload)
    if subject is not None and said is not None and place.slot(said) != place.slot(subject):
        text = f"This report is about {subject}. For {said} make another one."
        yield Finding("subject.differs", RuleKind.BLOCK, text, definition.subject, None)
