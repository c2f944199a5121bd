"""Whole queries: inputs, joins, sub-queries, grouping, sorting, paging."""

from typing import Any

import pytest

from local.cosmos.sql import condition
from tests.local.cosmos.sql.running import compiled, rows

WELLS: list[dict[str, Any]] = [
    {
        "id": "1",
        "site": "north",
        "depth": 10,
        "tags": ["oil", "new"],
        "tests": [{"p": 1, "ok": True}, {"p": 5, "ok": False}],
    },
    {"id": "2", "site": "north", "depth": 30, "tags": ["gas"], "tests": [{"p": 7, "ok": True}]},
    {"id": "3", "site": "south", "depth": 20, "tags": [], "tests": []},
    {"id": "4", "site": "south", "depth": None},
    {"id": "5", "depth": 30, "tags": "oil"},
]


def ids(text: str, **parameters: Any) -> list[str]:
    return [row["id"] if isinstance(row, dict) else row for row in rows(text, WELLS, **parameters)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * FROM c WHERE c.site = 'north'", WELLS[:2]),
        ("SELECT * FROM root r WHERE r.site = 'north'", WELLS[:2]),
        ("SELECT * FROM r", WELLS),
        ("SELECT VALUE r.id FROM Wells AS r WHERE r.depth = 20", ["3"]),
        ("SELECT VALUE c.site FROM c", ["north", "north", "south", "south"]),
        ("SELECT * FROM c.tags", [["oil", "new"], ["gas"], [], "oil"]),
        ("SELECT VALUE tags[0] FROM c.tags", ["oil", "gas"]),
        ("SELECT VALUE t FROM c.tags[0] t", ["oil", "gas"]),
        ("SELECT VALUE t FROM t IN c.tags", ["oil", "new", "gas"]),
        ("SELECT * FROM t IN c['tests'] WHERE t.ok", [{"p": 1, "ok": True}, {"p": 7, "ok": True}]),
        ("SELECT VALUE 1", [1]),
        ("SELECT VALUE undefined", []),
        ("SELECT 1 + 1 AS two, 'a' AS a", [{"two": 2, "a": "a"}]),
        ("SELECT VALUE s FROM (SELECT VALUE 5) s", [5] * 5),
        ("SELECT * FROM (SELECT VALUE 5)", [5] * 5),
        ("SELECT * FROM (SELECT VALUE 5) s", [5] * 5),
    ],
)
def test_from(text: str, expected: Any) -> None:
    assert rows(text, WELLS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT c.id, t FROM c JOIN t IN c.tags", [("1", "oil"), ("1", "new"), ("2", "gas")]),
        ("SELECT c.id, t.p AS t FROM c JOIN t IN c.tests WHERE t.ok", [("1", 1), ("2", 7)]),
        (
            "SELECT c.id, g || x.p AS t FROM c JOIN g IN c.tags JOIN x IN c.tests WHERE IS_DEFINED(x.p) AND g = 'gas'",
            [("2", None)],
        ),
        (
            "SELECT c.id, t FROM c JOIN (SELECT VALUE t FROM t IN c.tags WHERE t != 'oil') t",
            [("1", "new"), ("2", "gas")],
        ),
        (
            "SELECT c.id, s.n AS t FROM c JOIN (SELECT COUNT(1) AS n FROM t IN c.tags) s WHERE s.n > 0",
            [("1", 2), ("2", 1)],
        ),
        ("SELECT c.id, t FROM c JOIN t IN (SELECT VALUE c.tags)", [("1", "oil"), ("1", "new"), ("2", "gas")]),
        ("SELECT c.id, t FROM c JOIN c.tags t WHERE c.id = '2'", [("2", ["gas"])]),
    ],
)
def test_joins_unfold_the_arrays_of_each_document(text: str, expected: Any) -> None:
    assert [(row["id"], row.get("t")) for row in rows(text, WELLS)] == expected


