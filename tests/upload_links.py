"""Upload links as tests need them: made through the product."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.share_links.link import hash_of, new_secret, seconds_kept
from shared.share_links.uploads.model import UploadLink
from tests.api_client import ApiClient, Response
from tests.documents import PDF, announcement
from tests.people import Person, a_member
from tests.share_links import LinkMaker, came_from

ADDRESS = "192.0.2.88"


@dataclass(frozen=True)
class Receiving(LinkMaker):
    """Somebody who may write documents, and those who get their links."""

    def body(self, *, days: float = 7, **update: Any) -> dict[str, Any]:
        expires_at = (self.app.now() + timedelta(days=days)).isoformat()
        return {"expiresAt": expires_at, "maxBytes": 10_000_000, **update}

    async def create(self, **body: Any) -> dict[str, Any]:
        """The answer: the link with its token."""
        answer = await self.caller.post("v1/upload-links", self.body(**body))
        assert answer.status == 201, answer.content
        found: dict[str, Any] = answer.json
        return found

    async def ask(self, what: str, token: str, address: str = ADDRESS, **more: Any) -> Response:
        return await self.client.post(f"v1/guest-uploads/{what}", {"token": token, **more}, headers=came_from(address))

    async def announce(self, token: str, content: bytes = PDF, name: str = "log.pdf", **more: Any) -> Response:
        return await self.ask("announce", token, **announcement(content, name), **more)


async def a_receiving(client: ApiClient, app: App, role: Role = Role.ADMIN) -> Receiving:
    return Receiving(client, app, await a_member(app, role))


async def a_stored_upload_link(app: App, owner: Person, site_id: str | None = None) -> UploadLink:
    now = app.now()
    link = UploadLink(
        id=new_id(),
        organisation_id=owner.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=owner.id,
        note="",
        expires_at=now + timedelta(days=1),
        site_id=site_id,
        max_files=5,
        max_bytes=1000,
        hashed=hash_of(new_secret()),
        password_hash=None,
        ttl=seconds_kept(now + timedelta(days=1), now),
    )
    return await app.sharing.upload_links.links.create(link)
