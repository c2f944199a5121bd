"""A report: what it is about, where it stands, and who moved it. What it says is in content.py. Rules only: no I/O, time comes in.

draft > submitted > in_review > changes_requested > approved > final. A reopened report is one whose changes are requested again.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, Self

from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.kit.model import Entity, Moment, Wire
from shared.reports.errors import (
    HasWarnings,
    NotApproved,
    NotEditable,
    NotReopenable,
    NotSubmitted,
    OwnReport,
    Reviewed,
    TooManyRevisions,
)
from shared.reports.periods import Period
from shared.reports.rules.operators import walk

MAX_REVISIONS = 200
MAX_EDITIONS_KNOWN = 100  # whose edits are remembered: what a device sends again after more than that is a new edit
MAX_EDITS_KNOWN = 1000  # of all editions together: a head stays small
MAX_EDITS = 200  # in one message of a device: what it changed since the server last answered it
MAX_MARKS = 100
MAX_COMMENT = 2000  # characters


class ReportState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CHANGES_REQUESTED = "changes_requested"
    APPROVED = "approved"
    FINAL = "final"


EDITABLE = frozenset({ReportState.DRAFT, ReportState.CHANGES_REQUESTED})
AWAITING_DECISION = frozenset({ReportState.SUBMITTED, ReportState.IN_REVIEW})
CLOSED = frozenset({ReportState.APPROVED, ReportState.FINAL})


class Decision(StrEnum):
    APPROVE = "approve"
    REQUEST_CHANGES = "request_changes"


class Mark(Wire):
    """A field the reviewer wants corrected. `address`: shared/reports/rows.py, so that moving rows does not move the mark."""

    address: str
    comment: str


class ReviewRound(Wire):
    """Of one revision. `reviewer_id` None until somebody takes it up; a report that was reopened has the reason as its comment."""

    revision: int
    reviewer_id: str | None = None
    begun_at: Moment | None = None
    decision: Decision | None = None
    comment: str | None = None
    marks: tuple[Mark, ...] = ()
    decided_at: Moment | None = None
    reopened: bool = False


class Applied(Wire):
    """Which edits of devices made an edition of the content; `merged` when they were brought together with others'."""

    edition: int
    edits: tuple[str, ...]
    merged: bool = False


