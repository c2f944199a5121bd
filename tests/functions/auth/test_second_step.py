"""Signing in with a second factor: from the challenge to the session."""

import asyncio
import json
import logging

import pytest

from shared.app import App
from shared.identity.throttle import ALLOWANCES, Attempt
from shared.kit.ids import new_id
from shared.users.model import UserStatus
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.functions.auth.factors import FACTOR, challenge_of, enrolled, happened, sign_in, verify
from tests.people import PASSWORD, a_token, an_admin, counted_requests

STEP = 30  # seconds


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "challenge"),
        ({"challenge": "x"}, ""),
        ({"challenge": "x", "code": "123456", "recoveryCode": "AAAA"}, ""),
        ({"challenge": "x", "code": "12345"}, "code"),
        ({"challenge": "x", "code": "1234567"}, "code"),
        ({"challenge": "x", "code": "١٢٣٤٥٦"}, "code"),
        ({"challenge": "x", "code": "1" * 17}, "code"),
        ({"challenge": "x" * 2049, "code": "123456"}, "challenge"),
        ({"challenge": "x", "recoveryCode": ""}, "recoveryCode"),
        ({"challenge": "x", "recoveryCode": "A" * 65}, "recoveryCode"),
        ({"challenge": "x", "code": "123456", "surprise": 1}, "surprise"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, body: dict[str, object], field: str) -> None:
    answer = await client.post(f"{FACTOR}/verify", body)
    assert (answer.status, answer.fields) == (422, {field})


