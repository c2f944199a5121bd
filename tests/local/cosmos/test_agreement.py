"""What the server answers is what evaluating the query over every document gives: no shortcut changes a result.

The shortcuts: the filter in SQLite, pinned keys and ids, the full-text index, sorted pages from an index, indexes made
for a filter, kept results.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.sql import compile_query, parse
from local.cosmos.sql.values import identity
from tests.local.cosmos.sql.drawing import SENTENCES, Writer

NOW = 1_800_000_000
ITEMS = "/dbs/d/colls/c/docs"
TEXT_PATHS = [{"path": "/a"}, {"path": "/b"}, {"path": "/a/b"}, {"path": '/"a b"'}]


@pytest.fixture
def empty(monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """Without signatures and strictness: what may be asked is not the subject. Every walk is long enough for an index."""
    monkeypatch.setattr("local.cosmos.documents._LONG_WALK", -1)
    engine = Engine.open(":memory:", Options(authorise=False, strict=False, clock=lambda: float(NOW)))
    assert engine.handle("POST", "/dbs", {}, b'{"id":"d"}').status == 201
    yield engine
    engine.close()


def fill(engine: Engine, documents: list[dict[str, Any]], *, indexed: bool) -> None:
    engine.handle("DELETE", "/dbs/d/colls/c", {}, b"")
    definition: dict[str, Any] = {"id": "c", "partitionKey": {"paths": ["/k"]}}
    if indexed:
        definition["fullTextPolicy"] = {"defaultLanguage": "en-US", "fullTextPaths": TEXT_PATHS}
        definition["indexingPolicy"] = {"fullTextIndexes": TEXT_PATHS}
    assert engine.handle("POST", "/dbs/d/colls", {}, json.dumps(definition).encode()).status == 201
    for number, document in enumerate(documents):
        key = "xy"[number % 2]
        body = json.dumps({**document, "id": f"{number:02}", "k": key}).encode()
        assert engine.handle("POST", ITEMS, {"x-ms-documentdb-partitionkey": f'["{key}"]'}, body).status == 201


def stored(engine: Engine, key: str | None) -> list[dict[str, Any]]:
    """All documents of a key, or of the container, in the order they were written."""
    container = engine._catalog.container("d", "c", as_owner=False)
    found = [json.loads(body) for *_, body in container.documents.scan("1", (), "number", NOW)]
    return [document for document in found if key in (None, document["k"])]


def answered(engine: Engine, query: dict[str, Any], key: str | None, page: int) -> list[Any]:
    """Every row, page by page."""
    headers = {"content-type": "application/query+json", "x-ms-max-item-count": str(page)}
    if key is None:
        headers["x-ms-documentdb-query-enablecrosspartition"] = "true"
    else:
        headers["x-ms-documentdb-partitionkey"] = json.dumps([key])
    rows: list[Any] = []
    while True:
        answer = engine.handle("POST", ITEMS, dict(headers), json.dumps(query).encode())
        assert answer.status == 200, answer.body
        got = json.loads(answer.body)["Documents"]
        assert len(got) <= page
        rows += got
        if "x-ms-continuation" not in answer.headers:
            return rows
        headers["x-ms-continuation"] = answer.headers["x-ms-continuation"]


class Asker(Writer):
    """Whole queries: what is selected, in which order, how much of it."""

    def text(self, where: str) -> str:
        selected = self.pick("*", "VALUE c.id", f"VALUE {self.path()}", f"c.id, {self.path()} AS x", "VALUE COUNT(1)")
        if self.pick("", "", "distinct"):
            selected = f"DISTINCT VALUE {self.path()}"
        order = ""
        if "COUNT" not in selected and "DISTINCT" not in selected and self.draw(st.booleans()):
            items = [f"{self.path()} {self.pick('ASC', 'DESC')}" for _ in range(self.draw(st.integers(1, 2)))]
            order = f" ORDER BY {', '.join(items)}"
        tail = "" if selected == "VALUE COUNT(1)" else self.pick("", "", " OFFSET 1 LIMIT 3")
        return f"SELECT {selected} FROM c WHERE {where}{order}{tail}"


class Searcher(Asker):
    """Texts at one path, and words of them: most searches find something."""

    def __init__(self, draw: Any) -> None:
        super().__init__(draw, SENTENCES)
        texts = st.lists(st.fixed_dictionaries({"a": SENTENCES | self.values}), min_size=2, max_size=8)
        self.documents = draw(texts | st.just(self.documents))

    def path(self) -> str:
        return "c.a" if self.draw(st.integers(0, 9)) else super().path()


def check(engine: Engine, data: st.DataObject, writer: Asker, where: str, *, indexed: bool) -> None:
    text = writer.text(where)
    fill(engine, writer.documents, indexed=indexed)
    key = data.draw(st.sampled_from(["x", None]))
    query, page = {"query": text, "parameters": writer.parameters}, data.draw(st.integers(1, 4))
    first = answered(engine, query, key, page)
    got = answered(engine, query, key, page)  # through what was learnt from the first time
    assert identity(got) == identity(first)
    expected = compile_query(parse(text), writer.parameters).rows(stored(engine, key))
    assert identity(got) == identity(expected)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.data())
def test_any_query(empty: Engine, data: st.DataObject) -> None:
    writer = Asker(data.draw)
    check(empty, data, writer, writer.where(), indexed=data.draw(st.booleans()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.data())
def test_a_search_in_the_full_text_index(empty: Engine, data: st.DataObject) -> None:
    writer = Searcher(data.draw)
    where = " AND ".join(writer.leaf("text") for _ in range(data.draw(st.integers(1, 2))))
    check(empty, data, writer, where, indexed=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(st.data())
def test_items_that_changed_since(empty: Engine, data: st.DataObject) -> None:
    writer = Searcher(data.draw)
    text = writer.text(writer.leaf("text"))
    query = {"query": text, "parameters": writer.parameters}
    fill(empty, writer.documents, indexed=True)
    for number, (document, change) in enumerate(
        zip(writer.documents, data.draw(st.permutations(writer.documents)), strict=True)
    ):
        key = "xy"[number % 2]
        headers = {"x-ms-documentdb-partitionkey": f'["{key}"]'}
        if document is change:
            assert empty.handle("DELETE", f"{ITEMS}/{number:02}", headers, b"").status == 204
        else:
            body = json.dumps({**change, "id": f"{number:02}", "k": key}).encode()
            assert empty.handle("PUT", f"{ITEMS}/{number:02}", headers, body).status == 200
    expected = compile_query(parse(text), writer.parameters).rows(stored(empty, "x"))
    assert identity(answered(empty, query, "x", 2)) == identity(expected)
