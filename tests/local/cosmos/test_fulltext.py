"""Full-text policies, indexes and searches as the SDK asks for them."""

from typing import Any

import pytest
from azure.cosmos import ContainerProxy, DatabaseProxy, PartitionKey
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine

POLICY = {"defaultLanguage": "en-US", "fullTextPaths": [{"path": "/text", "language": "en-US"}, {"path": "/title"}]}
INDEXING = {"fullTextIndexes": [{"path": "/text"}]}
KEY = PartitionKey(path="/field")
TEXTS = {
    "a": "The subsea pump was replaced.",
    "b": "Pump house, high-pressure valve",
    "c": "A pumping station",
    "d": "The valve, then the PUMP",
    "e": "house pump",
}


@pytest.fixture
def reports(database: DatabaseProxy) -> ContainerProxy:
    container = database.create_container("reports", KEY, full_text_policy=POLICY, indexing_policy=INDEXING)
    for name, text in TEXTS.items():
        container.create_item({"id": name, "field": "Volve" if name < "d" else "Draugen", "text": text})
    container.create_item({"id": "f", "field": "Volve", "text": ["pump"]})
    container.create_item({"id": "g", "field": "Volve"})
    return container


def found(container: ContainerProxy, where: str, field: str | None = None, tail: str = "") -> list[str]:
    where_to = {"enable_cross_partition_query": True} if field is None else {"partition_key": field}
    names = list(container.query_items(f"SELECT VALUE c.id FROM c WHERE {where}{tail}", **where_to))
    return names if tail else sorted(names)


@pytest.mark.parametrize("indexing", [INDEXING, {}], ids=["indexed", "not indexed"])
@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("FullTextContains(c.text, 'pump')", "abde"),
        ("FullTextContains(c.text, 'pump house')", "b"),
        ("FullTextContains(c.text, 'valve')", "bd"),
        ("FullTextContainsAll(c.text, 'pump', 'valve')", "bd"),
        ("FullTextContainsAny(c.text, 'station', 'subsea')", "ac"),
        ("FullTextContains(c.text, 'pressure') AND c.id != 'z'", "b"),
        ("NOT FullTextContains(c.text, 'pump')", "c"),
        ("FullTextContains(c.text, 'pump') OR c.id = 'g'", "abdeg"),
        ("FullTextContains(c.text, '...')", ""),
    ],
)
def test_the_index_changes_no_answer(
    database: DatabaseProxy, reports: ContainerProxy, indexing: dict[str, Any], where: str, names: str
) -> None:
    database.replace_container(reports.id, KEY, full_text_policy=POLICY, indexing_policy=indexing)
    assert found(reports, where) == sorted(names)
    assert found(reports, where, "Volve") == sorted(set(names) & set("abcfg"))


def test_a_search_is_charged_for_what_it_found_with_an_index_and_for_all_without(
    database: DatabaseProxy, reports: ContainerProxy
) -> None:
    def charge() -> float:
        found(reports, "FullTextContains(c.text, 'subsea')", "Volve")
        return float(reports.client_connection.last_response_headers["x-ms-request-charge"])

    with_index = charge()
    database.replace_container(reports.id, KEY, full_text_policy=POLICY, indexing_policy={})
    assert with_index < charge()


def test_a_search_can_be_sorted(reports: ContainerProxy) -> None:
    names = found(reports, "FullTextContains(c.text, 'pump')", "Volve", " ORDER BY c.text DESC")
    assert names == ["a", "b"]


def test_the_index_follows_every_change(reports: ContainerProxy, database: DatabaseProxy) -> None:
    reports.replace_item("a", {"id": "a", "field": "Volve", "text": "a new riser"})
    reports.patch_item("b", "Volve", [{"op": "set", "path": "/text", "value": "another riser"}])
    reports.delete_item("d", "Draugen")
    reports.upsert_item({"id": "g", "field": "Volve", "text": "one more riser"})
    assert found(reports, "FullTextContains(c.text, 'riser')") == ["a", "b", "g"]
    assert found(reports, "FullTextContains(c.text, 'pump')") == ["e"]
    reports.delete_all_items_by_partition_key("Volve")
    assert found(reports, "FullTextContains(c.text, 'riser')") == []
    database.delete_container(reports.id)


def test_the_policy_and_its_index_are_shown(reports: ContainerProxy) -> None:
    properties = reports.read()
    assert properties["fullTextPolicy"] == POLICY
    assert properties["indexingPolicy"]["fullTextIndexes"] == [{"path": "/text"}]


