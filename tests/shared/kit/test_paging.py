import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.errors import CursorInvalid
from shared.kit.paging import Condition, PageRequest, Sort, cut_page, decode_cursor, encode_cursor, page_query

TITLE = Sort("title")


WHOLE = st.integers(-(2**53), 2**53)  # what JSON carries exactly


@given(st.one_of(st.text(), WHOLE, st.booleans(), st.none(), st.floats(-1e15, 1e15)), st.text(min_size=1))
def test_a_cursor_gives_back_what_it_was_made_of(value, item_id):
    assert decode_cursor(encode_cursor(TITLE, value, item_id), TITLE) == (value, item_id)


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "!!!!", "bm90IGpzb24", encode_cursor(Sort("updatedAt"), "v", "i"), encode_cursor(Sort("title", True), "v", "i"),
     "WyJ0aXRsZSIsMV0", "WyJ0aXRsZSIsW10sImkiXQ", "WyJ0aXRsZSIsInYiLDFd", "ö"],
)  # fmt: skip
def test_a_cursor_that_is_not_ours_is_refused(cursor):
    with pytest.raises(CursorInvalid):
        decode_cursor(cursor, TITLE)


@pytest.mark.parametrize(
    "row",
    ['NaN,"i"', '-Infinity,"i"', '1e999,"i"', f'{10**400},"i"', '"\\ud800","i"', '"v","\\udfff"'],
)
def test_a_cursor_with_what_no_query_can_carry_is_refused(row):
    cursor = base64.urlsafe_b64encode(f'["title",{row}]'.encode()).decode()
    with pytest.raises(CursorInvalid):
        decode_cursor(cursor, TITLE)


@given(st.text())
def test_no_cursor_does_worse_than_being_refused(cursor):
    try:
        decode_cursor(cursor, TITLE)
    except CursorInvalid as refused:
        assert refused.code == "cursor_invalid"


def test_a_page_asks_for_one_row_more_than_it_shows():
    query = page_query("document", PageRequest(TITLE, limit=10))
    assert query.parameters["@limit"] == 11
    assert query.text == "SELECT TOP @limit * FROM c WHERE c.kind = @kind ORDER BY c.title ASC, c.id ASC"


def test_the_next_page_starts_beyond_the_last_row_in_the_direction_of_the_sort():
    cursor = encode_cursor(Sort("title", True), "Well report", "A1")
    query = page_query(
        "document", PageRequest(Sort("title", True), 10, cursor), [Condition("c.state = @state", {"@state": "ready"})]
    )
    assert "c.state = @state AND (c.title < @value OR (c.title = @value AND c.id < @id))" in query.text
    assert query.parameters == {
        "@kind": "document",
        "@limit": 11,
        "@state": "ready",
        "@value": "Well report",
        "@id": "A1",
    }


def test_sorting_by_id_needs_no_second_key():
    query = page_query("document", PageRequest(Sort("id"), 10, encode_cursor(Sort("id"), "A", "A")))
    assert query.text.endswith("WHERE c.kind = @kind AND c.id > @id ORDER BY c.id ASC")


def test_the_last_page_has_no_cursor():
    rows = [{"id": "1", "title": "a"}, {"id": "2", "title": "b"}]
    assert cut_page(rows, PageRequest(TITLE, limit=2)) == (rows, None)


def test_the_cursor_points_at_the_last_row_shown_not_at_the_extra_one():
    rows = [{"id": "1", "title": "a"}, {"id": "2", "title": "b"}, {"id": "3", "title": "c"}]
    page, cursor = cut_page(rows, PageRequest(TITLE, limit=2))
    assert [row["id"] for row in page] == ["1", "2"]
    assert decode_cursor(cursor or "", TITLE) == ("b", "2")
