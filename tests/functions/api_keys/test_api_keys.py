"""POST, GET and PATCH of /api-keys; what a key may do is in test_using_keys.py."""

import asyncio
import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.app import App
from shared.errors import Invalid
from shared.identity.permissions import FOR_PERSONS_ONLY, Permission, Role
from shared.kit.clock import to_wire
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.people import Person, a_colleague, a_site, a_token, an_admin, an_api_key, counted_requests


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


def a_body(now: datetime, **changes: Any) -> dict[str, Any]:
    return {
        "name": "Historian",
        "permissions": ["documents:write", "documents:read"],
        "siteIds": None,
        "expiresAt": to_wire(now + timedelta(days=30)),
        **changes,
    }


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "v1/api-keys"),
        ("POST", "v1/api-keys"),
        ("GET", f"v1/api-keys/{new_id()}"),
        ("PATCH", f"v1/api-keys/{new_id()}"),
        ("DELETE", f"v1/api-keys/{new_id()}"),
        ("POST", f"v1/api-keys/{new_id()}/rotate"),
    ],
)
async def test_anonymous_and_other_roles(client: ApiClient, app: App, method: str, path: str) -> None:
    answer = await client.request(method, path)
    assert (answer.status, answer.code) == (401, "unauthenticated")
    admin = await an_admin(app)
    for role in (Role.ENGINEER, Role.OPERATOR, Role.VIEWER):
        answer = await as_(client, app, await a_colleague(app, admin, role)).request(method, path)
        assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisations_key_is_not_there(client: ApiClient, app: App) -> None:
    key, token = await an_api_key(app, await an_admin(app))
    caller, path = as_(client, app, await an_admin(app)), f"v1/api-keys/{key.id}"
    headers = {"If-Match": key.etag}
    assert (await caller.get(path)).code == "not_found"
    assert (await caller.patch(path, {"name": "Mine"}, headers=headers)).status == 404
    assert (await caller.post(f"{path}/rotate", {}, headers=headers)).status == 404
    assert (await caller.delete(path)).status == 404
    assert (await caller.get("v1/api-keys")).json["items"] == []
    assert (await client.signed_in(token).get("v1/documents")).status == 200


