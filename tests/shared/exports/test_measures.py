"""Figures in the unit of a column: as finely as they were entered, and exactly what the kit says."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.exports.measures import UnitSystem, figure, figure_text, plain, unit_of
from shared.kit.units import UNITS, shown

PAIRS = [(one, other) for one in UNITS for other in UNITS if one != other and UNITS[one].kind == UNITS[other].kind]


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 3)), st.sampled_from(PAIRS))
def test_a_figure_is_the_one_that_people_are_shown(value: float, pair: tuple[str, str]) -> None:
    unit, into = pair
    found = figure({"value": value, "unit": unit}, into)
    assert found == float(shown(value, unit, into))
    assert math.copysign(1, found) == 1 or found != 0
    assert figure_text({"value": value, "unit": unit}, into).startswith(shown(value, unit, into))


@pytest.mark.parametrize(("value", "expected"), [(0.5, 0.08), (12.5, 1.99), (-457.84, -72.79)])
def test_liquids_in_barrels_become_cubic_metres_at_standard_conditions(value: float, expected: float) -> None:
    """Finely enough for the step of 0.1 and 0.01 bbl: 0.016 and 0.0016 m3."""
    decimals = 2 if abs(value) < 100 else 3
    assert figure({"value": value, "unit": "bbl"}, "Sm3") == pytest.approx(round(value * 0.158987294928, decimals))
    assert round(figure({"value": value, "unit": "bbl"}, "Sm3") or 0, 2) == expected


def test_what_is_missing_stays_missing() -> None:
    for missing in (None, {"value": None, "unit": "m"}):
        assert figure(missing, "ft") is None
        assert figure_text(missing, "ft") == ""
        assert plain(missing, "ft") is None
    assert figure({"value": 0, "unit": "m"}, "ft") == 0


def test_a_unit_of_another_kind_is_not_made_up() -> None:
    choke = {"value": 24, "unit": "1/64 in"}
    assert figure(choke, "%") is None
    assert plain(choke, "%") is None
    assert figure_text(choke, "%") == "24 1/64 in"


def test_systems_choose_among_the_units_of_the_field() -> None:
    assert unit_of(UnitSystem.FIELD, ("Sm3", "bbl")) == "bbl"
    assert unit_of(UnitSystem.FIELD, ("Sm3", "Mscf")) == "Mscf"
    assert unit_of(UnitSystem.METRIC, ("ft.lbf", "N.m", "kN.m")) == "kN.m"
    assert unit_of(UnitSystem.METRIC, ("in", "mm")) == "mm"
    assert unit_of(UnitSystem.FIELD, ("cP",)) == "cP"
    assert unit_of(UnitSystem.METRIC, ("gal",)) == "gal"
    assert unit_of(UnitSystem.METRIC, ("%", "1/64 in")) is None
    assert unit_of(UnitSystem.ENTERED, ("m", "ft")) is None


def test_what_a_sum_left_behind_a_figure_is_not_shown() -> None:
    """28.8 m of 42 stands; a cell keeps the figure as it was entered."""
    depth = {"value": 28.8 * 42, "unit": "m"}
    assert depth["value"] != 1209.6
    assert figure_text(depth, None) == "1209.6 m"
    assert figure_text(depth, "ft") == "3968.5 ft"
    assert figure(depth, "ft") == 3968.5
    assert figure(depth, None) == depth["value"]
