"""Retention on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field

from shared.documents.keeping import StorageHold
from shared.holds.model import storage_hold_of
from shared.identity.names import Name
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.jobs.runs import RunState
from shared.kit.model import In, Moment, Out
from shared.retention.model import (
    MAX_DAYS,
    MAX_POLICIES,
    Outcome,
    RetentionAction,
    RetentionEvent,
    RetentionPolicies,
    RetentionPolicy,
    RetentionRow,
    RetentionRun,
)

if TYPE_CHECKING:
    from shared.documents.model import Document
    from shared.retention.explanation import Explanation
    from shared.retention.model import Fate


class RetentionPolicyIn(In):
    name: Name
    type_id: Id | None = Field(default=None, description="null: every type without a policy of its own for this action")
    event: RetentionEvent = Field(description="what the days count from; until it happens, the policy says nothing")
    days: Annotated[int, Field(ge=1, le=MAX_DAYS, strict=True)]
    action: RetentionAction


class RetentionPoliciesIn(In):
    policies: list[RetentionPolicyIn] = Field(max_length=MAX_POLICIES)

    def to_policies(self) -> tuple[RetentionPolicy, ...]:
        return tuple(RetentionPolicy(**policy.model_dump()) for policy in self.policies)


class RetentionPolicyOut(Out):
    name: str
    type_id: str | None
    event: RetentionEvent
    days: int
    action: RetentionAction

    @classmethod
    def of(cls, policy: RetentionPolicy) -> Self:
        return cls(**policy.model_dump())


class RetentionPoliciesOut(Out):
    policies: list[RetentionPolicyOut]
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, held: RetentionPolicies) -> Self:
        policies = [RetentionPolicyOut.of(policy) for policy in held.policies]
        return cls(policies=policies, updated_at=held.updated_at, etag=held.etag)


class RetentionRunIn(In):
    dry_run: bool = Field(strict=True, description="true: only say what would happen")


class RetentionList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class RetentionRunRow(Out):
    id: str
    dry_run: bool
    state: RunState
    as_of: Moment = Field(description="what was due then")
    looked_at: int = Field(description="documents that some policy might have meant")
    created_at: Moment
    created_by: str
    finished_at: Moment | None

    @classmethod
    def of(cls, run: RetentionRun) -> Self:
        return cls(**{name: getattr(run, name) for name in cls.model_fields if name != "looked_at"}, looked_at=run.done)


class RetentionRunPage(PageOut):
    items: list[RetentionRunRow]


class RetentionRunOut(RetentionRunRow):
    policies: list[RetentionPolicyOut] = Field(description="as they were when it began")
    outcomes: dict[str, int] = Field(description="documents by what became of them, of sites that you see")

    @classmethod
    def report(cls, run: RetentionRun, outcomes: dict[str, int]) -> Self:
        facts = RetentionRunRow.of(run).model_dump()
        return cls(**facts, policies=[RetentionPolicyOut.of(one) for one in run.policies], outcomes=outcomes)


class RetentionRowOut(Out):
    """What became of one document. It stays when the document is gone."""

    document_id: str
    title: str
    site_id: str | None
    outcome: Outcome = Field(description="deleting for seconds; kept_busy: a revision is on its way")
    policy: RetentionPolicyOut
    due_at: Moment
    holds: list[str] = Field(description="ids of the cases that kept it")
    updated_at: Moment

    @classmethod
    def of(cls, row: RetentionRow) -> Self:
        return cls(
            document_id=row.subject_id,
            title=row.title,
            site_id=row.site_id,
            outcome=row.outcome,
            policy=RetentionPolicyOut.of(row.policy),
            due_at=row.due_at,
            holds=list(row.holds),
            updated_at=row.updated_at,
        )


class RetentionRowPage(PageOut):
    items: list[RetentionRowOut]


class FateOut(Out):
    due_at: Moment
    policy: RetentionPolicyOut

    @classmethod
    def of(cls, fate: Fate | None) -> Self | None:
        return None if fate is None else cls(due_at=fate.due, policy=RetentionPolicyOut.of(fate.policy))


class HoldNameOut(Out):
    id: str
    name: str


class DocumentRetentionOut(Out):
    explanation: str = Field(description="why the document is kept and until when, in words")
    kept_until: Moment | None = Field(description="null: under hold, or no policy deletes it as things are")
    trash: FateOut | None
    delete: FateOut | None
    held_by: int = Field(description="how many cases hold it")
    holds: list[HoldNameOut] = Field(description="the cases, for those who may read cases")
    storage: StorageHold

    @classmethod
    def of(cls, document: Document, why: Explanation) -> Self:
        return cls(
            explanation=why.words,
            kept_until=why.kept_until,
            trash=FateOut.of(why.trash),
            delete=FateOut.of(why.delete),
            held_by=len(document.holds),
            holds=[HoldNameOut(id=one, name=name) for one, name in sorted(why.names.items())],
            storage=storage_hold_of(document),
        )
