"""Setting up a second factor, replacing it, giving it up."""

import asyncio
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qs, urlsplit

import pytest

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.factors import (
    FACTOR,
    Authenticator,
    challenge_of,
    enrolled,
    happened,
    require_second_factor,
    sign_in,
    verify,
)
from tests.people import PASSWORD, Person, a_colleague, a_token, an_admin

STEP = 30  # seconds
WRONG = "not the right password"


def own(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def begun(client: ApiClient, app: App, person: Person) -> Authenticator:
    answer = await own(client, app, person).post(FACTOR, {"password": PASSWORD})
    assert answer.status == 200
    return Authenticator(app, answer.json["secret"])


async def confirm(client: ApiClient, app: App, person: Person, code: str) -> Response:
    return await own(client, app, person).post(f"{FACTOR}/confirm", {"code": code})


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", FACTOR),
        ("POST", FACTOR),
        ("POST", f"{FACTOR}/confirm"),
        ("POST", f"{FACTOR}/recovery-codes"),
        ("POST", f"{FACTOR}/disable"),
    ],
)
async def test_anonymous(client: ApiClient, method: str, path: str) -> None:
    assert (await client.request(method, path, {} if method == "POST" else None)).status == 401


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("", {}, "password"),
        ("", {"password": "x" * 129}, "password"),
        ("/confirm", {}, "code"),
        ("/confirm", {"code": "12a456"}, "code"),
        ("/disable", {}, ""),
        ("/disable", {"code": "123456", "password": PASSWORD}, ""),
        ("/recovery-codes", {"code": 123456}, "code"),
        ("/recovery-codes", {"recoveryCode": "AAAA"}, "recoveryCode"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, path: str, body: dict[str, object], field: str) -> None:
    answer = await own(client, app, await an_admin(app)).post(f"{FACTOR}{path}", body)
    assert (answer.status, answer.fields) == (422, {field})


async def test_it_takes_the_password_to_begin(client: ApiClient, app: App) -> None:
    """Whoever finds an open browser does not lock its owner out."""
    answer = await own(client, app, await an_admin(app)).post(FACTOR, {"password": WRONG})
    assert (answer.status, answer.code, answer.fields) == (422, "proof_wrong", {"password"})


