"""Reading text: tokens, precedence, and where an error is said to be."""

from typing import Any

import pytest

from local.cosmos.sql import SqlError, parse
from tests.local.cosmos.sql.running import refusal, rows, value


@pytest.mark.parametrize(
    ("literal", "expected"),
    [
        ("42", 42),
        ("1337.42", 1337.42),
        ("1E2", 100.0),
        ("1.5e-3", 0.0015),
        (".5", 0.5),
        ("7.", 7.0),
        ("9007199254740993", 9007199254740993),
        ("'single'", "single"),
        ('"double"', "double"),
        ("'\"'", '"'),
        ('"\'"', "'"),
        (r"'it\'s'", "it's"),
        (r"'\\ \/ \b\f\n\r\t'", "\\ / \b\f\n\r\t"),
        (r"'\u00e9'", "é"),
        (r"'\ud83d\ude00'", "😀"),
        (r"'\ud83d'", "\ud83d"),
        ("'käse 🛢'", "käse 🛢"),
        ("true", True),
        ("null", None),
    ],
)
def test_literals(literal: str, expected: Any) -> None:
    found = rows(f"SELECT VALUE {literal}")
    assert found == [expected]
    assert type(found[0]) is type(expected)


def test_keywords_and_functions_ignore_case_and_constants_do_not() -> None:
    assert rows("sElEcT vAlUe c.A fRoM c wHeRe lower(c.A) In ('x')", [{"A": "X"}]) == ["X"]
    assert refusal("SELECT VALUE TRUE")[:2] == ("SC2001", "Identifier 'TRUE' could not be resolved.")
    assert refusal("SELECT VALUE Undefined")[2] == "Undefined"


def test_names_of_properties_and_aliases_are_case_sensitive() -> None:
    assert rows("SELECT c.Name, c.name AS Second FROM c", [{"name": 1}]) == [{"Second": 1}]
    assert refusal("SELECT C.name FROM c")[2] == "C"


def test_comments_and_blanks_are_skipped() -> None:
    assert rows("SELECT -- everything\n\tVALUE\r\n 1 -- but the end") == [1]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("SELECT TOP -1 c.name FROM c", "-"),
        ("SELECT c.name FROM c OFFSET -1 LIMIT 10", "-"),
        ("SELECT c.name FROM c OFFSET 10 LIMIT -1", "-"),
        ("SELECT c.name FROM c LIMIT 10", "LIMIT"),
        ("SELECT c.value FROM c", "value"),
        ("SELECT c.order FROM c", "order"),
        ("SELECT c.a AS order FROM c", "order"),
        ("SELECT , FROM c", ","),
        ("SELECT 1, FROM c", "FROM"),
        ("SELECT VALUE 1, 2", ","),
        ("SELECTVALUE 1", "SELECTVALUE"),
        ("Selec *", "Selec"),
        ("SELECT TOP 'asdf' *", "'asdf'"),
        ("SELECT VALUE 42 # 1337", "#"),
        ("SELECT VALUE $42", "$"),
        ("SELECT VALUE 12abc", "12abc"),
        ('SELECT VALUE "hello', '"hello'),
        ("SELECT VALUE 'it''s'", "'s'"),
        ("SELECT VALUE 'a\\x'", "'a\\x'"),
        ("SELECT VALUE 42 IN ()", ")"),
        ("SELECT VALUE 42 IN ('asdf',)", ")"),
        ("SELECT VALUE 42 inn (123)", "inn"),
        ("SELECT VALUE 42 NOT 15", "NOT"),
        ("SELECT VALUE 1 BETWEEN 2 AND 3 BETWEEN 4 AND 5", "BETWEEN"),
        ("SELECT VALUE c.2", ".2"),
        ("SELECT VALUE c[] FROM c", "]"),
        ("SELECT c.ab(cd) FROM c", "("),
        ("SELECT COUNT(*) FROM c", "*"),
        ("SELECT * FROM @container", "@container"),
        ("SELECT * FROM c WHERE c.a == 1", "="),
        ("SELECT * FROM c WHERE c.a <> 1", ">"),
        ("SELECT * FROM c WHERE c.a = 1;", ";"),
        ("SELECT * FROM a, b", ","),
        ("SELECT * FROM c GROUP c.a", "c"),
        ("SELECT * FROM c ORDER BY c.a SIDEWAYS", "SIDEWAYS"),
        ("SELECT * FROM c HAVING c.a", "c"),
        ("DELETE FROM c", "DELETE"),
        ("SELECT VALUE {1: 2}", "1"),
        ("SELECT VALUE [1 2]", "2"),
    ],
)
def test_a_syntax_error_names_and_locates_the_first_token_that_does_not_fit(text: str, near: str) -> None:
    assert refusal(text) == ("SC1001", f"Syntax error, incorrect syntax near '{near}'.", near)


