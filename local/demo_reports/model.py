"""What the generator yields, and the clock it goes by."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DemoSite:
    """`code`, zone and day start are those of the seed's sites."""

    code: str
    rig: str
    zone: str
    day_start: str


SITES = (
    DemoSite("NV-A", "Nordvind A", "Europe/Oslo", "06:00"),
    DemoSite("NV-B", "Nordvind B", "Europe/Oslo", "06:00"),
    DemoSite("MID-1", "Midland 5", "America/Chicago", "05:00"),
)


@dataclass(frozen=True, slots=True)
class DemoReport:
    """`well_role` is what the server would know of the well on the day: "producer", "injector" or None."""

    type: str
    site: DemoSite
    day: date
    payload: Payload
    well_role: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A reporting day; minutes are counted from its begin, and there are 1,380, 1,440 or 1,500 of them."""

    site: DemoSite
    day: date

    @property
    def minutes(self) -> int:
        return round((self._begins(self.day + timedelta(days=1)) - self._begins(self.day)).total_seconds() / 60)

    @property
    def hours(self) -> float:
        return self.minutes / 60

    def at(self, minute: int) -> str:
        """The clock on the wall with its offset."""
        moment = self._begins(self.day) + timedelta(minutes=minute)
        return moment.astimezone(ZoneInfo(self.site.zone)).isoformat(timespec="minutes")

    def _begins(self, on: date) -> datetime:
        start = time.fromisoformat(self.site.day_start)
        return datetime.combine(on, start, ZoneInfo(self.site.zone)).astimezone(UTC)


def quantity(value: float | None, unit: str) -> Payload | None:
    return None if value is None else {"value": value, "unit": unit}
