"""Query plans, and the rewritten queries the client sends to every range because of them.

A rewritten query is the original text behind a marker comment: its results have the shape the client merges.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from local.cosmos.sql.aggregates import PLAN_NAMES, partial_average
from local.cosmos.sql.compiled import Compiled, compile_query, matching
from local.cosmos.sql.errors import SqlError
from local.cosmos.sql.grouping import Column, is_aggregate, selected
from local.cosmos.sql.nodes import Call, Query
from local.cosmos.sql.parser import parse
from local.cosmos.sql.pipeline import Pipeline, distinct
from local.cosmos.sql.values import UNDEFINED, identity

MARKER: Final = "/*range*/"
# The order in which the service names features a client lacks.
_FEATURES: Final = (
    "Aggregate", "CompositeAggregate", "Distinct", "GroupBy", "MultipleAggregates", "MultipleOrderBy",
    "OffsetAndLimit", "OrderBy", "Top", "NonValueAggregate", "CountIf",
)  # fmt: skip


def query_plan(query: Query, parameters: Sequence[Mapping[str, Any]], supported_features: str) -> dict[str, Any]:
    """The partitionedQueryExecutionInfo of a query over all ranges.

    supported_features: the client's comma-separated list. SqlError for a query that is wrong, or needs a feature
    outside that list.
    """
    compiled = compile_query(query, parameters)
    supported = {feature.strip() for feature in supported_features.split(",")}
    lacking = [feature for feature in _needed(query) if feature not in supported]
    if lacking:
        message = "Query contains the following features, which the calling client does not support: " + " ".join(
            lacking
        )
        raise SqlError("", message)
    return {
        "partitionedQueryExecutionInfoVersion": 2,
        "queryInfo": _query_info(query, compiled),
        "queryRanges": [{"min": "", "max": "FF", "isMinInclusive": True, "isMaxInclusive": False}],
    }


def _aggregates(query: Query) -> list[str]:
    return [node.key for node in selected(query) if isinstance(node, Call) and is_aggregate(node)]


def _needed(query: Query) -> list[str]:
    aggregates = _aggregates(query)
    needed = {
        "Aggregate": bool(aggregates),
        "Distinct": query.distinct,
        "GroupBy": bool(query.group_by),
        "MultipleAggregates": len(aggregates) > 1,
        "MultipleOrderBy": len(query.order_by) > 1,
        "OffsetAndLimit": query.offset is not None,
        "OrderBy": bool(query.order_by),
        "Top": query.top is not None,
        "NonValueAggregate": bool(aggregates) and query.value is None,
        "CountIf": "COUNTIF" in aggregates,
    }
    return [feature for feature in _FEATURES if needed.get(feature, False)]


def _query_info(query: Query, compiled: Compiled) -> dict[str, Any]:
    pipeline = compiled.pipeline
    aggregates = _aggregates(query)
    # An aggregate has one result: there is nothing left for the client to sort.
    order = () if aggregates else query.order_by
    value = query.value is not None
    kind = "None" if not query.distinct else "Ordered" if _is_ordered(query) else "Unordered"
    return {
        "distinctType": kind,
        "top": pipeline.top,
        "offset": pipeline.offset,
        "limit": pipeline.limit,
        "orderBy": ["Descending" if item.descending else "Ascending" for item in order],
        "orderByExpressions": [_text(query, item.expression.start, item.expression.end) for item in order],
        "groupByExpressions": [_text(query, node.start, node.end) for node in query.group_by],
        "groupByAliases": [item.alias for item in query.items] if pipeline.is_grouped else [],
        "aggregates": [PLAN_NAMES[name] for name in aggregates] if value else [],
        "groupByAliasToAggregateType": _alias_types(query) if pipeline.is_grouped else {},
        "rewrittenQuery": MARKER + query.text if compiled.needs_plan else "",
        "hasSelectValue": value,
        "dCountInfo": None,
        "hasNonStreamingOrderBy": False,
    }


def _text(query: Query, start: int, end: int) -> str:
    return query.text[start:end]


def _alias_types(query: Query) -> dict[str, str | None]:
    types: dict[str, str | None] = {}
    for item in query.items:
        node = item.expression
        types[item.alias] = PLAN_NAMES[node.key] if isinstance(node, Call) and is_aggregate(node) else None
    return types


def _is_ordered(query: Query) -> bool:
    """Whether equal results of DISTINCT are neighbours: the one result is what is sorted by."""
    results = selected(query)
    return len(query.order_by) == 1 and len(results) == 1 and results[0] == query.order_by[0].expression


def compile_rewritten(
    text: str, parameters: Sequence[Mapping[str, Any]], *, computed_properties: Mapping[str, str] | None = None
) -> Compiled | None:
    """The query of a rewritten text, answering what one range hands to the client; None for any other text.

    ORDER BY: `{"_rid", "orderByItems": [{"item": value} or {}], "payload": row}` sorted. Aggregates: one
    `[{"item": value}]`, for AVG of `{"sum", "count"}`. OFFSET LIMIT: the first offset + limit rows.
    """
    if not text.startswith(MARKER):
        return None
    compiled = compile_query(
        parse(text.removeprefix(MARKER)), parameters, computed_properties=computed_properties or {}
    )
    query = compiled.pipeline.query
    if compiled.has_group_by or (compiled.is_aggregate and query.value is None):
        raise SqlError("", "GROUP BY, and aggregates without VALUE, have no rewritten form.")
    compiled.shape = _aggregated if compiled.is_aggregate else _ordered if compiled.order_by else _leading
    return compiled


def _take(pipeline: Pipeline) -> int | None:
    if pipeline.offset is not None and pipeline.limit is not None:
        return pipeline.offset + pipeline.limit
    return pipeline.top


def _leading(pipeline: Pipeline, documents: Iterable[dict[str, Any]]) -> list[Any]:
    values = map(pipeline.project, matching(pipeline, documents))
    defined = (value for value in values if value is not UNDEFINED)
    return list(islice(distinct(defined) if pipeline.query.distinct else defined, _take(pipeline)))


def _aggregated(pipeline: Pipeline, documents: Iterable[dict[str, Any]]) -> list[Any]:
    rows = list(pipeline.sorted_rows(matching(pipeline, documents)))
    row: list[dict[str, Any]] = []
    for column, name in zip(pipeline.columns, _aggregates(pipeline.query), strict=True):
        aggregate = partial_average if name == "AVG" else column.aggregate
        row.append(_item(Column(column.evaluate, aggregate).over(rows)))
    return [row]


def _item(value: Any) -> dict[str, Any]:
    return {} if value is UNDEFINED else {"item": value}


def _ordered(pipeline: Pipeline, documents: Iterable[dict[str, Any]]) -> list[Any]:
    rows = pipeline.sorted_rows(matching(pipeline, documents))
    return list(islice(_payloads(pipeline, rows), _take(pipeline)))


def _payloads(pipeline: Pipeline, rows: Iterable[tuple[Any, ...]]) -> Iterable[dict[str, Any]]:
    seen: set[Any] = set()
    for row in rows:
        payload = pipeline.project(row)
        if payload is UNDEFINED or (pipeline.query.distinct and not _is_new(payload, seen)):
            continue
        items = [_item(order(row)) for order in pipeline.orders]
        yield {"_rid": row[0].get("_rid", ""), "orderByItems": items, "payload": payload}


def _is_new(payload: Any, seen: set[Any]) -> bool:
    key = identity(payload)
    if key in seen:
        return False
    seen.add(key)
    return True
