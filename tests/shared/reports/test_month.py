"""Daily reports against the monthly sheet: sums, units, and what is not there."""

import math
from collections import defaultdict
from typing import Any

import pytest

from local.demo_reports.production import monthly_sheets
from local.demo_reports.year import demo_reports
from shared.reports.month import (
    HOURS,
    VOLUMES,
    MonthlySheet,
    MonthlyVolume,
    MonthOf,
    Total,
    differences,
    month_id,
    totals,
    unfinished,
)
from shared.reports.si import with_si
from tests import field_data

Row = dict[str, Any]


def a_day(hours: float | None = 24, **volumes: tuple[float, str] | None) -> Row:
    said = {name: None if one is None else {"value": one[0], "unit": one[1]} for name, one in volumes.items()}
    found: Row = with_si({"uptime": {HOURS: hours}, "volumes": said})
    return found


def a_sheet(hours: float | None, **volumes: float) -> MonthlySheet:
    figures = {name: {"value": value, "unit": "Sm3"} for name, value in volumes.items()}
    return MonthlySheet.model_validate({HOURS: hours, **figures})


def said_of(sheet: MonthlySheet, *days: Row) -> list[str]:
    return [fault.field for fault in differences(sheet, totals(days))]


def test_days_in_different_units_add_up() -> None:
    days = [a_day(oil=(100, "bbl"), gas=(1, "Mscf")), a_day(oil=(10, "Sm3"), gas=(2, "Mscf"))]
    sheet = MonthlySheet(
        hours_on_stream=48,
        oil=MonthlyVolume(value=25.8987294928, unit="Sm3"),
        gas=MonthlyVolume(value=3, unit="Mscf"),
    )
    assert said_of(sheet, *days) == []


def test_a_difference_is_named_with_both_figures() -> None:
    (fault,) = differences(a_sheet(24, oil=101), totals([a_day(oil=(100, "Sm3"))]))
    assert (fault.field, fault.code) == ("sheet.oil", "differs")
    assert fault.message == "the days add up to 100 Sm3, the sheet says 101 Sm3: a difference of 1 Sm3"


@pytest.mark.parametrize(
    ("factor", "faults"), [(1 + 5e-10, []), (1 - 5e-10, []), (1 + 2e-9, ["sheet.oil"]), (1 - 2e-9, ["sheet.oil"])]
)
def test_the_tolerance_is_a_billionth(factor: float, faults: list[str]) -> None:
    assert said_of(a_sheet(24, oil=49_091.06 * factor), a_day(oil=(49_091.06, "Sm3"))) == faults


def test_nothing_is_not_zero() -> None:
    nothing, zero = a_day(None, oil=None), a_day(0, oil=(0, "Sm3"))
    assert said_of(a_sheet(None), nothing) == []
    assert said_of(a_sheet(0, oil=0), nothing) == ["sheet.hoursOnStream", "sheet.oil"]
    assert said_of(a_sheet(None), zero) == ["sheet.hoursOnStream", "sheet.oil"]
    assert said_of(a_sheet(0, oil=0), zero, nothing) == []
    assert said_of(a_sheet(None), {}, {"volumes": None, "uptime": None}, {"volumes": {"oil": None}}) == []
    (fault,) = differences(a_sheet(None, gas=7), totals([nothing]))
    assert fault.message == "the sheet says 7 Sm3, the days say nothing, which is not 0"


def test_corrections_that_take_everything_back_leave_no_noise() -> None:
    days = [a_day(1, oil=(value, "Sm3")) for value in (0.1, 0.2, -0.3, 457.84, -457.84)]
    assert totals(days)["oil"].value != 0  # no figure of these is exact
    assert said_of(a_sheet(5, oil=0), *days) == []


def test_the_sum_does_not_depend_on_the_order() -> None:
    values = [1e12, 0.125, -1e12, 3.5]
    assert Total.of(values) == Total.of(values[::-1]) == Total(3.625, 2e12 + 3.625)


def test_days_without_an_approved_report_are_named() -> None:
    faults = unfinished(["2026-05-01"], {})
    assert [(fault.field, fault.code) for fault in faults] == [("2026-05-01", "missing")]


def test_a_month_has_the_days_its_site_has() -> None:
    assert MonthOf("s", "F-12", 2026, 2).days("Europe/Oslo", "06:00")[-1] == "2026-02-28"
    apia = MonthOf("s", "F-12", 2011, 12).days("Pacific/Apia", "00:00")
    assert (len(apia), "2011-12-30" in apia) == (30, False)


def test_a_well_written_otherwise_is_the_same_well() -> None:
    assert month_id("s", " f-12 ", "2026-05") == month_id("s", "F-12", "2026-05") != month_id("s", "F-12", "2026-06")


def test_every_month_of_the_demo_year_reconciles() -> None:
    days: dict[tuple[str, str], list[Row]] = defaultdict(list)
    reports = list(demo_reports(7, days=120))
    for report in reports:
        if report.type == "daily_production":
            days[report.payload["header"]["well"], f"{report.day:%Y-%m}"].append(with_si(report.payload))
    sheets = monthly_sheets(reports)
    assert len(sheets) > 40
    for key, figures in sheets.items():
        hours = figures.pop(HOURS, None)
        assert said_of(a_sheet(hours, **figures), *days[key]) == [], key


@pytest.mark.skipif(field_data.folder() is None, reason="the field data is not there")
def test_every_month_of_real_wells_reconciles_and_a_barrel_too_much_is_seen() -> None:
    days: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in field_data.production():
        volumes = {name: (float(row[column]), "Sm3") for name, column in _DAILY.items() if row[column]}
        hours = float(row["on_stream_hours"]) if row["on_stream_hours"] else None
        days[row["wellbore"], row["date"][:7]].append(a_day(hours, **volumes))
    checked = 0
    for row in field_data.monthly():
        found = days[row["wellbore"], row["month"]]
        hours = float(row["on_stream_hours"]) if row["on_stream_hours"] else None
        volumes_said = {name: float(row[column]) for name, column in _MONTHLY.items() if row[column]}
        # what a column has no figure for on any day is blank in one file and 0 in the other
        known = {name for name, total in totals(found).items() if total.value is not None}
        faults = differences(a_sheet(hours, **volumes_said), totals(found))
        assert all(math.isclose(_figure(totals(found), fault.field), 0, abs_tol=1e-9) for fault in faults), (
            row,
            faults,
        )
        checked += len(known & {*volumes_said, HOURS})
        if volumes_said.get("oil"):
            wrong = a_sheet(hours, **{**volumes_said, "oil": volumes_said["oil"] + 0.159})
            assert "sheet.oil" in said_of(wrong, *found)
    assert checked > 500


_DAILY = dict(zip(VOLUMES, ("oil_volume", "gas_volume", "water_volume", "water_injection_volume"), strict=False))
_MONTHLY = dict(
    zip(VOLUMES, ("oil_volume_sm3", "gas_volume_sm3", "water_volume_sm3", "water_injection_sm3"), strict=False)
)


def _figure(found: dict[str, Total], field: str) -> float:
    return found[field.removeprefix("sheet.")].value or 0.0
