"""Rules of the time log: it tells of every minute of the reporting day once.

On a day on which work began, ended or was away it tells of the time from `operations.startedAt` to `operations.endedAt` instead.
"""

from typing import Any

from shared.reports.rules.rule import Rule, RuleKind

_START, _END, _BEFORE = {"minutes": {"row": "/start"}}, {"minutes": {"row": "/end"}}, {"minutes": {"previous": "/end"}}
_FROM: Any = {"else": [{"get": "/operations/startedAt"}, {"context": "/period/begin"}]}
_TO: Any = {"else": [{"get": "/operations/endedAt"}, {"context": "/period/end"}]}
_LOG: Any = {"get": "/timeLog"}
_LENGTH: Any = {"-": [{"minutes": _TO}, {"minutes": _FROM}]}
_SUM: Any = {"sum": [_LOG, {"-": [_END, _START]}]}


def _hours(minutes: Any) -> Any:
    return {"/": [minutes, 60]}


TIME_LOG = (
    Rule(
        "timeLog.order", RuleKind.BLOCK, "The row ends at {end}, before it begins at {start}.",
        ("/timeLog/*/start", "/timeLog/*/end"), {">": [_END, _START]}, each="/timeLog",
        values={"start": {"clock": {"row": "/start"}}, "end": {"clock": {"row": "/end"}}},
    ),
    Rule(
        "timeLog.gap", RuleKind.BLOCK, "Nothing is written from {from} to {to} ({hours} h).",
        ("/timeLog/*/start",), {"<=": [_START, _BEFORE]}, each="/timeLog",
        values={"from": {"clock": {"previous": "/end"}}, "to": {"clock": {"row": "/start"}}, "hours": _hours({"-": [_START, _BEFORE]})},
    ),
    Rule(
        "timeLog.overlap", RuleKind.BLOCK, "The row begins at {start}, but the one before it ends at {end} ({hours} h later).",
        ("/timeLog/*/start",), {">=": [_START, _BEFORE]}, each="/timeLog",
        values={"start": {"clock": {"row": "/start"}}, "end": {"clock": {"previous": "/end"}}, "hours": _hours({"-": [_BEFORE, _START]})},
    ),
    Rule(
        "timeLog.outside", RuleKind.BLOCK, "The row is from {start} to {end}, outside of {from} to {to} that this report is about.",
        ("/timeLog/*/start", "/timeLog/*/end"), {"and": [{">=": [_START, {"minutes": _FROM}]}, {"<=": [_END, {"minutes": _TO}]}]},
        each="/timeLog",
        values={
            "start": {"clock": {"row": "/start"}}, "end": {"clock": {"row": "/end"}}, "from": {"clock": _FROM}, "to": {"clock": _TO},
        },
    ),
    Rule(
        "timeLog.sum", RuleKind.BLOCK,
        "The time log adds up to {sum} h; from {from} to {to} there are {hours} h. "
        "If work began later or ended earlier, say so under first, last or interrupted day.",
        ("/timeLog",), {"near": [_SUM, _LENGTH, 0.01]}, {"known": _LOG},
        values={"sum": _hours(_SUM), "hours": _hours(_LENGTH), "from": {"clock": _FROM}, "to": {"clock": _TO}},
    ),
    Rule(
        "operations.within", RuleKind.BLOCK, "Operations from {from} to {to} are not within the day, which is from {begin} to {end}.",
        ("/operations/startedAt", "/operations/endedAt"),
        {"and": [
            {">=": [{"minutes": _FROM}, {"minutes": {"context": "/period/begin"}}]},
            {"<=": [{"minutes": _TO}, {"minutes": {"context": "/period/end"}}]},
            {"<": [{"minutes": _FROM}, {"minutes": _TO}]},
        ]},
        values={
            "from": {"clock": _FROM}, "to": {"clock": _TO},
            "begin": {"clock": {"context": "/period/begin"}}, "end": {"clock": {"context": "/period/end"}},
        },
    ),
    Rule(
        "timeLog.code", RuleKind.BLOCK, "{code} is not an activity code of this organisation.",
        ("/timeLog/*/code",), {"code": [{"row": "/code"}, "activity"]}, each="/timeLog", values={"code": {"row": "/code"}},
    ),
)  # fmt: skip
