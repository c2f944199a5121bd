"""Units a number may carry, each with what it measures and the exact way to its SI value.

Factors are the definitions, not rounded figures: the international foot and pound (NIST SP 811, appendix B), the barrel of 42 US
gallons of 231 cubic inches, standard gravity 9.80665 m/s2, the international nautical mile. Angles need pi, given to 36 figures:
more than a float holds, so that the one rounding at the end is the right one.

**Gas at standard conditions** is a kind of its own: no factor leads from there to a volume as it is in the reservoir. `Sm3` is at
15 degC and 101.325 kPa (ISO 13443), `scf` at 60 degF and one atmosphere (14.696 psia as the field rounds it, API MPMS 14). Both are at
one pressure, so the way between them is that of an ideal gas, by absolute temperature alone: 1 Sm3 = 35.3147 ft3 x 288.7056 K /
288.15 K = 35.383 scf. How the gas's compressibility differs between the two is left out: less than 1 in 10,000. Contracts of other
pressures (14.65, 14.73, 15.025 psia) are brought to 14.696 before they are entered; what was entered is kept, so nothing is lost.
`M` is a thousand and `MM` a million before `scf`, as in the field; `MSm3` is a million, as SI has it.

Oil and water in `bbl` are barrels in the stock tank, at 60 degF. `Sm3` is at 15 degC: 0.6 degC, less than 1 in 1,000 for oil, which
custom passes over (1 Sm3 = 6.2898 bbl). The kinds stay apart all the same; only a field that takes both compares their SI figures.
"""

import math
from dataclasses import dataclass
from fractions import Fraction

_INCH = Fraction("0.0254")
_FOOT = 12 * _INCH
_POUND = Fraction("0.45359237")
_GRAVITY = Fraction("9.80665")
_POUND_FORCE = _POUND * _GRAVITY
_GALLON = 231 * _INCH**3
_BARREL = 42 * _GALLON
_PSI = _POUND_FORCE / _INCH**2
_HOUR = Fraction(3600)
_DAY = 24 * _HOUR
_DEGREE = Fraction("3.14159265358979323846264338327950288") / 180
_SCF = _FOOT**3 * Fraction("288.15") / (Fraction("519.67") * 5 / 9)  # 60 degF is 519.67 degR


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
    "length": {
        "m": Fraction(1), "ft": _FOOT, "in": _INCH, "1/64 in": _INCH / 64,
        "mm": Fraction(1, 1000), "cm": Fraction(1, 100), "km": Fraction(1000),
    },
    "pressure": {
        "Pa": Fraction(1), "kPa": Fraction(1000), "MPa": Fraction(10**6), "bar": Fraction(10**5),
        "psi": _PSI, "lb/100ft2": _POUND_FORCE / (100 * _FOOT**2),
    },
    "volume": {"m3": Fraction(1), "L": Fraction(1, 1000), "bbl": _BARREL, "gal": _GALLON, "ft3": _FOOT**3},
    "standard volume": {"Sm3": Fraction(1), "MSm3": Fraction(10**6), "scf": _SCF, "Mscf": 1000 * _SCF, "MMscf": 10**6 * _SCF},
    "mass": {"kg": Fraction(1), "g": Fraction(1, 1000), "t": Fraction(1000), "lb": _POUND},
    "force": {"N": Fraction(1), "kN": Fraction(1000), "klbf": 1000 * _POUND_FORCE, "tf": 1000 * _GRAVITY},
    "torque": {"N.m": Fraction(1), "kN.m": Fraction(1000), "ft.lbf": _FOOT * _POUND_FORCE},
    "density": {"kg/m3": Fraction(1), "g/cm3": Fraction(1000), "ppg": _POUND / _GALLON},
    "concentration": {"g/L": Fraction(1), "mg/L": Fraction(1, 1000)},
    "time": {"s": Fraction(1), "min": Fraction(60), "h": _HOUR, "d": _DAY},
    "flow": {"m3/s": Fraction(1), "m3/d": 1 / _DAY, "bbl/d": _BARREL / _DAY, "L/min": Fraction(1, 60_000), "gpm": _GALLON / 60},
    "standard flow": {"Sm3/s": Fraction(1), "Sm3/d": 1 / _DAY, "Mscf/d": 1000 * _SCF / _DAY, "MMscf/d": 10**6 * _SCF / _DAY},
    "speed": {"m/s": Fraction(1), "m/h": 1 / _HOUR, "ft/h": _FOOT / _HOUR, "kn": 1852 / _HOUR},
    "rotation": {"rad/s": Fraction(1), "rpm": 6 * _DEGREE},
    "angle": {"rad": Fraction(1), "deg": _DEGREE},
    "curvature": {"rad/m": Fraction(1), "deg/30m": _DEGREE / 30, "deg/100ft": _DEGREE / (100 * _FOOT)},
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


def convert(value: float, unit: str, into: str) -> float:
    """`value` in another unit of the same kind, rounded once. Errors: ValueError for two kinds, KeyError, OverflowError."""
    return float(_converted(value, unit, into))


def shown(value: float, unit: str, into: str | None = None) -> str:
    """A figure for people, without its unit: as entered, or in `into` as finely as it was entered and no finer.

    A last digit stands for a step (0.1 of `12.5 ft`); in another unit the figure ends at the largest power of ten that is not
    coarser than that step (0.1 ft is 0.03 m: `3.81`). So significant digits are neither lost nor made up, also for temperatures,
    whose zero moves. A whole number was entered to the unit; more digits than a float holds are not shown. Errors: as `convert`.
    """
    entered = Fraction(repr(value))
    digits = decimals_of(repr(value))
    if into is None or into == unit:
        return fixed(entered, max(digits, 0))
    step = Fraction(10) ** -digits * UNITS[unit].factor / UNITS[into].factor
    exact = _converted(value, unit, into)
    largest = math.floor(math.log10(abs(exact))) if exact else 0
    return fixed(exact, min(max(math.ceil(-math.log10(step) - 1e-9), 0), max(14 - largest, 0)))


def _converted(value: float, unit: str, into: str) -> Fraction:
    of, to = UNITS[unit], UNITS[into]
    if of.kind != to.kind:
        raise ValueError(f"{unit} is a {of.kind}, {into} a {to.kind}")
    return (Fraction(repr(value)) * of.factor + of.offset - to.offset) / to.factor


def decimals_of(written: str) -> int:
    """Digits behind the point that somebody entered: `12.5` has one, `3000.0` none, `1e-07` seven."""
    mantissa, _, exponent = written.partition("e")
    fraction = mantissa.partition(".")[2].rstrip("0")
    return max(len(fraction) - int(exponent or 0), 0)


def fixed(value: Fraction, decimals: int) -> str:
    """With so many digits behind the point: half away from zero, as people round; no minus before a zero."""
    scaled = abs(value) * 10**decimals
    whole = int(scaled + Fraction(1, 2))
    text = str(whole).rjust(decimals + 1, "0")
    text = f"{text[:-decimals]}.{text[-decimals:]}" if decimals else text
    return f"-{text}" if value < 0 and whole else text
