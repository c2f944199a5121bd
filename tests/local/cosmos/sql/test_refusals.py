"""What Azure refuses is refused, with its code, words and place."""

from typing import Any

import pytest

from local.cosmos.sql import SqlError, condition
from tests.local.cosmos.sql.running import refusal, rows

COMPOSITION = "Compositions of aggregates and other expressions are not allowed."
NOT_A_PATH = "Unsupported ORDER BY clause. ORDER BY item expression could not be mapped to a document path."
IN_AGGREGATE = "Cannot perform an aggregate function on an expression containing an aggregate or a subquery."


def not_grouped(name: str) -> str:
    return (
        f"Property reference '{name}' is invalid in the select list because it is not contained in either an "
        "aggregate function or the GROUP BY clause."
    )


@pytest.mark.parametrize(
    ("text", "code", "message", "place"),
    [
        (
            "SELECT BADFUNC(r.age) FROM Root r",
            "SC2005",
            "'BADFUNC' is not a recognized built-in function name.",
            "BADFUNC",
        ),
        ("SELECT udf.tax(c.a) FROM c", "SC2005", "'udf.tax' is not a recognized built-in function name.", "udf.tax"),
        ("SELECT VALUE x FROM c", "SC2001", "Identifier 'x' could not be resolved.", "x"),
        ("SELECT x.a.b FROM c", "SC2001", "Identifier 'x' could not be resolved.", "x"),
        ("SELECT Families.a FROM Families f", "SC2001", "Identifier 'Families' could not be resolved.", "Families"),
        ("SELECT t FROM c JOIN t IN d.tags", "SC2001", "Identifier 'd' could not be resolved.", "d"),
        ("SELECT VALUE 1 FROM t IN c.tags JOIN c", "SC2001", "Identifier 'c' could not be resolved.", "c"),
        (
            "SELECT * FROM Root r WHERE STARTSWITH(r.key, 'a', 'b', 'c')",
            "SC2050",
            "The STARTSWITH function requires 2 to 3 argument(s).",
            "STARTSWITH(r.key, 'a', 'b', 'c')",
        ),
        ("SELECT VALUE LOWER()", "SC2050", "The LOWER function requires 1 argument(s).", "LOWER()"),
        (
            "SELECT VALUE array_contains_any([1])",
            "SC2050",
            "The ARRAY_CONTAINS_ANY function requires at least 2 argument(s).",
            "array_contains_any([1])",
        ),
        ("SELECT VALUE COUNT() FROM c", "SC2050", "The COUNT function requires 1 argument(s).", "COUNT()"),
        ("SELECT * FROM c GROUP BY c.a", "SC2041", "'SELECT *' is not allowed with GROUP BY.", "*"),
        ("SELECT * FROM c JOIN t IN c.tags", "SC2040", "'SELECT *' is only valid with a single input set.", "*"),
        ("SELECT *", "SC2040", "'SELECT *' is not valid if FROM clause is omitted.", "*"),
        ("SELECT VALUE MAX(MIN(r)) FROM r", "SC2101", IN_AGGREGATE, "MAX(MIN(r))"),
        ("SELECT VALUE SUM((SELECT VALUE 1)) FROM r", "SC2101", IN_AGGREGATE, "SUM((SELECT VALUE 1))"),
        ("SELECT VALUE {'sum': SUM(r)} FROM r", "", COMPOSITION, "SUM(r)"),
        ("SELECT VALUE [SUM(r)] FROM r", "", COMPOSITION, "SUM(r)"),
        ("SELECT VALUE FLOOR(AVG(r)) FROM r", "", COMPOSITION, "AVG(r)"),
        ("SELECT MIN(c.a) / 2 FROM c", "", COMPOSITION, "MIN(c.a)"),
        ("SELECT c.n, ABS(AVG(c.a)) FROM c GROUP BY c.n", "", COMPOSITION, "AVG(c.a)"),
        ("SELECT * FROM c WHERE COUNT(1) > 1", "", COMPOSITION, "COUNT(1)"),
        ("SELECT c.a, COUNT(1) FROM c GROUP BY c.b", "SC2102", not_grouped("c.a"), "c.a"),
        ("SELECT c.a, COUNT(1) FROM c", "SC2102", not_grouped("c.a"), "c.a"),
        ("SELECT c.a + c.b AS x FROM c GROUP BY c.a", "SC2102", not_grouped("c.b"), "c.b"),
        ("SELECT c FROM c GROUP BY c.a", "SC2102", not_grouped("c"), "c"),
        ("SELECT * FROM c ORDER BY LOWER(c.a)", "2206", NOT_A_PATH, "LOWER(c.a)"),
        ("SELECT * FROM c ORDER BY c", "2206", NOT_A_PATH, "c"),
        ("SELECT * FROM c ORDER BY 1", "2206", NOT_A_PATH, "1"),
        ("SELECT * FROM c ORDER BY c.a, c.b + 1", "2206", NOT_A_PATH, "c.b + 1"),
        ("SELECT VALUE x FROM c JOIN (SELECT VALUE 1) x ORDER BY x", "2206", NOT_A_PATH, "x"),
        (
            "SELECT c.a FROM c GROUP BY c.a ORDER BY c.a",
            "",
            "'ORDER BY' is not supported in presence of GROUP BY.",
            "ORDER BY c.a",
        ),
        ("SELECT (SELECT TOP 1 VALUE 1)", "SC2203", "'TOP' is not supported in subqueries.", "TOP 1"),
        (
            "SELECT ARRAY(SELECT VALUE t FROM t IN c.l ORDER BY t) FROM c",
            "SC2202",
            "'ORDER BY' is not supported in subqueries.",
            "ORDER BY t",
        ),
        (
            "SELECT VALUE ARRAY(SELECT VALUE t FROM t IN c.l OFFSET 0 LIMIT 1) FROM c",
            "SC2204",
            "'OFFSET LIMIT' clause is not supported in subqueries.",
            "OFFSET 0 LIMIT 1",
        ),
        (
            "SELECT TOP 4294967296 * FROM c",
            "SC2060",
            "The count value provided for a TOP clause must be an integer.",
            "4294967296",
        ),
        ("SELECT TOP 1.5 * FROM c", "SC2060", "The count value provided for a TOP clause must be an integer.", "1.5"),
        (
            "SELECT * FROM c OFFSET 4294967296 LIMIT 1",
            "SC2062",
            "The OFFSET count value exceeds the maximum allowed value.",
            "4294967296",
        ),
        (
            "SELECT * FROM c OFFSET 0 LIMIT 4294967296",
            "SC2061",
            "The LIMIT count value exceeds the maximum allowed value.",
            "4294967296",
        ),
        ("SELECT TOP 1 * FROM c OFFSET 0 LIMIT 1", "", "TOP cannot be combined with OFFSET LIMIT.", "OFFSET 0 LIMIT 1"),
        (
            "SELECT VALUE 1 FROM c JOIN c IN c.tags",
            "SC2021",
            "The input set name or alias 'c' is specified more than once in the FROM clause.",
            "c",
        ),
        (
            "SELECT * FROM c ORDER BY RANK FullTextScore(c.a, 'x')",
            "",
            "The ORDER BY RANK clause is not supported.",
            "RANK",
        ),
        ("SELECT VALUE @missing", "", "The query parameter '@missing' was not supplied.", "@missing"),
        ("SELECT TOP @missing * FROM c", "", "The query parameter '@missing' was not supplied.", "@missing"),
        (
            "SELECT VALUE 'a' LIKE 'a' ESCAPE '!!'",
            "",
            "The ESCAPE clause of LIKE takes one character.",
            "'a' LIKE 'a' ESCAPE '!!'",
        ),
    ],
)
def test_a_query_is_refused_with_the_services_words(text: str, code: str, message: str, place: str) -> None:
    assert refusal(text) == (code, message, place)


