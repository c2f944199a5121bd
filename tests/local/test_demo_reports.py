"""What the seed sends is what the product takes, and looks like what real fields report."""

import functools
from collections import Counter, defaultdict
from typing import Any
from zoneinfo import ZoneInfo

from local.demo_reports.model import Day, DemoReport
from local.demo_reports.production import monthly_sheets
from local.demo_reports.year import demo_reports
from local.seed_reports import sheet_of
from shared.reports.definitions import DEFINITIONS
from shared.reports.month import HOURS, VOLUMES, MonthlySheet, differences, totals
from shared.reports.periods import reporting_day
from shared.reports.receipt import canonical
from shared.reports.si import with_si


@functools.cache
def the_year() -> tuple[DemoReport, ...]:
    return tuple(demo_reports(7))


def of_type(kind: str) -> list[DemoReport]:
    return [report for report in the_year() if report.type == kind]


def context_of(report: DemoReport, yesterday: DemoReport | None) -> dict[str, Any]:
    period = reporting_day(report.site.zone, report.site.day_start, report.day)
    assert period is not None
    assert Day(report.site, report.day).hours == period.hours
    zone = ZoneInfo(report.site.zone)
    begin, end = (moment.astimezone(zone).isoformat(timespec="minutes") for moment in (period.begin, period.end))
    left = yesterday and {
        "endMd": yesterday.payload["status"]["endMd"],
        "consumables": yesterday.payload["consumables"],
    }
    return {
        "period": {"begin": begin, "end": end, "hours": period.hours},
        "yesterday": left,
        "wellRole": report.well_role,
    }


def test_every_report_can_be_stored_and_raises_nothing() -> None:
    before: dict[str, DemoReport] = {}
    for report in the_year():
        definition = DEFINITIONS.newest(report.type)
        definition.check(report.payload)
        wellbore = report.payload.get("header", {}).get("wellbore")
        context = context_of(report, before.get(wellbore)) if wellbore else context_of(report, None)
        assert definition.findings(report.payload, context) == [], (report.type, report.site.code, report.day)
        if wellbore:
            before[wellbore] = report


def test_there_is_a_year_of_everything() -> None:
    counted = Counter(report.type for report in the_year())
    assert (counted["daily_drilling"], counted["daily_production"]) == (3 * 365, 12 * 365)
    assert counted["hse_observation"] > 300
    assert counted["equipment_inspection"] > 45


def test_days_look_like_real_ones() -> None:
    logs = [report.payload["timeLog"] for report in of_type("daily_drilling")]
    codes = [row["code"] for log in logs for row in log]
    assert {len(log) for log in logs} == set(range(3, 21))
    assert 0.12 < sum(code.startswith("interruption -- ") for code in codes) / len(codes) < 0.16
    assert {row["state"] for log in logs for row in log} == {"ok"}


def test_gauges_are_missing_as_often_as_they_are() -> None:
    produced = [report.payload for report in of_type("daily_production")]
    downhole = sum(payload["gauges"]["downholePressure"] is None for payload in produced) / len(produced)
    assert 0.40 < downhole < 0.46
    assert 0.01 < sum("uptime" not in payload for payload in produced) / len(produced) < 0.03


def test_each_site_has_a_day_of_23_and_one_of_25_hours_and_wells_that_ran_all_of_them() -> None:
    lengths = defaultdict(Counter)  # type: ignore[var-annotated]
    for report in of_type("daily_drilling"):
        lengths[report.site.code][Day(report.site, report.day).hours] += 1
    assert all(found == {24: 363, 23: 1, 25: 1} for found in lengths.values())
    assert max(report.payload.get("uptime", {}).get("hoursOnStream", 0) for report in of_type("daily_production")) == 25


def test_months_close() -> None:
    days = defaultdict(list)
    for report in of_type("daily_production"):
        days[report.payload["header"]["well"], f"{report.day:%Y-%m}"].append(with_si(report.payload))
    sheets = monthly_sheets(the_year())
    assert len(sheets) == 12 * 12
    assert {name for sheet in sheets.values() for name in sheet} <= {HOURS, *VOLUMES}
    for key, sums in sheets.items():
        sheet = MonthlySheet.model_validate(sheet_of(sums))
        assert differences(sheet, totals(days[key])) == []


def test_one_number_gives_one_year() -> None:
    def said(number: int) -> list[str]:
        return [canonical(report.payload) for report in demo_reports(number, days=20)]

    assert said(7) == said(7)
    assert said(7) != said(8)
