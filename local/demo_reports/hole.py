"""The programme of the demo's wells: which hole is drilled and cased how deep, and the path it takes. Depths in m."""

import math
from dataclasses import dataclass

KICK_OFF = 600.0  # vertical down to here
BUILD = 2.5 / 30  # degrees a metre
SAIL = 41.5  # degrees, held from there on
_RADIUS = 1 / math.radians(BUILD)
_SAILS_FROM = KICK_OFF + SAIL / BUILD


@dataclass(frozen=True, slots=True)
class Section:
    """`hole` and `size` (of its casing) in inches as people write them, `density` of the mud in g/cm3."""

    deepest: float
    hole: str
    inches: float
    size: str
    casing: str
    flow: str
    density: float


SECTIONS = (
    Section(140, '36"', 36, '30"', "310 lb/ft conductor", "4,000 L/min", 1.03),
    Section(620, '26"', 26, '20"', "133 lb/ft casing", "4,500 L/min", 1.1),
    Section(1900, '17 1/2"', 17.5, '13 3/8"', "72 lb/ft casing", "4,200 L/min", 1.24),
    Section(3600, '12 1/4"', 12.25, '9 5/8"', "53.5 lb/ft casing", "3,500 L/min", 1.38),
    Section(math.inf, '8 1/2"', 8.5, '7"', "29 lb/ft liner", "2,000 L/min", 1.3),
)


def section_at(md: float) -> Section:
    """What is drilled to get there."""
    return next(section for section in SECTIONS if md <= section.deepest)


def shoe_above(section: Section) -> str:
    """Where one pulls out to."""
    place = SECTIONS.index(section)
    return f"to {SECTIONS[place - 1].size} shoe" if place else "to seabed"


def inclination(md: float) -> float:
    """In degrees."""
    return min(max(md - KICK_OFF, 0) * BUILD, SAIL)


def tvd(md: float) -> float:
    """Straight down, an arc, straight on."""
    arc = _RADIUS * math.sin(math.radians(inclination(md)))
    return min(md, KICK_OFF) + arc + max(md - _SAILS_FROM, 0) * math.cos(math.radians(SAIL))