async def test_who_signs_in_elsewhere_has_it_there(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    container, name = app.database.container("identities"), f"email:{admin.email}"
    item = await container.get(name, name)
    await container.upsert({**item, "passwordHash": None})
    for answer in (
        await own(client, app, admin).get(FACTOR),
        await own(client, app, admin).post(FACTOR, {"password": PASSWORD}),
    ):
        assert (answer.status, answer.code) == (409, "no_password")


async def test_the_secret_comes_as_text_as_link_and_as_picture(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answer = await own(client, app, admin).post(FACTOR, {"password": PASSWORD})
    uri = urlsplit(answer.json["uri"])
    assert (uri.scheme, uri.netloc) == ("otpauth", "totp")
    assert parse_qs(uri.query) == {"secret": [answer.json["secret"]], "issuer": ["PetroConnect"]}
    picture = ElementTree.fromstring(answer.json["qrCode"])
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(answer.json["secret"]) == 32


async def test_nothing_is_asked_for_before_it_is_confirmed(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await begun(client, app, admin)
    assert (await sign_in(client, admin)).json["outcome"] == "signed_in"
    wrong = await confirm(client, app, admin, phone.wrong_code)
    assert (wrong.status, wrong.code, wrong.fields) == (422, "proof_wrong", {"code"})
    assert (await sign_in(client, admin)).json["outcome"] == "signed_in"
    state = (await own(client, app, admin).get(FACTOR)).json
    assert state == {"since": None, "recoveryCodesLeft": 0, "required": False}


async def test_once_confirmed_it_is_asked_for(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    assert len(set(phone.recovery_codes)) == 10
    assert (await sign_in(client, admin)).json["outcome"] == "second_factor"
    state = (await own(client, app, admin).get(FACTOR)).json
    assert (state["since"] is not None, state["recoveryCodesLeft"]) == (True, 10)
    assert len(await happened(app, admin, "user.second_factor_enabled")) == 1


async def test_the_newest_secret_is_the_one_to_confirm_and_for_a_quarter_of_an_hour(
    client: ApiClient, app: App, clock: Clock
) -> None:
    admin = await an_admin(app)
    first, second = await begun(client, app, admin), await begun(client, app, admin)
    assert (await confirm(client, app, admin, first.code)).code == "proof_wrong"
    clock.advance(minutes=15)
    assert (await confirm(client, app, admin, second.code)).code == "enrolment_missing"


async def test_confirming_twice_at_once_shows_one_set_of_codes(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    phone = await begun(client, app, admin)
    answers = await asyncio.gather(*(confirm(client, app, admin, phone.code) for _ in range(3)))
    assert [answer.status for answer in answers].count(200) == 1
    assert {answer.status for answer in answers} <= {200, 409, 412}
    assert (await confirm(client, app, admin, phone.code)).code == "enrolment_missing"


async def test_another_phone_replaces_the_first_when_it_is_confirmed(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    old = await enrolled(client, app, admin)
    new = await begun(client, app, admin)
    clock.advance(seconds=STEP)
    assert (await verify(client, await challenge_of(client, admin), code=old.code)).status == 200
    assert (await confirm(client, app, admin, new.code)).status == 200
    clock.advance(seconds=STEP)
    challenge = await challenge_of(client, admin)
    assert (await verify(client, challenge, code=old.code)).code == "proof_wrong"
    assert (await verify(client, challenge, recoveryCode=old.recovery_codes[0])).code == "proof_wrong"
    assert (await verify(client, challenge, code=new.code)).status == 200


async def test_new_recovery_codes_void_the_old_ones(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=STEP)
    answer = await own(client, app, admin).post(f"{FACTOR}/recovery-codes", {"code": phone.code})
    assert answer.status == 200
    codes = answer.json["recoveryCodes"]
    assert len(set(codes)) == 10 and not set(codes) & set(phone.recovery_codes)
    challenge = await challenge_of(client, admin)
    assert (await verify(client, challenge, recoveryCode=phone.recovery_codes[0])).code == "proof_wrong"
    assert (await verify(client, challenge, recoveryCode=codes[0])).status == 200
    replayed = await own(client, app, admin).post(f"{FACTOR}/recovery-codes", {"code": phone.code})
    assert replayed.code == "proof_wrong"


@pytest.mark.parametrize("kind", ["code", "password"])
async def test_giving_it_up_takes_a_code_or_the_password(client: ApiClient, app: App, clock: Clock, kind: str) -> None:
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=STEP)
    signed_in = own(client, app, admin)
    wrong = {"code": phone.wrong_code, "password": WRONG}[kind]
    refused = await signed_in.post(f"{FACTOR}/disable", {kind: wrong})
    assert (refused.status, refused.code, refused.fields) == (422, "proof_wrong", {kind})
    right = {"code": phone.code, "password": PASSWORD}[kind]
    assert (await signed_in.post(f"{FACTOR}/disable", {kind: right})).status == 204
    assert (await sign_in(client, admin)).json["outcome"] == "signed_in"
    assert len(await happened(app, admin, "user.second_factor_disabled")) == 1
    again = await signed_in.post(f"{FACTOR}/disable", {"password": PASSWORD})
    assert (again.status, again.code) == (409, "no_second_factor")


async def test_without_one_there_are_no_recovery_codes(client: ApiClient, app: App) -> None:
    answer = await own(client, app, await an_admin(app)).post(f"{FACTOR}/recovery-codes", {"password": PASSWORD})
    assert (answer.status, answer.code) == (409, "no_second_factor")


async def test_where_it_is_required_it_is_not_given_up(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await enrolled(client, app, admin)
    await require_second_factor(app, admin, "admin")
    assert (await own(client, app, admin).get(FACTOR)).json["required"] is True
    answer = await own(client, app, admin).post(f"{FACTOR}/disable", {"password": PASSWORD})
    assert (answer.status, answer.code) == (409, "second_factor_required")


async def test_required_and_missing_signing_in_only_sets_it_up(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    await require_second_factor(app, admin, "admin")
    challenge = await challenge_of(client, admin, "enrolment")
    assert (await verify(client, challenge, code="123456")).code == "challenge_invalid"
    assert (await client.signed_in(challenge).get("v1/auth/me")).code == "token_invalid"
    new = await client.post(f"{FACTOR}/enrol", {"challenge": challenge})
    phone = Authenticator(app, new.json["secret"])
    finish = {"challenge": challenge, "code": phone.wrong_code}
    assert (await client.post(f"{FACTOR}/enrol/confirm", finish)).code == "proof_wrong"
    answer = await client.post(f"{FACTOR}/enrol/confirm", {**finish, "code": phone.code})
    assert (answer.status, answer.json["outcome"], len(answer.json["recoveryCodes"])) == (200, "signed_in", 10)
    assert "Set-Cookie" in answer.headers
    assert (await client.signed_in(answer.json["accessToken"]).get("v1/auth/me")).status == 200
    for path, body in (("enrol", {"challenge": challenge}), ("enrol/confirm", {**finish, "code": phone.code})):
        used = await client.post(f"{FACTOR}/{path}", body)
        assert (used.status, used.code) == (401, "challenge_invalid")
    clock.advance(seconds=STEP)
    assert (await verify(client, await challenge_of(client, admin), code=phone.code)).status == 200


async def test_it_is_required_by_role(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    viewer = await a_colleague(app, admin, Role.VIEWER)
    await require_second_factor(app, admin, "admin", "engineer")
    assert (await sign_in(client, viewer)).json["outcome"] == "signed_in"
    assert (await sign_in(client, admin)).json["outcome"] == "enrolment"


async def test_confirming_what_never_began(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    assert (await confirm(client, app, admin, "123456")).code == "enrolment_missing"
    await require_second_factor(app, admin, "admin")
    body = {"challenge": await challenge_of(client, admin, "enrolment"), "code": "123456"}
    assert (await client.post(f"{FACTOR}/enrol/confirm", body)).code == "enrolment_missing"


async def test_setting_it_up_may_take_a_quarter_of_an_hour(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    await require_second_factor(app, admin, "admin")
    challenge = await challenge_of(client, admin, "enrolment")
    clock.advance(minutes=14)
    assert (await client.post(f"{FACTOR}/enrol", {"challenge": challenge})).status == 200
    clock.advance(minutes=1)
    late = await client.post(f"{FACTOR}/enrol", {"challenge": challenge})
    assert (late.status, late.code) == (401, "challenge_invalid")
