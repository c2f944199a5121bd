"""GET and PUT /report-settings."""

import asyncio

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.reports.codes import ACTIVITY_CODES
from tests.api_client import ApiClient, Response
from tests.people import Person, a_colleague, a_token, an_admin, counted_requests

OWN = ["drilling -- jar", "interruption -- waiting on vessel"]


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def put(caller: ApiClient, known: Response, codes: list[str]) -> Response:
    headers = {"If-Match": known.headers["ETag"]}
    return await caller.put("v1/report-settings", {"activityCodes": codes}, headers=headers)


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_everybody_reads_and_only_admins_write(client: ApiClient, app: App, role: Role) -> None:
    caller = as_(client, app, await a_colleague(app, await an_admin(app), role))
    known = await caller.get("v1/report-settings")
    assert (known.status, known.json["activityCodes"]) == (200, [])
    assert (await put(caller, known, OWN)).status == 403


@pytest.mark.parametrize(
    ("codes", "field"),
    [
        (["Drilling -- Jar"], "activityCodes[0]"),
        ([*OWN, "jarring"], "activityCodes[2]"),
        ([OWN[0], OWN[0]], "activityCodes"),
        ([ACTIVITY_CODES[0]], "activityCodes"),
        ([f"drilling -- jar {number}" for number in range(201)], "activityCodes"),
    ],
)
async def test_bad_input_is_named(client: ApiClient, app: App, codes: list[str], field: str) -> None:
    caller = as_(client, app, await an_admin(app))
    answer = await put(caller, await caller.get("v1/report-settings"), codes)
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    assert (await caller.put("v1/report-settings", {"activityCodes": OWN})).status == 428
    for change in (OWN[:1], OWN[1:]):  # the first time nothing is stored yet
        known = await caller.get("v1/report-settings")
        answers = await asyncio.gather(put(caller, known, change), put(caller, known, OWN))
        assert sorted(answer.status for answer in answers) == [200, 412]


async def test_the_list_is_written_as_a_whole_and_is_the_organisations(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    known = await caller.get("v1/report-settings")
    assert (await put(caller, known, [])).json == known.json
    first = await put(caller, known, OWN)
    assert first.json["activityCodes"] == OWN
    second = await put(caller, first, OWN[1:])
    with counted_requests() as made:
        assert (await caller.get("v1/report-settings")).json == second.json
    assert made == ["GET reports"]
    assert (await as_(client, app, await an_admin(app)).get("v1/report-settings")).json["activityCodes"] == []
