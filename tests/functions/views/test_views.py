"""Views: what people look for among the documents, kept under a name."""

import asyncio
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.app import App
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from shared.views.model import MAX_VIEWS, Shelf
from shared.views.query import ViewQuery, read
from shared.views.repository import ViewRepository
from tests.api_client import ApiClient, Response
from tests.documents import as_person, somebody
from tests.people import Person, a_member, a_site, an_api_key
from tests.searching import a_text

GOOD = {"name": "Mud reports", "query": {"q": "mud -cement", "typeId": new_id()}, "columns": ["title", "field:well"]}


async def kept(client: ApiClient, app: App, person: Person, **said: Any) -> dict[str, Any]:
    answer = await as_person(client, app, person).post("v1/views", {**GOOD, **said})
    assert answer.status == 201, answer.content
    view: dict[str, Any] = answer.json
    return view


async def listed(client: ApiClient, app: App, person: Person, query: str = "") -> list[str]:
    answer = await as_person(client, app, person).get(f"v1/views{query}")
    assert answer.status == 200, answer.content
    return [view["name"] for view in answer.json["items"]]


def colleague(person: Person, role: Role) -> Person:
    return somebody(role, organisation_id=person.organisation_id)


async def change(client: ApiClient, app: App, person: Person, view: dict[str, Any], **said: Any) -> Response:
    headers = {"If-Match": view["etag"]}
    return await as_person(client, app, person).request("PATCH", f"v1/views/{view['id']}", said, headers=headers)


async def test_a_view_is_kept_for_oneself(client: ApiClient, app: App) -> None:
    viewer = somebody(Role.VIEWER)
    view = await kept(client, app, viewer)
    read_again = (await as_person(client, app, viewer).get(f"v1/views/{view['id']}")).json
    assert {name: value for name, value in read_again["query"].items() if value not in (None, False)} == GOOD["query"]
    assert (read_again["columns"], read_again["roles"], read_again["ownerId"]) == (GOOD["columns"], [], viewer.id)
    other = colleague(viewer, Role.ADMIN)
    assert (await as_person(client, app, other).get(f"v1/views/{view['id']}")).status == 404
    assert (await change(client, app, other, view, name="Mine")).status == 404
    assert await listed(client, app, other) == []
    assert await listed(client, app, viewer) == ["Mud reports"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"query": {"typeId": "x"}}, "query.typeId"),
        ({"query": {"sort": "size"}}, "query.sort"),
        ({"query": {"q": "-mud"}}, "query.q"),
        ({"query": {"field": "well"}}, "query.field"),
        ({"query": {"limit": 5}}, "query.limit"),
        ({"query": {"q": "mud", "sort": "title"}}, "query"),
        ({"query": {"revisions": "all"}}, "query"),
        ({"columns": ["title", "title"]}, "columns"),
        ({"columns": ["<b>"]}, "columns[0]"),
        ({"columns": ["title"] * 41}, "columns"),
        ({"roles": ["owner"]}, "roles[0]"),
        ({"colour": "red"}, "colour"),
    ],
)
async def test_what_the_list_would_refuse_is_not_kept(
    client: ApiClient, app: App, wrong: dict[str, Any], field: str
) -> None:
    answer = await as_person(client, app, somebody()).post("v1/views", {**GOOD, **wrong})
    assert answer.status == 422
    assert field in {error["field"] for error in answer.json["errors"]}


async def test_an_engineer_shares_with_a_role(client: ApiClient, app: App) -> None:
    engineer = somebody()
    view = await kept(client, app, engineer, name="For operators", roles=["operator"])
    await kept(client, app, engineer, name="Mine")
    operator, viewer, admin = (colleague(engineer, role) for role in (Role.OPERATOR, Role.VIEWER, Role.ADMIN))
    assert await listed(client, app, operator) == ["For operators"]
    assert (await listed(client, app, viewer), await listed(client, app, admin)) == ([], [])
    assert await listed(client, app, engineer) == ["For operators", "Mine"]
    assert (await as_person(client, app, viewer).get(f"v1/views/{view['id']}")).status == 404
    assert (await change(client, app, operator, view, name="Ours")).status == 403


