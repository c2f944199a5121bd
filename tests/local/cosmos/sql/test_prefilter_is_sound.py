"""The pre-filter may let too much through, never too little: for any documents and any filter."""

from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local.cosmos.sql.values import identity
from tests.local.cosmos.sql.drawing import Writer
from tests.local.cosmos.sql.running import candidates, store


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
