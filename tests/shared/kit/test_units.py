"""Figures out of NIST SP 811 (appendix B) and of pint, not out of our table."""

import functools

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.kit.units import UNITS, convert, known_unit, shown

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
    ("klbf", 1, 4448.222),
    ("ft.lbf", 1, 1.355818),
    ("deg", 1, 1.745329e-2),
    ("kn", 1, 0.5144444),
    ("rpm", 1, 0.1047198),
    ("lb/100ft2", 1, 0.4788026),
]

PINT = {
    "m": "m", "ft": "ft", "in": "inch", "1/64 in": "inch / 64", "mm": "mm", "cm": "cm", "km": "km",
    "Pa": "Pa", "kPa": "kPa", "MPa": "MPa", "bar": "bar", "psi": "psi", "lb/100ft2": "lbf / (100 ft^2)",
    "m3": "m^3", "L": "L", "bbl": "oil_barrel", "gal": "gallon", "ft3": "ft^3",
    "kg": "kg", "g": "g", "t": "tonne", "lb": "lb",
    "N": "N", "kN": "kN", "klbf": "1000 lbf", "tf": "1000 kgf",
    "N.m": "N m", "kN.m": "kN m", "ft.lbf": "ft lbf",
    "kg/m3": "kg / m^3", "g/cm3": "g / cm^3", "ppg": "lb / gallon",
    "g/L": "g / L", "mg/L": "mg / L",
    "s": "s", "min": "min", "h": "h", "d": "day",
    "m3/s": "m^3 / s", "m3/d": "m^3 / day", "bbl/d": "oil_barrel / day", "L/min": "L / min", "gpm": "gallon / min",
    "m/s": "m / s", "m/h": "m / h", "ft/h": "ft / h", "kn": "knot",
    "rad/s": "rad / s", "rpm": "revolution / min", "rad": "rad", "deg": "deg",
    "rad/m": "rad / m", "deg/30m": "deg / (30 m)", "deg/100ft": "deg / (100 ft)",
    "Pa.s": "Pa s", "cP": "centipoise", "fraction": "dimensionless", "%": "percent",
    "K": "K", "degC": "degC", "degF": "degF",
}  # fmt: skip
GAS = {"Sm3", "MSm3", "scf", "Mscf", "MMscf", "Sm3/s", "Sm3/d", "Mscf/d", "MMscf/d"}  # pint knows no conditions


@functools.cache
def registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize(("unit", "value", "si"), PUBLISHED)
def test_factors_are_the_published_ones(unit: str, value: float, si: float) -> None:
    assert UNITS[unit].to_si(value) == pytest.approx(si, rel=1e-6)


def test_pint_is_asked_about_every_unit() -> None:
    assert PINT.keys() | GAS == UNITS.keys()


@pytest.mark.parametrize("unit", PINT)
@pytest.mark.parametrize("value", [1, 12.5, -40])
def test_pint_agrees(unit: str, value: float) -> None:
    ureg = registry()
    expression = PINT[unit]
    # an expression with a number in it ("inch / 64") is a quantity; the others are units, some with an offset
    quantity = (
        value * ureg.parse_expression(expression)
        if any(map(str.isdigit, expression))
        else ureg.Quantity(value, expression)
    )
    assert UNITS[unit].to_si(value) == pytest.approx(quantity.to_base_units().magnitude, rel=1e-12)


@pytest.mark.parametrize("unit", sorted(GAS))
def test_gas_is_brought_from_one_standard_to_the_other_as_an_ideal_gas(unit: str) -> None:
    """Volume goes with absolute temperature at one pressure; the temperatures are pint's."""
    ureg = registry()
    warm = ureg.Quantity(60, "degF").to("K").magnitude / ureg.Quantity(15, "degC").to("K").magnitude
    factor = {"MSm3": 1e6, "scf": 1.0, "Mscf": 1e3, "MMscf": 1e6}.get(unit.removesuffix("/d").removesuffix("/s"), 1.0)
    if "scf" in unit:
        factor *= ureg.Quantity(1, "ft^3").to("m^3").magnitude / warm
    assert UNITS[unit].to_si(1) == pytest.approx(factor / (86400 if unit.endswith("/d") else 1), rel=1e-12)


def test_a_standard_cubic_metre_is_the_published_number_of_standard_cubic_feet() -> None:
    assert convert(1, "Sm3", "scf") == pytest.approx(35.3828, abs=5e-5)


def test_nothing_is_lost_in_steps() -> None:
    """0.1 * 0.3048 in floats is 0.030480000000000004."""
    assert UNITS["ft"].to_si(0.1) == 0.03048
    assert UNITS["degC"].to_si(0.1) == 273.25


def test_gas_at_standard_conditions_is_no_volume_in_the_reservoir() -> None:
    assert UNITS["Sm3"].kind != UNITS["m3"].kind
    with pytest.raises(ValueError, match="standard volume"):
        convert(1, "m3", "Sm3")


@pytest.mark.parametrize("name", ["", "furlong", "M", "FT", "\u00b0C", "m\u00b3"])
def test_units_are_written_in_one_way(name: str) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        known_unit(name)


@pytest.mark.parametrize(
    ("value", "unit", "into", "text"),
    [
        (12.5, "ft", None, "12.5"),
        (3000.0, "m", None, "3000"),
        (12.5, "ft", "m", "3.81"),
        (3000, "m", "ft", "9843"),
        (1.25, "g/cm3", "ppg", "10.43"),
        (40, "degC", "degF", "104"),
        (36.6, "degC", "degF", "97.9"),
        (0, "degC", "degF", "32"),
        (-0.0, "m", "ft", "0"),
        (-0.4, "m", "m", "-0.4"),
        (1e-07, "m", None, "0.0000001"),
        (1, "MSm3", "Sm3", "1000000"),
        (0.125, "in", "1/64 in", "8.00"),
        (2.5, "m", "mm", "2500"),
        (0.1, "Mscf", "Sm3", "3"),
        (1e15, "m", "km", "1000000000000.00"),
    ],
)
def test_figures_are_shown_as_finely_as_they_were_entered(value: float, unit: str, into: str | None, text: str) -> None:
    assert shown(value, unit, into) == text


@given(
    st.decimals(min_value=-9999, max_value=9999, places=2).map(float),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(sorted(UNITS)),
)
def test_what_is_shown_is_within_the_step_that_was_entered(value: float, unit: str, into: str) -> None:
    if UNITS[unit].kind != UNITS[into].kind:
        return
    back = convert(float(shown(value, unit, into)), into, unit)
    decimals = len(repr(value).partition(".")[2].rstrip("0"))
    # half a step of the figure that is shown, which is at most a whole step of the entered one; or 15 digits
    assert abs(back - value) <= max(10.0**-decimals / 2 * 1.001, abs(value) * 1e-13)
