"""Rules of the daily drilling report but for its time log. Depths are compared in metres, whatever they were entered in."""

from typing import Any

from shared.reports.rules.rule import Rule, RuleKind
from shared.reports.rules.time_log import TIME_LOG

_HOURS: Any = {"get": "/status/drillingHours"}
_END, _TVD, _DISTANCE, _ROP, _START = (
    {"get": f"/status/{name}"} for name in ("endMd", "tvd", "distanceDrilled", "rop", "startMd")
)
_YESTERDAY: Any = {"context": "/yesterday/endMd"}
_DRILLING: Any = {
    "or": [{">": [_HOURS, 0]}, {"any": [{"get": "/timeLog"}, {"oneOf": [{"row": "/code"}, "drilling -- drill"]}]}]
}
_MISSED: Any = {"row": "/missedHours"}
_HAD: Any = {"find": [{"context": "/yesterday/consumables"}, "/name", {"row": "/name"}, "/onHand"]}
_LEFT: Any = {"-": [{"+": [{"row": "/opening"}, {"else": [{"row": "/received"}, 0]}]}, {"else": [{"row": "/used"}, 0]}]}
_WHY = "Why is this right?"


def _metres(quantity: Any) -> Any:
    return {"in": [quantity, "m"]}


_DIFFERENCE: Any = {"-": [_metres(_END), _metres(_START)]}
_RATE: Any = {"/": [_metres(_DISTANCE), _HOURS]}

DAILY_DRILLING = (
    *TIME_LOG,
    Rule(
        "drillingHours.range", RuleKind.BLOCK, "{hours} drilling hours do not fit into a day of {day} h.",
        ("/status/drillingHours",), {"and": [{">=": [_HOURS, 0]}, {"<=": [_HOURS, {"context": "/period/hours"}]}]},
        values={"hours": _HOURS, "day": {"context": "/period/hours"}},
    ),
    Rule(
        "depth.decreased", RuleKind.WARN, "The hole was drilled, but its depth went from {start} back to {end}.",
        ("/status/startMd", "/status/endMd"), {">=": [_metres(_END), _metres(_START)]}, _DRILLING,
        values={"start": _START, "end": _END}, reason="Was the hole plugged back or sidetracked?",
    ),
    Rule(
        "depth.continues", RuleKind.WARN, "The day begins at {start}; yesterday's report ends at {yesterday}.",
        ("/status/startMd",), {"near": [_metres(_START), _metres(_YESTERDAY), 0.1]},
        values={"start": _START, "yesterday": _YESTERDAY}, reason="Why does the depth not continue from yesterday?",
    ),
    Rule(
        "distance.depths", RuleKind.WARN, "{distance} were drilled, but from {start} to {end} it is {metres} m.",
        ("/status/distanceDrilled", "/status/startMd", "/status/endMd"), {"near": [_metres(_DISTANCE), _DIFFERENCE, 0.5]}, _DRILLING,
        values={"distance": _DISTANCE, "start": _START, "end": _END, "metres": _DIFFERENCE}, reason=_WHY,
    ),
    Rule(
        "distance.notDrilling", RuleKind.WARN, "There were no drilling hours, but a distance of {distance} or a rate of {rop}.",
        ("/status/distanceDrilled", "/status/rop", "/status/drillingHours"),
        {"and": [{"=": [{"else": [_metres(_DISTANCE), 0]}, 0]}, {"=": [{"else": [{"in": [_ROP, "m/h"]}, 0]}, 0]}]}, {"=": [_HOURS, 0]},
        values={"distance": _DISTANCE, "rop": _ROP}, reason=_WHY,
    ),
    Rule(
        "rop.value", RuleKind.WARN, "{distance} in {hours} h are {rate} m/h; the report says {rop}.",
        ("/status/rop", "/status/distanceDrilled", "/status/drillingHours"),
        {"near": [{"in": [_ROP, "m/h"]}, _RATE, {"max": [{"*": [{"abs": _RATE}, 0.02]}, 0.1]}]}, {">": [_HOURS, 0]},
        values={"distance": _DISTANCE, "hours": _HOURS, "rate": _RATE, "rop": _ROP}, reason=_WHY,
    ),
    Rule(
        "depth.tvd", RuleKind.WARN, "TVD {tvd} is deeper than MD {md}.", ("/status/tvd", "/status/endMd"),
        {"<=": [_metres(_TVD), {"+": [_metres(_END), 0.1]}]}, values={"tvd": _TVD, "md": _END}, reason=_WHY,
    ),
    Rule(
        "survey.order", RuleKind.WARN, "The survey at {md} follows one at {before}.", ("/surveys/*/md",),
        {">": [_metres({"row": "/md"}), _metres({"previous": "/md"})]}, each="/surveys",
        values={"md": {"row": "/md"}, "before": {"previous": "/md"}}, reason=_WHY,
    ),
    Rule(
        "survey.tvd", RuleKind.WARN, "TVD {tvd} is deeper than MD {md}.", ("/surveys/*/tvd",),
        {"<=": [_metres({"row": "/tvd"}), {"+": [_metres({"row": "/md"}), 0.1]}]}, each="/surveys",
        values={"md": {"row": "/md"}, "tvd": {"row": "/tvd"}}, reason=_WHY,
    ),
    Rule(
        "consumables.balance", RuleKind.WARN, "{name}: {left} should be left, {onHand} are on hand.", ("/consumables/*/onHand",),
        {"near": [_LEFT, {"row": "/onHand"}, 0.01]}, each="/consumables",
        values={"name": {"row": "/name"}, "left": _LEFT, "onHand": {"row": "/onHand"}}, reason="Where is the difference?",
    ),
    Rule(
        "consumables.opening", RuleKind.WARN, "{name}: the day opens with {opening}, yesterday ended with {had}.",
        ("/consumables/*/opening",), {"near": [{"row": "/opening"}, _HAD, 0.01]}, each="/consumables",
        values={"name": {"row": "/name"}, "opening": {"row": "/opening"}, "had": _HAD}, reason="Where is the difference?",
    ),
    Rule(
        "failures.repaired", RuleKind.BLOCK, "{equipment} was repaired before it failed.", ("/failures/*/repairedAt",),
        {">=": [{"minutes": {"row": "/repairedAt"}}, {"minutes": {"row": "/time"}}]}, each="/failures",
        values={"equipment": {"row": "/equipment"}},
    ),
    Rule(
        "failures.missed", RuleKind.WARN, "{equipment}: {hours} missed hours do not fit into a day of {day} h.",
        ("/failures/*/missedHours",), {"and": [{">=": [_MISSED, 0]}, {"<=": [_MISSED, {"context": "/period/hours"}]}]},
        each="/failures", values={"equipment": {"row": "/equipment"}, "hours": _MISSED, "day": {"context": "/period/hours"}}, reason=_WHY,
    ),
    Rule(
        "people.total", RuleKind.WARN, "The companies add up to {sum} persons, the total says {total}.", ("/people/total",),
        {"=": [{"sum": [{"get": "/companies"}, {"row": "/persons"}]}, {"get": "/people/total"}]}, {"known": {"get": "/companies"}},
        values={"sum": {"sum": [{"get": "/companies"}, {"row": "/persons"}]}, "total": {"get": "/people/total"}}, reason=_WHY,
    ),
)  # fmt: skip