class Report(Entity):
    """`day` is the reporting day of its site on which it begins (ISO date), `subject` the wellbore, well or tag; None: still open.

    `time_zone`, `day_start` and the period are those of the site when the report was begun. `edition` counts versions of the content,
    `applied` says which edits made the last of them. `revision` is the number of the newest submit, 0 before the first; `receipt`,
    `submitted_at`, `submitted_by` and `warnings` are of that one. `review` is the round of it.
    """

    kind: Literal["report"] = "report"
    type: str
    version: int
    site_id: str
    day: str
    subject: str | None = None
    time_zone: str
    day_start: str
    period_begin: Moment
    period_end: Moment
    state: ReportState = ReportState.DRAFT
    edition: int = 1
    applied: tuple[Applied, ...] = ()
    revision: int = 0
    receipt: str | None = None
    submitted_at: Moment | None = None
    submitted_by: str | None = None
    first_submitted_at: Moment | None = None
    warnings: int = 0
    review: ReviewRound | None = None
    approved_at: Moment | None = None
    approved_by: str | None = None
    final_at: Moment | None = None

    def to_item(self) -> dict[str, Any]:
        """With the subject as it is compared, which lists of one subject are found by."""
        return {**super().to_item(), "subjectKey": None if self.subject is None else subject_key(self.subject)}

    @property
    def is_editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def period(self) -> Period:
        return Period(date.fromisoformat(self.day), self.period_begin, self.period_end)

    @property
    def slot(self) -> str | None:
        """The id of the item that keeps a second report of the same away; None as long as its subject is open."""
        return None if self.subject is None else slot_key(self.type, self.site_id, self.day, self.subject)

    def seen_by(self, actor: Actor) -> Self:
        """Errors: NotFound for a site outside the actor's scope."""
        if not actor.may_see_site(self.site_id):
            raise NotFound
        return self

    def has_applied(self, edits: tuple[str, ...]) -> bool:
        """Is every one of them part of the content already?"""
        known = {edit for applied in self.applied for edit in applied.edits}
        return set(edits) <= known

    def own_since(self, edition: int, edits: tuple[str, ...]) -> list[Applied]:
        """The editions after this one that hold nothing but these edits."""
        return [one for one in self.applied if one.edition > edition and set(one.edits) <= set(edits)]

    def is_untouched_since(self, edition: int, edits: tuple[str, ...]) -> bool:
        """Has nobody else changed it after this edition?"""
        return len(self.own_since(edition, edits)) == self.edition - edition

    def edited(self, edits: tuple[str, ...], subject: str | None, now: datetime, *, merged: bool = False) -> Self:
        """The head of the next edition. Errors: NotEditable."""
        self.require_editable()
        known = {edit for applied in self.applied for edit in applied.edits}
        new = tuple(edit for edit in edits if edit not in known) or edits
        applied = (*self.applied, Applied(edition=self.edition + 1, edits=new, merged=merged))[-MAX_EDITIONS_KNOWN:]
        while sum(len(one.edits) for one in applied) > MAX_EDITS_KNOWN:
            applied = applied[1:]
        return self.changed(now, edition=self.edition + 1, applied=applied, subject=subject)

    def require_editable(self) -> None:
        """Errors: NotEditable."""
        if not self.is_editable:
            raise NotEditable

    def submitted(self, *, receipt: str, warnings: int, by: str, now: datetime) -> Self:
        """With one more revision, which waits for a decision. Errors: NotEditable, TooManyRevisions."""
        self.require_editable()
        if self.revision >= MAX_REVISIONS:
            raise TooManyRevisions
        number = self.revision + 1
        return self.changed(
            now,
            state=ReportState.SUBMITTED,
            revision=number,
            receipt=receipt,
            warnings=warnings,
            submitted_at=now,
            submitted_by=by,
            first_submitted_at=self.first_submitted_at or now,
            review=ReviewRound(revision=number),
        )

    def taken_up(self, by: str, now: datetime) -> Self | None:
        """In review by somebody; None if they have it already. Another reviewer may take over. Errors: NotSubmitted."""
        if self.state not in AWAITING_DECISION or self.review is None:
            raise NotSubmitted
        if self.state is ReportState.IN_REVIEW and self.review.reviewer_id == by:
            return None
        review = self.review.model_copy(update={"reviewer_id": by, "begun_at": now})
        return self.changed(now, state=ReportState.IN_REVIEW, review=review)

    def decided(self, verdict: "Verdict", by: str, now: datetime) -> Self | None:
        """None when the same person said the same before.

        Errors: NotSubmitted, Reviewed for another revision or decision, OwnReport, HasWarnings.
        """
        review = self.review
        if review is None or review.revision != verdict.revision:
            raise Reviewed
        if review.decision is not None and not review.reopened:
            if (review.decision, review.comment, review.marks, review.reviewer_id) == (*verdict.said, by):
                return None
            raise Reviewed
        if self.state not in AWAITING_DECISION:
            raise NotSubmitted
        if verdict.decision is Decision.APPROVE and by == self.submitted_by:
            raise OwnReport
        if verdict.only_without_warnings and self.warnings:
            raise HasWarnings
        decision, comment, marks = verdict.said
        said = {"reviewer_id": by, "begun_at": review.begun_at or now, "decided_at": now}
        after = review.model_copy(update={**said, "decision": decision, "comment": comment, "marks": marks})
        if decision is Decision.APPROVE:
            return self.changed(now, state=ReportState.APPROVED, review=after, approved_at=now, approved_by=by)
        return self.changed(now, state=ReportState.CHANGES_REQUESTED, review=after)

    def reopened(self, reason: str, marks: tuple[Mark, ...], by: str, now: datetime) -> Self | None:
        """None when the same person did it for the same reason before. Errors: NotReopenable."""
        said: dict[str, Any] = {"comment": reason, "marks": marks, "reviewer_id": by, "reopened": True}
        if self.review is not None and said.items() <= dict(self.review).items():
            return None
        if self.state not in CLOSED or self.review is None:
            raise NotReopenable
        review = self.review.model_copy(update={**said, "decided_at": now})
        closed = {"approved_at": None, "approved_by": None, "final_at": None}
        return self.changed(now, state=ReportState.CHANGES_REQUESTED, review=review, **closed)

    def finalised(self, now: datetime) -> Self | None:
        """None if it is final already. Errors: NotApproved."""
        if self.state is ReportState.FINAL:
            return None
        if self.state is not ReportState.APPROVED:
            raise NotApproved
        return self.changed(now, state=ReportState.FINAL, final_at=now)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer decides about one revision."""

    revision: int
    decision: Decision
    comment: str | None = None
    marks: tuple[Mark, ...] = ()
    only_without_warnings: bool = False

    @property
    def said(self) -> tuple[Decision, str | None, tuple[Mark, ...]]:
        return self.decision, self.comment, self.marks


class Slot(Entity):
    """Whose a type, site, day and subject are: written in one batch with the report, so that no two reports are of the same."""

    kind: Literal["reportSlot"] = "reportSlot"
    report_id: str

    @classmethod
    def of(cls, report: Report, slot: str, now: datetime) -> Self:
        return cls(
            id=slot,
            organisation_id=report.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=report.created_by,
            report_id=report.id,
        )


class DiscardedReport(Entity):
    """What is left of a draft that was thrown away: a late message must not bring it back."""

    kind: Literal["reportDiscarded"] = "reportDiscarded"
    site_id: str
    ttl: int


def slot_key(kind: str, site_id: str, day: str, subject: str) -> str:
    """Subjects may hold what an id may not."""
    name = "\n".join((kind, site_id, day, subject_key(subject)))
    return f"report-slot:{hashlib.sha256(name.encode()).hexdigest()}"


def subject_key(subject: str) -> str:
    """Subjects that differ in case or in space around them are the same."""
    return " ".join(subject.casefold().split())


def subject_of(pointers: tuple[str, ...], payload: Any) -> str | None:
    """What a payload says it is about; None as long as one of them is missing. A type without pointers has no subject at all."""
    values = [walk(payload, pointer.split("/")[1:]) for pointer in pointers]
    if not values or not all(isinstance(value, str) and value.strip() for value in values):
        return None
    return " / ".join(str(value) for value in values)
