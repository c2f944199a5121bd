"""The month of a well: closed when every day of it is approved and they add up to the office's sheet. Rules only: no I/O.

What is null stays null: a day that was not measured adds nothing, and a sheet that says 0 where nothing was measured differs.
"""

import hashlib
import math
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, Self

from shared.errors import FieldError
from shared.kit.model import Entity, Moment, Wire
from shared.kit.units import UNITS
from shared.reports.model import CLOSED, Report, ReportState, subject_key
from shared.reports.periods import reporting_days

PRODUCTION = "daily_production"
VOLUMES = ("oil", "gas", "water", "waterInjected", "gasInjected")  # as the report and the sheet call them
HOURS = "hoursOnStream"
TOLERANCE = 1e-9  # relative
NOISE = 1e-12  # of all that was added up, without regard to signs: what is left when corrections take back nearly everything


class MonthState(StrEnum):
    CLOSED = "closed"
    REOPENED = "reopened"


class MonthlyVolume(Wire):
    """As the sheet says it."""

    value: float
    unit: str

    @property
    def si(self) -> float:
        return UNITS[self.unit].to_si(self.value)


class MonthlySheet(Wire):
    """What the office adds up to; None where nothing was measured."""

    hours_on_stream: float | None = None
    oil: MonthlyVolume | None = None
    gas: MonthlyVolume | None = None
    water: MonthlyVolume | None = None
    water_injected: MonthlyVolume | None = None
    gas_injected: MonthlyVolume | None = None

    @property
    def figures(self) -> dict[str, float | None]:
        """By the names of the wire: hours, and volumes in SI."""
        volumes: dict[str, MonthlyVolume | None] = dict(
            zip(VOLUMES, (self.oil, self.gas, self.water, self.water_injected, self.gas_injected), strict=True)
        )
        return {HOURS: self.hours_on_stream, **{name: None if one is None else one.si for name, one in volumes.items()}}


class CountedReport(Wire):
    """Which revision of which report a month was closed with."""

    day: str
    report_id: str
    revision: int
    receipt: str


class ProductionMonth(Entity):
    """`well` as people wrote it when they closed it, `month` as "2026-05"; `totals` in SI."""

    kind: Literal["productionMonth"] = "productionMonth"
    site_id: str
    well: str
    month: str
    state: MonthState = MonthState.CLOSED
    sheet: MonthlySheet
    totals: dict[str, float | None]
    reports: tuple[CountedReport, ...]
    closed_at: Moment
    closed_by: str
    reopened_at: Moment | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """What an activity says."""
        return {"siteId": self.site_id, "well": self.well, "month": self.month}

    def to_item(self) -> dict[str, Any]:
        """With the well as it is asked for."""
        return {**super().to_item(), "wellKey": subject_key(self.well)}

    def reopened(self, now: datetime) -> Self:
        return self.changed(now, state=MonthState.REOPENED, reopened_at=now)


@dataclass(frozen=True, slots=True)
class MonthOf:
    """One well's month."""

    site_id: str
    well: str
    year: int
    month: int

    @property
    def name(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def id(self) -> str:
        return month_id(self.site_id, self.well, self.name)

    def days(self, zone: str, day_start: str) -> list[str]:
        """All reporting days that begin in it; days that the zone left out are none."""
        last = monthrange(self.year, self.month)[1]
        first, end = date(self.year, self.month, 1), date(self.year, self.month, last)
        return [period.day.isoformat() for period in reporting_days(zone, day_start, first, end)]


def month_id(site_id: str, well: str, month: str) -> str:
    name = "\n".join((site_id, subject_key(well), month))
    return f"production-month:{hashlib.sha256(name.encode()).hexdigest()}"


def month_id_of(report: Report) -> str | None:
    """Of the month a report counts for; None for a report of another type."""
    if report.type != PRODUCTION or report.subject is None:
        return None
    return month_id(report.site_id, report.subject, report.day[:7])


def unfinished(days: Sequence[str], reports: Mapping[str, Report]) -> list[FieldError]:
    """The days without an approved report, `reports` being by day."""
    found = []
    for day in days:
        report = reports.get(day)
        if report is None:
            found.append(FieldError(day, "missing", "there is no report of this day"))
        elif report.state not in CLOSED:
            found.append(FieldError(day, report.state.value, f"the report of this day is {_WORDS[report.state]}"))
    return found


_WORDS = {
    ReportState.DRAFT: "a draft",
    ReportState.SUBMITTED: "not reviewed yet",
    ReportState.IN_REVIEW: "in review",
    ReportState.CHANGES_REQUESTED: "with its author for changes",
}


@dataclass(frozen=True, slots=True)
class Total:
    """`value` None where no day has one; `gross` without regard to signs."""

    value: float | None
    gross: float

    @classmethod
    def of(cls, values: Sequence[float | None]) -> "Total":
        known = [value for value in values if value is not None]
        return cls(math.fsum(known) if known else None, math.fsum(map(abs, known)))

    def agrees_with(self, said: float | None) -> bool:
        if self.value is None or said is None:
            return self.value is said
        return math.isclose(self.value, said, rel_tol=TOLERANCE, abs_tol=NOISE * self.gross)


def totals(payloads: Sequence[Mapping[str, Any]]) -> dict[str, Total]:
    """Of the stored payloads of daily reports, which carry SI values."""
    hours = [(payload.get("uptime") or {}).get(HOURS) for payload in payloads]
    volumes = {
        name: [((payload.get("volumes") or {}).get(name) or {}).get("si") for payload in payloads] for name in VOLUMES
    }
    return {HOURS: Total.of(hours), **{name: Total.of(values) for name, values in volumes.items()}}


def differences(sheet: MonthlySheet, added: Mapping[str, Total]) -> list[FieldError]:
    """What the sheet says otherwise, in Sm3 and hours."""
    return [
        FieldError(f"sheet.{name}", "differs", _differs(name, added[name].value, said))
        for name, said in sheet.figures.items()
        if not added[name].agrees_with(said)
    ]


def _differs(name: str, added: float | None, said: float | None) -> str:
    unit = "h" if name == HOURS else "Sm3"
    if added is None:
        return f"the sheet says {said:.12g} {unit}, the days say nothing, which is not 0"
    if said is None:
        return f"the days add up to {added:.12g} {unit}, the sheet says nothing, which is not 0"
    return f"the days add up to {added:.12g} {unit}, the sheet says {said:.12g} {unit}: a difference of {said - added:.6g} {unit}"
