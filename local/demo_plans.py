"""Which reports the demo sites owe: what the seed sends to `/due-plans`, by code of the site."""

from collections.abc import Iterator
from typing import Any

from local.demo_reports.model import SITES
from local.demo_reports.production import WELLS, well_name

FIRST_DAY = "2026-01-01"
_LETTERS = {
    "reminderMinutes": 60,
    "escalations": [
        {"afterMinutes": 0, "role": "operator"},
        {"afterMinutes": 180, "role": "engineer"},
        {"afterMinutes": 1440, "role": "admin"},
    ],
}


def demo_plans() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every rig reports its day and, once a week, what somebody saw; every well reports what it produced."""
    for number, site in enumerate(SITES):
        wells = [well_name(well) for well in range(number, WELLS, len(SITES))]
        daily = {
            "rhythm": "daily",
            "days": [],
            "dueAt": "08:00",
            "owedOnHolidays": True,
            "validFrom": FIRST_DAY,
            **_LETTERS,
        }
        yield site.code, {**daily, "type": "daily_drilling", "subjects": []}
        yield site.code, {**daily, "type": "daily_production", "subjects": wells}
        weekly = {"rhythm": "weekly", "days": [7], "dueAt": "12:00", "validFrom": FIRST_DAY}
        yield site.code, {**weekly, "type": "hse_observation", "subjects": []}