@pytest.mark.parametrize("count", ["5", 1.5, -1, None, True, 2**32])
def test_a_count_given_as_a_parameter_has_to_be_a_count(count: Any) -> None:
    assert refusal("SELECT TOP @n * FROM c", n=count)[0] == "SC2060"
    assert refusal("SELECT * FROM c OFFSET @n LIMIT 1", n=count)[0] == "SC2062"
    assert refusal("SELECT * FROM c OFFSET 0 LIMIT @n", n=count)[0] == "SC2061"


def test_a_scalar_subquery_with_two_results_is_refused_when_it_runs() -> None:
    text = "SELECT VALUE (SELECT VALUE t FROM t IN c.tags) FROM c"
    assert rows(text, [{"tags": ["one"]}, {"tags": []}]) == ["one"]
    with pytest.raises(
        SqlError, match="cardinality of a scalar subquery result set cannot be greater than one"
    ) as error:
        rows(text, [{"tags": ["one", "two"]}])
    assert text[error.value.start : error.value.end] == "(SELECT VALUE t FROM t IN c.tags)"


def test_a_broken_regular_expression_is_refused() -> None:
    assert refusal("SELECT VALUE RegexMatch('a', '(')")[1] == "The regular expression '(' is not valid."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c.a = 1",
        "SELECT * FROM c WHERE c.a = 1",
        "from c",
        "from c where",
        "from c where d.a = 1",
        "from c where c.a = 1 order by c.a",
    ],
)
def test_a_patch_condition_has_to_be_from_and_where(text: str) -> None:
    with pytest.raises(SqlError):
        condition(text)
