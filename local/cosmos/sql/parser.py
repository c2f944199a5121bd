"""Queries: SELECT, FROM, WHERE, GROUP BY, ORDER BY, OFFSET LIMIT, and what a sub-query may not have."""

from functools import lru_cache

from local.cosmos.sql.errors import TOO_DEEP, SqlError, not_in_subquery
from local.cosmos.sql.expressions import ExpressionParser
from local.cosmos.sql.lexer import number_value, string_value, tokenize
from local.cosmos.sql.nodes import Count, Member, Name, Node, OrderItem, Query, SelectItem, Source

_COUNT_LIMIT = 2**32
_COUNT_ERRORS = {
    "TOP": ("SC2060", "The count value provided for a TOP clause must be an integer."),
    "OFFSET": ("SC2062", "The OFFSET count value exceeds the maximum allowed value."),
    "LIMIT": ("SC2061", "The LIMIT count value exceeds the maximum allowed value."),
}


@lru_cache(maxsize=512)
def parse(text: str) -> Query:
    """The syntax tree of a query; SqlError with SC1001 and the place of the first token that does not fit."""
    parser = QueryParser(text, tokenize(text))
    try:
        query = parser.query(nested=False)
    except RecursionError:
        raise SqlError("SC1001", TOO_DEEP) from None
    if parser.kind != "END":
        parser.fail()
    return query


def parse_condition(text: str) -> Query:
    """The tree of `from c where ...`, the form a patch condition has; read as SELECT *."""
    parser = QueryParser(text, tokenize(text))
    star = Node(start=0, end=0)
    sources = parser.from_clause()
    parser.expect("WHERE")
    where = parser.expression()
    if parser.kind != "END":
        parser.fail()
    return Query(text, False, None, star, None, (), sources, where, (), (), None, None, end=len(text))


def count_error(clause: str, start: int, end: int) -> SqlError:
    """The refusal of a TOP, OFFSET or LIMIT count that is not an integer below 2**32."""
    code, message = _COUNT_ERRORS[clause]
    return SqlError(code, message, start, end)


def check_count(clause: str, value: object, start: int, end: int) -> int:
    """The value as a count; SC2060, SC2061 or SC2062 if it cannot be one."""
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int or not 0 <= value < _COUNT_LIMIT:
        raise count_error(clause, start, end)
    return value


class QueryParser(ExpressionParser):
    def query(self, nested: bool) -> Query:
        start = self.start()
        self.expect("SELECT")
        distinct = self.accept("DISTINCT")
        top_span = (self.start(), self.start())
        top = self.count("TOP") if self.accept("TOP") else None
        if top is not None and nested:
            raise not_in_subquery("TOP", top_span[0], self.end())
        star, value, items = self.selection()
        sources = self.from_clause() if self.kind == "FROM" else ()
        where = self.expression() if self.accept("WHERE") else None
        group_by = self.group_by()
        order_start = self.start()
        order_by = self.order_by()
        order_span = (order_start, self.end())
        if order_by and nested:
            raise not_in_subquery("ORDER BY", *order_span)
        page_start = self.start()
        offset, limit = self.page()
        page_span = (page_start, self.end())
        if offset is not None and nested:
            raise not_in_subquery("OFFSET LIMIT", *page_span)
        return Query(
            self.text, distinct, top, star, value, items, sources, where, group_by, order_by, offset, limit,
            order_span, page_span, start=start, end=self.end(),
        )  # fmt: skip

    def count(self, clause: str) -> Count:
        token = self.tokens[self.at]
        if self.kind == "PARAMETER":
            self.take()
            return Count(token.text, start=token.start, end=token.end)
        self.expect("NUMBER")
        number = check_count(clause, number_value(token), token.start, token.end)
        return Count(number, start=token.start, end=token.end)

    def selection(self) -> tuple[Node | None, Node | None, tuple[SelectItem, ...]]:
        if self.kind == "*":
            star = self.take()
            return Node(start=star.start, end=star.end), None, ()
        if self.accept("VALUE"):
            return None, self.expression(), ()
        items: list[SelectItem] = []
        unnamed = 0
        while True:
            expression = self.expression()
            alias = self.expect("NAME").text if self.accept("AS") else _own_name(expression)
            if not alias:
                unnamed += 1
                alias = f"${unnamed}"
            items.append(SelectItem(expression, alias, start=expression.start, end=self.end()))
            if not self.accept(","):
                return None, None, tuple(items)

    def from_clause(self) -> tuple[Source, ...]:
        self.expect("FROM")
        sources = [self.source()]
        while self.accept("JOIN"):
            sources.append(self.source())
        return tuple(sources)

    def source(self) -> Source:
        start = self.start()
        iterated = self.kind == "NAME" and self.tokens[self.at + 1].kind == "IN"
        alias = ""
        if iterated:
            alias = self.take().text
            self.take()
        root, query, root_at = "", None, self.start()
        path: tuple[str | int, ...] = ()
        if self.accept("("):
            query = self.query(nested=True)
            self.expect(")")
        else:
            root = self.expect("NAME").text
            path = self.path()
        alias_at = start
        if not iterated:
            named = self.accept("AS") or self.kind == "NAME"
            alias_at = self.start() if named else start
            alias = self.expect("NAME").text if named else _last_name(root, path)
        return Source(alias, root, path, query, iterated, root_at, alias_at, start=start, end=self.end())

    def path(self) -> tuple[str | int, ...]:
        keys: list[str | int] = []
        while True:
            if self.accept("."):
                keys.append(self.expect("NAME").text)
            elif self.accept("["):
                token = self.tokens[self.at]
                if self.kind == "STRING":
                    keys.append(string_value(token))
                elif self.kind == "NUMBER" and token.text.isdigit():
                    keys.append(int(token.text))
                else:
                    self.fail()
                self.take()
                self.expect("]")
            else:
                return tuple(keys)

    def group_by(self) -> tuple[Node, ...]:
        if not self.accept("GROUP"):
            return ()
        self.expect("BY")
        keys = [self.expression()]
        while self.accept(","):
            keys.append(self.expression())
        return tuple(keys)

    def order_by(self) -> tuple[OrderItem, ...]:
        if not self.accept("ORDER"):
            return ()
        self.expect("BY")
        if self.kind == "RANK":
            token = self.take()
            raise SqlError("", "The ORDER BY RANK clause is not supported.", token.start, token.end)
        items = [self.order_item()]
        while self.accept(","):
            items.append(self.order_item())
        return tuple(items)

    def order_item(self) -> OrderItem:
        expression = self.expression()
        descending = self.accept("DESC")
        if not descending:
            self.accept("ASC")
        return OrderItem(expression, descending, start=expression.start, end=self.end())

    def page(self) -> tuple[Count | None, Count | None]:
        if not self.accept("OFFSET"):
            return None, None
        offset = self.count("OFFSET")
        self.expect("LIMIT")
        return offset, self.count("LIMIT")


def _own_name(expression: Node) -> str:
    """What an unaliased item is called in the result: the last property of a path, or nothing."""
    if isinstance(expression, Name):
        return expression.name
    if isinstance(expression, Member) and isinstance(expression.key, str):
        return expression.key
    return ""


def _last_name(root: str, path: tuple[str | int, ...]) -> str:
    names = [key for key in path if isinstance(key, str)]
    return names[-1] if names else root
