"""What a compiled query tells the server: its stages, its order, what SQLite may filter, what is pinned."""

from contextlib import closing
from typing import Any

import pytest

from local.cosmos.sql import OrderPath
from local.cosmos.sql.pushdown import json_column
from tests.local.cosmos.sql.running import compiled, store

A = """json_extract(body,'$."a"')"""
B = """json_extract(body,'$."b"')"""
AB = """json_extract(body,'$."a"."b"')"""


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("SELECT * FROM c", set()),
        ("SELECT c.a FROM c WHERE c.a > 1", set()),
        ("SELECT t FROM c JOIN t IN c.tags", set()),
        ("SELECT VALUE (SELECT VALUE COUNT(1) FROM t IN c.tags) FROM c", set()),
        ("SELECT * FROM c ORDER BY c.a", {"order"}),
        ("SELECT TOP 1 * FROM c", {"has_top"}),
        ("SELECT * FROM c OFFSET 0 LIMIT 1", {"has_offset_limit"}),
        ("SELECT DISTINCT c.a FROM c", {"has_distinct"}),
        ("SELECT VALUE COUNT(1) FROM c", {"is_aggregate"}),
        ("SELECT c.a FROM c GROUP BY c.a", {"has_group_by"}),
        ("SELECT c.a, SUM(c.b) FROM c GROUP BY c.a", {"has_group_by", "is_aggregate"}),
    ],
)
def test_a_query_with_any_stage_after_where_needs_a_plan_and_cannot_stream(text: str, stages: set[str]) -> None:
    query = compiled(text)
    flags = ("has_top", "has_offset_limit", "has_distinct", "is_aggregate", "has_group_by")
    found = {flag for flag in flags if getattr(query, flag)} | ({"order"} if query.order_by else set())
    assert found == stages
    assert query.needs_plan is bool(stages)
    assert query.is_streamable is not bool(stages)


def test_a_query_without_from_has_one_row_whatever_is_stored_so_it_does_not_stream() -> None:
    query = compiled("SELECT VALUE 1")
    assert (query.needs_plan, query.is_streamable) == (False, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * FROM c ORDER BY c.a", [OrderPath(("a",), False)]),
        ("SELECT * FROM c ORDER BY c['a'].b DESC, c.x ASC", [OrderPath(("a", "b"), True), OrderPath(("x",), False)]),
        ("SELECT t FROM c JOIN t IN c.tags ORDER BY t.n", [OrderPath(("tags", "[]", "n"), False)]),
        ("SELECT t FROM t IN c.tags ORDER BY t", [OrderPath(("tags", "[]"), False)]),
        ("SELECT * FROM c.sub s ORDER BY s.n", [OrderPath(("sub", "n"), False)]),
        ("SELECT * FROM c ORDER BY c.tags[0]", [OrderPath(("tags", "[]"), False)]),
    ],
)
def test_order_by_is_told_as_document_paths(text: str, expected: list[OrderPath]) -> None:
    assert list(compiled(text).order_by) == expected


