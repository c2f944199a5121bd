"""When reviewers are reminded, and when the letters of a week begin: in the zone of the site or the organisation."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shared.documents.review import Decision, Reminder, Review, Reviewer
from shared.notices.times import next_look, reminders_due, week_of, zoned

OSLO, HOUSTON = ZoneInfo("Europe/Oslo"), ZoneInfo("America/Chicago")
BEGUN = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)
DUE = datetime(2026, 5, 8, 10, 0, tzinfo=UTC)  # a Friday, noon in Oslo


def at(day: int, hour: int, zone: ZoneInfo = OSLO) -> datetime:
    return datetime(2026, 5, day, hour, 0, tzinfo=zone)


def a_review(due: datetime | None = DUE, begun: datetime = BEGUN, **facts: object) -> Review:
    return Review(begun_by="B", begun_at=begun, reviewers=(Reviewer(user_id="A", due_at=due, **facts),))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(7, 6), None),
        (at(7, 7), Reminder.SOON),
        (at(8, 11), Reminder.SOON),
        (at(8, 13), None),  # overdue, but it is not the next morning yet
        (at(9, 6), None),
        (at(9, 7), Reminder.OVERDUE),
        (at(30, 7), Reminder.OVERDUE),
    ],
)
def test_the_day_before_and_the_morning_after(now: datetime, expected: Reminder | None) -> None:
    assert reminders_due(a_review(), OSLO, now).get("A") == expected


def test_mornings_are_local() -> None:
    assert reminders_due(a_review(), HOUSTON, at(7, 7)) == {}
    assert reminders_due(a_review(), HOUSTON, at(7, 7, HOUSTON)) == {"A": Reminder.SOON}


def test_each_once() -> None:
    review = a_review()
    review = review.reminded(reminders_due(review, OSLO, at(7, 9)))
    assert reminders_due(review, OSLO, at(7, 10)) == {}
    review = review.reminded(reminders_due(review, OSLO, at(9, 9)))
    assert review.reviewers[0].reminded == (Reminder.SOON, Reminder.OVERDUE)
    assert reminders_due(review, OSLO, at(20, 9)) == {}


def test_who_decided_who_has_no_date_and_who_was_just_asked_is_left_alone() -> None:
    decided = a_review(decision=Decision.APPROVE)
    assert reminders_due(decided, OSLO, at(9, 9)) == reminders_due(a_review(None), OSLO, at(9, 9)) == {}
    assert reminders_due(a_review(begun=at(7, 8)), OSLO, at(7, 9)) == {}
    assert reminders_due(a_review(begun=at(7, 8)), OSLO, at(9, 9)) == {"A": Reminder.OVERDUE}


def test_due_before_seven_is_overdue_the_same_morning() -> None:
    assert reminders_due(a_review(at(8, 5)), OSLO, at(8, 7)) == {"A": Reminder.OVERDUE}


def test_the_first_look_comes_before_every_zones_reminder() -> None:
    review = a_review()
    assert review.remind_at is not None
    for zone in (ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago"), OSLO):
        first = next_look(review, zone, BEGUN)
        assert first is not None and review.remind_at <= first
        assert reminders_due(review, zone, first) == {"A": Reminder.SOON}
    assert next_look(review, OSLO, at(9, 7)) is None


@pytest.mark.parametrize("zone", [OSLO, HOUSTON, ZoneInfo("Pacific/Kiritimati")])
def test_a_week_begins_on_monday_morning_for_a_day(zone: ZoneInfo) -> None:
    monday = datetime(2026, 11, 16, 7, 0, tzinfo=zone)
    assert week_of(monday - timedelta(minutes=1), zone) is None
    assert week_of(monday, zone) == week_of(monday + timedelta(hours=23, minutes=59), zone) == "2026-W47"
    assert week_of(monday + timedelta(hours=24), zone) is None


def test_dates_are_read_where_people_are() -> None:
    assert zoned(DUE, "Europe/Oslo") == "2026-05-08 12:00 (Europe/Oslo)"
