"""Which fields a reviewer can mark: those of the form, and of tables the rows that the revision has. Rules only: no I/O."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shared.errors import FieldError, Invalid
from shared.reports.definitions import Definition
from shared.reports.model import Mark
from shared.reports.rows import rows_of


def check_marks(definition: Definition, payload: Mapping[str, Any], marks: Sequence[Mark]) -> None:
    """A field that is missing in the payload can be marked too: that is what may be wrong. Errors: Invalid naming `marks[i].address`."""
    places = set(_places(definition))
    message = "is no section, row or field of this revision"
    if faults := [
        FieldError(f"marks[{index}].address", "unknown_address", message)
        for index, mark in enumerate(marks)
        if _place(mark.address) not in places or not _has_row(payload, mark.address)
    ]:
        raise Invalid(fields=faults)


def _places(definition: Definition) -> Iterator[str]:
    """As pointers, with `*` for any row."""
    for section in definition.to_json()["sections"]:
        yield section["pointer"]
        if section["table"]:
            yield f"{section['pointer']}/*"
        yield from (field["pointer"] for field in section["fields"])


def _place(address: str) -> str | None:
    """None for `*` itself: people mark one row, not any."""
    if "*" in address:
        return None
    return "/".join("*" if step.startswith("id:") else step for step in address.split("/"))


def _has_row(payload: Mapping[str, Any], address: str) -> bool:
    """Of an address without a row there is nothing to ask; ids of rows have no letters that addresses escape."""
    _, section, *rest = address.split("/")
    return not rest or not rest[0].startswith("id:") or rest[0].removeprefix("id:") in rows_of(payload.get(section))
