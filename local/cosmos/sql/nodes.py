"""The syntax tree. Positions do not take part in equality, so GROUP BY can match expressions structurally."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """start, end: offsets into the query text."""

    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Literal(Node):
    """A constant; `kind` keeps true and 1 apart where trees are compared."""

    value: Any
    kind: str


@dataclass(frozen=True, slots=True)
class ParameterRef(Node):
    name: str


@dataclass(frozen=True, slots=True)
class Name(Node):
    name: str


@dataclass(frozen=True, slots=True)
class Member(Node):
    """base.key, base["key"] or base[0]."""

    base: Node
    key: str | int


@dataclass(frozen=True, slots=True)
class Index(Node):
    """base[expression]."""

    base: Node
    index: Node


@dataclass(frozen=True, slots=True)
class Unary(Node):
    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary(Node):
    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logical(Node):
    """AND or OR over any number of terms: a chain of a thousand stays one level deep."""

    operator: str
    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Between(Node):
    operand: Node
    low: Node
    high: Node
    negated: bool


@dataclass(frozen=True, slots=True)
class In(Node):
    operand: Node
    items: tuple[Node, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Like(Node):
    operand: Node
    pattern: Node
    escape: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Conditional(Node):
    test: Node
    then: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Coalesce(Node):
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Call(Node):
    """name as written; `key` upper-cased for look-up."""

    name: str = field(compare=False)
    key: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class ObjectLiteral(Node):
    properties: tuple[tuple[str, Node], ...]


@dataclass(frozen=True, slots=True)
class ArrayLiteral(Node):
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Subquery(Node):
    """kind: VALUE (scalar), EXISTS or ARRAY."""

    kind: str
    query: "Query"


@dataclass(frozen=True, slots=True)
class Source(Node):
    """One input of FROM: a path from a name, or a sub-query; iterated (`x IN`) or taken whole.

    root_at and alias_at: where in the text the name the path starts from, and the alias, stand.
    """

    alias: str
    root: str
    path: tuple[str | int, ...]
    query: "Query | None"
    iterated: bool
    root_at: int = field(default=0, compare=False)
    alias_at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SelectItem(Node):
    expression: Node
    alias: str


@dataclass(frozen=True, slots=True)
class OrderItem(Node):
    expression: Node
    descending: bool


@dataclass(frozen=True, slots=True)
class Count(Node):
    """The number after TOP, OFFSET or LIMIT: a literal or a parameter's name."""

    value: int | str


@dataclass(frozen=True, slots=True)
class Query(Node):
    """star: SELECT *; value: SELECT VALUE; otherwise items."""

    text: str = field(compare=False)
    distinct: bool
    top: Count | None
    star: Node | None
    value: Node | None
    items: tuple[SelectItem, ...]
    sources: tuple[Source, ...]
    where: Node | None
    group_by: tuple[Node, ...]
    order_by: tuple[OrderItem, ...]
    offset: Count | None
    limit: Count | None
    order_span: tuple[int, int] = field(default=(0, 0), compare=False)
    page_span: tuple[int, int] = field(default=(0, 0), compare=False)
