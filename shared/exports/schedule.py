"""A schedule asks for an export again and again. Rules only: no I/O, time comes in.

When is said by a cron expression with five fields, on the clock of the site (of the organisation, for several). Clock changes are those of
Debian's cron: a time that is left out when summer time begins is made up for right after the gap, one that comes twice counts once; what is
due every hour is due in the hour that comes twice, too.
"""

import hashlib
import itertools
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Literal, Self
from zoneinfo import ZoneInfo

from cronsim import CronSim, CronSimError

from shared.errors import NotFound
from shared.exports.model import Order, may_read
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.ids import ALPHABET
from shared.kit.model import Entity, Moment, Wire
from shared.reports.periods import reporting_day_at

CLOSEST = timedelta(hours=1)  # between two times
_LOOKED_AT = 48  # times that are compared
_ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)


class Period(StrEnum):
    """Whole reporting days before the one that is going on when it is due."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    MONTH_TO_DATE = "month_to_date"

    def days(self, today: date) -> tuple[date, date]:
        """First and last. Weeks begin on Monday; on the 1st the month to date is the whole month before."""
        before = today - timedelta(days=1)
        if self is Period.DAY:
            return before, before
        if self is Period.WEEK:
            last = today - timedelta(days=today.isoweekday())
            return last - timedelta(days=6), last
        if self is Period.MONTH:
            last = today.replace(day=1) - timedelta(days=1)
            return last.replace(day=1), last
        return before.replace(day=1), before


class Outcome(StrEnum):
    BEGUN = "begun"
    SKIPPED = "skipped"
    FAILED = "failed"


class LastRun(Wire):
    """`reason`: not_approved (`waiting` reports are not), no_reports, owner_gone, forbidden, invalid."""

    due_at: Moment
    outcome: Outcome
    reason: str | None = None
    waiting: int = 0
    export_id: str | None = None


class ScheduleFacts(Wire):
    """What people say of a schedule. `order` is without days: those come from `period`. `site_id` says whose clock it is."""

    name: str
    cron: str
    site_id: str | None
    period: Period
    order: Order
    only_approved: bool
    recipients: tuple[Role, ...]
    enabled: bool


class ExportSchedule(Entity):
    """`owner_id` is who said it last: exports hold what that one may see. `next_at` None: it is not due any more."""

    kind: Literal["exportSchedule"] = "exportSchedule"
    facts: ScheduleFacts
    owner_id: str
    owner_is_key: bool
    next_at: Moment | None
    last_run: LastRun | None = None

    def seen_by(self, actor: Actor) -> Self:
        """Errors: NotFound for one over sites outside the actor's scope."""
        if not may_read(actor, self.owner_id, tuple(Role), self.facts.order.wanted):
            raise NotFound
        return self

    def said(self, facts: ScheduleFacts, actor: Actor, zone: str, now: datetime) -> Self:
        """Otherwise than before, by somebody."""
        next_at = following(facts.cron, zone, now) if facts.enabled else None
        return self.changed(now, facts=facts, owner_id=actor.user_id, owner_is_key=not actor.is_person, next_at=next_at)

    def ran(self, run: LastRun, zone: str, now: datetime) -> Self:
        """Times that passed meanwhile are not made up for."""
        next_at = following(self.facts.cron, zone, now) if self.facts.enabled else None
        return self.changed(now, last_run=run, next_at=next_at)

    def order_at(self, due: datetime, zone: str, day_start: str) -> Order:
        """For the days that are over by then: before its day begins, the reporting day before is still going on."""
        first, last = self.facts.period.days(reporting_day_at(zone, day_start, due).day)
        order = self.facts.order
        wanted = order.wanted.model_copy(update={"first_day": first, "last_day": last})
        return order.model_copy(update={"wanted": wanted, "title": order.title or self.facts.name})

    def export_id(self, due: datetime) -> str:
        """The same for whoever begins it: a timer that runs twice asks once."""
        chance = int.from_bytes(hashlib.sha256(self.id.encode()).digest()[:10], "big")
        value = int(due.timestamp() * 1000) << 80 | chance
        return "".join(ALPHABET[(value >> shift) & 31] for shift in range(125, -1, -5))


def following(cron: str, zone: str, after: datetime) -> datetime | None:
    """The next time, in UTC; None if there is none within 50 years. Errors: CronSimError."""
    found = next(CronSim(cron, after.astimezone(ZoneInfo(zone))), None)
    return None if found is None else found.astimezone(UTC)


def known_cron(text: str) -> str:
    """Errors: ValueError for what is no cron expression, is never due, or more often than every hour."""
    fields = text.split()
    if len(fields) != 5:
        raise ValueError("must have five fields: minute, hour, day of month, month, day of week")
    plain = " ".join(fields)
    try:
        times = CronSim(plain, _ANY_DAY)
        some = [time for time, _ in zip(times, range(_LOOKED_AT), strict=False)]
    except CronSimError as error:
        raise ValueError(f"is no cron expression: {error}") from error
    if not some:
        raise ValueError("is never due")
    if any(later - earlier < CLOSEST for earlier, later in itertools.pairwise(some)):
        raise ValueError("must not be due more often than every hour")
    return plain
