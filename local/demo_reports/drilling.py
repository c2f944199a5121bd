"""Daily drilling reports: one rig drills one well after the other."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from local.demo_reports.hole import inclination, section_at, shoe_above, tvd
from local.demo_reports.model import Day, DemoReport, DemoSite, Payload, quantity

INTERRUPTED = 0.14  # of all activities
DAYS_OF_A_WELL = 45
_STEP = 15  # minutes: what people round to
_WORK = (
    "drilling -- trip",
    "drilling -- casing",
    "drilling -- circulating conditioning",
    "drilling -- bop/wellhead equipment",
    "drilling -- other",
)
_TROUBLE = (
    "interruption -- repair",
    "interruption -- maintain",
    "interruption -- waiting on weather",
    "interruption -- other",
)


def drilling(site: DemoSite, first: date, days: int, chance: random.Random) -> Iterator[DemoReport]:
    """A report a day. The first of all begins at noon: the rig had just come."""
    depth, on_hand = 0.0, {"Barite": 180.0, "Fuel": 320.0}
    for number in range(days):
        day, of_well = Day(site, first + timedelta(days=number)), number % DAYS_OF_A_WELL
        if of_well == 0:
            depth = 0.0
        begins = 360 if number == 0 else 0
        log, hours = _time_log(day, begins, chance)
        drilled = round(hours * chance.uniform(4, 28), 1)
        depth, before = round(depth + drilled, 1), depth
        _describe(log, before, depth)
        payload = {
            "header": _header(day, number, of_well, log),
            "status": _status(before, depth, drilled, hours),
            "operations": {"startedAt": day.at(begins), "endedAt": None} if begins else None,
            "timeLog": log,
            "mudChecks": _mud(day, depth, chance),
            "surveys": _surveys(before, depth),
            "consumables": [_consumed(name, on_hand, chance) for name in on_hand],
            "safety": {"meetings": chance.randint(1, 3), "accidents": 0},
            "people": {"total": chance.randint(80, 110)},
            "weather": {
                "windSpeed": quantity(chance.randint(2, 45), "kn"),
                "waveHeight": _perhaps(chance, 0.3, 4.5, "m"),
            },
        }
        yield DemoReport("daily_drilling", site, day.day, payload)


def _time_log(day: Day, begins: int, chance: random.Random) -> tuple[list[Payload], float]:
    """Activities without gap or overlap, and the hours of those that made hole."""
    count = chance.randint(3, 20)
    cuts = sorted(chance.sample(range(begins + _STEP, day.minutes, _STEP), count - 1))
    ends = list(zip([begins, *cuts], [*cuts, day.minutes], strict=True))
    rows, drilled = [], 0
    for number, (start, end) in enumerate(ends):
        code = _code(chance)
        drilled += end - start if code == "drilling -- drill" else 0
        rows.append(
            {
                "id": f"t{number:02}",
                "start": day.at(start),
                "end": day.at(end),
                "code": code,
                "state": "ok",  # what real reports say, of repairs as well
            }
        )
    return rows, drilled / 60


def _describe(log: list[Payload], depth: float, deepest: float) -> None:
    """The hole is as deep at the end of a row as all drilling up to there made it, each as long as the other."""
    drilling = [row["code"] == "drilling -- drill" for row in log]
    for number, row in enumerate(log, start=1):
        made = sum(drilling[:number]) / (sum(drilling) or 1)
        reached = round(depth + (deepest - depth) * made, 1)
        row |= {"endMd": quantity(reached, "m"), "remark": _remark(row["code"], reached)}


def _remark(code: str, md: float) -> str:
    section, angle = section_at(md), inclination(md)
    path = f"Held {angle:.1f}° inclination" if angle else "Held vertical"
    return {
        "drilling -- drill": f"Drilled {section.hole} hole with {section.flow}. {path}.\nNo losses.",
        "drilling -- trip": f"Pulled out of hole {shoe_above(section)}. Flow checked 15 min, well static. Laid down 40' pup joint.",
        "drilling -- casing": f"Ran {section.size} {section.casing}. Filled every joint.",
        "drilling -- circulating conditioning": f"Circulated hole clean with {section.flow}.",
        "drilling -- bop/wellhead equipment": "Function tested BOP from both panels. OK.",
        "interruption -- repair": "Top drive tripped. Changed hydraulic hose and tested.",
        "interruption -- waiting on weather": "Waited on weather: wind 48 kn, waves 6.5 m.",
    }.get(code, "Held toolbox talk and continued.")


def _code(chance: random.Random) -> str:
    if chance.random() < INTERRUPTED:
        return chance.choice(_TROUBLE)
    return "drilling -- drill" if chance.random() < 0.35 else chance.choice(_WORK)


def _header(day: Day, number: int, of_well: int, log: list[Payload]) -> Payload:
    well = f"{day.site.code}-{number // DAYS_OF_A_WELL + 1}"
    return {
        "operator": "Demo Energy",
        "rig": day.site.rig,
        "well": well,
        "wellbore": well,
        "reportNo": of_well + 1,
        "periodStart": log[0]["start"],
        "periodEnd": log[-1]["end"],
        "spudDate": (day.day - timedelta(days=of_well)).isoformat(),
        "daysFromSpud": of_well,
    }


def _status(before: float, depth: float, drilled: float, hours: float) -> Payload:
    section = section_at(depth)
    return {
        "startMd": quantity(before, "m"),
        "endMd": quantity(depth, "m"),
        "tvd": quantity(round(tvd(depth), 1), "m"),
        "distanceDrilled": quantity(drilled, "m"),
        "drillingHours": hours,
        "rop": quantity(round(drilled / hours, 1) if hours else 0, "m/h"),
        "holeDiameter": quantity(section.inches, "in"),
        "summary": f"Drilled {section.hole} hole to {depth:g} m." if drilled else "No drilling.",
        "forecast": "Continue as planned.",
    }


def _mud(day: Day, depth: float, chance: random.Random) -> list[Payload]:
    return [
        {
            "id": "m1",
            "time": day.at(360),
            "density": quantity(round(section_at(depth).density + chance.uniform(-0.02, 0.02), 2), "g/cm3"),
            "plasticViscosity": quantity(chance.randint(12, 30), "cP"),
            "yieldPoint": quantity(chance.randint(8, 28), "lb/100ft2"),
            "ph": round(chance.uniform(8.5, 10.5), 1),
            "temperature": _perhaps(chance, 30, 60, "degC"),
        }
    ]


def _surveys(before: float, depth: float) -> list[Payload]:
    stands = range(int(before // 30) + 1, int(depth // 30) + 1)
    return [
        {
            "id": f"s{stand}",
            "md": quantity(30.0 * stand, "m"),
            "inclination": quantity(round(inclination(30 * stand), 1), "deg"),
            "tvd": quantity(round(tvd(30 * stand), 1), "m"),
        }
        for stand in stands
    ]


def _consumed(name: str, on_hand: dict[str, float], chance: random.Random) -> Payload:
    opening, used = on_hand[name], round(min(on_hand[name], chance.uniform(2, 25)), 1)
    received = 150.0 if opening < 60 else 0.0
    on_hand[name] = round(opening + received - used, 1)
    unit = {"Barite": "t", "Fuel": "m3"}[name]
    return {
        "id": name,
        "name": name,
        "unit": unit,
        "opening": opening,
        "received": received,
        "used": used,
        "onHand": on_hand[name],
    }


def _perhaps(chance: random.Random, low: float, high: float, unit: str) -> Payload | None:
    """A gauge that was not read is null."""
    return None if chance.random() < 0.2 else quantity(round(chance.uniform(low, high), 1), unit)
