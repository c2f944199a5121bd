"""The pre-filter may let too much through, never too little: for any documents and any filter."""

import json
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local.cosmos.sql import Compiled, compile_query, parse
from local.cosmos.sql.values import identity
from tests.local.cosmos.sql.running import candidates, store

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


class Writer:
    """Draws documents and filters from one small stock of names and values, so that they meet."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.parameters: list[dict[str, Any]] = []
        self.names = st.sampled_from(["a", *draw(st.lists(st.sampled_from(NAMES), max_size=1))])
        kind = draw(st.sampled_from([TEXTS, NUMBERS, SCALARS]))
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
        kinds = ("=", "<", "in", "between", "starts", "like", "contains", "defined", "list")
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
        if kind == "list":
            self.parameters.append(
                {"name": f"@p{len(self.parameters)}", "value": self.draw(st.lists(self.values, max_size=3))}
            )
            return f"ARRAY_CONTAINS(@p{len(self.parameters) - 1}, {path})"
        return f"{self.pick('IS_DEFINED', 'IS_NULL', 'IS_STRING')}({path})"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_filtering_in_sqlite_first_changes_no_result(data: st.DataObject) -> None:
    writer = Writer(data.draw)
    query = writer.query(writer.where())
    with closing(store(writer.documents)) as connection:
        assert identity(query.rows(candidates(connection, query))) == identity(query.rows(writer.documents))


@pytest.mark.parametrize("kind", ["=", "<", "in", "between", "starts", "like", "list"])
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_filtering_in_sqlite_first_changes_no_result_of_one_comparison(kind: str, data: st.DataObject) -> None:
    writer = Writer(data.draw)
    query = writer.query(writer.leaf(kind))
    with closing(store(writer.documents)) as connection:
        assert identity(query.rows(candidates(connection, query))) == identity(query.rows(writer.documents))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_matches_has_a_pinned_value_at_every_pinned_path(data: st.DataObject) -> None:
    writer = Writer(data.draw)
    query = writer.query(writer.where())
    for document in query.rows(writer.documents):
        for path, constants in query.pinned.items():
            found: Any = document
            for name in path.split("."):
                found = found[name]
            assert identity(found) in {identity(constant) for constant in constants}


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_long_or_finds_what_its_branches_find_one_by_one(data: st.DataObject) -> None:
    writer = Writer(data.draw)
    path = writer.path()
    branches = [f"({path} = {writer.constant()} AND {writer.term(0)})" for _ in range(10)]
    whole = writer.query(" OR ".join(branches))
    single = [writer.query(branch) for branch in branches]
    expected = [document for document in writer.documents if any(query.rows([document]) for query in single)]
    assert identity(whole.rows(writer.documents)) == identity(expected)
