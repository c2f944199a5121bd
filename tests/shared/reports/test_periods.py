from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.reports.periods import reporting_day, reporting_day_at, reporting_days

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
STARTS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 30, 45, 59]))
DAYS = st.dates(date(1975, 1, 1), date(2037, 1, 1))
MOMENTS = st.integers(160_000_000, 2_100_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


@pytest.mark.parametrize(
    ("zone", "start", "day", "hours"),
    [
        ("Europe/Oslo", "00:00", date(2026, 3, 29), 23),
        ("Europe/Oslo", "06:00", date(2026, 3, 28), 23),
        ("Europe/Oslo", "06:00", date(2026, 3, 29), 24),
        ("Europe/Oslo", "00:00", date(2008, 10, 26), 25),
        ("America/Chicago", "05:00", date(2026, 10, 31), 25),
        ("Australia/Lord_Howe", "00:00", date(2026, 10, 4), 23.5),
        ("Australia/Lord_Howe", "00:00", date(2026, 4, 5), 24.5),
        # the day begins within the hour that is skipped, or that comes twice
        ("Europe/Oslo", "02:30", date(2026, 3, 28), 24),
        ("Europe/Oslo", "02:30", date(2026, 3, 29), 23),
        ("Europe/Oslo", "02:30", date(2026, 10, 24), 24),
        ("Europe/Oslo", "02:30", date(2026, 10, 25), 25),
        ("Asia/Kolkata", "06:00", date(2026, 3, 29), 24),
        ("Pacific/Apia", "06:00", date(2011, 12, 29), 24),
        ("Pacific/Apia", "06:00", date(2011, 12, 31), 24),
    ],
)
def test_a_day_is_as_long_as_the_clock_makes_it(zone: str, start: str, day: date, hours: float) -> None:
    period = reporting_day(zone, start, day)
    assert period is not None
    assert period.hours == hours


def test_a_day_start_that_is_skipped_or_comes_twice_is_that_of_the_calendar() -> None:
    skipped = reporting_day("Europe/Oslo", "02:30", date(2026, 3, 29))
    twice = reporting_day("Europe/Oslo", "02:30", date(2026, 10, 25))
    assert skipped is not None
    assert skipped.begin.astimezone(ZoneInfo("Europe/Oslo")).isoformat() == "2026-03-29T03:30:00+02:00"
    assert twice is not None
    assert twice.begin.astimezone(ZoneInfo("Europe/Oslo")).isoformat() == "2026-10-25T02:30:00+02:00"


@pytest.mark.parametrize("start", ["00:00", "06:00"])
def test_a_day_that_a_zone_left_out_does_not_exist(start: str) -> None:
    assert reporting_day("Pacific/Apia", start, date(2011, 12, 30)) is None
    days = list(reporting_days("Pacific/Apia", start, date(2011, 12, 28), date(2012, 1, 1)))
    assert [period.day.day for period in days] == [28, 29, 31, 1]
    assert all(before.end == after.begin for before, after in pairwise(days))


def test_the_days_of_a_year_follow_each_other_in_every_zone() -> None:
    """2011 has Apia's missing day, and every change of a zone in it; the day start lies where most clocks change."""
    for zone in ZONES:
        days = list(reporting_days(zone, "02:30", date(2011, 1, 1), date(2011, 12, 31)))
        assert len(days) == (364 if zone in ("Pacific/Apia", "Pacific/Fakaofo") else 365), zone
        assert all(before.end == after.begin for before, after in pairwise(days)), zone
        assert all(20 <= period.hours <= 28 for period in days), zone


@given(st.sampled_from(ZONES), STARTS, DAYS)
def test_days_neither_overlap_nor_leave_anything_out(zone: str, start: str, day: date) -> None:
    found = list(reporting_days(zone, start, day, day + timedelta(days=4)))
    assert len(found) >= 4
    assert all(before.end == after.begin and before.begin < before.end for before, after in pairwise(found))
    tz = ZoneInfo(zone)
    for period in found:
        changed = period.begin.astimezone(tz).utcoffset() != period.end.astimezone(tz).utcoffset()
        assert changed or period.hours == 24


@given(st.sampled_from(ZONES), STARTS, MOMENTS)
def test_every_moment_lies_in_one_day(zone: str, start: str, moment: datetime) -> None:
    period = reporting_day_at(zone, start, moment)
    assert moment in period
    assert reporting_day(zone, start, period.day) == period
    assert abs(period.day - moment.astimezone(ZoneInfo(zone)).date()) <= timedelta(days=2)


@pytest.mark.parametrize("start", ["6", "24:00", "noon"])
def test_a_day_start_is_a_time_of_day(start: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        reporting_day("Europe/Oslo", start, date(2026, 5, 4))
