"""Links to documents as tests need them: made through the product."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx

from shared.app import App
from shared.documents.model import Document
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.organisations.model import OrganisationChange
from shared.share_links.link import hash_of, new_secret, seconds_kept
from shared.share_links.model import ShareLink
from tests.api_client import ApiClient, Response
from tests.documents import PDF, a_verified, as_person
from tests.people import Person, a_member

ADDRESS = "192.0.2.77"
BROWSER = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"


@dataclass(frozen=True)
class LinkMaker:
    """Whoever makes links, in an organisation that decides what they may be."""

    client: ApiClient
    app: App
    owner: Person

    @property
    def caller(self) -> ApiClient:
        return as_person(self.client, self.app, self.owner)

    async def decide(self, **sharing: Any) -> None:
        """The organisation's sharing policy from now on."""
        organisation = await self.app.organisations.get(self.owner.actor, self.owner.organisation_id)
        change = OrganisationChange(None, None, {}, sharing)
        await self.app.organisations.change(self.owner.actor, organisation.id, change, organisation.etag)


@dataclass(frozen=True)
class Sharing(LinkMaker):
    """An admin with a document that is ready."""

    document: Document

    @property
    def path(self) -> str:
        return f"v1/documents/{self.document.id}/share-links"

    def body(self, *, days: float = 7, **update: Any) -> dict[str, Any]:
        return {"expiresAt": (self.app.now() + timedelta(days=days)).isoformat(), **update}

    async def create(self, **body: Any) -> dict[str, Any]:
        """The answer: the link with its token."""
        answer = await self.caller.post(self.path, self.body(**body))
        assert answer.status == 201, answer.content
        found: dict[str, Any] = answer.json
        return found

    async def read(self, token: str, address: str = ADDRESS) -> Response:
        return await self.client.post("v1/shared/read", {"token": token}, headers=came_from(address))

    async def download(self, token: str, password: str | None = None, address: str = ADDRESS) -> Response:
        body = {"token": token, **({} if password is None else {"password": password})}
        return await self.client.post("v1/shared/download", body, headers=came_from(address))

    async def uses(self, link_id: str) -> int:
        return int((await self.caller.get(f"v1/share-links/{link_id}")).json["uses"])


def came_from(address: str) -> dict[str, str]:
    return {"X-Forwarded-For": address, "User-Agent": BROWSER}


async def a_sharing(client: ApiClient, app: App, content: bytes = PDF, file_name: str = "report.pdf") -> Sharing:
    owner = await a_member(app, Role.ADMIN)
    return Sharing(client, app, owner, await a_verified(app, owner.actor, content, file_name))


async def a_stored_link(app: App, owner: Person, document_id: str) -> ShareLink:
    """Whatever state its document is in."""
    now = app.now()
    link = ShareLink(
        id=new_id(),
        organisation_id=owner.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=owner.id,
        document_id=document_id,
        revision=None,
        note="",
        expires_at=now + timedelta(days=1),
        max_uses=None,
        hashed=hash_of(new_secret()),
        password_hash=None,
        ttl=seconds_kept(now + timedelta(days=1), now),
    )
    return await app.sharing.links.links.create(link)


async def fetched(url: str) -> httpx.Response:
    async with httpx.AsyncClient() as browser:
        return await browser.get(url)
