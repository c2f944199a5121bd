"""The order and equality of values."""

import itertools

import pytest

from local.cosmos.sql import UNDEFINED, compare
from local.cosmos.sql.values import equal, identity, sort_key

IN_ORDER = [
    UNDEFINED,
    None,
    False,
    True,
    -1.5,
    0,
    1,
    2**53 + 1,
    "",
    "A",
    "a",
    "a\0",
    "é",
    "\ue000",
    "\U0001f6e2",
    [],
    [1],
    [1, 2],
    [2],
    {},
    {"a": 1},
    {"a": 1, "b": 0},
    {"a": 2},
    {"b": 0},
]


@pytest.mark.parametrize(("smaller", "larger"), list(itertools.pairwise(IN_ORDER)))
def test_types_and_values_have_one_total_order(smaller: object, larger: object) -> None:
    assert compare(smaller, larger) == -1
    assert compare(larger, smaller) == 1
    assert sort_key(smaller) < sort_key(larger)


@pytest.mark.parametrize("value", IN_ORDER)
def test_a_value_compares_equal_to_itself(value: object) -> None:
    assert compare(value, value) == 0


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (1, 1.0, True),
        (0.0, -0.0, True),
        (True, 1, False),
        (False, 0, False),
        (None, False, False),
        ("1", 1, False),
        ([1, 2], [1.0, 2], True),
        ([1, True], [1, 1], False),
        ({"a": 1, "b": [None]}, {"b": [None], "a": 1}, True),
        ({"a": 1}, {"a": True}, False),
        ({"a": 1}, {"a": 1, "b": None}, False),
        ([], {}, False),
    ],
)
def test_equality_is_deep_and_keeps_types_apart(left: object, right: object, same: bool) -> None:
    assert equal(left, right) is same
    assert (identity(left) == identity(right)) is same


def test_undefined_is_falsy_and_says_what_it_is() -> None:
    assert not UNDEFINED
    assert repr(UNDEFINED) == "undefined"
