"""A year of reports of three rigs, twelve wells, and everybody who looks out for each other."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from local.demo_reports.drilling import drilling
from local.demo_reports.model import SITES, Day, DemoReport, DemoSite, quantity
from local.demo_reports.production import WELLS, production

_SEEN = (
    ("unsafeAct", "lineOfFire", "Stood below a load that hung 6' over the deck."),
    ("unsafeCondition", "housekeeping", "Hose across the walkway."),
    ("safeAct", "isolation", "Checked the isolation again before opening the flange."),
    ("safeCondition", "tools", "Tools tied off at height."),
    ("stopWork", "procedures", "Lift stopped: no plan for wind above 25 kn."),
)
_EQUIPMENT = (
    "Pad eye",
    "Sling 5 t",
    "Shackle",
    "Fire hose",
    "Crane hook",
    "Gas detector",
    "Man-riding winch",
    "Life raft",
)


def demo_reports(number: int, first: date = date(2026, 1, 1), days: int = 365) -> Iterator[DemoReport]:
    """All of them, source by source; `number` decides what they say."""
    for site in SITES:
        yield from drilling(site, first, days, random.Random(f"{number} drilling {site.code}"))
        yield from _observations(site, first, days, random.Random(f"{number} seen {site.code}"))
        yield from _inspections(site, first, days, random.Random(f"{number} inspected {site.code}"))
    for well in range(WELLS):
        yield from production(well, first, days, random.Random(f"{number} well {well}"))


def _observations(site: DemoSite, first: date, days: int, chance: random.Random) -> Iterator[DemoReport]:
    """Two or three a week."""
    for number in range(days):
        if chance.random() > 0.35:
            continue
        day, (kind, category, words) = Day(site, first + timedelta(days=number)), chance.choice(_SEEN)
        seen, anonymous, unsafe = (
            day.at(chance.randrange(day.minutes)),
            chance.random() < 0.3,
            not kind.startswith("safe"),
        )
        on = date.fromisoformat(seen[:10])
        action = {
            "immediate": "Stopped, talked it through and put right.",
            "potentialSeverity": chance.choice(("low", "medium", "high")),
            "owner": "Toolpusher",
            "due": (on + timedelta(days=7)).isoformat(),
            "closed": (on + timedelta(days=chance.randint(0, 9))).isoformat() if chance.random() < 0.7 else None,
        }
        observation = {
            "location": chance.choice(("Drill floor", "Pipe deck", "Mud room", "Helideck")),
            "time": seen,
            "anonymous": anonymous,
            "observer": None if anonymous else "Olga Operator",
            "kind": kind,
            "category": category,
            "description": words,
        }
        yield DemoReport(
            "hse_observation", site, day.day, {"observation": observation, "action": action if unsafe else None}
        )


def _inspections(site: DemoSite, first: date, days: int, chance: random.Random) -> Iterator[DemoReport]:
    """Every item twice a year. What fails is out of service, and comes again a week later."""
    for number, kind in enumerate(_EQUIPMENT):
        last, on = first - timedelta(days=180), chance.randrange(14)
        while on < days:
            failed, today = chance.random() < 0.08, first + timedelta(days=on)
            following = on + (7 if failed else 182)
            yield _inspection(site, number, kind, (last, today, first + timedelta(days=following)), failed=failed)
            last, on = today, following


def _inspection(site: DemoSite, number: int, kind: str, days: tuple[date, date, date], *, failed: bool) -> DemoReport:
    last, today, following = (day.isoformat() for day in days)
    payload = {
        "equipment": {
            "tag": f"{site.code}-{number + 1:03}",
            "type": kind,
            "safeWorkingLoad": quantity(5, "t") if number < 3 else None,
            "certificateNo": f"LO-{number + 100}",
        },
        "inspection": {
            "last": last,
            "date": today,
            "next": following,
            "inspector": "Eirik Engineer",
            "result": "fail" if failed else "pass",
            "outOfService": failed,
        },
        "checklist": [
            {"id": "c1", "item": "Marking readable", "outcome": "pass"},
            {
                "id": "c2",
                "item": "No visible damage",
                "outcome": "fail" if failed else "pass",
                "remark": 'Crack, 1/8"' if failed else None,
            },
        ],
    }
    return DemoReport("equipment_inspection", site, days[1], payload)
