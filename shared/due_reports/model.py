"""Which site owes which reports, and when: what an organisation plans. Rules only: no I/O, time comes in."""

import calendar
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Literal

from shared.errors import FieldError
from shared.identity.permissions import Role
from shared.kit.model import Entity, OnlyOne, Wire

MAX_PLANS = 2000  # of an organisation
MAX_SUBJECTS = 200
MAX_ESCALATIONS = 5
MAX_HOLIDAYS = 1000
MAX_DUE_DAYS = 14
MAX_REMINDER = 7 * 24 * 60  # minutes
MAX_ESCALATION = 14 * 24 * 60  # minutes
ASKED_ROLES = (Role.OPERATOR, Role.ENGINEER, Role.ADMIN)


class Rhythm(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Escalation(Wire):
    """Who gets a letter so many minutes after a report was due and is not there."""

    after_minutes: int
    role: Role


class DuePlan(Entity):
    """Reports of one type that a site owes: one for each of the subjects, or without any one whatever its subject.

    `days`: of the week, Monday is 1, or of the month; a shorter month owes on its last day what is planned for a later one. `due_at` is the
    clock at the site, HH:MM: the first time at or after the end of the reporting day that it shows this, and `due_days` days later.
    `valid_from` and `valid_until` are reporting days, both included.
    """

    kind: Literal["duePlan"] = "duePlan"
    site_id: str
    type: str
    subjects: tuple[str, ...] = ()
    rhythm: Rhythm = Rhythm.DAILY
    days: tuple[int, ...] = ()
    due_at: str
    due_days: int = 0
    owed_on_holidays: bool = False
    valid_from: date
    valid_until: date | None = None
    reminder_minutes: int | None = None
    escalations: tuple[Escalation, ...] = ()

    def asks_for(self, day: date) -> bool:
        """Does the rhythm have this day, within the days the plan is valid?"""
        if day < self.valid_from or (self.valid_until is not None and day > self.valid_until):
            return False
        if self.rhythm is Rhythm.WEEKLY:
            return day.isoweekday() in self.days
        if self.rhythm is Rhythm.MONTHLY:
            last = calendar.monthrange(day.year, day.month)[1]
            return day.day in self.days or (day.day == last and max(self.days, default=0) > last)
        return True

    def faults(self) -> Iterator[FieldError]:
        """What nobody can mean."""
        most = {Rhythm.DAILY: 0, Rhythm.WEEKLY: 7, Rhythm.MONTHLY: 31}[self.rhythm]
        if most == 0 and self.days:
            yield FieldError("days", "not_of_this_rhythm", "every day is one of a daily report")
        elif most and not self.days:
            yield FieldError("days", "missing", "name the days of the week or the month")
        elif len(set(self.days)) < len(self.days) or any(not 1 <= day <= most for day in self.days):
            yield FieldError("days", "not_of_this_rhythm", f"each once, from 1 to {most}")
        if self.valid_until is not None and self.valid_until < self.valid_from:
            yield FieldError("validUntil", "before_it_begins", "must not be before validFrom")
        minutes = [step.after_minutes for step in self.escalations]
        if minutes != sorted(set(minutes)):
            yield FieldError("escalations", "not_in_order", "each step must come later than the one before")
        if len({same(subject) for subject in self.subjects}) < len(self.subjects):
            yield FieldError("subjects", "said_twice", "must name each once")


CHANGEABLE = (
    "subjects", "rhythm", "days", "dueAt", "dueDays", "owedOnHolidays", "validFrom", "validUntil", "reminderMinutes", "escalations",
)  # fmt: skip


class Holiday(Wire):
    """A reporting day on which nothing is owed, of one site or (None) of all."""

    day: date
    name: str
    site_id: str | None = None


class DueCalendar(OnlyOne):
    """All holidays of an organisation, in one item."""

    ITEM = "due-calendar"
    kind: Literal["dueCalendar"] = "dueCalendar"
    holidays: tuple[Holiday, ...] = ()


def same(subject: str) -> str:
    """Subjects that differ in case or in space around them are the same, as for reports."""
    return " ".join(subject.casefold().split())
