"""How what is owed stands."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from shared.due_reports.board import DueState, Filed, Files
from shared.due_reports.owing import Obligations, Owed
from tests.due_reports import a_plan, a_site_in

DAY = date(2026, 3, 1)
DUE = datetime(2026, 3, 2, 5, 30, tzinfo=UTC)


def owed(**facts: Any) -> Owed:
    site = a_site_in()
    return Obligations((a_plan(**{"subjects": ("F-1",), **facts}),), {site.id: site}).on(DAY)[0]


def a_filed(**facts: Any) -> Filed:
    known = {"id": "r1", "type": "daily_production", "site_id": "site-1", "day": "2026-03-01", "subject": "f-1"}
    return Filed.model_validate({**known, "state": "draft", "created_by": "olga", **facts})


def sent(minutes: int, state: str = "submitted", **facts: Any) -> Filed:
    return a_filed(state=state, first_submitted_at=DUE + timedelta(minutes=minutes), **facts)


@pytest.mark.parametrize(
    ("report", "now", "state", "is_missing", "is_late"),
    [
        (None, -1, DueState.EXPECTED, False, False),
        (None, 0, DueState.MISSING, True, False),
        (a_filed(), -1, DueState.DRAFT, False, False),
        (a_filed(), 0, DueState.DRAFT, True, False),
        (sent(0), 5, DueState.SUBMITTED, False, False),
        (sent(1), 5, DueState.LATE, False, True),
        (sent(-9, "changes_requested"), 5, DueState.SUBMITTED, False, False),
        (sent(1, "in_review"), 5, DueState.LATE, False, True),
        (sent(-9, "approved"), 5, DueState.DONE, False, False),
        (sent(1, "final"), 5, DueState.DONE, False, True),
    ],
)
def test_the_states(report: Filed | None, now: int, state: DueState, is_missing: bool, is_late: bool) -> None:
    standing = Files([report] if report else []).stand(owed(), DUE + timedelta(minutes=now))
    assert (standing.state, standing.is_late) == (state, is_late)
    assert standing.missing_since == (DUE if is_missing else None)


@pytest.mark.parametrize("other", [{"subject": "F-2"}, {"day": "2026-03-02"}, {"site_id": "b"}, {"type": "c"}])
def test_a_report_about_something_else_does_not_count(other: dict[str, Any]) -> None:
    assert Files([sent(-5, **other)]).stand(owed(), DUE).state is DueState.MISSING


def test_where_any_will_do_the_first_that_was_submitted_counts() -> None:
    found = [a_filed(id="a", subject=None), sent(3, id="b", subject="F-7"), sent(-2, id="c", subject="F-8")]
    standing = Files(found).stand(owed(subjects=()), DUE)
    assert standing.report is not None
    assert (standing.report.id, standing.state) == ("c", DueState.SUBMITTED)
