"""GET and PATCH /organisations/{id}: one's own, and nobody else's."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.identity.links import Purpose
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from shared.users.model import UserDraft
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh, signed_in_cookie
from tests.people import Person, a_colleague, a_token, an_admin, an_email, counted_requests


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def change(client: ApiClient, app: App, admin: Person, **changes: Any) -> Response:
    caller, path = as_(client, app, admin), f"v1/organisations/{admin.organisation_id}"
    etag = (await caller.get(path)).headers["ETag"]
    return await caller.patch(path, changes, headers={"If-Match": etag})


def sign_in_policy(**changes: Any) -> dict[str, Any]:
    return {"signIn": changes}


@pytest.mark.parametrize("method", ["GET", "PATCH"])
async def test_anonymous(client: ApiClient, method: str) -> None:
    answer = await client.request(method, f"v1/organisations/{new_id()}")
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_decide_and_everybody_may_read(client: ApiClient, app: App, role: Role) -> None:
    person = await a_colleague(app, await an_admin(app), role)
    caller, path = as_(client, app, person), f"v1/organisations/{person.organisation_id}"
    read = await caller.get(path)
    assert read.status == 200
    answer = await caller.patch(path, {"name": "Mine"}, headers={"If-Match": read.headers["ETag"]})
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_another_organisation_is_not_there_and_nothing_is_asked(client: ApiClient, app: App) -> None:
    stranger, admin = await an_admin(app), await an_admin(app)
    caller, path = as_(client, app, admin), f"v1/organisations/{stranger.organisation_id}"
    with counted_requests() as made:
        read = await caller.get(path)
        changed = await caller.patch(path, {"name": "Mine"}, headers={"If-Match": '"x"'})
    assert (read.status, read.code, changed.status, made) == (404, "not_found", 404, [])


async def test_there_is_no_list_of_organisations(client: ApiClient, app: App) -> None:
    assert (await as_(client, app, await an_admin(app)).get("v1/organisations")).status == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"timeZone": "Mars/Olympus"}, "timeZone"),
        ({"createdAt": "2026-01-01T00:00:00Z"}, "createdAt"),
        ({"policies": {"retention": {}}}, "policies.retention"),
        ({"policies": sign_in_policy(secondFactorRoles=["owner"])}, "policies.signIn.secondFactorRoles[0]"),
        ({"policies": sign_in_policy(passwordMinLength=11)}, "policies.signIn.passwordMinLength"),
        ({"policies": sign_in_policy(passwordMinLength=65)}, "policies.signIn.passwordMinLength"),
        ({"policies": sign_in_policy(sessionHours=0)}, "policies.signIn.sessionHours"),
        ({"policies": sign_in_policy(sessionHours=169)}, "policies.signIn.sessionHours"),
        ({"policies": sign_in_policy(sessionHours=1.5)}, "policies.signIn.sessionHours"),
        ({"policies": sign_in_policy(idleHours=0)}, "policies.signIn.idleHours"),
        ({"policies": sign_in_policy(rolesFromEntra="yes")}, "policies.signIn.rolesFromEntra"),
        ({"policies": {"sharing": {"maxDays": 0}}}, "policies.sharing.maxDays"),
        ({"policies": {"sharing": {"maxUses": 0}}}, "policies.sharing.maxUses"),
        ({"policies": {"sharing": {"maxUses": True}}}, "policies.sharing.maxUses"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(
    client: ApiClient, app: App, changes: dict[str, Any], field: str
) -> None:
    admin = await an_admin(app)
    answer = await change(client, app, admin, **changes)
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller, path = as_(client, app, admin), f"v1/organisations/{admin.organisation_id}"
    assert (await caller.patch(path, {"name": "Blind"})).status == 428
    etag = (await caller.get(path)).headers["ETag"]
    first, second = await asyncio.gather(
        *(caller.patch(path, {"name": name}, headers={"If-Match": etag}) for name in ("One", "Two"))
    )
    assert sorted((first.status, second.status)) == [200, 412]
    winner = first if first.status == 200 else second
    assert (await caller.get(path)).json == winner.json


async def test_what_is_absent_stays_as_it_is(client: ApiClient, app: App) -> None:
    admin = await an_admin(app, "Alpha Energy")
    first = await change(
        client, app, admin, policies={"signIn": {"sessionHours": 12}, "sharing": {"maxUses": 5, "maxDays": 7}}
    )
    assert first.status == 200
    second = await change(
        client,
        app,
        admin,
        name=" Beta Energy ",
        timeZone="America/Chicago",
        policies=sign_in_policy(secondFactorRoles=["viewer", "admin", "viewer"], rolesFromEntra=True),
    )
    assert second.json["name"] == "Beta Energy"
    assert second.json["timeZone"] == "America/Chicago"
    assert second.json["policies"] == {
        "signIn": {
            "secondFactorRoles": ["admin", "viewer"],
            "passwordMinLength": 12,
            "sessionHours": 12,
            "idleHours": 168,
            "rolesFromEntra": True,
        },
        "sharing": {"maxDays": 7, "passwordRequired": False, "maxUses": 5},
    }
    third = await change(client, app, admin, policies={"sharing": {"maxUses": None}})
    assert third.json["policies"]["sharing"] == {"maxDays": 7, "passwordRequired": False, "maxUses": None}
    assert third.json["policies"]["signIn"] == second.json["policies"]["signIn"]


async def test_a_change_that_changes_nothing_is_no_change(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    before = await as_(client, app, admin).get(f"v1/organisations/{admin.organisation_id}")
    for nothing in ({}, {"policies": sign_in_policy(idleHours=168)}):
        assert (await change(client, app, admin, **nothing)).json == before.json


async def test_the_change_is_on_record_with_before_and_after(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await change(client, app, admin, timeZone="UTC", policies=sign_in_policy(idleHours=2))
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' AND c.type = 'organisation.changed'")
    (activity,) = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert (activity["subjectId"], activity["createdBy"]) == (admin.organisation_id, admin.id)
    assert activity["data"] == {"timeZone": ["Europe/Oslo", "UTC"], "policies.signIn.idleHours": [168, 2]}


async def test_reading_is_one_request_and_none_when_it_has_not_changed(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller, path = as_(client, app, admin), f"v1/organisations/{admin.organisation_id}"
    with counted_requests() as made:
        answer = await caller.get(path)
    assert made == ["GET directory"]
    again = await caller.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status, again.content) == (304, b"")


async def test_a_sign_in_lasts_as_long_as_the_organisation_says(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    await change(client, app, admin, policies=sign_in_policy(sessionHours=8))
    cookie = await signed_in_cookie(client, admin)
    (session,) = await app.identity.service.sessions.list_of(admin.id)
    assert (session.expires_at - clock.now).total_seconds() == session.ttl == 8 * 3600
    clock.advance(hours=8)
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_a_shorter_session_ends_those_that_began_before(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    cookie = await signed_in_cookie(client, admin)
    clock.advance(hours=9)
    await change(client, app, admin, policies=sign_in_policy(sessionHours=8))
    assert (await refresh(client, cookie)).code == "session_expired"
    assert await app.identity.service.sessions.list_of(admin.id) == []


async def test_a_session_that_nobody_uses_ends(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    await change(client, app, admin, policies=sign_in_policy(idleHours=2))
    cookie = await signed_in_cookie(client, admin)
    for _ in range(3):
        clock.advance(hours=1.9)
        answer = await refresh(client, cookie)
        assert answer.status == 200
        cookie = cookie_of(answer)
    clock.advance(hours=2)
    assert (await refresh(client, cookie)).code == "session_expired"


async def test_a_password_shorter_than_the_organisation_wants_does_not_use_up_the_invitation(
    client: ApiClient, app: App
) -> None:
    admin = await an_admin(app)
    await change(client, app, admin, policies=sign_in_policy(passwordMinLength=20))
    user = await app.users.service.invite(admin.actor, UserDraft(an_email(), "Nora New", Role.VIEWER, None))
    links = app.users.invitations.links
    token = await links.ensure(new_id(), Purpose.INVITATION, user.organisation_id, user.id, user.email)
    short = await client.post("v1/auth/invitations/accept", {"token": token, "password": "nineteen otters"})
    assert (short.status, short.fields) == (422, {"password"})
    long = await client.post("v1/auth/invitations/accept", {"token": token, "password": "nineteen otters at noon"})
    assert long.status == 200