async def test_the_password_alone_answers_a_challenge_and_no_session(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await enrolled(client, app, admin)
    answer = await sign_in(client, admin)
    assert answer.status == 200
    assert set(answer.json) == {"outcome", "challenge", "expiresIn"}
    assert (answer.json["outcome"], answer.json["expiresIn"]) == ("second_factor", 300)
    assert "Set-Cookie" not in answer.headers
    assert [entry["data"] for entry in await happened(app, admin, "user.challenged")] == [
        {"method": "password", "task": "second_factor"}
    ]


async def test_challenge_and_code_are_a_session(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    clock.advance(seconds=STEP)
    answer = await verify(client, challenge, code=f"{phone.code[:3]} {phone.code[3:]}")
    assert (answer.status, answer.json["outcome"], answer.json["user"]["id"]) == (200, "signed_in", admin.id)
    assert "Set-Cookie" in answer.headers
    me = await client.signed_in(answer.json["accessToken"]).get("v1/auth/me")
    assert me.status == 200
    (signed_in,) = await happened(app, admin, "user.signed_in")
    assert signed_in["data"] == {"method": "password+second_factor"}


async def test_it_takes_two_reads_and_three_writes(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    clock.advance(seconds=STEP)
    with counted_requests() as made:
        assert (await verify(client, challenge, code=phone.code)).status == 200
    assert sorted(made) == ["GET identities", "POST directory", "POST directory", "POST sessions", "PUT identities"]


@pytest.mark.parametrize("steps", [-1, 0, 1])
async def test_a_clock_may_differ_by_one_step(client: ApiClient, app: App, clock: Clock, steps: int) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=3 * STEP)
    challenge = await challenge_of(client, admin)
    assert (await verify(client, challenge, code=phone.code_after(steps))).status == 200


@pytest.mark.parametrize("steps", [-2, 2])
async def test_and_not_by_two(client: ApiClient, app: App, clock: Clock, steps: int) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=5 * STEP)
    challenge = await challenge_of(client, admin)
    answer = await verify(client, challenge, code=phone.code_after(steps))
    assert (answer.status, answer.code, answer.fields) == (422, "proof_wrong", {"code"})


async def test_a_code_works_once_and_so_does_none_before_it(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=2 * STEP)
    challenge = await challenge_of(client, admin)
    assert (await verify(client, challenge, code=phone.code)).status == 200
    again = [await verify(client, challenge, code=phone.code_after(steps)) for steps in (0, -1)]
    assert [answer.code for answer in again] == ["proof_wrong", "proof_wrong"]
    assert (await verify(client, challenge, code=phone.code_after(1))).status == 200


async def test_the_code_that_confirmed_it_is_used_up(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    answer = await verify(client, await challenge_of(client, admin), code=phone.code)
    assert (answer.status, answer.code) == (422, "proof_wrong")


async def test_of_two_at_the_same_moment_one_wins(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=STEP)
    challenge = await challenge_of(client, admin)
    answers = await asyncio.gather(*(verify(client, challenge, code=phone.code) for _ in range(4)))
    assert sorted(answer.status for answer in answers) == [200, 422, 422, 422]


async def test_a_recovery_code_works_once_however_it_is_typed(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    first = phone.recovery_codes[0]
    typed = first.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert (await verify(client, challenge, recoveryCode=typed)).status == 200
    again = await verify(client, challenge, recoveryCode=first)
    assert (again.status, again.code, again.fields) == (422, "proof_wrong", {"recoveryCode"})
    assert (await verify(client, challenge, recoveryCode=phone.recovery_codes[1])).status == 200
    state = await client.signed_in(a_token(app, admin)).get(FACTOR)
    assert state.json["recoveryCodesLeft"] == 8
    assert len(await happened(app, admin, "user.recovery_code_used")) == 2


async def test_one_recovery_code_at_the_same_moment_opens_one_session(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    answers = await asyncio.gather(*(verify(client, challenge, recoveryCode=phone.recovery_codes[3]) for _ in range(4)))
    assert sorted(answer.status for answer in answers) == [200, 422, 422, 422]


async def test_a_challenge_lasts_five_minutes(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    clock.advance(seconds=299)
    assert (await verify(client, challenge, code=phone.wrong_code)).status == 422
    clock.advance(seconds=1)
    late = await verify(client, challenge, code=phone.code)
    assert (late.status, late.code) == (401, "challenge_invalid")


async def test_a_challenge_is_good_for_its_own_person_only(client: ApiClient, app: App, clock: Clock) -> None:
    victim, thief = await an_admin(app), await an_admin(app)
    await enrolled(client, app, victim)
    own = await enrolled(client, app, thief)
    clock.advance(seconds=STEP)
    theirs = await challenge_of(client, victim)
    assert (await verify(client, theirs, code=own.code)).code == "proof_wrong"
    assert (await verify(client, theirs, recoveryCode=own.recovery_codes[0])).code == "proof_wrong"


async def test_a_challenge_opens_nothing_else(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    for path in ("v1/auth/me", FACTOR, "v1/users", "v1/auth/sessions"):
        answer = await client.signed_in(challenge).get(path)
        assert (answer.status, answer.code) == (401, "token_invalid")
    for path, more in ((f"{FACTOR}/enrol", {}), (f"{FACTOR}/enrol/confirm", {"code": "123456"})):
        answer = await client.post(path, {"challenge": challenge, **more})
        assert (answer.status, answer.code) == (401, "challenge_invalid")


@pytest.mark.parametrize("kind", ["access token", "altered", "nothing"])
async def test_nothing_else_is_a_challenge(client: ApiClient, app: App, clock: Clock, kind: str) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=STEP)
    good = await challenge_of(client, admin)
    head, payload, signature = good.split(".")
    given = {
        "access token": a_token(app, admin),
        "altered": f"{head}.{payload[:-2]}AA.{signature}",
        "nothing": "x",
    }[kind]
    with counted_requests() as made:
        answer = await verify(client, given, code=phone.code)
    assert (answer.status, answer.code) == (401, "challenge_invalid")
    assert made == []


async def test_a_challenge_dies_with_the_password_it_was_given_for(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    clock.advance(seconds=STEP)
    body = {"currentPassword": PASSWORD, "password": "nineteen otters at noon"}
    assert (await client.signed_in(a_token(app, admin)).post("v1/auth/password", body)).status == 204
    assert (await verify(client, challenge, code=phone.code)).code == "challenge_invalid"


async def test_somebody_deactivated_meanwhile_stays_outside(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    challenge = await challenge_of(client, admin)
    user = await app.users.service.get(admin.actor, admin.id)
    await app.users.service.users.replace(user.model_copy(update={"status": UserStatus.DEACTIVATED}))
    clock.advance(seconds=STEP)
    assert (await verify(client, challenge, code=phone.code)).code == "challenge_invalid"


async def test_guessing_codes_is_stopped_before_anything_is_compared(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(minutes=20)  # another window than the one it was set up in
    challenge = await challenge_of(client, admin)
    free = ALLOWANCES[Attempt.SECOND_FACTOR].per_account_and_place
    wrong = [await verify(client, challenge, code=phone.wrong_code) for _ in range(free)]
    assert {answer.status for answer in wrong} == {422}
    refused = await verify(client, challenge, code=phone.code)
    assert (refused.status, refused.code) == (429, "too_many_attempts")
    assert int(refused.headers["Retry-After"]) > 0
    assert len(await happened(app, admin, "user.sign_in_failed")) == free


async def test_nothing_stored_recorded_or_logged_holds_a_secret(
    client: ApiClient, app: App, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "petroconnect")
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=STEP)
    challenge, code = await challenge_of(client, admin), phone.code
    assert (await verify(client, challenge, code=code)).status == 200
    name = f"email:{admin.email}"
    item = json.dumps(await app.database.container("identities").get(name, name))
    written = item + json.dumps(await happened(app, admin)) + caplog.text
    for secret in (phone.secret, challenge, *phone.recovery_codes):
        assert secret not in written
    assert code not in caplog.text


async def test_an_idempotency_key_keeps_no_session(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    body = {"challenge": await challenge_of(client, admin), "recoveryCode": phone.recovery_codes[0]}
    key = {"Idempotency-Key": new_id()}
    first, second = [await client.post(f"{FACTOR}/verify", body, headers=key) for _ in range(2)]
    assert (first.status, second.status) == (200, 422)
