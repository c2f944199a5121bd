"""The typed fields an organisation adds to its documents: what each may be asked to keep to, and which definitions make no sense."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, Field, field_validator

from shared.document_types.patterns import MAX_PATTERN, MAX_TEXT, safe_pattern
from shared.errors import FieldError
from shared.identity.names import visible
from shared.kit.model import Wire
from shared.kit.units import UNITS, known_unit

MAX_FIELDS = 50
MAX_OPTIONS = 200
MAX_OPTIONS_IN_ALL = 1000  # of one type: it is stored twice in one batch, which holds 2 MB
MAX_TEXT_LENGTH = 2000
DEFAULT_TEXT_LENGTH = 200
MAX_KEYS = 500  # keys a type remembers the kind of
LARGEST = 1e15  # whole numbers up to here survive JSON in every client
KEY = r"^[a-z][a-zA-Z0-9_]{0,39}$"


class FieldType(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    USER = "user"
    LINK = "link"


_CONSTRAINTS: Mapping[FieldType, frozenset[str]] = {
    FieldType.TEXT: frozenset({"max_length", "pattern"}),
    FieldType.NUMBER: frozenset({"unit", "minimum", "maximum"}),
    FieldType.DATE: frozenset({"earliest", "latest"}),
    FieldType.CHOICE: frozenset({"options"}),
    FieldType.USER: frozenset(),
    FieldType.LINK: frozenset(),
}
_WIRE_NAMES = {"max_length": "maxLength"}

Option = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(visible)]


Unit = Annotated[str, Field(json_schema_extra={"enum": list[Any](UNITS)}), AfterValidator(known_unit)]


class FieldSpec(Wire):
    """One custom field. Constraints that are not of its type are null."""

    key: str = Field(
        pattern=KEY,
        description="its name in `fields` of a document; with another type or unit, documents need migrating",
    )
    label: Annotated[str, Field(min_length=1, max_length=80), AfterValidator(visible)]
    type: FieldType
    required: bool = Field(default=False, strict=True)
    max_length: int | None = Field(
        default=None, ge=1, le=MAX_TEXT_LENGTH, strict=True, description=f"of a text; {DEFAULT_TEXT_LENGTH} without it"
    )
    pattern: Annotated[str, Field(min_length=1, max_length=MAX_PATTERN), AfterValidator(safe_pattern)] | None = Field(
        default=None,
        description="the whole text matches: literals, `.`, `\\d`, `\\w`, classes, each with `?`, `*`, `+`, `{n}` or `{m,n}`",
    )
    unit: Unit | None = Field(
        default=None, description="of a number that comes without one; any unit of the same kind may be entered"
    )
    minimum: float | None = Field(default=None, ge=-LARGEST, le=LARGEST, strict=True, description="in `unit`")
    maximum: float | None = Field(default=None, ge=-LARGEST, le=LARGEST, strict=True, description="in `unit`")
    earliest: date | None = None
    latest: date | None = None
    options: tuple[Option, ...] | None = Field(default=None, min_length=1, max_length=MAX_OPTIONS)

    @field_validator("earliest", "latest", mode="before")
    @classmethod
    def _as_written(cls, value: object) -> object:
        """pydantic would also read numbers and times of day as dates."""
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII) is None:
            raise ValueError("must be a date as 2026-05-04")
        if isinstance(value, int | float):
            raise ValueError("must be a date as 2026-05-04")
        return value

    @property
    def shape(self) -> str:
        """What the values are: values of one shape stay as they are when the constraints change."""
        if self.type is not FieldType.NUMBER:
            return self.type.value
        return f"number:{UNITS[self.unit].kind}" if self.unit else "number"

    @property
    def length(self) -> int:
        return self.max_length or DEFAULT_TEXT_LENGTH

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Attribute, code and message of what does not fit together."""
        for name in sorted(frozenset().union(*_CONSTRAINTS.values()) - _CONSTRAINTS[self.type]):
            if getattr(self, name) is not None:
                yield _WIRE_NAMES.get(name, name), "not_for_this_type", f"is not for a {self.type}"
        if self.type is FieldType.CHOICE:
            yield from self._faults_of_options()
        if self.pattern is not None and self.type is FieldType.TEXT and self.length > MAX_TEXT:
            yield "maxLength", "too_long_for_a_pattern", f"at most {MAX_TEXT} beside a pattern"
        for low, high in ((self.minimum, self.maximum), (self.earliest, self.latest)):
            if low is not None and high is not None and low > high:  # type: ignore[operator]  # both of one kind
                yield ("minimum" if low is self.minimum else "earliest"), "upside_down", "is beyond the other end"

    def _faults_of_options(self) -> Iterator[tuple[str, str, str]]:
        if not self.options:
            yield "options", "missing", "a choice needs options"
        elif len({option.casefold() for option in self.options}) < len(self.options):
            yield "options", "twice", "an option is there twice, large and small letters alike"


def faults_of(fields: Sequence[FieldSpec], known: Mapping[str, str]) -> list[FieldError]:
    """What is wrong with a list of fields; `known`: the shape of every key this type ever had."""
    return [FieldError(*fault) for fault in _faults(fields, known)]


def _faults(fields: Sequence[FieldSpec], known: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    seen: set[str] = set()
    for index, field in enumerate(fields):
        for name, code, message in field.faults():
            yield f"fields[{index}].{name}", code, message
        if field.key in seen:
            yield f"fields[{index}].key", "twice", "another field has this key"
        seen.add(field.key)
        was = known.get(field.key, field.shape)
        if not can_become(was, field.shape):
            name = "type" if was.partition(":")[0] != field.type else "unit"
            yield (
                f"fields[{index}].{name}",
                "type_fixed",
                f"`{field.key}` holds values of {was}: they do not become {field.shape}",
            )
    if sum(len(field.options or ()) for field in fields) > MAX_OPTIONS_IN_ALL:
        yield "fields", "too_many_options", f"at most {MAX_OPTIONS_IN_ALL} options in all"
    if len(seen | known.keys()) > MAX_KEYS:
        yield "fields", "too_many_keys", f"a type has at most {MAX_KEYS} different keys in its life"


def can_become(was: str, shape: str) -> bool:
    """Between all shapes but people, whose names are not ids; and between numbers of one kind of unit, or towards a unit."""
    if FieldType.USER in {was, shape}:
        return was == shape
    if was.startswith(FieldType.NUMBER) and shape.startswith(FieldType.NUMBER):
        return was in {shape, FieldType.NUMBER}
    return True


def to_items(fields: Sequence[FieldSpec]) -> list[dict[str, Any]]:
    return [field.model_dump(mode="json", by_alias=True) for field in fields]
