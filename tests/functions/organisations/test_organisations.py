"""POST /organisations, with the provisioning key."""

from typing import Any

import pytest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.identity.permissions import Role
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.people import PASSWORD, a_token, an_admin, an_email, counted_requests, joined
from tests.settings import PROVISIONING_KEY

KEY = {"X-Provisioning-Key": PROVISIONING_KEY}
DEFAULTS = {
    "signIn": {
        "secondFactorRoles": [],
        "passwordMinLength": 12,
        "sessionHours": 168,
        "idleHours": 168,
        "rolesFromEntra": False,
    },
    "sharing": {"maxDays": 30, "passwordRequired": False, "maxUses": None},
}


def an_organisation(**changes: Any) -> dict[str, Any]:
    admin = {"email": an_email("admin"), "name": "Ada Admin", **changes.pop("admin", {})}
    return {"name": "Delta Drilling", "timeZone": "Europe/Oslo", "admin": admin, **changes}


@pytest.mark.parametrize("given", [None, "", "wrong", PROVISIONING_KEY.upper(), "nøkkel"])
async def test_without_the_key_nobody(client: ApiClient, given: str | None) -> None:
    headers = {} if given is None else {"X-Provisioning-Key": given}
    with counted_requests() as made:
        answer = await client.post("v1/organisations", an_organisation(), headers=headers)
    assert (answer.status, answer.code, made) == (401, "provisioning_key_wrong", [])


async def test_an_admins_token_is_not_the_key(client: ApiClient, app: App) -> None:
    caller = client.signed_in(a_token(app, await an_admin(app)))
    assert (await caller.post("v1/organisations", an_organisation())).status == 401


@pytest.mark.parametrize("given", ["", "anything"])
async def test_a_deployment_without_a_key_lets_nobody_in(app: App, cosmos_engine: Engine, given: str) -> None:
    settings = app.settings.model_copy(update={"provisioning_key_hash": ""})
    closed = build_app(settings, now=app.now, cosmos_transport=AsyncEngineTransport(cosmos_engine))
    try:
        headers = {"X-Provisioning-Key": given}
        answer = await ApiClient(closed).post("v1/organisations", an_organisation(), headers=headers)
    finally:
        await closed.close()
    assert answer.code == "provisioning_key_wrong"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Delta\u200bDrilling"}, "name"),
        ({"timeZone": "Mars/Olympus"}, "timeZone"),
        ({"timeZone": "../../etc/passwd"}, "timeZone"),
        ({"timeZone": ""}, "timeZone"),
        ({"admin": {"email": "nobody"}}, "admin.email"),
        ({"admin": {"password": "given by somebody else"}}, "admin.password"),
        ({"admin": {"name": ""}}, "admin.name"),
        ({"admin": {"role": "viewer"}}, "admin.role"),
        ({"plan": "gold"}, "plan"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(client: ApiClient, change: dict[str, Any], field: str) -> None:
    with counted_requests() as made:
        answer = await client.post("v1/organisations", an_organisation(**change), headers=KEY)
    assert (answer.status, answer.fields, made) == (422, {field}, [])


async def test_an_address_in_use_is_refused_and_no_organisation_is_left_behind(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    body = an_organisation(admin={"email": admin.email})
    for _ in range(2):
        with counted_requests() as made:
            answer = await client.post("v1/organisations", body, headers=KEY)
        assert (answer.status, answer.code) == (409, "email_taken")
        assert "POST directory" not in made


async def test_it_is_set_up_with_an_admin_who_can_go_on(client: ApiClient, app: App) -> None:
    body = an_organisation(name=" Delta Drilling ")
    with counted_requests() as made:
        answer = await client.post("v1/organisations", body, headers=KEY)
    assert made.count("POST identities") == made.count("POST directory") == 1
    assert answer.status == 201
    organisation_id, admin_id = answer.json["id"], answer.json["adminId"]
    assert answer.json == {
        "id": organisation_id,
        "name": "Delta Drilling",
        "timeZone": "Europe/Oslo",
        "policies": DEFAULTS,
        "createdAt": answer.json["createdAt"],
        "updatedAt": answer.json["createdAt"],
        "etag": answer.headers["ETag"],
        "adminId": admin_id,
    }
    assert (await client.post("v1/auth/sign-in", {"email": body["admin"]["email"], "password": PASSWORD})).status == 401
    await joined(app, organisation_id, admin_id)
    session = await client.post("v1/auth/sign-in", {"email": body["admin"]["email"], "password": PASSWORD})
    assert session.json["user"]["organisation"] == {"id": organisation_id, "name": "Delta Drilling"}
    assert (session.json["user"]["id"], session.json["user"]["role"]) == (admin_id, Role.ADMIN)
    users = await client.signed_in(session.json["accessToken"]).get("v1/users")
    assert [user["id"] for user in users.json["items"]] == [admin_id]


async def test_both_beginnings_are_on_record(client: ApiClient, app: App) -> None:
    answer = await client.post("v1/organisations", an_organisation(), headers=KEY)
    query = Query("SELECT VALUE c.type FROM c WHERE c.kind = 'activity'")
    recorded = await app.database.container("directory").query(query, answer.json["id"], limit=10)
    assert sorted(map(str, recorded)) == ["organisation.created", "user.invited"]


async def test_repeating_with_a_key_answers_the_same(client: ApiClient) -> None:
    body, headers = an_organisation(), {**KEY, "Idempotency-Key": an_email()}
    first, second = [await client.post("v1/organisations", body, headers=headers) for _ in range(2)]
    assert (first.status, second.status) == (201, 201)
    assert first.json == second.json


async def test_two_organisations_may_have_one_name_and_share_nothing(client: ApiClient, app: App) -> None:
    first, second = [await client.post("v1/organisations", an_organisation(), headers=KEY) for _ in range(2)]
    assert first.json["id"] != second.json["id"]
    assert first.json["name"] == second.json["name"]
