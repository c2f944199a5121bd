"""A sorted page read from an index is the page that sorting everything gives."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local.cosmos import ordered, scope
from local.cosmos.catalog import Container
from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.paging import Position
from local.cosmos.partitionkey import canonical
from local.cosmos.sql import compile_query, parse

NOW = 1_800_000_000
MISSING = object()
SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 3), st.sampled_from([0.5, -0.5, 2.0]), st.sampled_from(["", "a", "B", "\u00e9", "10"]),
    st.just(MISSING),
)  # fmt: skip
ITEMS = st.lists(st.tuples(SCALARS, SCALARS), max_size=25)
DIRECTIONS = st.sampled_from(["ASC", "DESC"])


@pytest.fixture
def empty() -> Iterator[Engine]:
    engine = Engine.open(":memory:", Options(authorise=False, clock=lambda: float(NOW)))
    assert engine.handle("POST", "/dbs", {}, b'{"id":"d"}').status == 201
    yield engine
    engine.close()


def a_container(engine: Engine, items: list[tuple[Any, Any]], **more: Any) -> Container:
    engine.handle("DELETE", "/dbs/d/colls/c", {}, b"")
    definition = {"id": "c", "partitionKey": {"paths": ["/k"]}, **more}
    assert engine.handle("POST", "/dbs/d/colls", {}, json.dumps(definition).encode()).status == 201
    for number, (x, y) in enumerate(items):
        values = {name: value for name, value in (("x", x), ("y", y)) if value is not MISSING}
        body = json.dumps({"id": f"{number:02}", "k": "k", **values}).encode()
        headers = {"x-ms-documentdb-partitionkey": '["k"]'}
        assert engine.handle("POST", "/dbs/d/colls/c/docs", headers, body).status == 201
    return engine._catalog.container("d", "c", as_owner=False)


def documents(container: Container) -> list[Any]:
    return [json.loads(body) for *_, body in container.documents.scan("1", (), "number", NOW)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    items=ITEMS, first=DIRECTIONS, second=DIRECTIONS, limit=st.integers(1, 6), skip=st.integers(0, 4), two=st.booleans()
)
def test_it_is_the_page_of_the_whole(
    empty: Engine, items: list[tuple[Any, Any]], first: str, second: str, limit: int, skip: int, two: bool
) -> None:
    container = a_container(empty, items)
    text = f"SELECT VALUE c.id FROM c WHERE c.id != '03' ORDER BY c.x {first}" + (f", c.y {second}" if two else "")
    query = compile_query(parse(text), [])
    page = ordered.page(container, query, scope.of_key(container, canonical(["k"])), Position(skip=skip), limit, NOW)
    assert page is not None
    whole = query.rows(documents(container))
    assert [json.loads(row) for row in page.texts] == whole[skip : skip + limit]
    assert (page.next is None) == (len(whole) <= skip + limit)


@pytest.mark.parametrize("tail", ["", " OFFSET 2 LIMIT 3", " OFFSET 30 LIMIT 3"])
@pytest.mark.parametrize("top", ["", "TOP 4 "])
def test_top_offset_and_limit_are_kept(empty: Engine, tail: str, top: str) -> None:
    if top and tail:
        tail = ""
    container = a_container(empty, [(number % 7, None) for number in range(20)])
    query = compile_query(parse(f"SELECT {top}VALUE c.id FROM c ORDER BY c.x DESC{tail}"), [])
    page = ordered.page(container, query, scope.of_key(container, canonical(["k"])), Position(), 100, NOW)
    assert page is not None
    assert [json.loads(row) for row in page.texts] == query.rows(documents(container))


def test_only_as_much_is_read_as_is_needed(empty: Engine) -> None:
    container = a_container(empty, [(number, None) for number in range(50)])
    query = compile_query(parse("SELECT * FROM c ORDER BY c.x OFFSET 0 LIMIT 5"), [])
    page = ordered.page(container, query, scope.of_key(container, canonical(["k"])), Position(), 100, NOW)
    assert page is not None
    assert page.counts.loaded == 5


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("SELECT * FROM c ORDER BY c.x", [([1], 1)]),
        ("SELECT * FROM c ORDER BY c.x", [({"a": 1}, 1)]),
        ("SELECT VALUE t FROM c JOIN t IN c.tags ORDER BY c.x", [(1, 1)]),
        ("SELECT DISTINCT VALUE c.x FROM c ORDER BY c.x", [(1, 1)]),
        ("SELECT VALUE COUNT(1) FROM c ORDER BY c.x", [(1, 1)]),
        ("SELECT * FROM c ORDER BY c.double", [(1, 1)]),
    ],
)
def test_what_it_cannot_sort_it_leaves(empty: Engine, text: str, items: list[tuple[Any, Any]]) -> None:
    computed = {"double": "SELECT VALUE c.x * 2 FROM c"}
    container = a_container(empty, items, computedProperties=[{"name": n, "query": q} for n, q in computed.items()])
    query = compile_query(parse(text), [], computed_properties=computed)
    where = scope.of_key(container, canonical(["k"]))
    assert ordered.page(container, query, where, Position(), 10, NOW) is None