@pytest.mark.parametrize("key_id", ["x", "!" * 26, new_id()])
async def test_an_id_no_key_has_is_not_found(client: ApiClient, app: App, key_id: str) -> None:
    admin = await an_admin(app)
    assert (await as_(client, app, admin).get(f"v1/api-keys/{key_id}")).status == 404
    assert (await as_(client, app, admin).get(f"v1/api-keys/{admin.id}")).status == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"permissions": []}, "permissions"),
        ({"permissions": ["documents:read", "documents:burn"]}, "permissions[1]"),
        *(({"permissions": ["documents:read", each.value]}, "permissions[1]") for each in sorted(FOR_PERSONS_ONLY)),
        ({"siteIds": ["x"]}, "siteIds[0]"),
        ({"siteIds": [new_id()]}, "siteIds"),
        ({"siteIds": [new_id()] * 101}, "siteIds"),
        ({"expiresAt": "tomorrow"}, "expiresAt"),
        ({"expiresAt": 1_900_000_000}, "expiresAt"),
        ({"expiresAt": "2027-01-01T00:00:00"}, "expiresAt"),
        ({"expiresAt": "0001-01-01T00:00:00+14:00"}, "expiresAt"),
        ({"expiresAt": "9999-12-31T23:59:59-14:00"}, "expiresAt"),
        ({"entra": {"tenantId": "x", "objectId": "x"}}, "entra.tenantId"),
        ({"secret": "chosen by me"}, "secret"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(
    client: ApiClient, app: App, clock: Clock, changes: dict[str, Any], field: str
) -> None:
    caller = as_(client, app, await an_admin(app))
    answer = await caller.post("v1/api-keys", a_body(clock.now, **changes))
    assert answer.status == 422
    assert field in answer.fields
    assert (await caller.get("v1/api-keys")).json["items"] == []


@pytest.mark.parametrize("missing", ["name", "permissions", "siteIds", "expiresAt"])
async def test_nothing_is_assumed(client: ApiClient, app: App, clock: Clock, missing: str) -> None:
    body = a_body(clock.now)
    del body[missing]
    answer = await as_(client, app, await an_admin(app)).post("v1/api-keys", body)
    assert (answer.status, answer.fields) == (422, {missing})


@pytest.mark.parametrize(("days", "status"), [(0, 422), (366, 201), (367, 422)])
async def test_a_key_lives_for_a_year_at_most(
    client: ApiClient, app: App, clock: Clock, days: int, status: int
) -> None:
    body = a_body(clock.now, expiresAt=to_wire(clock.now + timedelta(days=days)))
    assert (await as_(client, app, await an_admin(app)).post("v1/api-keys", body)).status == status


async def test_a_keys_sites_are_within_its_makers(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    mine, other = await a_site(app, admin), await a_site(app, admin)
    caller = as_(client, app, replace(admin, site_ids=(mine.id,)))
    for wider in (None, [other.id], [mine.id, other.id]):
        answer = await caller.post("v1/api-keys", a_body(clock.now, siteIds=wider))
        assert (answer.status, answer.fields) == (422, {"siteIds"})
    for within in ([mine.id], []):
        assert (await caller.post("v1/api-keys", a_body(clock.now, siteIds=within))).status == 201


async def test_who_makes_a_key_gives_no_more_than_they_have(app: App) -> None:
    """Only admins make keys today, and they may everything: the rule holds for whoever will."""
    engineer = await a_colleague(app, await an_admin(app), Role.ENGINEER)
    with pytest.raises(Invalid) as refused:
        await an_api_key(app, engineer, Permission.DOCUMENTS_READ, Permission.SITES_WRITE)
    assert [error.field for error in refused.value.fields] == ["permissions[1]"]


async def test_an_admin_creates_a_key_whose_secret_is_seen_once(
    client: ApiClient, app: App, clock: Clock, cosmos_items: Any
) -> None:
    admin = await an_admin(app)
    site, caller = await a_site(app, admin), as_(client, app, admin)
    body = a_body(clock.now, siteIds=[site.id, site.id], permissions=["documents:write", "documents:read"] * 2)
    answer = await caller.post("v1/api-keys", body, headers={"Idempotency-Key": new_id()})
    assert answer.status == 201
    secret = answer.json["secret"]
    assert secret.startswith(f"pck_{admin.organisation_id}_{answer.json['id']}_")
    key = {
        "id": answer.json["id"],
        "name": "Historian",
        "permissions": ["documents:read", "documents:write"],
        "siteIds": [site.id],
        "state": "active",
        "expiresAt": body["expiresAt"],
        "revokedAt": None,
        "lastUsedAt": None,
        "formerSecretUntil": None,
        "entra": None,
        "createdAt": to_wire(clock.now),
        "createdBy": admin.id,
        "updatedAt": to_wire(clock.now),
        "etag": answer.headers["ETag"],
    }
    assert answer.json == {**key, "secret": secret}
    assert (await caller.get(f"v1/api-keys/{key['id']}")).json == key
    assert (await caller.get("v1/api-keys")).json["items"] == [key]
    everything = await cosmos_items()
    assert key["id"] in everything
    assert secret.rpartition("_")[2] not in everything


@pytest.fixture
def cosmos_items(app: App) -> Any:
    """Every item of the containers that a request may write to, as text."""

    async def dump() -> str:
        found = []
        for name in ("directory", "identities", "idempotency", "sessions"):
            container = app.database.container(name)
            found += [item async for item in container.stream_all(Query("SELECT * FROM c"), limit=100_000)]
        return json.dumps(found)

    return dump


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, _ = await an_api_key(app, admin)
    caller, path = as_(client, app, admin), f"v1/api-keys/{key.id}"
    assert (await caller.patch(path, {"name": "Blind"})).status == 428
    headers = {"If-Match": key.etag}
    answers = await asyncio.gather(*(caller.patch(path, {"name": name}, headers=headers) for name in ("A", "B")))
    assert sorted(answer.status for answer in answers) == [200, 412]


@pytest.mark.parametrize(
    ("change", "field"), [({}, "name"), ({"name": None}, "name"), ({"name": "x", "permissions": []}, "permissions")]
)
async def test_nothing_but_the_name_changes(client: ApiClient, app: App, change: dict[str, Any], field: str) -> None:
    admin = await an_admin(app)
    key, _ = await an_api_key(app, admin)
    caller, path, headers = as_(client, app, admin), f"v1/api-keys/{key.id}", {"If-Match": key.etag}
    answer = await caller.patch(path, change, headers=headers)
    assert (answer.status, answer.fields) == (422, {field})
    renamed = await caller.patch(path, {"name": " SCADA "}, headers=headers)
    assert renamed.json["name"] == "SCADA"
    assert (await caller.get(path)).json == renamed.json


@pytest.mark.parametrize("sort", ["name", "-name", "createdAt", "-createdAt", "expiresAt", "-expiresAt"])
async def test_every_sort_pages_through_everything_once(client: ApiClient, app: App, clock: Clock, sort: str) -> None:
    admin = await an_admin(app)
    for number in range(3):
        clock.advance(seconds=1)
        await an_api_key(app, admin, name=f"Key {number}", expires_at=clock.now + timedelta(days=number + 1))
    caller, names, cursor = as_(client, app, admin), [], ""
    for _ in range(2):
        with counted_requests() as made:
            page = (await caller.get(f"v1/api-keys?limit=2&sort={sort}{cursor}")).json
        assert made == ["POST directory"]
        names += [key["name"] for key in page["items"]]
        cursor = f"&cursor={page['nextCursor']}"
    expected = ["Key 0", "Key 1", "Key 2"]
    assert names == (expected[::-1] if sort.startswith("-") else expected)


async def test_ended_keys_can_be_told_apart(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    await an_api_key(app, admin, name="active")
    await an_api_key(app, admin, name="expired", expires_at=clock.now + timedelta(hours=1))
    revoked, _ = await an_api_key(app, admin, name="revoked", expires_at=clock.now + timedelta(hours=1))
    await app.api_keys.revoke(admin.actor, revoked.id)
    clock.advance(hours=1)
    caller = as_(client, app, admin)
    for state in ("active", "expired", "revoked"):
        (key,) = (await caller.get(f"v1/api-keys?state={state}")).json["items"]
        assert (key["name"], key["state"]) == (state, state)
    assert [key["name"] for key in (await caller.get("v1/api-keys")).json["items"]] == ["active", "expired"]


async def test_what_happens_to_a_key_is_on_record_without_its_secret(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    key, _ = await an_api_key(app, admin)
    caller, path = as_(client, app, admin), f"v1/api-keys/{key.id}"
    renamed = await caller.patch(path, {"name": "SCADA"}, headers={"If-Match": key.etag})
    await caller.post(f"{path}/rotate", {"overlapHours": 2}, headers={"If-Match": renamed.headers["ETag"]})
    for _ in range(2):
        await caller.delete(path)
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id ORDER BY c.id", {"@id": key.id})
    activities = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert [(each["type"], each["data"]) for each in activities] == [
        (
            "api_key.created",
            {"permissions": ["documents:read"], "siteIds": None, "expiresAt": to_wire(key.expires_at), "entra": None},
        ),
        ("api_key.changed", {"name": "changed"}),
        ("api_key.rotated", {"overlapHours": 2}),
        ("api_key.revoked", {}),
    ]
    assert {each["createdBy"] for each in activities} == {admin.id}
