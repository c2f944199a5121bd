"""Cases: POST, GET, PATCH /holds and POST /holds/{id}/close."""

from typing import Any

import pytest

from shared.app import App
from shared.holds.work import CLOSE_QUEUE
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import a_verified, an_announced, as_person, items_of, somebody
from tests.holds import a_hold, as_it_is, closed

BODY = {"name": "Sleipner v. Alpha", "reason": "Arbitration.\nKeep everything about the well."}
WRITERS = [Role.ENGINEER, Role.OPERATOR, Role.VIEWER]


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post("v1/holds", BODY)
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", WRITERS)
async def test_only_admins_open_and_close_cases(client: ApiClient, app: App, role: Role) -> None:
    admin = somebody(Role.ADMIN)
    hold = await a_hold(app, admin)
    caller = as_person(client, app, somebody(role, organisation_id=admin.organisation_id))
    assert (await caller.post("v1/holds", BODY)).code == "forbidden"
    assert (await caller.post(f"v1/holds/{hold.id}/close")).code == "forbidden"
    assert (await caller.get(f"v1/holds/{hold.id}")).status == (200 if role is Role.ENGINEER else 403)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"reason": " "}, "reason"),
        ({"reason": "x" * 2001}, "reason"),
        ({"reason": "a\u0000b"}, "reason"),
        ({"state": "closed"}, "state"),
    ],
)
async def test_what_a_case_is_called_and_for_must_be_said(
    client: ApiClient, app: App, change: dict[str, Any], field: str
) -> None:
    answer = await as_person(client, app, somebody(Role.ADMIN)).post("v1/holds", {**BODY, **change})
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_case_is_opened_read_listed_and_changed(client: ApiClient, app: App, clock: Clock) -> None:
    admin = somebody(Role.ADMIN)
    caller = as_person(client, app, admin)
    opened = await caller.post("v1/holds", BODY)
    assert (opened.status, opened.json["state"], opened.json["reason"]) == (201, "open", BODY["reason"])
    where = opened.headers["Location"].removeprefix("/api/")
    assert (await caller.get(where)).json == opened.json
    clock.advance(minutes=1)
    version = {"If-Match": opened.json["etag"]}
    changed = await caller.patch(where, {"name": "Sleipner v. Beta"}, headers=version)
    assert (changed.json["name"], changed.json["reason"]) == ("Sleipner v. Beta", BODY["reason"])
    assert (await caller.patch(where, {"name": "Late"}, headers=version)).code == "stale_version"
    assert (await caller.get("v1/holds?state=open")).json["items"] == [changed.json]
    assert (await caller.get("v1/holds?state=closed")).json["items"] == []
    types = [item["type"] for item in await items_of(app, admin.organisation_id) if item["kind"] == "activity"]
    assert types == ["hold.opened", "hold.changed"]


async def test_a_case_of_another_organisation_is_not_there(client: ApiClient, app: App) -> None:
    hold = await a_hold(app, somebody(Role.ADMIN))
    stranger = as_person(client, app, somebody(Role.ADMIN))
    assert (await stranger.get(f"v1/holds/{hold.id}")).status == 404
    assert (await stranger.get("v1/holds")).json["items"] == []


async def test_closing_lets_every_document_go_but_those_that_others_hold(
    client: ApiClient, app: App, queues: Queues
) -> None:
    admin = somebody(Role.ADMIN)
    alone, shared = [(await an_announced(app, admin.actor))[0] for _ in range(2)]
    hold = await a_hold(app, admin, alone, shared)
    other = await a_hold(app, admin, shared)
    caller = as_person(client, app, admin)
    answer = await caller.post(f"v1/holds/{hold.id}/close")
    assert (answer.status, answer.json["state"], answer.json["closedBy"]) == (202, "closing", admin.id)
    assert (await as_it_is(app, alone)).holds == (hold.id,)
    (job,) = await queues.take(CLOSE_QUEUE)
    assert job.subject_id == hold.id
    assert (await closed(app, admin, hold)).state == "closed"
    assert [(await as_it_is(app, one)).holds for one in (alone, shared)] == [(), (other.id,)]
    again = await caller.post(f"v1/holds/{hold.id}/close")
    assert (again.status, again.json["state"]) == (202, "closed")


async def test_a_closed_case_takes_no_documents_and_no_changes(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document, _ = await an_announced(app, admin.actor)
    hold = await closed(app, admin, await a_hold(app, admin))
    caller = as_person(client, app, admin)
    put = await caller.put(f"v1/holds/{hold.id}/documents/{document.id}")
    assert (put.status, put.code) == (409, "hold_closed")
    change = await caller.patch(f"v1/holds/{hold.id}", {"name": "New"}, headers={"If-Match": hold.etag})
    assert (change.status, change.code) == (409, "hold_closed")


async def test_who_sees_some_sites_only_closes_no_case(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    hold = await a_hold(app, admin, await a_verified(app, admin.actor))
    limited = somebody(Role.ADMIN, organisation_id=admin.organisation_id, site_ids=(new_id(),))
    assert (await as_person(client, app, limited).post(f"v1/holds/{hold.id}/close")).code == "forbidden"
