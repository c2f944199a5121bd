"""Rules of the equipment inspection."""

from typing import Any

from shared.reports.rules.rule import Rule, RuleKind

_RESULT: Any = {"get": "/inspection/result"}
_ON: Any = {"days": {"get": "/inspection/date"}}
_FAILED: Any = {"count": [{"get": "/checklist"}, {"oneOf": [{"row": "/outcome"}, "fail"]}]}

EQUIPMENT_INSPECTION = (
    Rule(
        "result.failedCheck", RuleKind.BLOCK, "Of the checks {failed} failed, so the item cannot pass.", ("/inspection/result",),
        {"or": [{"=": [_FAILED, 0]}, {"=": [_RESULT, "fail"]}]}, values={"failed": _FAILED},
    ),
    Rule(
        "result.noFailedCheck", RuleKind.WARN, "The item failed, but none of its checks did.", ("/inspection/result",),
        {">": [_FAILED, 0]}, {"=": [_RESULT, "fail"]}, reason="What made it fail?",
    ),
    Rule(
        "service.failed", RuleKind.BLOCK, "A failed item is out of service until it is inspected again.", ("/inspection/outOfService",),
        {"else": [{"get": "/inspection/outOfService"}, False]}, {"=": [_RESULT, "fail"]},
    ),
    Rule(
        "check.remark", RuleKind.BLOCK, "{item} failed: say what is wrong.", ("/checklist/*/remark",), {"known": {"row": "/remark"}},
        {"=": [{"row": "/outcome"}, "fail"]}, each="/checklist", values={"item": {"row": "/item"}},
    ),
    Rule(
        "next.before", RuleKind.BLOCK, "The next inspection on {next} is not after this one on {on}.", ("/inspection/next",),
        {">": [{"days": {"get": "/inspection/next"}}, _ON]},
        values={"next": {"get": "/inspection/next"}, "on": {"get": "/inspection/date"}},
    ),
    Rule(
        "last.after", RuleKind.BLOCK, "The last inspection on {last} is not before this one on {on}.", ("/inspection/last",),
        {"<": [{"days": {"get": "/inspection/last"}}, _ON]},
        values={"last": {"get": "/inspection/last"}, "on": {"get": "/inspection/date"}},
    ),
    Rule(
        "next.missing", RuleKind.WARN, "The item passed, but has no next inspection.", ("/inspection/next",),
        {"known": {"get": "/inspection/next"}}, {"=": [_RESULT, "pass"]}, reason="Why is there no next inspection?",
    ),
    Rule(
        "certificate.missing", RuleKind.WARN, "A safe working load of {load} has no certificate.", ("/equipment/certificateNo",),
        {"known": {"get": "/equipment/certificateNo"}}, {"known": {"get": "/equipment/safeWorkingLoad"}},
        values={"load": {"get": "/equipment/safeWorkingLoad"}}, reason="Why is there no certificate?",
    ),
)  # fmt: skip
