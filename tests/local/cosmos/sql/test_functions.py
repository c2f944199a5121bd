"""The built-in functions on strings, numbers and types."""

from typing import Any

import pytest

from local.cosmos.sql import UNDEFINED
from local.cosmos.sql.functions import BUILTINS
from tests.local.cosmos.sql.running import value

U = UNDEFINED


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("CONTAINS('Pump house', 'house')", True),
        ("CONTAINS('Pump house', 'House')", False),
        ("CONTAINS('Pump house', 'House', true)", True),
        ("CONTAINS('Pump house', 'House', false)", False),
        ("CONTAINS('Pump', '')", True),
        ("CONTAINS('Pump', 1)", U),
        ("CONTAINS(1, '1')", U),
        ("CONTAINS('Pump', 'P', 'true')", U),
        ("CONTAINS('Pump', c.missing)", U),
        ("STARTSWITH('Pump', 'Pu')", True),
        ("STARTSWITH('Pump', 'pu')", False),
        ("STARTSWITH('Pump', 'pu', true)", True),
        ("STARTSWITH(c.missing, 'a')", U),
        ("ENDSWITH('Pump', 'MP', true)", True),
        ("ENDSWITH('Pump', 'MP')", False),
        ("STRINGEQUALS('a', 'A')", False),
        ("STRINGEQUALS('a', 'A', true)", True),
        ("STRINGEQUALS('a', null)", U),
        ("LOWER('ÄB')", "äb"),
        ("UPPER('äb')", "ÄB"),
        ("LOWER(1)", U),
        ("LENGTH('naïve')", 5),
        ("LENGTH('')", 0),
        ("LENGTH(5)", U),
        ("CONCAT('a', 'b', 'c')", "abc"),
        ("CONCAT('a', 1)", U),
        ("INDEX_OF('abcabc', 'c')", 2),
        ("INDEX_OF('abcabc', 'c', 3)", 5),
        ("INDEX_OF('abc', 'x')", -1),
        ("SUBSTRING('abcdef', 1, 3)", "bcd"),
        ("SUBSTRING('abc', 1, 99)", "bc"),
        ("SUBSTRING('abc', 9, 1)", ""),
        ("SUBSTRING('abc', -1, 2)", ""),
        ("SUBSTRING('abc', 0, -1)", ""),
        ("SUBSTRING('abc', 0.5, 1)", U),
        ("SUBSTRING('abc', 1.0, 1)", "b"),
        ("LEFT('abc', 2)", "ab"),
        ("LEFT('abc', 0)", ""),
        ("RIGHT('abc', 2)", "bc"),
        ("RIGHT('abc', 9)", "abc"),
        ("RIGHT('abc', -1)", ""),
        ("RIGHT('abc', 'a')", U),
        ("REPLACE('a-b-c', '-', '+')", "a+b+c"),
        ("REPLACE('abc', '', 'x')", U),
        ("REPLICATE('ab', 3)", "ababab"),
        ("REPLICATE('ab', -1)", U),
        ("REPLICATE('ab', 5001)", U),
        ("REVERSE('abc')", "cba"),
        ("TRIM('  a ')", "a"),
        ("LTRIM('  a ')", "a "),
        ("RTRIM('  a ')", "  a"),
        ("TRIM(1)", U),
        ("STRINGJOIN(['a', 'b'], ', ')", "a, b"),
        ("STRINGJOIN(['a', 1], ', ')", U),
        ("STRINGSPLIT('a,b,,c', ',')", ["a", "b", "", "c"]),
        ("STRINGSPLIT('abc', '')", ["abc"]),
        ("RegexMatch('Well A-12', '[A-Z]-\\\\d+')", True),
        ("RegexMatch('abcd', 'ABC')", False),
        ("RegexMatch('abcd', 'ABC', 'i')", True),
        ("RegexMatch('a\\nb', '^b$', 'm')", True),
        ("RegexMatch('a\\nb', 'a.b', 's')", True),
        ("RegexMatch('ab', 'a b', 'x')", True),
        ("RegexMatch('ab', 'a', 'q')", U),
        ("RegexMatch(1, 'a')", U),
    ],
)
def test_text_functions(expression: str, expected: Any) -> None:
    assert value(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("ABS(-2)", 2),
        ("CEILING(1.2)", 2),
        ("FLOOR(-1.2)", -2),
        ("ROUND(2.5)", 3),
        ("ROUND(-2.5)", -3),
        ("ROUND(2.4)", 2),
        ("ROUND(1.005, 2)", 1.01),
        ("ROUND(1234, -2)", 1200),
        ("ROUND(1.5, 0.5)", U),
        ("TRUNC(-2.7)", -2),
        ("SIGN(-2.5)", -1),
        ("SIGN(0)", 0),
        ("SQRT(9)", 3.0),
        ("SQRT(-1)", U),
        ("SQUARE(3)", 9),
        ("POWER(2, 10)", 1024),
        ("POWER(2, 0.5)", 2**0.5),
        ("POWER(0, -1)", U),
        ("POWER(10, 400)", U),
        ("EXP(0)", 1.0),
        ("LOG(1)", 0.0),
        ("LOG(8, 2)", 3.0),
        ("LOG(0)", U),
        ("LOG10(1000)", 3.0),
        ("COT(0)", U),
        ("ATN2(0, 1)", 0.0),
        ("DEGREES(PI())", 180.0),
        ("RADIANS(180)", 3.141592653589793),
        ("ABS('1')", U),
        ("ABS(true)", U),
        ("ABS(c.missing)", U),
        ("INTADD(2, 3.0)", 5),
        ("INTADD(2, 0.5)", U),
        ("INTADD(9223372036854775807, 1)", U),
        ("INTSUB(2, 3)", -1),
        ("INTMUL(4, 5)", 20),
        ("INTDIV(-7, 2)", -3),
        ("INTDIV(7, 0)", U),
        ("INTMOD(-7, 2)", -1),
        ("INTBITAND(12, 10)", 8),
        ("INTBITOR(12, 10)", 14),
        ("INTBITXOR(12, 10)", 6),
        ("INTBITNOT(0)", -1),
        ("INTBITLEFTSHIFT(1, 4)", 16),
        ("INTBITLEFTSHIFT(1, 64)", U),
        ("INTBITRIGHTSHIFT(16, 4)", 1),
        ("NUMBERBIN(37, 10)", 30),
        ("NUMBERBIN(-1.5)", -2),
        ("NUMBERBIN(1, 0)", U),
    ],
)
def test_number_functions(expression: str, expected: Any) -> None:
    assert value(expression) == (expected if type(expected) is not float else pytest.approx(expected))


