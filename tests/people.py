"""Organisations and people as tests need them: stored through the product's own services, each with names of its own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.transport import AsyncEngineTransport
from shared.api_keys.model import ApiKey, ApiKeyDraft
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.errors import InvalidCredentials
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from shared.organisations.model import OrganisationDraft
from shared.sites.model import Site, SiteDraft
from shared.users.model import UserDraft, UserStatus

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True)
class Person:
    id: str
    organisation_id: str
    email: str
    role: Role
    site_ids: tuple[str, ...] | None = None

    @property
    def actor(self) -> Actor:
        return Actor(self.id, self.organisation_id, self.role, self.site_ids)


def an_email(name: str = "somebody") -> str:
    return f"{name}.{new_id().lower()}@petroconnect.test"


async def an_admin(app: App, organisation: str = "Alpha Energy") -> Person:
    """The first admin of a new organisation."""
    admin = await _an_invited_admin(app, organisation)
    await joined(app, admin.organisation_id, admin.id)
    return admin


async def a_member(app: App, role: Role) -> Person:
    """Somebody with this role in an organisation of their own, who has no password: quickly made."""
    person = await _an_invited_admin(app, "Omega Offshore")
    await app.users.invitations.join(await app.users.service.users.get(person.organisation_id, person.id))
    if role is Role.ADMIN:
        return person
    user = await app.users.service.invite(person.actor, UserDraft(an_email(role.value), "Mona Member", role, None))
    await app.users.invitations.join(user)
    return Person(user.id, user.organisation_id, user.email, role)


async def _an_invited_admin(app: App, organisation: str) -> Person:
    email = an_email("admin")
    created, admin_id = await app.organisations.create(
        OrganisationDraft(organisation, "Europe/Oslo", email, "Ada Admin")
    )
    return Person(admin_id, created.id, email, Role.ADMIN)


async def a_colleague(
    app: App, admin: Person, role: Role, *, name: str = "Carl Colleague", site_ids: tuple[str, ...] | None = None
) -> Person:
    draft = UserDraft(an_email(role.value), name, role, site_ids)
    user = await app.users.service.invite(admin.actor, draft)
    await joined(app, user.organisation_id, user.id)
    return Person(user.id, user.organisation_id, user.email, role, site_ids)


async def a_site(app: App, admin: Person, name: str = "Sleipner", **update: str) -> Site:
    draft = SiteDraft(name, f"NO-15/9-{new_id()}", "Europe/Oslo", "06:00")
    return await app.sites.create(admin.actor, replace(draft, **update))


async def an_api_key(app: App, admin: Person, *granted: Permission, **update: Any) -> tuple[ApiKey, str]:
    """A key for ten days, and its token; for an application of Entra ID the token is ""."""
    permissions = granted or (Permission.DOCUMENTS_READ,)
    draft = ApiKeyDraft("Historian", tuple(permissions), None, app.now() + timedelta(days=10))
    key, token = await app.api_keys.create(admin.actor, replace(draft, **update))
    return key, token or ""


async def joined(app: App, organisation_id: str, user_id: str) -> None:
    """The invitation was accepted with `PASSWORD`, without the letter."""
    user = await app.users.service.users.get(organisation_id, user_id)
    credential = await app.identity.service.credentials.find(user.email)
    assert credential is not None
    await app.identity.service.credentials.set_password(credential, PASSWORD)
    await app.users.invitations.join(user)


def a_token(app: App, person: Person) -> str:
    """What signing in would answer, without the work of it."""
    return app.identity.tokens.issue(replace(person.actor, session_id=new_id()), app.now())


@contextmanager
def counted_requests() -> Iterator[list[str]]:
    """Every request to Cosmos made inside, refused ones too, as `METHOD container`."""
    made: list[str] = []
    send = AsyncEngineTransport.send

    async def counting(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        made.append(f"{request.method} {container_of(request)}")
        return await send(self, request, **options)

    with mock.patch.object(AsyncEngineTransport, "send", counting):
        yield made


def container_of(request: HttpRequest) -> str:
    found = re.search(r"/colls/([^/]+)", urlsplit(request.url).path)
    return found[1] if found else ""


async def signs_in(app: App, email: str) -> bool:
    try:
        await app.identity.service.sign_in(email, PASSWORD, address="192.0.2.1", device="")
    except InvalidCredentials:
        return False
    return True


async def set_status(app: App, person: Person, status: UserStatus) -> None:
    """Without all that follows when an admin does it."""
    user = await app.users.service.get(person.actor, person.id)
    await app.users.service.users.replace(user.model_copy(update={"status": status}))


async def activities(app: App, organisation_id: str, happened: str) -> list[dict[str, Any]]:
    """Of people and of the organisation."""
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.type = @type", {"@type": happened})
    return await app.database.container("directory").query(query, organisation_id, limit=100)
