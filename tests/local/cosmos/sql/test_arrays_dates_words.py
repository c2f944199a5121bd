"""The built-in functions on arrays, objects, dates and words."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local.cosmos.sql import UNDEFINED
from tests.local.cosmos.sql.running import compiled, value

U = UNDEFINED


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("ARRAY_CONTAINS(['a', 'b'], 'b')", True),
        ("ARRAY_CONTAINS([1, 2], 1.0)", True),
        ("ARRAY_CONTAINS([1, 2], true)", False),
        ("ARRAY_CONTAINS(['a'], 'A')", False),
        ("ARRAY_CONTAINS([[1, 2]], [1, 2])", True),
        ("ARRAY_CONTAINS([null], null)", True),
        ("ARRAY_CONTAINS([{'a': 1, 'b': 2}], {'a': 1})", False),
        ("ARRAY_CONTAINS([{'a': 1, 'b': 2}], {'a': 1}, true)", True),
        ("ARRAY_CONTAINS([{'a': 1, 'b': 2}], {'a': 1, 'c': 3}, true)", False),
        ("ARRAY_CONTAINS([{'a': {'x': 1, 'y': 2}}], {'a': {'x': 1}}, true)", False),
        ("ARRAY_CONTAINS(['a'], 'a', true)", True),
        ("ARRAY_CONTAINS(['a'], 'a', undefined)", True),
        ("ARRAY_CONTAINS(['a'], 'a', 1)", U),
        ("ARRAY_CONTAINS('abc', 'a')", U),
        ("ARRAY_CONTAINS(c.missing, 'a')", U),
        ("ARRAY_CONTAINS(['a'], c.missing)", U),
        ("ARRAY_CONTAINS_ANY([1, 2], 3, 2)", True),
        ("ARRAY_CONTAINS_ANY([1, 2], 3, true)", False),
        ("ARRAY_CONTAINS_ALL([1, 2], 2, 1)", True),
        ("ARRAY_CONTAINS_ALL([1, 2], 2, 3)", False),
        ("ARRAY_CONTAINS_ALL(1, 2)", U),
        ("ARRAY_LENGTH([1, [2, 3]])", 2),
        ("ARRAY_LENGTH('ab')", U),
        ("ARRAY_CONCAT([1], [], ['a'])", [1, "a"]),
        ("ARRAY_CONCAT([1], 2)", U),
        ("ARRAY_SLICE([1, 2, 3, 4], 1)", [2, 3, 4]),
        ("ARRAY_SLICE([1, 2, 3, 4], 1, 2)", [2, 3]),
        ("ARRAY_SLICE([1, 2, 3, 4], -2)", [3, 4]),
        ("ARRAY_SLICE([1, 2, 3, 4], -9, 2)", [1, 2]),
        ("ARRAY_SLICE([1, 2, 3, 4], 9)", []),
        ("ARRAY_SLICE([1, 2, 3, 4], 1, -1)", []),
        ("ARRAY_SLICE([1], 0.5)", U),
        ("SetIntersect([1, 2, 2, 'a'], [2, 'a', true])", [2, "a"]),
        ("SetIntersect([1, true], [true])", [True]),
        ("SetUnion([1, 2, 2], [2, 3])", [1, 2, 3]),
        ("SetDifference([1, 2, 2, 3], [3])", [1, 2]),
        ("SetEqual([1, 2, 2], [2, 1])", True),
        ("SetEqual([1], [true])", False),
        ("SetUnion([1], 1)", U),
        ("ObjectToArray({'a': 1, 'b': [2]})", [{"k": "a", "v": 1}, {"k": "b", "v": [2]}]),
        ("ObjectToArray({'a': 1}, 'name', 'value')", [{"name": "a", "value": 1}]),
        ("ObjectToArray([1])", U),
        ("CHOOSE(2, 'a', 'b')", "b"),
        ("CHOOSE(0, 'a', 'b')", U),
        ("CHOOSE(3, 'a', 'b')", U),
    ],
)
def test_array_and_object_functions(expression: str, expected: Any) -> None:
    result = value(expression)
    assert result == expected
    assert type(result) is type(expected)


DAY = "2020-01-02T03:04:05.6789123Z"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("DateTimeAdd('mm', 1, '2020-01-31T00:00:00.0000000Z')", "2020-02-29T00:00:00.0000000Z"),
        ("DateTimeAdd('yyyy', -1, '2020-02-29T01:02:03.0000000Z')", "2019-02-28T01:02:03.0000000Z"),
        ("DateTimeAdd('day', 1, '2020-12-31T23:59:59Z')", "2021-01-01T23:59:59.0000000Z"),
        ("DateTimeAdd('hh', -25, '2020-01-02T00:00:00Z')", "2019-12-31T23:00:00.0000000Z"),
        (f"DateTimeAdd('mcs', 1, '{DAY}')", "2020-01-02T03:04:05.6789133Z"),
        (f"DateTimeAdd('ns', 250, '{DAY}')", "2020-01-02T03:04:05.6789125Z"),
        ("DateTimeAdd('fortnight', 1, '2020-01-01')", U),
        ("DateTimeAdd('Day', 1, '2020-01-01')", U),
        ("DateTimeAdd('day', 1.5, '2020-01-01')", U),
        ("DateTimeAdd('year', 9000, '2020-01-01')", U),
        ("DateTimeAdd('day', 1, 'tomorrow')", U),
        ("DateTimeAdd('day', 1, '2020-02-30')", U),
        ("DateTimeDiff('yyyy', '2019-02-04T16:00:00.0000000', '2018-03-05T05:00:00.0000000')", -1),
        ("DateTimeDiff('mm', '2019-02-04T16:00:00.0000000', '2018-03-05T05:00:00.0000000')", -11),
        ("DateTimeDiff('dd', '2019-02-04T16:00:00.0000000', '2018-03-05T05:00:00.0000000')", -336),
        ("DateTimeDiff('hh', '2019-02-04T16:00:00.0000000', '2018-03-05T05:00:00.0000000')", -8075),
        ("DateTimeDiff('ss', '2018-03-05T05:00:00.0000000', '2019-02-04T16:00:00.0000000')", 29_070_000),
        ("DateTimeDiff('yyyy', '2019-12-31T23:59:59Z', '2020-01-01T00:00:00Z')", 1),
        ("DateTimeDiff('hour', '2020-01-01T00:59:59Z', '2020-01-01T01:00:00Z')", 1),
        ("DateTimeDiff('ns', '2020-01-01T00:00:00.0000000Z', '2020-01-01T00:00:00.0000003Z')", 300),
        (f"DateTimePart('yyyy', '{DAY}')", 2020),
        (f"DateTimePart('m', '{DAY}')", 1),
        (f"DateTimePart('hh', '{DAY}')", 3),
        (f"DateTimePart('ss', '{DAY}')", 5),
        (f"DateTimePart('ms', '{DAY}')", 678),
        (f"DateTimePart('mcs', '{DAY}')", 678_912),
        (f"DateTimePart('ns', '{DAY}')", 678_912_300),
        ("DateTimePart('h', '2020-01-01')", U),
        ("DateTimeFromParts(2020, 9, 4)", "2020-09-04T00:00:00.0000000Z"),
        ("DateTimeFromParts(2017, 4, 20, 13, 15, 20, 3456789)", "2017-04-20T13:15:20.3456789Z"),
        ("DateTimeFromParts(2020, 13, 4)", U),
        ("DateTimeFromParts(2020, '9', 4)", U),
        ("DateTimeToTicks('2020-01-02T03:04:05Z')", 15_779_342_450_000_000),
        ("DateTimeToTimestamp('2020-07-09')", 1_594_252_800_000),
        ("TicksToDateTime(15943368134575530)", "2020-07-09T23:20:13.4575530Z"),
        ("TimestampToDateTime(1594227912345)", "2020-07-08T17:05:12.3450000Z"),
        ("TimestampToDateTime(-1)", "1969-12-31T23:59:59.9990000Z"),
        ("TimestampToDateTime('1')", U),
        ("TicksToDateTime(1e25)", U),
        ("DateTimeBin('2021-01-08T18:35:00Z', 'hh', 2)", "2021-01-08T18:00:00.0000000Z"),
        ("DateTimeBin('2021-01-08T18:35:00Z', 'dd', 7, '2021-01-01')", "2021-01-08T00:00:00.0000000Z"),
        ("DateTimeBin('2021-01-08T18:35:00Z', 'hh', 0)", U),
        ("DateTimeBin('2021-01-08T18:35:00Z', 'mm')", U),
    ],
)
def test_date_functions(expression: str, expected: Any) -> None:
    assert value(expression) == expected


def test_the_current_time_has_the_documented_form_and_is_one_for_the_whole_query() -> None:
    before = datetime.now(UTC)
    query = compiled(
        "SELECT GetCurrentDateTime() AS text, GetCurrentTimestamp() AS ms, GetCurrentTicks() AS ticks, "
        "GetCurrentDateTimeStatic() AS still FROM c"
    )
    after = datetime.now(UTC) + timedelta(milliseconds=1)
    first, second = query.rows([{}, {}])
    assert first == second
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z", first["text"])
    assert first["text"][:10] in (before.date().isoformat(), after.date().isoformat())
    assert before.timestamp() * 1000 - 1 <= first["ms"] <= after.timestamp() * 1000
    assert before.timestamp() * 1e7 - 1e4 <= first["ticks"] <= after.timestamp() * 1e7


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("FullTextContains(c.text, 'pump')", True),
        ("FullTextContains(c.text, 'PUMP')", True),
        ("FullTextContains(c.text, 'pum')", False),
        ("FullTextContains(c.text, 'pressure pump')", True),
        ("FullTextContains(c.text, 'pump pressure')", False),
        ("FullTextContains(c.text, 'high-pressure')", True),
        ("FullTextContains(c.text, 'straße')", True),
        ("FullTextContains(c.text, 'STRASSE')", True),
        ("FullTextContains(c.text, '')", False),
        ("FullTextContains(c.text, '!')", False),
        ("FullTextContains(c.text, 7)", U),
        ("FullTextContains(c.number, 'a')", U),
        ("FullTextContains(c.missing, 'a')", U),
        ("FullTextContainsAll(c.text, 'pump', 'high')", True),
        ("FullTextContainsAll(c.text, 'pump', 'low')", False),
        ("FullTextContainsAny(c.text, 'low', 'pump')", True),
        ("FullTextContainsAny(c.text, 'low', 'valve')", False),
        ("FullTextContainsAny(c.text, 'low', null)", U),
    ],
)
def test_full_text_predicates_find_whole_words_in_any_case(expression: str, expected: Any) -> None:
    assert value(expression, {"text": "High-pressure pump, Straße 5.", "number": 5}) is expected


@given(text=st.text("aB ßİ\u2028_-.1"), phrase=st.text("ab ßi-.1", max_size=4))
def test_full_text_finds_the_words_of_a_phrase_in_a_row(text: str, phrase: str) -> None:
    words, wanted = (re.findall(r"\w+", one.casefold()) for one in (text, phrase))
    rows = [words[start : start + len(wanted)] for start in range(len(words))]
    found = value("FullTextContains(c.text, c.phrase)", {"text": text, "phrase": phrase})
    assert found is (bool(wanted) and wanted in rows)
