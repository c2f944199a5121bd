"""Exports over HTTP: asked for, followed, cancelled, downloaded."""

import csv
import io

import httpx
import pytest

from shared.app import App
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import as_person
from tests.exported import a_month_of
from tests.people import a_colleague, a_member, a_site, an_api_key

ORDER = {"format": "csv", "filter": {"types": ["daily_production"]}}


async def work_off(app: App, queues: Queues) -> None:
    for job in await queues.take("exports-render"):
        await app.exports.exporting.run(job)


async def test_an_export_is_asked_for_followed_and_downloaded(client: ApiClient, app: App, queues: Queues) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    await a_month_of(app, owner, site, 3)
    caller = as_person(client, app, owner)
    asked = await caller.post("v1/exports", {**ORDER, "units": "field", "bom": True, "title": "May"})
    assert (asked.status, asked.json["state"], asked.json["percent"]) == (202, "queued", None)
    assert asked.headers["Location"] == f"/api/v1/exports/{asked.json['id']}"
    path = f"v1/exports/{asked.json['id']}"
    early = await caller.get(f"{path}/download")
    assert (early.status, early.code) == (409, "export_not_ready")
    await work_off(app, queues)
    ready = (await caller.get(path)).json
    assert (ready["state"], ready["done"], ready["total"], ready["percent"]) == ("ready", 3, 3, 100)
    assert ready["rows"] == {"Daily production": 3}
    assert ready["expiresAt"] is not None
    download = (await caller.get(f"{path}/download")).json
    assert download["fileName"].startswith("May-")
    async with httpx.AsyncClient() as browser:
        file, manifest = await browser.get(download["url"]), await browser.get(download["manifestUrl"])
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig"), newline="")))
    assert len(rows) == manifest.json()["reportsWritten"] == 3
    assert download["fileName"] in file.headers["content-disposition"]
    assert file.headers["content-disposition"].startswith("attachment")
    assert [one["id"] for one in (await caller.get("v1/exports")).json["items"]] == [ready["id"]]


async def test_exports_are_those_of_who_asked(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    colleague = await a_colleague(app, owner, Role.ENGINEER)
    path = f"v1/exports/{(await as_person(client, app, owner).post('v1/exports', ORDER)).json['id']}"
    caller = as_person(client, app, colleague)
    assert (await caller.get("v1/exports")).json["items"] == []
    for answer in (await caller.get(path), await caller.post(f"{path}/cancel"), await caller.get(f"{path}/download")):
        assert answer.status == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"format": "docx"}, "format"),
        ({"filter": {"types": ["unknown"]}}, "types"),
        ({"filter": {"firstDay": "2026-05-02", "lastDay": "2026-05-01"}}, "filter"),
        ({"filter": {"siteIds": ["01K00000000000000000000000"]}}, "siteIds"),
        ({"filter": {"states": ["lost"]}}, "filter.states[0]"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"units": "imperial"}, "units"),
        ({"filter": {"misspelt": 1}}, "filter.misspelt"),
    ],
)
async def test_what_cannot_be_exported_is_said_at_once(
    client: ApiClient, app: App, change: dict[str, object], field: str
) -> None:
    caller = as_person(client, app, await a_member(app, Role.ADMIN))
    answer = await caller.post("v1/exports", {**ORDER, **change})
    assert (answer.status, answer.fields) == (422, {field})


async def test_sites_outside_the_scope_cannot_be_asked_for(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    mine, other = await a_site(app, owner), await a_site(app, owner)
    viewer = await a_colleague(app, owner, Role.VIEWER, site_ids=(mine.id,))
    answer = await as_person(client, app, viewer).post("v1/exports", {**ORDER, "filter": {"siteIds": [other.id]}})
    assert (answer.status, answer.fields) == (422, {"siteIds"})


async def test_cancelling_is_answered_at_once_and_may_be_repeated(client: ApiClient, app: App, queues: Queues) -> None:
    caller = as_person(client, app, await a_member(app, Role.ADMIN))
    path = f"v1/exports/{(await caller.post('v1/exports', ORDER)).json['id']}"
    for _ in range(2):
        answer = await caller.post(f"{path}/cancel")
        assert (answer.status, answer.json["state"]) == (202, "cancelled")
    await work_off(app, queues)
    assert (await caller.get(path)).json["state"] == "cancelled"


async def test_a_failure_is_said_in_words(client: ApiClient, app: App, queues: Queues) -> None:
    owner = await a_member(app, Role.ADMIN)
    caller = as_person(client, app, owner)
    path = f"v1/exports/{(await caller.post('v1/exports', ORDER)).json['id']}"
    for job in await queues.take("exports-render"):
        await app.exports.exporting.give_up(job)
    failed = (await caller.get(path)).json
    assert failed["state"] == "failed"
    assert failed["failure"] == {"code": "gave_up", "message": "It failed at every attempt."}


async def test_a_file_that_expired_is_gone(client: ApiClient, app: App, clock: Clock, queues: Queues) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 1)
    path = f"v1/exports/{(await as_person(client, app, owner).post('v1/exports', ORDER)).json['id']}"
    await work_off(app, queues)
    clock.advance(days=8)
    await app.exports.expiring.run()
    caller = as_person(client, app, owner)
    expired = (await caller.get(path)).json
    assert (expired["state"], expired["expiresAt"]) == ("expired", None)
    answer = await caller.get(f"{path}/download")
    assert (answer.status, answer.code) == (409, "export_not_ready")


async def test_a_key_may_export_what_it_may_read(client: ApiClient, app: App, queues: Queues) -> None:
    owner = await a_member(app, Role.ADMIN)
    await a_month_of(app, owner, await a_site(app, owner), 2)
    _, token = await an_api_key(app, owner, Permission.REPORTS_READ, Permission.EXPORTS_REQUEST)
    caller = client.signed_in(token)
    path = f"v1/exports/{(await caller.post('v1/exports', ORDER)).json['id']}"
    await work_off(app, queues)
    assert (await caller.get(path)).json["done"] == 2
    _, blind = await an_api_key(app, owner, Permission.EXPORTS_REQUEST)
    caller = client.signed_in(blind)
    path = f"v1/exports/{(await caller.post('v1/exports', ORDER)).json['id']}"
    await work_off(app, queues)
    assert (await caller.get(path)).json["failure"]["code"] == "forbidden"


async def test_an_export_nobody_asked_for_is_not_there(client: ApiClient, app: App) -> None:
    caller = as_person(client, app, await a_member(app, Role.ADMIN))
    assert (await caller.get(f"v1/exports/{new_id()}")).status == 404
