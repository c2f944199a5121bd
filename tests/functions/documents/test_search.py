"""GET /documents/search."""

from typing import Any
from urllib.parse import quote

import pytest

from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.documents import as_person, somebody
from tests.people import Person, a_member, a_site, counted_requests
from tests.searching import a_further_text, a_text


async def search(client: ApiClient, app: App, person: Person, q: str, more: str = "") -> dict[str, Any]:
    answer = await as_person(client, app, person).get(f"v1/documents/search?q={quote(q)}{more}")
    assert answer.status == 200, answer.content
    found: dict[str, Any] = answer.json
    return found


async def titles(client: ApiClient, app: App, person: Person, q: str, more: str = "") -> list[str]:
    return [hit["document"]["title"] for hit in (await search(client, app, person, q, more))["items"]]


async def test_who_may_search(client: ApiClient, app: App) -> None:
    assert (await client.get("v1/documents/search?q=mud")).status == 401
    assert (await as_person(client, app, somebody(Role.VIEWER)).get("v1/documents/search?q=mud")).status == 200


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=%20%20", "q"),
        ("q=---", "q"),
        ("q=-mud", "q"),
        ("q=%22%22", "q"),
        (f"q={'mudd%20' * 200}x", "q"),
        (f"q={'%20'.join(f'w{n}' for n in range(17))}", "q"),
        (f"q={'-'.join('123456789' * 6)}", "q"),
        ("q=mud&revisions=old", "revisions"),
        ("q=mud&limit=51", "limit"),
        ("q=mud&typeId=x", "typeId"),
        ("q=mud&sort=title", "sort"),
    ],
)
async def test_a_query_that_makes_no_sense_is_explained(client: ApiClient, app: App, query: str, field: str) -> None:
    answer = await as_person(client, app, somebody()).get(f"v1/documents/search?{query}")
    assert answer.status == 422
    assert field in {error["field"] for error in answer.json["errors"]}


async def test_a_cursor_of_another_search_is_refused(client: ApiClient, app: App) -> None:
    engineer = somebody()
    for number in range(3):
        await a_text(app, engineer.actor, title=f"Mud report {number}")
    first = await search(client, app, engineer, "mud", "&limit=1")
    for query in (
        f"q=report&cursor={first['nextCursor']}",
        "q=mud&cursor=AAAA",
        "q=mud&trashed=true&cursor=" + first["nextCursor"],
    ):
        answer = await as_person(client, app, engineer).get(f"v1/documents/search?limit=1&{query}")
        assert (answer.status, answer.json["code"]) == (400, "cursor_invalid"), answer.content


async def test_a_hit_names_document_revision_and_page(client: ApiClient, app: App) -> None:
    engineer = somebody()
    before = "Before. " * 60
    document = await a_text(app, engineer.actor, "Nothing here", f"{before}The Mud weight 🛢 was 1.4 sg.", title="Daily")
    found = await search(client, app, engineer, "mud WEIGHT")
    (hit,) = found["items"]
    assert (hit["document"]["id"], hit["matches"], hit["pageCount"]) == (document.id, [], 1)
    (page,) = hit["pages"]
    assert (page["revision"], page["standing"], page["number"], page["label"]) == (1, "in_force", 2, "")
    snippet = page["snippet"]
    as_javascript = snippet["text"].encode("utf-16-le")
    marked = [as_javascript[2 * one["start"] : 2 * one["end"]].decode("utf-16-le") for one in snippet["ranges"]]
    assert marked == ["Mud", "weight"]
    assert len(snippet["text"]) < 300
    assert (found["isComplete"], found["nextCursor"]) == (True, None)


