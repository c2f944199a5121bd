"""Who must be told when: steps around the moment a report is due, and the items that say which of them were taken. Rules only: no I/O,
time comes in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, Self

from shared.due_reports.model import MAX_DUE_DAYS, MAX_ESCALATION, DuePlan
from shared.due_reports.owing import Obligations
from shared.due_reports.work import NoticeState
from shared.identity.permissions import Role
from shared.kit.model import Entity, Moment

LOOKED_AT_LEAST = timedelta(hours=1)  # so often, since a site may move to another zone, or be suspended
NEWS = timedelta(days=2)  # for how long a step that was not taken in time is still taken
KEPT = 90 * 24 * 3600  # seconds
REMINDED = Role.OPERATOR
_DAY = timedelta(days=1)
_EARLIER = timedelta(days=MAX_DUE_DAYS + 4, minutes=MAX_ESCALATION)  # between a day and the last step about it
_LATER = timedelta(days=9)  # between the first step about a day, its reminder, and that day


@dataclass(frozen=True, slots=True)
class Step:
    """Some of what a plan asks for on a day is (with `after_minutes` None: will soon be) due, and people of a role must know."""

    at: datetime
    day: date
    due: datetime
    role: Role
    after_minutes: int | None

    @property
    def name(self) -> str:
        return "reminder" if self.after_minutes is None else f"{self.after_minutes}-{self.role.value}"


def steps_of(obligations: Obligations, plan: DuePlan, after: datetime, until: datetime) -> Iterator[Step]:
    """Those later than `after`, up to `until`."""
    first, last = (after - _EARLIER).date(), (until + _LATER).date()
    for offset in range((last - first).days + 1):
        day = first + offset * _DAY
        for due in sorted({owed.due for owed in obligations.of(plan.id, day)}):
            yield from (step for step in _around(plan, day, due) if after < step.at <= until)


def _around(plan: DuePlan, day: date, due: datetime) -> Iterator[Step]:
    if plan.reminder_minutes is not None:
        yield Step(due - timedelta(minutes=plan.reminder_minutes), day, due, REMINDED, None)
    for one in plan.escalations:
        yield Step(due + timedelta(minutes=one.after_minutes), day, due, one.role, one.after_minutes)


class DueWatch(Entity):
    """How far the steps of a plan were taken: those up to `looked_until`. It is looked at again at `look_at`.

    Apart from the plan, so that nobody who changes that meets the timer.
    """

    kind: Literal["dueWatch"] = "dueWatch"
    plan_id: str
    site_id: str
    type: str
    looked_until: Moment
    look_at: Moment

    @classmethod
    def of(cls, plan: DuePlan, now: datetime) -> Self:
        """What was due before a plan was made is nobody's news."""
        return cls(
            id=watch_id(plan.id),
            organisation_id=plan.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=plan.created_by,
            plan_id=plan.id,
            site_id=plan.site_id,
            type=plan.type,
            looked_until=now,
            look_at=now,
        )

    def rested(self, now: datetime) -> Self:
        """As it is for a plan that asks for nothing around now; changing the plan wakes it."""
        return self.changed(now, looked_until=now, look_at=now + _DAY)

    def looked(self, obligations: Obligations, plan: DuePlan, now: datetime) -> Self:
        """As it is when everything up to now is done."""
        soon = now + LOOKED_AT_LEAST
        following = min((step.at for step in steps_of(obligations, plan, now, soon)), default=soon)
        return self.changed(now, looked_until=now, look_at=following)


class DueNotice(Entity):
    """A letter to everybody of a role at a site, ordered once for a plan, a day and a step; `sent` when each of them was written to.

    With `user_id` it is what one letter leaves behind. `keeping_due_at`: when somebody must look whether it got stuck.
    """

    kind: Literal["dueNotice", "dueLetter"] = "dueNotice"
    plan_id: str
    site_id: str
    type: str
    day: date
    due_at: Moment
    role: Role
    after_minutes: int | None
    state: NoticeState = NoticeState.ORDERED
    keeping_due_at: Moment | None = None
    user_id: str | None = None
    ttl: int = KEPT

    @classmethod
    def of(cls, plan: DuePlan, step: Step, by: str, now: datetime, look_at: datetime) -> Self:
        return cls(
            id=f"due-notice:{plan.id}:{step.day}:{step.name}",
            organisation_id=plan.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=by,
            plan_id=plan.id,
            site_id=plan.site_id,
            type=plan.type,
            day=step.day,
            due_at=step.due,
            role=step.role,
            after_minutes=step.after_minutes,
            keeping_due_at=look_at,
        )

    def sent(self, now: datetime) -> Self:
        return self.changed(now, state=NoticeState.SENT, keeping_due_at=None)

    def letter_to(self, user_id: str, now: datetime) -> Self:
        """What is written beside it when that letter was sent."""
        of_letter = {"id": letter_id(self.id, user_id), "kind": "dueLetter", "user_id": user_id, "created_at": now}
        return self.model_copy(
            update={**of_letter, "updated_at": now, "state": NoticeState.SENT, "keeping_due_at": None}
        )


def watch_id(plan_id: str) -> str:
    return f"due-watch:{plan_id}"


def letter_id(notice_id: str, user_id: str) -> str:
    return f"{notice_id}:{user_id}"
