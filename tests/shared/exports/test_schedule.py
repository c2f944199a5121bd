"""When a schedule is due, and for which days: on the clock of a place, also where it changes."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shared.exports.schedule import Period, following, known_cron
from shared.kit.ids import is_id
from tests.exported import a_schedule_of

OSLO = "Europe/Oslo"


def times(cron: str, zone: str, after: datetime, count: int) -> list[str]:
    found: list[str] = []
    now: datetime | None = after
    for _ in range(count):
        assert now is not None
        now = following(cron, zone, now)
        assert now is not None
        assert now.tzinfo is UTC
        found.append(now.astimezone(ZoneInfo(zone)).isoformat(timespec="minutes"))
    return found


def test_six_in_the_morning_is_six_in_the_morning_on_both_sides_of_a_change() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert times("0 6 * * *", OSLO, before, 2) == ["2026-03-29T06:00+02:00", "2026-03-30T06:00+02:00"]
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert times("0 6 * * *", OSLO, before, 2) == ["2026-10-25T06:00+01:00", "2026-10-26T06:00+01:00"]


def test_a_time_that_is_left_out_is_made_up_for_once_after_the_gap() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert times("30 2 * * *", OSLO, before, 2) == ["2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00"]
    texas = datetime(2026, 3, 7, 20, tzinfo=UTC)
    assert times("30 2 * * *", "America/Chicago", texas, 2) == ["2026-03-08T03:00-05:00", "2026-03-09T02:30-05:00"]


def test_a_time_that_comes_twice_counts_once() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=UTC)
    assert times("30 2 * * *", OSLO, before, 2) == ["2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00"]


def test_every_hour_is_every_hour_whatever_the_clock_says() -> None:
    before = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
    found = times("0 * * * *", OSLO, before, 3)
    assert found == ["2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00"]


@pytest.mark.parametrize(
    ("period", "today", "first", "last"),
    [
        (Period.DAY, "2026-05-04", "2026-05-03", "2026-05-03"),
        (Period.DAY, "2026-01-01", "2025-12-31", "2025-12-31"),
        (Period.WEEK, "2026-05-04", "2026-04-27", "2026-05-03"),  # a Monday
        (Period.WEEK, "2026-05-10", "2026-04-27", "2026-05-03"),  # a Sunday: its week is not over
        (Period.MONTH, "2026-03-31", "2026-02-01", "2026-02-28"),
        (Period.MONTH, "2026-01-15", "2025-12-01", "2025-12-31"),
        (Period.MONTH_TO_DATE, "2026-05-04", "2026-05-01", "2026-05-03"),
        (Period.MONTH_TO_DATE, "2026-05-01", "2026-04-01", "2026-04-30"),
    ],
)
def test_days_are_those_that_are_over(period: Period, today: str, first: str, last: str) -> None:
    assert [day.isoformat() for day in period.days(date.fromisoformat(today))] == [first, last]


def test_the_day_is_that_of_the_place() -> None:
    schedule = a_schedule_of(cron="0 1 * * *", period=Period.DAY)
    due = datetime(2026, 5, 3, 23, 0, tzinfo=UTC)  # 01:00 on the 4th in Oslo, 18:00 on the 3rd in Texas
    assert schedule.order_at(due, OSLO, "00:00").wanted.first_day == date(2026, 5, 3)
    assert schedule.order_at(due, "America/Chicago", "00:00").wanted.first_day == date(2026, 5, 2)


@pytest.mark.parametrize(
    ("hour", "period", "first", "last"),
    [
        (5, Period.DAY, "2026-05-30", "2026-05-30"),
        (6, Period.DAY, "2026-05-31", "2026-05-31"),
        (5, Period.MONTH, "2026-04-01", "2026-04-30"),
        (6, Period.MONTH, "2026-05-01", "2026-05-31"),
        (5, Period.MONTH_TO_DATE, "2026-05-01", "2026-05-30"),
    ],
)
def test_a_day_that_is_not_over_is_not_exported_yet(hour: int, period: Period, first: str, last: str) -> None:
    """Where days begin at six, the last of May is over at six on the first of June."""
    schedule = a_schedule_of(period=period)
    wanted = schedule.order_at(datetime(2026, 6, 1, hour, tzinfo=ZoneInfo(OSLO)), OSLO, "06:00").wanted
    assert (str(wanted.first_day), str(wanted.last_day)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "0 6 * *", "0 6 * * * *", "61 6 * * *", "0 6 31 2 *", "*/5 * * * *", "0,30 6 * * *", "@daily", "x"]
)
def test_what_is_no_schedule_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"must|is "):
        known_cron(text)


@pytest.mark.parametrize("text", ["0 6 * * *", " 0  7 * * 1-5 ", "0 6 1 * *", "0 * * * *", "30 5 L * *", "0 6 * * MON"])
def test_what_is_one_is_kept(text: str) -> None:
    assert known_cron(text) == " ".join(text.split())


def test_a_time_has_one_export_whoever_begins_it() -> None:
    schedule = a_schedule_of()
    due = datetime(2026, 5, 4, 4, 0, tzinfo=UTC)
    assert schedule.export_id(due) == schedule.export_id(due)
    assert is_id(schedule.export_id(due))
    assert len({schedule.export_id(due + timedelta(hours=number)) for number in range(9)}) == 9
    assert a_schedule_of().export_id(due) != schedule.export_id(due)
    assert schedule.export_id(due) < schedule.export_id(due + timedelta(hours=1))
