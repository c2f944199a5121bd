"""Activity codes of the time log, `main -- sub`, after WITSML's DrillReport (state and detail of an activity).

Organisations add their own in the same form. Non-productive time is what was coded as an interruption: the state column of real reports
says "ok" throughout, also of repairs.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from shared.reports.rules.operators import OPERATORS

CODE = re.compile(r"[a-z][a-z /-]{1,38} -- [a-z][a-z0-9 /-]{1,58}", re.ASCII)
NON_PRODUCTIVE = "interruption -- "
_SUBS: Mapping[str, tuple[str, ...]] = {
    "drilling": (
        "bop activities", "bop/wellhead equipment", "casing", "circulating conditioning", "drill", "hole open", "other", "plug back",
        "pressure detection", "ream", "survey", "trip", "underream", "wait",
    ),
    "completion": ("bop/wellhead equipment", "casing", "circulating conditioning", "other", "perforate", "run completion", "test", "wait"),
    "formation evaluation": ("circulating conditioning", "core", "log", "other", "rft/fit", "test", "trip"),
    "interruption": (
        "fish", "lost circulation", "maintain", "other", "repair", "rig up/down", "sidetrack", "stuck pipe", "wait",
        "waiting on weather", "well control",
    ),
    "moving": ("anchor", "jack up/down", "other", "position rig", "rig up/down", "skid", "transit"),
    "plug abandon": ("cement plug", "cut", "equipment recovery", "mechanical plug", "other", "squeeze", "trip", "wait"),
    "workover": ("circulating conditioning", "coil tubing", "other", "pull/run tubing", "rig up/down", "trip", "wait", "wire line"),
}  # fmt: skip
ACTIVITY_CODES = tuple(f"{main} -- {sub}" for main, subs in _SUBS.items() for sub in subs)


def is_code(text: str) -> bool:
    """May an organisation add this one?"""
    return CODE.fullmatch(text) is not None


def codes_in_force(own: Iterable[str]) -> dict[str, frozenset[str]]:
    """What `evaluate` takes as `codes`."""
    return {"activity": frozenset((*ACTIVITY_CODES, *own))}


def non_productive_hours(rows: Iterable[Mapping[str, Any]]) -> float | None:
    """Hours of a time log's interruptions; None if one of them does not say when it began or ended."""
    minutes = OPERATORS["minutes"][2]
    lost = [row for row in rows if str(row.get("code") or "").startswith(NON_PRODUCTIVE)]
    ends = [(minutes(row.get("start")), minutes(row.get("end"))) for row in lost]
    return None if any(None in pair for pair in ends) else float(sum(end - start for start, end in ends) / 60)
