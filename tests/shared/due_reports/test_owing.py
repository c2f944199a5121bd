"""What is owed when: over zones, both clock changes, holidays and suspended sites."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.due_reports.model import DuePlan, Holiday, Rhythm
from shared.due_reports.owing import Obligations, due_moment
from shared.reports.periods import reporting_day
from shared.sites.model import Site, SiteStatus, Suspension
from tests.due_reports import a_plan, a_site_in

ZONES = sorted(available_timezones() - {"localtime", "Factory"})
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from([0, 15, 30, 45, 59]))
DAYS = st.dates(date(1975, 1, 1), date(2037, 1, 1))
WEEK = [date(2026, 3, 2) + timedelta(days=n) for n in range(7)]  # from Monday


def obliged(*plans: DuePlan, site: Site | None = None, holidays: tuple[Holiday, ...] = ()) -> Obligations:
    site = site or a_site_in()
    return Obligations(plans or (a_plan(),), {site.id: site}, holidays)


def days_of(plan: DuePlan, first: date, last: date, **world: Any) -> list[str]:
    owed = obliged(plan, **world).between(first, last)
    return sorted({one.day.isoformat() for one in owed})


@pytest.mark.parametrize(
    ("zone", "starts", "day", "due_at", "due_days", "due"),
    [
        ("Europe/Oslo", "06:00", "2026-03-01", "06:30", 0, "2026-03-02T06:30:00+01:00"),
        ("Europe/Oslo", "00:00", "2026-03-01", "06:30", 0, "2026-03-02T06:30:00+01:00"),
        ("Europe/Oslo", "06:00", "2026-03-01", "06:00", 0, "2026-03-02T06:00:00+01:00"),  # the moment it ends
        ("Europe/Oslo", "06:00", "2026-03-01", "05:00", 0, "2026-03-03T05:00:00+01:00"),  # never before it ends
        ("Europe/Oslo", "18:00", "2026-03-01", "06:30", 0, "2026-03-03T06:30:00+01:00"),
        ("Europe/Oslo", "06:00", "2026-03-01", "12:00", 3, "2026-03-05T12:00:00+01:00"),
        ("America/Chicago", "05:00", "2026-03-07", "06:30", 0, "2026-03-08T06:30:00-05:00"),  # 23 hours
        ("America/Chicago", "05:00", "2026-10-31", "06:30", 0, "2026-11-01T06:30:00-06:00"),  # 25 hours
        # the due time is skipped: as much later as the clock jumps; it comes twice: the first of the two
        ("Europe/Oslo", "00:00", "2026-03-28", "02:30", 0, "2026-03-29T03:30:00+02:00"),
        ("Europe/Oslo", "00:00", "2026-10-24", "02:30", 0, "2026-10-25T02:30:00+02:00"),
        ("Australia/Lord_Howe", "00:00", "2026-10-03", "02:15", 0, "2026-10-04T02:45:00+11:00"),
        # the day ends in the skipped hour, later than the clock of the due time says
        ("Europe/Oslo", "02:30", "2026-03-28", "03:00", 0, "2026-03-29T03:30:00+02:00"),
        # the date it would be due on was left out
        ("Pacific/Apia", "06:00", "2011-12-29", "06:30", 0, "2011-12-31T06:30:00+14:00"),
    ],
)
def test_a_report_is_due_by_the_clock_at_the_site(
    zone: str, starts: str, day: str, due_at: str, due_days: int, due: str
) -> None:
    found = due_moment(zone, starts, date.fromisoformat(day), due_at, due_days)
    assert found is not None
    assert found.astimezone(ZoneInfo(zone)).isoformat() == due


def test_a_day_that_the_zone_left_out_owes_nothing() -> None:
    site = a_site_in("Pacific/Apia")
    found = days_of(a_plan(valid_from=date(2011, 1, 1)), date(2011, 12, 28), date(2012, 1, 1), site=site)
    assert found == ["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]


@settings(deadline=None)  # a zone that is read for the first time takes long
@given(st.sampled_from(ZONES), CLOCKS, DAYS, CLOCKS, st.integers(0, 14))
def test_nothing_is_due_before_its_day_has_ended_nor_much_later(
    zone: str, starts: str, day: date, due_at: str, due_days: int
) -> None:
    due, period = due_moment(zone, starts, day, due_at, due_days), reporting_day(zone, starts, day)
    assert (due is None) is (period is None)
    if due is None or period is None:
        return
    assert due.tzinfo is UTC
    assert timedelta(0) <= due - period.end < timedelta(days=due_days + 1, hours=26)
    local = due.astimezone(ZoneInfo(zone))
    shown = f"{local:%H:%M}"
    if shown != due_at:  # the clock was changed around then, or the day itself ended late
        changed = (due - timedelta(days=1)).astimezone(ZoneInfo(zone)).utcoffset() != local.utcoffset()
        assert changed or due == period.end


@settings(deadline=None)  # a zone that is read for the first time takes long
@given(st.sampled_from(ZONES), CLOCKS, DAYS, CLOCKS)
def test_the_next_day_is_never_due_earlier(zone: str, starts: str, day: date, due_at: str) -> None:
    dues = [due_moment(zone, starts, day + timedelta(days=n), due_at, 0) for n in range(4)]
    known = [due for due in dues if due is not None]
    assert known == sorted(known)


@pytest.mark.parametrize(
    ("facts", "first", "last", "owed"),
    [
        ({}, "2026-03-02", "2026-03-04", ["2026-03-02", "2026-03-03", "2026-03-04"]),
        ({"rhythm": Rhythm.WEEKLY, "days": (1, 5)}, "2026-03-01", "2026-03-09", ["2026-03-02", "2026-03-06", "2026-03-09"]),
        ({"rhythm": Rhythm.MONTHLY, "days": (15,)}, "2026-01-20", "2026-03-20", ["2026-02-15", "2026-03-15"]),
        ({"rhythm": Rhythm.MONTHLY, "days": (31,)}, "2026-02-01", "2026-04-30", ["2026-02-28", "2026-03-31", "2026-04-30"]),
        ({"rhythm": Rhythm.MONTHLY, "days": (29, 30)}, "2028-02-01", "2028-03-30", ["2028-02-29", "2028-03-29", "2028-03-30"]),
        ({"valid_from": date(2026, 3, 3), "valid_until": date(2026, 3, 4)}, "2026-03-01", "2026-03-31", ["2026-03-03", "2026-03-04"]),
    ],
)  # fmt: skip
def test_the_rhythm_of_a_plan(facts: dict[str, Any], first: str, last: str, owed: list[str]) -> None:
    assert days_of(a_plan(**facts), date.fromisoformat(first), date.fromisoformat(last)) == owed


def test_holidays_of_the_organisation_and_of_the_site() -> None:
    holidays = (
        Holiday(day=WEEK[1], name="All"),
        Holiday(day=WEEK[2], name="Ours", site_id="site-1"),
        Holiday(day=WEEK[3], name="Theirs", site_id="site-2"),
    )
    expected = [day.isoformat() for day in WEEK if day not in WEEK[1:3]]
    assert days_of(a_plan(), WEEK[0], WEEK[-1], holidays=holidays) == expected
    wells_flow = a_plan(owed_on_holidays=True)
    assert len(days_of(wells_flow, WEEK[0], WEEK[-1], holidays=holidays)) == 7


def test_a_suspended_site_owes_nothing_from_that_day_on() -> None:
    away = (Suspension(since=WEEK[1], until=WEEK[3]), Suspension(since=WEEK[5]))
    site = a_site_in(status=SiteStatus.SUSPENDED, suspensions=away)
    owed = [WEEK[0], WEEK[3], WEEK[4]]
    assert days_of(a_plan(), WEEK[0], WEEK[-1], site=site) == [day.isoformat() for day in owed]
    undated = a_site_in(status=SiteStatus.SUSPENDED)
    assert days_of(a_plan(), WEEK[0], WEEK[-1], site=undated) == []


def test_a_report_that_two_plans_ask_for_is_owed_once_by_the_first_that_is_due() -> None:
    later = a_plan(id="plan-0", due_at="12:00", subjects=("f-1 ", "F-3"))
    owed = obliged(a_plan(), later).on(WEEK[0])
    assert [(one.plan.id, one.subject) for one in owed] == [("plan-1", "F-1"), ("plan-1", "F-12"), ("plan-0", "F-3")]


def test_without_subjects_one_report_of_any_is_owed() -> None:
    (owed,) = obliged(a_plan(subjects=())).on(WEEK[0])
    assert (owed.subject, owed.due) == (None, datetime(2026, 3, 3, 5, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"days": (1,)}, "days"),
        ({"rhythm": Rhythm.WEEKLY}, "days"),
        ({"rhythm": Rhythm.WEEKLY, "days": (8,)}, "days"),
        ({"rhythm": Rhythm.MONTHLY, "days": (1, 1)}, "days"),
        ({"valid_until": date(2019, 12, 31)}, "validUntil"),
        ({"subjects": ("F-1", " f-1")}, "subjects"),
    ],
)
def test_what_nobody_can_mean(facts: dict[str, Any], field: str) -> None:
    assert [fault.field for fault in a_plan(**facts).faults()] == [field]
