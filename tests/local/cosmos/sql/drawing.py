"""Draws documents and filters that meet: few names, few values, every kind of them."""

import json
from typing import Any

from hypothesis import strategies as st

from local.cosmos.sql import Compiled, compile_query, parse

NAMES = ("a", "b", "a b", "é", "o'k", 'q"t', "x.y", "$", "[0]", "back\\slash", "s/l")
TEXTS = st.sampled_from(
    [
        *("", "a", "ab", "abc", "b", "A", "'", '"', "\\", "%", "_", "a%", "1", "true", "null", "a\0b", "a\0"),
        *("é", "ﬀ", "\ud7ff", "\ue000", "\U0001f6e2", "\U0010ffff", "ab\U0010ffff", "\ud800", "a\udfff"),
    ]
)
NUMBERS = st.one_of(
    st.sampled_from([0, 1, -1, 2, 1.0, 0.0, -0.0, 0.1, 0.30000000000000004, 0.3, 5e-324, 1e308, -1e308, 1e23, 1e22]),
    st.sampled_from([2**31, 2**53, 2**53 + 1, float(2**53), 2**63 - 1, 2**63, -(2**63), 2**64 + 1, 10**30, 1.5e15]),
    st.integers(min_value=-3, max_value=3),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
)
SCALARS = st.one_of(TEXTS, st.text(max_size=3), NUMBERS, st.booleans(), st.none())

WORDS = st.sampled_from(
    ["pump", "PUMP", "a_b", "straße", "STRASSE", "é", "e\u0301", "İ", "7", "中文", "\U0001f6e2", "\0"]
)
SENTENCES = st.builds(
    str.join, st.sampled_from([" ", " ", "-", "\u00a0", "_"]), st.lists(WORDS, min_size=1, max_size=4)
)


class Writer:
    """Draws documents and filters from one small stock of names and values, so that they meet."""

    def __init__(self, draw: Any, *kinds: st.SearchStrategy[Any]) -> None:
        self.draw = draw
        self.parameters: list[dict[str, Any]] = []
        self.names = st.sampled_from(["a", *draw(st.lists(st.sampled_from(NAMES), max_size=1))])
        kind = draw(st.sampled_from(kinds or [TEXTS, NUMBERS, SCALARS, SENTENCES]))
        self.values = st.sampled_from(draw(st.lists(kind, min_size=2, max_size=5)))
        nested = st.dictionaries(self.names, self.values, max_size=2) | st.lists(self.values, max_size=2)
        self.documents: list[dict[str, Any]] = draw(
            st.lists(st.dictionaries(self.names, self.values | nested, max_size=2), min_size=1, max_size=6)
        )

    def where(self, depth: int = 2) -> str:
        return " AND ".join(self.term(depth) for _ in range(self.draw(st.integers(1, 3))))

    def query(self, where: str) -> Compiled:
        return compile_query(parse(f"SELECT * FROM c WHERE {where}"), self.parameters)

    def pick(self, *choices: str) -> str:
        return str(self.draw(st.sampled_from(choices)))

    def path(self) -> str:
        names = self.draw(st.lists(self.names, min_size=1, max_size=self.draw(st.sampled_from([1, 1, 2]))))
        return "c" + "".join(f"[{json.dumps(name)}]" for name in names)

    def constant(self, *, text: bool = False) -> str:
        drawn = self.draw(TEXTS | self.values if text else self.values)
        if type(drawn) is int and 0 <= drawn < 10**6 and self.draw(st.booleans()):
            return str(drawn)
        self.parameters.append({"name": f"@p{len(self.parameters)}", "value": drawn})
        return f"@p{len(self.parameters) - 1}"

    def term(self, depth: int) -> str:
        kinds = ("=", "<", "in", "between", "starts", "like", "contains", "defined", "list", "text")
        kind = self.pick(*kinds, "or", "not", "and") if depth else self.pick(*kinds)
        if kind == "or" or kind == "and":
            terms = [self.term(depth - 1) for _ in range(self.draw(st.integers(2, 9)))]
            return f"({f' {kind} '.join(terms)})"
        if kind == "not":
            return f"NOT ({self.term(depth - 1)})"
        return self.leaf(kind)

    def leaf(self, kind: str) -> str:
        path = self.path()
        if kind == "=" or kind == "<":
            symbol = self.pick("=", "!=") if kind == "=" else self.pick("<", "<=", ">", ">=")
            sides = (path, self.constant())
            return f" {symbol} ".join(sides if self.draw(st.booleans()) else sides[::-1])
        if kind == "in":
            items = ", ".join(self.constant() for _ in range(self.draw(st.integers(1, 3))))
            return f"{path} {self.pick('IN', 'NOT IN')} ({items})"
        if kind == "between":
            return f"{path} {self.pick('BETWEEN', 'NOT BETWEEN')} {self.constant()} AND {self.constant()}"
        if kind == "starts":
            return f"STARTSWITH({path}, {self.constant(text=True)}{self.pick('', ', true', ', false')})"
        if kind == "like":
            return f"{path} {self.pick('LIKE', 'NOT LIKE')} {self.constant(text=True)}"
        if kind == "contains":
            return f"CONTAINS({path}, {self.constant(text=True)})"
        if kind == "text":
            function = self.pick("FullTextContains", "FullTextContainsAll", "FullTextContainsAny")
            count = 1 if function == "FullTextContains" else self.draw(st.integers(1, 3))
            phrases = [json.dumps(self.draw(WORDS | WORDS | SENTENCES)) for _ in range(count)]
            return f"{function}({path}, {', '.join([*phrases[1:], self.pick(phrases[0], self.constant())])})"
        if kind == "list":
            self.parameters.append(
                {"name": f"@p{len(self.parameters)}", "value": self.draw(st.lists(self.values, max_size=3))}
            )
            named = f"ARRAY_CONTAINS(@p{len(self.parameters) - 1}, {path})"
            return self.pick(named, f"ARRAY_CONTAINS({path}, {self.constant()})")
        return f"{self.pick('IS_DEFINED', 'IS_NULL', 'IS_STRING')}({path})"