@pytest.mark.parametrize(
    ("policy", "indexing", "sentence"),
    [
        ({"defaultLanguage": "xx-XX"}, {}, "unsupported language 'xx-XX'"),
        ({"fullTextPaths": []}, {}, "unsupported language 'None'"),
        ({"defaultLanguage": "en-US", "fullTextPaths": [{"path": "text"}]}, {}, "Policy contains an invalid path"),
        ({"defaultLanguage": "en-US", "fullTextPaths": [{"path": "/a/[]"}]}, {}, "Policy contains an invalid path"),
        ({"defaultLanguage": "en-US", "fullTextPaths": [{"path": "/a/*"}]}, {}, "Policy contains an invalid path"),
        ({"defaultLanguage": "en-US", "fullTextPaths": [{"path": "/a", "language": "no"}]}, {}, "unsupported language"),
        ({"defaultLanguage": "en-US", "fullTextPaths": {"path": "/a"}}, {}, "has to be a list"),
        ({"defaultLanguage": "en-US", "package": "standard"}, {}, "takes 'defaultLanguage' and 'fullTextPaths'"),
        (POLICY, {"fullTextIndexes": [{"path": "text"}]}, "Index contains an invalid path"),
        (POLICY, {"fullTextIndexes": [{"not_path": "/text"}]}, "Index contains an invalid path"),
        (POLICY, {"fullTextIndexes": [{"path": "/other"}]}, "is not in the Full Text Policy"),
        (None, {"fullTextIndexes": [{"path": "/text"}]}, "is not in the Full Text Policy"),
    ],
)
def test_a_policy_the_service_refuses(database: DatabaseProxy, policy: Any, indexing: Any, sentence: str) -> None:
    with pytest.raises(CosmosHttpResponseError) as error:
        database.create_container("x", KEY, full_text_policy=policy, indexing_policy=indexing)
    assert error.value.status_code == 400
    assert sentence in error.value.http_error_message


def test_a_container_with_an_index_leaves_nothing_behind(
    database: DatabaseProxy, reports: ContainerProxy, engine: Engine
) -> None:
    database.delete_container(reports.id)
    names = [name for (name,) in engine._store.rows("SELECT name FROM sqlite_master")]
    assert [name for name in names if "words" in name] == []


@pytest.fixture
def pages(database: DatabaseProxy) -> ContainerProxy:
    """Of two fields with documents of three pages each; every second page has the word."""
    key = PartitionKey(path=["/field", "/document"], kind="MultiHash")
    container = database.create_container("pages", key, full_text_policy=POLICY, indexing_policy=INDEXING)
    for number in range(60):
        place = {"field": "VD"[number % 2], "document": f"{number // 6}"}
        container.create_item({"id": f"{number:02}", **place, "text": "a pump" if number % 4 < 2 else "a valve"})
    return container


def paged(container: ContainerProxy, where: str) -> list[str]:
    """Under the first level of the key, three at a time."""
    rows = container.query_items(
        f"SELECT VALUE c.id FROM c WHERE FullTextContains(c.text, 'pump'){where}",
        partition_key=["V"],
        max_item_count=3,
    )
    return [name for page in rows.by_page() for name in page]


@pytest.mark.parametrize("few", [0, 10_000], ids=["key by key", "by the index"])
def test_a_search_under_a_prefix_finds_each_once_whatever_else_is_named(
    pages: ContainerProxy, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("local.cosmos.reading._FEW", few)
    of_field = [f"{number:02}" for number in range(0, 60, 4)]
    assert sorted(paged(pages, "")) == of_field
    some = " AND c.field = 'V' AND ARRAY_CONTAINS(['0', '3', '9', 'x'], c.document)"
    assert sorted(paged(pages, some)) == [name for name in of_field if f"{int(name) // 6}" in "039"]
    assert paged(pages, " AND c.field = 'D' AND ARRAY_CONTAINS(['0', '3'], c.document)") == []
    assert sorted(paged(pages, " AND ARRAY_CONTAINS(['00', '04', '05', '99'], c.id)")) == ["00", "04"]


@pytest.mark.parametrize("is_small", [True, False], ids=["sorting what is found", "walking the ids"])
@pytest.mark.parametrize(("order", "step"), [("", 1), (" DESC", -1)])
def test_a_search_under_a_prefix_can_be_sorted_by_id(
    pages: ContainerProxy, monkeypatch: pytest.MonkeyPatch, is_small: bool, order: str, step: int
) -> None:
    monkeypatch.setattr("local.cosmos.textindex.is_small", lambda *_: is_small)
    of_field = [f"{number:02}" for number in range(0, 60, 4)][::step]
    for top in (1, 7, 15, 20):
        text = f"SELECT TOP {top} VALUE c.id FROM c WHERE FullTextContains(c.text, 'pump') ORDER BY c.id{order}"
        for size in (3, top):
            rows = pages.query_items(text, partition_key=["V"], max_item_count=size)
            assert [name for page in rows.by_page() for name in page] == of_field[:top], (top, size)


def test_a_sorted_search_is_charged_for_what_it_takes(pages: ContainerProxy) -> None:
    def charge(top: int) -> float:
        text = f"SELECT TOP {top} VALUE 1 FROM c WHERE FullTextContains(c.text, 'pump') ORDER BY c.id DESC"
        assert len(list(pages.query_items(text, partition_key=["V"], max_item_count=top))) == top
        return float(pages.client_connection.last_response_headers["x-ms-request-charge"])

    assert charge(2) < charge(15)
