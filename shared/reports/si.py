"""What the server adds to a payload: the SI value of every quantity, beside what was entered. It is never part of what was sent."""

import math
from collections.abc import Mapping
from typing import Any

from shared.kit.units import UNITS
from shared.reports.rows import is_quantity


def with_si(payload: Any) -> Any:
    """A copy whose quantities carry `si`; an unknown unit or what no float holds gets none."""
    if isinstance(payload, list):
        return [with_si(inner) for inner in payload]
    if not isinstance(payload, Mapping):
        return payload
    if is_quantity(payload):
        return _measured(payload)
    return {name: with_si(inner) for name, inner in payload.items()}


def as_sent(payload: Any) -> Any:
    """The inverse: what a client sent, and what receipts are over."""
    if isinstance(payload, list):
        return [as_sent(inner) for inner in payload]
    if not isinstance(payload, Mapping):
        return payload
    if is_quantity(payload):
        return {"value": payload["value"], "unit": payload["unit"]}
    return {name: as_sent(inner) for name, inner in payload.items()}


def _measured(quantity: Mapping[str, Any]) -> dict[str, Any]:
    entered = {"value": quantity["value"], "unit": quantity["unit"]}
    unit = UNITS.get(quantity["unit"])
    try:
        si = None if unit is None or quantity["value"] is None else unit.to_si(quantity["value"])
    except OverflowError:
        si = None
    return entered if si is None or not math.isfinite(si) else {**entered, "si": si}
