"""Query plans, and what the rewritten queries answer for one range."""

import json
from typing import Any

import pytest

from local.cosmos.sql import Compiled, SqlError, compile_rewritten, parse, query_plan

# What the Python client declares.
SUPPORTED = (
    "Aggregate, CompositeAggregate, Distinct, MultipleOrderBy, OffsetAndLimit, OrderBy, Top, NonStreamingOrderBy, "
    "HybridSearch, CountIf, WeightedRankFusion"
)
DOCUMENTS: list[dict[str, Any]] = [
    {"id": "a", "_rid": "r1", "n": 2, "s": "x"},
    {"id": "b", "_rid": "r2", "n": 1, "s": "y"},
    {"id": "c", "_rid": "r3", "n": 3, "s": "x"},
    {"id": "d", "_rid": "r4", "s": "z"},
]


def plan(text: str, features: str = SUPPORTED, **parameters: Any) -> dict[str, Any]:
    wire = [{"name": f"@{name}", "value": value} for name, value in parameters.items()]
    return query_plan(parse(text), wire, features)


def info(text: str, **parameters: Any) -> dict[str, Any]:
    found: dict[str, Any] = plan(text, **parameters)["queryInfo"]
    return found


def range_rows(text: str, documents: list[dict[str, Any]] = DOCUMENTS) -> list[Any]:
    """What one range answers to the rewritten query of the plan."""
    query = compile_rewritten(info(text)["rewrittenQuery"], [])
    assert isinstance(query, Compiled)
    return query.rows(documents)


def test_a_plan_has_every_field_clients_read_and_lists_are_never_null() -> None:
    answer = plan("SELECT TOP 5 * FROM c ORDER BY c.n DESC")
    rewritten = answer["queryInfo"].pop("rewrittenQuery")
    assert answer == {
        "partitionedQueryExecutionInfoVersion": 2,
        "queryInfo": {
            "distinctType": "None",
            "top": 5,
            "offset": None,
            "limit": None,
            "orderBy": ["Descending"],
            "orderByExpressions": ["c.n"],
            "groupByExpressions": [],
            "groupByAliases": [],
            "aggregates": [],
            "groupByAliasToAggregateType": {},
            "hasSelectValue": False,
            "dCountInfo": None,
            "hasNonStreamingOrderBy": False,
        },
        "queryRanges": [{"min": "", "max": "FF", "isMinInclusive": True, "isMaxInclusive": False}],
    }
    assert rewritten.endswith("SELECT TOP 5 * FROM c ORDER BY c.n DESC")
    assert json.loads(json.dumps(answer)) == answer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT VALUE COUNT(1) FROM c", {"aggregates": ["Count"], "hasSelectValue": True, "orderBy": []}),
        ("SELECT VALUE AVG(c.n) FROM c", {"aggregates": ["Average"]}),
        ("SELECT VALUE MIN(c.n + 1) FROM c", {"aggregates": ["Min"]}),
        ("SELECT VALUE MAX(c.n) FROM c", {"aggregates": ["Max"]}),
        ("SELECT VALUE SUM(c.n) FROM c", {"aggregates": ["Sum"]}),
        ("SELECT VALUE COUNTIF(c.n > 1) FROM c", {"aggregates": ["CountIf"]}),
        ("SELECT TOP 10 VALUE AVG(c.n) FROM c", {"aggregates": ["Average"], "top": 10}),
        ("SELECT VALUE AVG(t.a) FROM c JOIN t IN c.l ORDER BY c.n", {"aggregates": ["Average"], "orderBy": []}),
        ("SELECT VALUE COUNT(1) FROM c OFFSET 1 LIMIT 2", {"aggregates": ["Count"], "offset": 1, "limit": 2}),
        (
            "SELECT * FROM c ORDER BY c.a, c.b DESC",
            {"orderBy": ["Ascending", "Descending"], "orderByExpressions": ["c.a", "c.b"]},
        ),
        ("SELECT DISTINCT c.a FROM c", {"distinctType": "Unordered", "hasSelectValue": False}),
        ("SELECT DISTINCT VALUE c.a FROM c ORDER BY c.a", {"distinctType": "Ordered", "orderBy": ["Ascending"]}),
        ("SELECT DISTINCT VALUE c.a FROM c ORDER BY c.b", {"distinctType": "Unordered"}),
        ("SELECT * FROM c OFFSET 1 LIMIT 2", {"offset": 1, "limit": 2, "top": None}),
        ("SELECT * FROM c OFFSET 0 LIMIT 0", {"offset": 0, "limit": 0}),
        ("SELECT TOP 0 * FROM c", {"top": 0}),
        ("SELECT * FROM c WHERE c.a = 1", {"rewrittenQuery": "", "distinctType": "None"}),
    ],
)
def test_the_plan_tells_the_client_what_to_merge(text: str, expected: dict[str, Any]) -> None:
    assert {name: value for name, value in info(text).items() if name in expected} == expected


def test_counts_given_as_parameters_are_numbers_in_the_plan() -> None:
    found = info("SELECT * FROM c OFFSET @offset LIMIT @limit", offset=42, limit=1337)
    assert (found["offset"], found["limit"]) == (42, 1337)
    assert info("SELECT TOP @top * FROM c", top=3.0)["top"] == 3


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("SELECT c.a FROM c GROUP BY c.a", "GroupBy"),
        ("SELECT VALUE COUNT(1) FROM c GROUP BY c.a", "GroupBy"),
        ("SELECT c.a, COUNT(1) FROM c GROUP BY c.a", "GroupBy NonValueAggregate"),
        ("SELECT COUNT(1) FROM c", "NonValueAggregate"),
        ("SELECT MIN(c.a), MAX(c.a) FROM c", "MultipleAggregates NonValueAggregate"),
        ("SELECT c.a, SUM(c.b), SUM(c.c) FROM c GROUP BY c.a", "GroupBy MultipleAggregates NonValueAggregate"),
    ],
)
def test_what_the_python_client_cannot_merge_is_refused(text: str, lacking: str) -> None:
    with pytest.raises(SqlError) as caught:
        plan(text)
    expected = f"Query contains the following features, which the calling client does not support: {lacking}"
    assert (caught.value.code, caught.value.message) == ("", expected)


