"""POST /users, GET /users, GET /users/{id}."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient
from tests.letters import letters_to
from tests.people import PASSWORD, Person, a_colleague, a_site, a_token, an_admin, an_email, counted_requests


def a_user(**changes: Any) -> dict[str, Any]:
    return {
        "email": an_email("new"),
        "name": "Nora New",
        "role": "operator",
        "siteIds": None,
        **changes,
    }


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_add_users(client: ApiClient, app: App, role: Role) -> None:
    person = await a_colleague(app, await an_admin(app), role)
    with counted_requests() as made:
        answer = await as_(client, app, person).post("v1/users", a_user())
    assert (answer.status, answer.code, made) == (403, "forbidden", [])


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
async def test_who_may_not_see_users_sees_none(client: ApiClient, app: App, role: Role) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, role)
    for path in ("v1/users", f"v1/users/{admin.id}"):
        assert (await as_(client, app, person).get(path)).status == 403


async def test_another_organisation_is_not_there(client: ApiClient, app: App) -> None:
    stranger, admin = await an_admin(app), await an_admin(app)
    answer = await as_(client, app, admin).get(f"v1/users/{stranger.id}")
    assert (answer.status, answer.code) == (404, "not_found")
    listed = await as_(client, app, admin).get("v1/users?limit=200")
    assert [user["id"] for user in listed.json["items"]] == [admin.id]


@pytest.mark.parametrize("user_id", ["x", "!" * 26, "01J00000000000000000000000"])
async def test_an_id_nobody_has_is_not_found(client: ApiClient, app: App, user_id: str) -> None:
    assert (await as_(client, app, await an_admin(app)).get(f"v1/users/{user_id}")).status == 404


async def test_the_organisation_itself_is_no_user(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    assert (await as_(client, app, admin).get(f"v1/users/{admin.organisation_id}")).status == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "nobody"}, "email"),
        ({"email": "a" * 250 + "@demo.example"}, "email"),
        ({"name": ""}, "name"),
        ({"name": "   "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Nora\u202eweN"}, "name"),
        ({"role": "owner"}, "role"),
        ({"siteIds": ["x"]}, "siteIds[0]"),
        ({"siteIds": [new_id()] * 101}, "siteIds"),
        ({"siteIds": "all"}, "siteIds"),
        ({"password": PASSWORD}, "password"),
        ({"organisationId": new_id()}, "organisationId"),
        ({"status": "active"}, "status"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(
    client: ApiClient, app: App, change: dict[str, Any], field: str
) -> None:
    admin = as_(client, app, await an_admin(app))
    with counted_requests() as made:
        answer = await admin.post("v1/users", a_user(**change))
    assert (answer.status, answer.fields, made) == (422, {field}, [])


@pytest.mark.parametrize("missing", ["email", "name", "role", "siteIds"])
async def test_nothing_is_assumed(client: ApiClient, app: App, missing: str) -> None:
    body = a_user()
    del body[missing]
    answer = await as_(client, app, await an_admin(app)).post("v1/users", body)
    assert (answer.status, answer.fields) == (422, {missing})


async def test_an_address_belongs_to_one_person_in_the_whole_deployment(client: ApiClient, app: App) -> None:
    first, second = await an_admin(app), await an_admin(app)
    for admin, email in ((first, first.email), (second, first.email), (second, first.email.upper())):
        answer = await as_(client, app, admin).post("v1/users", a_user(email=email))
        assert (answer.status, answer.code) == (409, "email_taken")


async def test_a_scope_names_sites_of_the_organisation(client: ApiClient, app: App) -> None:
    admin, stranger = await an_admin(app), await an_admin(app)
    mine, theirs = await a_site(app, admin), await a_site(app, stranger)
    caller = as_(client, app, admin)
    for unknown in (theirs.id, new_id(), admin.id):
        body = a_user(siteIds=[mine.id, unknown])
        answer = await caller.post("v1/users", body)
        assert (answer.status, answer.fields) == (422, {"siteIds"})
        assert unknown in answer.json["errors"][0]["message"]
        assert mine.id not in answer.json["errors"][0]["message"]
        assert await app.identity.service.credentials.find(body["email"]) is None
    invited = await caller.post("v1/users", a_user(siteIds=[mine.id]))
    headers, path = {"If-Match": invited.headers["ETag"]}, f"v1/users/{invited.json['id']}"
    refused = await caller.patch(path, {"siteIds": [theirs.id]}, headers=headers)
    assert (refused.status, refused.fields) == (422, {"siteIds"})
    assert (await caller.get(path)).json["siteIds"] == [mine.id]
    assert (await caller.patch(path, {"siteIds": []}, headers=headers)).json["siteIds"] == []


async def test_nobody_gives_a_wider_scope_than_their_own(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    mine, other = await a_site(app, admin), await a_site(app, admin)
    limited = await a_colleague(app, admin, Role.ADMIN, site_ids=(mine.id,))
    caller = as_(client, app, limited)
    path = f"v1/users/{limited.id}"
    headers = {"If-Match": (await caller.get(path)).headers["ETag"]}
    for wider in (None, [other.id], [mine.id, other.id]):
        invited = await caller.post("v1/users", a_user(siteIds=wider))
        changed = await caller.patch(path, {"siteIds": wider}, headers=headers)
        assert (invited.status, invited.fields) == (422, {"siteIds"})
        assert (changed.status, changed.fields) == (422, {"siteIds"})
    assert (await caller.post("v1/users", a_user(siteIds=[mine.id]))).status == 201
    assert (await caller.patch(path, {"name": "Mine"}, headers=headers)).status == 200


async def test_an_admin_invites_somebody(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    sites = sorted([(await a_site(app, admin)).id for _ in range(2)])
    body = a_user(name="  Åse Ny ", role="engineer", siteIds=[*reversed(sites), sites[0]])
    answer = await as_(client, app, admin).post("v1/users", body)
    assert answer.status == 201
    assert answer.json == {
        "id": answer.json["id"],
        "email": body["email"],
        "name": "Åse Ny",
        "role": "engineer",
        "siteIds": sites,
        "status": "invited",
        "joinedAt": None,
        "createdAt": answer.json["createdAt"],
        "updatedAt": answer.json["createdAt"],
        "etag": answer.headers["ETag"],
    }
    assert answer.headers["Location"] == f"/api/v1/users/{answer.json['id']}"
    assert (await client.post("v1/auth/sign-in", {"email": body["email"], "password": PASSWORD})).status == 401
    assert (await as_(client, app, admin).get(f"v1/users/{answer.json['id']}")).json == answer.json


async def test_the_addition_is_on_record_without_personal_data(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answer = await as_(client, app, admin).post("v1/users", a_user())
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id", {"@id": answer.json["id"]})
    (activity,) = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert (activity["type"], activity["createdBy"]) == ("user.invited", admin.id)
    assert activity["data"] == {"role": "operator"}


async def test_repeating_with_a_key_answers_the_same(client: ApiClient, app: App) -> None:
    admin, body = as_(client, app, await an_admin(app)), a_user()
    first, second = [await admin.post("v1/users", body, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert first.status == second.status == 201
    assert first.json == second.json
    listed = await admin.get("v1/users")
    assert len(listed.json["items"]) == 2


async def test_reading_one_is_one_request_and_none_when_it_has_not_changed(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    await caller.get(f"v1/users/{admin.id}")
    with counted_requests() as made:
        answer = await caller.get(f"v1/users/{admin.id}")
    assert made == ["GET directory"]
    again = await caller.get(f"v1/users/{admin.id}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status, again.content) == (304, b"")


async def test_addresses_that_look_alike_are_one(client: ApiClient, app: App) -> None:
    admin = as_(client, app, await an_admin(app))
    email = an_email("nora")
    name, _, domain = email.partition("@")
    full_width = "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in name)
    assert (await admin.post("v1/users", a_user(email=f"  {email.upper()} "))).json["email"] == email
    for same in (f"{full_width}@{domain}", f"{name.title()}@{domain.upper()}", f"{name}\uff20{domain}"):
        answer = await admin.post("v1/users", a_user(email=same))
        assert (answer.status, answer.code) == (409, "email_taken"), same
    for imitation in (
        name.replace("o", "\u043e"),
        name.replace("a", "\u0430"),
        name.replace("n", "\u0148"),
        f"{name}\u200b",
    ):
        answer = await admin.post("v1/users", a_user(email=f"{imitation}@{domain}"))
        assert (answer.status, answer.fields) == (422, {"email"}), imitation


async def test_of_many_invitations_of_one_address_at_once_one_wins(client: ApiClient, app: App) -> None:
    admins = [await an_admin(app) for _ in range(2)]
    body = a_user()
    answers = await asyncio.gather(*(as_(client, app, admins[n % 2]).post("v1/users", body) for n in range(6)))
    won = [answer for answer in answers if answer.status == 201]
    assert len(won) == 1
    assert {answer.code for answer in answers if answer.status != 201} == {"email_taken"}
    lists = [(await as_(client, app, admin).get("v1/users")).json["items"] for admin in admins]
    assert [user["email"] for users in lists for user in users].count(body["email"]) == 1


async def test_of_many_invitations_by_one_organisation_at_once_one_wins(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    body = a_user()
    answers = await asyncio.gather(*(as_(client, app, admin).post("v1/users", body) for _ in range(5)))
    assert sorted(answer.status for answer in answers) == [201, 409, 409, 409, 409]
    (won,) = [answer for answer in answers if answer.status == 201]
    credential = await app.identity.service.credentials.find(body["email"])
    assert credential is not None and credential.user_id == won.json["id"]
    letters = await letters_to(app, admin.organisation_id, won.json["id"])
    assert len(letters) == 1
