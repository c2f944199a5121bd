"""What a query may do depends on what it covers: one key, a prefix, a range, everything."""

import json
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, DatabaseProxy, PartitionKey
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine
from local.cosmos.options import Options

FIELDS = ("Volve", "Snorre", "Troll", "Oseberg")
DOCS = "/dbs/oilfield/colls/wells/docs"


@pytest.fixture
def filled(wells: ContainerProxy) -> ContainerProxy:
    """Ten wells in each of four fields; depth falls with the number."""
    for field in FIELDS:
        for number in range(10):
            wells.create_item({"id": f"{field}-{number}", "field": field, "n": number, "depth": 3000 - number})
    return wells


def query(call: Any, text: str, key: list[Any] | None = None, **headers: str) -> Any:
    return call("POST", DOCS, {"query": text}, key=key, x_ms_documentdb_isquery="true", **headers)


def test_inside_one_key_everything_goes(filled: ContainerProxy) -> None:
    def ask(text: str, **parameters: Any) -> list[Any]:
        named = [{"name": f"@{name}", "value": value} for name, value in parameters.items()]
        return list(filled.query_items(text, parameters=named, partition_key="Volve"))

    assert ask("SELECT VALUE c.id FROM c WHERE c.n >= @n ORDER BY c.depth", n=8) == ["Volve-9", "Volve-8"]
    assert ask("SELECT TOP 1 VALUE c.n FROM c ORDER BY c.n DESC") == [9]
    assert ask("SELECT VALUE c.n FROM c ORDER BY c.n OFFSET 3 LIMIT 2") == [3, 4]
    assert ask("SELECT VALUE COUNT(1) FROM c") == [10]
    assert ask("SELECT c.field, COUNT(1) AS many FROM c GROUP BY c.field") == [{"field": "Volve", "many": 10}]


def test_everywhere_the_sdk_merges_the_ranges(filled: ContainerProxy) -> None:
    def ask(text: str) -> list[Any]:
        return list(filled.query_items(text, enable_cross_partition_query=True, max_item_count=3))

    assert ask("SELECT VALUE c.depth FROM c ORDER BY c.depth OFFSET 2 LIMIT 3") == [2991, 2991, 2992]
    assert ask("SELECT VALUE COUNT(1) FROM c") == [40]
    assert ask("SELECT VALUE MAX(c.n) FROM c WHERE c.n < 5") == [4]
    assert sorted(ask("SELECT DISTINCT VALUE c.field FROM c")) == sorted(FIELDS)
    assert len(ask("SELECT * FROM c WHERE c.n = 3")) == 4
    assert ask("SELECT TOP 2 VALUE c.n FROM c ORDER BY c.n DESC") == [9, 9]


def test_everywhere_needs_the_flag(filled: ContainerProxy, call: Any) -> None:
    refused = query(call, "SELECT * FROM c")
    assert refused.status == 400
    assert b"Cross partition query is required but disabled" in refused.body
    assert query(call, "SELECT * FROM c WHERE c.field = 'Volve'").status == 200


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM c ORDER BY c.n", "SELECT TOP 3 * FROM c", "SELECT * FROM c OFFSET 0 LIMIT 1", "SELECT DISTINCT c.n FROM c",
        "SELECT VALUE COUNT(1) FROM c", "SELECT c.n FROM c GROUP BY c.n",
    ],
)  # fmt: skip
def test_what_needs_a_plan_is_answered_by_asking_for_one(filled: ContainerProxy, call: Any, text: str) -> None:
    refused = query(call, text, x_ms_documentdb_query_enablecrosspartition="True")
    assert (refused.status, refused.headers["x-ms-substatus"]) == (400, "1004")


@pytest.mark.parametrize("text", ["SELECT c.n, COUNT(1) AS m FROM c GROUP BY c.n", "SELECT COUNT(1) FROM c"])
def test_what_the_sdk_cannot_merge_is_refused(filled: ContainerProxy, text: str) -> None:
    with pytest.raises(CosmosHttpResponseError) as refused:
        list(filled.query_items(text, enable_cross_partition_query=True))
    assert refused.value.status_code == 400


