"""POST and GET /wells, GET and PATCH /wells/{id}."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from tests.api_client import ApiClient, Response
from tests.people import Person, a_colleague, a_site, a_token, an_admin, counted_requests
from tests.wells import a_well

ROLES = [{"from": "2014-02-12", "role": "producer"}, {"from": "2016-04-01", "role": "injector"}]


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(a_token(app, person))


async def a_place(client: ApiClient, app: App) -> tuple[Person, ApiClient, str]:
    admin = await an_admin(app)
    return admin, as_(client, app, admin), (await a_site(app, admin)).id


def a_body(site_id: str, **changes: Any) -> dict[str, Any]:
    return {"name": "15/9-F-12", "siteId": site_id, "roles": ROLES, **changes}


async def change(caller: ApiClient, well: Response, **changes: Any) -> Response:
    return await caller.patch(f"v1/wells/{well.json['id']}", changes, headers={"If-Match": well.headers["ETag"]})


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_everybody_reads_and_only_admins_write(client: ApiClient, app: App, role: Role) -> None:
    admin, _, site_id = await a_place(client, app)
    well, caller = await a_well(app, admin, site_id), as_(client, app, await a_colleague(app, admin, role))
    with counted_requests() as made:
        created = await caller.post("v1/wells", a_body(site_id))
        changed = await caller.patch(f"v1/wells/{well.id}", {"name": "Mine"}, headers={"If-Match": well.etag})
    assert (created.status, changed.status, made) == (403, 403, [])
    assert (await caller.get(f"v1/wells/{well.id}")).json["name"] == well.name


async def test_a_well_of_a_site_out_of_scope_is_not_there(client: ApiClient, app: App) -> None:
    admin, _, site_id = await a_place(client, app)
    well, mine = await a_well(app, admin, site_id), await a_site(app, admin)
    caller = as_(client, app, replace(admin, site_ids=(mine.id,)))
    read = await caller.get(f"v1/wells/{well.id}")
    changed = await caller.patch(f"v1/wells/{well.id}", {"name": "Mine"}, headers={"If-Match": well.etag})
    assert (read.status, read.code, changed.status) == (404, "not_found", 404)
    assert (await caller.get("v1/wells")).json["items"] == []
    refused = await caller.post("v1/wells", a_body(site_id))
    assert (refused.status, refused.fields) == (422, {"siteId"})
    assert (await caller.post("v1/wells", a_body(mine.id))).status == 201


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"name": "F\u200b12"}, "name"),
        ({"siteId": "x"}, "siteId"),
        ({"siteId": new_id()}, "siteId"),
        ({"roles": ROLES[::-1]}, "roles"),
        ({"roles": [ROLES[0], ROLES[0]]}, "roles"),
        ({"roles": [{"from": "2014-02-30", "role": "producer"}]}, "roles[0].from"),
        ({"roles": [{"from": "2014-02-12", "role": "observer"}]}, "roles[0].role"),
        ({"roles": [{**ROLES[0], "until": "2015-01-01"}]}, "roles[0].until"),
        ({"roles": [{"from": f"{1900 + year}-01-01", "role": "producer"} for year in range(101)]}, "roles"),
        ({"status": "active"}, "status"),
    ],
)
async def test_bad_input_is_named_and_nothing_is_stored(
    client: ApiClient, app: App, changes: dict[str, Any], field: str
) -> None:
    _, caller, site_id = await a_place(client, app)
    answer = await caller.post("v1/wells", a_body(site_id, **changes))
    assert (answer.status, answer.fields) == (422, {field})
    assert (await caller.get("v1/wells")).json["items"] == []


@pytest.mark.parametrize("query", ["limit=0", "sort=status", "status=gone", "siteId=x"])
async def test_bad_filters_are_named(client: ApiClient, app: App, query: str) -> None:
    _, caller, _ = await a_place(client, app)
    assert (await caller.get(f"v1/wells?{query}")).fields == {query.partition("=")[0]}


async def test_a_change_needs_the_version_that_was_read(client: ApiClient, app: App) -> None:
    _, caller, site_id = await a_place(client, app)
    well = await caller.post("v1/wells", a_body(site_id))
    assert (await caller.patch(f"v1/wells/{well.json['id']}", {"name": "Blind"})).status == 428
    answers = await asyncio.gather(*(change(caller, well, name=name) for name in ("One", "Two")))
    assert sorted(answer.status for answer in answers) == [200, 412]


async def test_a_name_belongs_to_one_well_however_it_is_written(client: ApiClient, app: App) -> None:
    admin, caller, site_id = await a_place(client, app)
    elsewhere = (await a_site(app, admin)).id
    first = await caller.post("v1/wells", a_body(site_id))
    for name in ("15/9-F-12", " 15/9-f-12 "):
        answer = await caller.post("v1/wells", a_body(elsewhere, name=name))
        assert (answer.status, answer.code) == (409, "well_name_taken")
    other = await caller.post("v1/wells", a_body(site_id, name="F 15"))
    assert (await change(caller, other, name="15/9-f-12")).code == "well_name_taken"
    renamed = await change(caller, first, name="15/9-f-12")
    assert renamed.json["name"] == "15/9-f-12"
    moved = await change(caller, renamed, name="New")
    assert (await change(caller, other, name="15/9-F-12")).status == 200
    assert (await change(caller, moved, name="f  15")).status == 200
    assert (await as_(client, app, await an_admin(app)).get("v1/wells")).json["items"] == []


async def test_of_many_who_take_one_name_at_once_one_gets_it(client: ApiClient, app: App) -> None:
    _, caller, site_id = await a_place(client, app)
    created = [caller.post("v1/wells", a_body(site_id, name=name)) for name in ("New", "new", "NEW")]
    answers = await asyncio.gather(*created)
    assert sorted(answer.status for answer in answers) == [201, 409, 409]
    assert len((await caller.get("v1/wells")).json["items"]) == 1


async def test_a_well_is_added_read_and_changed(client: ApiClient, app: App) -> None:
    _, caller, site_id = await a_place(client, app)
    with counted_requests() as made:
        well = await caller.post("v1/wells", a_body(site_id))
    assert made == ["POST directory", "POST directory"]  # is there such a site; the batch
    assert (well.status, well.headers["Location"]) == (201, f"/api/v1/wells/{well.json['id']}")
    assert well.json.items() >= {**a_body(site_id), "status": "active"}.items()
    with counted_requests() as made:
        assert (await caller.get(f"v1/wells/{well.json['id']}")).json == well.json
    assert made == ["GET directory"]
    abandoned = await change(caller, well, status="abandoned", roles=[])
    assert (abandoned.json["status"], abandoned.json["roles"]) == ("abandoned", [])
    assert (await change(caller, abandoned)).json == abandoned.json
    assert (await change(caller, abandoned, name="15/9-F-12")).json == abandoned.json


async def test_lists_page_in_one_request_each_and_filter(client: ApiClient, app: App) -> None:
    admin, caller, site_id = await a_place(client, app)
    elsewhere = (await a_site(app, admin)).id
    for number, place in enumerate((site_id, elsewhere, site_id)):
        await a_well(app, admin, place, name=f"F-{number}")

    async def names(query: str) -> list[str]:
        return [well["name"] for well in (await caller.get(f"v1/wells?{query}")).json["items"]]

    assert await names("sort=-createdAt") == ["F-2", "F-1", "F-0"]
    assert await names(f"siteId={site_id}") == ["F-0", "F-2"]
    assert await names("search=f-1") == ["F-1"]
    assert await names("status=suspended") == []
    with counted_requests() as made:
        page = await caller.get("v1/wells?limit=2")
    assert made == ["POST directory"]
    assert await names(f"limit=2&cursor={page.json['nextCursor']}") == ["F-2"]


async def test_both_are_on_record(client: ApiClient, app: App) -> None:
    admin, caller, site_id = await a_place(client, app)
    well = await caller.post("v1/wells", a_body(site_id, roles=ROLES[:1]))
    await change(caller, well, roles=ROLES, status="active")
    query = Query(
        "SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @id ORDER BY c.id", {"@id": well.json["id"]}
    )
    found = await app.database.container("directory").query(query, admin.organisation_id, limit=10)
    assert [(one["type"], one["createdBy"], one["data"]) for one in found] == [
        ("well.created", admin.id, {"name": "15/9-F-12", "siteId": site_id}),
        ("well.changed", admin.id, {"roles": [ROLES[:1], ROLES]}),
    ]
