"""A forgotten password: asking for the letter, and using its link."""

import asyncio

import pytest

from shared.app import App
from shared.identity import passwords
from shared.identity.permissions import Role
from shared.identity.throttle import ALLOWANCES, Attempt
from shared.kit.jobs import Job
from shared.kit.query import Query
from shared.users.model import UserDraft, UserStatus
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.functions.auth.cookies import cookie_of, refresh
from tests.functions.auth.factors import enrolled, happened, require_second_factor, sign_in, verify
from tests.functions.auth.links import a_reset_link, an_invitation_link
from tests.people import PASSWORD, a_colleague, a_token, an_admin, an_email, counted_requests, set_status

NEW = "nineteen otters at noon"


async def forgotten(client: ApiClient, email: str, address: str = "192.0.2.1") -> Response:
    headers = {"X-Forwarded-For": f"{address}:51000"}
    return await client.post("v1/auth/password/forgotten", {"email": email}, headers=headers)


async def reset(client: ApiClient, token: str, password: str = NEW) -> Response:
    return await client.post("v1/auth/password/reset", {"token": token, "password": password})


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("forgotten", {"email": "nobody"}, "email"),
        ("forgotten", {"email": f"{'a' * 250}@b.example"}, "email"),
        ("forgotten", {}, "email"),
        ("reset", {"token": "", "password": NEW}, "token"),
        ("reset", {"token": "x" * 201, "password": NEW}, "token"),
        ("reset", {"token": "x", "password": "eleven char"}, "password"),
        ("reset", {"token": "x", "password": "x" * 129}, "password"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, path: str, body: dict[str, str], field: str) -> None:
    answer = await client.post(f"v1/auth/password/{path}", body)
    assert (answer.status, answer.fields) == (422, {field})


