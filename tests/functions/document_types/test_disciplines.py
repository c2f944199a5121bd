"""GET and PUT /disciplines."""

import asyncio
from typing import Any

import pytest

from shared.app import App
from shared.errors import Invalid
from shared.identity.permissions import Role
from tests.api_client import ApiClient, Response
from tests.document_types import everybody_at_once
from tests.people import Person, a_colleague, a_token, an_admin, counted_requests

WELLS, PROCESS = {"code": "W", "name": "Drilling and wells"}, {"code": "P", "name": "Process"}


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def put(caller: ApiClient, known: Response, *disciplines: Any) -> Response:
    headers = {"If-Match": known.headers["ETag"]}
    return await caller.put("v1/disciplines", {"disciplines": list(disciplines)}, headers=headers)


@pytest.mark.parametrize("role", [Role.OPERATOR, Role.VIEWER])
async def test_everybody_reads_and_only_admins_and_engineers_write(client: ApiClient, app: App, role: Role) -> None:
    caller = as_(client, app, await a_colleague(app, await an_admin(app), role))
    known = await caller.get("v1/disciplines")
    assert (known.status, known.json["disciplines"]) == (200, [])
    assert (await put(caller, known, WELLS)).status == 403


@pytest.mark.parametrize(
    ("disciplines", "field"),
    [
        ([{"code": "", "name": "Wells"}], "disciplines[0].code"),
        ([{"code": "W W", "name": "Wells"}], "disciplines[0].code"),
        ([{"code": "W"}], "disciplines[0].name"),
        ([{"code": "W", "name": "a\u202eb"}], "disciplines[0].name"),
        ([WELLS, {"code": "w", "name": "Wells"}], "disciplines"),
        ([{"code": f"D{number}", "name": "One of many"} for number in range(101)], "disciplines"),
        ([{**WELLS, "colour": "red"}], "disciplines[0].colour"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, disciplines: list[Any], field: str) -> None:
    caller = as_(client, app, await an_admin(app))
    answer = await put(caller, await caller.get("v1/disciplines"), *disciplines)
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    assert (await caller.put("v1/disciplines", {"disciplines": []})).status == 428
    for _ in range(2):  # the first time there is nothing, the second time there is a list
        known = await caller.get("v1/disciplines")
        with everybody_at_once():
            other = {
                "code": known.json["disciplines"][0]["code"] + "x" if known.json["disciplines"] else "X",
                "name": "X",
            }
            answers = await asyncio.gather(put(caller, known, WELLS, other), put(caller, known, PROCESS, other))
        assert sorted(answer.status for answer in answers) == [200, 412]


async def test_the_list_is_written_as_a_whole(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    known = await caller.get("v1/disciplines")
    assert (await put(caller, known)).json == known.json
    first = await put(caller, known, WELLS, PROCESS)
    assert first.json["disciplines"] == [WELLS, PROCESS]
    second = await put(caller, first, PROCESS)
    assert (await caller.get("v1/disciplines")).json == second.json
    assert second.json["disciplines"] == [PROCESS]
    assert (await as_(client, app, await an_admin(app)).get("v1/disciplines")).json["disciplines"] == []


async def test_documents_name_a_discipline_of_the_list(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    await put(caller, await caller.get("v1/disciplines"), WELLS)
    with counted_requests() as made:
        assert await app.document_types.check_discipline(admin.organisation_id, "w") == "W"
    assert made == ["GET directory"]
    with pytest.raises(Invalid) as refused:
        await app.document_types.check_discipline(admin.organisation_id, "P")
    assert [fault.field for fault in refused.value.fields] == ["discipline"]
