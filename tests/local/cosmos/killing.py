"""Kill the server at any moment, start it again, and compare what it holds with what it acknowledged.

`python -m tests.bench.kills` does it often, the suite a few times.
"""

import json
import random
import re
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench import wire
from tests.local.cosmos.serving import Server, start

WRITERS = 2
BATCH = 3
ITEMS = "/dbs/d/colls/wells/docs"
_DEFINITION = {
    "id": "wells",
    "partitionKey": {"paths": ["/field"], "kind": "Hash", "version": 2},
    "uniqueKeyPolicy": {"uniqueKeys": [{"paths": ["/name"]}]},
    "fullTextPolicy": {"defaultLanguage": "en-US", "fullTextPaths": [{"path": "/text"}]},
    "indexingPolicy": {"fullTextIndexes": [{"path": "/text"}]},
}


@dataclass
class Writer:
    """Writes one logical partition. `known`: what was acknowledged, by id; `doubtful`: what the write under way makes of it."""

    key: str
    seed: random.Random
    known: dict[str, int] = field(default_factory=dict)
    doubtful: dict[str, int | None] = field(default_factory=dict)
    acknowledged: int = 0
    last: int = 0

    def write(self, port: int) -> None:
        """Until the server is gone."""
        try:
            with wire.caller(port) as call:
                while True:
                    self.doubtful, request, wanted = self._next()
                    status, body = call(request)
                    assert status == wanted, (status, body)
                    self._settle(self.doubtful)
                    self.acknowledged += 1
        except OSError:
            return

    def _settle(self, change: dict[str, int | None]) -> None:
        for name, value in change.items():
            if value is None:
                del self.known[name]
            else:
                self.known[name] = value
        self.doubtful = {}

    def _next(self) -> tuple[dict[str, int | None], bytes, int]:
        self.last += 1
        kind = self.seed.choice(("create", "upsert", "delete", "batch")) if self.known else "create"
        old = self.seed.choice(list(self.known)) if self.known else ""
        if kind == "delete":
            return {old: None}, wire.signed("DELETE", f"{ITEMS}/{old}", key=[self.key]), 204
        if kind == "upsert":
            item = self._item(old)
            request = wire.signed("POST", ITEMS, item, [self.key], x_ms_documentdb_is_upsert="True")
            return {old: self.last}, request, 200
        if kind == "create":
            name = f"{self.last:06}"
            return {name: self.last}, wire.signed("POST", ITEMS, self._item(name), [self.key]), 201
        names = [f"{self.last:06}-{part}" for part in range(BATCH)]
        steps = [{"operationType": "Create", "resourceBody": self._item(name)} for name in names]
        flags = {"x_ms_cosmos_is_batch_request": "True", "x_ms_cosmos_batch_atomic": "True"}
        return dict.fromkeys(names, self.last), wire.signed("POST", ITEMS, steps, [self.key], **flags), 200

    def _item(self, name: str) -> dict[str, Any]:
        return {"id": name, "field": self.key, "name": name, "value": self.last, "text": f"value {self.last}"}

    def compare(self, stored: dict[str, int]) -> None:
        """Every acknowledged write is there, and of the one under way all or nothing."""
        done = {**self.known, **self.doubtful}
        after = {name: value for name, value in done.items() if value is not None}
        assert stored in (self.known, after), f"lost or torn: {set(stored.items()) ^ set(self.known.items())}"
        self.known, self.doubtful = stored, {}


def port_of(server: Server) -> int:
    found = re.search(r":(\d+)/", server.url)
    assert found
    return int(found[1])


def stop(server: Server) -> None:
    server.kill()
    assert server.process.stdout is not None
    server.process.stdout.close()


def run(folder: Path, kills: int, seed: int) -> tuple[int, int]:
    """Kill a server under load so often; (acknowledged writes, items at the end). AssertionError for anything lost."""
    moments = random.Random(seed)
    db = folder / "data.db"
    writers = [Writer(f"f{number}", random.Random(seed + number)) for number in range(WRITERS)]
    for kill in range(kills + 1):
        server = start(db)
        try:
            if kill == 0:
                create(port_of(server))
            compare(port_of(server), writers)
            if kill == kills:
                break
            threads = [threading.Thread(target=writer.write, args=(port_of(server),)) for writer in writers]
            for thread in threads:
                thread.start()
            time.sleep(moments.uniform(0, 0.3))
        finally:
            stop(server)
        for thread in threads:
            thread.join()
    check_file(db)
    return sum(writer.acknowledged for writer in writers), sum(len(writer.known) for writer in writers)


def create(port: int) -> None:
    with wire.caller(port) as call:
        assert call(wire.signed("POST", "/dbs", {"id": "d"}))[0] == 201
        assert call(wire.signed("POST", "/dbs/d/colls", _DEFINITION))[0] == 201


def compare(port: int, writers: list[Writer]) -> None:
    """By reading everything, and by a search: the index has to hold the same."""
    with wire.caller(port) as call:
        for writer in writers:
            stored: dict[str, int] = {}
            for where in ("true", "FullTextContains(c.text, 'value')"):
                query = f"SELECT c.id, c['value'] AS v FROM c WHERE {where}"
                status, body = call(wire.query(ITEMS, query, [writer.key], -1))
                assert status == 200, body
                stored = {row["id"]: row["v"] for row in json.loads(body)["Documents"]}
                if where == "true":
                    writer.compare(stored)
            assert stored == writer.known


def check_file(db: Path) -> None:
    """SQLite finds nothing wrong with the file or the search index."""
    connection = sqlite3.connect(db)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        connection.execute("INSERT INTO words_1 (words_1) VALUES ('integrity-check')")
    finally:
        connection.close()
