"""The server's own paths under `/_local/`: health, splits, faults, throttling, snapshots, the explorer.

They ask for no key, so they serve this machine only: a page of another site may neither call them nor reach them under a
name it controls.
"""

import ipaddress
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from local.cosmos import payload, splitting, wire
from local.cosmos.catalog import Catalog
from local.cosmos.errors import CosmosError, not_found
from local.cosmos.explorer import Explorer
from local.cosmos.faults import Faults
from local.cosmos.snapshots import Snapshots
from local.cosmos.store import Store
from local.cosmos.throttle import Throttle
from local.cosmos.wire import Response


class Admin:
    """Answers the paths under `/_local/`."""

    def __init__(
        self,
        store: Store,
        catalog: Catalog,
        faults: Faults,
        throttle: Throttle,
        *,
        clock: Callable[[], float],
        restored: Callable[[], None],
    ) -> None:
        self._store = store
        self._catalog = catalog
        self._faults = faults
        self._throttle = throttle
        self._snapshots = Snapshots(store)
        self._explorer = Explorer(catalog, clock)
        self._restored = restored

    def handle(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Response:
        """Raises 403 for a foreign page, 404 for an unknown path, 405, 400."""
        area = path.removeprefix("/_local/")
        if area == "health" and method == "GET":
            return _json({"status": "healthy"})
        refuse_strangers(headers)
        if area == "split" and method == "POST":
            return _json(splitting.requested(self._store, self._catalog, body))
        if area == "faults":
            return self._on_faults(method, body)
        if area == "throttle":
            return self._on_throttle(method, body)
        if area.startswith("explorer"):
            return self._explorer.handle(method, area.removeprefix("explorer").removesuffix("/"), body)
        if area in ("snapshot", "restore"):
            return self._on_snapshots(method, area, body)
        raise not_found("This path does not exist.")

    def _on_faults(self, method: str, body: bytes) -> Response:
        if method == "POST":
            self._faults.add(payload.loads(body))
        elif method == "DELETE":
            self._faults.rules.clear()
        elif method != "GET":
            raise CosmosError(405, f"The method {method} is not allowed on faults.")
        return _json({"faults": [asdict(fault) for fault in self._faults.rules]})

    def _on_throttle(self, method: str, body: bytes) -> Response:
        if method == "POST":
            self._throttle.limit(payload.loads(body))
        elif method == "DELETE":
            self._throttle.lift()
        elif method != "GET":
            raise CosmosError(405, f"The method {method} is not allowed on the throttle.")
        return _json(self._throttle.shown())

    def _on_snapshots(self, method: str, area: str, body: bytes) -> Response:
        if area == "restore" and method == "POST":
            self._snapshots.restore(payload.loads(body))
            self._restored()
            self._explorer.forget()
        elif area == "snapshot" and method == "POST":
            self._snapshots.take(payload.loads(body))
        elif area == "snapshot" and method == "DELETE":
            self._snapshots.drop(payload.loads(body))
        elif method != "GET":
            raise CosmosError(405, f"The method {method} is not allowed on snapshots.")
        return _json({"snapshots": self._snapshots.listed()})


def refuse_strangers(headers: Mapping[str, str]) -> None:
    """Raises 403 for a request a page of another site sends, or one that came by a name instead of an address.

    The latter is how a page reaches this machine under a name of its own (DNS rebinding).
    """
    host = headers.get("host", "localhost")
    origin = headers.get("origin")
    own = f"{headers.get(':scheme', 'http')}://{host}"
    if not _is_local(host) or origin not in (None, own):
        raise CosmosError(403, "The paths under /_local are for this machine.")


def _is_local(host: str) -> bool:
    name = host.rpartition(":")[0] if host[-1:] != "]" and ":" in host else host
    if name == "localhost":
        return True
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _json(value: Any) -> Response:
    return Response(200, {"content-type": wire.JSON_TYPE}, json.dumps(value).encode())
