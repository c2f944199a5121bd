"""POST /auth/invitations/read and /accept: from the link in the letter to the first session."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.identity.links import LIFE, Purpose
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.users.model import User, UserDraft
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh
from tests.letters import activities_of, letters_to, link_to, token_in
from tests.people import PASSWORD, Person, a_token, an_admin, an_email


async def somebody_invited(app: App, admin: Person, role: Role = Role.OPERATOR) -> User:
    return await app.users.service.invite(admin.actor, UserDraft(an_email("new"), "Nora New", role, None))


async def an_invitation(app: App, admin: Person, role: Role = Role.OPERATOR) -> tuple[User, str]:
    user = await somebody_invited(app, admin, role)
    return user, await link_to(app, user.organisation_id, user.id)


async def read(client: ApiClient, token: str) -> Response:
    return await client.post("v1/auth/invitations/read", {"token": token})


async def accept(client: ApiClient, token: str, password: str = PASSWORD, **more: Any) -> Response:
    return await client.post("v1/auth/invitations/accept", {"token": token, "password": password, **more})


async def signs_in(client: ApiClient, email: str, password: str = PASSWORD) -> bool:
    return (await client.post("v1/auth/sign-in", {"email": email, "password": password})).status == 200


async def status_of(client: ApiClient, app: App, admin: Person, user: User) -> str:
    return str((await client.signed_in(a_token(app, admin)).get(f"v1/users/{user.id}")).json["status"])


@pytest.mark.parametrize("path", ["read", "accept"])
@pytest.mark.parametrize("token", ["x", "a.b.c", f"{new_id()}.{new_id()}.guess", "é", "x" * 200])
async def test_a_link_nobody_sent(client: ApiClient, path: str, token: str) -> None:
    body = {"token": token} if path == "read" else {"token": token, "password": PASSWORD}
    answer = await client.post(f"v1/auth/invitations/{path}", body)
    assert (answer.status, answer.code) == (404, "link_invalid")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"token": ""}, "token"),
        ({"token": "x" * 201}, "token"),
        ({"password": "short"}, "password"),
        ({"password": "x" * 129}, "password"),
        ({"name": ""}, "name"),
        ({"name": "Nora\nNew"}, "name"),
        ({"role": "admin"}, "role"),
    ],
)
async def test_bad_input_leaves_the_link_as_it_was(
    client: ApiClient, app: App, change: dict[str, Any], field: str
) -> None:
    user, token = await an_invitation(app, await an_admin(app))
    answer = await client.post("v1/auth/invitations/accept", {"token": token, "password": PASSWORD, **change})
    assert (answer.status, answer.fields) == (422, {field})
    assert (await accept(client, token)).status == 200
    assert await signs_in(client, user.email)


async def test_before_a_password_is_chosen_the_page_shows_whom_it_is_for(client: ApiClient, app: App) -> None:
    user, token = await an_invitation(app, await an_admin(app, "Nordic Wells"))
    for _ in range(2):
        answer = await read(client, token)
        assert answer.status == 200
        assert answer.json == {"email": user.email, "name": "Nora New", "organisationName": "Nordic Wells"}
        assert answer.headers["Cache-Control"] == "no-store"


async def test_accepting_signs_in(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user, token = await an_invitation(app, admin)
    answer = await accept(client, token, name="Nora Newman")
    assert answer.status == 200
    assert (answer.json["user"]["id"], answer.json["user"]["name"]) == (user.id, "Nora Newman")
    assert (await client.signed_in(answer.json["accessToken"]).get("v1/auth/me")).json == answer.json["user"]
    assert (await refresh(client, cookie_of(answer))).status == 200
    assert await signs_in(client, user.email)
    shown = await client.signed_in(a_token(app, admin)).get(f"v1/users/{user.id}")
    assert shown.json["status"] == "active" and shown.json["joinedAt"] is not None
    happened = await activities_of(app, user.organisation_id, user.id)
    assert [item["type"] for item in happened] == ["user.invited", "user.joined", "user.signed_in", "user.signed_in"]
    assert "Newman" not in str(happened) and user.email not in str(happened)


async def test_it_works_once(client: ApiClient, app: App) -> None:
    user, token = await an_invitation(app, await an_admin(app))
    assert (await accept(client, token)).status == 200
    again = await accept(client, token, "another long password")
    assert (again.status, again.code) == (404, "link_invalid")
    assert (await read(client, token)).code == "link_invalid"
    assert not await signs_in(client, user.email, "another long password")


async def test_of_two_at_once_one_wins(client: ApiClient, app: App) -> None:
    user, token = await an_invitation(app, await an_admin(app))
    passwords = [f"password number {number}" for number in range(4)]
    answers = await asyncio.gather(*(accept(client, token, password) for password in passwords))
    won = [password for password, answer in zip(passwords, answers, strict=True) if answer.status == 200]
    assert len(won) == 1
    assert {answer.code for answer in answers if answer.status != 200} <= {"request_in_progress", "link_invalid"}
    assert [await signs_in(client, user.email, password) for password in passwords].count(True) == 1
    assert await signs_in(client, user.email, won[0])


async def test_admins_who_join_at_the_same_moment_all_join(client: ApiClient, app: App) -> None:
    """They all change the list of admins."""
    admin = await an_admin(app)
    tokens = [(await an_invitation(app, admin, Role.ADMIN))[1] for _ in range(4)]
    answers = await asyncio.gather(*(accept(client, token) for token in tokens))
    assert [answer.status for answer in answers] == [200] * 4


async def test_after_seven_days_it_is_over(client: ApiClient, app: App, clock: Clock) -> None:
    _, token = await an_invitation(app, await an_admin(app))
    clock.advance(seconds=LIFE[Purpose.INVITATION].total_seconds())
    for answer in (await read(client, token), await accept(client, token)):
        assert (answer.status, answer.code) == (404, "link_invalid")


async def test_a_link_for_another_purpose(client: ApiClient, app: App) -> None:
    user = await somebody_invited(app, await an_admin(app))
    reset = await app.users.correspondence.links.ensure(
        new_id(), Purpose.PASSWORD_RESET, user.organisation_id, user.id, user.email
    )
    for answer in (await read(client, reset), await accept(client, reset)):
        assert (answer.status, answer.code) == (404, "link_invalid")


async def test_somebody_deactivated_meanwhile_cannot_join_until_taken_back(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user, token = await an_invitation(app, admin)
    caller = client.signed_in(a_token(app, admin))
    etag = user.etag
    for status, expected in (("deactivated", 404), ("active", 200)):
        changed = await caller.patch(f"v1/users/{user.id}", {"status": status}, headers={"If-Match": etag})
        assert changed.status == 200
        etag = changed.json["etag"]
        assert (await accept(client, token)).status == expected
    assert await status_of(client, app, admin, user) == "active"


async def test_somebody_deleted_cannot_join(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user, token = await an_invitation(app, admin)
    await app.users.service.erase(admin.actor, user.id)
    for answer in (await read(client, token), await accept(client, token)):
        assert (answer.status, answer.code) == (404, "link_invalid")


async def test_the_link_ends_with_the_address_it_was_sent_to(client: ApiClient, app: App, clock: Clock) -> None:
    user, token = await an_invitation(app, await an_admin(app))
    await app.users.service.users.replace(user.changed(clock(), email=an_email("moved")))
    for answer in (await read(client, token), await accept(client, token)):
        assert (answer.status, answer.code) == (404, "link_invalid")


async def test_a_name_that_was_given_to_somebody_else_is_not_taken_over(client: ApiClient, app: App) -> None:
    user, token = await an_invitation(app, await an_admin(app))
    credential = await app.identity.service.credentials.find(user.email)
    assert credential is not None
    await app.identity.service.credentials.release(credential)
    await app.users.service.invite((await an_admin(app)).actor, UserDraft(user.email, "Other", Role.VIEWER, None))
    assert (await accept(client, token)).code == "link_invalid"


async def test_invited_again_every_letter_works_until_one_is_used(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user, first = await an_invitation(app, admin)
    caller = client.signed_in(a_token(app, admin))
    answer = await caller.post(f"v1/users/{user.id}/invitation")
    assert (answer.status, answer.json["status"]) == (202, "invited")
    letters = await letters_to(app, user.organisation_id, user.id)
    tokens = [token_in(letter.text) for letter in letters]
    assert len(set(tokens)) == 2 and tokens[0] == first
    assert len({letter.message_id for letter in letters}) == 2
    assert [(await read(client, token)).status for token in tokens] == [200, 200]
    assert (await accept(client, tokens[0])).status == 200
    assert (await accept(client, tokens[1])).code == "link_invalid"
    again = await caller.post(f"v1/users/{user.id}/invitation")
    assert (again.status, again.code) == (409, "not_invited")


async def test_who_may_invite_again(client: ApiClient, app: App) -> None:
    user = await somebody_invited(app, await an_admin(app))
    path = f"v1/users/{user.id}/invitation"
    assert (await client.post(path)).status == 401
    stranger = client.signed_in(a_token(app, await an_admin(app)))
    assert (await stranger.post(path)).code == "not_found"
    engineer = Person(new_id(), user.organisation_id, "", Role.ENGINEER)
    assert (await client.signed_in(a_token(app, engineer)).post(path)).code == "forbidden"
