"""DELETE /users/{id}: the person is forgotten everywhere, what they did stays."""

from typing import Any

import pytest

from local.cosmos.engine import Engine
from local.provision import definition
from shared.app import App
from shared.errors import PetroConnectError
from shared.identity.links import Purpose
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.users.model import UserDraft
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.functions.auth.cookies import refresh, signed_in_cookie
from tests.letters import activities_of, letters_to
from tests.people import PASSWORD, Person, a_colleague, a_token, an_admin

NAME = "Ottoline Unmistakable"


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def everything(app: App) -> dict[str, list[dict[str, Any]]]:
    """All items of all containers."""
    found = {}
    for container in definition()["containers"]:
        rows = app.database.proxy(container["id"]).query_items("SELECT * FROM c")
        found[container["id"]] = [row async for row in rows]
    return found


async def follow(app: App, person: Person) -> None:
    """What the change feed does after something happened to somebody."""
    item = (await app.users.service.users.get(person.organisation_id, person.id)).to_item()
    await app.users.erasure.follow([item])


async def test_anonymous(client: ApiClient) -> None:
    assert (await client.delete(f"v1/users/{new_id()}")).code == "unauthenticated"


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_delete(client: ApiClient, app: App, role: Role) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, role)
    for user_id in (admin.id, person.id):
        assert (await as_(client, app, person).delete(f"v1/users/{user_id}")).code == "forbidden"


async def test_another_organisation_is_not_there(client: ApiClient, app: App) -> None:
    stranger, admin = await an_admin(app), await an_admin(app)
    assert (await as_(client, app, admin).delete(f"v1/users/{stranger.id}")).code == "not_found"
    assert (await as_(client, app, admin).delete(f"v1/users/{admin.organisation_id}")).code == "not_found"


