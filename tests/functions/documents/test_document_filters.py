"""GET /documents?...: what a list is narrowed down to, and the order of numbers."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest

from shared.app import App
from shared.document_types.fields import FieldSpec
from shared.document_types.model import Discipline
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.document_types import a_document_type
from tests.documents import PDF, announcement, as_person, somebody
from tests.people import Person, a_member, a_site, counted_requests

FIELDS = [
    FieldSpec.model_validate({"key": "value", "label": "Well", "type": "text"}),
    FieldSpec.model_validate({"key": "depth", "label": "Depth", "type": "number", "unit": "m"}),
]


class Shelf:
    """Three documents of a type, and one of none."""

    def __init__(self, caller: ApiClient) -> None:
        self.caller = caller
        self.named: dict[str, dict[str, Any]] = {}

    async def add(self, name: str, **said: Any) -> None:
        answer = await self.caller.post("v1/documents", announcement(PDF, title=name, **said))
        assert answer.status == 201, answer.content
        self.named[name] = answer.json["document"]

    async def found(self, query: str) -> set[str]:
        answer = await self.caller.get(f"v1/documents?{query}")
        assert answer.status == 200, answer.content
        return {row["title"] for row in answer.json["items"]}


async def a_shelf(client: ApiClient, app: App, clock: Clock, owner: Person) -> Shelf:
    shelf = Shelf(as_person(client, app, owner))
    site = await a_site(app, owner)
    kind = await a_document_type(app, owner, *FIELDS, number_pattern="{type}-{seq:2}")
    held = await app.document_types.get_disciplines(owner.actor)
    await app.document_types.replace_disciplines(owner.actor, [Discipline(code="DR", name="Drilling")], held.etag)
    await shelf.add("one", typeId=kind.id, siteId=site.id, tags=["Hot work"], fields={"value": "15/9", "depth": 30.48})
    clock.advance(minutes=1)
    await shelf.add("two", typeId=kind.id, discipline="DR", fields={"depth": {"value": 100, "unit": "ft"}})
    clock.advance(minutes=1)
    await shelf.add("three", typeId=kind.id, tags=["cold", "hot work"], fields={"value": "100"})
    await shelf.add("plain")
    return shelf


async def test_each_filter_finds_what_it_says(client: ApiClient, app: App, clock: Clock) -> None:
    shelf = await a_shelf(client, app, clock, await a_member(app, Role.ADMIN))
    one = shelf.named["one"]
    for query, expected in {
        f"typeId={one['typeId']}": {"one", "two", "three"},
        f"siteId={one['siteId']}": {"one"},
        "discipline=DR": {"two"},
        "tag=HOT%20%20work": {"one", "three"},
        "tag=warm": set[str](),
        "number=drl-0": {"one", "two", "three"},
        "number=DRL-02": {"two"},
        "number=RL": set[str](),
        "field=value:15/9": {"one"},
        "field=value:15": set[str](),
        "field=depth:30.48": {"one"},
        "field=depth:100": {"two"},
        "field=depth:100%20ft": {"one", "two"},
        "field=depth:30.48m": {"one", "two"},
        "field=value:100": {"three"},
        "tag=hot%20work&field=value:100": {"three"},
    }.items():
        assert await shelf.found(query) == expected, query


@pytest.mark.parametrize("path", ["created", "updated"])
async def test_periods_begin_with_their_first_moment_and_end_before_their_last(
    client: ApiClient, app: App, clock: Clock, path: str
) -> None:
    shelf = await a_shelf(client, app, clock, await a_member(app, Role.ADMIN))
    now = app.now()
    begin, end = quote((now - timedelta(minutes=1)).isoformat()), quote(now.isoformat())
    assert await shelf.found(f"{path}From={begin}&{path}Before={end}") == {"two"}
    assert await shelf.found(f"{path}From={end}") == {"three", "plain"}


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "0999-05-04T00:00:00Z", "9999-12-31T23:59:59-14:00"])
async def test_a_moment_outside_the_calendar_is_refused(client: ApiClient, app: App, moment: str) -> None:
    caller = as_person(client, app, await a_member(app, Role.VIEWER))
    for path, name in (("v1/documents?", "createdFrom"), ("v1/documents/search?q=a&", "updatedBefore")):
        answer = await caller.get(f"{path}{name}={quote(moment)}")
        assert (answer.status, answer.fields) == (422, {name})


async def test_by_number_what_has_none_is_left_out(client: ApiClient, app: App, clock: Clock) -> None:
    shelf = await a_shelf(client, app, clock, await a_member(app, Role.ADMIN))
    for sort, expected in (("number", ["one", "two", "three"]), ("-number", ["three", "two", "one"])):
        shown, cursor = list[str](), ""
        while True:
            page = (await shelf.caller.get(f"v1/documents?sort={sort}&limit=2&cursor={cursor}")).json
            shown += [row["title"] for row in page["items"]]
            if not (cursor := page["nextCursor"]):
                break
        assert shown == expected


async def test_a_filter_never_shows_what_is_out_of_sight(client: ApiClient, app: App, clock: Clock) -> None:
    owner = await a_member(app, Role.ADMIN)
    shelf = await a_shelf(client, app, clock, owner)
    limited = somebody(Role.ENGINEER, organisation_id=owner.organisation_id, site_ids=())
    theirs = Shelf(as_person(client, app, limited))
    assert await theirs.found("tag=hot%20work") == {"three"}
    assert await theirs.found(f"siteId={shelf.named['one']['siteId']}") == set()


async def test_a_narrowed_page_costs_one_request(client: ApiClient, app: App, clock: Clock) -> None:
    shelf = await a_shelf(client, app, clock, await a_member(app, Role.ADMIN))
    with counted_requests() as requests:
        await shelf.found("tag=hot%20work&field=value:15/9&number=DRL&sort=number")
    assert requests == ["POST documents"]
