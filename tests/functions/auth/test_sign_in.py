"""POST /auth/sign-in."""

import asyncio
import logging
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.identity import passwords, throttle
from shared.identity.permissions import Role
from shared.users.model import UserStatus
from tests.api_client import ApiClient, Response
from tests.people import PASSWORD, a_colleague, activities, an_admin, an_email, counted_requests, set_status

WRONG = "not the right password"
ELSEWHERE = "198.51.100.7"


async def sign_in(
    client: ApiClient, email: str, password: str = PASSWORD, *, address: str = "192.0.2.1", device: str = "Firefox"
) -> Response:
    headers = {"X-Forwarded-For": f"{address}:51000", "User-Agent": device}
    return await client.post("v1/auth/sign-in", {"email": email, "password": password}, headers=headers)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"email": "admin@dеmo.example"}, "email"),  # Cyrillic е
        ({"password": ""}, "password"),
        ({"password": "x" * 129}, "password"),
        ({"surprise": 1}, "surprise"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, change: dict[str, object], field: str) -> None:
    answer = await client.post("v1/auth/sign-in", {"email": "a@demo.example", "password": PASSWORD, **change})
    assert (answer.status, answer.fields) == (422, {field})
    assert PASSWORD not in answer.content.decode()


async def test_unknown_and_wrong_are_told_apart_by_nobody(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await sign_in(client, admin.email, WRONG)  # the containers are known from here on
    with counted_requests() as for_wrong:
        wrong = await sign_in(client, admin.email, WRONG)
    with counted_requests() as for_unknown:
        unknown = await sign_in(client, an_email(), WRONG)
    assert wrong.status == unknown.status == 401
    assert wrong.code == unknown.code == "invalid_credentials"
    assert wrong.json["detail"] == unknown.json["detail"]
    assert for_wrong == for_unknown == ["GET identities", "POST directory"]


async def test_nobody_costs_as_much_hashing_as_somebody(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str] = []
    real = passwords._verify
    monkeypatch.setattr(passwords, "_verify", lambda hashed, given: verified.append(hashed) or real(hashed, given))
    await sign_in(client, an_email(), WRONG)
    assert verified == [passwords.HASH_OF_NOBODY]
    assert not app.identity.service.passwords.is_outdated(passwords.HASH_OF_NOBODY)


async def test_a_deactivated_user_is_refused_like_a_wrong_password(client: ApiClient, app: App) -> None:
    person = await a_colleague(app, await an_admin(app), Role.OPERATOR)
    await set_status(app, person, UserStatus.DEACTIVATED)
    answer = await sign_in(client, person.email)
    assert (answer.status, answer.code) == (401, "invalid_credentials")
    assert "Set-Cookie" not in answer.headers


async def test_guessing_from_one_place_is_stopped(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    for _ in range(throttle.PER_ACCOUNT_AND_PLACE):
        assert (await sign_in(client, admin.email, WRONG)).status == 401
    with counted_requests() as made:
        refused = await sign_in(client, admin.email)
    assert (refused.status, refused.code) == (429, "too_many_attempts")
    assert 0 < int(refused.headers["Retry-After"]) <= throttle.WINDOW
    assert made == []
    assert (await sign_in(client, admin.email, address=ELSEWHERE)).status == 200


async def test_the_wait_is_as_long_as_it_was_said(client: ApiClient, app: App, clock) -> None:
    admin = await an_admin(app)
    for _ in range(throttle.PER_ACCOUNT_AND_PLACE + 1):
        refused = await sign_in(client, admin.email, WRONG)
    clock.advance(seconds=int(refused.headers["Retry-After"]))
    assert (await sign_in(client, admin.email)).status == 200


async def test_parallel_guesses_are_counted_before_they_are_answered(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answers = await asyncio.gather(
        *(sign_in(client, admin.email, WRONG) for _ in range(throttle.PER_ACCOUNT_AND_PLACE + 5))
    )
    assert sorted(answer.status for answer in answers) == [401] * throttle.PER_ACCOUNT_AND_PLACE + [429] * 5


async def test_signing_in_forgives_earlier_slips(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    for _ in range(3):
        for _ in range(throttle.PER_ACCOUNT_AND_PLACE - 1):
            assert (await sign_in(client, admin.email, WRONG)).status == 401
        assert (await sign_in(client, admin.email)).status == 200


async def test_success_answers_a_session_and_a_cookie(client: ApiClient, app: App) -> None:
    admin = await an_admin(app, "Beta Oil")
    answer = await sign_in(client, admin.email)
    assert answer.status == 200
    assert answer.json["expiresIn"] == 900
    assert answer.json["user"] == {
        "id": admin.id,
        "email": admin.email,
        "name": "Ada Admin",
        "role": "admin",
        "permissions": answer.json["user"]["permissions"],
        "siteIds": None,
        "organisation": {"id": admin.organisation_id, "name": "Beta Oil"},
    }
    assert "users:write" in answer.json["user"]["permissions"]
    cookie = answer.headers["Set-Cookie"]
    morsel = SimpleCookie(cookie)["__Secure-rt"]
    actor = app.identity.tokens.verify(answer.json["accessToken"], app.now()).actor
    assert actor == replace(admin.actor, session_id=morsel.value.split(".")[1])
    assert (morsel["path"], morsel["samesite"], morsel["max-age"]) == ("/api/v1/auth", "Strict", "604800")
    assert morsel["httponly"] and morsel["secure"]
    assert "Domain" not in cookie
    assert answer.headers["Cache-Control"] == "no-store"


async def test_without_tls_the_cookie_has_a_name_a_browser_accepts(app: App, cosmos_engine: Engine) -> None:
    plain = build_app(
        app.settings.model_copy(update={"session_cookie_secure": False}),
        now=app.now,
        cosmos_transport=AsyncEngineTransport(cosmos_engine),
    )
    try:
        admin = await an_admin(plain)
        cookie = (await sign_in(ApiClient(plain), admin.email)).headers["Set-Cookie"]
    finally:
        await plain.close()
    assert cookie.startswith("rt=")
    assert "Secure" not in cookie


async def test_the_name_may_be_written_in_capitals(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    assert (await sign_in(client, f" {admin.email.upper()} ")).status == 200


async def test_it_takes_two_reads_and_two_writes(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await sign_in(client, admin.email)
    with counted_requests() as made:
        await sign_in(client, admin.email)
    assert sorted(made) == ["GET identities", "POST directory", "POST directory", "POST sessions"]


async def test_an_idempotency_key_keeps_no_session(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    body = {"email": admin.email, "password": PASSWORD}
    first, second = [await client.post("v1/auth/sign-in", body, headers={"Idempotency-Key": "same"}) for _ in range(2)]
    assert first.headers["Set-Cookie"] != second.headers["Set-Cookie"]


async def test_every_attempt_is_on_record(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await sign_in(client, admin.email, WRONG)
    await sign_in(client, admin.email)
    (failed,) = await activities(app, admin.organisation_id, "user.sign_in_failed")
    (succeeded,) = await activities(app, admin.organisation_id, "user.signed_in")
    assert failed["subjectId"] == succeeded["subjectId"] == admin.id
    assert failed["data"] == {"reason": "password"}


async def test_what_is_stored_and_logged_holds_no_secret(
    client: ApiClient, app: App, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "petroconnect")
    admin = await an_admin(app)
    answer = await sign_in(client, admin.email, device="A very particular browser")
    token = SimpleCookie(answer.headers["Set-Cookie"])["__Secure-rt"].value
    user_id, session_id, secret = token.split(".")
    stored = await app.database.container("sessions").get(session_id, user_id)
    assert stored["device"] == "A very particular browser"
    assert secret not in str(stored)
    for hidden in (secret, answer.json["accessToken"], PASSWORD, admin.email):
        assert hidden not in caplog.text


async def test_a_hash_of_older_parameters_is_renewed(client: ApiClient, app: App) -> None:
    from argon2 import PasswordHasher

    admin = await an_admin(app)
    container, name = app.database.container("identities"), f"email:{admin.email}"
    item = await container.get(name, name)
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    await container.upsert({**item, "passwordHash": weak})
    assert (await sign_in(client, admin.email)).status == 200
    renewed = (await container.get(name, name))["passwordHash"]
    assert "m=19456,t=2,p=1" in renewed
    assert (await sign_in(client, admin.email)).status == 200
    assert (await container.get(name, name))["passwordHash"] == renewed
