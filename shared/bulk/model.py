"""One action on many documents: which of them, how far it is, what became of each. Rules only: no I/O, time comes in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from shared.bulk.actions import Asked, MigrateDocuments
from shared.bulk.errors import NotADryRun, NotFinished
from shared.bulk.mapping import ImportDocuments
from shared.bulk.tables import TableFormat
from shared.documents.filters import DocumentFilter
from shared.documents.model import Document
from shared.documents.search.conditions import of_document
from shared.documents.search.query import SearchQuery
from shared.errors import DomainError, NotFound
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.kit.jobs.runs import Run, RunState
from shared.kit.model import Entity, Moment, Wire
from shared.kit.paging import Condition

MAX_NAMED = 1_000  # ids in one request
MAX_FOUND = 10_000  # documents of a query
MAX_MIGRATED = 100_000
CHUNK = 100  # ids in one item of a selection: what one page works off
SHOWN = 500  # letters of a value that was refused: a cell may hold a book, and a row is one item
KEPT = 400 * 24 * 3600  # seconds; what happened to a document stays in the audit trail


Action = Annotated[Asked | ImportDocuments | MigrateDocuments, Field(discriminator="type")]


class Outcome(StrEnum):
    """In a dry run `done` is what would be done."""

    DONE = "done"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A query: criteria, and words of the documents themselves."""

    criteria: DocumentFilter
    words: str | None = None

    def conditions(self) -> list[Condition]:
        words = [] if self.words is None else of_document(SearchQuery.parse(self.words))
        return [*self.criteria.conditions(), *words]


class ImportTable(Wire):
    """The stored bytes of a table. `begins`: where its lines do, once counted; `twice` of them repeat the key of an earlier one."""

    layout: TableFormat
    etag: str
    size: int
    begins: str = ""
    twice: int = 0


class BulkOperation(Run):
    """It runs as whoever asked for it (`created_by`; `by_key`: an API key), with what they may do then.

    `table` is what an import reads. `chosen` documents, or lines, are selected so far; `is_chosen`: that is all. `selection_of`: whose
    selection that is, its own or a dry run's. `read_at`: when somebody first asked for what this carries out.
    """

    kind: Literal["bulkOperation"] = "bulkOperation"
    action: Action
    table: ImportTable | None = None
    dry_run: bool
    by_key: bool
    query: Wanted | None = None
    chosen: int = 0
    is_chosen: bool = False
    selection_of: str
    outcomes: dict[Outcome, int] = Field(default_factory=dict)
    read_at: Moment | None = None
    carries_out: str | None = None
    carried_out_by: str | None = None
    ttl: int = KEPT

    def seen_by(self, actor: Actor) -> Self:
        """Errors: NotFound for somebody else's, unless the actor looks after all of them."""
        if self.created_by != actor.user_id and not may_see_all(actor):
            raise NotFound
        return self

    def counted(self, results: Sequence[Outcome]) -> dict[str, Any]:
        """What a handful of results changes of it."""
        outcomes = dict(self.outcomes)
        for outcome in results:
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
        return {"outcomes": outcomes}

    def selection(self) -> dict[str, Any]:
        """For what carries it out: exactly what it was about."""
        known = {name: getattr(self, name) for name in ("selection_of", "table", "chosen", "total")}
        after = "" if self.table is None else self.table.begins
        return {**known, "is_chosen": True, "after": after, "carries_out": self.id, "read_at": self.created_at}

    def require_carried_out(self) -> None:
        """Errors: NotADryRun, NotFinished."""
        if not self.dry_run:
            raise NotADryRun
        if self.state is not RunState.FINISHED:
            raise NotFinished


class Chunk(Entity):
    """Some of the documents that were selected, in the order of their ids."""

    kind: Literal["bulkChunk"] = "bulkChunk"
    ids: tuple[str, ...]
    ttl: int = KEPT


class Twice(Entity):
    """Lines of a table that repeat the key of an earlier one, each with that one."""

    kind: Literal["bulkTwice"] = "bulkTwice"
    lines: dict[int, int]
    ttl: int = KEPT


class RowError(Wire):
    """Why something was refused; `column` of an imported table, `field` of a document, `value` what stands there and stays."""

    column: str | None = None
    field: str | None = None
    code: str
    message: str
    value: Any = None


