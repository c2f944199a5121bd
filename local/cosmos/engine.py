"""The server without a transport: a request in, an answer out."""

import logging
import secrets
import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter_ns
from typing import Final, Literal, Self

from local.cosmos import batch, changefeed, items, resources, wire
from local.cosmos.admin import Admin
from local.cosmos.auth import Authority
from local.cosmos.catalog import Catalog, Container
from local.cosmos.errors import CosmosError, wrong_container_rid
from local.cosmos.faults import Fault, Faults
from local.cosmos.options import Options
from local.cosmos.query import Queries
from local.cosmos.store import Store
from local.cosmos.throttle import Throttle
from local.cosmos.wire import Request, Response, Route

_SWEEP_SECONDS: Final = 60
_log: Final = logging.getLogger(__name__)


class Engine:
    """All databases of one data file. Thread-safe: one request at a time."""

    def __init__(self, store: Store, options: Options) -> None:
        self.options = options
        self.faults = Faults()
        self.throttle = Throttle(options.throttle)
        self._store = store
        self._catalog = Catalog(store)
        self._admin = Admin(
            store, self._catalog, self.faults, self.throttle, clock=options.clock, restored=self._restored
        )
        self._authority = Authority(options)
        self._resources = resources.Resources(store, self._catalog, options)
        self._queries = Queries(strict=options.strict)
        self._lock = threading.RLock()
        self._next_sweep = 0

    @classmethod
    def open(cls, path: Path | Literal[":memory:"], options: Options | None = None) -> Self:
        """Open or create a data file. Raises StoreError if it is in use or of another version."""
        return cls(Store(path), options or Options())

    def close(self) -> None:
        """Close the data file."""
        with self._lock:
            self._store.close()

    def fault_for(self, method: str, raw_path: str) -> Fault | None:
        """The injected fault a transport has to act out for this request."""
        if not self.faults.rules or raw_path.startswith("/_local"):
            return None
        with self._lock:
            try:
                kind = wire.parse_path(raw_path).kind
            except CosmosError:
                return None
            return self.faults.take(method, raw_path, kind)

    def refusal(self, error: CosmosError, raw_path: str, headers: Mapping[str, str]) -> Response:
        """The answer for an error."""
        activity = headers.get("x-ms-activity-id") or secrets.token_hex(16)
        answer = {"content-type": wire.JSON_TYPE, "x-ms-activity-id": activity, wire.CHARGE: "1", **error.headers}
        if error.substatus:
            answer["x-ms-substatus"] = str(error.substatus)
        return Response(error.status, answer, error.body(activity, raw_path))

    def handle(self, method: str, raw_path: str, headers: dict[str, str], body: bytes) -> Response:
        """Serve one request.

        raw_path is percent-encoded, without query string; header names are lower-case. `:scheme` in the headers names the
        client's scheme (http if absent). Never raises for anything a client can send.
        """
        started = perf_counter_ns()
        with self._lock:
            try:
                response = self._serve(method, raw_path, headers, body)
            except CosmosError as error:
                response = self.refusal(error, raw_path, headers)
            except RecursionError:
                response = self.refusal(CosmosError(400, "The request is nested too deeply."), raw_path, headers)
            except sqlite3.Error as error:
                response = self.refusal(CosmosError(500, f"The data file failed: {error}"), raw_path, headers)
            except Exception:
                _log.exception("%s %s failed", method, raw_path)
                response = self.refusal(CosmosError(500, "The server failed; its log says why."), raw_path, headers)
        answer = response.headers
        if "x-ms-activity-id" not in answer:
            answer["x-ms-activity-id"] = headers.get("x-ms-activity-id") or secrets.token_hex(16)
        answer["x-ms-request-duration-ms"] = f"{(perf_counter_ns() - started) / 1e6:.3f}"
        return response

    def _serve(self, method: str, raw_path: str, headers: dict[str, str], body: bytes) -> Response:
        if raw_path.startswith("/_local/"):
            return self._admin.handle(method, raw_path, headers, body)
        route = wire.parse_path(raw_path)
        request = Request(method, raw_path, headers, body, route)
        self._authority.check(request)
        now = int(self.options.clock())
        if route.kind == "docs":
            return self._items(request, route, now)
        if route.kind == "":
            return self._resources.account(request)
        if route.kind == "dbs":
            return self._resources.databases(request, now) if route.is_feed else self._resources.database(request)
        if route.kind == "colls":
            return (
                self._resources.containers(request, now) if route.is_feed else self._resources.container(request, now)
            )
        if route.kind == "offers":
            return self._resources.offers(request, now)
        container = self._container(route)
        if route.kind == "pkranges":
            return resources.partition_ranges(container, request)
        if route.kind == "conflicts":
            return resources.conflicts(container, request)
        return items.delete_partition(self._store, container, request, now)

    def _container(self, route: Route) -> Container:
        return self._catalog.container(route.names[0], route.names[1], as_owner=True)

    def _items(self, request: Request, route: Route, now: int) -> Response:
        container = self._container(route)
        intended = request.headers.get("x-ms-cosmos-intended-collection-rid")
        if intended is not None and intended != container.rid:
            raise wrong_container_rid()
        if now >= self._next_sweep:
            self._sweep(now)
        if not self.throttle.rate:
            return self._answer(container, request, now)
        self.throttle.admit(container.rid)
        response = self._answer(container, request, now)
        self.throttle.pay(container.rid, response)
        return response

    def _answer(self, container: Container, request: Request, now: int) -> Response:
        if not request.route.is_feed:
            if request.method == "GET":
                return items.read(container, request, now)
            if request.method in ("PUT", "PATCH", "DELETE"):
                return items.write(self._store, container, request, now)
        elif request.method == "GET":
            if "a-im" in request.headers:
                return changefeed.read(container, request, now)
            return self._queries.feed(container, request, now)
        elif request.method == "POST":
            if resources.is_query(request):
                return self._queries.query(container, request, now)
            if request.flag("x-ms-cosmos-is-batch-request"):
                return batch.execute(self._store, container, request, now)
            return items.write(self._store, container, request, now)
        raise CosmosError(405, f"The method {request.method} is not allowed on items.")

    def _restored(self) -> None:
        """Forget what was known of the data before."""
        self._catalog.reload()
        self._queries.forget()
        self._next_sweep = 0

    def _sweep(self, now: int) -> None:
        """Remove expired items for good; until then they are only invisible."""
        self._next_sweep = now + _SWEEP_SECONDS
        for database in self._catalog.databases.values():
            for container in database.containers.values():
                if container.default_ttl is not None:
                    with self._store.transaction():
                        container.documents.sweep(now)
