"""Is a revision in force? Reviewers decide; what they say is part of the revision. Rules only: no I/O, time comes in."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Self

from shared.documents.errors import AlreadyDecided, NotAReviewer
from shared.kit.model import Moment, Wire

MAX_REVIEWERS = 20
MAX_COMMENT = 2000  # characters
MAX_ROUNDS = 10  # of one revision: they lie in its item
REMINDED_BEFORE = timedelta(days=2)  # in every time zone the day before the last one begins later


class ControlStatus(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Decision(StrEnum):
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"


class Reminder(StrEnum):
    """`soon`: the day before it is due; `overdue`: the morning after."""

    SOON = "soon"
    OVERDUE = "overdue"


class Reviewer(Wire):
    """Asked to decide by `due_at`; `decision` None until then. `reminded` are the reminders that were ordered."""

    user_id: str
    due_at: Moment | None = None
    decision: Decision | None = None
    comment: str | None = None
    decided_at: Moment | None = None
    reminded: tuple[Reminder, ...] = ()


class Review(Wire):
    """One round: who asked whom, and what they decided. `withdrawn_at` ends it without a result."""

    begun_by: str
    begun_at: Moment
    reviewers: tuple[Reviewer, ...]
    withdrawn_at: Moment | None = None

    @property
    def status(self) -> ControlStatus:
        """The first who wants changes ends it; all must approve."""
        if self.withdrawn_at is not None:
            return ControlStatus.DRAFT
        decisions = {reviewer.decision for reviewer in self.reviewers}
        if Decision.REQUEST_CHANGES in decisions:
            return ControlStatus.CHANGES_REQUESTED
        return ControlStatus.APPROVED if decisions == {Decision.APPROVE} else ControlStatus.IN_REVIEW

    @property
    def awaited(self) -> tuple[Reviewer, ...]:
        """Those who have still to decide."""
        if self.status is not ControlStatus.IN_REVIEW:
            return ()
        return tuple(reviewer for reviewer in self.reviewers if reviewer.decision is None)

    @property
    def remind_at(self) -> datetime | None:
        """When somebody must look, at the earliest, whether a reminder is due."""
        dates = [one.due_at - REMINDED_BEFORE for one in self.awaited if one.due_at is not None]
        return min(dates, default=None)

    def reminded(self, wanted: Mapping[str, Reminder]) -> Self:
        """After these reminders were ordered, by person."""
        reviewers = tuple(
            one.model_copy(update={"reminded": (*one.reminded, wanted[one.user_id])}) if one.user_id in wanted else one
            for one in self.reviewers
        )
        return self.model_copy(update={"reviewers": reviewers})

    def decided_by(self, user_id: str) -> Reviewer:
        """Errors: NotAReviewer."""
        for reviewer in self.reviewers:
            if reviewer.user_id == user_id:
                return reviewer
        raise NotAReviewer

    def with_decision(self, user_id: str, decision: Decision, comment: str | None, now: datetime) -> Self:
        """Errors: NotAReviewer, AlreadyDecided."""
        asked = self.decided_by(user_id)
        if asked.decision is not None:
            raise AlreadyDecided
        said = asked.model_copy(update={"decision": decision, "comment": comment, "decided_at": now})
        reviewers = tuple(said if reviewer is asked else reviewer for reviewer in self.reviewers)
        return self.model_copy(update={"reviewers": reviewers})