async def test_a_hit_in_the_metadata_says_where(client: ApiClient, app: App) -> None:
    engineer = somebody()
    said = {
        "tags": ("pressure test",),
        "number": "PC-DWG-0012",
        "fields": {"well": "NO 15/9-F-11 A", "depth": {"value": 3}},
    }
    await a_text(app, engineer.actor, title="Riser pressure drawing", file_name="pressure.pdf", **said)
    (hit,) = (await search(client, app, engineer, "pressure"))["items"]
    assert [(match["part"], match["key"]) for match in hit["matches"]] == [
        ("title", None),
        ("tags", None),
        ("file_name", None),
    ]
    (hit,) = (await search(client, app, engineer, "f-11"))["items"]
    (match,) = hit["matches"]
    assert (match["part"], match["key"], match["snippet"]["text"]) == ("fields", "well", "NO 15/9-F-11 A")
    assert match["snippet"]["ranges"] == [{"start": 8, "end": 12}]


@pytest.mark.parametrize(
    "typed",
    [
        "PC-DWG-0012",
        "pc-dwg-0012",
        "PC-DWG-00",
        "DWG-0012",
        "0012",
        "PC DWG 0012",
        "pc-dwg",
        "15/9-F-11 A",
        "NO 15/9-F-11 A",
        "15/9-F-11A",
        "15/9-F-1",
        "15/9",
        "F-11",
        "f11a",
        '"15/9 F 11"',
        "snohvit",
        "SNØHVIT",
        "asgard",
        "Ærfugl",
        "aerfugl",
        "drill",
        "reports",
        "report -cement",
        '9 5/8" casing',
        "as-built no",
    ],
)
async def test_what_people_type_finds_it(client: ApiClient, app: App, typed: str) -> None:
    engineer = somebody()
    title = 'NO 15/9-F-11 A drilling report, Snøhvit Åsgard Ærfugl, 9 5/8" casing, as built'
    await a_text(app, engineer.actor, title=title, number="PC-DWG-0012")
    await a_text(app, engineer.actor, title="Something else", number="PC-DWX-0912")
    assert await titles(client, app, engineer, typed) == [title]


@pytest.mark.parametrize(
    "typed", ["PC-DWG-012", "0013", "15/9-F-12", "F-11 B", '"11 F"', '"drill"', "rilling", "report -casing", "casing x"]
)
async def test_and_what_does_not_fit_does_not(client: ApiClient, app: App, typed: str) -> None:
    engineer = somebody()
    await a_text(app, engineer.actor, title="NO 15/9-F-11 A drilling report, casing", number="PC-DWG-0012")
    assert await titles(client, app, engineer, typed) == []


async def test_on_pages_words_count_whole_and_in_both_numbers(client: ApiClient, app: App) -> None:
    engineer = somebody()
    await a_text(app, engineer.actor, "The pumps of well NO 15/9-F-11 A in the casing", title="one")
    for typed, expected in {
        "pump": ["one"],
        "pumps": ["one"],
        "pum": [],
        "15/9-F-11 A": ["one"],
        "f11": ["one"],
        '"pumps of well"': ["one"],
        '"pump of well"': [],
        '"of well no"': ["one"],
        "pump -casing": [],
        "pump -tubing": ["one"],
        "the": ["one"],
    }.items():
        assert await titles(client, app, engineer, typed) == expected, typed


async def test_title_and_number_come_before_text(client: ApiClient, app: App) -> None:
    engineer = somebody()
    await a_text(app, engineer.actor, "casing " * 50, title="by text")
    await a_text(app, engineer.actor, "casing casing", "casing", title="by more text")
    await a_text(app, engineer.actor, title="by tag", tags=("casing",))
    await a_text(app, engineer.actor, title="casing by title")
    await a_text(app, engineer.actor, title="casings by the plural, newer")
    await a_text(app, engineer.actor, title="by number", number="CASING-1")
    assert (await titles(client, app, engineer, "casing"))[:4] == [
        "by number",
        "casings by the plural, newer",
        "casing by title",
        "by tag",
    ]


async def test_pages_of_one_document_are_one_hit(client: ApiClient, app: App) -> None:
    engineer = somebody()
    await a_text(app, engineer.actor, *["a riser and more of it"] * 3, "riser riser", "no", title="The riser")
    (hit,) = (await search(client, app, engineer, "riser"))["items"]
    assert [page["number"] for page in hit["pages"]] == [4, 1, 2]
    assert (hit["pageCount"], len(hit["matches"])) == (4, 1)


