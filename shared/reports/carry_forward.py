"""The next report begins with what the last one leaves: what does not change is kept, what is on hand opens the day.

What goes over is said by the hints of the new report's definition, so the two may be of different versions; what the newer one does
not know, or what no longer fits it, stays behind. Null stays null: what was not counted yesterday is not zero today.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from shared.reports.definitions import Definition
from shared.reports.rules.operators import number, walk


def carry_forward(last: Mapping[str, Any], definition: Definition, days: int = 1) -> dict[str, Any]:
    """The draft of the report so many `days` after `last`. Rows keep their ids, so that one day can be held against the other.

    What goes on by itself: counts by one, since they number reports; other figures by the days, since they count those.
    """
    draft: dict[str, Any] = {}
    for section in definition.to_json()["sections"]:
        name = section["pointer"].removeprefix("/")
        fields = section["fields"]
        carried = _rows(last, name, fields, days) if section["table"] else _fields(last, None, fields, days)
        if carried:
            draft[name] = _what_fits(definition, name, carried)
    return draft


def _rows(last: Mapping[str, Any], name: str, fields: list[dict[str, Any]], days: int) -> list[dict[str, Any]]:
    rows = last.get(name)
    if not isinstance(rows, list) or not any(field["carry"] for field in fields):
        return []
    return [
        {"id": row["id"], **_fields(last, row, fields, days)}
        for row in rows
        if isinstance(row, Mapping) and "id" in row
    ]


def _fields(
    last: Mapping[str, Any], row: Mapping[str, Any] | None, fields: list[dict[str, Any]], days: int
) -> dict[str, Any]:
    found = {
        field["pointer"].rpartition("/")[2]: _carried(last, row, field, days) for field in fields if field["carry"]
    }
    return {name: value for name, value in found.items() if value is not None}


def _carried(last: Mapping[str, Any], row: Mapping[str, Any] | None, field: Mapping[str, Any], days: int) -> Any:
    source = field["carry"].removeprefix("from:") if field["carry"].startswith("from:") else field["pointer"]
    here, pointer = (row, source.partition("*")[2]) if "*" in source else (last, source)
    value = walk(here, pointer.split("/")[1:])
    if field["carry"] != "next":
        return value
    passed = 1 if field["widget"] == "count" else days
    return value + passed if number(value) is not None else None


def _what_fits(definition: Definition, name: str, carried: Any) -> Any:
    """Without the fields that the definition would refuse: a unit or a bound may be another in a newer version."""
    while True:
        try:
            definition.model.model_validate({name: carried})
        except ValidationError as error:
            for fault in error.errors(include_url=False, include_input=False):
                _drop(carried, fault["loc"][1:])
        else:
            return carried


def _drop(carried: Any, place: tuple[int | str, ...]) -> None:
    """The field at a place within a section: its name, or its row and name."""
    if isinstance(carried, list) and len(place) > 1 and isinstance(place[0], int):
        carried[place[0]].pop(place[1], None)
    elif isinstance(carried, dict) and place:
        carried.pop(place[0], None)
    else:
        carried.clear()