async def test_sharing_needs_the_permission(client: ApiClient, app: App) -> None:
    operator = somebody(Role.OPERATOR)
    answer = await as_person(client, app, operator).post("v1/views", {**GOOD, "roles": ["operator"]})
    assert answer.status == 403
    view = await kept(client, app, operator)
    assert (await change(client, app, operator, view, roles=["viewer"])).status == 403
    assert (await as_person(client, app, operator).get("v1/views?role=viewer")).status == 403
    assert (await as_person(client, app, operator).get("v1/views?role=operator")).status == 200


async def test_who_shares_looks_after_what_others_shared(client: ApiClient, app: App) -> None:
    engineer = somebody()
    view = await kept(client, app, engineer, roles=["viewer"])
    admin = colleague(engineer, Role.ADMIN)
    assert await listed(client, app, admin, "?role=viewer") == ["Mud reports"]
    changed = await change(client, app, admin, view, name="Better")
    assert (changed.status, changed.json["name"]) == (200, "Better")
    assert (await change(client, app, engineer, view, name="Late")).status == 412
    private = await change(client, app, admin, changed.json, roles=[])
    assert private.status == 200
    assert (await as_person(client, app, admin).get(f"v1/views/{view['id']}")).status == 404
    assert await listed(client, app, engineer) == ["Better"]


async def test_a_view_that_is_deleted_is_gone_and_makes_room(client: ApiClient, app: App) -> None:
    engineer = somebody()
    view = await kept(client, app, engineer)
    caller = as_person(client, app, engineer)
    path = f"v1/views/{view['id']}"
    assert (await caller.request("DELETE", path)).status == 428
    assert (await caller.request("DELETE", path, headers={"If-Match": '"0"'})).status == 412
    assert (await caller.request("DELETE", path, headers={"If-Match": view["etag"]})).status == 204
    assert (await caller.get(path)).status == 404
    shelf = await app.views.views.shelf(engineer.organisation_id, engineer.id, app.now())
    assert shelf.views == ()