async def test_the_last_admin_stays(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answer = await as_(client, app, admin).delete(f"v1/users/{admin.id}")
    assert (answer.status, answer.code) == (409, "last_admin")


async def test_the_person_is_out_at_once_and_gone_from_the_list(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.ENGINEER, name=NAME)
    cookie, token = await signed_in_cookie(client, person), a_token(app, person)
    caller = as_(client, app, admin)
    assert (await caller.delete(f"v1/users/{person.id}")).status == 204
    assert (await client.signed_in(token).get("v1/auth/me")).code == "token_invalid"
    assert (await refresh(client, cookie)).code == "session_expired"
    signing_in = await client.post("v1/auth/sign-in", {"email": person.email, "password": PASSWORD})
    assert signing_in.code == "invalid_credentials"
    shown = (await caller.get(f"v1/users/{person.id}")).json
    assert (shown["status"], shown["name"], shown["email"], shown["siteIds"]) == ("deleted", "Deleted user", "", [])
    assert [user["id"] for user in (await caller.get("v1/users")).json["items"]] == [admin.id]
    deleted = await caller.get("v1/users?status=deleted")
    assert [user["id"] for user in deleted.json["items"]] == [person.id]


async def test_nothing_about_the_person_is_left_anywhere(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.ENGINEER, name=NAME)
    await signed_in_cookie(client, person)
    await client.post("v1/auth/sign-in", {"email": person.email, "password": "wrong password"})
    await app.users.correspondence.links.ensure(
        new_id(), Purpose.PASSWORD_RESET, person.organisation_id, person.id, person.email
    )
    await app.users.service.invite_again(admin.actor, (await app.users.service.invite(
        admin.actor, UserDraft(f"x.{person.email}", "Somebody Else", Role.VIEWER, None)
    )).id)  # fmt: skip
    before = await activities_of(app, admin.organisation_id, person.id)
    assert (await as_(client, app, admin).delete(f"v1/users/{person.id}")).status == 204
    await follow(app, person)
    left = await everything(app)
    for container, items in left.items():
        for item in items:
            assert NAME not in str(item), container
            assert f"'{person.email}'" not in str(item) and f"email:{person.email}'" not in str(item), container
    assert [item for item in left["sessions"] if item["userId"] == person.id] == []
    after = await activities_of(app, admin.organisation_id, person.id)
    assert after[:-1] == before
    assert (after[-1]["type"], after[-1]["createdBy"]) == ("user.deleted", admin.id)


async def test_the_address_is_free_again(client: ApiClient, app: App) -> None:
    admin, other = await an_admin(app), await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    body = {"email": person.email, "name": "Nora New", "role": "viewer", "siteIds": None}
    assert (await as_(client, app, other).post("v1/users", body)).code == "email_taken"
    await as_(client, app, admin).delete(f"v1/users/{person.id}")
    await follow(app, person)
    again = await as_(client, app, other).post("v1/users", body)
    assert again.status == 201 and again.json["id"] != person.id
    await follow(app, person)  # the feed tells it once more
    credential = await app.identity.service.credentials.find(person.email)
    assert credential is not None and credential.user_id == again.json["id"]


async def test_deleting_twice_is_fine(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    caller = as_(client, app, admin)
    assert [(await caller.delete(f"v1/users/{person.id}")).status for _ in range(2)] == [204, 204]
    await follow(app, person)
    assert (await caller.delete(f"v1/users/{person.id}")).status == 204
    happened = [item["type"] for item in await activities_of(app, admin.organisation_id, person.id)]
    assert happened.count("user.deleted") == 1


async def test_who_was_deleted_cannot_be_changed_or_invited(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    caller = as_(client, app, admin)
    await caller.delete(f"v1/users/{person.id}")
    etag = (await caller.get(f"v1/users/{person.id}")).json["etag"]
    answer = await caller.patch(f"v1/users/{person.id}", {"status": "active"}, headers={"If-Match": etag})
    assert (answer.status, answer.code) == (409, "user_deleted")
    assert (await caller.post(f"v1/users/{person.id}/invitation")).code == "not_invited"


async def test_an_admin_may_leave_when_there_is_another(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    second = await a_colleague(app, admin, Role.ADMIN)
    assert (await as_(client, app, admin).delete(f"v1/users/{admin.id}")).status == 204
    clock.advance(seconds=1)
    assert (await as_(client, app, second).delete(f"v1/users/{second.id}")).code == "last_admin"


async def test_an_invitation_under_way_ends(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user = await app.users.service.invite(
        admin.actor, UserDraft(f"{new_id().lower()}@demo.example", NAME, Role.VIEWER, None)
    )
    (letter,) = await letters_to(app, user.organisation_id, user.id)
    await as_(client, app, admin).delete(f"v1/users/{user.id}")
    await follow(app, Person(user.id, user.organisation_id, user.email, Role.VIEWER))
    assert await app.identity.service.credentials.find(user.email) is None
    assert user.name in letter.text
    assert await letters_to(app, user.organisation_id, user.id) == []


@pytest.mark.parametrize(
    "match",
    [
        {"method": "DELETE", "contains": "sessions"},
        {"method": "DELETE", "contains": "identities"},
        {"method": "PUT", "contains": "directory"},
        {"method": "POST", "contains": "directory"},
    ],
    ids=["sessions", "credential", "note", "note in a batch"],
)
async def test_cut_short_the_feed_finishes_it(
    client: ApiClient, app: App, cosmos_engine: Engine, match: dict[str, str]
) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    await signed_in_cookie(client, person)
    await as_(client, app, admin).delete(f"v1/users/{person.id}")
    cosmos_engine.faults.add({"status": 449, "match": match})
    try:
        await follow(app, person)
    except PetroConnectError:
        await follow(app, person)
    cosmos_engine.faults.rules.clear()
    assert await app.identity.service.credentials.find(person.email) is None
    assert await app.identity.service.sessions.list_of(person.id) == []
    assert (await app.users.service.users.get(person.organisation_id, person.id)).erasing is None
