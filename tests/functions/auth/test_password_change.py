"""POST /auth/password."""

import asyncio

import pytest

from shared.app import App
from shared.errors import Unavailable
from shared.identity import passwords, throttle
from shared.identity.credentials import Credentials
from shared.identity.passwords import HASH_OF_NOBODY
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh
from tests.functions.auth.factors import happened, sign_in
from tests.people import PASSWORD, Person, a_token, an_admin

NEW = "nineteen otters at noon"
PATH = "v1/auth/password"


async def change(client: ApiClient, current: str = PASSWORD, new: str = NEW) -> Response:
    return await client.post(PATH, {"currentPassword": current, "password": new})


async def own(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in((await sign_in(client, person)).json["accessToken"])


async def test_anonymous(client: ApiClient) -> None:
    assert (await change(client)).status == 401


@pytest.mark.parametrize(
    ("current", "new", "field", "code"),
    [
        ("", NEW, "currentPassword", "string_too_short"),
        ("x" * 129, NEW, "currentPassword", "string_too_long"),
        (PASSWORD, "eleven char", "password", "string_too_short"),
        (PASSWORD, "x" * 129, "password", "string_too_long"),
        (PASSWORD, "aaaaaaaaaaaaaaaa", "password", "password_repetitive"),
        (PASSWORD, "Password123456!", "password", "password_too_common"),
        (PASSWORD, "ada admin was here today", "password", "password_personal"),
        (PASSWORD, PASSWORD, "password", "password_unchanged"),
        (PASSWORD, "e\u0301" * 6, "password", "password_too_short"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, current: str, new: str, field: str, code: str) -> None:
    admin = await an_admin(app)
    answer = await change(await own(client, app, admin), current, new)
    assert answer.status == 422
    assert [(found["field"], found["code"]) for found in answer.json["errors"]] == [(field, code)]
    assert (await sign_in(client, admin)).status == 200


async def test_the_organisation_may_ask_for_more(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    directory = app.database.container("directory")
    item = await directory.get(admin.organisation_id, admin.organisation_id)
    policies = {**item["policies"], "signIn": {"passwordMinLength": len(NEW) + 1}}
    await directory.replace({**item, "policies": policies}, item["_etag"])
    answer = await change(await own(client, app, admin))
    (error,) = answer.json["errors"]
    assert (error["code"], error["message"]) == ("password_too_short", f"must have at least {len(NEW) + 1} characters")


async def test_the_current_password_has_to_be_right(client: ApiClient, app: App) -> None:
    answer = await change(await own(client, app, await an_admin(app)), "not the right password")
    assert (answer.status, answer.code, answer.fields) == (422, "proof_wrong", {"currentPassword"})


async def test_guessing_it_with_a_stolen_token_is_stopped(client: ApiClient, app: App) -> None:
    signed_in = client.signed_in(a_token(app, await an_admin(app)))
    answers = [await change(signed_in, "not the right password") for _ in range(throttle.PER_ACCOUNT_AND_PLACE + 1)]
    assert [answer.status for answer in answers] == [422] * throttle.PER_ACCOUNT_AND_PLACE + [429]


async def test_who_signs_in_elsewhere_has_none_to_change(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    container, name = app.database.container("identities"), f"email:{admin.email}"
    item = await container.get(name, name)
    await container.upsert({**item, "passwordHash": None})
    answer = await change(client.signed_in(a_token(app, admin)))
    assert (answer.status, answer.code) == (409, "no_password")


async def test_the_new_one_opens_and_the_old_one_does_not(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    assert (await change(await own(client, app, admin))).status == 204
    assert (await sign_in(client, admin, NEW)).status == 200
    assert (await sign_in(client, admin)).status == 401
    (changed,) = await happened(app, admin, "user.password_changed")
    assert changed["data"] == {}


async def test_a_password_typed_on_another_keyboard_is_the_same(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    assert (await change(await own(client, app, admin), PASSWORD, "smo\u0308rga\u030asbord om natten")).status == 204
    assert (await sign_in(client, admin, "smörgåsbord om natten")).status == 200


async def test_this_session_goes_on_and_every_other_one_ends(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    here, *others = [await sign_in(client, admin) for _ in range(3)]
    clock.advance(seconds=1)
    assert (await change(client.signed_in(here.json["accessToken"]))).status == 204
    assert (await client.signed_in(here.json["accessToken"]).get("v1/auth/me")).status == 200
    assert (await refresh(client, cookie_of(here))).status == 200
    for other in others:
        assert (await client.signed_in(other.json["accessToken"]).get("v1/auth/me")).status == 401
        assert (await refresh(client, cookie_of(other))).status == 401


async def test_both_passwords_are_computed_off_the_loop_and_once(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = await an_admin(app)
    signed_in = await own(client, app, admin)
    verified: list[str] = []
    real = passwords._verify
    monkeypatch.setattr(passwords, "_verify", lambda hashed, given: verified.append(hashed) or real(hashed, given))
    assert (await change(signed_in)).status == 204
    assert len(verified) == 1 and verified != [HASH_OF_NOBODY]


async def test_of_two_changes_at_the_same_moment_one_wins(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    signed_in, others = await own(client, app, admin), ("eleven herons after tea", "seven lamps before dawn")
    answers = await asyncio.gather(*(change(signed_in, PASSWORD, new) for new in others))
    assert sorted(answer.status for answer in answers) in ([204, 412], [204, 422])
    opened = [(await sign_in(client, admin, new)).status for new in others]
    assert opened == [200 if answer.status == 204 else 401 for answer in answers]


async def test_sessions_have_ended_even_if_storing_the_new_one_fails(
    client: ApiClient, app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A crash half way leaves a person signed out, never a stranger signed in."""
    admin = await an_admin(app)
    here, other = [await sign_in(client, admin) for _ in range(2)]
    clock.advance(seconds=1)

    async def unavailable(*_: object) -> None:
        raise Unavailable(retry_after=1)

    with monkeypatch.context() as broken:
        broken.setattr(Credentials, "set_password", unavailable)
        assert (await change(client.signed_in(here.json["accessToken"]))).status == 503
    assert (await refresh(client, cookie_of(other))).status == 401
    assert (await sign_in(client, admin)).status == 200
