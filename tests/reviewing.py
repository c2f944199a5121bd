"""Documents that are reviewed, as tests need them: a type that asks for it, an admin and two engineers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.app import App
from shared.documents.model import Document
from shared.identity.permissions import Role
from tests.api_client import ApiClient, Response
from tests.document_types import a_document_type
from tests.documents import PDF, a_pdf, a_verified, an_announced, as_person, items_of, job_of, put
from tests.people import Person, a_colleague, a_member, a_site

Row = dict[str, Any]


@dataclass
class Desk:
    """A document whose type asks for review, its revision 1 ready; an admin and two engineers."""

    client: ApiClient
    app: App
    admin: Person
    ann: Person
    bob: Person
    document: Document

    def path(self, number: int) -> str:
        return f"v1/documents/{self.document.id}/revisions/{number}"

    async def begin(
        self, *people: Person, number: int = 1, by: Person | None = None, due: datetime | None = None
    ) -> Response:
        until = {} if due is None else {"dueAt": due.isoformat()}
        reviewers = [{"userId": person.id, **until} for person in people]
        caller = as_person(self.client, self.app, by or self.admin)
        return await caller.post(f"{self.path(number)}/review", {"reviewers": reviewers})

    async def decide(self, who: Person, decision: str = "approve", number: int = 1, **said: Any) -> Response:
        caller = as_person(self.client, self.app, who)
        return await caller.post(f"{self.path(number)}/review/decision", {"decision": decision, **said})

    async def withdraw(self, number: int = 1) -> Response:
        return await as_person(self.client, self.app, self.admin).delete(f"{self.path(number)}/review")

    async def revision(self, number: int) -> Row:
        found: Row = (await as_person(self.client, self.app, self.admin).get(self.path(number))).json
        return found

    async def read(self) -> Row:
        found: Row = (await as_person(self.client, self.app, self.admin).get(f"v1/documents/{self.document.id}")).json
        return found

    async def next_revision(self, mark: str) -> None:
        self.document = await a_verified(self.app, self.admin.actor, a_pdf(mark=mark), onto=self.document)

    async def approve(self, number: int) -> None:
        assert (await self.begin(self.ann, number=number)).status == 200
        assert (await self.decide(self.ann, number=number)).status == 200

    async def happened(self) -> list[str]:
        items = await items_of(self.app, self.admin.organisation_id)
        return [item["type"] for item in items if item["kind"] == "activity" and item["subjectId"] == self.document.id]


async def a_desk(client: ApiClient, app: App, *, site: bool = False) -> Desk:
    admin = await a_member(app, Role.ADMIN)
    kind = await a_document_type(app, admin, review_required=True)
    ann, bob = [await a_colleague(app, admin, Role.ENGINEER, name=name) for name in ("Ann", "Bob")]
    placed = (await a_site(app, admin)).id if site else None
    announced, upload = await an_announced(app, admin.actor, site_id=placed)
    path, headers = f"v1/documents/{announced.id}", {"If-Match": announced.etag}
    assert (await as_person(client, app, admin).patch(path, {"typeId": kind.id}, headers=headers)).status == 200
    assert (await put(upload.signed.url, PDF)).status_code == 201
    document = await app.documents.uploads.complete(admin.actor, announced.id)
    await app.documents.processing.verify(job_of(document))
    return Desk(client, app, admin, ann, bob, await app.documents.service.get(admin.actor, document.id))