def test_a_lenient_server_answers_in_one_pass(clock: Any) -> None:
    engine = Engine.open(":memory:", Options(authorise=False, strict=False, ranges=3, clock=clock))
    engine.handle("POST", "/dbs", {}, b'{"id":"d"}')
    engine.handle("POST", "/dbs/d/colls", {}, b'{"id":"c","partitionKey":{"paths":["/k"]}}')
    for number in (3, 1, 2):
        body = json.dumps({"id": str(number), "k": str(number), "m": -number}).encode()
        engine.handle("POST", "/dbs/d/colls/c/docs", {"x-ms-documentdb-partitionkey": f'["{number}"]'}, body)
    answer = engine.handle(
        "POST",
        "/dbs/d/colls/c/docs",
        {"x-ms-documentdb-isquery": "true"},
        b'{"query":"SELECT VALUE c.id FROM c ORDER BY c.k, c.m"}',
    )
    assert json.loads(answer.body)["Documents"] == ["1", "2", "3"]
    engine.close()


@pytest.mark.parametrize("text", ["SELECT * FROM c", "SELECT VALUE c.id FROM c ORDER BY c.depth"])
@pytest.mark.parametrize("size", [1, 3, 10, 100])
def test_pages_of_one_key_have_no_gap_and_no_repetition(filled: ContainerProxy, text: str, size: int) -> None:
    token, rows, pages = None, [], 0
    while True:
        pager = filled.query_items(text, partition_key="Volve", max_item_count=size).by_page(token)
        page = list(next(pager))
        assert len(page) <= size
        rows += [row if isinstance(row, str) else row["id"] for row in page]
        pages += 1
        if (token := pager.continuation_token) is None:
            break
    assert sorted(rows) == [f"Volve-{n}" for n in range(10)]
    assert pages == -(-10 // size)


def test_streamed_pages_are_stable_while_items_come_and_go(filled: ContainerProxy) -> None:
    pager = filled.query_items("SELECT VALUE c.id FROM c", partition_key="Volve", max_item_count=4).by_page()
    rows = list(next(pager))
    filled.delete_item("Volve-0", "Volve")
    filled.upsert_item({"id": "Volve-9", "field": "Volve", "n": 99})
    rows += [row for page in pager for row in page]
    assert rows == [f"Volve-{n}" for n in range(10)]


def test_rows_of_one_item_continue_on_the_next_page(wells: ContainerProxy) -> None:
    for name in ("a", "b"):
        wells.create_item({"id": name, "field": "Volve", "tags": [1, 2, 3]})
    text = "SELECT VALUE CONCAT(c.id, ToString(t)) FROM c JOIN t IN c.tags"
    pages = wells.query_items(text, partition_key="Volve", max_item_count=2).by_page()
    assert [list(page) for page in pages] == [["a1", "a2"], ["a3", "b1"], ["b2", "b3"]]


@pytest.mark.parametrize("token", ["rubbish", "e30=", "WzEsMiwzLDQsIiIsMF0=", "\u00e9"])
def test_a_foreign_continuation_is_refused(filled: ContainerProxy, call: Any, token: str) -> None:
    assert query(call, "SELECT * FROM c", ["Volve"], x_ms_continuation=token).status == 400


def test_a_continuation_of_the_services_own_form_starts_anew(filled: ContainerProxy, call: Any) -> None:
    # The service passes over one that speaks of another container; the SDK's tests hand such a one in.
    answer = query(call, "SELECT * FROM c", ["Volve"], x_ms_continuation="-RID:~abcdAKmzzz0EAAAAAAAAAA==#RT:1#TRC:3")
    assert answer.status == 200 and answer.headers["x-ms-item-count"] == "10"


@pytest.mark.parametrize("size", ["0", "-2", "many"])
def test_a_bad_page_size_is_refused(filled: ContainerProxy, call: Any, size: str) -> None:
    assert query(call, "SELECT * FROM c", ["Volve"], x_ms_max_item_count=size).status == 400


@pytest.mark.parametrize(
    "body",
    [b"[]", b"{}", b'{"query":7}', b'{"query":"x","parameters":7}', b'{"query":"SELECT * FROM c WHERE BADFUNC(c)"}'],
)
def test_a_bad_query_is_refused(wells: ContainerProxy, call: Any, body: bytes) -> None:
    answer = call("POST", DOCS, body, key=["Volve"], x_ms_documentdb_isquery="true")
    assert answer.status == 400


def test_a_syntax_error_says_where(wells: ContainerProxy, call: Any, message: Any) -> None:
    answer = query(call, "SELECT BADFUNC(c.x) FROM c", ["Volve"])
    assert '"code": "SC2005"' in message(answer)
    assert '"location": {"start": 7, "end": 14}' in message(answer)


def test_reading_many_items_at_once(filled: ContainerProxy) -> None:
    wanted = [(f"{field}-{number}", field) for field in FIELDS for number in (1, 5)]
    found = filled.read_items([*wanted, ("missing", "Volve"), ("Volve-2", "Snorre")])
    assert [(item["id"], item["field"]) for item in found] == wanted


def test_sorting_by_two_paths_needs_their_composite_index(database: DatabaseProxy) -> None:
    policy = {"compositeIndexes": [[{"path": "/n", "order": "ascending"}, {"path": "/depth", "order": "descending"}]]}
    container = database.create_container("sorted", PartitionKey(path="/field"), indexing_policy=policy)
    container.create_item({"id": "a", "field": "Volve", "n": 1, "depth": 1})

    def sort(order: str) -> int:
        return len(list(container.query_items(f"SELECT * FROM c ORDER BY {order}", partition_key="Volve")))

    assert sort("c.n, c.depth DESC") == 1
    assert sort("c.n DESC, c.depth") == 1
    for order in ("c.n, c.depth", "c.depth DESC, c.n", "c.n, c.depth DESC, c.id"):
        with pytest.raises(CosmosHttpResponseError) as refused:
            sort(order)
        assert "does not have a corresponding composite index" in str(refused.value)


def test_sorting_by_an_excluded_path_is_refused(database: DatabaseProxy) -> None:
    policy = {"includedPaths": [{"path": "/n/?"}], "excludedPaths": [{"path": "/*"}]}
    container = database.create_container("lean", PartitionKey(path="/field"), indexing_policy=policy)
    container.create_item({"id": "a", "field": "Volve", "n": 1, "depth": 1})
    for path in ("n", "_ts", "id"):
        assert len(list(container.query_items(f"SELECT * FROM c ORDER BY c.{path}", partition_key="Volve"))) == 1
    with pytest.raises(CosmosHttpResponseError) as refused:
        list(container.query_items("SELECT * FROM c ORDER BY c.depth", partition_key="Volve"))
    assert "order-by item is excluded" in str(refused.value)


def test_a_prefix_of_a_hierarchical_key_reads_all_below_it(pages: ContainerProxy) -> None:
    for organisation in ("o1", "o2"):
        for document in ("d1", "d2", "d3"):
            for number in range(3):
                item = {"id": f"{number}", "organisation": organisation, "document": document, "text": "oil"}
                pages.create_item(item)
    found = list(pages.query_items("SELECT * FROM c WHERE CONTAINS(c.text, 'oil')", partition_key=["o1"]))
    assert sorted((item["document"], item["id"]) for item in found) == [
        (f"d{d}", f"{n}") for d in (1, 2, 3) for n in range(3)
    ]
    one_by_one = pages.query_items("SELECT * FROM c", partition_key=["o1"], max_item_count=2).by_page()
    assert len([item for page in one_by_one for item in page]) == 9
    assert list(pages.query_items("SELECT VALUE COUNT(1) FROM c", partition_key=["o1"])) == [9]
    assert len(list(pages.query_items("SELECT * FROM c", partition_key=["o1", "d2"]))) == 3


def test_computed_properties_are_usable_but_not_shown(database: DatabaseProxy) -> None:
    computed = [{"name": "lower", "query": "SELECT VALUE LOWER(c.name) FROM c"}]
    container = database.create_container("named", PartitionKey(path="/field"), computed_properties=computed)
    container.create_item({"id": "a", "field": "Volve", "name": "ALPHA"})
    (found,) = container.query_items("SELECT * FROM c WHERE c.lower = 'alpha'", partition_key="Volve")
    assert "lower" not in found