class FieldChange(Wire):
    """By wire name (`siteId`, `fields.depth`): the values before and after."""

    field: str
    before: Any
    after: Any


class BulkRow(Entity):
    """What became of one document, or of one line of a table. It stays when the document is gone.

    `title` and `site_id` as they were; None of what the actor did not see.
    """

    kind: Literal["bulkRow"] = "bulkRow"
    operation_id: str
    line: int | None = None
    document_id: str | None
    title: str | None
    site_id: str | None
    outcome: Outcome
    changes: tuple[FieldChange, ...] = ()
    errors: tuple[RowError, ...] = ()
    ttl: int = KEPT


def may_see_all(actor: Actor) -> bool:
    return Permission.BULK_MANAGE in actor.permissions and actor.site_ids is None


def chunk_id(operation_id: str, number: int) -> str:
    return f"{operation_id}.chunk-{number:04d}"


def twice_id(operation_id: str) -> str:
    return f"{operation_id}.twice"


def chunks_of(operation: BulkOperation, ids: Sequence[str], first: int, now: datetime) -> list[Chunk]:
    """`ids` in items; `first` is the number of the first one."""
    return [
        Chunk(
            id=chunk_id(operation.id, first + number),
            organisation_id=operation.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=operation.created_by,
            ids=tuple(ids[begin : begin + CHUNK]),
        )
        for number, begin in enumerate(range(0, len(ids), CHUNK))
    ]


@dataclass(frozen=True, slots=True)
class Spot:
    """One of the many an operation is about: a document by its id, or a line of a table. `columns` and `cells` by field of a document."""

    document_id: str | None
    line: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"{self.line:09d}" if self.line is not None else str(self.document_id)

    def errors_of(self, error: DomainError, document: Document | None = None) -> tuple[RowError, ...]:
        """Of what was refused: field by field where it says so, with the column it comes from, or what the document holds there."""
        if not error.fields:
            return (RowError(code=error.code, message=error.detail),)
        return tuple(
            RowError(
                column=self.columns.get(one.field),
                field=one.field,
                code=one.code,
                message=one.message,
                value=shown(self.cells.get(one.field, _held(document, one.field))),
            )
            for one in error.fields
        )


def shown(value: Any) -> Any:
    """As much of it as tells people what stands there."""
    return f"{value[:SHOWN]}…" if isinstance(value, str) and len(value) > SHOWN else value


def _held(document: Document | None, field_name: str) -> Any:
    key = field_name.removeprefix("fields.")
    return None if document is None or key == field_name else document.fields.get(key)


def row_of(operation: BulkOperation, spot: Spot, document: Document | None, outcome: Outcome, now: datetime) -> BulkRow:
    """One row for a spot in an operation, however often it is met."""
    return BulkRow(
        id=f"{operation.id}.{spot.id}",
        organisation_id=operation.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=operation.created_by,
        operation_id=operation.id,
        line=spot.line,
        document_id=spot.document_id if document is None else document.id,
        title=None if document is None else document.title,
        site_id=None if document is None else document.site_id,
        outcome=outcome,
    )


def refused(
    operation: BulkOperation, spot: Spot, document: Document | None, errors: Sequence[RowError], now: datetime
) -> BulkRow:
    return row_of(operation, spot, document, Outcome.REFUSED, now).model_copy(update={"errors": tuple(errors)})


def changes_between(before: Document, after: Document) -> tuple[FieldChange, ...]:
    """What people can change, custom fields one by one."""
    old, new = before.to_item(), after.to_item()
    plain = {name: values for name, values in before.changes(after).items() if name != "fields"}
    changes = [FieldChange(field=name, before=was, after=is_) for name, (was, is_) in plain.items()]
    keys = sorted(old["fields"].keys() | new["fields"].keys())
    changes += [
        FieldChange(field=f"fields.{key}", before=old["fields"].get(key), after=new["fields"].get(key))
        for key in keys
        if old["fields"].get(key) != new["fields"].get(key)
    ]
    if (old["trashedAt"] is None) is not (new["trashedAt"] is None):
        changes.append(FieldChange(field="trashedAt", before=old["trashedAt"], after=new["trashedAt"]))
    return tuple(changes)