@pytest.mark.parametrize(
    ("where", "sql", "arguments"),
    [
        ("c.a = 'x'", f"{A} = ?", ("x",)),
        ("'x' = c.a", f"{A} = ?", ("x",)),
        ("c.a = @p", f"{A} = ?", ("parameter",)),
        ("c.a.b = 5 AND c.b = true", f"{AB} = ? AND {B} = ?", (5, 1)),
        ("c['a'][\"b\"] = -5", f"{AB} = ?", (-5,)),
        ("c.a = false", f"{A} = ?", (0,)),
        ("c.a = null", f"{A} IS NULL", ()),
        ("c.a IN ('x', 1, null)", f"({A} IN (?,?) OR {A} IS NULL)", ("x", 1)),
        ("c.a IN ('x')", f"{A} = ?", ("x",)),
        ("c.a = undefined", f"{A} IN ()", ()),
        ("ARRAY_CONTAINS(['x', 'y'], c.a)", f"{A} IN (?,?)", ("x", "y")),
        ("ARRAY_CONTAINS(c.a, 'x')", f"instr({A}, ?) > 0", ('"x"',)),
        ("ARRAY_CONTAINS(c['é'], 'x')", "instr(body, ?) > 0", ('"x"',)),
        ("ARRAY_CONTAINS(c.a, 'Å\"')", f"instr({A}, ?) > 0", ('"\\u00c5\\""',)),
        ("ARRAY_CONTAINS(@list, c.a)", f"{A} IN (?,?)", (1, 2)),
        # bounds are always included: what SQLite reads may be the same for two numbers or texts that differ
        ("c.a > 5", f"{A} >= ?", (5,)),
        ("5 > c.a", f"{A} <= ?", (5,)),
        ("c.a < 'x'", f"{A} <= ?", ("x",)),
        ("c.a BETWEEN 1 AND 'x'", f"{A} >= ? AND {A} <= ?", (1, "x")),
        ("STARTSWITH(c.a, 'ab', false)", f"{A} >= ? AND {A} < ?", ("ab", "ac")),
        ("STARTSWITH(c.a, 'a_%~', true)", f"({A} LIKE ? ESCAPE '~' OR {A} GLOB '*[^ -~]*')", ("a~_~%~~%",)),
        ("STARTSWITH(c.a, 'ab')", f"{A} >= ? AND {A} < ?", ("ab", "ac")),
        ("STARTSWITH(c.a, 'a\ud7ff')", f"{A} >= ? AND {A} < ?", ("a\ud7ff", "a\ue000")),
        ("STARTSWITH(c.a, 'a\U0010ffff')", f"{A} >= ?", ("a\U0010ffff",)),
        ("c.a LIKE 'ab%c'", f"{A} >= ? AND {A} < ?", ("ab", "ac")),
        ("(c.a = 1 AND c.b = 2) OR (c.b = 3 AND c.a = 4)", f"{A} IN (?,?) AND {B} IN (?,?)", (1, 4, 2, 3)),
        ("c.a = 1 OR c.a IN (2, 3)", f"{A} IN (?,?,?)", (1, 2, 3)),
        # what SQLite cannot tell is left to the language
        ("c.a = 'x' OR c.b = 'x'", "", ()),
        ("NOT (c.a = 1)", "", ()),
        ("c.a != 1", "", ()),
        ("c.a NOT IN (1)", "", ()),
        ("c.a NOT LIKE 'a%'", "", ()),
        ("c.a LIKE '%a'", "", ()),
        ("c.a LIKE 'a!%' ESCAPE '!'", "", ()),
        ("STARTSWITH(c.a, 'åb', true)", "", ()),
        ("STARTSWITH(c.a, '')", "", ()),
        ("c.a > true", "", ()),
        ("c.a > null", "", ()),
        ("c.a = [1]", "", ()),
        ("c.a = c.b", "", ()),
        ("c.a[0] = 1", "", ()),
        ("LOWER(c.a) = 'x'", "", ()),
        ("c['it\\'s'] = 1", "", ()),
        ("c['say \"x\"'] = 1", "", ()),
        ("c['é'] = 1", "", ()),
        ("c['a/b'] = 1", "", ()),
        ("c.a = '\\u0000'", "", ()),
        ("c.a = '\\ud800'", "", ()),
        ("c.a = 1e-310", "", ()),
        ("c.a < 1e305", "", ()),
        ("c = 1", "", ()),
    ],
)
def test_the_prefilter_is_the_part_of_where_that_sqlite_can_tell(where: str, sql: str, arguments: Any) -> None:
    found = compiled(f"SELECT * FROM c WHERE {where}", {"p": "parameter", "list": [1, 2]}).prefilter
    assert (found.sql, found.arguments) == (sql, arguments)
    with closing(store([{"a": 1}])) as connection:
        connection.execute(f"SELECT 1 FROM items WHERE {found.sql or 1}", found.arguments).fetchall()


