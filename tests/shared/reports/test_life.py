"""draft > submitted > in_review > changes_requested > approved > final, and reopened."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.errors import PetroConnectError
from shared.reports.errors import (
    HasWarnings,
    NotApproved,
    NotEditable,
    NotReopenable,
    NotSubmitted,
    OwnReport,
    Reviewed,
    TooManyRevisions,
)
from shared.reports.model import MAX_REVISIONS, Decision, Mark, Report, ReportState, Verdict, slot_key

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
MARK = Mark(address="/uptime/hoursOnStream", comment="the log says 23")
APPROVED = Verdict(1, Decision.APPROVE)
RETURNED = Verdict(1, Decision.REQUEST_CHANGES, "See the hours", (MARK,))


def a_report(**changes: Any) -> Report:
    known: dict[str, Any] = {
        "id": "01JZ8Q6Y3V6N4T5X7W8Y9Z0A1B",
        "organisation_id": "org",
        "created_at": NOW,
        "updated_at": NOW,
        "created_by": "olga",
        "type": "daily_production",
        "version": 1,
        "site_id": "site",
        "day": "2026-03-01",
        "subject": "F-12",
        "time_zone": "Europe/Oslo",
        "day_start": "06:00",
        "period_begin": NOW - timedelta(days=1),
        "period_end": NOW,
    }
    return Report(**{**known, **changes})


def submitted(report: Report, warnings: int = 0) -> Report:
    return report.submitted(receipt="aa", warnings=warnings, by="olga", now=NOW)


def not_none(report: Report | None) -> Report:
    assert report is not None
    return report


def test_a_report_goes_all_the_way() -> None:
    report = submitted(a_report())
    assert (report.state, report.revision, report.receipt) == (ReportState.SUBMITTED, 1, "aa")
    report = not_none(report.taken_up("erik", NOW))
    assert (report.state, report.taken_up("erik", NOW)) == (ReportState.IN_REVIEW, None)
    returned = not_none(report.decided(RETURNED, "erik", NOW))
    assert returned.state is ReportState.CHANGES_REQUESTED
    assert returned.review is not None
    assert returned.review.marks == (MARK,)
    again = submitted(returned.edited(("e1",), "F-12", NOW))
    assert (again.revision, again.state, again.edition) == (2, ReportState.SUBMITTED, 2)
    approved = not_none(again.decided(Verdict(2, Decision.APPROVE), "erik", NOW))
    assert (approved.state, approved.approved_by) == (ReportState.APPROVED, "erik")
    final = not_none(approved.finalised(NOW))
    assert (final.state, final.finalised(NOW)) == (ReportState.FINAL, None)
    reopened = not_none(final.reopened("the meter was wrong", (MARK,), "anna", NOW))
    assert (reopened.state, reopened.approved_at, reopened.final_at) == (ReportState.CHANGES_REQUESTED, None, None)
    assert submitted(reopened).revision == 3


def test_saying_the_same_again_changes_nothing_and_saying_something_else_is_refused() -> None:
    returned = not_none(submitted(a_report()).decided(RETURNED, "erik", NOW))
    assert returned.decided(RETURNED, "erik", NOW) is None
    for verdict, by in ((APPROVED, "erik"), (RETURNED, "anna")):
        with pytest.raises(Reviewed):
            returned.decided(verdict, by, NOW)


@pytest.mark.parametrize(
    ("state", "act", "error"),
    [
        ("draft", lambda report: report.taken_up("erik", NOW), NotSubmitted),
        ("draft", lambda report: report.finalised(NOW), NotApproved),
        ("draft", lambda report: report.reopened("why", (), "erik", NOW), NotReopenable),
        ("submitted", lambda report: report.edited(("e1",), "F-12", NOW), NotEditable),
        ("submitted", lambda report: submitted(report), NotEditable),
        ("submitted", lambda report: report.decided(APPROVED, "olga", NOW), OwnReport),
        ("submitted", lambda report: report.decided(Verdict(2, Decision.APPROVE), "erik", NOW), Reviewed),
        ("submitted", lambda report: report.finalised(NOW), NotApproved),
        ("submitted", lambda report: report.reopened("why", (), "erik", NOW), NotReopenable),
    ],
)
def test_what_a_state_does_not_allow_is_refused(state: str, act: Any, error: type[PetroConnectError]) -> None:
    report = a_report() if state == "draft" else submitted(a_report())
    with pytest.raises(error):
        act(report)


def test_with_warnings_it_is_approved_on_its_own_only() -> None:
    report = submitted(a_report(), warnings=1)
    with pytest.raises(HasWarnings):
        report.decided(Verdict(1, Decision.APPROVE, only_without_warnings=True), "erik", NOW)
    assert not_none(report.decided(APPROVED, "erik", NOW)).state is ReportState.APPROVED


def test_another_reviewer_may_take_over() -> None:
    report = not_none(submitted(a_report()).taken_up("erik", NOW))
    taken_over = not_none(report.taken_up("anna", NOW + timedelta(hours=1)))
    assert taken_over.review is not None
    assert taken_over.review.reviewer_id == "anna"


def test_revisions_have_an_end() -> None:
    with pytest.raises(TooManyRevisions):
        submitted(a_report(revision=MAX_REVISIONS))


def test_what_was_applied_is_known() -> None:
    report = a_report().edited(("a", "b"), "F-12", NOW).edited(("c",), "F-12", NOW)
    assert report.has_applied(("a", "c"))
    assert not report.has_applied(("a", "d"))


def test_subjects_are_the_same_however_they_are_written() -> None:
    assert slot_key("t", "s", "d", "15/9-F-12  A") == slot_key("t", "s", "d", " 15/9-f-12 a ")
    assert slot_key("t", "s", "d", "F-1") != slot_key("t", "s", "d", "F-11")
    assert a_report(subject=None).slot is None
