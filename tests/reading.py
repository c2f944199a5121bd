"""Documents that have to be acknowledged, as tests need them: a type that asks for it, people who are asked."""

from dataclasses import dataclass
from typing import Any

from shared.app import App
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.identity.permissions import Role
from tests.api_client import ApiClient, Response
from tests.document_types import a_document_type
from tests.documents import a_pdf, a_verified, as_person
from tests.people import Person, a_colleague, a_member

Row = dict[str, Any]


@dataclass
class Crew:
    """An admin, two operators, and documents of a type that asks operators to acknowledge."""

    client: ApiClient
    app: App
    admin: Person
    olga: Person
    omar: Person
    type_id: str

    async def a_document(self, title: str = "Lifting plan", **facts: Any) -> Document:
        document = await a_verified(self.app, self.admin.actor, a_pdf(mark=title), title=title, **facts)
        return await self.typed(document)

    async def typed(self, document: Document, type_id: str = "") -> Document:
        change = DocumentChange({"type_id": type_id or self.type_id})
        return await self.app.documents.service.change(self.admin.actor, document.id, change, document.etag)

    async def a_revision(self, document: Document, mark: str) -> Document:
        return await a_verified(self.app, self.admin.actor, a_pdf(mark=mark), onto=document)

    async def acknowledge(self, who: Person, document: Document, revision: int = 1) -> Response:
        caller = as_person(self.client, self.app, who)
        return await caller.post(f"v1/documents/{document.id}/acknowledgements", {"revision": revision})

    async def readers(self, document: Document, query: str = "", *, by: Person | None = None) -> Response:
        caller = as_person(self.client, self.app, by or self.admin)
        return await caller.get(f"v1/documents/{document.id}/acknowledgements{query}")

    async def names(self, document: Document, standing: str = "") -> list[str]:
        page = await self.readers(document, f"?standing={standing}" if standing else "")
        return [row["name"] for row in page.json["items"]]

    async def due(self, who: Person, query: str = "") -> list[str]:
        page = await as_person(self.client, self.app, who).get(f"v1/documents/to-acknowledge{query}")
        assert page.status == 200
        return [row["title"] for row in page.json["items"]]

    async def read(self, who: Person, document: Document) -> Row:
        found: Row = (await as_person(self.client, self.app, who).get(f"v1/documents/{document.id}")).json
        return found


async def a_crew(client: ApiClient, app: App, **definition: Any) -> Crew:
    admin = await a_member(app, Role.ADMIN)
    olga, omar = [await a_colleague(app, admin, Role.OPERATOR, name=name) for name in ("Olga", "Omar")]
    kind = await a_document_type(app, admin, **{"acknowledgement_required": True, **definition})
    return Crew(client, app, admin, olga, omar, kind.id)
