"""What becomes of values when a field is given another type."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.document_types.conversion import Converted, Refused, as_written, convert
from shared.document_types.fields import FieldSpec, can_become
from shared.document_types.validation import normalised
from shared.kit.ids import new_id
from shared.kit.units import UNITS
from tests.document_types import a_field

TEXT, DATE, NUMBER, FEET = a_field("text"), a_field("date"), a_field("number"), a_field("number", unit="ft")
CHOICE = a_field("choice", options=("Drill", "12 ft", "2026-05-04"))


def a_number(value: float, unit: str | None, si: float) -> dict[str, Any]:
    return {"value": value, "unit": unit, "si": si}


@pytest.mark.parametrize(
    ("value", "before", "after", "expected"),
    [
        ("12.5", TEXT, NUMBER, Converted(a_number(12.5, None, 12.5), True)),
        ("-3", TEXT, NUMBER, Converted(a_number(-3, None, -3.0), True)),
        ("1e3", TEXT, NUMBER, Converted(a_number(1000, None, 1000.0), False)),
        (" 10 FT ", TEXT, FEET, Converted(a_number(10, "ft", 3.048), False)),
        ("10m", TEXT, FEET, Converted(a_number(10, "m", 10.0), False)),
        ("10", TEXT, FEET, Converted(a_number(10, "ft", 3.048), False)),
        (a_number(10, None, 10.0), NUMBER, FEET, Converted(a_number(10, "ft", 3.048), False)),
        (a_number(12.5, "ft", 3.81), FEET, TEXT, Converted("12.5 ft", True)),
        (a_number(12.0, None, 12.0), NUMBER, TEXT, Converted("12", True)),
        (a_number(12, "ft", 3.6576), FEET, CHOICE, Converted("12 ft", True)),
        (a_number(1, "m", 1.0), FEET, a_field("number", unit="m"), Converted(a_number(1, "m", 1.0), True)),
        ("DRILL", TEXT, CHOICE, Converted("Drill", False)),
        ("Drill", CHOICE, TEXT, Converted("Drill", True)),
        ("2026-05-04", TEXT, DATE, Converted("2026-05-04", True)),
        ("4 May 2026", TEXT, DATE, Converted("2026-05-04", False)),
        ("04-MAY-2026", TEXT, DATE, Converted("2026-05-04", False)),
        ("2026-05-04", DATE, TEXT, Converted("2026-05-04", True)),
        ("2026-05-04", DATE, CHOICE, Converted("2026-05-04", True)),
        ("https://a.example/", TEXT, a_field("link"), Converted("https://a.example/", True)),
        ("https://a.example/", a_field("link"), TEXT, Converted("https://a.example/", True)),
    ],
)
def test_values_go_by_the_way_people_write_them(value: Any, before: FieldSpec, after: FieldSpec, expected: Any) -> None:
    assert convert(value, before, after) == expected


@pytest.mark.parametrize(
    ("value", "before", "after", "code"),
    [
        ("1,234.5", TEXT, NUMBER, "number_expected"),
        ("12,5", TEXT, NUMBER, "number_expected"),
        ("about 12", TEXT, NUMBER, "number_expected"),
        ("\u0661\u0662", TEXT, NUMBER, "number_expected"),
        ("9" * 400, TEXT, NUMBER, "number_too_large"),
        ("10 ft", TEXT, NUMBER, "unit_not_allowed"),
        ("10 psi", TEXT, FEET, "unit_unknown"),
        ("10 parsec", TEXT, FEET, "unit_unknown"),
        ("10", TEXT, a_field("number", minimum=11), "too_small"),
        ("04/05/2026", TEXT, DATE, "date_expected"),
        ("31 Feb 2026", TEXT, DATE, "date_expected"),
        ("1 Foo 2026", TEXT, DATE, "date_expected"),
        ("Sail", TEXT, CHOICE, "option_unknown"),
        ("12345", TEXT, a_field("text", max_length=4), "too_long"),
        ("www.example", TEXT, a_field("link"), "link_expected"),
        (a_number(10, "ft", 3.048), FEET, a_field("number", unit="psi"), "not_convertible"),
        (a_number(10, "ft", 3.048), FEET, NUMBER, "not_convertible"),
        ("Olga", TEXT, a_field("user"), "not_convertible"),
        (new_id(), a_field("user"), TEXT, "not_convertible"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_reason(
    value: Any, before: FieldSpec, after: FieldSpec, code: str
) -> None:
    outcome = convert(value, before, after)
    assert isinstance(outcome, Refused)
    assert (outcome.code, bool(outcome.message)) == (code, True)


def test_people_stay_people() -> None:
    somebody = new_id()
    assert convert(somebody, a_field("user"), a_field("user", required=True)) == Converted(somebody, True)


@given(st.floats(-1e15, 1e15) | st.integers(-(10**15), 10**15), st.sampled_from(sorted(UNITS)))
def test_a_number_survives_being_a_text(value: float, unit: str) -> None:
    field = a_field("number", unit=unit)
    number = normalised(field, {"value": abs(value), "unit": unit}, lambda _: None)
    text = convert(number, field, TEXT)
    assert isinstance(text, Converted)
    back = convert(text.value, TEXT, field)
    assert isinstance(back, Converted)
    assert back.value == number


@given(st.text(max_size=200), st.sampled_from([NUMBER, FEET, DATE, CHOICE, a_field("link")]))
def test_any_text_is_converted_or_refused(text: str, after: FieldSpec) -> None:
    outcome = convert(text, TEXT, after)
    assert can_become(TEXT.shape, after.shape)
    if isinstance(outcome, Converted) and outcome.value is not None:
        assert as_written(after, normalised(after, outcome.value, lambda _: None)) == as_written(after, outcome.value)
