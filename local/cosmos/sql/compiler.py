"""Scalar expressions to closures over a row. Names, parameters, functions and their arity are settled here."""

from collections.abc import Callable
from typing import Any, Final

from local.cosmos.sql import operators
from local.cosmos.sql.errors import COMPOSITION, SqlError, unknown_function, wrong_arity
from local.cosmos.sql.functions import BUILTINS
from local.cosmos.sql.functions.patterns import like
from local.cosmos.sql.nodes import (
    ArrayLiteral,
    Between,
    Binary,
    Call,
    Coalesce,
    Conditional,
    In,
    Index,
    Like,
    Literal,
    Logical,
    Member,
    Name,
    Node,
    ObjectLiteral,
    ParameterRef,
    Query,
    Subquery,
    Unary,
)
from local.cosmos.sql.paths import index_into, member_chain, member_getter, value_getter
from local.cosmos.sql.scope import Evaluate, Row, Scope
from local.cosmos.sql.values import UNDEFINED, defined

AGGREGATES: Final = frozenset({"COUNT", "COUNTIF", "SUM", "MIN", "MAX", "AVG"})
CompileSubquery = Callable[[Query, Scope], Callable[[Row], Any]]


class Compiler:
    """compile_subquery: from a nested query and its outer scope to a function from a row to the iterator of results."""

    def __init__(self, scope: Scope, compile_subquery: CompileSubquery) -> None:
        self.scope = scope
        self.compile_subquery = compile_subquery

    def compile(self, node: Node) -> Evaluate:
        """The closure for an expression; SqlError for what can be told from the text and the parameters alone."""
        return _COMPILE[type(node)](self, node)

    def all(self, nodes: tuple[Node, ...]) -> list[Evaluate]:
        return [self.compile(node) for node in nodes]

    def constant(self, node: Node) -> tuple[Any] | None:
        """(value,) of a literal, a parameter or an array of them, None for anything that depends on the row."""
        if isinstance(node, Literal):
            return (node.value,)
        if isinstance(node, ParameterRef):
            return (self.scope.context.parameter(node),)
        if isinstance(node, Unary) and node.operator == "-" and isinstance(node.operand, Literal):
            value = node.operand.value
            return (-value,) if type(value) is int or type(value) is float else None
        if isinstance(node, ArrayLiteral):
            items = [self.constant(item) for item in node.items]
            return None if None in items else (defined([item[0] for item in items if item is not None]),)
        return None

    def literal(self, node: Literal | ParameterRef) -> Evaluate:
        found = self.constant(node)
        value = found[0] if found else UNDEFINED
        return lambda _row: value

    def name(self, node: Name) -> Evaluate:
        slot = self.scope.slot(node)
        return lambda row: row[slot]

    def member(self, node: Member) -> Evaluate:
        base, keys = member_chain(node)
        if not isinstance(base, Name):
            return value_getter(self.compile(base), keys)
        slot = self.scope.slot(base)
        computed = self.scope.context.computed.get(str(keys[0])) if self.scope.is_document(base.name) else None
        if computed is not None:
            return value_getter(computed, keys[1:])
        return member_getter(slot, keys)

    def index(self, node: Index) -> Evaluate:
        base, index = self.compile(node.base), self.compile(node.index)
        return lambda row: index_into(base(row), index(row))

    def unary(self, node: Unary) -> Evaluate:
        found = self.constant(node)
        if found is not None:
            value = found[0]
            return lambda _row: value
        operand = self.compile(node.operand)
        return operators.negation(operand) if node.operator == "NOT" else operators.sign(node.operator, operand)

    def binary(self, node: Binary) -> Evaluate:
        left, right = self.compile(node.left), self.compile(node.right)
        symbol = node.operator
        if symbol in ("=", "!="):
            found = self.constant(node.right)
            if found is not None and type(found[0]) is str:
                return operators.equality_with_text(left, found[0], symbol == "!=")
            return operators.equality(left, right, symbol == "!=")
        if symbol in ("<", "<=", ">", ">="):
            return operators.comparison(symbol, left, right)
        if symbol == "||":
            return operators.concatenation(left, right)
        return operators.arithmetic(symbol, left, right)

    def logical(self, node: Logical) -> Evaluate:
        terms = self.all(node.terms)
        return operators.conjunction(terms) if node.operator == "AND" else operators.disjunction(terms)

    def between(self, node: Between) -> Evaluate:
        operand, low, high = self.all((node.operand, node.low, node.high))
        return operators.between(operand, low, high, node.negated)

    def membership(self, node: In) -> Evaluate:
        operand = self.compile(node.operand)
        constants = [found for item in node.items if (found := self.constant(item)) is not None]
        if len(constants) == len(node.items):
            return operators.membership_of_constants(operand, [found[0] for found in constants], node.negated)
        return operators.membership(operand, self.all(node.items), node.negated)

    def like(self, node: Like) -> Evaluate:
        if len(node.escape) > 1:
            raise SqlError("", "The ESCAPE clause of LIKE takes one character.", node.start, node.end)
        operand, pattern = self.compile(node.operand), self.compile(node.pattern)
        escape = node.escape

        def evaluate(row: Row) -> Any:
            return like(operand(row), pattern(row), escape)

        return operators.negation(evaluate) if node.negated else evaluate

    def conditional(self, node: Conditional) -> Evaluate:
        test, then, otherwise = self.all((node.test, node.then, node.otherwise))
        return lambda row: then(row) if test(row) is True else otherwise(row)

    def coalesce(self, node: Coalesce) -> Evaluate:
        left, right = self.compile(node.left), self.compile(node.right)

        def evaluate(row: Row) -> Any:
            value = left(row)
            return right(row) if value is UNDEFINED else value

        return evaluate

    def object_literal(self, node: ObjectLiteral) -> Evaluate:
        properties = [(name, self.compile(value)) for name, value in node.properties]

        def evaluate(row: Row) -> Any:
            values = [(name, value(row)) for name, value in properties]
            return {name: value for name, value in values if value is not UNDEFINED}

        return evaluate

    def array_literal(self, node: ArrayLiteral) -> Evaluate:
        items = self.all(node.items)
        return lambda row: defined([item(row) for item in items])

    def call(self, node: Call) -> Evaluate:
        if node.key in AGGREGATES:
            raise SqlError("", COMPOSITION, node.start, node.end)
        builtin = BUILTINS.get(node.key)
        if builtin is None:
            raise unknown_function(node.name, node.start, node.start + len(node.name))
        count = len(node.arguments)
        if count < builtin.least or (builtin.most is not None and count > builtin.most):
            raise wrong_arity(builtin.name, builtin.least, builtin.most, node.start, node.end)
        if builtin.per_query:
            value = builtin.apply()
            return lambda _row: value
        return _apply(builtin.apply, self.all(node.arguments))

    def subquery(self, node: Subquery) -> Evaluate:
        results = self.compile_subquery(node.query, self.scope)
        if node.kind == "EXISTS":
            return lambda row: next(results(row), UNDEFINED) is not UNDEFINED
        if node.kind == "ARRAY":
            return lambda row: list(results(row))

        def scalar(row: Row) -> Any:
            found = results(row)
            value = next(found, UNDEFINED)
            if next(found, UNDEFINED) is not UNDEFINED:
                message = "The cardinality of a scalar subquery result set cannot be greater than one."
                raise SqlError("", message, node.start, node.end)
            return value

        return scalar


def _apply(function: Callable[..., Any], arguments: list[Evaluate]) -> Evaluate:
    """The call of a function on evaluated arguments, without a list for the common counts."""
    if len(arguments) == 1:
        (only,) = arguments
        return lambda row: function(only(row))
    if len(arguments) == 2:
        first, second = arguments
        return lambda row: function(first(row), second(row))
    return lambda row: function(*[argument(row) for argument in arguments])


_COMPILE: Final[dict[type[Node], Callable[[Compiler, Any], Evaluate]]] = {
    Literal: Compiler.literal,
    ParameterRef: Compiler.literal,
    Name: Compiler.name,
    Member: Compiler.member,
    Index: Compiler.index,
    Unary: Compiler.unary,
    Binary: Compiler.binary,
    Logical: Compiler.logical,
    Between: Compiler.between,
    In: Compiler.membership,
    Like: Compiler.like,
    Conditional: Compiler.conditional,
    Coalesce: Compiler.coalesce,
    ObjectLiteral: Compiler.object_literal,
    ArrayLiteral: Compiler.array_literal,
    Call: Compiler.call,
    Subquery: Compiler.subquery,
}