@pytest.mark.parametrize("text", ["", "SELECT", "SELECT * FROM", "SELECT * FROM c WHERE c.a =", "SELECT VALUE (1"])
def test_a_text_that_ends_too_early_is_located_at_its_end(text: str) -> None:
    with pytest.raises(SqlError) as caught:
        parse(text)
    assert (caught.value.code, caught.value.start, caught.value.end) == ("SC1001", len(text), len(text))


def test_a_thousand_terms_stay_flat() -> None:
    either = " OR ".join(f"(c.id = @id{n} AND c.pk = @pk{n})" for n in range(1_000))
    both = " AND ".join(["c.n >= 0"] * 1_000)
    parameters = {f"{name}{n}": n for n in range(1_000) for name in ("id", "pk")}
    documents = [{"id": n, "pk": n, "n": n} for n in range(0, 3_000, 500)]
    assert rows(f"SELECT VALUE c.id FROM c WHERE {either}", documents, **parameters) == [0, 500]
    assert rows(f"SELECT VALUE c.id FROM c WHERE {both}", documents) == [0, 500, 1000, 1500, 2000, 2500]


def test_a_list_may_be_long() -> None:
    numbers = ", ".join(map(str, range(5_000)))
    assert rows(f"SELECT VALUE c.n FROM c WHERE c.n IN ({numbers})", [{"n": 4_999}, {"n": 5_000}]) == [4_999]


def test_a_path_may_be_long() -> None:
    assert value("c" + ".a" * 2_000, {"a": {"a": 1}}) is not None


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 100 + "1" + ")" * 100,
        "[" * 100 + "]" * 100,
        "(SELECT VALUE " * 100 + "1" + ")" * 100,
        "true ? 1 : " * 100 + "1",
        "+".join(["1"] * 5_000),
        "NOT " * 5_000 + "true",
    ],
)
def test_nesting_too_deep_is_refused_not_a_crash(expression: str) -> None:
    assert refusal(f"SELECT VALUE {expression}")[:2] == ("SC1001", "The query is nested too deeply.")


def test_moderate_nesting_works() -> None:
    assert rows(f"SELECT VALUE {'(' * 40}1{')' * 40}") == [1]
    assert rows("SELECT VALUE " + " + ".join(["1"] * 100)) == [100]


def test_the_same_text_is_parsed_once() -> None:
    assert parse("SELECT * FROM parsed_once") is parse("SELECT * FROM parsed_once")


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        ("c.a", {"a": 1}),
        ("c.a AS b", {"b": 1}),
        ("c", {"c": {"a": 1, "x y": 2, "list": [3]}}),
        ("c['x y']", {"x y": 2}),
        ("c.list[0]", {"$1": 3}),
        ("c.a + 1, c.a, 'z'", {"$1": 2, "a": 1, "$2": "z"}),
        ("c.missing, c.a", {"a": 1}),
        ("c.missing", {}),
    ],
)
def test_selected_items_are_named_after_their_path_or_numbered(selection: str, expected: Any) -> None:
    assert rows(f"SELECT {selection} FROM c", [{"a": 1, "x y": 2, "list": [3]}]) == [expected]