async def test_whether_there_is_such_a_person_shows_neither_in_the_answer_nor_in_the_work(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    admin = await an_admin(app)
    invited = await app.users.service.invite(admin.actor, UserDraft(an_email(), "Ida Invited", Role.VIEWER, None))
    monkeypatch.setattr(passwords, "_verify", lambda *_: pytest.fail("no password is involved"))
    await forgotten(client, admin.email)  # the containers are known from here on
    seen = []
    for email in (admin.email, an_email(), invited.email):
        with counted_requests() as made:
            answer = await forgotten(client, email)
        seen.append((answer.status, answer.content, made))
    assert seen == [(202, b"", ["GET identities", "POST directory"])] * 3


async def test_only_who_has_a_password_is_written_to(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await forgotten(client, admin.email)
    assert len(await happened(app, admin, "user.password_reset_requested")) == 1
    unknown = an_email()
    await forgotten(client, unknown)
    query = Query("SELECT * FROM c WHERE c.kind = 'activity' ORDER BY c.createdAt DESC, c.id DESC")
    (kept,) = await app.database.container("directory").query(query, "nobody", limit=1)
    assert kept["type"] == "user.password_reset_unknown"
    assert unknown not in str(kept)


async def test_the_letter_goes_to_active_people_only(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.OPERATOR)
    sent: list[str] = []

    async def send(letter: object) -> None:
        sent.append(letter.text)  # type: ignore[attr-defined]

    correspondence = type(app.users.correspondence)(
        **{
            name: getattr(app.users.correspondence, name)
            for name in ("links", "find_member", "send_job", "record", "page_url")
        },
        send_letter=send,
    )
    await forgotten(client, person.email)
    (asked,) = await happened(app, person, "user.password_reset_requested")
    job = Job.of(str(asked["type"]), person.organisation_id, person.id, activityId=str(asked["id"]))
    await correspondence.write(job)
    assert await a_reset_link(app, person, str(asked["id"])) in sent[0]
    await set_status(app, person, UserStatus.DEACTIVATED)
    await correspondence.write(job)
    assert len(sent) == 1


async def test_asking_again_and_again_is_stopped_for_anybody(client: ApiClient, app: App) -> None:
    admin, limit = await an_admin(app), ALLOWANCES[Attempt.PASSWORD_RESET].per_account_and_place
    for email in (admin.email, an_email()):
        answers = [await forgotten(client, email) for _ in range(limit + 1)]
        assert [answer.status for answer in answers] == [202] * limit + [429]
        assert answers[-1].code == "too_many_attempts"


@pytest.mark.parametrize("token", ["x", "a.b.c", f"{'0' * 26}.{'0' * 26}.secret"])
async def test_a_link_nobody_wrote(client: ApiClient, token: str) -> None:
    answer = await reset(client, token)
    assert (answer.status, answer.code) == (404, "link_invalid")


async def test_the_new_password_opens_and_signs_in_at_once(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answer = await reset(client, await a_reset_link(app, admin))
    assert (answer.status, answer.json["outcome"], answer.json["user"]["id"]) == (200, "signed_in", admin.id)
    assert (await refresh(client, cookie_of(answer))).status == 200
    assert (await client.signed_in(answer.json["accessToken"]).get("v1/auth/me")).status == 200
    assert (await sign_in(client, admin, NEW)).status == 200
    assert (await sign_in(client, admin)).status == 401
    assert len(await happened(app, admin, "user.password_changed")) == 1
    assert (await happened(app, admin, "user.signed_in"))[0]["data"] == {"method": "password_reset"}


async def test_every_session_ends(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    before = [await sign_in(client, admin) for _ in range(3)]
    clock.advance(seconds=1)
    assert (await reset(client, await a_reset_link(app, admin))).status == 200
    for old in before:
        assert (await client.signed_in(old.json["accessToken"]).get("v1/auth/me")).status == 401
        assert (await refresh(client, cookie_of(old))).status == 401


async def test_the_link_works_once(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    token = await a_reset_link(app, admin)
    assert (await reset(client, token)).status == 200
    assert (await reset(client, token, "eleven herons after tea")).code == "link_invalid"
    assert (await sign_in(client, admin, NEW)).status == 200


async def test_used_at_the_same_moment_it_works_once(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    token = await a_reset_link(app, admin)
    answers = await asyncio.gather(*(reset(client, token) for _ in range(3)))
    assert [answer.status for answer in answers].count(200) == 1
    assert {answer.code for answer in answers if answer.status != 200} <= {"request_in_progress", "link_invalid"}


async def test_it_dies_with_the_password_it_was_written_for(client: ApiClient, app: App, clock: Clock) -> None:
    admin = await an_admin(app)
    unused, used = await a_reset_link(app, admin), await a_reset_link(app, admin)
    clock.advance(seconds=1)
    assert (await reset(client, used)).status == 200
    assert (await reset(client, unused, "eleven herons after tea")).code == "link_invalid"
    late = await a_reset_link(app, admin)
    clock.advance(seconds=1)
    body = {"currentPassword": NEW, "password": "eleven herons after tea"}
    assert (await client.signed_in(a_token(app, admin)).post("v1/auth/password", body)).status == 204
    assert (await reset(client, late)).code == "link_invalid"


async def test_it_lasts_an_hour(client: ApiClient, app: App, clock: Clock) -> None:
    token = await a_reset_link(app, await an_admin(app))
    clock.advance(hours=1)
    assert (await reset(client, token)).code == "link_invalid"


async def test_it_does_not_outlive_a_change_of_address(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    token = await a_reset_link(app, admin)
    user = await app.users.service.get(admin.actor, admin.id)
    await app.users.service.users.replace(user.model_copy(update={"email": an_email()}))
    assert (await reset(client, token)).code == "link_invalid"


async def test_nobody_who_was_deactivated_gets_in_with_it(client: ApiClient, app: App) -> None:
    person = await a_colleague(app, await an_admin(app), Role.OPERATOR)
    token = await a_reset_link(app, person)
    await set_status(app, person, UserStatus.DEACTIVATED)
    assert (await reset(client, token)).code == "link_invalid"


async def test_the_link_of_an_invitation_is_another_thing(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user = await app.users.service.invite(admin.actor, UserDraft(an_email(), "Ida Invited", Role.VIEWER, None))
    token = await an_invitation_link(app, admin.organisation_id, user.id, user.email)
    assert (await reset(client, token)).code == "link_invalid"
    assert (await client.post("v1/auth/invitations/read", {"token": await a_reset_link(app, admin)})).status == 404


async def test_a_refused_password_leaves_the_link_as_it_was(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    token = await a_reset_link(app, admin)
    answer = await reset(client, token, "password12345")
    assert [(found["field"], found["code"]) for found in answer.json["errors"]] == [("password", "password_too_common")]
    assert (await reset(client, token)).status == 200


async def test_a_refused_password_leaves_an_invitation_as_it_was(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    user = await app.users.service.invite(admin.actor, UserDraft(an_email(), "Ida Invited", Role.VIEWER, None))
    token = await an_invitation_link(app, admin.organisation_id, user.id, user.email)
    path = "v1/auth/invitations/accept"
    for password, code in ((f"so {user.name} it is", "password_personal"), ("Olga Other, 1984", "password_personal")):
        answer = await client.post(path, {"token": token, "password": password, "name": "Olga Other"})
        assert (answer.status, answer.json["errors"][0]["code"]) == (422, code)
    answer = await client.post(path, {"token": token, "password": NEW, "name": None})
    assert (answer.status, answer.json["outcome"]) == (200, "signed_in")


async def test_the_second_factor_is_still_due(client: ApiClient, app: App, clock: Clock) -> None:
    """Whoever reads somebody's letters has one factor, not two."""
    admin = await an_admin(app)
    phone = await enrolled(client, app, admin)
    clock.advance(seconds=30)
    answer = await reset(client, await a_reset_link(app, admin))
    assert (answer.status, answer.json["outcome"]) == (200, "second_factor")
    assert "Set-Cookie" not in answer.headers
    assert (await verify(client, answer.json["challenge"], code=phone.code)).status == 200
    (signed_in,) = await happened(app, admin, "user.signed_in")
    assert signed_in["data"] == {"method": "password_reset+second_factor"}


async def test_where_one_is_required_both_links_lead_to_setting_it_up(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await require_second_factor(app, admin, "admin", "viewer")
    assert (await reset(client, await a_reset_link(app, admin))).json["outcome"] == "enrolment"
    user = await app.users.service.invite(admin.actor, UserDraft(an_email(), "Ida Invited", Role.VIEWER, None))
    token = await an_invitation_link(app, admin.organisation_id, user.id, user.email)
    accepted = await client.post("v1/auth/invitations/accept", {"token": token, "password": NEW})
    assert (accepted.status, accepted.json["outcome"]) == (200, "enrolment")
    assert "Set-Cookie" not in accepted.headers


async def test_nothing_kept_holds_the_password(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    token = await a_reset_link(app, admin)
    answer = await reset(client, token)
    written = str(await happened(app, admin)) + answer.content.decode()
    assert NEW not in written and PASSWORD not in written and token not in written
