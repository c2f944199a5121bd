"""The local Cosmos server with much in it, over raw HTTP: how quick, how large, how soon.

Wall times are medians; beside them stands the processor time of the server, which other work on the machine hardly moves.
"""

import random
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.bench import wire
from tests.bench.wire import Caller
from tests.local.cosmos.killing import port_of
from tests.local.cosmos.serving import Server, serving, start

DOCUMENTS = 100_000
MANY = 1_000_000
PARTITIONS = 100
PAGE = 50
STARTS = 7
ASKED = 40
_TEXT_PATHS = [{"path": "/text"}]
_TEXTS: dict[str, Any] = {
    "fullTextPolicy": {"defaultLanguage": "en-US", "fullTextPaths": _TEXT_PATHS},
    "indexingPolicy": {"fullTextIndexes": _TEXT_PATHS},
}


def run(many: int = MANY) -> None:
    """Print one row per measurement."""
    with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as name:
        folder = Path(name)
        print(_starts(folder / "empty.sqlite"))
        with serving(folder / "large.sqlite") as server:
            _one_partition(server)
        with serving(folder / "many.sqlite") as server:
            _many(server, folder / "many.sqlite", many)
        print(_starts(folder / "many.sqlite"))


def _starts(db: Path) -> str:
    size = db.stat().st_size / 1e6 if db.exists() else 0
    taken = []
    for _ in range(STARTS):
        began = time.perf_counter()
        server = start(db)
        taken.append((time.perf_counter() - began, wire.cpu_seconds(server.process.pid)))
        server.process.terminate()
        server.process.communicate(timeout=20)
    wall, cpu = (statistics.median(values) for values in zip(*taken, strict=True))
    return f"  start until it listens, file of {size:.0f} MB: {wall:.2f} s (processor {cpu:.2f} s), target 0.5 s"


def _one_partition(server: Server) -> None:
    words = random.Random(1)
    vocabulary = [f"word{number}" for number in range(20_000)]
    weights = [1 / (number + 1) for number in range(20_000)]
    common = " ".join(vocabulary[:100])

    def document(number: int) -> dict[str, Any]:
        text = " ".join(words.choices(vocabulary, weights, k=60))
        size = number * 7919 % DOCUMENTS
        return {
            "id": f"{number:07}",
            "part": "p",
            "kind": "abc"[number % 3],
            "size": size,
            "text": text,
            "more": common,
        }

    with wire.caller(port_of(server)) as call:
        _create(call, "texts", _TEXTS)
        rate = _fill(call, "texts", [(["p"], (document(number) for number in range(DOCUMENTS)))])
        print(
            f"  {DOCUMENTS:,} documents of 1.3 KB in one partition, text indexed: loaded {rate:,.0f} a second in batches of 100"
        )
        sort = "WHERE c.kind = '{0}' ORDER BY c.size {1}"
        kinds = [sort.format(kind, way) for kind in "abc" for way in ("ASC", "DESC")]
        rare = [f"WHERE FullTextContains(c.text, 'word{number}')" for number in range(5000, 5040)]
        usual = [f"WHERE FullTextContains(c.text, 'word{number}')" for number in range(50, 90)]
        _row(call, server, f"page of {PAGE}, filter and sort", "texts", kinds, target="20 ms")
        _row(
            call,
            server,
            f"page of {PAGE}, filter and sort, deep",
            "texts",
            [f"{one} OFFSET 500 LIMIT 50" for one in kinds],
        )
        _row(call, server, "search, rare word", "texts", rare)
        _row(call, server, "search, rare word, sorted", "texts", [f"{one} ORDER BY c.size" for one in rare])
        _row(call, server, "search, common word, sorted", "texts", [f"{one} ORDER BY c.size" for one in usual])
    print(f"  memory {wire.memory(server.process.pid, 'VmHWM'):.0f} MB at most, target 150 MB")


