"""Operations on many documents as tests need them: asked for and worked off through the product."""

from collections.abc import Sequence
from typing import Any

from shared.app import App
from shared.bulk.actions import Asked, TagDocuments
from shared.bulk.mapping import Blank, ImportKey, ImportMapping, KeyKind
from shared.bulk.model import BulkOperation, BulkRow, Wanted
from shared.documents.filters import DocumentFilter
from shared.documents.model import Document
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.jobs import Job
from shared.kit.paging import PageRequest, Sort
from tests.documents import a_verified
from tests.people import Person

WELL = TagDocuments(type="tag", add=("well",))


def job_of(operation: BulkOperation) -> Job:
    return Job.of("bulk.operation", operation.organisation_id, operation.id)


async def an_operation(
    app: App,
    owner: Person,
    *documents: Document,
    action: Asked = WELL,
    query: DocumentFilter | None = None,
    words: str | None = None,
    dry_run: bool = False,
) -> BulkOperation:
    """Asked for, not worked off."""
    selected: Sequence[str] | Wanted = [one.id for one in documents] if query is None else Wanted(query, words)
    return await app.bulk.service.request(owner.actor, action, selected, dry_run=dry_run)


async def worked_off(app: App, operation: BulkOperation) -> BulkOperation:
    """Every delivery of it."""
    while not operation.state.is_settled:
        await app.bulk.running.run(job_of(operation))
        operation = await as_it_is(app, operation)
    return operation


async def as_it_is(app: App, operation: BulkOperation) -> BulkOperation:
    return await app.bulk.running.runs.get(operation.organisation_id, operation.id)


async def rows_of(app: App, operation: BulkOperation) -> list[BulkRow]:
    actor = Actor("test", operation.organisation_id, Role.ADMIN)
    request = PageRequest(Sort("id"), 200)
    return (await app.bulk.service.list_rows(actor, operation.id, request, None)).items


async def outcomes(app: App, operation: BulkOperation) -> dict[Any, str]:
    """By document; why, where it was refused."""
    return {
        row.document_id: row.errors[0].code if row.errors else row.outcome.value
        for row in await rows_of(app, operation)
    }


async def a_table(app: App, owner: Person, text: str | bytes, name: str = "table.csv") -> Document:
    """A ready document of these lines."""
    content = text if isinstance(text, bytes) else text.encode()
    return await a_verified(app, owner.actor, content, name)


async def an_import(
    app: App,
    owner: Person,
    table: Document,
    key: str,
    kind: str,
    blank: str = "keep",
    *,
    dry_run: bool = False,
    **mapping: str,
) -> BulkOperation:
    """Asked for, not worked off. `mapping`: columns by target, `fields_x` for `fields.x`."""
    mapped = ImportMapping(
        key=ImportKey(column=key, is_=KeyKind(kind)),
        mapping={column: target.replace("fields_", "fields.") for target, column in mapping.items()},
        blank=Blank(blank),
    )
    return await app.bulk.imports.request(owner.actor, table.id, None, mapped, dry_run=dry_run)


async def by_line(app: App, operation: BulkOperation) -> dict[int | None, str]:
    """What became of each line; why, and because of which column, where it was refused."""
    return {
        row.line: f"{row.errors[0].code} {row.errors[0].column or ''}".strip() if row.errors else row.outcome.value
        for row in await rows_of(app, operation)
    }
