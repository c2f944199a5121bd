"""Values of custom fields against the version of a type."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.document_types.fields import FieldSpec
from shared.document_types.validation import named_users, validate_fields
from shared.errors import Invalid
from shared.kit.ids import new_id
from tests.document_types import a_field, a_type

SOMEBODY = new_id()


def stored(field: FieldSpec, value: Any) -> Any:
    return validate_fields(a_type(field), {field.key: value}, find_user={SOMEBODY}.__contains__).get(field.key)


def refusal(field: FieldSpec, value: Any) -> str:
    with pytest.raises(Invalid) as refused:
        stored(field, value)
    (fault,) = refused.value.fields
    assert fault.field == f"fields.{field.key}"
    assert fault.message
    return fault.code


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (a_field("text"), "  A\u030as  ", "\u00c5s"),
        (a_field("text", max_length=3), "abc", "abc"),
        (a_field("text", pattern=r"\d{2}/\d"), "15/9", "15/9"),
        (a_field("date"), "2028-02-29", "2028-02-29"),
        (a_field("date", earliest="2026-01-01", latest="2026-01-01"), "2026-01-01", "2026-01-01"),
        (a_field("choice", options=("Spud", "Åre")), "A\u030are", "Åre"),
        (a_field("user"), SOMEBODY, SOMEBODY),
        (a_field("link"), "https://docs.example:8443/a?b=%20c#d", "https://docs.example:8443/a?b=%20c#d"),
        (a_field("number"), 12, {"value": 12, "unit": None, "si": 12.0}),
        (a_field("number", unit="m"), 12.5, {"value": 12.5, "unit": "m", "si": 12.5}),
        (a_field("number", unit="m"), {"value": 100, "unit": "ft"}, {"value": 100, "unit": "ft", "si": 30.48}),
        (a_field("number", unit="degC"), {"value": -40, "unit": "degF"}, {"value": -40, "unit": "degF", "si": 233.15}),
        (a_field("number", unit="ft", minimum=0.1, maximum=0.1), 0.1, {"value": 0.1, "unit": "ft", "si": 0.03048}),
    ],
)
def test_values_have_one_stored_form_and_keep_it(field: FieldSpec, value: Any, expected: Any) -> None:
    assert stored(field, value) == expected
    assert stored(field, expected) == expected


@pytest.mark.parametrize("kind", ["text", "number", "date", "choice", "user", "link"])
@pytest.mark.parametrize("value", [None, "", "   "])
def test_nothing_is_no_value_and_refused_where_one_is_required(kind: str, value: Any) -> None:
    options = {"options": ("a",)} if kind == "choice" else {}
    assert stored(a_field(kind, **options), value) is None
    assert refusal(a_field(kind, required=True, **options), value) == "required"


@pytest.mark.parametrize("kind", ["text", "number", "date", "choice", "user", "link"])
@pytest.mark.parametrize("value", [True, [], ["a"], {}, {"a": 1}, {"value": "1"}, {"value": 1, "unit": [], "x": 0}])
def test_the_wrong_kind_of_json_is_refused(kind: str, value: Any) -> None:
    options = {"options": ("a",)} if kind == "choice" else {}
    assert refusal(a_field(kind, **options), value) == ("number_expected" if kind == "number" else "text_expected")


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        (a_field("text"), "x" * 201, "too_long"),
        (a_field("text", max_length=3), "abcd", "too_long"),
        (a_field("text"), "a\u0000b", "value_error"),
        (a_field("text"), "a\u202eb", "value_error"),
        (a_field("text"), "\ud800", "value_error"),
        (a_field("text", pattern=r"\d+"), "12a", "pattern"),
        (a_field("number"), "12", "number_expected"),
        (a_field("number"), math.nan, "number_too_large"),
        (a_field("number"), math.inf, "number_too_large"),
        (a_field("number"), 10**400, "number_too_large"),
        (a_field("number"), {"value": 1, "unit": "m"}, "unit_not_allowed"),
        (a_field("number", unit="m"), {"value": 1, "unit": "psi"}, "unit_unknown"),
        (a_field("number", unit="m"), {"value": 1, "unit": None}, "unit_unknown"),
        (a_field("number", unit="m3"), {"value": 1, "unit": "Sm3"}, "unit_unknown"),
        (a_field("number", unit="degC"), {"value": -274, "unit": "degC"}, "too_small"),
        (a_field("number", unit="m", minimum=1), {"value": 3, "unit": "ft"}, "too_small"),
        (a_field("number", unit="m", maximum=1), {"value": 4, "unit": "ft"}, "too_large"),
        (a_field("date"), "2026-02-29", "date_expected"),
        (a_field("date"), "20260504", "date_expected"),
        (a_field("date"), "2026-W19-1", "date_expected"),
        (a_field("date"), "\u0662\u0660\u0662\u0666-05-04", "date_expected"),
        (a_field("date"), "2026-05-04T00:00:00Z", "date_expected"),
        (a_field("date", earliest="2026-05-05"), "2026-05-04", "too_early"),
        (a_field("date", latest="2026-05-03"), "2026-05-04", "too_late"),
        (a_field("choice", options=("Spud",)), "spud", "option_unknown"),
        (a_field("user"), new_id(), "unknown_user"),
        (a_field("user"), "x", "unknown_user"),
        (a_field("link"), "http://docs.example", "link_expected"),
        (a_field("link"), "javascript:alert(1)", "link_expected"),
        (a_field("link"), "https://", "link_expected"),
        (a_field("link"), "https://user:secret@docs.example", "link_expected"),
        (a_field("link"), "https://good.example\\@evil.example", "link_expected"),
        (a_field("link"), "https://d\u043ecs.example", "link_expected"),
        (a_field("link"), "https://docs.example/a b", "link_expected"),
        (a_field("link"), "https://docs.example:99999/", "link_expected"),
        (a_field("link"), "https://[::1", "link_expected"),
        (a_field("link"), "https://docs.example/" + "x" * 2000, "link_expected"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_name(field: FieldSpec, value: Any, code: str) -> None:
    assert refusal(field, value) == code


def test_everything_that_is_wrong_is_said_at_once() -> None:
    kept_to = a_type(a_field("text", key="a", required=True), a_field("date", key="b"), a_field("text", key="c"))
    with pytest.raises(Invalid) as refused:
        validate_fields(kept_to, {"b": "soon", "c": "fine", "x" * 1000: 1, "y": None}, find_user=lambda _: None)
    assert [(fault.field, fault.code) for fault in refused.value.fields] == [
        ("fields." + "x" * 40, "unknown_field"),
        ("fields.y", "unknown_field"),
        ("fields.a", "required"),
        ("fields.b", "date_expected"),
    ]


def test_a_flood_of_unknown_fields_is_answered_shortly() -> None:
    with pytest.raises(Invalid) as refused:
        validate_fields(a_type(), {f"k{number}": 1 for number in range(10_000)}, find_user=lambda _: None)
    assert len(refused.value.fields) == 50


def test_values_come_in_the_order_of_the_type() -> None:
    kept_to = a_type(a_field(key="b"), a_field(key="a"))
    assert list(validate_fields(kept_to, {"a": "1", "b": "2"}, find_user=lambda _: None)) == ["b", "a"]


def test_only_what_can_be_an_id_is_looked_up() -> None:
    kept_to = a_type(
        a_field("user", key="a"), a_field("user", key="b"), a_field("text", key="c"), a_field("user", key="d")
    )
    assert named_users(kept_to, {"a": SOMEBODY, "b": "' OR 1=1", "c": new_id(), "d": [SOMEBODY]}) == {SOMEBODY}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.sampled_from(["text", "number", "date", "choice", "user", "link"]), ANYTHING)
def test_any_json_is_stored_or_refused(kind: str, value: Any) -> None:
    """And what is stored is taken again as it is."""
    field = a_field(kind, **({"options": ("a",)} if kind == "choice" else {}))
    try:
        once = stored(field, value)
    except Invalid:
        return
    assert stored(field, once) == once
