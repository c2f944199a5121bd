"""Scalar expressions: precedence climbing over tokens, after the published grammar of the service.

From loosest to tightest: ??, ?:, OR, AND, then IN / LIKE / BETWEEN (they do not chain), `||`, |, ^, &, = !=,
< <= > >=, + -, * / %, unary. NOT is a unary operator and binds tightest: `NOT c.a = 1` means `(NOT c.a) = 1`.
"""

from typing import Final, NoReturn

from local.cosmos.sql.errors import TOO_DEEP, SqlError, syntax, unknown_function
from local.cosmos.sql.lexer import Token, number_value, string_value
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
from local.cosmos.sql.values import UNDEFINED

_PRECEDENCE: Final = {
    "||": 1, "|": 2, "^": 3, "&": 4, "=": 5, "!=": 5, "<": 6, "<=": 6, ">": 6, ">=": 6,
    "+": 7, "-": 7, "*": 8, "/": 8, "%": 8,
}  # fmt: skip
_CONSTANTS: Final = {"true": True, "false": False, "null": None, "undefined": UNDEFINED}
_DEPTH: Final = 64


class ExpressionParser:
    """A cursor over tokens with one method per rule of the grammar."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.kind = tokens[0].kind
        self.depth = 0

    # Cursor

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        self.kind = self.tokens[self.at].kind if self.at < len(self.tokens) else "END"
        return token

    def expect(self, kind: str) -> Token:
        if self.kind != kind:
            self.fail()
        return self.take()

    def accept(self, kind: str) -> bool:
        if self.kind != kind:
            return False
        self.take()
        return True

    def start(self) -> int:
        return self.tokens[self.at].start

    def end(self) -> int:
        """Where the last taken token ends."""
        return self.tokens[self.at - 1].end

    def fail(self) -> NoReturn:
        token = self.tokens[self.at]
        syntax(token.text, token.start, token.end)

    # Rules

    def query(self, nested: bool) -> Query:
        raise NotImplementedError

    def expression(self) -> Node:
        self.depth += 1
        if self.depth > _DEPTH:
            raise SqlError("SC1001", TOO_DEEP, self.start(), self.start())
        left = self.conditional()
        while self.accept("??"):
            right = self.conditional()
            left = Coalesce(left, right, start=left.start, end=self.end())
        self.depth -= 1
        return left

    def conditional(self) -> Node:
        test = self.logical("OR")
        if not self.accept("?"):
            return test
        then = self.expression()
        self.expect(":")
        otherwise = self.nested_conditional()
        return Conditional(test, then, otherwise, start=test.start, end=self.end())

    def nested_conditional(self) -> Node:
        self.depth += 1
        if self.depth > _DEPTH:
            raise SqlError("SC1001", TOO_DEEP, self.start(), self.start())
        node = self.conditional()
        self.depth -= 1
        return node

    def logical(self, operator: str) -> Node:
        first = self.logical("AND") if operator == "OR" else self.predicate()
        if self.kind != operator:
            return first
        terms = [first]
        while self.accept(operator):
            terms.append(self.logical("AND") if operator == "OR" else self.predicate())
        return Logical(operator, tuple(terms), start=first.start, end=self.end())

    def predicate(self) -> Node:
        operand = self.binary(1)
        following = self.tokens[self.at + 1].kind if self.kind == "NOT" else self.kind
        if following not in ("IN", "LIKE", "BETWEEN"):
            return operand
        negated = self.accept("NOT")
        self.take()
        if following == "IN":
            self.expect("(")
            items = self.list_of(")")
            return In(operand, items, negated, start=operand.start, end=self.end())
        if following == "LIKE":
            pattern = self.binary(1)
            escape = string_value(self.expect("STRING")) if self.accept("ESCAPE") else ""
            return Like(operand, pattern, escape, negated, start=operand.start, end=self.end())
        low = self.binary(1)
        self.expect("AND")
        high = self.binary(1)
        return Between(operand, low, high, negated, start=operand.start, end=self.end())

    def binary(self, least: int) -> Node:
        left = self.unary()
        while (strength := _PRECEDENCE.get(self.kind, 0)) >= least:
            operator = self.take().kind
            right = self.binary(strength + 1)
            left = Binary(operator, left, right, start=left.start, end=self.end())
        return left

    def unary(self) -> Node:
        operators: list[Token] = []
        while self.kind in ("-", "+", "~", "NOT"):
            operators.append(self.take())
        node = self.postfix(self.primary())
        for token in reversed(operators):
            node = Unary(token.kind, node, start=token.start, end=self.end())
        return node

    def postfix(self, node: Node) -> Node:
        while True:
            if self.accept("."):
                name = self.expect("NAME").text
                node = Member(node, name, start=node.start, end=self.end())
            elif self.accept("["):
                index = self.expression()
                self.expect("]")
                node = _indexed(node, index, self.end())
            else:
                return node

    def primary(self) -> Node:
        token, kind = self.tokens[self.at], self.kind
        if kind == "NAME":
            return self.name_or_call()
        if kind in ("STRING", "NUMBER"):
            self.take()
            value = string_value(token) if kind == "STRING" else number_value(token)
            return Literal(value, kind, start=token.start, end=token.end)
        if kind == "PARAMETER":
            self.take()
            return ParameterRef(token.text, start=token.start, end=token.end)
        if kind in _CONSTANTS:
            self.take()
            return Literal(_CONSTANTS[kind], kind, start=token.start, end=token.end)
        return self.compound(token)

    def compound(self, token: Token) -> Node:
        if self.accept("("):
            if self.kind == "SELECT":
                return self.subquery("VALUE", token.start)
            node = self.expression()
            self.expect(")")
            return node
        if self.accept("["):
            items = () if self.accept("]") else self.list_of("]")
            return ArrayLiteral(items, start=token.start, end=self.end())
        if self.accept("{"):
            return self.object_literal(token.start)
        if self.kind in ("EXISTS", "ARRAY"):
            kind = self.take().kind
            self.expect("(")
            return self.subquery(kind, token.start)
        if self.kind not in ("LEFT", "RIGHT"):
            self.fail()
        self.take()
        return self.call(token)

    def name_or_call(self) -> Node:
        token = self.take()
        if self.kind == "(":
            return self.call(token)
        ahead = self.tokens[self.at : self.at + 3]
        if token.text == "udf" and [part.kind for part in ahead] == [".", "NAME", "("]:
            raise unknown_function(f"udf.{ahead[1].text}", token.start, ahead[1].end)
        return Name(token.text, start=token.start, end=token.end)

    def call(self, name: Token) -> Node:
        self.expect("(")
        arguments = () if self.accept(")") else self.list_of(")")
        return Call(name.text, name.text.upper(), arguments, start=name.start, end=self.end())

    def subquery(self, kind: str, start: int) -> Node:
        query = self.query(nested=True)
        self.expect(")")
        return Subquery(kind, query, start=start, end=self.end())

    def list_of(self, closing: str) -> tuple[Node, ...]:
        items = [self.expression()]
        while self.accept(","):
            items.append(self.expression())
        self.expect(closing)
        return tuple(items)

    def object_literal(self, start: int) -> Node:
        properties: list[tuple[str, Node]] = []
        while self.kind != "}":
            if properties:
                self.expect(",")
            name = self.take().text if self.kind == "NAME" else string_value(self.expect("STRING"))
            self.expect(":")
            properties.append((name, self.expression()))
        self.take()
        return ObjectLiteral(tuple(properties), start=start, end=self.end())


def _indexed(base: Node, index: Node, end: int) -> Node:
    """base[index]: a constant name or position is part of a path, anything else is computed."""
    key = index.value if isinstance(index, Literal) else None
    if isinstance(key, str) or type(key) is int:
        return Member(base, key, start=base.start, end=end)
    return Index(base, index, start=base.start, end=end)
