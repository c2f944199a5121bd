"""Queries ready to run, and the entry points of the package."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from local.cosmos.sql.compiler import Compiler
from local.cosmos.sql.errors import TOO_DEEP, SqlError
from local.cosmos.sql.nodes import Query
from local.cosmos.sql.parser import parse, parse_condition
from local.cosmos.sql.pipeline import Pipeline, compile_subquery, order_path
from local.cosmos.sql.prefilters import Prefilter
from local.cosmos.sql.pushdown import Pins, Pushdown, TextTerm, dotted
from local.cosmos.sql.scope import Context, Evaluate, parameter_values
from local.cosmos.sql.values import UNDEFINED

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Parameter:
    """A query parameter; the name starts with @."""

    name: str
    value: Any


@dataclass(frozen=True)
class OrderPath:
    """One item of ORDER BY; path: property names from the document down, "[]" for the items of an array."""

    path: tuple[str, ...]
    descending: bool


@dataclass
class Compiled:
    """A query with its parameters.

    needs_plan: over several partition ranges the service answers 1004 and the client merges.
    prefilter: sound, see `pushdown`. pinned: dotted path to the only values a matching document can have there.
    texts: full-text predicates every match meets.
    """

    is_streamable: bool
    is_aggregate: bool
    has_group_by: bool
    has_distinct: bool
    has_top: bool
    has_offset_limit: bool
    order_by: tuple[OrderPath, ...]
    needs_plan: bool
    prefilter: Prefilter
    pinned: Pins
    texts: tuple[TextTerm, ...]
    pipeline: Pipeline = field(repr=False)
    shape: Callable[[Pipeline, Iterable[dict[str, Any]]], list[Any]] | None = field(default=None, repr=False)

    @property
    def is_whole(self) -> bool:
        """Whether every result is a document as it is: SELECT * over the documents themselves."""
        return self.pipeline.query.star is not None and not self.pipeline.steps and self.shape is None

    def rows(self, documents: Iterable[dict[str, Any]]) -> list[Any]:
        """All results over these documents, undefined ones dropped. SqlError for what only values can show."""
        if self.shape is not None:
            return self.shape(self.pipeline, documents)
        return list(self.pipeline.results(matching(self.pipeline, documents)))

    def stream(self, documents: Iterable[dict[str, Any]]) -> Iterator[tuple[int, list[Any]]]:
        """(index of the document, its results) one by one, documents without results left out; if is_streamable."""
        pipeline = self.pipeline
        for index, document in enumerate(documents):
            values = [pipeline.project(row) for row in pipeline.matching((document,))]
            found = [value for value in values if value is not UNDEFINED]
            if found:
                yield index, found


def matching(pipeline: Pipeline, documents: Iterable[dict[str, Any]]) -> Iterator[tuple[Any, ...]]:
    """The rows WHERE keeps of all documents; without FROM there is one row whatever the container holds."""
    if not pipeline.query.sources:
        yield from pipeline.matching((UNDEFINED,))
        return
    if pipeline.steps:
        for document in documents:
            yield from pipeline.matching((document,))
        return
    where = pipeline.where
    for document in documents:
        row = (document,)
        if where is None or where(row) is True:
            yield row


def compile_query(
    query: Query, parameters: Sequence[Mapping[str, Any]], *, computed_properties: Mapping[str, str] = _NONE
) -> Compiled:
    """Settle names, parameters and functions.

    parameters: the wire's [{"name": "@x", "value": ...}]. computed_properties: name to "SELECT VALUE ... FROM c".
    Raises SqlError with the code and place the service gives.
    """
    try:
        return _compile(query, parameters, computed_properties)
    except RecursionError:
        raise SqlError("SC1001", TOO_DEEP) from None


def _compile(query: Query, parameters: Sequence[Mapping[str, Any]], computed: Mapping[str, str]) -> Compiled:
    context = Context(parameter_values(parameters), {name: _computed(text) for name, text in computed.items()})
    pipeline = Pipeline(query, context)
    scope = pipeline.scope
    order = tuple(OrderPath(order_path(item.expression, scope), item.descending) for item in query.order_by)
    pushdown = Pushdown(Compiler(scope, compile_subquery), context.computed)
    has_page = query.offset is not None
    stages = (query.order_by, query.top, has_page, query.distinct, pipeline.is_grouped)
    needs_plan = any(stage not in (None, False, ()) for stage in stages)
    return Compiled(
        is_streamable=not needs_plan and bool(query.sources),
        is_aggregate=pipeline.is_aggregate,
        has_group_by=bool(query.group_by),
        has_distinct=query.distinct,
        has_top=query.top is not None,
        has_offset_limit=has_page,
        order_by=order,
        needs_plan=needs_plan,
        prefilter=pushdown.prefilter(query.where),
        pinned=dotted(pushdown.pins(query.where)) if query.where is not None else {},
        texts=pushdown.texts(query.where),
        pipeline=pipeline,
    )


def _computed(text: str) -> Evaluate:
    """A computed property as a function of the document's row."""
    query = parse(text)
    if query.value is None or len(query.sources) != 1 or query.where or query.group_by or query.order_by or query.top:
        raise SqlError("", "A computed property has to be of the form SELECT VALUE <expression> FROM <alias>.")
    pipeline = Pipeline(query, Context({}, {}))
    return lambda row: next(pipeline.results(pipeline.matching(row[:1])), UNDEFINED)


def condition(text: str) -> Callable[[dict[str, Any]], bool]:
    """The test of a patch condition, `from c where ...`; SqlError if it is not one."""
    query = parse_condition(text)
    pipeline = compile_query(query, ()).pipeline
    return lambda document: next(pipeline.matching((document,)), None) is not None
