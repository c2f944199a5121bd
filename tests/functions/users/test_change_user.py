"""PATCH /users/{id}: role, scope, status and name, and what follows for whoever is signed in."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.users.model import UserChange, UserDraft
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh, signed_in_cookie
from tests.letters import activities_of
from tests.people import PASSWORD, Person, a_colleague, a_token, an_admin, an_email, counted_requests


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def change(client: ApiClient, app: App, admin: Person, user_id: str, **values: Any) -> Response:
    """By an admin who has just read it."""
    caller = as_(client, app, admin)
    etag = (await caller.get(f"v1/users/{user_id}")).json["etag"]
    return await caller.patch(f"v1/users/{user_id}", values, headers={"If-Match": etag})


async def test_anonymous(client: ApiClient) -> None:
    answer = await client.patch(f"v1/users/{new_id()}", {"name": "X"}, headers={"If-Match": '"x"'})
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_nobody_but_an_admin_changes_anybody_himself_included(client: ApiClient, app: App, role: Role) -> None:
    person = await a_colleague(app, await an_admin(app), role)
    answer = await as_(client, app, person).patch(
        f"v1/users/{person.id}", {"role": "admin"}, headers={"If-Match": '"x"'}
    )
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisation_is_not_there(client: ApiClient, app: App) -> None:
    stranger, admin = await an_admin(app), await an_admin(app)
    answer = await as_(client, app, admin).patch(
        f"v1/users/{stranger.id}", {"role": "viewer"}, headers={"If-Match": '"x"'}
    )
    assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "a\nb"}, "name"),
        ({"role": "owner"}, "role"),
        ({"status": "invited"}, "status"),
        ({"status": "deleted"}, "status"),
        ({"siteIds": ["x"]}, "siteIds[0]"),
        ({"email": "other@demo.example"}, "email"),
        ({"joinedAt": None}, "joinedAt"),
    ],
)
async def test_bad_input_changes_nothing(client: ApiClient, app: App, body: dict[str, Any], field: str) -> None:
    admin = await an_admin(app)
    with counted_requests() as made:
        answer = await as_(client, app, admin).patch(f"v1/users/{admin.id}", body, headers={"If-Match": '"x"'})
    assert (answer.status, answer.fields, made) == (422, {field}, [])


async def test_without_the_version_that_was_read(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answer = await as_(client, app, admin).patch(f"v1/users/{admin.id}", {"name": "New"})
    assert (answer.status, answer.code) == (428, "if_match_required")


async def test_with_a_version_somebody_has_changed(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    etag = (await caller.get(f"v1/users/{admin.id}")).json["etag"]
    first = await caller.patch(f"v1/users/{admin.id}", {"name": "First"}, headers={"If-Match": etag})
    second = await caller.patch(f"v1/users/{admin.id}", {"name": "Second"}, headers={"If-Match": etag})
    assert (first.status, second.status, second.code) == (200, 412, "stale_version")
    assert (await caller.get(f"v1/users/{admin.id}")).json["name"] == "First"


async def test_of_two_changes_at_once_one_wins(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    etag = (await caller.get(f"v1/users/{admin.id}")).json["etag"]
    answers = await asyncio.gather(
        *(caller.patch(f"v1/users/{admin.id}", {"name": f"N{n}"}, headers={"If-Match": etag}) for n in range(4))
    )
    assert sorted(answer.status for answer in answers) == [200, 412, 412, 412]


async def test_a_change_is_on_record_without_the_name(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    answer = await change(client, app, admin, person.id, role="engineer", name="Nora Secret")
    assert (answer.json["role"], answer.json["name"]) == ("engineer", "Nora Secret")
    recorded = (await activities_of(app, admin.organisation_id, person.id))[-1]
    assert (recorded["type"], recorded["createdBy"]) == ("user.changed", admin.id)
    assert recorded["data"] == {"role": ["viewer", "engineer"], "name": "changed"}


async def test_what_is_absent_or_the_same_changes_nothing(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    token = a_token(app, person)
    before = len(await activities_of(app, admin.organisation_id, person.id))
    for values in ({}, {"role": "viewer"}, {"name": None}, {"status": "active", "siteIds": None}):
        answer = await change(client, app, admin, person.id, **values)
        assert (answer.status, answer.json["role"], answer.json["siteIds"]) == (200, "viewer", None)
    assert len(await activities_of(app, admin.organisation_id, person.id)) == before
    assert (await client.signed_in(token).get("v1/auth/me")).status == 200


async def test_the_last_admin_stays_admin(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    for values in ({"role": "engineer"}, {"status": "deactivated"}):
        answer = await change(client, app, admin, admin.id, **values)
        assert (answer.status, answer.code) == (409, "last_admin")
    await a_colleague(app, admin, Role.ENGINEER)
    assert (await change(client, app, admin, admin.id, role="viewer")).code == "last_admin"


async def test_an_admin_who_is_only_invited_does_not_count(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await app.users.service.invite(admin.actor, UserDraft(an_email(), "Nora New", Role.ADMIN, None))
    assert (await change(client, app, admin, admin.id, role="viewer")).code == "last_admin"


async def test_an_admin_may_step_down_when_there_is_another(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    second = await a_colleague(app, admin, Role.ADMIN)
    assert (await change(client, app, admin, admin.id, role="viewer")).status == 200
    clock.advance(seconds=1)
    assert (await change(client, app, second, second.id, role="viewer")).code == "last_admin"
    assert (await change(client, app, second, admin.id, role="admin")).status == 200
    clock.advance(seconds=1)
    assert (await change(client, app, second, second.id, role="viewer")).status == 200


async def test_of_two_admins_who_demote_each_other_one_wins(client: ApiClient, app: App) -> None:
    first = await an_admin(app)
    second = await a_colleague(app, first, Role.ADMIN)
    etags = [(await app.users.service.users.get(first.organisation_id, person.id)).etag for person in (first, second)]

    async def demote(admin: Person, other: Person, etag: str) -> Response:
        caller = as_(client, app, admin)
        return await caller.patch(f"v1/users/{other.id}", {"role": "viewer"}, headers={"If-Match": etag})

    answers = await asyncio.gather(demote(first, second, etags[1]), demote(second, first, etags[0]))
    assert [answer.status for answer in answers].count(200) == 1
    roles = [(await app.users.service.users.get(first.organisation_id, person.id)).role for person in (first, second)]
    assert sorted(roles) == [Role.ADMIN, Role.VIEWER]


async def test_three_admins_who_all_leave_at_once_leave_one(client: ApiClient, app: App) -> None:
    first = await an_admin(app)
    people = [first, *[await a_colleague(app, first, Role.ADMIN) for _ in range(2)]]
    await asyncio.gather(*(change(client, app, person, person.id, status="deactivated") for person in people))
    active = [
        user
        for person in people
        if (user := await app.users.service.users.get(first.organisation_id, person.id)).is_active_admin
    ]
    assert active


async def test_a_deactivated_person_is_out_at_once(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.ENGINEER)
    cookie = await signed_in_cookie(client, person)
    token = a_token(app, person)
    answer = await change(client, app, admin, person.id, status="deactivated")
    assert (answer.status, answer.json["status"]) == (200, "deactivated")
    refused = await client.signed_in(token).get("v1/auth/me")
    assert (refused.status, refused.code) == (401, "token_invalid")
    assert (await refresh(client, cookie)).code == "session_expired"
    assert (await refresh(client, cookie)).code == "session_expired"
    signing_in = await client.post("v1/auth/sign-in", {"email": person.email, "password": PASSWORD})
    assert (signing_in.status, signing_in.code) == (401, "invalid_credentials")
    back = await change(client, app, admin, person.id, status="active")
    assert (back.status, back.json["status"]) == (200, "active")
    clock.advance(seconds=1)
    assert cookie_of(await client.post("v1/auth/sign-in", {"email": person.email, "password": PASSWORD}))


async def test_another_scope_holds_from_the_next_request(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.ENGINEER)
    cookie = await signed_in_cookie(client, person)
    token = a_token(app, person)
    assert (await change(client, app, admin, person.id, role="viewer", siteIds=[])).status == 200
    assert (await client.signed_in(token).get("v1/users")).code == "token_invalid"
    clock.advance(seconds=1)
    renewed = await refresh(client, cookie)
    assert (renewed.json["user"]["role"], renewed.json["user"]["siteIds"]) == ("viewer", [])
    assert (await client.signed_in(renewed.json["accessToken"]).get("v1/users")).code == "forbidden"


async def test_another_name_signs_nobody_out(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.ENGINEER)
    token = a_token(app, person)
    clock.advance(seconds=1)
    await change(client, app, admin, person.id, name="Carla")
    await app.users.service.follow(await activities_of(app, admin.organisation_id, person.id))
    assert (await client.signed_in(token).get("v1/auth/me")).json["name"] == "Carla"


async def test_tokens_end_even_if_the_request_died_before_seeing_to_it(
    client: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.ENGINEER)
    token = a_token(app, person)
    clock.advance(seconds=1)
    user = await app.users.service.users.get(admin.organisation_id, person.id)

    async def nothing(*subjects: str) -> None:
        return None

    dying = replace(app.users.service, revoke=nothing)
    await dying.change(admin.actor, person.id, UserChange({"role": Role.VIEWER}), user.etag)
    assert (await client.signed_in(token).get("v1/auth/me")).status == 200
    await app.users.service.follow(await activities_of(app, admin.organisation_id, person.id))
    assert (await client.signed_in(token).get("v1/auth/me")).code == "token_invalid"


async def test_taking_back_somebody_who_never_joined_opens_the_invitation_again(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user = await app.users.service.invite(admin.actor, UserDraft(an_email(), "Nora New", Role.OPERATOR, None))
    assert (await change(client, app, admin, user.id, status="deactivated")).json["status"] == "deactivated"
    assert (await as_(client, app, admin).post(f"v1/users/{user.id}/invitation")).code == "not_invited"
    back = await change(client, app, admin, user.id, status="active")
    assert (back.json["status"], back.json["joinedAt"]) == ("invited", None)
    assert (await as_(client, app, admin).post(f"v1/users/{user.id}/invitation")).status == 202