def test_a_client_that_declares_group_by_gets_its_names_and_aggregates() -> None:
    text = "SELECT c.team, COUNT(1) AS n, MIN(c.age) FROM c GROUP BY c.team"
    found = plan(text, SUPPORTED + ",GroupBy,NonValueAggregate,MultipleAggregates")["queryInfo"]
    assert found["groupByExpressions"] == ["c.team"]
    assert found["groupByAliases"] == ["team", "n", "$1"]
    assert found["groupByAliasToAggregateType"] == {"team": None, "n": "Count", "$1": "Min"}
    assert found["aggregates"] == []


def test_a_client_that_declares_nothing_can_merge_nothing() -> None:
    with pytest.raises(SqlError, match=r"does not support: OrderBy Top$"):
        plan("SELECT TOP 1 * FROM c ORDER BY c.a", "")
    assert plan("SELECT * FROM c", "")["queryInfo"]["rewrittenQuery"] == ""


def test_a_wrong_query_is_refused_as_a_plan_too() -> None:
    with pytest.raises(SqlError) as caught:
        plan("SELECT BADFUNC(r.age) FROM Root r")
    assert (caught.value.code, caught.value.start, caught.value.end) == ("SC2005", 7, 14)


def test_a_text_that_is_no_rewritten_query_is_none() -> None:
    assert compile_rewritten("SELECT * FROM c", []) is None


def test_a_sorted_range_answers_keys_and_payloads() -> None:
    assert range_rows("SELECT c.id FROM c ORDER BY c.n DESC") == [
        {"_rid": "r3", "orderByItems": [{"item": 3}], "payload": {"id": "c"}},
        {"_rid": "r1", "orderByItems": [{"item": 2}], "payload": {"id": "a"}},
        {"_rid": "r2", "orderByItems": [{"item": 1}], "payload": {"id": "b"}},
    ]


def test_a_missing_key_of_several_is_an_empty_object() -> None:
    found = range_rows("SELECT VALUE c.id FROM c ORDER BY c.n, c.s")
    assert [(row["payload"], row["orderByItems"]) for row in found][:2] == [
        ("d", [{}, {"item": "z"}]),
        ("b", [{"item": 1}, {"item": "y"}]),
    ]


@pytest.mark.parametrize(
    ("text", "payloads"),
    [
        ("SELECT VALUE c.id FROM c ORDER BY c.n OFFSET 1 LIMIT 1", ["b", "a"]),
        ("SELECT TOP 1 VALUE c.id FROM c ORDER BY c.n", ["b"]),
        ("SELECT DISTINCT VALUE c.s FROM c ORDER BY c.s", ["x", "y", "z"]),
        ("SELECT VALUE c.n FROM c ORDER BY c.s", [2, 3, 1]),
    ],
)
def test_a_sorted_range_answers_only_what_the_client_can_need(text: str, payloads: list[Any]) -> None:
    assert [row["payload"] for row in range_rows(text)] == payloads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT VALUE COUNT(1) FROM c", [[{"item": 4}]]),
        ("SELECT VALUE SUM(c.n) FROM c", [[{"item": 6}]]),
        ("SELECT VALUE SUM(c.s) FROM c", [[{}]]),
        ("SELECT VALUE AVG(c.n) FROM c", [[{"item": {"sum": 6, "count": 3}}]]),
        ("SELECT VALUE AVG(c.s) FROM c", [[{}]]),
        ("SELECT VALUE AVG(c.missing) FROM c", [[{"item": {"sum": 0, "count": 0}}]]),
        ("SELECT VALUE MIN(c.n) FROM c", [[{"item": 1}]]),
        ("SELECT VALUE MAX(c.missing) FROM c", [[{}]]),
        ("SELECT VALUE COUNTIF(c.n > 1) FROM c", [[{"item": 2}]]),
        ("SELECT VALUE COUNT(1) FROM c OFFSET 1 LIMIT 1", [[{"item": 4}]]),
        ("SELECT TOP 0 VALUE COUNT(1) FROM c", [[{"item": 4}]]),
        ("SELECT VALUE c.id FROM c OFFSET 1 LIMIT 2", ["a", "b", "c"]),
        ("SELECT TOP 2 VALUE c.id FROM c", ["a", "b"]),
        ("SELECT DISTINCT VALUE c.s FROM c", ["x", "y", "z"]),
        ("SELECT DISTINCT VALUE c.s FROM c OFFSET 1 LIMIT 1", ["x", "y"]),
    ],
)
def test_other_ranges_answer_their_part(text: str, expected: list[Any]) -> None:
    assert range_rows(text) == expected


def test_a_rewritten_query_keeps_its_parameters_filter_and_computed_properties() -> None:
    text = info("SELECT VALUE COUNT(1) FROM c WHERE c.s = @s AND c.twice = 4", s="x")["rewrittenQuery"]
    computed = {"twice": "SELECT VALUE c.n * 2 FROM c"}
    query = compile_rewritten(text, [{"name": "@s", "value": "x"}], computed_properties=computed)
    assert query is not None
    assert query.rows(DOCUMENTS) == [[{"item": 1}]]
    assert query.prefilter.arguments == ("x",)
    assert query.is_streamable is False
