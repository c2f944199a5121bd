"""A page that shows what is in the data file. It only reads."""

import json
from collections.abc import Callable
from pathlib import Path
from time import perf_counter_ns
from typing import Any, Final

from local.cosmos import payload, wire
from local.cosmos.catalog import Catalog, Container
from local.cosmos.errors import bad_request, not_found
from local.cosmos.query import Queries
from local.cosmos.wire import Request, Response

_PAGES: Final = Path(__file__).parent / "pages"
_FILES: Final = {
    "": ("explorer.html", "text/html; charset=utf-8"),
    "/explorer.css": ("explorer.css", "text/css; charset=utf-8"),
    "/explorer.js": ("explorer.js", "text/javascript; charset=utf-8"),
}
_POLICY: Final = "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; frame-ancestors 'none'"
_MEMBERS: Final = {"database", "container", "query", "key", "continuation", "page"}


class Explorer:
    """Answers `/_local/explorer` and what its page asks for."""

    def __init__(self, catalog: Catalog, clock: Callable[[], float]) -> None:
        self._catalog = catalog
        self._clock = clock
        self._queries = Queries(strict=False)

    def handle(self, method: str, area: str, body: bytes) -> Response:
        """area: what follows `/_local/explorer`. Raises 404, 400, and whatever a query is refused for."""
        if method == "GET" and area in _FILES:
            name, kind = _FILES[area]
            headers = {"content-type": kind, "content-security-policy": _POLICY, "x-content-type-options": "nosniff"}
            return Response(200, headers | {"cache-control": "no-store"}, (_PAGES / name).read_bytes())
        if method == "GET" and area == "/data":
            return _json([self._database(name) for name in self._catalog.databases])
        if method == "POST" and area == "/query":
            return self._query(payload.loads_object(body))
        raise not_found("This path does not exist.")

    def forget(self) -> None:
        """Drop the kept results."""
        self._queries.forget()

    def _database(self, name: str) -> dict[str, Any]:
        return {
            "id": name,
            "containers": [_described(one) for one in self._catalog.databases[name].containers.values()],
        }

    def _query(self, wanted: dict[str, Any]) -> Response:
        """`{"database", "container", "query", "key"?, "continuation"?, "page"?}` to rows, charge and continuation."""
        if set(wanted) - _MEMBERS or not all(
            isinstance(wanted.get(n), str) for n in ("database", "container", "query")
        ):
            raise bad_request("The explorer asks for a database, a container and a query.")
        container = self._catalog.container(wanted["database"], wanted["container"], as_owner=False)
        headers = {
            wire.MAX_ITEM_COUNT: str(wanted.get("page", 20)),
            "x-ms-documentdb-query-enablecrosspartition": "true",
        }
        if wanted.get("continuation"):
            headers[wire.CONTINUATION] = str(wanted["continuation"])
        if wanted.get("key") is not None:
            headers[wire.PARTITION_KEY] = json.dumps(wanted["key"])
        path = f"/{container.alt_path}/docs"
        body = payload.dumps({"query": wanted["query"]}).encode()
        started = perf_counter_ns()
        answer = self._queries.query(
            container, Request("POST", path, headers, body, wire.parse_path(path)), int(self._clock())
        )
        milliseconds = (perf_counter_ns() - started) / 1e6
        return _json(
            {
                "rows": json.loads(answer.body)["Documents"],
                "estimatedCharge": float(answer.headers[wire.CHARGE]),
                "milliseconds": round(milliseconds, 1),
                "continuation": answer.headers.get(wire.CONTINUATION),
            }
        )


def _described(container: Container) -> dict[str, Any]:
    return {
        "id": container.id,
        "items": container.documents.count(),
        "ranges": len(container.parts),
        "key": container.definition["partitionKey"]["paths"],
        "definition": container.properties(),
    }


def _json(value: Any) -> Response:
    return Response(200, {"content-type": wire.JSON_TYPE, "cache-control": "no-store"}, json.dumps(value).encode())