async def test_by_default_the_revision_that_is_served_is_searched(client: ApiClient, app: App) -> None:
    engineer = somebody()
    document = await a_text(app, engineer.actor, "the old riser", title="one")
    await a_further_text(app, engineer.actor, document, "the new tubing")
    assert await titles(client, app, engineer, "riser") == []
    (hit,) = (await search(client, app, engineer, "tubing"))["items"]
    assert [(page["revision"], page["standing"]) for page in hit["pages"]] == [(2, "in_force")]
    (hit,) = (await search(client, app, engineer, "riser", "&revisions=all"))["items"]
    assert [(page["revision"], page["standing"]) for page in hit["pages"]] == [(1, "superseded")]
    (hit,) = (await search(client, app, engineer, "the", "&revisions=all"))["items"]
    assert [(page["revision"], page["standing"]) for page in hit["pages"]] == [(2, "in_force"), (1, "superseded")]


async def test_what_is_not_approved_yet_is_not_searched_while_something_is_in_force(
    client: ApiClient, app: App
) -> None:
    engineer = somebody()
    document = await a_text(app, engineer.actor, "riser", title="one", review_required=True)
    (hit,) = (await search(client, app, engineer, "riser"))["items"]
    assert [page["standing"] for page in hit["pages"]] == ["draft"]
    approved = document.model_copy(update={"approved": document.current})
    document = await app.documents.service.documents.replace(approved)
    await a_further_text(app, engineer.actor, document, "tubing")
    assert await titles(client, app, engineer, "tubing") == []
    (hit,) = (await search(client, app, engineer, "tubing", "&revisions=all"))["items"]
    assert [(page["revision"], page["standing"]) for page in hit["pages"]] == [(2, "draft")]


async def test_filters_narrow_it_down(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    await a_text(app, admin.actor, "riser", title="one", site_id=site.id, tags=("hot",), discipline="DR")
    await a_text(
        app, admin.actor, "riser", title="two riser", fields={"well": "15/9"}, type_id="01ARZ3NDEKTSV4RRFFQ69G5FAV"
    )
    for more, expected in {
        "": {"one", "two riser"},
        f"&siteId={site.id}": {"one"},
        "&tag=HOT": {"one"},
        "&discipline=DR": {"one"},
        "&discipline=XX": set[str](),
        "&field=well:15/9": {"two riser"},
        "&typeId=01ARZ3NDEKTSV4RRFFQ69G5FAV": {"two riser"},
        "&status=approved": {"one", "two riser"},
        "&status=draft": set[str](),
        "&state=ready": {"one", "two riser"},
        "&trashed=true": set[str](),
        "&createdBefore=2020-01-01T00:00:00Z": set[str](),
    }.items():
        assert set(await titles(client, app, admin, "riser", more)) == expected, more


async def test_pages_of_hits_hold_each_hit_once(client: ApiClient, app: App) -> None:
    engineer = somebody()
    for number in range(5):
        await a_text(app, engineer.actor, *["mud"] * (number + 1), title=f"{number}")
    seen, cursor = list[str](), ""
    while True:
        page = await search(client, app, engineer, "mud", f"&limit=2{cursor}")
        seen += [hit["document"]["title"] for hit in page["items"]]
        if page["nextCursor"] is None:
            break
        cursor = f"&cursor={page['nextCursor']}"
    assert seen == ["4", "3", "2", "1", "0"]


async def test_a_search_costs_few_requests(client: ApiClient, app: App) -> None:
    engineer = somebody()
    for number in range(5):
        await a_text(app, engineer.actor, "the mud", title=f"{number}")
    caller = as_person(client, app, engineer)
    await caller.get("v1/documents/search?q=warm")
    with counted_requests() as made:
        answer = await caller.get("v1/documents/search?q=mud")
    assert len(answer.json["items"]) == 5
    assert sorted(one for one in made if one != "GET ") == ["POST documents"] * 3 + ["POST pages"] * 2
