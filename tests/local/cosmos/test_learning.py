"""A filter that walks far for little gets an index; one that does not, none."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from local.cosmos.engine import Engine
from local.cosmos.options import Options

ITEMS = "/dbs/d/colls/c/docs"
KEY = {"x-ms-documentdb-partitionkey": '["k"]'}
MANY = 6000


@pytest.fixture(scope="module")
def large() -> Iterator[Engine]:
    """6000 items of one partition; `rare` is true of every thousandth."""
    engine = Engine.open(":memory:", Options(authorise=False))
    engine.handle("POST", "/dbs", {}, b'{"id":"d"}')
    engine.handle("POST", "/dbs/d/colls", {}, b'{"id":"c","partitionKey":{"paths":["/k"]}}')
    for first in range(0, MANY, 100):
        steps = [
            {"operationType": "Create", "resourceBody": {"id": str(n), "k": "k", "n": n, "rare": n % 1000 == 7}}
            for n in range(first, first + 100)
        ]
        flags = {"x-ms-cosmos-is-batch-request": "true", "x-ms-cosmos-batch-atomic": "true"}
        assert engine.handle("POST", ITEMS, KEY | flags, json.dumps(steps).encode()).status == 200
    yield engine
    engine.close()


def ask(engine: Engine, text: str) -> list[Any]:
    headers = KEY | {"content-type": "application/query+json", "x-ms-max-item-count": "3"}
    answer = engine.handle("POST", ITEMS, headers, json.dumps({"query": text}).encode())
    assert answer.status == 200
    rows: list[Any] = json.loads(answer.body)["Documents"]
    return rows


def indexes(engine: Engine) -> set[str]:
    return {name for (name,) in engine._store.rows("SELECT name FROM sqlite_master WHERE name LIKE 'items_1_by_%'")}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("SELECT VALUE c.n FROM c WHERE c.rare = true ORDER BY c.n DESC", [5007, 4007, 3007]),
        ("SELECT VALUE c.n FROM c WHERE c.rare = true", [7, 1007, 2007]),
        ("SELECT VALUE c.n FROM c WHERE c.rare = true AND c.k = 'k' ORDER BY c.id", [1007, 2007, 3007]),
    ],
)
def test_a_long_walk_is_made_once(large: Engine, text: str, rows: list[int]) -> None:
    assert ask(large, text) == rows
    learnt = indexes(large)
    assert ask(large, text) == rows
    assert indexes(large) == learnt
    plan = [row[3] for row in large._store.rows(f"EXPLAIN QUERY PLAN {last_scan(large, text)}")]
    assert any("<expr>=?" in step for step in plan)
    assert not any("TEMP B-TREE FOR ORDER BY" in step for step in plan)


def last_scan(engine: Engine, text: str) -> str:
    """The statement that reads the items of a query, its values in it."""
    said: list[str] = []
    engine._store.connection.set_trace_callback(said.append)
    ask(engine, text)
    engine._store.connection.set_trace_callback(None)
    return next(statement for statement in said if "SELECT number, epk" in statement)


def test_a_short_walk_makes_no_index_for_its_filter(large: Engine) -> None:
    ask(large, "SELECT * FROM c ORDER BY c.n")
    before = indexes(large)
    assert len(ask(large, "SELECT * FROM c WHERE c.rare = false ORDER BY c.n")) == 3
    assert len(ask(large, "SELECT * FROM c WHERE c.rare = false")) == 3
    assert indexes(large) == before
