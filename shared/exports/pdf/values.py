"""Values of fields as people read them in a report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from shared.exports.measures import UnitSystem, figure_text, unit_of
from shared.exports.rows import on_clock

_CHOICES = {"na": "n.a.", "ok": "OK"}
_FIGURES = frozenset({"quantity", "count", "number"})


@dataclass(frozen=True, slots=True)
class Field:
    """`widget` as in the form; `units` of a quantity, the preferred one first."""

    name: str
    label: str
    widget: str
    units: tuple[str, ...] = ()

    @classmethod
    def of(cls, shown: Mapping[str, Any]) -> "Field":
        name = shown["pointer"].rpartition("/")[2]
        return cls(name, shown["label"], shown["widget"], tuple(shown.get("units", ())))

    @property
    def is_prose(self) -> bool:
        return self.widget == "prose"

    @property
    def is_figure(self) -> bool:
        return self.widget in _FIGURES


@dataclass(frozen=True, slots=True)
class Values:
    """Of one report. Clock times on the day itself are written without it. `files` are names of attachments by id."""

    zone: ZoneInfo
    system: UnitSystem
    begin: datetime
    end: datetime
    files: Mapping[str, str] = field(default_factory=dict)

    def text(self, shown: Field, part: Mapping[str, Any] | None, *, dated: bool = False) -> str:
        """ "" for what is missing. `dated`: moments of the day itself, too, with their date."""
        value = (part or {}).get(shown.name)
        if value is None:
            return ""
        if shown.widget == "attachment":
            return self.files.get(value, str(value))
        if shown.widget == "quantity":
            return figure_text(value, unit_of(self.system, shown.units))
        if shown.widget == "date":
            return day_text(date.fromisoformat(value))
        if shown.widget == "moment":
            return self.moment(datetime.fromisoformat(value), dated=dated)
        if shown.widget == "toggle":
            return "Yes" if value else "No"
        if shown.widget == "choice":
            return choice_text(value)
        return f"{value:.12g}" if shown.is_figure else str(value)

    def moment(self, moment: datetime, *, dated: bool) -> str:
        """`14:30`, and `24:00` at the end of a day; with the date, and with the offset where the clock shows the hour twice."""
        local = on_clock(moment, self.zone)
        clock = f"{local:%H:%M}"
        if local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset():
            clock += f" ({local:%z})"
        if not dated and self.begin <= moment <= self.end:
            return "24:00" if clock == "00:00" and moment == self.end else clock
        return f"{day_text(local.date())} {clock}"


def choice_text(value: str) -> str:
    """`lineOfFire` is `Line of fire`."""
    if value in _CHOICES:
        return _CHOICES[value]
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in value)
    return spaced[:1].upper() + spaced[1:]


def day_text(day: date) -> str:
    """The month by name: nobody reads the 4th of May for the 5th of April."""
    return f"{day.day} {day:%b %Y}"
