"""When people are reminded: at seven in the morning where the document belongs. Rules only: no I/O, time comes in."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from shared.documents.review import Reminder, Review, Reviewer

MORNING = time(7)
DAY = timedelta(days=1)


def reminders_due(review: Review, zone: ZoneInfo, now: datetime) -> dict[str, Reminder]:
    """Whom to remind of what now, by person; nobody of both at once."""
    wanted = {one.user_id: _due(review, one, zone, now) for one in review.awaited}
    return {user_id: reminder for user_id, reminder in wanted.items() if reminder is not None}


def next_look(review: Review, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The next moment at which somebody may have to be reminded; None: never again."""
    moments = [moment for one in review.awaited if one.due_at for moment in _moments(one.due_at, zone).values()]
    return min((moment for moment in moments if moment > now), default=None)


def week_of(now: datetime, zone: ZoneInfo) -> str | None:
    """The week whose letters are due, from Monday morning there on for a day: `2026-W47`. None at any other time."""
    local = now.astimezone(zone) - timedelta(hours=MORNING.hour)
    year, week, day = local.isocalendar()
    return f"{year}-W{week:02d}" if day == 1 else None


def _due(review: Review, asked: Reviewer, zone: ZoneInfo, now: datetime) -> Reminder | None:
    if asked.due_at is None:
        return None
    moments = _moments(asked.due_at, zone)
    if now >= moments[Reminder.OVERDUE]:
        return None if Reminder.OVERDUE in asked.reminded else Reminder.OVERDUE
    is_soon = moments[Reminder.SOON] <= now < asked.due_at
    was_asked_before = review.begun_at < moments[Reminder.SOON]  # else they have just had a letter
    return Reminder.SOON if is_soon and was_asked_before and not asked.reminded else None


def _moments(due: datetime, zone: ZoneInfo) -> dict[Reminder, datetime]:
    """The morning of the day before it is due, and the first morning after."""
    day = due.astimezone(zone).date()
    after = datetime.combine(day, MORNING, zone)
    return {
        Reminder.SOON: datetime.combine(day - DAY, MORNING, zone),
        Reminder.OVERDUE: after if after > due else datetime.combine(day + DAY, MORNING, zone),
    }


def zoned(moment: datetime, zone: str) -> str:
    """As people there read it: `2026-11-23 14:00 (Europe/Oslo)`."""
    return f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M} ({zone})"
