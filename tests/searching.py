"""Documents with text as tests of the search need them: stored as the product stores them, without bytes."""

from collections.abc import Sequence
from typing import Any

from shared.app import App
from shared.documents.derivation import page_item
from shared.documents.extraction.pages import PageText
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.revision import Revision, RevisionState
from shared.identity.actor import Actor
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from tests.documents import an_announced


def repository(app: App) -> DocumentRepository:
    return app.documents.service.documents


async def a_text(
    app: App, actor: Actor, *pages: str, title: str = "Report", file_name: str = "r.pdf", **changes: Any
) -> Document:
    """A ready document with these pages of text; `changes` are values of its own."""
    announced, _ = await an_announced(app, actor, title=title, file_name=file_name)
    _, revision = await repository(app).get_with_newest(actor.organisation_id, announced.id)
    document = announced.model_copy(update=changes)
    return await _ready(app, document, revision, pages)


async def a_further_text(app: App, actor: Actor, document: Document, *pages: str) -> Document:
    """The same document after a further revision with these pages became ready."""
    announced, _ = await an_announced(app, actor, onto=await app.documents.service.get(actor, document.id))
    _, revision = await repository(app).get_with_newest(actor.organisation_id, announced.id)
    return await _ready(app, announced, revision, pages)


async def _ready(app: App, document: Document, revision: Revision, pages: Sequence[str]) -> Document:
    ready = revision.model_copy(update={"state": RevisionState.READY, "overdue_at": None})
    stored, _ = await repository(app).move(document.with_revision(ready, app.now()), ready)
    await stored_pages(app, ready, pages)
    return stored


async def stored_pages(app: App, revision: Revision, pages: Sequence[str]) -> None:
    items = [page_item(revision, PageText(number, text)) for number, text in enumerate(pages, 1)]
    container = app.database.container("pages")
    for item in items:
        await container.batch([revision.organisation_id, revision.document_id], [Write("upsert", item)])


def marker() -> str:
    """A word that is nowhere else."""
    return "q" + "".join(chr(ord("a") + int(letter, 36) % 26) for letter in new_id().lower())
