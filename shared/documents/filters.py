"""Which documents a list is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.document_types.fields import KEY
from shared.documents.review import ControlStatus
from shared.documents.revision import RevisionState
from shared.kit.clock import to_wire
from shared.kit.paging import Condition
from shared.kit.units import UNITS

_FIELD = re.compile(rf"{KEY.removesuffix('$').removeprefix('^')}:.+", re.ASCII)
_QUANTITY = re.compile(r"([+-]?\d{1,15}(?:\.\d{1,15})?)(?: ?([A-Za-z%][A-Za-z0-9/.%]*)| (1/64 in))?", re.ASCII)


_READY = "(IS_DEFINED(c.current.number) OR (IS_DEFINED(c.revision.state) AND c.revision.state = 'ready'))"
IN_FORCE = f"(IS_DEFINED(c.approved.number) OR (NOT IS_DEFINED(c.status) AND {_READY}))"


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """None: whatever. `number` is what the number begins with, `field` one custom field as `key:value`.

    Files of reports are left out, unless those of one are asked for. Periods begin with the first moment and end before the second.
    """

    trashed: bool = False
    state: RevisionState | None = None
    type_id: str | None = None
    discipline: str | None = None
    tag: str | None = None
    site_id: str | None = None
    number: str | None = None
    field: str | None = None
    status: ControlStatus | None = None
    in_force: bool | None = None
    numbered: bool = False
    report_id: str | None = None
    created: tuple[datetime | None, datetime | None] = (None, None)
    updated: tuple[datetime | None, datetime | None] = (None, None)

    @property
    def asks_for_drafts(self) -> bool:
        """Does it say what kind of document it wants, so that nobody's default applies?"""
        return self.trashed or any(wanted is not None for wanted in (self.state, self.status, self.in_force))

    def conditions(self) -> Iterator[Condition]:
        yield Condition("NOT IS_NULL(c.trashedAt)" if self.trashed else "IS_NULL(c.trashedAt)", {})
        if self.report_id is None:
            yield Condition("NOT IS_STRING(c.reportId)", {})
        else:
            yield Condition("c.reportId = @report", {"@report": self.report_id})
        if self.state is not None:  # the second: stored before revisions were items of their own
            text = "(c.newest.state = @state OR c.revision.state = @state)"
            yield Condition(text, {"@state": self.state.value})
        if self.status is not None:
            yield _in_status(self.status)
        if self.in_force is not None:
            yield Condition(IN_FORCE if self.in_force else f"NOT {IN_FORCE}", {})
        for path, wanted in (("typeId", self.type_id), ("discipline", self.discipline), ("siteId", self.site_id)):
            if wanted is not None:
                yield Condition(f"c.{path} = @{path}", {f"@{path}": wanted})
        if self.tag is not None:
            yield Condition("ARRAY_CONTAINS(c.tags, @tag)", {"@tag": self.tag})
        if self.number is not None:
            yield Condition("STARTSWITH(c.number, @number, true)", {"@number": self.number})
        if self.numbered:
            yield Condition("IS_STRING(c.number)", {})
        if self.field is not None:
            yield _having(self.field)
        yield from _within("createdAt", *self.created)
        yield from _within("updatedAt", *self.updated)


def valid_field(text: str) -> str:
    """Errors: ValueError."""
    if _FIELD.fullmatch(text) is None:
        raise ValueError("must be the key of a field, a colon, and the value")
    return text


def _in_status(status: ControlStatus) -> Condition:
    """What was stored before there was review is in force once it is ready."""
    before = {ControlStatus.APPROVED: _READY, ControlStatus.DRAFT: f"NOT {_READY}"}.get(status)
    text = (
        "c.status = @status" if before is None else f"(c.status = @status OR (NOT IS_DEFINED(c.status) AND {before}))"
    )
    return Condition(text, {"@status": status.value})


def _having(field: str) -> Condition:
    """Text as it is; a number as it was entered, or with a unit whatever comes to the same in SI."""
    key, _, value = field.partition(":")
    path = f'c.fields["{key}"]'  # a key is letters, digits and underscores
    text, parameters = f"{path} = @value", dict[str, Any]({"@value": value})
    if (quantity := _QUANTITY.fullmatch(value)) is not None:
        number, unit = float(quantity[1]), quantity[2] or quantity[3]
        if unit is None:
            text, parameters["@quantity"] = f"{text} OR {path}['value'] = @quantity", number
        elif unit in UNITS:
            text, parameters["@quantity"] = f"{text} OR {path}.si = @quantity", UNITS[unit].to_si(number)
    return Condition(f"({text})", parameters)


def _within(path: str, begin: datetime | None, end: datetime | None) -> Iterator[Condition]:
    for name, sign, moment in (("Begin", ">=", begin), ("End", "<", end)):
        if moment is not None:
            yield Condition(f"c.{path} {sign} @{path}{name}", {f"@{path}{name}": to_wire(moment)})
