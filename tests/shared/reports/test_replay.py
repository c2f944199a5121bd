"""Real days as reports: what was really reported may be submitted, and what is strange in it is found where it is known to be."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from shared.reports.codes import codes_in_force, non_productive_hours
from shared.reports.definitions import DEFINITIONS
from shared.reports.periods import Period, reporting_day
from shared.reports.rules.rule import Finding, RuleKind
from tests.field_data import ZONE, drilling_days, folder, production

pytestmark = pytest.mark.skipif(folder() is None, reason="the field data is not beside the repository")

VOLUMES = {"oil": "oil_volume", "gas": "gas_volume", "water": "water_volume", "waterInjected": "water_injection_volume"}
GAUGES = {
    "choke": ("avg_choke_size_percent", "%"),
    "casingPressure": ("avg_annulus_pressure", "bar"),
    "wellheadPressure": ("avg_wellhead_pressure", "bar"),
    "wellheadTemperature": ("avg_wellhead_temperature", "degC"),
    "downholePressure": ("avg_downhole_pressure", "bar"),
    "downholeTemperature": ("avg_downhole_temperature", "degC"),
}
WRITTEN_TWICE = {"2007-07-19", "2007-09-12"}
"""Two days have a gap and an overlap of one length, so that they add up all the same (03:00 to 03:45 and 04:00 to 04:45; 30 min)."""

IMPOSSIBLE = ("2015-03-29", "24.0", "hours.range")
"""All three wells say 24 h of a day that had 23; on the eight other Sundays of March nobody says more than 23."""


def number(text: str) -> float | None:
    return float(text) if text else None


def quantity(text: str, unit: str) -> dict[str, Any] | None:
    return {"value": float(text), "unit": unit} if text else None


def the_day(day: str) -> Period:
    period = reporting_day(ZONE, "00:00", date.fromisoformat(day))
    assert period is not None
    return period


def context_of(period: Period, **known: Any) -> dict[str, Any]:
    begin, end = (
        moment.astimezone(ZoneInfo(ZONE)).isoformat(timespec="minutes") for moment in (period.begin, period.end)
    )
    return {"period": {"begin": begin, "end": end, "hours": period.hours}, **known}


def production_report(row: dict[str, str]) -> dict[str, Any]:
    return {
        "header": {"well": row["wellbore"], "date": row["date"]},
        "uptime": {"hoursOnStream": number(row["on_stream_hours"])},
        "volumes": {name: quantity(row[column], "Sm3") for name, column in VOLUMES.items()},
        "gauges": {name: quantity(row[column], unit) for name, (column, unit) in GAUGES.items()},
    }


def production_findings() -> list[tuple[dict[str, str], list[Finding]]]:
    definition = DEFINITIONS.newest("daily_production")
    found = []
    for row in production():
        payload = production_report(row)
        definition.check(payload)
        role = {"OP": "producer", "WI": "injector"}[row["well_type"]]
        found.append((row, definition.findings(payload, context_of(the_day(row["date"]), wellRole=role))))
    return found


def test_production_that_was_reported_may_be_submitted_but_for_hours_that_never_were() -> None:
    """Every row above 24 h is of the last Sunday of October; a rule of 24 hours would have refused them."""
    found = production_findings()
    assert len(found) == 7361
    blocked = [(row, finding.rule) for row, findings in found for finding in findings if finding.kind is RuleKind.BLOCK]
    assert [(row["date"], row["on_stream_hours"], rule) for row, rule in blocked] == [IMPOSSIBLE] * 3
    long = [row["date"] for row, _ in found if (number(row["on_stream_hours"]) or 0) > 24]
    assert len(long) == 8
    assert {the_day(day).hours for day in long} == {25}
    warned = Counter(finding.rule for _, findings in found for finding in findings if finding.kind is RuleKind.WARN)
    assert warned == {
        "volume.negative.water": 2,
        "volume.withoutHours": 1,
        "injection.withoutHours": 1,
        "hours.withoutVolume": 3,
    }
    assert sum(payload_lacks_gauge(row) for row, _ in found) == 3333
    assert sum(row["on_stream_hours"] == "" for row, _ in found) == 152


def payload_lacks_gauge(row: dict[str, str]) -> bool:
    return production_report(row)["gauges"]["downholePressure"] is None


def drilling_report(day: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    log = [activity(day, place, row) for place, row in enumerate(rows)]
    first, last = log[0]["start"], log[-1]["end"]
    context = context_of(the_day(day))
    full = (first, last) == (context["period"]["begin"], context["period"]["end"])
    return {
        "header": {"rig": "?", "well": "15/9-F-12", "wellbore": "15/9-F-12", "periodStart": first, "periodEnd": last},
        "status": {"endMd": log[-1]["endMd"], "summary": rows[-1]["remark"]},
        "operations": None if full else {"startedAt": first, "endedAt": last},
        "timeLog": log,
    }


def activity(day: str, place: int, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"r{place}",
        "start": moment(day, row["start_time"]),
        "end": moment(day, row["end_time"], ends=True),
        "code": row["activity_raw"],
        "state": row["state"],
        "endMd": quantity(row["end_depth_md"], "m"),
        "remark": row["remark"],
    }


def moment(day: str, clock: str, *, ends: bool = False) -> str:
    local = datetime.fromisoformat(f"{day}T{clock}") + timedelta(days=1 if ends and clock == "00:00" else 0)
    return local.replace(tzinfo=ZoneInfo(ZONE)).isoformat(timespec="minutes")


def test_drilling_that_was_reported_may_be_submitted_but_for_minutes_written_twice() -> None:
    definition = DEFINITIONS.newest("daily_drilling")
    days = drilling_days()
    blocked = {}
    for day, rows in days.items():
        payload = drilling_report(day, rows)
        definition.check(payload)
        if rules := [finding.rule for finding in definition.findings(payload, context_of(the_day(day)))]:
            blocked[day] = rules
    assert len(days) == 96
    assert blocked.keys() == WRITTEN_TWICE
    assert {rule for rules in blocked.values() for rule in rules} == {"timeLog.gap", "timeLog.overlap"}


def test_days_add_up_but_for_the_first_the_last_and_interrupted_ones() -> None:
    definition = DEFINITIONS.newest("daily_drilling")
    short = []
    for day, rows in drilling_days().items():
        payload = {**drilling_report(day, rows), "operations": None}
        if any(finding.rule == "timeLog.sum" for finding in definition.findings(payload, context_of(the_day(day)))):
            short.append(day)
    assert short == ["2007-06-13", "2007-09-14", "2007-10-11", "2007-12-30"]


def test_lost_time_is_in_the_codes_and_the_state_says_ok() -> None:
    rows = [row for rows in drilling_days().values() for row in rows]
    lost = [row for row in rows if row["activity_raw"].startswith("interruption -- ")]
    assert len(rows) == 1059
    assert len(lost) == 120
    assert {row["state"] for row in rows} == {"ok"}
    assert {row["activity_raw"] for row in rows} <= codes_in_force(())["activity"]
    hours = [non_productive_hours(drilling_report(day, of_day)["timeLog"]) for day, of_day in drilling_days().items()]
    assert sum(hour or 0 for hour in hours) > 100
    assert max(len(row["remark"]) for row in rows) == 638
