"""However splits fall between pages, a reader gets each item once: a reader of everything, and one that reads range by range."""

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.wire import Response

COLL = "/dbs/d/colls/c"
QUERY = {"content-type": "application/query+json", "x-ms-documentdb-isquery": "true"}
NAMES = [f"w{n:02}" for n in range(24)]

# What happens before a page: which of the ranges split (counted from the left), and how long the page is.
PAGES = st.lists(st.tuples(st.lists(st.integers(0, 9), max_size=2), st.integers(1, 6)), min_size=1, max_size=12)
TEXTS = st.sampled_from(["SELECT * FROM c", "SELECT * FROM c WHERE c.n >= 0", "SELECT c.id FROM c JOIN t IN c.two"])
COMPUTED = st.sampled_from(["SELECT * FROM c ORDER BY c.n DESC", "SELECT DISTINCT c.id FROM c"])


class Service:
    """A container with two ranges and every item of NAMES, spoken to in the protocol."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.send("POST", "/dbs", {"id": "d"})
        self.send("POST", "/dbs/d/colls", {"id": "c", "partitionKey": {"paths": ["/id"], "kind": "Hash", "version": 2}})
        for n, name in enumerate(NAMES):
            self.send(
                "POST",
                f"{COLL}/docs",
                {"id": name, "n": n, "two": [1, 2]},
                **{"x-ms-documentdb-partitionkey": f'["{name}"]'},
            )

    def send(self, method: str, path: str, body: Any = None, **headers: str) -> Response:
        answer = self._engine.handle(method, path, headers, b"" if body is None else json.dumps(body).encode())
        assert answer.status in (200, 201, 304, 410), answer.body
        return answer

    def ranges(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.send("GET", f"{COLL}/pkranges").body)["PartitionKeyRanges"]
        return found

    def split(self, places: list[int]) -> None:
        for place in places:
            live = self.ranges()
            self.send("POST", "/_local/split", {"db": "d", "coll": "c", "range": live[place % len(live)]["id"]})

    def children(self, part: str) -> list[str]:
        return [one["id"] for one in self.ranges() if part in one["parents"]]


def rows(answer: Response) -> list[str]:
    return [row["id"] for row in json.loads(answer.body)["Documents"]] if answer.status == 200 else []


def without_end(pages: list[tuple[list[int], int]]) -> Iterator[tuple[list[int], int]]:
    """The drawn pages, then pages without splits before them."""
    yield from pages
    while True:
        yield [], 5


@given(PAGES, TEXTS)
@settings(max_examples=40, deadline=None)
def test_a_reader_of_everything(pages: list[tuple[list[int], int]], text: str) -> None:
    with closing(Engine.open(":memory:", Options(ranges=2, authorise=False))) as engine:
        service, seen, token = Service(engine), [], {}
        for splits, size in without_end(pages):
            service.split(splits)
            asked = {"x-ms-documentdb-query-enablecrosspartition": "true", "x-ms-max-item-count": f"{size}"}
            answer = service.send("POST", f"{COLL}/docs", {"query": text}, **QUERY, **asked, **token)
            seen += rows(answer)
            if "x-ms-continuation" not in answer.headers:
                break
            token = {"x-ms-continuation": answer.headers["x-ms-continuation"]}
        assert sorted(seen) == sorted(NAMES * (2 if "JOIN" in text else 1))


@given(PAGES, TEXTS | COMPUTED)
@settings(max_examples=60, deadline=None)
def test_a_reader_of_ranges_hands_its_token_to_the_children(pages: list[tuple[list[int], int]], text: str) -> None:
    with closing(Engine.open(":memory:", Options(ranges=2, authorise=False))) as engine:
        service, seen = Service(engine), []
        todo: list[tuple[str, dict[str, str]]] = [(one["id"], {}) for one in service.ranges()]
        for splits, size in without_end(pages):
            if not todo:
                break
            service.split(splits)
            part, token = todo.pop(0)
            asked = {"x-ms-documentdb-partitionkeyrangeid": part, "x-ms-max-item-count": f"{size}", **token}
            answer = service.send("POST", f"{COLL}/docs", {"query": text}, **QUERY, **asked)
            if answer.status == 410:
                todo += [(child, token) for child in service.children(part)]
                continue
            seen += rows(answer)
            if "x-ms-continuation" in answer.headers:
                todo.append((part, {"x-ms-continuation": answer.headers["x-ms-continuation"]}))
        assert sorted(seen) == sorted(NAMES * (2 if "JOIN" in text else 1))


@given(PAGES, st.lists(st.sampled_from(NAMES), max_size=6, unique=True))
@settings(max_examples=40, deadline=None)
def test_a_reader_of_the_change_feed(pages: list[tuple[list[int], int]], changed: list[str]) -> None:
    with closing(Engine.open(":memory:", Options(ranges=2, authorise=False))) as engine:
        service = Service(engine)
        seen: list[tuple[str, int]] = []
        todo: list[tuple[str, dict[str, str]]] = [(one["id"], {}) for one in service.ranges()]
        unchanged = 0
        for splits, size in without_end(pages):
            if unchanged > len(todo) and not changed:
                break  # every range was read to its end after the last change
            service.split(splits)
            part, token = todo.pop(0)
            asked = {
                "a-im": "Incremental feed",
                "x-ms-documentdb-partitionkeyrangeid": part,
                "x-ms-max-item-count": f"{size}",
            }
            answer = service.send("GET", f"{COLL}/docs", **asked, **token)
            if answer.status == 410:
                todo += [(child, token) for child in service.children(part)]
                continue
            seen += (
                [(row["id"], row["n"]) for row in json.loads(answer.body)["Documents"]] if answer.status == 200 else []
            )
            todo.append((part, {"if-none-match": answer.headers["etag"]}))
            unchanged = 0 if answer.status == 200 else unchanged + 1
            if changed:
                key = {"x-ms-documentdb-partitionkey": f'["{changed[-1]}"]', "x-ms-documentdb-is-upsert": "true"}
                service.send("POST", f"{COLL}/docs", {"id": changed.pop(), "n": -1}, **key)
                unchanged = 0
        stored = rows_of(service)
        assert dict(seen) == stored  # the last word on each item is what is stored
        assert len(seen) == len(set(seen))  # and no version came twice


def rows_of(service: Service) -> dict[str, int]:
    every = {"x-ms-max-item-count": "-1"}
    found: dict[str, int] = {}
    for one in service.ranges():
        answer = service.send("GET", f"{COLL}/docs", **{"x-ms-documentdb-partitionkeyrangeid": one["id"], **every})
        found |= {row["id"]: row["n"] for row in json.loads(answer.body)["Documents"]}
    return found
