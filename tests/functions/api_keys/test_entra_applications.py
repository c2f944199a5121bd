"""Keys that stand for an application of Microsoft Entra ID: no secret, found by tenant and object id."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from shared.app import App
from shared.identity.entra.directory import Account
from shared.identity.entra.tokens import EntraPerson
from shared.identity.errors import TokenInvalid
from shared.kit.clock import to_wire
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.people import Person, a_token, an_admin, an_api_key


async def a_tenant(app: App, admin: Person) -> str:
    """A tenant of Entra ID that is connected to the admin's organisation."""
    tenant_id = str(uuid4())
    await app.entra.directory.allow(admin.organisation_id, tenant_id, None, False)
    return tenant_id


async def create(client: ApiClient, app: App, admin: Person, tenant_id: str, object_id: str) -> Response:
    body: dict[str, Any] = {
        "name": "Data platform",
        "permissions": ["documents:read"],
        "siteIds": None,
        "expiresAt": to_wire(app.now() + timedelta(days=30)),
        "entra": {"tenantId": tenant_id, "objectId": object_id},
    }
    return await client.signed_in(a_token(app, admin)).post("v1/api-keys", body)


async def bound(app: App, tenant_id: str, object_id: str) -> Account:
    known = await app.entra.directory.find_account(tenant_id, object_id)
    assert known is not None
    return known


async def test_a_tenant_of_nobody_or_of_another_organisation_is_refused(client: ApiClient, app: App) -> None:
    admin, object_id = await an_admin(app), str(uuid4())
    for tenant_id in (str(uuid4()), await a_tenant(app, await an_admin(app))):
        answer = await create(client, app, admin, tenant_id, object_id)
        assert (answer.status, answer.fields) == (422, {"entra.tenantId"})
        assert await app.entra.directory.find_account(tenant_id, object_id) is None


async def test_it_has_no_secret_and_its_actor_is_the_key(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    tenant_id, object_id = await a_tenant(app, admin), str(uuid4())
    answer = await create(client, app, admin, tenant_id.upper(), object_id.upper())
    assert (answer.status, answer.json["secret"]) == (201, None)
    assert answer.json["entra"] == {"tenantId": tenant_id, "objectId": object_id}
    known = await bound(app, tenant_id, object_id)
    assert (known.organisation_id, str(known.key_id)) == (admin.organisation_id, answer.json["id"])
    actor = await app.api_keys.actor_of(known.organisation_id, str(known.key_id))
    assert (actor.user_id, actor.organisation_id, actor.is_person) == (answer.json["id"], admin.organisation_id, False)
    assert sorted(actor.permissions) == answer.json["permissions"]
    assert (await app.api_keys.get(admin.actor, answer.json["id"])).last_used_at is not None


async def test_no_secret_opens_it_and_there_is_none_to_rotate(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key = await create(client, app, admin, await a_tenant(app, admin), str(uuid4()))
    token = f"pck_{admin.organisation_id}_{key.json['id']}_{'0' * 64}"
    assert (await client.signed_in(token).get("v1/documents")).code == "token_invalid"
    caller, headers = client.signed_in(a_token(app, admin)), {"If-Match": key.headers["ETag"]}
    answer = await caller.post(f"v1/api-keys/{key.json['id']}/rotate", {}, headers=headers)
    assert (answer.status, answer.code) == (409, "api_key_without_secret")


async def test_an_application_stands_for_one_key_until_that_has_ended(
    client: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    tenant_id, object_id = await a_tenant(app, admin), str(uuid4())
    first = await create(client, app, admin, tenant_id, object_id)
    again = await create(client, app, admin, tenant_id, object_id)
    assert (again.status, again.code) == (409, "machine_taken")
    await app.api_keys.revoke(admin.actor, first.json["id"])
    with pytest.raises(TokenInvalid):
        await app.api_keys.actor_of(admin.organisation_id, first.json["id"])
    second = await create(client, app, admin, tenant_id, object_id)
    assert second.status == 201
    clock.advance(days=30)
    with pytest.raises(TokenInvalid):
        await app.api_keys.actor_of(admin.organisation_id, second.json["id"])
    third = await create(client, app, admin, tenant_id, object_id)
    known = await bound(app, tenant_id, object_id)
    assert str(known.key_id) == third.json["id"] not in {first.json["id"], second.json["id"]}


async def test_a_users_account_is_never_taken(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    tenant_id, object_id = await a_tenant(app, admin), str(uuid4())
    person = EntraPerson(tenant_id, object_id, "Ada Admin", (), ())
    await app.entra.directory.bind(None, person, admin.organisation_id, admin.id)
    assert (await create(client, app, admin, tenant_id, object_id)).code == "machine_taken"


async def test_a_tenant_that_moved_to_another_organisation_takes_its_applications_along(
    client: ApiClient, app: App
) -> None:
    before, after = await an_admin(app), await an_admin(app)
    tenant_id, object_id = await a_tenant(app, before), str(uuid4())
    await create(client, app, before, tenant_id, object_id)
    await app.entra.directory.disallow(before.organisation_id, tenant_id)
    await app.entra.directory.allow(after.organisation_id, tenant_id, None, False)
    assert (await create(client, app, after, tenant_id, object_id)).status == 201
    known = await bound(app, tenant_id, object_id)
    assert known.organisation_id == after.organisation_id


async def test_a_creation_that_was_cut_short_is_completed_by_the_next(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    tenant_id, object_id = await a_tenant(app, admin), str(uuid4())
    await create(client, app, admin, tenant_id, object_id)
    known = await bound(app, tenant_id, object_id)
    await app.database.container("directory").delete(str(known.key_id), admin.organisation_id)
    answer = await create(client, app, admin, tenant_id, object_id)
    assert (answer.status, answer.json["id"]) == (201, str(known.key_id))


async def test_of_two_creations_at_once_one_key_comes_out(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    tenant_id, object_id = await a_tenant(app, admin), str(uuid4())
    answers = await asyncio.gather(*(create(client, app, admin, tenant_id, object_id) for _ in range(4)))
    assert sorted(answer.status for answer in answers) == [201, 409, 409, 409]
    (key,) = [answer.json for answer in answers if answer.status == 201]
    known = await bound(app, tenant_id, object_id)
    assert str(known.key_id) == key["id"]
    listed = (await client.signed_in(a_token(app, admin)).get("v1/api-keys")).json["items"]
    assert [each["id"] for each in listed] == [key["id"]]


async def test_nobody_is_the_actor_of_a_key_that_is_not_there(app: App) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    key, _ = await an_api_key(app, admin)
    for organisation_id, key_id in ((stranger.organisation_id, key.id), (admin.organisation_id, admin.id)):
        with pytest.raises(TokenInvalid):
            await app.api_keys.actor_of(organisation_id, key_id)