@pytest.mark.parametrize("number", [0.1, 2**31, 2**53 + 1, 2**64 + 1, -1.5e300 / 2])
def test_numbers_that_sqlite_may_read_differently_become_a_narrow_range(number: float) -> None:
    found = compiled("SELECT * FROM c WHERE c.a = @n", {"n": number}).prefilter
    low, high = found.arguments
    assert found.sql == f"{A} BETWEEN ? AND ?"
    assert low < number < high
    assert high - low <= abs(number) * 1e-13


def test_the_prefilter_works_for_other_inputs_that_are_places_in_the_document() -> None:
    assert compiled("SELECT * FROM c.a s WHERE s.b = 1").prefilter.sql == f"{AB} = ?"
    assert compiled("SELECT c.id FROM c JOIN t IN c.tags WHERE c.a = 1 AND t = 2").prefilter.sql == f"{A} = ?"
    assert compiled("SELECT t FROM t IN c.tags WHERE t.a = 1").prefilter.sql == ""
    assert compiled("SELECT s FROM c JOIN (SELECT VALUE c.a) s WHERE s = 1").prefilter.sql == ""


def test_the_prefilter_stays_within_sqlites_limits() -> None:
    many = " AND ".join(f"c.n{number} = {number}" for number in range(200))
    assert compiled(f"SELECT * FROM c WHERE {many}").prefilter.sql.count("AND") < 100
    assert compiled("SELECT * FROM c WHERE ARRAY_CONTAINS(@l, c.a)", {"l": list(range(6_000))}).prefilter.sql == ""
    assert (
        compiled("SELECT * FROM c WHERE ARRAY_CONTAINS(@l, c.a)", {"l": [n / 7 for n in range(500)]}).prefilter.sql
        == ""
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("well",), """json_extract(body,'$."well"')"""),
        (("a", "b c", "x.y"), """json_extract(body,'$."a"."b c"."x.y"')"""),
        ((), None),
        (("",), None),
        (('say "x"',), None),
        (("tags", "[]"), None),
    ],
)
def test_a_column_is_written_one_way_so_that_indexes_match(path: tuple[str, ...], expected: str | None) -> None:
    assert json_column(path) == expected


@pytest.mark.parametrize(
    ("where", "pinned"),
    [
        ("c.pk = 'a'", {"pk": ("a",)}),
        ("c.pk = 'a' AND c.id IN ('1', '2', '1')", {"pk": ("a",), "id": ("1", "2")}),
        ("c.address.zip = @p", {"address.zip": ("parameter",)}),
        ("(c.id = '1' AND c.pk = 'a') OR (c.pk = 'b' AND c.id = '2')", {"id": ("1", "2"), "pk": ("a", "b")}),
        ("(c.id = '1' AND c.pk = 'a') OR c.id = '2'", {"id": ("1", "2")}),
        ("c.id IN ('1', '2') AND c.id IN ('2', '3')", {"id": ("2",)}),
        ("c.id = '1' AND c.id = '2'", {"id": ()}),
        ("c.n = 1 OR c.n = true", {"n": (1, True)}),
        ("c.pk = null", {"pk": (None,)}),
        ("c.pk = undefined", {"pk": ()}),
        ("c.pk = 'a' OR c.x = 1", {}),
        ("NOT (c.pk = 'a')", {}),
        ("c.pk > 'a'", {}),
        ("c['a.b'] = 1", {}),
        ("c.tags[0] = 'a'", {}),
    ],
)
def test_paths_that_have_to_equal_constants_are_pinned(where: str, pinned: dict[str, Any]) -> None:
    assert dict(compiled(f"SELECT * FROM c WHERE {where}", {"p": "parameter"}).pinned) == pinned


def test_reading_a_thousand_items_pins_them_all() -> None:
    where = " OR ".join(f"( c.id = @param_id{n} AND c.pk = @param_pk{n}0 )" for n in range(1_000))
    parameters = {f"param_{name}": n for n in range(1_000) for name in (f"id{n}", f"pk{n}0")}
    query = compiled(f"SELECT * FROM c WHERE {where}", parameters)
    assert query.pinned["id"] == query.pinned["pk"] == tuple(range(1_000))
    assert len(query.prefilter.arguments) == 2_000
