"""Pages of rows that need no sorting: read, filter, project, in the order of the store."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from local.cosmos import paging, payload, textindex
from local.cosmos.catalog import Container
from local.cosmos.paging import Position
from local.cosmos.querymetrics import Counts
from local.cosmos.scope import Scope
from local.cosmos.sql import Compiled, Prefilter
from local.cosmos.sql.pushdown import json_column

MAX_PAGE_BYTES: Final = 4 * 1024 * 1024
_FEW: Final = 10_000  # items a search finds, where the filter names the keys


@dataclass(slots=True)
class Page:
    """Rows as JSON text; `next` is None on the last page."""

    texts: list[str]
    counts: Counts
    next: Position | None


def stopped(position: Position, where: Scope, number: int, ring: str, skip: int = 0) -> Position:
    """Where a page that stopped before `skip`-th row of an item is taken up again."""
    return replace(position, number=number, ring=ring if where.by_ring else "", skip=skip)


def next_range(container: Container, where: Scope, position: Position) -> Position | None:
    """Where reading goes on after the last row of a range, if it covers several in turn."""
    return position.following(container.parts) if where.is_everything else None


def scan(
    container: Container, where: Scope, position: Position, now: int, query: Compiled | None = None
) -> Iterator[tuple[int, str, int, str]]:
    """Rows of a scope from a position on; of a query, only those SQLite lets through."""
    condition, arguments = paging.after(position, by_ring=where.by_ring)
    sql = f"({where.where}) AND {condition}"
    given: tuple[Any, ...] = (*where.arguments, *arguments)
    through = ""
    if query is not None:
        found = textindex.search(container, query, where)
        if found is not None and where.is_few and not textindex.is_small(container, found, _FEW):
            found = None  # to look at the items of some keys one by one is less than at all that holds the words
        through = _through(container, query, where, found)
        sql, given = _and(sql, given, query.prefilter)
        sql, given = _and(sql, given, found)
    return container.documents.scan(sql, given, where.order, now, through=through)


def _through(container: Container, query: Compiled, where: Scope, found: Prefilter | None) -> str:
    if any(isinstance(name, str) for name in query.pinned.get("id", ())):
        return container.documents.by_id  # SQLite may prefer an index that was made for something else
    return textindex.THROUGH if found else container.documents.index(learnt(container, query, where))


def learnt(container: Container, query: Compiled, where: Scope) -> tuple[str, ...]:
    """What to index for this filter if it turns out to pick few of many: its columns, inside one logical partition."""
    return equal(container, query) if where.is_key and "id" not in query.pinned and not query.texts else ()


def equal(container: Container, query: Compiled) -> tuple[str, ...]:
    """The columns a filter compares with one value each, without the partition key: that is the same all over."""
    keys = {json_column(path) for path in container.key.paths}
    return tuple(sorted(column for column in query.prefilter.equal if column not in keys))


def _and(sql: str, arguments: tuple[Any, ...], more: Prefilter | None) -> tuple[str, tuple[Any, ...]]:
    return (f"{sql} AND ({more.sql})", arguments + more.arguments) if more and more.sql else (sql, arguments)


def stream(container: Container, query: Compiled, where: Scope, position: Position, limit: int, now: int) -> Page:
    """A page of a streamable query."""
    page = Page([], Counts(), None)
    counts = page.counts
    number, ring, body, is_whole = 0, "", "", query.is_whole

    def documents() -> Iterator[dict[str, Any]]:
        nonlocal number, ring, body
        for number, ring, _, body in scan(container, where, position, now, query):  # noqa: B007
            counts.loaded += 1
            counts.loaded_bytes += len(body)
            yield payload.stored(body)

    for _, rows in query.stream(documents()):
        skip = position.skip if number == position.number else 0
        for place in range(skip, len(rows)):
            if len(page.texts) == limit or counts.returned_bytes > MAX_PAGE_BYTES:
                page.next = stopped(position, where, number, ring, place)
                return page
            text = body if is_whole else payload.dumps(rows[place])
            page.texts.append(text)
            counts.returned += 1
            counts.returned_bytes += len(text)
    return page
