"""What report types are made of. Everything may be null, in a draft and for good: a missing gauge is not zero.

Input is kept as it was written: nothing is stripped, rounded or put into another form. What a report has to have before it is submitted
is said by `Hint.required`, which becomes a rule; the models only say what can be stored at all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Self, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from shared.kit.units import UNITS

LARGEST = 1e15  # whole numbers up to here are the same in every client
TEXT = 4000


class Part(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=to_camel, allow_inf_nan=False, defer_build=True
    )


class Payload(Part):
    """All of one report."""

    @model_validator(mode="after")
    def _rows_have_ids_of_their_own(self) -> Self:
        for name, table in self:
            if isinstance(table, list):
                ids = [row.id for row in table]
                if len(ids) != len(set(ids)):
                    raise ValueError(f"two rows of {to_camel(name)} have one id")
        return self


def _kept(text: str) -> str:
    """Feet marks, inch fractions, degree signs and line breaks are what people write; other control characters are not."""
    if any((letter < " " and letter not in "\t\n\r") or "\x7f" <= letter <= "\x9f" for letter in text):
        raise ValueError("must not contain control characters")
    return text


def _day(text: str) -> str:
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("must be a date as 2026-05-04")
    return text


def _moment(text: str) -> str:
    datetime.fromisoformat(text)
    return text


RowId: TypeAlias = Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,26}$")]
Line: TypeAlias = Annotated[str, Field(max_length=200), AfterValidator(_kept)]
Prose: TypeAlias = Annotated[str, Field(max_length=TEXT), AfterValidator(_kept)]
Day: TypeAlias = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_day)]
# The clock on the wall with its offset: 02:30 comes twice when summer time ends, and the offset says which one it is.
Moment: TypeAlias = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$"
    ),
    AfterValidator(_moment),
]
Count: TypeAlias = Annotated[int, Field(ge=0, le=1_000_000)]
Number: TypeAlias = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Hours: TypeAlias = Annotated[
    float, Field(ge=-1000, le=10_000)
]  # how many are too many a rule says, which knows the day


class Row(Part):
    id: RowId


class Quantity(Part):
    value: float = Field(ge=-LARGEST, le=LARGEST)
    unit: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity in one of these units, the preferred one first, within bounds given in that one."""

    units: tuple[str, ...]
    minimum: float | None = None
    maximum: float | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.within, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": "object",
            "properties": {"value": {"type": "number"}, "unit": {"enum": list(self.units)}},
            "required": ["value", "unit"],
            "additionalProperties": False,
        }

    def within(self, quantity: Quantity) -> Quantity:
        if quantity.unit not in self.units:
            raise ValueError(f"its unit must be one of {', '.join(self.units)}")
        si, first = UNITS[quantity.unit].to_si(quantity.value), UNITS[self.units[0]]
        if self.minimum is not None and si < first.to_si(self.minimum):
            raise ValueError(f"must be at least {self.minimum:g} {self.units[0]}")
        if self.maximum is not None and si > first.to_si(self.maximum):
            raise ValueError(f"must be at most {self.maximum:g} {self.units[0]}")
        return quantity


Depth: TypeAlias = Annotated[Quantity, Measured(("m", "ft"), -500, 15_000)]
Elevation: TypeAlias = Annotated[Quantity, Measured(("m", "ft"), -500, 10_000)]
Diameter: TypeAlias = Annotated[Quantity, Measured(("in", "mm"), 0, 100)]
Density: TypeAlias = Annotated[Quantity, Measured(("g/cm3", "ppg"), 0, 5)]
Viscosity: TypeAlias = Annotated[Quantity, Measured(("cP",), 0, 10_000)]
Yield: TypeAlias = Annotated[Quantity, Measured(("lb/100ft2", "Pa"), 0, 1_000)]
Concentration: TypeAlias = Annotated[Quantity, Measured(("mg/L", "g/L"), 0, 1_000_000)]
Pressure: TypeAlias = Annotated[Quantity, Measured(("bar", "psi"), -2, 3_000)]
Temperature: TypeAlias = Annotated[Quantity, Measured(("degC", "degF"), -100, 500)]
PenetrationRate: TypeAlias = Annotated[Quantity, Measured(("m/h", "ft/h"), 0, 1_000)]
Angle: TypeAlias = Annotated[Quantity, Measured(("deg",), 0, 360)]
Curvature: TypeAlias = Annotated[Quantity, Measured(("deg/30m", "deg/100ft"), 0, 180)]
Force: TypeAlias = Annotated[Quantity, Measured(("klbf", "tf", "kN"), 0, 5_000)]
Torque: TypeAlias = Annotated[Quantity, Measured(("ft.lbf", "N.m", "kN.m"), 0, 1_000_000)]
FlowRate: TypeAlias = Annotated[Quantity, Measured(("L/min", "gpm"), 0, 50_000)]
Rotation: TypeAlias = Annotated[Quantity, Measured(("rpm",), 0, 2_000)]
WindSpeed: TypeAlias = Annotated[Quantity, Measured(("kn", "m/s"), 0, 300)]
Height: TypeAlias = Annotated[Quantity, Measured(("m", "ft"), 0, 50)]
Load: TypeAlias = Annotated[Quantity, Measured(("t", "kg", "lb"), 0, 20_000)]
Liquid: TypeAlias = Annotated[Quantity, Measured(("Sm3", "bbl"), -1e7, 1e7)]
Gas: TypeAlias = Annotated[Quantity, Measured(("Sm3", "Mscf"), -1e9, 1e9)]
Opening: TypeAlias = Annotated[Quantity, Measured(("%", "1/64 in"))]


@dataclass(frozen=True, slots=True)
class Hint:
    """How a form shows a field, and what becomes of it from one report to the next.

    `carry`: "same" keeps it, "next" counts on by one, `from:/pointer` takes what another field had (`*` is the row itself).
    """

    label: str
    help: str | None = None
    required: bool = False
    carry: str | None = None
    widget: str | None = None  # what the type of the field does not say


def hint_of(metadata: list[Any]) -> Hint:
    return next(item for item in metadata if isinstance(item, Hint))


def nested(annotation: Any) -> Iterator[Any]:
    """The types within `X | None`, `list[X]` and `Annotated[X, ...]`, outermost first."""
    yield annotation
    for argument in (*getattr(annotation, "__args__", ()), *(getattr(annotation, "__metadata__", ()))):
        yield from nested(argument)
