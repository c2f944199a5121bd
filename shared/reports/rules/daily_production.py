"""Rules of the daily production report. Volumes are compared in standard cubic metres."""

from typing import Any

from shared.reports.rules.rule import Rule, RuleKind

PRODUCED = {"oil": "Oil", "gas": "Gas", "water": "Water"}
INJECTED = {"waterInjected": "Water injected", "gasInjected": "Gas injected"}
VOLUMES = {**PRODUCED, **INJECTED}
_HOURS: Any = {"get": "/uptime/hoursOnStream"}
_DOWN: Any = {"get": "/uptime/downtimeHours"}
_DAY: Any = {"context": "/period/hours"}
_ROLE: Any = {"context": "/wellRole"}
_CHOKE: Any = {"get": "/gauges/choke"}
NOISE = 1.0  # Sm3: what a meter counts of an injection that is shut


def _volume(name: str) -> Any:
    return {"in": [{"get": f"/volumes/{name}"}, "Sm3"]}


def _some(names: Any, least: float = 0.0) -> Any:
    """Is one of these volumes known and more than `least`?"""
    return {"or": [{"else": [{">": [_volume(name), least]}, False]} for name in names]}


def _nothing(names: Any) -> Any:
    """Is one known, and every known one 0?"""
    known = {"or": [{"known": {"get": f"/volumes/{name}"}} for name in names]}
    return {"and": [known, *({"else": [{"=": [_volume(name), 0]}, True]} for name in names)]}


def _pointers(names: Any) -> tuple[str, ...]:
    return tuple(f"/volumes/{name}" for name in names)


def _negative(name: str, label: str) -> Rule:
    return Rule(
        f"volume.negative.{name}", RuleKind.WARN, f"{label} is negative: {{volume}}. That is a correction of days before.",
        (f"/volumes/{name}",), {">=": [_volume(name), 0]}, values={"volume": {"get": f"/volumes/{name}"}},
        reason="What does it correct?",
    )  # fmt: skip


DAILY_PRODUCTION = (
    Rule(
        "hours.range", RuleKind.BLOCK, "{hours} hours on stream do not fit into a day of {day} h.", ("/uptime/hoursOnStream",),
        {"and": [{">=": [_HOURS, 0]}, {"<=": [_HOURS, _DAY]}]}, values={"hours": _HOURS, "day": _DAY},
    ),
    Rule(
        "downtime.range", RuleKind.BLOCK, "{hours} downtime hours do not fit into a day of {day} h.", ("/uptime/downtimeHours",),
        {"and": [{">=": [_DOWN, 0]}, {"<=": [_DOWN, _DAY]}]}, values={"hours": _DOWN, "day": _DAY},
    ),
    Rule(
        "hours.balance", RuleKind.WARN, "{hours} h on stream and {down} h of downtime are not the {day} h of the day.",
        ("/uptime/hoursOnStream", "/uptime/downtimeHours"), {"near": [{"+": [_HOURS, _DOWN]}, _DAY, 0.1]},
        values={"hours": _HOURS, "down": _DOWN, "day": _DAY}, reason="Where is the rest of the day?",
    ),
    Rule(
        "downtime.reason", RuleKind.WARN, "{down} h of downtime have no reason.", ("/uptime/downtimeReason",),
        {"known": {"get": "/uptime/downtimeReason"}}, {">": [_DOWN, 0]}, values={"down": _DOWN}, reason="Why was the well down?",
    ),
    *(_negative(name, label) for name, label in VOLUMES.items()),
    Rule(
        "volume.withoutHours", RuleKind.WARN, "The well was not on stream, but produced: oil {oil}, gas {gas}, water {water}.",
        ("/uptime/hoursOnStream", *_pointers(PRODUCED)), {"not": _some(PRODUCED)}, {"=": [_HOURS, 0]},
        values={name: {"get": f"/volumes/{name}"} for name in PRODUCED}, reason="Where does the volume come from?",
    ),
    Rule(
        "injection.withoutHours", RuleKind.WARN, "The well was not on stream, but took: water {water}, gas {gas}.",
        ("/uptime/hoursOnStream", *_pointers(INJECTED)), {"not": _some(INJECTED, NOISE)}, {"=": [_HOURS, 0]},
        values={"water": {"get": "/volumes/waterInjected"}, "gas": {"get": "/volumes/gasInjected"}}, reason="Where did the volume go?",
    ),
    Rule(
        "hours.withoutVolume", RuleKind.WARN, "The producer was on stream for {hours} h without any oil, gas or water.",
        ("/uptime/hoursOnStream", *_pointers(PRODUCED)), {"not": _nothing(PRODUCED)},
        {"and": [{">": [_HOURS, 0]}, {"=": [_ROLE, "producer"]}]}, values={"hours": _HOURS}, reason="Why is there no volume?",
    ),
    Rule(
        "role.injector", RuleKind.WARN, "The well is an injector on this day, but produced: oil {oil}, gas {gas}.",
        _pointers(("oil", "gas")), {"not": _some(("oil", "gas"))}, {"=": [_ROLE, "injector"]},
        values={"oil": {"get": "/volumes/oil"}, "gas": {"get": "/volumes/gas"}}, reason="Was it flowed back, or is its role another?",
    ),
    Rule(
        "role.producer", RuleKind.WARN, "The well is a producer on this day, but took: water {water}.", _pointers(("waterInjected",)),
        {"not": _some(("waterInjected",))}, {"=": [_ROLE, "producer"]}, values={"water": {"get": "/volumes/waterInjected"}},
        reason="Was it treated, or is its role another?",
    ),
    Rule(
        "choke.range", RuleKind.WARN, "A choke opening of {choke} is less than nothing, or more than 100 %.", ("/gauges/choke",),
        {"and": [
            {">=": [{"in": [_CHOKE, {"unit": _CHOKE}]}, 0]},
            {"or": [{"!=": [{"unit": _CHOKE}, "%"]}, {"<=": [{"in": [_CHOKE, "%"]}, 100]}]},
        ]},
        values={"choke": _CHOKE}, reason="How was the opening read?",
    ),
)  # fmt: skip