async def test_a_view_that_is_changed_at_that_moment_is_not_deleted(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    engineer = somebody(Role.ENGINEER)
    view = await kept(client, app, engineer)
    shelf = ViewRepository.shelf

    async def changed_before(*given: Any) -> Shelf:
        monkeypatch.undo()
        assert (await change(client, app, engineer, view, name="Ours", roles=["viewer"])).status == 200
        return await shelf(*given)

    monkeypatch.setattr(ViewRepository, "shelf", changed_before)
    answer = await as_person(client, app, engineer).request(
        "DELETE", f"v1/views/{view['id']}", headers={"If-Match": view["etag"]}
    )
    assert (answer.status, answer.code) == (412, "stale_version")
    assert await listed(client, app, engineer) == ["Ours"]


async def test_of_many_at_once_no_more_than_allowed_are_kept(client: ApiClient, app: App) -> None:
    engineer = somebody()
    shelf = Shelf.empty(engineer.organisation_id, engineer.id, app.now())
    full = shelf.changed(app.now(), views=tuple(new_id() for _ in range(MAX_VIEWS - 1)))
    await app.views.views.put(full)
    caller = as_person(client, app, engineer)
    answers = await asyncio.gather(*(caller.post("v1/views", GOOD) for _ in range(3)))
    assert sorted(answer.status for answer in answers) == [201, 409, 409]
    assert {answer.code for answer in answers if answer.status == 409} == {"too_many_views"}


async def test_one_view_may_open_first(client: ApiClient, app: App) -> None:
    engineer = somebody()
    operator = colleague(engineer, Role.OPERATOR)
    shared = await kept(client, app, engineer, roles=["operator"])
    mine = await kept(client, app, operator, name="Mine")
    caller = as_person(client, app, operator)

    async def first() -> str | None:
        found: str | None = (await caller.get("v1/views?limit=1")).json["defaultId"]
        return found

    assert await first() is None
    for view in (mine, shared):
        assert (await caller.request("PUT", "v1/views/default", {"viewId": view["id"]})).status == 204
        assert await first() == view["id"]
    assert (await change(client, app, engineer, shared, roles=[])).status == 200
    assert await first() is None
    assert (await caller.request("PUT", "v1/views/default", {"viewId": shared["id"]})).status == 404
    assert (await caller.request("PUT", "v1/views/default", {"viewId": mine["id"]})).status == 204
    assert (await caller.request("DELETE", f"v1/views/{mine['id']}", headers={"If-Match": mine["etag"]})).status == 204
    assert await first() is None
    assert (await caller.request("PUT", "v1/views/default", {"viewId": None})).status == 204


async def test_what_a_view_names_and_is_gone_is_said(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    await a_text(app, admin.actor, tags=("hot",), site_id=site.id)
    there = {"siteId": site.id, "tag": "hot"}
    gone = {"siteId": new_id(), "typeId": new_id(), "discipline": "XX", "tag": "cold"}
    caller = as_person(client, app, admin)
    for query, expected in ((there, []), (gone, ["discipline", "siteId", "tag", "typeId"])):
        view = await kept(client, app, admin, query=query, roles=["admin", "viewer"])
        opened = await caller.get(f"v1/views/{view['id']}")
        assert (opened.status, opened.json["gone"]) == (200, expected)
        again = await caller.get(f"v1/views/{view['id']}", headers={"If-None-Match": view["etag"]})
        assert again.status == (200 if expected else 304)  # what is gone may be so since the view was read
        assert (await caller.get(f"v1/documents?{urlencode(query)}")).status == 200
    elsewhere = Person(new_id(), admin.organisation_id, "v@x.test", Role.VIEWER, (new_id(),))
    view = await kept(client, app, admin, query=there, roles=["viewer"])
    opened = await as_person(client, app, elsewhere).get(f"v1/views/{view['id']}")
    assert opened.json["gone"] == ["siteId", "tag"]


async def test_what_is_not_understood_any_more_is_left_out_and_said(client: ApiClient, app: App) -> None:
    engineer = somebody()
    view = await kept(client, app, engineer)
    stored = await app.views.get(engineer.actor, view["id"])
    query = {"q": "mud", "sort": "title", "colour": "red", "status": "odd"}
    await app.views.views.replace(stored.model_copy(update={"query": query}))
    opened = await as_person(client, app, engineer).get(f"v1/views/{view['id']}")
    assert (opened.status, opened.json["gone"]) == (200, ["colour", "q", "sort", "status"])


async def test_a_key_keeps_views_of_its_own(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    await kept(client, app, admin, roles=["admin"])
    _, token = await an_api_key(app, admin, Permission.DOCUMENTS_READ)
    caller = client.signed_in(token)
    assert (await caller.post("v1/views", {**GOOD, "name": "Theirs"})).status == 201
    assert [view["name"] for view in (await caller.get("v1/views")).json["items"]] == ["Theirs"]


async def test_a_stored_name_shows_in_pages(client: ApiClient, app: App) -> None:
    engineer = somebody()
    for name in ("c", "a", "b"):
        await kept(client, app, engineer, name=name)
    first = (await as_person(client, app, engineer).get("v1/views?limit=2")).json
    assert [view["name"] for view in first["items"]] == ["a", "b"]
    assert await listed(client, app, engineer, f"?limit=2&cursor={first['nextCursor']}") == ["c"]
    assert await listed(client, app, engineer, "?sort=-name") == ["c", "b", "a"]


QUERIES = st.fixed_dictionaries(
    {},
    optional={
        "q": st.text(max_size=30),
        "sort": st.sampled_from(["title", "-number", "x"]),
        "revisions": st.sampled_from(["served", "all", "some"]),
        "status": st.sampled_from(["draft", "approved", "odd"]),
        "state": st.sampled_from(["ready", "odd"]),
        "tag": st.text(max_size=5),
        "number": st.text(max_size=5),
        "field": st.sampled_from(["well:15/9", "well", "depth:100 ft", ":"]),
        "createdFrom": st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-01", "yesterday"]),
        "typeId": st.sampled_from([new_id(), "", "x"]),
    },
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
async def test_whatever_was_kept_is_a_good_request(client: ApiClient, app: App, query: dict[str, str]) -> None:
    caller = as_person(client, app, somebody())
    answer = await caller.post("v1/views", {"name": "x", "query": query})
    assert answer.status in {201, 422}
    if answer.status == 201:
        said = ViewQuery.model_validate(answer.json["query"]).to_stored()
        assert read(said)[1] == []
        parameters = {name: str(value).lower() if value is False else value for name, value in said.items()}
        path = "v1/documents/search" if "q" in said else "v1/documents"
        assert (await caller.get(f"{path}?{urlencode(parameters)}")).status == 200
