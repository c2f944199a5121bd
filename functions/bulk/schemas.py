"""Operations on many documents on the wire."""

from __future__ import annotations

from typing import Any, Literal, Self

from pydantic import Field, model_validator

from shared.bulk.actions import Asked, MigrateDocuments
from shared.bulk.model import MAX_FOUND, MAX_NAMED, Action, BulkOperation, BulkRow, Outcome, Wanted
from shared.bulk.work import FAILURES
from shared.documents.criteria import DocumentCriteria
from shared.documents.search.query import SearchText
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.jobs.runs import RunState
from shared.kit.model import In, Moment, Out


class BulkQueryIn(DocumentCriteria):
    q: SearchText | None = Field(
        default=None,
        description="words as in the search, of the documents themselves: number, title, tags, names of files, fields",
    )


class SelectionIn(In):
    """Either `ids` or `query`."""

    ids: list[Id] | None = Field(default=None, min_length=1, max_length=MAX_NAMED)
    query: BulkQueryIn | None = Field(
        default=None,
        description=f"as in the list of documents: what matches when it begins to run, of what exists now; at most {MAX_FOUND} documents",
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.ids is None) is (self.query is None):
            raise ValueError("must have either ids or a query")
        return self

    def to_selected(self) -> list[str] | Wanted:
        return self.ids or [] if self.query is None else Wanted(self.query.to_filter(), self.query.q)


class BulkOperationIn(In):
    action: Asked
    selection: SelectionIn
    dry_run: bool = Field(strict=True, description="true: only say what would happen")


class MigrationIn(In):
    from_version: int | None = Field(
        default=None, ge=1, description="only documents of this version; null: of all older ones"
    )
    to_version: int = Field(ge=1, description="the newest version, which you have looked at")
    drop_removed: bool = Field(
        default=False, strict=True, description="true: give up values of fields that the newest version does not have"
    )
    dry_run: bool = Field(strict=True, description="true: only say what would happen")

    def to_action(self, type_id: str) -> MigrateDocuments:
        facts = self.model_dump(exclude={"dry_run"})
        return MigrateDocuments(type_id=type_id, **facts)


class BulkList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class BulkResultList(ListQuery):
    outcome: Outcome | None = None


class BulkFailureOut(Out):
    code: str
    message: str


class BulkOperationOut(Out):
    id: str
    action: Action
    dry_run: bool
    state: RunState
    done: int
    total: int | None = Field(description="null until everything is selected")
    percent: int | None
    outcomes: dict[Outcome, int] = Field(description="documents by what became of them; of a dry run, what would")
    failure: BulkFailureOut | None = Field(description="why it failed")
    carries_out: str | None = Field(description="the dry run whose documents these are")
    carried_out_by: str | None = Field(description="of a dry run: what carries it out")
    created_at: Moment
    created_by: str
    started_at: Moment | None
    finished_at: Moment | None
    cancelled_by: str | None

    @classmethod
    def of(cls, run: BulkOperation) -> Self:
        own = {"outcomes", "failure"}
        outcomes = {outcome: run.outcomes.get(outcome, 0) for outcome in Outcome}
        failure = None if run.failure is None else BulkFailureOut(code=run.failure, message=FAILURES[run.failure])
        facts = {name: getattr(run, name) for name in cls.model_fields if name not in own}
        return cls(**facts, outcomes=outcomes, failure=failure)


class BulkOperationPage(PageOut):
    items: list[BulkOperationOut]


class BulkChangeOut(Out):
    field: str = Field(description="`siteId`, `fields.depth` ...")
    before: Any
    after: Any


class BulkErrorOut(Out):
    column: str | None = Field(description="of an imported table")
    field: str | None = Field(description="of the document")
    code: str
    message: str
    value: Any = Field(description="what stands in the cell, or what the document holds there and keeps")


class BulkResultOut(Out):
    """What became of one document, or of one line of a table. It stays when the document is gone."""

    line: int | None = Field(description="of an imported table")
    document_id: str | None
    title: str | None = Field(description="as it was; null for what whoever asked for it did not see")
    outcome: Outcome
    changes: list[BulkChangeOut]
    errors: list[BulkErrorOut] = Field(description="why it was refused")
    at: Moment

    @classmethod
    def of(cls, row: BulkRow) -> Self:
        return cls(
            line=row.line,
            document_id=row.document_id,
            title=row.title,
            outcome=row.outcome,
            changes=[BulkChangeOut(**dict(change)) for change in row.changes],
            errors=[BulkErrorOut(**dict(error)) for error in row.errors],
            at=row.created_at,
        )


class BulkResultPage(PageOut):
    items: list[BulkResultOut]