def test_a_join_is_a_cross_product_in_order() -> None:
    text = "SELECT VALUE a || b FROM c JOIN a IN c.x JOIN b IN c.y"
    assert rows(text, [{"x": ["1", "2"], "y": ["a", "b"]}]) == ["1a", "1b", "2a", "2b"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT VALUE c.id FROM c WHERE EXISTS(SELECT VALUE t FROM t IN c.tests WHERE t.ok AND t.p > 5)", ["2"]),
        ("SELECT VALUE c.id FROM c WHERE NOT EXISTS(SELECT VALUE t FROM t IN c.tags)", ["3", "4", "5"]),
        ("SELECT VALUE c.id FROM c WHERE EXISTS(SELECT VALUE c.site)", ["1", "2", "3", "4"]),
        (
            "SELECT VALUE ARRAY(SELECT VALUE t.p FROM t IN c.tests WHERE NOT t.ok) FROM c WHERE c.site = 'north'",
            [[5], []],
        ),
        ("SELECT VALUE c.id FROM c WHERE (SELECT VALUE COUNT(1) FROM t IN c.tags) = 2", ["1"]),
        ("SELECT VALUE (SELECT VALUE MAX(t.p) FROM t IN c.tests) FROM c", [5, 7]),
        ("SELECT VALUE (SELECT VALUE t FROM t IN c.missing) FROM c", []),
        ("SELECT VALUE (SELECT c.id, c.depth * 2 AS twice) FROM c WHERE c.id = '3'", [{"id": "3", "twice": 40}]),
        ("SELECT VALUE ARRAY(SELECT DISTINCT VALUE t.ok FROM t IN c.tests) FROM c WHERE c.id = '1'", [[True, False]]),
        (
            "SELECT VALUE ARRAY(SELECT t.ok, SUM(t.p) AS p FROM t IN c.tests GROUP BY t.ok) FROM c WHERE c.id = '1'",
            [[{"ok": True, "p": 1}, {"ok": False, "p": 5}]],
        ),
        ("SELECT VALUE (SELECT VALUE c.p FROM c IN c.tests WHERE c.p = 7) FROM c", [7]),
        ("SELECT VALUE c.id FROM c WHERE c.depth IN ((SELECT VALUE 20), 10)", ["1", "3"]),
        ("SELECT VALUE x FROM c JOIN (SELECT VALUE (SELECT VALUE c.id)) x WHERE x = '4'", ["4"]),
    ],
)
def test_subqueries_see_the_row_they_stand_in(text: str, expected: Any) -> None:
    assert rows(text, WELLS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT VALUE COUNT(1) FROM c", [5]),
        ("SELECT VALUE COUNT(c.site) FROM c", [4]),
        ("SELECT VALUE COUNT(c.depth) FROM c", [5]),
        ("SELECT VALUE COUNTIF(c.site = 'north') FROM c", [2]),
        ("SELECT VALUE SUM(c.depth) FROM c WHERE c.depth != null", [90]),
        ("SELECT VALUE SUM(c.depth) FROM c", []),
        ("SELECT SUM(c.depth) AS s FROM c", [{}]),
        ("SELECT VALUE SUM(c.missing) FROM c", [0]),
        ("SELECT VALUE AVG(c.depth) FROM c WHERE c.depth != null", [22.5]),
        ("SELECT VALUE AVG(c.depth) FROM c", []),
        ("SELECT VALUE AVG(c.missing) FROM c", []),
        ("SELECT VALUE AVG(t.p) FROM c JOIN t IN c.tests", [13 / 3]),
        ("SELECT VALUE MIN(c.depth) FROM c", [None]),
        ("SELECT VALUE MAX(c.depth) FROM c", [30]),
        ("SELECT VALUE MAX(c.site) FROM c", ["south"]),
        ("SELECT VALUE MIN(c.missing) FROM c", []),
        ("SELECT VALUE MAX(c.tags) FROM c", []),
        ("SELECT COUNT(1), MIN(c.id) AS least, 'x' AS x FROM c", [{"$1": 5, "least": "1", "x": "x"}]),
        ("SELECT VALUE COUNT(1) FROM c WHERE false", [0]),
        ("SELECT COUNT(1) AS n, 'x' AS x FROM c WHERE false", [{"n": 0, "x": "x"}]),
        ("SELECT VALUE MAX(c.depth) FROM c WHERE false", []),
        ("SELECT TOP 1 VALUE COUNT(1) FROM c", [5]),
        ("SELECT VALUE COUNT(1) FROM c OFFSET 1 LIMIT 1", []),
        ("SELECT VALUE COUNT(1) FROM c ORDER BY c.site", [4]),
        ("SELECT VALUE SUM(c.x) FROM c", [0]),
    ],
)
def test_aggregates_leave_out_what_is_undefined(text: str, expected: Any) -> None:
    assert rows(text, WELLS) == expected


