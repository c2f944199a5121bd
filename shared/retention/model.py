"""How long documents are kept: policies of an organisation, and what they say about one document. Rules only: no I/O, time comes in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from pydantic import Field

from shared.documents.model import Document
from shared.errors import FieldError
from shared.kit.jobs.runs import Run
from shared.kit.model import Entity, Moment, OnlyOne, Wire

MAX_POLICIES = 100
MAX_DAYS = 36_500


class RetentionEvent(StrEnum):
    """What a period counts from. As long as it has not happened, the policy says nothing."""

    CREATED = "createdAt"
    APPROVED = "approvedAt"
    TRASHED = "trashedAt"


class RetentionAction(StrEnum):
    TRASH = "trash"
    DELETE = "delete"


class RetentionPolicy(Wire):
    """`type_id` None: documents of every type that has no policy of its own for this action."""

    name: str
    type_id: str | None
    event: RetentionEvent
    days: int
    action: RetentionAction

    def due(self, document: Document) -> datetime | None:
        """None while the event has not happened."""
        moments = {
            RetentionEvent.CREATED: document.created_at,
            RetentionEvent.APPROVED: document.approved_at,
            RetentionEvent.TRASHED: document.trashed_at,
        }
        began = moments[self.event]
        return None if began is None else began + timedelta(days=self.days)


class RetentionPolicies(OnlyOne):
    """All of an organisation's, in one item: read at once, written at once."""

    ITEM = "retention-policies"
    kind: Literal["retentionPolicies"] = "retentionPolicies"
    policies: tuple[RetentionPolicy, ...] = ()


@dataclass(frozen=True, slots=True)
class Fate:
    """What a policy does to a document, and when."""

    action: RetentionAction
    due: datetime
    policy: RetentionPolicy


def fate_of(policies: tuple[RetentionPolicy, ...], document: Document, action: RetentionAction) -> Fate | None:
    """Policies for its own type go before those for all types; of several, the one that keeps it longest counts. None applies to a
    file of a report, which is kept with that.
    """
    if document.report_id is not None:
        return None
    if action is RetentionAction.TRASH and document.trashed_at is not None:
        return None
    applying = _applying(policies, document, action)
    fates = [Fate(action, due, policy) for policy in applying if (due := policy.due(document)) is not None]
    return max(fates, key=lambda fate: fate.due, default=None)


def _applying(
    policies: tuple[RetentionPolicy, ...], document: Document, action: RetentionAction
) -> list[RetentionPolicy]:
    of_action = [policy for policy in policies if policy.action is action]
    own = [policy for policy in of_action if policy.type_id is not None and policy.type_id == document.type_id]
    return own or [policy for policy in of_action if policy.type_id is None]


def waiting(
    policies: tuple[RetentionPolicy, ...], document: Document, action: RetentionAction
) -> list[RetentionPolicy]:
    """Those that mean the document, but count from what has not happened to it."""
    applying = [] if document.report_id is not None else _applying(policies, document, action)
    return [policy for policy in applying if policy.due(document) is None]


def due_fate(policies: tuple[RetentionPolicy, ...], document: Document, now: datetime) -> Fate | None:
    """What is to be done now: deletion goes before trash."""
    for action in (RetentionAction.DELETE, RetentionAction.TRASH):
        fate = fate_of(policies, document, action)
        if fate is not None and fate.due <= now:
            return fate
    return None


def faults_of(policies: tuple[RetentionPolicy, ...]) -> Iterator[FieldError]:
    """What no organisation can mean."""
    seen: set[tuple[str | None, str, str]] = set()
    for number, policy in enumerate(policies):
        if policy.event is RetentionEvent.TRASHED and policy.action is RetentionAction.TRASH:
            message = "what is in the trash cannot be trashed"
            yield FieldError(f"policies[{number}].action", "trashed_already", message)
        key = (policy.type_id, policy.event.value, policy.action.value)
        if key in seen:
            message = "another policy says the same type, event and action"
            yield FieldError(f"policies[{number}]", "said_twice", message)
        seen.add(key)


class RetentionRun(Run):
    """One run over an organisation's documents, and the proof of it: policies as they were, rows for what they met.

    `done` are documents that some policy might have meant; `after` is the id of the last one.
    """

    kind: Literal["retentionRun"] = "retentionRun"
    dry_run: bool
    as_of: Moment
    policies: tuple[RetentionPolicy, ...]
    done: int = Field(default=0, alias="lookedAt")


class Outcome(StrEnum):
    """`deleting` is for seconds; `kept_busy`: a revision is on its way, so the next run looks again."""

    WOULD_TRASH = "would_trash"
    WOULD_DELETE = "would_delete"
    TRASHED = "trashed"
    DELETING = "deleting"
    DELETED = "deleted"
    KEPT_BY_HOLD = "kept_by_hold"
    KEPT_BUSY = "kept_busy"


class RetentionRow(Entity):
    """What became of one document, and why. It stays when the document is gone."""

    kind: Literal["retentionRow"] = "retentionRow"
    run_id: str
    subject_id: str
    title: str
    site_id: str | None
    outcome: Outcome
    policy: RetentionPolicy
    due_at: Moment
    holds: tuple[str, ...] = ()


def row_id(run_id: str, document_id: str) -> str:
    """One row for a document in a run, however often it is met."""
    return f"{run_id}.{document_id}"


def row_of(run: RetentionRun, document: Document, fate: Fate, outcome: Outcome, now: datetime) -> RetentionRow:
    return RetentionRow(
        id=row_id(run.id, document.id),
        organisation_id=run.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=run.created_by,
        run_id=run.id,
        subject_id=document.id,
        title=document.title,
        site_id=document.site_id,
        outcome=outcome,
        policy=fate.policy,
        due_at=fate.due,
        holds=document.holds,
    )
