"""Sorted queries inside one logical partition, and searches sorted by id, read from an index until there are enough rows.

Without this every page of a sorted list decodes the whole partition, and a search all that it finds. The index is made when a
sort is first used. Values sort in SQLite as in the query language by their type and then by value, except arrays and objects:
where one turns up, the caller has to sort the whole.
"""

from collections.abc import Iterator
from typing import Any, Final

from local.cosmos import payload, reading, textindex
from local.cosmos.catalog import Container
from local.cosmos.paging import Position
from local.cosmos.querymetrics import Counts
from local.cosmos.reading import Page
from local.cosmos.scope import Scope
from local.cosmos.sql import UNDEFINED, Compiled, OrderPath, Prefilter
from local.cosmos.sql.pushdown import json_column

_MOST_ROWS: Final = 5000
_RANK: Final = (
    "CASE json_type(body,{path}) WHEN 'null' THEN 1 WHEN 'true' THEN 2 WHEN 'false' THEN 2 WHEN 'integer' THEN 3 "
    "WHEN 'real' THEN 3 WHEN 'text' THEN 4 WHEN 'array' THEN 5 WHEN 'object' THEN 6 ELSE 0 END"
)


def page(container: Container, query: Compiled, where: Scope, position: Position, limit: int, now: int) -> Page | None:
    """The page, or None if this query cannot be served so."""
    wanted = _wanted(query, position, limit)
    if wanted is None:
        return None
    if not where.is_key:
        return _searched(container, query, where, position, limit, wanted, now)
    columns = [_column(container, one) for one in query.order_by]
    if not columns or None in columns:
        return None
    pairs = [column for column in columns if column is not None]
    sort = [name for pair in pairs for name in pair]
    # What a filter limits to some values stands last in the index: SQLite looks at it there, and reads no item that it drops.
    narrow = [*reading.equal(container, query), *sort, *sorted(query.prefilter.limited)]
    documents = container.documents
    counts = Counts()
    found = textindex.search(container, query, where)
    if found is not None and textindex.is_small(container, found):
        # Sort the few that a search finds; among many walk the index that sorts: the plus keeps SQLite there.
        through = textindex.THROUGH
    else:
        through = documents.index(narrow) or documents.index(sort, create=True)
        found = found and Prefilter(f"+{found.sql}", found.arguments)
    with documents.learning([] if through == textindex.THROUGH else narrow):
        values = _enough(
            query, _rows(container, query, where, _sorted(query, pairs), (found, through), now), wanted, counts
        )
    if values is None:
        return None
    values = list(query.pipeline.page(iter(values)))
    end = position.skip + limit
    return _page(query, values[position.skip : end], counts, Position(skip=end) if len(values) > end else None)


def _searched(
    container: Container, query: Compiled, where: Scope, position: Position, limit: int, wanted: int, now: int
) -> Page | None:
    """The only page of a search over more than one key that is sorted by id, by which every container has an index."""
    found = textindex.search(container, query, where)
    if found is None or where.is_few or position.skip or [one.path for one in query.order_by] != [("id",)]:
        return None
    through, counts = textindex.THROUGH, Counts()
    if not textindex.is_small(container, found):
        through, found = container.documents.by_id, Prefilter(f"+{found.sql}", found.arguments)
    order = ("", ["id DESC" if query.order_by[0].descending else "id"])
    values = _enough(query, _rows(container, query, where, order, (found, through), now), wanted, counts)
    values = None if values is None else list(query.pipeline.page(iter(values)))
    return None if values is None or len(values) > limit else _page(query, values, counts, None)


def _page(query: Compiled, chosen: list[Any], counts: Counts, following: Position | None) -> Page:
    texts = chosen if query.is_whole else [payload.dumps(value) for value in chosen]
    counts.returned = len(texts)
    counts.returned_bytes = sum(map(len, texts))
    return Page(texts, counts, following)


def _wanted(query: Compiled, position: Position, limit: int) -> int | None:
    """How many results decide the page; None where the shape of the query does not allow to stop early."""
    pipeline = query.pipeline
    plain = not (query.is_aggregate or query.has_group_by or query.has_distinct) and query.shape is None
    if not query.order_by or not plain or len(pipeline.query.sources) != 1:
        return None
    rows = position.skip + limit + 1
    if pipeline.top is not None:
        rows = pipeline.top
    elif pipeline.offset is not None and pipeline.limit is not None:
        rows = pipeline.offset + pipeline.limit
    return rows if rows <= _MOST_ROWS else None


def _column(container: Container, order: OrderPath) -> tuple[str, str] | None:
    """The SQL expressions a path sorts by: the rank of its type, its value."""
    value = json_column(order.path)
    if value is None or order.path[0] in container.computed:
        return None
    return _RANK.format(path=value.removeprefix("json_extract(body,").removesuffix(")")), value


def _sorted(query: Compiled, columns: list[tuple[str, str]]) -> tuple[str, list[str]]:
    """The condition that there is something to sort by, and what to sort by."""
    terms = []
    for (rank, value), order in zip(columns, query.order_by, strict=True):
        direction = " DESC" if order.descending else ""
        terms += [f"{rank}{direction}", f"{value}{direction}"]
    # An item without the property is not in the index of a single one.
    return f" AND {columns[0][0]} > 0" if len(columns) == 1 else "", terms


def _rows(
    container: Container,
    query: Compiled,
    where: Scope,
    order: tuple[str, list[str]],
    search: tuple[Prefilter | None, str],
    now: int,
) -> Iterator[tuple[int, str, int, str]]:
    there, terms = order
    condition = f"({where.where}){there}"
    if query.prefilter.sql:
        condition += f" AND ({query.prefilter.sql})"
    arguments = (*where.arguments, *query.prefilter.arguments)
    found, through = search
    if found is not None:
        condition += f" AND {found.sql}"
        arguments += found.arguments
    return container.documents.scan(condition, arguments, ", ".join([*terms, "number"]), now, through=through)


def _enough(
    query: Compiled, rows: Iterator[tuple[int, str, int, str]], wanted: int, counts: Counts
) -> list[Any] | None:
    """The first `wanted` results, as text where they are whole items; None if an array or object is sorted by."""
    pipeline, is_whole = query.pipeline, query.is_whole
    paths = [one.path for one in query.order_by]
    values: list[Any] = []
    for _, _, _, body in rows:
        counts.loaded += 1
        counts.loaded_bytes += len(body)
        document = payload.stored(body)
        for path in paths:
            if isinstance(_value(document, path), dict | list):
                return None
        row = next(pipeline.matching((document,)), None)
        value = UNDEFINED if row is None else body if is_whole else pipeline.project(row)
        if value is not UNDEFINED:
            values.append(value)
            if len(values) >= wanted:
                break
    return values


def _value(document: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        document = document.get(step) if isinstance(document, dict) else None
    return document
