"""Splits of partition key ranges, on demand and by throughput. The service takes minutes; here a split is done on return."""

from typing import Any

from local.cosmos.catalog import Catalog, Container
from local.cosmos.errors import bad_request, conflict
from local.cosmos.payload import loads_object
from local.cosmos.ranges import Range
from local.cosmos.store import Store


def requested(store: Store, catalog: Catalog, body: bytes) -> dict[str, Any]:
    """Split as `{"db", "coll", "range"?}` asks: without `range` the one a split by throughput would take.

    Gives `{"parent", "children": [id, id], "ranges": [every live id]}`. Raises 400, 404, and 409 for a range that is gone.
    """
    wanted = loads_object(body)
    database, name, part = wanted.get("db"), wanted.get("coll"), wanted.get("range")
    if not isinstance(database, str) or not isinstance(name, str) or set(wanted) - {"db", "coll", "range"}:
        raise bad_request("A split is a JSON object with 'db', 'coll' and perhaps 'range'.")
    container = catalog.container(database, name, as_owner=False)
    parent = _fullest(container).id if part is None else _named(container, part)
    left, right = _split(store, catalog, container, parent)
    return {
        "parent": str(parent),
        "children": [str(left.id), str(right.id)],
        "ranges": [str(live) for live in container.parts],
    }


def grow(store: Store, catalog: Catalog, container: Container, count: int) -> None:
    """Split until the container has at least this many ranges."""
    while len(container.parts) < count:
        _split(store, catalog, container, _fullest(container).id)


def _named(container: Container, part: Any) -> int:
    text = str(part)
    if not text.isdecimal():
        raise bad_request(f"'{text}' is not the id of a partition key range.")
    if int(text) not in container.parts:
        raise conflict(f"The partition key range '{text}' is gone.")
    return int(text)


def _fullest(container: Container) -> Range:
    """Of the widest ranges the one with most items: there a split helps most."""
    widest = max(one.end - one.start for one in container.layout.ranges)
    return max(
        (one for one in container.layout.ranges if one.end - one.start == widest),
        key=lambda one: container.documents.statistics(one.id)[0],
    )


def _split(store: Store, catalog: Catalog, container: Container, part: int) -> tuple[Range, Range]:
    try:
        with store.transaction():
            return catalog.split_range(container, part)
    except ValueError:
        raise bad_request(f"The partition key range '{part}' is too narrow to split.") from None
    except BaseException:
        catalog.reload()
        raise
