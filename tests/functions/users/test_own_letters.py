"""GET and PUT /auth/me/letters: which letters somebody wants."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.letters import LetterKind
from shared.identity.permissions import Permission, Role
from tests.api_client import ApiClient, Response
from tests.documents import as_person
from tests.letters import activities_of, letters_to
from tests.people import Person, a_colleague, an_admin, an_api_key

PATH = "v1/auth/me/letters"
ALL = {"reviewRequests", "reviewReminders", "reviewResults", "acknowledgements", "reports", "exports"}


async def choose(client: ApiClient, app: App, person: Person, **wanted: bool) -> Response:
    """By somebody who has just read what they get."""
    caller = as_person(client, app, person)
    now = (await caller.get(PATH)).json
    body = {name: now[name] for name in ALL} | wanted
    return await caller.put(PATH, body, headers={"If-Match": now["etag"]})


async def test_anonymous(client: ApiClient) -> None:
    assert (await client.get(PATH)).status == 401
    assert (await client.put(PATH, {}, headers={"If-Match": '"x"'})).status == 401


async def test_a_key_gets_no_letters(client: ApiClient, app: App) -> None:
    _, token = await an_api_key(app, await an_admin(app), Permission.DOCUMENTS_READ)
    assert (await client.signed_in(token).get(PATH)).code == "persons_only"


async def test_everything_is_sent_until_somebody_chooses(client: ApiClient, app: App) -> None:
    answer = await as_person(client, app, await an_admin(app)).get(PATH)
    assert {name: value for name, value in answer.json.items() if name != "etag"} == dict.fromkeys(ALL, True)


@pytest.mark.parametrize("body", [{}, dict.fromkeys(ALL, "no"), {**dict.fromkeys(ALL, True), "security": False}])
async def test_bad_input(client: ApiClient, app: App, body: dict[str, Any]) -> None:
    caller = as_person(client, app, await an_admin(app))
    assert (await caller.put(PATH, body, headers={"If-Match": '"x"'})).status == 422


async def test_a_choice_needs_the_version_it_was_made_on(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller, body = as_person(client, app, admin), dict.fromkeys(ALL, False)
    assert (await caller.put(PATH, body)).status == 428
    stale = (await caller.get(PATH)).json["etag"]
    assert (await choose(client, app, admin, reports=False)).status == 200
    assert (await caller.put(PATH, body, headers={"If-Match": stale})).code == "stale_version"


@pytest.mark.parametrize("role", list(Role))
async def test_everybody_chooses_for_themselves(client: ApiClient, app: App, role: Role) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, role)
    answer = await choose(client, app, person, acknowledgements=False, reviewResults=False)
    assert answer.status == 200
    read = (await as_person(client, app, person).get(PATH)).json
    assert {name for name in ALL if not read[name]} == {"acknowledgements", "reviewResults"}
    assert read["etag"] == answer.json["etag"]
    others = (await as_person(client, app, admin).get(PATH)).json
    assert all(others[name] for name in ALL)


async def test_the_choice_is_on_record_and_keeps_everything_else(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    before = await app.users.service.get(admin.actor, admin.id)
    await choose(client, app, admin, exports=False)
    after = await app.users.service.get(admin.actor, admin.id)
    assert after.declined_letters == (LetterKind.EXPORTS,)
    assert (after.name, after.scope) == (before.name, before.scope)
    changed = [
        one for one in await activities_of(app, admin.organisation_id, admin.id) if one["type"] == "user.changed"
    ]
    assert [one["data"] for one in changed] == [{"declinedLetters": [[], ["exports"]]}]


async def test_letters_about_the_account_come_all_the_same(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    await choose(client, app, admin, **dict.fromkeys(ALL, False))
    before = len(await letters_to(app, admin.organisation_id, admin.id))
    answer = await client.post("v1/auth/password/forgotten", {"email": admin.email})
    assert answer.status == 202
    assert len(await letters_to(app, admin.organisation_id, admin.id)) == before + 1


async def test_a_deleted_person_leaves_no_choice_behind(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    await choose(client, app, person, reports=False)
    await app.users.service.erase(admin.actor, person.id)
    assert (await app.users.service.get(admin.actor, person.id)).declined_letters == ()
