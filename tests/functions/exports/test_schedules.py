"""Schedules of exports over HTTP."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.documents import as_person
from tests.people import a_colleague, a_member, a_site

SCHEDULE: dict[str, Any] = {
    "name": "Morning report",
    "cron": "0 7 * * *",
    "period": "day",
    "format": "pdf",
    "filter": {"types": ["daily_drilling"]},
    "recipients": ["engineer"],
}


async def test_a_schedule_is_made_changed_and_deleted(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    caller = as_person(client, app, owner)
    made = await caller.post("v1/export-schedules", {**SCHEDULE, "siteId": site.id})
    assert (made.status, made.json["onlyApproved"], made.json["lastRun"]) == (201, True, None)
    assert made.json["nextAt"] > made.json["createdAt"]
    path = f"v1/export-schedules/{made.json['id']}"
    assert made.headers["Location"] == f"/api/{path}"
    read = await caller.get(path)
    assert read.json == made.json
    paused = {**SCHEDULE, "siteId": site.id, "enabled": False, "cron": "0 6 * * 1"}
    stale = await caller.put(path, paused, headers={"If-Match": '"0"'})
    assert stale.status == 412
    changed = await caller.put(path, paused, headers={"If-Match": read.json["etag"]})
    assert (changed.status, changed.json["nextAt"], changed.json["cron"]) == (200, None, "0 6 * * 1")
    assert [one["id"] for one in (await caller.get("v1/export-schedules")).json["items"]] == [made.json["id"]]
    assert (await caller.delete(path, headers={"If-Match": changed.json["etag"]})).status == 204
    assert (await caller.get(path)).status == 404


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"cron": "*/5 * * * *"}, "cron"),
        ({"cron": "0 7 * *"}, "cron"),
        ({"period": "year"}, "period"),
        ({"recipients": ["boss"]}, "recipients[0]"),
        ({"filter": {"types": ["unknown"]}}, "types"),
        ({"filter": {"firstDay": "2026-05-01"}}, "filter.firstDay"),
        ({"siteId": "01K00000000000000000000000"}, "siteIds"),
        ({"name": " "}, "name"),
    ],
)
async def test_what_cannot_be_scheduled_is_said_at_once(
    client: ApiClient, app: App, change: dict[str, Any], field: str
) -> None:
    caller = as_person(client, app, await a_member(app, Role.ADMIN))
    answer = await caller.post("v1/export-schedules", {**SCHEDULE, **change})
    assert (answer.status, answer.fields) == (422, {field})


async def test_who_sees_some_sites_schedules_and_sees_those(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ADMIN)
    mine, other = await a_site(app, owner), await a_site(app, owner)
    engineer = await a_colleague(app, owner, Role.ENGINEER, site_ids=(mine.id,))
    caller = as_person(client, app, engineer)
    of_all = await caller.post("v1/export-schedules", SCHEDULE)
    assert (of_all.status, of_all.fields) == (422, {"filter.siteIds"})
    made = await caller.post("v1/export-schedules", {**SCHEDULE, "filter": {"siteIds": [mine.id]}})
    assert made.status == 201
    theirs = await as_person(client, app, owner).post(
        "v1/export-schedules", {**SCHEDULE, "filter": {"siteIds": [other.id]}}
    )
    caller = as_person(client, app, engineer)
    assert [one["id"] for one in (await caller.get("v1/export-schedules")).json["items"]] == [made.json["id"]]
    assert (await caller.get(f"v1/export-schedules/{theirs.json['id']}")).status == 404
