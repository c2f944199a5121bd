"""POST, GET, PATCH and DELETE /due-plans, GET and PUT /due-calendar."""

from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.documents import as_person
from tests.due_reports import a_stored_plan, watches_of
from tests.people import a_member, a_site

PLAN = {"type": "daily_production", "subjects": ["F-1"], "dueAt": "06:30", "validFrom": "2026-01-01"}
NEW = {"If-Match": '"0"'}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"dueAt": "24:00"}, "dueAt"),
        ({"type": "monthly_drilling"}, "type"),
        ({"type": "hse_observation"}, "subjects"),
        ({"rhythm": "weekly"}, "days"),
        ({"rhythm": "weekly", "days": [0]}, "days[0]"),
        ({"days": [1]}, "days"),
        ({"dueDays": 15}, "dueDays"),
        ({"validUntil": "2025-12-31"}, "validUntil"),
        ({"reminderMinutes": 0}, "reminderMinutes"),
        ({"escalations": [{"afterMinutes": 5, "role": "viewer"}]}, "escalations[0].role"),
        ({"escalations": [{"afterMinutes": 5, "role": "admin"}] * 2}, "escalations"),
        ({"subjects": ["F-1", "f-1"]}, "subjects"),
        ({"subjects": [""]}, "subjects[0]"),
        ({"siteId": "01KB0000000000000000000000"}, "siteIds"),
    ],
)
async def test_what_no_site_can_owe_is_refused(
    client: ApiClient, app: App, changes: dict[str, Any], field: str
) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    answer = await as_person(client, app, admin).post("v1/due-plans", {**PLAN, "siteId": site.id, **changes})
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_plan_is_made_read_changed_and_deleted(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site, caller = await a_site(app, admin), as_person(client, app, admin)
    steps = [{"afterMinutes": 0, "role": "operator"}, {"afterMinutes": 60, "role": "engineer"}]
    made = await caller.post("v1/due-plans", {**PLAN, "siteId": site.id, "reminderMinutes": 30, "escalations": steps})
    assert (made.status, made.json["escalations"], made.json["rhythm"]) == (201, steps, "daily")
    one = f"v1/due-plans/{made.json['id']}"
    assert (await caller.get(one)).json == made.json
    assert (await caller.get(f"v1/due-plans?siteId={site.id}")).json["items"] == [made.json]
    assert (await caller.get(f"v1/due-plans?siteId={new_id()}")).json["items"] == []
    current = {"If-Match": made.json["etag"]}
    change = {"rhythm": "weekly", "days": [1, 4], "reminderMinutes": None, "validUntil": "2026-12-31"}
    changed = await caller.patch(one, change, headers=current)
    assert changed.status == 200
    assert {name: changed.json[name] for name in change} == change
    assert changed.json["escalations"] == steps
    assert (await caller.patch(one, {"dueDays": 1}, headers=current)).code == "stale_version"
    assert (await caller.delete(one, headers=current)).code == "stale_version"
    assert (await caller.patch(one, {"days": [9]}, headers={"If-Match": changed.json["etag"]})).fields == {"days"}
    assert (await caller.delete(one, headers={"If-Match": changed.json["etag"]})).status == 204
    assert (await caller.get(one)).status == 404
    assert await watches_of(app, admin.organisation_id) == []


async def test_a_plan_may_be_changed_while_the_timer_looks(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    plan = await a_stored_plan(app, admin, await a_site(app, admin))
    (watch,) = await watches_of(app, admin.organisation_id)
    await app.due_reports.watching.look(watch)
    one, caller = f"v1/due-plans/{plan.id}", as_person(client, app, admin)
    changed = await caller.patch(one, {"dueDays": 1}, headers={"If-Match": plan.etag})
    assert (changed.status, changed.json["dueDays"]) == (200, 1)
    (again,) = await watches_of(app, admin.organisation_id)
    assert (again.look_at, again.looked_until) == (app.now(), app.now())


async def test_the_calendar_is_written_by_who_sees_all_sites(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site, other = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    caller = as_person(client, app, admin)
    holidays = [
        {"day": "2026-05-17", "name": "Constitution Day", "siteId": None},
        {"day": "2026-06-01", "name": "Turnaround", "siteId": site.id},
        {"day": "2026-06-02", "name": "Turnaround", "siteId": other.id},
    ]
    written = await caller.put("v1/due-calendar", {"holidays": [*reversed(holidays)]}, headers=NEW)
    assert (written.status, written.json["holidays"]) == (200, holidays)
    assert (await caller.get("v1/due-calendar")).json == written.json
    assert (await caller.put("v1/due-calendar", {"holidays": []}, headers=NEW)).code == "stale_version"
    current = {"If-Match": written.json["etag"]}
    twice = await caller.put("v1/due-calendar", {"holidays": [holidays[0], holidays[0]]}, headers=current)
    assert (twice.status, twice.fields) == (422, {"holidays"})
    limited = client.signed_in(_token(app, admin, site.id))
    assert (await limited.get("v1/due-calendar")).json["holidays"] == holidays[:2]
    assert (await limited.put("v1/due-calendar", {"holidays": []}, headers=current)).code == "forbidden"


def _token(app: App, person: Any, *site_ids: str) -> str:
    return app.identity.tokens.issue(replace(person.actor, site_ids=site_ids, session_id=new_id()), app.now())
