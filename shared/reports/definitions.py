"""Every version of every report type there ever was. A released version never changes: reports keep the one they were written with.

A version 2 is a new model beside the first (in a module of its own, with rules of its own where they differ), entered here under the
next number; drafts begun with version 1 are finished with it. A test holds every released version against what was released.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from shared.errors import FieldError, Invalid, NotFound
from shared.reports.codes import ACTIVITY_CODES, codes_in_force
from shared.reports.hints import required_rules, sections
from shared.reports.rules.daily_drilling import DAILY_DRILLING
from shared.reports.rules.daily_production import DAILY_PRODUCTION
from shared.reports.rules.equipment_inspection import EQUIPMENT_INSPECTION
from shared.reports.rules.hse_observation import HSE_OBSERVATION
from shared.reports.rules.operators import FACTORS
from shared.reports.rules.rule import Finding, Rule, evaluate
from shared.reports.types.daily_drilling import DailyDrilling
from shared.reports.types.daily_production import DailyProduction
from shared.reports.types.equipment_inspection import EquipmentInspection
from shared.reports.types.fields import Payload
from shared.reports.types.hse_observation import HseObservation

MAX_FAULTS = 50
_NOISE = {"title", "default"}
_CONTEXT = re.compile(r'"context": "/(\w+)')


class DayField(StrEnum):
    """What a field has to do with the reporting day of its report."""

    DATE = "date"  # on which the day begins
    BEGIN = "begin"  # or later, on the day on which work began
    END = "end"
    ON = "on"  # a date on the calendar while the day lasts
    WITHIN = "within"  # a moment of the day


@dataclass(frozen=True)
class Definition:
    """`kind` is the type of the report (`daily_drilling`).

    `subject` are the pointers of what a report is about besides site and period: the wellbore, the tag. `days` are the fields that
    say which day it is about, by pointer.
    """

    kind: str
    version: int
    label: str
    model: type[Payload]
    own_rules: tuple[Rule, ...]
    subject: tuple[str, ...]
    days: Mapping[str, DayField]
    uses_codes: bool = False

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return (*required_rules(self.model), *self.own_rules)

    @cached_property
    def asks(self) -> frozenset[str]:
        """Which parts of the context its rules look at."""
        return frozenset(_CONTEXT.findall(json.dumps([rule.to_json() for rule in self.own_rules])))

    @cached_property
    def files(self) -> tuple[tuple[str, str], ...]:
        """Tables and the fields of their rows that name an attachment."""
        fields = [field for section in sections(self.model) if section["table"] for field in section["fields"]]
        found = [field["pointer"].split("/") for field in fields if field["widget"] == "attachment"]
        return tuple((path[1], path[3]) for path in found)

    def check(self, payload: Any) -> None:
        """Can this be stored, be it a draft? Errors: Invalid naming every field that cannot."""
        try:
            self.model.model_validate(payload)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False, include_context=False)
            raise Invalid(fields=[_fault(fault) for fault in faults[:MAX_FAULTS]]) from None

    def findings(self, payload: Any, context: Mapping[str, Any]) -> list[Finding]:
        """What stands against submitting it. `context` is a `Context` as JSON."""
        return evaluate(self.rules, payload, context, codes_in_force(context.get("activityCodes") or ()))

    def to_json(self) -> dict[str, Any]:
        """All that a client needs: JSON Schema 2020-12, the form, the rules, units (factor and offset to SI), codes."""
        form = sections(self.model)
        units = sorted({unit for section in form for field in section["fields"] for unit in field.get("units", ())})
        return {
            "type": self.kind,
            "version": self.version,
            "label": self.label,
            "subject": list(self.subject),
            "schema": {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                **_plain(self.model.model_json_schema()),
            },
            "sections": form,
            "rules": [rule.to_json() for rule in self.rules],
            "units": {unit: list(FACTORS[unit]) for unit in units},
            "codes": {"activity": list(ACTIVITY_CODES)} if self.uses_codes else {},
        }


class Registry:
    """Errors: ValueError for two definitions of one version, or a version left out."""

    def __init__(self, definitions: Sequence[Definition]) -> None:
        self._versions: dict[str, list[Definition]] = {}
        for definition in sorted(definitions, key=lambda one: one.version):
            versions = self._versions.setdefault(definition.kind, [])
            if definition.version != len(versions) + 1:
                raise ValueError(f"{definition.kind} has {len(versions)} versions, and then comes {definition.version}")
            versions.append(definition)

    def get(self, kind: str, version: int) -> Definition:
        """The one a report was written with. Errors: NotFound."""
        if not 1 <= version <= len(self._versions.get(kind, ())):
            raise NotFound
        return self._versions[kind][version - 1]

    def newest(self, kind: str) -> Definition:
        """The one new reports are written with. Errors: NotFound."""
        return self.get(kind, len(self._versions.get(kind, ())))

    def all(self) -> list[Definition]:
        return [definition for versions in self._versions.values() for definition in versions]


def _fault(fault: Mapping[str, Any]) -> FieldError:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in fault["loc"]).removeprefix(".")
    return FieldError(path, fault["type"], fault["msg"].removeprefix("Value error, "))


def _plain(schema: Any) -> Any:
    """Without what says nothing to a client: titles made of names, and null as the default of what may be null."""
    if isinstance(schema, list):
        return [_plain(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: {key: _plain(inner) for key, inner in value.items()} if name in ("properties", "$defs") else _plain(value)
        for name, value in schema.items()
        if name not in _NOISE
    }


DEFINITIONS = Registry(
    [
        Definition(
            "daily_drilling",
            1,
            "Daily drilling",
            DailyDrilling,
            DAILY_DRILLING,
            ("/header/wellbore",),
            {"/header/periodStart": DayField.BEGIN, "/header/periodEnd": DayField.END},
            uses_codes=True,
        ),
        Definition(
            "daily_production",
            1,
            "Daily production",
            DailyProduction,
            DAILY_PRODUCTION,
            ("/header/well",),
            {"/header/date": DayField.DATE},
        ),
        Definition(
            "hse_observation",
            1,
            "HSE observation",
            HseObservation,
            HSE_OBSERVATION,
            (),
            {"/observation/time": DayField.WITHIN},
        ),
        Definition(
            "equipment_inspection",
            1,
            "Equipment inspection",
            EquipmentInspection,
            EQUIPMENT_INSPECTION,
            ("/equipment/tag",),
            {"/inspection/date": DayField.ON},
        ),
    ]
)