def test_rand_is_a_fraction() -> None:
    assert 0 <= value("RAND()") < 1


TESTS = ("DEFINED", "NULL", "BOOL", "NUMBER", "INTEGER", "FINITE_NUMBER", "STRING", "ARRAY", "OBJECT", "PRIMITIVE")
BOOLEANS = {"DEFINED", "BOOL", "PRIMITIVE"}
WHOLE = {"DEFINED", "NUMBER", "INTEGER", "FINITE_NUMBER", "PRIMITIVE"}


@pytest.mark.parametrize(
    ("document", "true_of_it"),
    [
        ({}, set()),
        ({"x": None}, {"DEFINED", "NULL", "PRIMITIVE"}),
        ({"x": True}, BOOLEANS),
        ({"x": False}, BOOLEANS),
        ({"x": 1}, WHOLE),
        ({"x": 5.0}, WHOLE),
        ({"x": 1.5}, WHOLE - {"INTEGER"}),
        ({"x": 2**64}, WHOLE - {"INTEGER"}),
        ({"x": ""}, {"DEFINED", "STRING", "PRIMITIVE"}),
        ({"x": []}, {"DEFINED", "ARRAY"}),
        ({"x": {}}, {"DEFINED", "OBJECT"}),
    ],
)
def test_type_tests_are_true_or_false_never_undefined(document: dict[str, Any], true_of_it: set[str]) -> None:
    for test in TESTS:
        assert value(f"IS_{test}(c.x)", document) is (test in true_of_it), test


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("ToString('a')", "a"),
        ("ToString(1)", "1"),
        ("ToString(1.0)", "1"),
        ("ToString(1.5)", "1.5"),
        ("ToString(true)", "true"),
        ("ToString(null)", "null"),
        ("ToString([1, 'é', {'a': 2.0}])", '[1,"é",{"a":2}]'),
        ("ToString(c.missing)", U),
        ("StringToNumber('1.50')", 1.5),
        ("StringToNumber(' 7 ')", 7),
        ("StringToNumber('-1e3')", -1000.0),
        ("StringToNumber('1e999')", U),
        ("StringToNumber('0x10')", U),
        ("StringToNumber('')", U),
        ("StringToNumber(7)", U),
        ("StringToBoolean('true')", True),
        ("StringToBoolean(' false ')", False),
        ("StringToBoolean('True')", U),
        ("StringToBoolean('1')", U),
        ("StringToNull('null')", None),
        ("StringToNull('Null')", U),
        ("StringToArray('[1, \"a\"]')", [1, "a"]),
        ("StringToArray('{}')", U),
        ("StringToArray('[NaN]')", U),
        ("StringToObject('{\"a\": [1]}')", {"a": [1]}),
        ("StringToObject('[1')", U),
    ],
)
def test_conversions(expression: str, expected: Any) -> None:
    assert value(expression) == expected
    assert type(value(expression)) is type(expected)


@pytest.mark.parametrize("name", sorted(BUILTINS))
def test_every_function_takes_any_values_without_failing(name: str) -> None:
    builtin = BUILTINS[name]
    odd: list[Any] = [U, None, True, -1, 2.5, 10**30, "text", [1], {"a": 1}]
    for count in range(builtin.least, (builtin.most if builtin.most is not None else builtin.least + 1) + 1):
        for first in odd:
            for rest in odd:
                result = builtin.apply(*([first] + [rest] * (count - 1))[:count])
                assert result is U or type(result) in (type(None), bool, int, float, str, list, dict)
