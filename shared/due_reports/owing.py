"""What is owed on which day, and the moment it is due: by the clock at the site. Rules only: no I/O, time comes in.

A due time that the clock skips is as much later as the clock jumped, one that comes twice is the first of the two: as the beginning of a
reporting day (shared/reports/periods.py). It is never before the end of the day reported. A day that a zone left out owes nothing.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.due_reports.model import DuePlan, Holiday, same
from shared.reports.model import slot_key
from shared.reports.periods import reporting_day
from shared.sites.model import Site

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owed:
    """One report that a site owes. `subject` None: whatever its subject. `due` is in UTC."""

    plan: DuePlan
    day: date
    subject: str | None
    due: datetime

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it stands among those of its day."""
        return self.plan.site_id, self.plan.type, "" if self.subject is None else same(self.subject)

    @property
    def slot(self) -> str:
        return slot_key(self.plan.type, self.plan.site_id, self.day.isoformat(), self.subject or "")


@dataclass(frozen=True)
class Obligations:
    """Plans, the sites they are about, and holidays: all that says what is owed."""

    plans: tuple[DuePlan, ...]
    sites: Mapping[str, Site]
    holidays: tuple[Holiday, ...] = ()

    @functools.cached_property
    def _free(self) -> frozenset[tuple[str | None, date]]:
        return frozenset((holiday.site_id, holiday.day) for holiday in self.holidays)

    def on(self, day: date) -> list[Owed]:
        """What is owed of a reporting day, in order of site, type and subject.

        A report that several plans ask for is owed once, by the first that is due.
        """
        found: dict[tuple[str, str, str], Owed] = {}
        for plan in self.plans:
            for owed in self._by(plan, day):
                known = found.get(owed.place)
                if known is None or (owed.due, plan.id) < (known.due, known.plan.id):
                    found[owed.place] = owed
        return [found[place] for place in sorted(found)]

    def between(self, first: date, last: date) -> Iterator[Owed]:
        """Of all these days, the last day first."""
        for offset in range((last - first).days + 1):
            yield from self.on(last - offset * _DAY)

    def of(self, plan_id: str, day: date) -> list[Owed]:
        """What this plan asks for, as far as no other does earlier."""
        return [owed for owed in self.on(day) if owed.plan.id == plan_id]

    def _by(self, plan: DuePlan, day: date) -> Iterable[Owed]:
        site = self.sites.get(plan.site_id)
        if site is None or not plan.asks_for(day) or site.is_suspended_on(day):
            return ()
        if not plan.owed_on_holidays and not self._free.isdisjoint({(site.id, day), (None, day)}):
            return ()
        if (due := due_moment(site.time_zone, site.day_start, day, plan.due_at, plan.due_days)) is None:
            return ()
        return [Owed(plan, day, subject, due) for subject in (plan.subjects or (None,))]


@functools.lru_cache(maxsize=4096)
def due_moment(zone: str, day_start: str, day: date, due_at: str, due_days: int) -> datetime | None:
    """None for a day that the zone left out. `day_start` and `due_at` are "HH:MM"."""
    period = reporting_day(zone, day_start, day)
    if period is None:
        return None
    clock, starts = time.fromisoformat(due_at), time.fromisoformat(day_start)
    later = (1 if clock >= starts else 2) + due_days
    moment = datetime.combine(day + later * _DAY, clock, ZoneInfo(zone)).astimezone(UTC)
    return max(moment, period.end)  # a day that begins in the skipped hour ends as late as that
