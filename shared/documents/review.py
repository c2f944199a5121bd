"""Is a revision in force? Reviewers decide; what they say is part of the revision. Rules only: no I/O, time comes in."""

from datetime import datetime
from enum import StrEnum
from typing import Self

from shared.documents.errors import AlreadyDecided, NotAReviewer
from shared.kit.model import Moment, Wire

MAX_REVIEWERS = 20
MAX_COMMENT = 2000  # characters
MAX_ROUNDS = 10  # of one revision: they lie in its item


class ControlStatus(StrEnum):
    DRAFT = "draft"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Decision(StrEnum):
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"


class Reviewer(Wire):
    """Asked to decide by `due_at`; `decision` None until then."""

    user_id: str
    due_at: Moment | None = None
    decision: Decision | None = None
    comment: str | None = None
    decided_at: Moment | None = None


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