def test_sums_stay_whole_or_stay_precise() -> None:
    assert rows("SELECT VALUE SUM(c.x) FROM c", [{"x": 2**60}, {"x": 1}]) == [2**60 + 1]
    assert rows("SELECT VALUE SUM(c.x) FROM c", [{"x": 0.1}] * 10) == [1.0]
    assert rows("SELECT VALUE SUM(c.x) FROM c", [{"x": 1e308}] * 2) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "SELECT c.site, COUNT(1) AS n FROM c GROUP BY c.site",
            [{"site": "north", "n": 2}, {"site": "south", "n": 2}, {"n": 1}],
        ),
        ("SELECT VALUE COUNT(1) FROM c GROUP BY c.site", [2, 2, 1]),
        ("SELECT VALUE c.site FROM c GROUP BY c.site", ["north", "south"]),
        ("SELECT UPPER(c.site) AS s FROM c GROUP BY UPPER(c.site)", [{"s": "NORTH"}, {"s": "SOUTH"}, {}]),
        ("SELECT UPPER(c.site) AS s FROM c GROUP BY c.site", [{"s": "NORTH"}, {"s": "SOUTH"}, {}]),
        ("SELECT VALUE {'s': c.site} FROM c GROUP BY {'s': c.site}", [{"s": "north"}, {"s": "south"}, {}]),
        (
            "SELECT c.site, c.depth, COUNT(1) AS n FROM c WHERE c.id IN ('1', '4') GROUP BY c.site, c.depth",
            [
                {"site": "north", "depth": 10, "n": 1},
                {"site": "south", "depth": None, "n": 1},
            ],
        ),
        (
            "SELECT t.ok, MAX(t.p) AS p FROM c JOIN t IN c.tests GROUP BY t.ok",
            [{"ok": True, "p": 7}, {"ok": False, "p": 5}],
        ),
        ("SELECT VALUE COUNT(1) FROM c WHERE false GROUP BY c.site", []),
        ("SELECT c.site, COUNT(1) AS n FROM c GROUP BY c.site OFFSET 1 LIMIT 1", [{"site": "south", "n": 2}]),
        ("SELECT VALUE c.tests[0].p FROM c GROUP BY c.tests", [1, 7]),
    ],
)
def test_group_by_groups_by_value_and_keeps_undefined_as_a_group(text: str, expected: Any) -> None:
    assert rows(text, WELLS) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("c.depth", ["4", "1", "3", "2", "5"]),
        ("c.depth ASC", ["4", "1", "3", "2", "5"]),
        ("c.depth DESC", ["2", "5", "3", "1", "4"]),
        ("c['depth'] DESC", ["2", "5", "3", "1", "4"]),
        ("c.site DESC, c.depth", ["4", "3", "1", "2", "5"]),
        ("c.site, c.depth DESC", ["5", "2", "1", "3", "4"]),
        ("c.site", ["1", "2", "3", "4"]),
        ("c.tests[0].p DESC", ["2", "1"]),
    ],
)
def test_order_by_one_path_leaves_out_what_lacks_it_and_several_do_not(order: str, expected: list[str]) -> None:
    assert ids(f"SELECT * FROM c ORDER BY {order}") == expected


