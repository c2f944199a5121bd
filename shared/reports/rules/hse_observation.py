"""Rules of the HSE observation."""

from typing import Any

from shared.reports.rules.rule import Rule, RuleKind

_SEEN: Any = {"days": {"get": "/observation/time"}}
_UNSAFE: Any = {"oneOf": [{"get": "/observation/kind"}, "unsafeAct", "unsafeCondition", "stopWork"]}

HSE_OBSERVATION = (
    Rule(
        "observer.anonymous", RuleKind.BLOCK, "The observation is anonymous, but names its observer.",
        ("/observation/observer", "/observation/anonymous"), {"not": {"known": {"get": "/observation/observer"}}},
        {"=": [{"get": "/observation/anonymous"}, True]},
    ),
    Rule(
        "closed.before", RuleKind.BLOCK, "It was closed on {closed}, before it was seen on {seen}.", ("/action/closed",),
        {">=": [{"days": {"get": "/action/closed"}}, _SEEN]},
        values={"closed": {"get": "/action/closed"}, "seen": {"get": "/observation/time"}},
    ),
    Rule(
        "due.before", RuleKind.WARN, "It is due on {due}, before it was seen on {seen}.", ("/action/due",),
        {">=": [{"days": {"get": "/action/due"}}, _SEEN]}, values={"due": {"get": "/action/due"}, "seen": {"get": "/observation/time"}},
        reason="Why is it due before?",
    ),
    Rule(
        "severity.missing", RuleKind.WARN, "Something unsafe has no potential severity.", ("/action/potentialSeverity",),
        {"known": {"get": "/action/potentialSeverity"}}, _UNSAFE, reason="Why can it not be judged?",
    ),
    Rule(
        "action.missing", RuleKind.WARN, "Its potential severity is high, and nothing was done at once.", ("/action/immediate",),
        {"known": {"get": "/action/immediate"}}, {"and": [_UNSAFE, {"=": [{"get": "/action/potentialSeverity"}, "high"]}]},
        reason="Why was nothing done at once?",
    ),
    Rule(
        "owner.missing", RuleKind.WARN, "Something unsafe is not closed and has no owner or no due date.", ("/action/owner", "/action/due"),
        {"or": [{"known": {"get": "/action/closed"}}, {"and": [{"known": {"get": "/action/owner"}}, {"known": {"get": "/action/due"}}]}]},
        _UNSAFE, reason="Who takes care of it?",
    ),
)  # fmt: skip
