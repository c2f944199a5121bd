"""Which reports a list is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shared.kit.paging import Condition
from shared.reports.model import AWAITING_DECISION, ReportState, subject_key


@dataclass(frozen=True, slots=True)
class ReportFilter:
    """None or empty: whatever. Days are reporting days, both included. `author` is who began it.

    `awaiting`: what waits for a decision of somebody like this person, who submitted none of it.
    """

    types: Sequence[str] = ()
    site_ids: Sequence[str] = ()
    states: Sequence[ReportState] = ()
    subject: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    author: str | None = None
    awaiting: str | None = None

    def conditions(self) -> Iterator[Condition]:
        wanted = (("type", self.types), ("siteId", self.site_ids), ("state", [state.value for state in self.states]))
        for path, values in wanted:
            if len(values) == 1:
                yield Condition(f"c.{path} = @{path}", {f"@{path}": values[0]})
            elif values:
                yield Condition(f"ARRAY_CONTAINS(@{path}, c.{path})", {f"@{path}": list(values)})
        if self.subject is not None:
            yield Condition("c.subjectKey = @subject", {"@subject": subject_key(self.subject)})
        if self.first_day is not None:
            yield Condition("c.day >= @firstDay", {"@firstDay": self.first_day.isoformat()})
        if self.last_day is not None:
            yield Condition("c.day <= @lastDay", {"@lastDay": self.last_day.isoformat()})
        if self.author is not None:
            yield Condition("c.createdBy = @author", {"@author": self.author})
        if self.awaiting is not None:
            states = sorted(state.value for state in AWAITING_DECISION)
            yield Condition("ARRAY_CONTAINS(@open, c.state)", {"@open": states})
            yield Condition("c.submittedBy != @reviewer", {"@reviewer": self.awaiting})
