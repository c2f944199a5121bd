"""Retention as tests need it: policies written and runs worked off through the product."""

from typing import Any

from shared.app import App
from shared.documents.model import Document
from shared.identity.actor import Actor
from shared.kit.paging import PageRequest, Sort
from shared.retention.model import RetentionAction, RetentionEvent, RetentionPolicy, RetentionRow, RetentionRun
from shared.retention.work import purge_of
from tests.documents import PDF, a_verified, items_of
from tests.people import Person


def a_policy(
    action: str = "delete", event: str = "trashedAt", days: int = 30, type_id: str | None = None, name: str = "Trash"
) -> RetentionPolicy:
    return RetentionPolicy(
        name=name, type_id=type_id, event=RetentionEvent(event), days=days, action=RetentionAction(action)
    )


async def decided(app: App, owner: Person, *policies: RetentionPolicy) -> None:
    """The organisation's policies from now on."""
    held = await app.retention.service.get_policies(owner.actor)
    await app.retention.service.replace_policies(owner.actor, policies, held.etag)


async def a_run(app: App, owner: Person, *policies: RetentionPolicy, dry_run: bool = False) -> RetentionRun:
    """Begun, not worked off."""
    await decided(app, owner, *(policies or (a_policy(),)))
    return await app.retention.service.start(owner.actor, dry_run=dry_run)


async def worked_off(app: App, run: RetentionRun) -> RetentionRun:
    """Every delivery of the run, and of the deletions it decided."""
    while not run.state.is_settled:
        await app.retention.running.run(app.retention.running.job_of(run.organisation_id, run.id))
        run = await app.retention.running.runs.get(run.organisation_id, run.id)
    for row in await rows_of(app, run):
        await app.retention.purging.purge(purge_of(run.organisation_id, row.subject_id))
    return run


async def rows_of(app: App, run: RetentionRun) -> list[RetentionRow]:
    actor = Actor("test", run.organisation_id, None)
    return (await app.retention.service.list_rows(actor, run.id, PageRequest(Sort("createdAt"), 200))).items


async def outcomes(app: App, run: RetentionRun) -> dict[str, str]:
    """By document."""
    return {row.subject_id: row.outcome.value for row in await rows_of(app, run)}


async def a_trashed(app: App, owner: Person, content: bytes = PDF, **changes: Any) -> Document:
    """Verified, and in the trash since now."""
    document = await a_verified(app, owner.actor, content, **changes)
    await forget_derivation(app, document)
    await app.documents.service.trash(owner.actor, document.id, document.etag)
    return await app.documents.service.get(owner.actor, document.id)


async def forget_derivation(app: App, document: Document) -> None:
    """As if text and pictures had been made."""
    container = app.database.container("documents")
    for item in await items_of(app, document.organisation_id):
        if item["kind"] == "revision" and item["documentId"] == document.id:
            await container.upsert({**item, "text": {"state": "ready"}, "preview": {"state": "ready"}})


async def left_of(app: App, document: Document) -> list[str]:
    """Kinds of what is left of a document, apart from what says what happened; blobs by container."""
    items = await items_of(app, document.organisation_id)
    kinds = [
        item["kind"]
        for item in items
        if item["kind"] not in {"activity", "retentionRow", "retentionRun"}
        and document.id in {item["id"], item.get("documentId")}
    ]
    prefix = f"{document.organisation_id}/{document.id}/"
    for container in ("library", "quarantine", "previews"):
        kinds += [container for _ in await app.blobs.names(container, prefix)]
    return sorted(kinds)
