"""Schedules: conformance cases 47, 48 and 56."""

import random
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from croniter import croniter

from local.host.schedule import parse_schedule
from local.host.timers import too_frequent
from local.host.timespan import parse_timespan

NOW = datetime(2026, 3, 14, 15, 9, 26, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
pytestmark = pytest.mark.whitebox("the schedules themselves, without waiting for them")


def following(text: str, moment: datetime = NOW, zone: ZoneInfo | None = None, count: int = 1) -> list[str]:
    schedule = parse_schedule(text, zone or UTC)
    found = []
    for _ in range(count):
        moment = schedule.next_after(moment)
        found.append(moment.astimezone(zone or UTC).isoformat())
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*/10 * * * * *", "2026-03-14T15:09:30+00:00"),
        ("0 */5 * * * *", "2026-03-14T15:10:00+00:00"),
        ("*/5 * * * *", "2026-03-14T15:10:00+00:00"),
        ("0 0 0 1 JAN *", "2027-01-01T00:00:00+00:00"),
        ("0 30 9 * * mon-fri", "2026-03-16T09:30:00+00:00"),
        ("0 30 9 * * Su", "2026-03-15T09:30:00+00:00"),
        ("5/20 0 0 * * *", "2026-03-15T00:00:05+00:00"),
        ("0 0 20-18 * * *", "2026-03-14T18:00:00+00:00"),
        ("0 0 0 29 2 *", "2028-02-29T00:00:00+00:00"),
        ("00:05:00", "2026-03-14T15:14:26+00:00"),
        ("1.00:00:00", "2026-03-15T15:09:26+00:00"),
    ],
)
def test_47_next_occurrence(text: str, expected: str) -> None:
    assert following(text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["", "* * *", "* * * * * * *", "60 * * * * *", "* * * 0 * *", "* * * * 13 *", "* * * * * 7", "? * * * * *", "@daily",
     "* * * L * *", "* * * * * 5#2", "*/0 * * * * *", "a * * * * *", "-1 * * * * *", "1,, * * * * *", "00:00:00", "25:00:00"],
)  # fmt: skip
def test_47_what_the_host_does_not_know_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_schedule(text)


def test_47_a_day_that_never_comes() -> None:
    with pytest.raises(ValueError, match="never"):
        parse_schedule("0 0 0 30 2 *").next_after(NOW)


def test_48_day_of_month_and_day_of_week_must_both_match() -> None:
    assert following("0 0 0 13 * 5") == ["2026-11-13T00:00:00+00:00"]  # the next Friday the 13th


def test_48_agrees_with_croniter_where_that_follows_the_same_rules() -> None:
    source = random.Random(1)

    def some(low: int, high: int) -> str:
        first, last = sorted(source.sample(range(low, high + 1), 2))
        return source.choice(["*", str(first), f"{first}-{last}", f"{first},{last}", f"*/{source.randint(1, 9)}"])

    for _ in range(300):
        text = " ".join([some(0, 59), some(0, 59), some(0, 23), some(1, 28), some(1, 12), some(0, 6)])
        reference = croniter(text, NOW, second_at_beginning=True, day_or=False)
        schedule, moment = parse_schedule(text), NOW
        for _ in range(3):
            moment = schedule.next_after(moment)
            assert moment == reference.get_next(datetime), text


def test_56_in_spring_the_hour_that_is_missing_comes_an_hour_later() -> None:
    before = datetime(2026, 3, 28, 12, tzinfo=BERLIN)
    assert following("0 30 2 * * *", before, BERLIN, 2) == ["2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00"]


def test_56_in_autumn_a_time_of_day_comes_once() -> None:
    before = datetime(2026, 10, 24, 12, tzinfo=BERLIN)
    assert following("0 30 2 * * *", before, BERLIN, 2) == ["2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"]


def test_56_in_autumn_an_hourly_schedule_runs_through_both_hours() -> None:
    before = datetime(2026, 10, 25, 0, 45, tzinfo=BERLIN)
    expected = ["01:30:00+02:00", "02:30:00+02:00", "02:30:00+01:00", "03:30:00+01:00"]
    assert following("0 30 * * * *", before, BERLIN, 4) == [f"2026-10-25T{time}" for time in expected]


def test_56_every_minute_of_a_day_with_25_hours() -> None:
    schedule = parse_schedule("0 * * * * *", BERLIN)
    moment = datetime(2026, 10, 25, 0, 0, tzinfo=BERLIN).astimezone(UTC)
    end = moment + timedelta(hours=25)
    count = 0
    while (moment := schedule.next_after(moment)) <= end:
        count += 1
    assert count == 25 * 60


@pytest.mark.parametrize(
    ("text", "often"), [("*/30 * * * * *", True), ("0 * * * * *", False), ("0,30 0 * * * *", True)]
)
def test_53_more_than_once_a_minute(text: str, often: bool) -> None:
    assert too_frequent(parse_schedule(text), NOW) is often


@pytest.mark.parametrize(
    ("text", "seconds"), [("00:00:01", 1), ("01:02:03.5", 3723.5), ("2.00:00:00", 172800), ("10:30", 37800)]
)
def test_time_spans(text: str, seconds: float) -> None:
    assert parse_timespan(text) == seconds
