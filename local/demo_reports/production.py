"""Daily production of wells that decline, and the monthly sheets that their days add up to."""

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from local.demo_reports.model import SITES, Day, DemoReport, DemoSite, Payload, quantity

WELLS = 12
INJECTORS = (4, 9)
NO_HOURS = 0.02  # of days nothing was measured
NO_DOWNHOLE = 0.43  # of days the gauge in the hole was not read
DOWN, SHUT = 0.12, 0.04
MONTHLY = ("oil", "gas", "water", "waterInjected", "gasInjected")
_REASONS = ("Choke change", "Separator test", "Planned maintenance", "Hydrate plug")


def well_name(number: int) -> str:
    return f"{well_site(number).code}-P{number + 1}"


def well_site(number: int) -> DemoSite:
    return SITES[number % len(SITES)]


def well_role(number: int) -> str:
    return "injector" if number in INJECTORS else "producer"


def production(number: int, first: date, days: int, chance: random.Random) -> Iterator[DemoReport]:
    """A report a day of one well."""
    site, injects = well_site(number), number in INJECTORS
    for day_number in range(days):
        day = Day(site, first + timedelta(days=day_number))
        rate = chance.uniform(0.95, 1.05) * (300 + 150 * number) * math.exp(-day_number / 700)
        payload = {
            "header": {"well": well_name(number), "date": day.day.isoformat()},
            **(_measured(day, rate, injects, chance) if chance.random() >= NO_HOURS else {}),
            "gauges": _gauges(site, chance),
        }
        yield DemoReport("daily_production", site, day.day, payload, well_role(number))


def _measured(day: Day, rate: float, injects: bool, chance: random.Random) -> Payload:
    """Hours and volumes of a day, which has as many hours as the clock gives it."""
    drawn = chance.random()
    down = day.hours if drawn < SHUT else round(chance.uniform(0.25, 12), 2) if drawn < SHUT + DOWN else 0.0
    hours = round(day.hours - down, 2)
    flowed = rate * hours / day.hours
    volumes = (
        {"waterInjected": quantity(round(3 * flowed, 2), "Sm3")}
        if injects
        else {
            "oil": quantity(round(flowed, 2), "Sm3"),
            "gas": quantity(round(145 * flowed, 1), "Sm3"),
            "water": quantity(round(0.2 * flowed, 2), "Sm3"),
        }
    )
    reason = chance.choice(_REASONS) if down else None
    return {
        "uptime": {"hoursOnStream": hours, "downtimeHours": round(down, 2), "downtimeReason": reason},
        "volumes": {**dict.fromkeys(MONTHLY), **volumes},
    }


def _gauges(site: DemoSite, chance: random.Random) -> Payload:
    """In the units of the site; a gauge that was not read is null."""
    pressure = "psi" if site.code == "MID-1" else "bar"
    scale = 14.5 if pressure == "psi" else 1.0
    downhole = chance.random() >= NO_DOWNHOLE
    return {
        "choke": quantity(chance.randint(16, 64), "1/64 in")
        if pressure == "psi"
        else quantity(chance.randint(20, 100), "%"),
        "wellheadPressure": quantity(round(scale * chance.uniform(30, 120), 1), pressure),
        "wellheadTemperature": quantity(round(chance.uniform(40, 90), 1), "degC") if chance.random() < 0.85 else None,
        "downholePressure": quantity(round(scale * chance.uniform(220, 300), 1), pressure) if downhole else None,
        "downholeTemperature": quantity(round(chance.uniform(98, 107), 1), "degC") if downhole else None,
    }


def monthly_sheets(reports: Iterable[DemoReport]) -> dict[tuple[str, str], dict[str, float]]:
    """By well and month ("2026-05"): what the office's sheet says, volumes in Sm3. Days that were not measured add nothing."""
    days: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        if report.type == "daily_production":
            of_month = days[report.payload["header"]["well"], f"{report.day:%Y-%m}"]
            for name, value in measured_values(report.payload).items():
                of_month[name].append(value)
    return {key: {name: math.fsum(values) for name, values in of_month.items()} for key, of_month in days.items()}


def measured_values(payload: Payload) -> dict[str, float]:
    """Hours and volumes of a day that are known, by the names of the monthly sheet."""
    volumes = {name: figure["value"] for name, figure in payload.get("volumes", {}).items() if figure is not None}
    hours = payload.get("uptime", {}).get("hoursOnStream")
    return {"hoursOnStream": hours, **volumes} if hours is not None else volumes
