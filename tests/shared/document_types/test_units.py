"""Figures out of NIST SP 811 (appendix B), not out of our table."""

import pytest

from shared.document_types.units import UNITS, known_unit

PUBLISHED = [
    ("ft", 1, 0.3048),
    ("in", 1, 0.0254),
    ("psi", 1, 6894.757),
    ("bar", 1, 1e5),
    ("bbl", 1, 0.1589873),
    ("gal", 1, 3.785412e-3),
    ("ft3", 1, 0.02831685),
    ("lb", 1, 0.45359237),
    ("ppg", 1, 119.8264),
    ("g/cm3", 1.2, 1200),
    ("degC", 20, 293.15),
    ("degF", 212, 373.15),
    ("degF", -459.67, 0),
    ("gpm", 1, 6.309020e-5),
    ("bbl/d", 1, 1.840131e-6),
    ("ft/h", 1, 8.466667e-5),
    ("cP", 1, 1e-3),
    ("t", 1, 1000),
    ("d", 1, 86400),
    ("Sm3", 12.5, 12.5),
]


@pytest.mark.parametrize(("unit", "value", "si"), PUBLISHED)
def test_factors_are_the_published_ones(unit: str, value: float, si: float) -> None:
    assert UNITS[unit].to_si(value) == pytest.approx(si, rel=1e-6)


def test_nothing_is_lost_in_steps() -> None:
    """0.1 * 0.3048 in floats is 0.030480000000000004."""
    assert UNITS["ft"].to_si(0.1) == 0.03048
    assert UNITS["degC"].to_si(0.1) == 273.25


def test_gas_at_standard_conditions_is_no_volume_in_the_reservoir() -> None:
    assert UNITS["Sm3"].kind != UNITS["m3"].kind


@pytest.mark.parametrize("name", ["", "furlong", "M", "FT", "\u00b0C", "m\u00b3"])
def test_units_are_written_in_one_way(name: str) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        known_unit(name)
