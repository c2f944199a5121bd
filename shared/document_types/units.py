"""Units a number may carry, each with what it measures and the exact way to its SI value.

Factors are the definitions, not rounded figures: the international foot and pound (NIST SP 811, appendix B), the barrel of 42 US
gallons of 231 cubic inches, standard gravity 9.80665 m/s2. Volumes of gas at standard conditions (Sm3) are a kind of their own:
no factor leads from there to a volume as it is in the reservoir, nor to standard cubic feet of other conditions.
"""

from dataclasses import dataclass
from fractions import Fraction

_INCH = Fraction("0.0254")
_FOOT = 12 * _INCH
_POUND = Fraction("0.45359237")
_GALLON = 231 * _INCH**3
_BARREL = 42 * _GALLON
_PSI = _POUND * Fraction("9.80665") / _INCH**2
_DAY = Fraction(86400)


@dataclass(frozen=True, slots=True)
class Unit:
    """SI value = `factor` * value + `offset`, in the SI unit of `kind`."""

    kind: str
    factor: Fraction
    offset: Fraction = Fraction(0)

    def to_si(self, value: float) -> float:
        """Exact until the last step, which rounds once. Errors: OverflowError beyond what a float holds."""
        return float(Fraction(repr(value)) * self.factor + self.offset)


_FACTORS: dict[str, dict[str, Fraction]] = {
    "length": {"m": Fraction(1), "ft": _FOOT, "in": _INCH, "mm": Fraction(1, 1000), "cm": Fraction(1, 100), "km": Fraction(1000)},
    "pressure": {"Pa": Fraction(1), "kPa": Fraction(1000), "MPa": Fraction(10**6), "bar": Fraction(10**5), "psi": _PSI},
    "volume": {"m3": Fraction(1), "L": Fraction(1, 1000), "bbl": _BARREL, "gal": _GALLON, "ft3": _FOOT**3},
    "standard volume": {"Sm3": Fraction(1), "MSm3": Fraction(10**6)},
    "mass": {"kg": Fraction(1), "g": Fraction(1, 1000), "t": Fraction(1000), "lb": _POUND},
    "density": {"kg/m3": Fraction(1), "g/cm3": Fraction(1000), "ppg": _POUND / _GALLON},
    "time": {"s": Fraction(1), "min": Fraction(60), "h": Fraction(3600), "d": _DAY},
    "flow": {"m3/s": Fraction(1), "m3/d": 1 / _DAY, "bbl/d": _BARREL / _DAY, "L/min": Fraction(1, 60_000), "gpm": _GALLON / 60},
    "standard flow": {"Sm3/s": Fraction(1), "Sm3/d": 1 / _DAY},
    "speed": {"m/s": Fraction(1), "m/h": Fraction(1, 3600), "ft/h": _FOOT / 3600},
    "viscosity": {"Pa.s": Fraction(1), "cP": Fraction(1, 1000)},
    "ratio": {"fraction": Fraction(1), "%": Fraction(1, 100)},
}  # fmt: skip

UNITS: dict[str, Unit] = {
    **{name: Unit(kind, factor) for kind, units in _FACTORS.items() for name, factor in units.items()},
    "K": Unit("temperature", Fraction(1)),
    "degC": Unit("temperature", Fraction(1), Fraction("273.15")),
    "degF": Unit("temperature", Fraction(5, 9), Fraction("459.67") * 5 / 9),
}


def known_unit(name: str) -> str:
    """Errors: ValueError."""
    if name not in UNITS:
        raise ValueError(f"must be one of {', '.join(UNITS)}")
    return name
