"""What expressions evaluate to: undefined, three-valued logic, types kept apart."""

from typing import Any

import pytest

from local.cosmos.sql import UNDEFINED
from tests.local.cosmos.sql.running import rows, value

U = UNDEFINED
DOCUMENT: dict[str, Any] = {
    "n": 5,
    "zero": 0,
    "half": 0.5,
    "s": "text",
    "t": True,
    "f": False,
    "nil": None,
    "list": [1, "two", {"three": 3}],
    "object": {"inner": {"deep": 1}, "a b": 2},
}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        # equality: undefined stays undefined, other types differ
        ("c.n = 5", True),
        ("c.n = 5.0", True),
        ("c.n = 6", False),
        ("c.n = '5'", False),
        ("c.n != '5'", True),
        ("c.t = 1", False),
        ("c.t != 1", True),
        ("c.nil = null", True),
        ("c.nil != null", False),
        ("c.missing = null", U),
        ("c.missing != 1", U),
        ("c.missing = undefined", U),
        ("c.s = 'text'", True),
        ("c.s != 'text'", False),
        ("'text' = c.s", True),
        ("c.missing = 'text'", U),
        ("c.missing != 'text'", U),
        ("c.list = [1, 'two', {'three': 3}]", True),
        ("c.list = [1]", False),
        ("c.object.inner = {'deep': 1.0}", True),
        # order: only within one scalar type
        ("c.n < 6", True),
        ("c.n >= 5", True),
        ("c.n > 5", False),
        ("c.s > 'tex'", True),
        ("c.s <= 'Text'", False),
        ("false < true", True),
        ("null <= null", True),
        ("null < null", False),
        ("c.n < '6'", U),
        ("c.t < 2", U),
        ("c.nil < 1", U),
        ("c.missing < 1", U),
        ("c.list < [2]", U),
        ("c.object > {}", U),
        # BETWEEN and IN
        ("c.n BETWEEN 5 AND 6", True),
        ("c.n BETWEEN 6 AND 7", False),
        ("c.n NOT BETWEEN 6 AND 7", True),
        ("c.n NOT BETWEEN 5 AND 7", False),
        ("c.n BETWEEN 'a' AND 7", U),
        ("c.n BETWEEN 'a' AND 4", False),
        ("c.missing BETWEEN 1 AND 2", U),
        ("c.n IN (1, 5)", True),
        ("c.n IN (1, '5')", False),
        ("c.n NOT IN (1, 2)", True),
        ("c.t IN (1)", False),
        ("c.nil IN (null)", True),
        ("c.missing IN (1, undefined)", U),
        ("c.missing NOT IN (1)", U),
        ("c.n IN (c.zero, c.n)", True),
        ("c.n IN (c.missing, c.zero)", False),
        ("c.n NOT IN (c.zero, c.n)", False),
        ("c.missing IN (c.n, 1)", U),
        ("c.list IN ([1, 'two', {'three': 3}])", True),
    ],
)
def test_comparisons(expression: str, expected: Any) -> None:
    assert value(expression, DOCUMENT) is expected


TRUTH = {"true": True, "false": False, "undefined": U, "null": U, "1": U, "'true'": U}


@pytest.mark.parametrize("left", TRUTH)
@pytest.mark.parametrize("right", TRUTH)
def test_and_or_have_three_values_and_take_no_other_type_for_true(left: str, right: str) -> None:
    values = {TRUTH[left], TRUTH[right]}
    both = False if False in values else U if U in values else True
    either = True if True in values else U if U in values else False
    assert value(f"{left} AND {right}") is both
    assert value(f"{left} OR {right}") is either


