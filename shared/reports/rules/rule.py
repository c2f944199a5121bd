"""A rule is data: what is wrong, said in words with the figures in it, and which fields it marks.

Rules are evaluated on the server and on the device, from the same JSON. A rule that does not know enough says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any

from shared.reports.receipt import number_text
from shared.reports.rows import is_quantity
from shared.reports.rules.expressions import Evaluate, Scope, compiled, pairs
from shared.reports.rules.operators import number, walk

MAX_SHOWN = 80  # characters of a text within a message
_HOLE = re.compile(r"\{(\w+)\}")


class RuleKind(StrEnum):
    BLOCK = "block"  # the report cannot be submitted
    WARN = "warn"  # the author gives a reason, the reviewer sees it


@dataclass(frozen=True)
class Rule:
    """`check` is true when all is well, false when not; null says nothing. `when` (true, or nothing is checked) and `values` for the words.

    `each` is the pointer of a table whose rows are checked one by one; `*` in `fields` is the row. `reason` asks the author of a warning.
    """

    id: str
    kind: RuleKind
    text: str
    fields: tuple[str, ...]
    check: Any
    when: Any = True
    each: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str | None = None

    def __post_init__(self) -> None:
        if set(_HOLE.findall(self.text)) != self.values.keys():
            raise ValueError(f"{self.id}: the words and the values differ")
        if (self.kind is RuleKind.WARN) != (self.reason is not None):
            raise ValueError(f"{self.id}: a warning asks for a reason, a block does not")

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "kind": self.kind.value, "fields": list(self.fields), "values": dict(self.values)}

    @cached_property
    def _run(self) -> tuple[Evaluate, Evaluate, dict[str, Evaluate]]:
        return compiled(self.when), compiled(self.check), {name: compiled(value) for name, value in self.values.items()}

    def findings(self, scope: Scope) -> Iterator["Finding"]:
        when, check, values = self._run
        for place, here in self._scopes(scope):
            if when(here) is True and check(here) is False:
                words = {name: _shown(value(here)) for name, value in values.items()}
                text = _HOLE.sub(lambda hole, words=words: words[hole[1]], self.text)  # type: ignore[misc]
                fields = tuple(pointer.replace("*", place) for pointer in self.fields)
                yield Finding(self.id, self.kind, text, fields, self.reason)

    def _scopes(self, scope: Scope) -> Iterator[tuple[str, Scope]]:
        if self.each is None:
            yield "", scope
            return
        table = walk(scope.payload, self.each.split("/")[1:])
        for place, (before, row) in enumerate(pairs(table) if isinstance(table, list) else []):
            yield str(place), Scope(scope.payload, scope.context, scope.codes, row, before)


@dataclass(frozen=True, slots=True)
class Finding:
    """`fields` are JSON pointers into the payload."""

    rule: str
    kind: RuleKind
    text: str
    fields: tuple[str, ...]
    reason: str | None


def evaluate(
    rules: Sequence[Rule], payload: Any, context: Mapping[str, Any], codes: Mapping[str, frozenset[str]]
) -> list[Finding]:
    """What is wrong with a payload, in the order of the rules. Never raises, whatever the payload is."""
    scope = Scope(payload, context, codes)
    return [finding for rule in rules for finding in rule.findings(scope)]


def _shown(value: Any) -> str:
    """Numbers to two decimals, half away from zero, as `toFixed` does; quantities and texts as entered."""
    if is_quantity(value) and isinstance(value["unit"], str) and (entered := number(value["value"])) is not None:
        return f"{number_text(entered)} {value['unit']}"
    if isinstance(value, str):
        return value if len(value) <= MAX_SHOWN else value[: MAX_SHOWN - 1] + "…"
    if (figure := number(value)) is None:
        return "–"
    if abs(figure) >= 1e15:
        return number_text(figure)
    text = str(Decimal(figure).quantize(Decimal("0.01"), ROUND_HALF_UP)).rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
