"""The vectors are also run by the page (`web/tests/reports.test.ts`): same file, same results to the last digit."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.reports.rules.expressions import Scope, compiled
from shared.reports.rules.operators import FACTORS, OPERATORS

VECTORS = json.loads((Path(__file__).parent / "vectors" / "expressions.json").read_text(encoding="utf-8"))
CODES = {name: frozenset(codes) for name, codes in VECTORS["codes"].items()}
SCOPE = Scope(VECTORS["payload"], VECTORS["context"], CODES)


@pytest.mark.parametrize(("expression", "result"), VECTORS["vectors"], ids=json.dumps)
def test_an_expression_comes_to(expression: Any, result: Any) -> None:
    found = compiled(expression)(SCOPE)
    assert found == result
    assert isinstance(found, bool) is isinstance(result, bool)


def test_every_operator_has_vectors() -> None:
    used = json.dumps([expression for expression, _ in VECTORS["vectors"]])
    assert [name for name in OPERATORS if f'"{name}":' not in used] == []


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.text(max_size=5),
    st.sampled_from(
        [[], {}, [1], {"value": None, "unit": "m"}, {"value": 1, "unit": None}, {"value": True, "unit": {}}]
    ),
)


@given(st.sampled_from(sorted(OPERATORS)), st.lists(VALUES, min_size=4, max_size=4))
def test_nothing_that_is_in_a_payload_makes_an_operator_fail(name: str, values: list[Any]) -> None:
    fewest, most, _ = OPERATORS[name]
    places = [{"get": f"/{place}"} for place in range(max(fewest, min(most, 3)))]
    if name == "find":
        places[1], places[3] = "/name", "/onHand"  # type: ignore[assignment]
    if name == "startsWith":
        places[1] = "x"  # type: ignore[assignment]
    result = compiled({name: places})(Scope(values, None, {}))
    assert result is None or isinstance(result, bool | float | str | int | list | dict)


@pytest.mark.parametrize("expression", [{"+": []}, {"-": [1]}, {"no such": 1}, {"+": 1, "-": 2}, [1], {"in": [1]}])
def test_what_is_no_expression_is_refused_when_it_is_read(expression: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        compiled(expression)


def test_factors_are_those_of_the_kit() -> None:
    assert FACTORS["ft"] == (0.3048, 0.0)
    assert FACTORS["degF"] == pytest.approx((5 / 9, 459.67 * 5 / 9))
