"""POST /sites, GET and PATCH /sites/{id}."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.people import Person, a_colleague, a_site, a_token, an_admin, counted_requests


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


def a_body(**changes: Any) -> dict[str, Any]:
    return {"name": "Sleipner A", "code": "NO-15/9-F", "timeZone": "Europe/Oslo", "dayStart": "06:00", **changes}


async def change(caller: ApiClient, site: Response, **changes: Any) -> Response:
    return await caller.patch(f"v1/sites/{site.json['id']}", changes, headers={"If-Match": site.headers["ETag"]})


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_everybody_reads_and_only_admins_write(client: ApiClient, app: App, role: Role) -> None:
    admin = await an_admin(app)
    site, caller = await a_site(app, admin), as_(client, app, await a_colleague(app, admin, role))
    with counted_requests() as made:
        created = await caller.post("v1/sites", a_body())
        changed = await caller.patch(f"v1/sites/{site.id}", {"name": "Mine"}, headers={"If-Match": site.etag})
    assert (created.status, changed.status, created.code, made) == (403, 403, "forbidden", [])
    assert (await caller.get(f"v1/sites/{site.id}")).json["name"] == site.name


async def test_another_organisations_site_is_not_there(client: ApiClient, app: App) -> None:
    theirs = await a_site(app, await an_admin(app))
    caller, path = as_(client, app, await an_admin(app)), f"v1/sites/{theirs.id}"
    assert (await caller.get(path)).code == "not_found"
    assert (await caller.patch(path, {"name": "Mine"}, headers={"If-Match": theirs.etag})).status == 404


async def test_a_site_out_of_scope_is_not_there_and_nothing_is_asked(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    mine, other = await a_site(app, admin), await a_site(app, admin)
    caller = as_(client, app, replace(admin, site_ids=(mine.id,)))
    assert (await caller.get(f"v1/sites/{mine.id}")).status == 200
    with counted_requests() as made:
        read = await caller.get(f"v1/sites/{other.id}")
        changed = await caller.patch(f"v1/sites/{other.id}", {"name": "Mine"}, headers={"If-Match": other.etag})
    assert (read.status, read.code, changed.status, made) == (404, "not_found", 404, [])


async def test_who_is_limited_to_some_sites_adds_none(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    answer = await as_(client, app, replace(admin, site_ids=())).post("v1/sites", a_body())
    assert (answer.status, answer.code) == (403, "forbidden")


@pytest.mark.parametrize("site_id", ["x", "!" * 26, new_id()])
async def test_an_id_no_site_has_is_not_found(client: ApiClient, app: App, site_id: str) -> None:
    admin = await an_admin(app)
    assert (await as_(client, app, admin).get(f"v1/sites/{site_id}")).status == 404
    assert (await as_(client, app, admin).get(f"v1/sites/{admin.id}")).status == 404


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"code": ""}, "code"),
        ({"code": "x" * 41}, "code"),
        ({"code": "NO\u200b15"}, "code"),
        ({"timeZone": "Mars/Olympus"}, "timeZone"),
        ({"dayStart": "24:00"}, "dayStart"),
        ({"dayStart": "6:00"}, "dayStart"),
        ({"dayStart": "06:60"}, "dayStart"),
        ({"dayStart": "06:00\n"}, None),
        ({"dayStart": "٠٦:٠٠"}, "dayStart"),
        ({"status": "active"}, "status"),
        ({"organisationId": new_id()}, "organisationId"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(
    client: ApiClient, app: App, changes: dict[str, Any], field: str | None
) -> None:
    caller = as_(client, app, await an_admin(app))
    answer = await caller.post("v1/sites", a_body(**changes))
    if field is None:  # space around it is cut off everywhere
        assert (answer.status, answer.json["dayStart"]) == (201, "06:00")
        return
    assert (answer.status, answer.fields) == (422, {field})
    assert not any("Value error" in error["message"] for error in answer.json["errors"])  # people read these
    assert (await caller.get("v1/sites")).json["items"] == []


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    site = await caller.post("v1/sites", a_body())
    assert (await caller.patch(f"v1/sites/{site.json['id']}", {"name": "Blind"})).status == 428
    answers = await asyncio.gather(*(change(caller, site, name=name) for name in ("One", "Two")))
    assert sorted(answer.status for answer in answers) == [200, 412]


async def test_a_code_belongs_to_one_site_however_it_is_written(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    first = await caller.post("v1/sites", a_body(code="NO-15/9-F"))
    for code in ("NO-15/9-F", "no-15/9-f", " NO-15/9-F "):
        answer = await caller.post("v1/sites", a_body(code=code))
        assert (answer.status, answer.code) == (409, "site_code_taken")
    other = await caller.post("v1/sites", a_body(code="NO-15/9-G"))
    assert (await change(caller, other, code="no-15/9-f")).code == "site_code_taken"
    assert (await caller.get(f"v1/sites/{other.json['id']}")).json == other.json
    assert (await change(caller, first, code="no-15/9-f")).json["code"] == "no-15/9-f"


async def test_two_organisations_may_use_one_code(client: ApiClient, app: App) -> None:
    answers = [await as_(client, app, await an_admin(app)).post("v1/sites", a_body()) for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]


async def test_of_many_who_take_one_code_at_once_one_gets_it(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    other = await caller.post("v1/sites", a_body(code="other"))
    created = [caller.post("v1/sites", a_body(code=code)) for code in ("New", "new", "NEW")]
    answers = await asyncio.gather(*created, change(caller, other, code="nEW"))
    assert sorted(answer.status for answer in answers)[1:] == [409, 409, 409]
    assert {answer.code for answer in answers if answer.status == 409} == {"site_code_taken"}
    listed = (await caller.get("v1/sites")).json["items"]
    assert len([site for site in listed if site["code"].lower() == "new"]) == 1


async def test_a_code_that_was_given_up_is_free(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    site = await caller.post("v1/sites", a_body(code="old"))
    moved = await change(caller, site, code="new")
    assert (await caller.post("v1/sites", a_body(code="old"))).status == 201
    assert (await caller.post("v1/sites", a_body(code="new"))).status == 409
    assert (await change(caller, moved, code="old")).status == 409


async def test_an_admin_adds_a_site(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    with counted_requests() as made:
        answer = await caller.post("v1/sites", a_body(name=" Sleipner A "))
    assert made == ["POST directory"]
    assert answer.status == 201
    assert answer.json == {
        **a_body(),
        "id": answer.json["id"],
        "status": "active",
        "suspensions": [],
        "createdAt": answer.json["createdAt"],
        "updatedAt": answer.json["createdAt"],
        "etag": answer.headers["ETag"],
    }
    assert answer.headers["Location"] == f"/api/v1/sites/{answer.json['id']}"
    with counted_requests() as made:
        read = await caller.get(f"v1/sites/{answer.json['id']}")
    assert (read.json, made) == (answer.json, ["GET directory"])


async def test_what_is_absent_stays_and_a_suspended_site_comes_back(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    site = await caller.post("v1/sites", a_body())
    suspended = await change(caller, site, status="suspended", timeZone="Asia/Baku", dayStart="00:00")
    assert suspended.json == {
        **site.json,
        "status": "suspended",
        "timeZone": "Asia/Baku",
        "dayStart": "00:00",
        "suspensions": [{"since": suspended.json["suspensions"][0]["since"], "until": None}],
        "updatedAt": suspended.json["updatedAt"],
        "etag": suspended.headers["ETag"],
    }
    assert (await change(caller, suspended, status="active")).json["status"] == "active"


async def test_a_change_that_changes_nothing_is_no_change(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    site = await caller.post("v1/sites", a_body())
    for nothing in ({}, {"name": a_body()["name"]}):
        assert (await change(caller, site, **nothing)).json == site.json


async def test_both_are_on_record(client: ApiClient, app: App) -> None:
    admin = await an_admin(app)
    caller = as_(client, app, admin)
    site = await caller.post("v1/sites", a_body())
    await change(caller, site, code="NO-16", name="Sleipner A")
    query = Query(
        "SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id ORDER BY c.id", {"@id": site.json["id"]}
    )
    activities = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert [(activity["type"], activity["createdBy"], activity["data"]) for activity in activities] == [
        ("site.created", admin.id, {"code": "NO-15/9-F"}),
        ("site.changed", admin.id, {"code": ["NO-15/9-F", "NO-16"]}),
    ]


async def test_repeating_with_a_key_answers_the_same(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    first, second = [await caller.post("v1/sites", a_body(), headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert (first.status, first.json) == (second.status, second.json)


async def test_suspensions_have_days(client: ApiClient, app: App) -> None:
    caller = as_(client, app, await an_admin(app))
    site = await caller.post("v1/sites", a_body())
    for body, expected in (
        ({"status": "suspended", "statusFrom": "2026-03-01"}, [("2026-03-01", None)]),
        ({"statusFrom": "2026-03-02"}, [("2026-03-02", None)]),
        ({"name": "Sleipner B"}, [("2026-03-02", None)]),
        ({"status": "active", "statusFrom": "2026-04-01"}, [("2026-03-02", "2026-04-01")]),
        ({"status": "suspended", "statusFrom": "2026-05-01"}, [("2026-03-02", "2026-04-01"), ("2026-05-01", None)]),
        ({"status": "active", "statusFrom": "2026-05-01"}, [("2026-03-02", "2026-04-01")]),
    ):
        site = await change(caller, site, **body)
        assert [(one["since"], one["until"]) for one in site.json["suspensions"]] == expected, body


async def test_a_suspension_begins_today_at_the_site(client: ApiClient, app: App, clock: Clock) -> None:
    clock.now = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    caller = as_(client, app, await an_admin(app))
    for zone, today in (("Europe/Oslo", "2026-03-02"), ("America/Chicago", "2026-03-01")):
        site = await caller.post("v1/sites", a_body(timeZone=zone, code=zone))
        suspended = await change(caller, site, status="suspended")
        assert suspended.json["suspensions"] == [{"since": today, "until": None}]