def _many(server: Server, db: Path, many: int) -> None:
    def documents(part: int) -> Iterator[dict[str, Any]]:
        for number in range(many // PARTITIONS):
            name = f"{part:02}-{number:06}"
            yield {"id": name, "part": f"p{part}", "size": number * 7919 % many, "kind": "abc"[number % 3]}

    with wire.caller(port_of(server)) as call:
        _create(call, "items", {})
        before = wire.cpu_seconds(server.process.pid)
        rate = _fill(call, "items", [([f"p{part}"], documents(part)) for part in range(PARTITIONS)])
        cpu = wire.cpu_seconds(server.process.pid) - before
        print(
            f"  {many:,} small documents in {PARTITIONS} partitions: loaded {rate:,.0f} a second in batches of 100 "
            f"(processor {cpu / many * 1e6:.0f} us each), file {db.stat().st_size / 1e6:.0f} MB"
        )
        sort = [f"WHERE c.kind = '{kind}' ORDER BY c.size DESC" for kind in "abc"]
        keys = [f"p{part}" for part in range(PARTITIONS)]
        reads = [
            wire.signed("GET", f"/dbs/d/colls/items/docs/{part:02}-000007", key=[key]) for part, key in enumerate(keys)
        ]
        _measure(call, server, "point read", reads)
        _row(call, server, f"page of {PAGE}, filter and sort", "items", sort, keys=keys)
        _row(call, server, f"page of {PAGE}, filter", "items", ["WHERE c.size > 500000"], keys=keys)
        count = "SELECT VALUE COUNT(1) FROM c WHERE c.kind = 'a'"
        _measure(
            call,
            server,
            "count of a partition",
            [wire.query("/dbs/d/colls/items/docs", count, [key], -1) for key in keys],
        )
    print(f"  memory {wire.memory(server.process.pid, 'VmHWM'):.0f} MB at most, target 150 MB")


def _create(call: Caller, name: str, more: dict[str, Any]) -> None:
    call(wire.signed("POST", "/dbs", {"id": "d"}))
    definition = {"id": name, "partitionKey": {"paths": ["/part"], "kind": "Hash", "version": 2}, **more}
    assert call(wire.signed("POST", "/dbs/d/colls", definition))[0] == 201


def _fill(call: Caller, name: str, partitions: Iterable[tuple[list[Any], Iterator[dict[str, Any]]]]) -> float:
    """Documents a second, of the time the server took: making the requests is not counted."""
    flags = {"x_ms_cosmos_is_batch_request": "True", "x_ms_cosmos_batch_atomic": "True", "prefer": "return=minimal"}
    count, taken = 0, 0.0
    for key, documents in partitions:
        while some := list(islice(documents, 100)):
            steps = [{"operationType": "Create", "resourceBody": document} for document in some]
            request = wire.signed("POST", f"/dbs/d/colls/{name}/docs", steps, key, **flags)
            began = time.perf_counter()
            status, body = call(request)
            taken += time.perf_counter() - began
            assert status == 200, body
            count += len(steps)
    return count / taken


def _row(
    call: Caller,
    server: Server,
    label: str,
    name: str,
    wheres: list[str],
    keys: Iterable[str] = ("p",),
    target: str = "",
) -> None:
    requests = [
        wire.query(f"/dbs/d/colls/{name}/docs", f"SELECT * FROM c {where}", [key], PAGE)
        for where, key in islice(zip(cycle(wheres), cycle(keys), strict=False), ASKED)
    ]
    _measure(call, server, label, requests, target)


def _measure(call: Caller, server: Server, label: str, requests: list[bytes], target: str = "") -> None:
    taken = []
    before = 0.0
    for place, request in enumerate([requests[0], *requests]):
        began = time.perf_counter()
        status, body = call(request)
        taken.append(time.perf_counter() - began)
        assert status == 200, body
        if place == 0:
            before = wire.cpu_seconds(server.process.pid)
    cpu = (wire.cpu_seconds(server.process.pid) - before) / len(requests)
    aim = f", target {target}" if target else ""
    print(
        f"    {label:<38} {statistics.median(taken[1:]) * 1000:7.1f} ms (processor {cpu * 1000:.1f} ms, "
        f"the very first {taken[0] * 1000:.0f} ms){aim}"
    )
