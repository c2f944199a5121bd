"""Organisations as chance makes them: every kind of thing that can happen to documents, in any order."""

import random
from typing import Any

from shared.app import App
from shared.document_types.model import DocumentType
from shared.documents.drafts import DocumentChange, DocumentDraft, FileDraft
from shared.documents.model import Document
from shared.documents.review import Decision, Reviewer
from shared.errors import DomainError
from shared.holds.model import LegalHold
from shared.identity.permissions import Role
from shared.kit.clock import to_wire
from shared.kit.ids import new_id
from tests.document_types import a_document_type, a_field
from tests.documents import PROGRAM, a_pdf, a_verified, an_announced
from tests.holds import a_hold, closed
from tests.people import Person, a_colleague, a_site
from tests.retention import a_policy, a_run, worked_off

NAMES = (
    "Brønn 15/9-F Ω.pdf",
    "油田 日报.pdf",
    "Ærlig «rapport» №1.pdf",
    "e\u0301tude — \U0001f6e2.pdf",
    "plain.pdf",
    "'; --.pdf",
)


class Making:
    """`chance` decides; the same number, the same organisation but for ids and times."""

    def __init__(self, app: App, owner: Person, number: int) -> None:
        self.app, self.owner = app, owner
        self.chance = random.Random(number)
        self.documents: list[str] = []
        self.holds: list[LegalHold] = []
        self.done: set[str] = set()

    async def organisation(self) -> None:
        app, owner = self.app, self.owner
        self.sites = [await a_site(app, owner, name) for name in ("Åsgard", "Sleipner")]
        self.engineer = await a_colleague(app, owner, Role.ENGINEER, name="Ængus O’Brien")
        self.types = [
            await a_document_type(app, owner, *_every_kind_of_field(), code="ALL", acknowledgement_required=True),
            await a_document_type(app, owner, code="REV", review_required=True, manual_numbers=True),
        ]
        for kind in (None, *self.types):
            await self.make(kind)
        await self.review(self.documents[2])
        common = (self.make, self.revise, self.refuse, self.await_one, self.rename, self.old)
        deeds = [*common, self.trash, self.hold, self.hold, self.let_go]
        self.chance.shuffle(deeds)
        for deed in deeds:
            try:
                await deed()
            except DomainError:  # not everything can be done to everything
                continue
            self.done.add(deed.__name__)
        await a_run(app, owner, a_policy(days=1000), dry_run=True)
        await worked_off(app, await a_run(app, owner, a_policy("trash", "createdAt", 3000), dry_run=True))

    async def make(self, kind: DocumentType | None = None) -> None:
        content = a_pdf(self.chance.randrange(200, 900), mark=new_id())
        site = self.chance.choice([None, *(site.id for site in self.sites)])
        values = {} if kind is None else {"type_id": kind.id, "fields": self._fields() if kind is self.types[0] else {}}
        name = self.chance.choice(NAMES)
        document = await a_verified(self.app, self.owner.actor, content, name, title=name.upper(), site_id=site)
        self.documents.append(document.id)
        if values:
            await self.app.documents.service.change(
                self.owner.actor, document.id, DocumentChange(values), document.etag
            )

    async def revise(self) -> None:
        await a_verified(
            self.app, self.engineer.actor, a_pdf(self.chance.randrange(200, 900), mark=new_id()), onto=await self._one()
        )

    async def refuse(self) -> None:
        await a_verified(self.app, self.engineer.actor, PROGRAM, onto=await self._one())

    async def await_one(self) -> None:
        await an_announced(
            self.app,
            self.engineer.actor,
            b"to come",
            "later.las",
            onto=await self.app.documents.service.get(self.owner.actor, self.documents[0]),
        )

    async def trash(self) -> None:
        document = await self._one()
        await self.app.documents.service.trash(self.owner.actor, document.id, document.etag)

    async def hold(self) -> None:
        self.holds.append(await a_hold(self.app, self.owner, await self._one(), name="Case «Ω»"))

    async def let_go(self) -> None:
        if self.holds:
            await closed(self.app, self.owner, self.holds.pop())

    async def review(self, document_id: str) -> None:
        """Of a further revision: what was ready before its type asked for review is in force."""
        before = await self.app.documents.service.get(self.owner.actor, document_id)
        document = await a_verified(self.app, self.engineer.actor, a_pdf(mark=new_id()), onto=before)
        asked = [Reviewer(user_id=self.engineer.id), Reviewer(user_id=self.owner.id)]
        number = document.newest.number
        await self.app.documents.reviews.begin(self.owner.actor, document.id, number, asked)
        if self.chance.random() < 0.7:
            decision = self.chance.choice(list(Decision))
            await self.app.documents.reviews.decide(self.engineer.actor, document.id, number, decision, "Ω?")

    async def rename(self) -> None:
        document = await self._one()
        values: dict[str, Any] = {"title": f"«{new_id()}» 名", "tags": ("a", "b æ")}
        await self.app.documents.service.change(self.owner.actor, document.id, DocumentChange(values), document.etag)

    async def old(self) -> None:
        """Stored before revisions were items of their own."""
        now, content = self.app.now(), b"a"
        draft = DocumentDraft(FileDraft("old.las", len(content), "a" * 64, "text/plain"), "Old")
        document, _, _ = await self.app.documents.service.announce(self.owner.actor, draft)
        container = self.app.database.container("documents")
        item = await container.get(document.id, document.organisation_id)
        revision = await container.get(document.newest.revision_id, document.organisation_id)
        inside = {name: value for name, value in revision.items() if name not in {"id", "kind", "documentId"}}
        kept = {
            name: item[name]
            for name in ("id", "kind", "organisationId", "createdAt", "updatedAt", "createdBy", "title")
        }
        outdated = {**kept, "siteId": None, "trashedAt": None, "overdueAt": to_wire(now), "revision": inside}
        await container.upsert(outdated)
        await container.delete(document.newest.revision_id, document.organisation_id)

    async def _one(self) -> Document:
        """But the first, which may be awaited for good."""
        document_id = self.chance.choice(self.documents[1:])
        return await self.app.documents.service.get(self.owner.actor, document_id)

    def _fields(self) -> dict[str, Any]:
        return {
            "text": self.chance.choice(["", "æøå \u202f «»", "x" * 200]) or None,
            "depth": {"value": self.chance.randrange(10000) / 7, "unit": "ft"},
            "spud": "2026-05-04",
            "choice": "Ω",
            "who": self.engineer.id,
            "link": "https://example.test/a?b=1",
        }


def _every_kind_of_field() -> list[Any]:
    return [
        a_field(key="text"),
        a_field("number", key="depth", unit="m"),
        a_field("date", key="spud"),
        a_field("choice", key="choice", options=("Ω", "b")),
        a_field("user", key="who"),
        a_field("link", key="link"),
    ]