def test_order_by_sorts_across_types_and_ties_stay_as_they_came() -> None:
    values: list[Any] = ["b", 2, None, True, [1], {"a": 1}, "a", 1.5, False]
    documents = [{"id": place, "x": x} for place, x in enumerate(values)] + [{"id": 9}, {"id": 10, "x": 2.0}]
    assert rows("SELECT VALUE c.id FROM c ORDER BY c.x", documents) == [2, 8, 3, 7, 1, 10, 6, 0, 4, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT DISTINCT VALUE c.site FROM c", ["north", "south"]),
        ("SELECT DISTINCT c.site FROM c", [{"site": "north"}, {"site": "south"}, {}]),
        ("SELECT DISTINCT VALUE c.depth FROM c ORDER BY c.depth DESC", [30, 20, 10, None]),
        ("SELECT DISTINCT TOP 1 VALUE c.site FROM c ORDER BY c.site DESC", ["south"]),
        ("SELECT DISTINCT VALUE c.depth FROM c OFFSET 1 LIMIT 2", [30, 20]),
        ("SELECT TOP 2 VALUE c.id FROM c", ["1", "2"]),
        ("SELECT TOP 0 VALUE c.id FROM c", []),
        ("SELECT TOP @two VALUE c.id FROM c", ["1", "2"]),
        ("SELECT VALUE c.id FROM c OFFSET 1 LIMIT 2", ["2", "3"]),
        ("SELECT VALUE c.id FROM c OFFSET @two LIMIT @two", ["3", "4"]),
        ("SELECT VALUE c.id FROM c OFFSET 9 LIMIT 2", []),
        ("SELECT VALUE c.id FROM c OFFSET 0 LIMIT 0", []),
        ("SELECT VALUE c.site FROM c OFFSET 4 LIMIT 5", []),
    ],
)
def test_distinct_top_and_offset(text: str, expected: Any) -> None:
    assert rows(text, WELLS, two=2) == expected


def test_distinct_tells_types_apart_and_sees_through_property_order() -> None:
    documents = [{"x": 1}, {"x": True}, {"x": 1.0}, {"x": {"a": 1, "b": 2}}, {"x": {"b": 2, "a": 1.0}}]
    assert rows("SELECT DISTINCT VALUE c.x FROM c", documents) == [1, True, {"a": 1, "b": 2}]


def test_parameters_stand_for_any_value_and_unused_ones_do_no_harm() -> None:
    assert ids("SELECT * FROM c WHERE c.tags = @tags", tags=["gas"], unused=1) == ["2"]
    assert ids("SELECT * FROM c WHERE ARRAY_CONTAINS(@ids, c.id)", ids=["2", "9"]) == ["2"]
    assert rows("SELECT VALUE @p.a", p={"a": 5}) == [5]


def test_computed_properties_work_like_properties_but_are_not_part_of_the_item() -> None:
    query = compiled(
        "SELECT VALUE c.loud FROM c WHERE c.loud != 'SOUTH' ORDER BY c.loud", loud="SELECT VALUE UPPER(c.site) FROM c"
    )
    assert query.rows(WELLS) == ["NORTH", "NORTH"]
    assert query.order_by[0].path == ("loud",)
    assert query.prefilter.sql == ""
    assert compiled("SELECT * FROM c", loud="SELECT VALUE 1 FROM c").rows([{"id": "1"}]) == [{"id": "1"}]


def test_streaming_tells_which_document_each_result_came_from() -> None:
    query = compiled("SELECT VALUE t FROM c JOIN t IN c.tags")
    assert list(query.stream(WELLS)) == [(0, ["oil", "new"]), (1, ["gas"])]


def test_a_patch_condition_is_a_test_of_one_document() -> None:
    deep = condition("from c where c.depth > 15 and IS_DEFINED(c.site)")
    assert [deep(well) for well in WELLS] == [False, True, True, False, False]
    assert condition("FROM x WHERE x.id = '1'")(WELLS[0]) is True