@pytest.mark.parametrize(
    ("expression", "expected"), [("NOT true", False), ("NOT false", True), ("NOT undefined", U), ("NOT 1", U)]
)
def test_not(expression: str, expected: Any) -> None:
    assert value(expression) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("7 - 2 - 1", 4),
        ("6 / 4", 1.5),
        ("6 / 3", 2),
        ("1 / 0", U),
        ("7 % 3", 1),
        ("-7 % 3", -1),
        ("7.5 % 2", 1.5),
        ("1 % 0", U),
        ("-c.n", -5),
        ("+c.n", 5),
        ("- -3", 3),
        ("~5", -6),
        ("5 & 3", 1),
        ("5 | 3", 7),
        ("5 ^ 3", 6),
        ("4294967296 | 1", 1),
        ("1 | 6 & 4", 5),
        ("1e308 * 10", U),
        ("c.n + '1'", U),
        ("c.n + true", U),
        ("c.n + null", U),
        ("c.n + c.missing", U),
        ("-'5'", U),
        ("-c.t", U),
        ("'a' || 'b' || 'c'", "abc"),
        ("'a' || 1", U),
        ("'a' || c.missing", U),
    ],
)
def test_arithmetic_and_concatenation(expression: str, expected: Any) -> None:
    result = value(expression, DOCUMENT)
    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("c.object.inner.deep", 1),
        ("c['object']['inner'].deep", 1),
        ('c.object["a b"]', 2),
        ("c.list[1]", "two"),
        ("c.list[2].three", 3),
        ("c.list[3]", U),
        ("c.list['0']", U),
        ("c.list[0 + 1]", "two"),
        ("c.list[c.zero]", 1),
        ("c.object[0]", U),
        ("c.object['in' || 'ner']", {"deep": 1}),
        ("c.s.length", U),
        ("c.s[0]", U),
        ("c.nil.a", U),
        ("c.missing.a.b", U),
        ("{'a': {'b': 2}}.a.b", 2),
        ("[4, 5][1]", 5),
        ("@p.a[1]", 9),
        ("c[@name]", 5),
    ],
)
def test_paths(expression: str, expected: Any) -> None:
    assert value(expression, DOCUMENT, p={"a": [8, 9]}, name="n") == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("c.missing ?? 'fallback'", "fallback"),
        ("c.nil ?? 'fallback'", None),
        ("c.missing ?? c.gone ?? 3", 3),
        ("c.missing ?? c.gone", U),
        ("c.t ? 1 : 2", 1),
        ("c.n ? 1 : 2", 2),
        ("c.missing ? 1 : 2", 2),
        ("false ? 1 : true ? 2 : 3", 2),
        ("c.t ? c.missing : 1", U),
        ("1 ? 2 ?? 3 : 4", 4),
        ("IIF(c.t, 'yes', 'no')", "yes"),
        ("IIF(c.n, 'yes', 'no')", "no"),
        ("IIF(c.missing, 'yes', 'no')", "no"),
    ],
)
def test_fallbacks_and_conditions(expression: str, expected: Any) -> None:
    assert value(expression, DOCUMENT) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("[1, c.missing, 2]", [1, 2]),
        ("{'a': c.missing, 'b': null}", {"b": None}),
        ('{plain: 1, "quoted": [c.n]}', {"plain": 1, "quoted": [5]}),
        ("{}", {}),
        ("[]", []),
        ("{'a': 1, 'a': 2}", {"a": 2}),
    ],
)
def test_undefined_members_drop_out_of_what_is_built(expression: str, expected: Any) -> None:
    assert value(expression, DOCUMENT) == expected


@pytest.mark.parametrize(
    ("text", "pattern", "expected"),
    [
        ("pump", "pump", True),
        ("pump", "Pump", False),
        ("pump house", "pump", False),
        ("pump house", "pump%", True),
        ("pump house", "%hou%", True),
        ("pump", "p_mp", True),
        ("pmp", "p_mp", False),
        ("a.c", "a.c", True),
        ("abc", "a.c", False),
        ("line\nbreak", "line%break", True),
        ("bat", "[bc]at", True),
        ("hat", "[bc]at", False),
        ("hat", "[^bc]at", True),
        ("d3", "d[0-5]", True),
        ("d7", "d[0-5]", False),
        ("d-", "d[a-]", True),
        ("a[b", "a[b", True),
        ("", "%", True),
        ("", "", True),
        ("(x)", "(_)", True),
    ],
)
def test_like_matches_the_whole_text(text: str, pattern: str, expected: bool) -> None:
    assert value("c.x LIKE @pattern", {"x": text}, pattern=pattern) is expected
    assert value("c.x NOT LIKE @pattern", {"x": text}, pattern=pattern) is not expected


def test_like_takes_the_character_after_the_escape_literally() -> None:
    documents = [{"x": "50%"}, {"x": "50 percent"}]
    assert rows("SELECT VALUE c.x FROM c WHERE c.x LIKE '50!%' ESCAPE '!'", documents) == ["50%"]


@pytest.mark.parametrize("text", [5, None, True, ["a"]])
def test_like_is_undefined_for_what_is_not_text(text: object) -> None:
    assert value("c.x LIKE '%'", {"x": text}) is U
    assert value("c.x NOT LIKE '%'", {"x": text}) is U
    assert value("'a' LIKE c.x", {"x": text}) is U


def test_where_keeps_only_what_is_true() -> None:
    documents = [{"id": str(place), "x": x} for place, x in enumerate([True, False, None, 1, "true", [True]])]
    documents.append({"id": "none"})
    assert rows("SELECT VALUE c.id FROM c WHERE c.x", documents) == ["0"]
    assert rows("SELECT VALUE c.id FROM c WHERE NOT c.x", documents) == ["1"]


def test_not_binds_tighter_than_comparison() -> None:
    assert value("NOT c.n = 5", DOCUMENT) is U  # (NOT c.n) = 5
    assert value("NOT (c.n = 5)", DOCUMENT) is False
    assert value("NOT c.t = false", DOCUMENT) is True


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 < 2 = true", True),
        ("true = 2 > 1", True),
        ("1 + 1 = 2 AND 2 + 2 = 4", True),
        ("true OR true AND false", True),
        ("(true OR true) AND false", False),
        ("'a' = 'a' || ''", U),  # ('a' = 'a') || ''
        ("'a' = ('a' || '')", True),
        ("1 | 2 = 2", U),  # 1 | (2 = 2)
    ],
)
def test_operators_bind_as_in_the_published_grammar(expression: str, expected: Any) -> None:
    assert value(expression) is expected
