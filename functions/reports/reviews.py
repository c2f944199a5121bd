"""Review of reports: what waits, taking it up, deciding, reopening, making it final."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from functions.reports.schemas import ReportOut
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Out
from shared.kit.plain_text import plain_text
from shared.reports.errors import HasWarnings, NotApproved, NotReopenable, NotSubmitted, OwnReport, Reviewed
from shared.reports.model import MAX_COMMENT, MAX_MARKS, MAX_REVISIONS, Decision, Mark, Verdict
from shared.reports.reviewing import MAX_APPROVALS, Approval

api = Api("Reports")

REVIEW = requires(Permission.REPORTS_REVIEW)
MAX_ADDRESS = 200  # characters


Comment = Annotated[str, Field(min_length=1, max_length=MAX_COMMENT), AfterValidator(plain_text)]


class MarkIn(In):
    """`address` names a section, a row or a field of the revision: `/timeLog/id:R7/remark`."""

    address: str = Field(min_length=2, max_length=MAX_ADDRESS, pattern="^/")
    comment: Comment

    def to_mark(self) -> Mark:
        return Mark(address=self.address, comment=self.comment)


def _each_once(marks: list[MarkIn]) -> list[MarkIn]:
    if len({mark.address for mark in marks}) < len(marks):
        raise ValueError("a field is marked twice")
    return marks


Marks = Annotated[list[MarkIn], Field(max_length=MAX_MARKS), AfterValidator(_each_once)]


class ReportDecisionIn(In):
    revision: int = Field(ge=1, le=MAX_REVISIONS, description="the one that was looked at")
    decision: Decision
    comment: Comment | None = None
    marks: Marks = Field(default=[], description="the fields that need work, where changes are requested")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.decision is Decision.REQUEST_CHANGES and self.comment is None and not self.marks:
            raise ValueError("say which changes are needed in `comment` or `marks`")
        if self.decision is Decision.APPROVE and self.marks:
            raise ValueError("nothing is marked in what is approved")
        return self

    def to_verdict(self) -> Verdict:
        return Verdict(self.revision, self.decision, self.comment, tuple(mark.to_mark() for mark in self.marks))


class ReopenIn(In):
    reason: Comment
    marks: Marks = Field(default=[], description="the fields that need work")


class ApprovalIn(In):
    id: Id
    revision: int = Field(ge=1, le=MAX_REVISIONS)


class ApprovalsIn(In):
    items: list[ApprovalIn] = Field(min_length=1, max_length=MAX_APPROVALS)

    @field_validator("items")
    @classmethod
    def _no_report_twice(cls, items: list[ApprovalIn]) -> list[ApprovalIn]:
        if len({item.id for item in items}) < len(items):
            raise ValueError("a report is there twice")
        return items


class ApprovalOut(Out):
    """The report as it is now, or why it was not approved: the `code` and `detail` of a problem."""

    id: str
    report: ReportOut | None
    code: str | None
    detail: str | None

    @classmethod
    def of(cls, approval: Approval) -> Self:
        report, refused = approval.report, approval.refused
        return cls(
            id=approval.report_id,
            report=None if report is None else ReportOut.of(report),
            code=None if refused is None else refused.code,
            detail=None if refused is None else refused.detail,
        )


class ApprovalsOut(Out):
    items: list[ApprovalOut]


class ReportReviewPage(PageOut):
    items: list[ReportOut]


@api.get("v1/reports/reviews", summary="List reports that wait for a decision", auth=REVIEW)
async def list_report_reviews(query: ListQuery, actor: Actor, app: App) -> ReportReviewPage:
    """Submitted or in review, at sites in the caller's scope, by others than the caller; what has waited longest comes first."""
    page = await app.reports.reviews.list_awaiting(actor, query.limit, query.cursor)
    return ReportReviewPage(items=[ReportOut.of(report) for report in page.items], next_cursor=page.next_cursor)


@api.post(
    "v1/reports/{report_id:length(26)}/review",
    summary="Take up a report",
    auth=REVIEW,
    errors=(NotSubmitted,),
)
async def take_up_report(report_id: Id, actor: Actor, app: App) -> ReportOut:
    """Others see who looks at it, and may take over. Repeating is harmless."""
    return ReportOut.of(await app.reports.reviews.take_up(actor, report_id))


@api.post(
    "v1/reports/{report_id:length(26)}/review/decision",
    summary="Decide about a report",
    auth=REVIEW,
    errors=(NotSubmitted, Reviewed, OwnReport),
)
async def decide_report(report_id: Id, body: ReportDecisionIn, actor: Actor, app: App) -> ReportOut:
    """About the newest revision: approve it, or send it back with the fields that need work. Saying the same again is harmless."""
    return ReportOut.of(await app.reports.reviews.decide(actor, report_id, body.to_verdict()))


@api.post(
    "v1/reports/{report_id:length(26)}/finalise",
    summary="Make a report final",
    auth=REVIEW,
    errors=(NotApproved,),
)
async def finalise_report(report_id: Id, actor: Actor, app: App) -> ReportOut:
    """An approved one. Repeating is harmless."""
    return ReportOut.of(await app.reports.reviews.finalise(actor, report_id))


@api.post(
    "v1/reports/{report_id:length(26)}/reopen",
    summary="Reopen a report",
    auth=REVIEW,
    errors=(NotReopenable,),
)
async def reopen_report(report_id: Id, body: ReopenIn, actor: Actor, app: App) -> ReportOut:
    """Its author can change and submit it again. A final one needs `reports:reopen-final`, and opens the month it was closed with."""
    marks = [mark.to_mark() for mark in body.marks]
    return ReportOut.of(await app.reports.reviews.reopen(actor, report_id, body.reason, marks))


@api.post("v1/reports/approvals", summary="Approve many reports", auth=REVIEW, errors=(HasWarnings,))
async def approve_reports(body: ApprovalsIn, actor: Actor, app: App) -> ApprovalsOut:
    """At most 50, each by itself, in the order they were named; those with warnings are refused. Repeating is harmless."""
    wanted = [(item.id, item.revision) for item in body.items]
    return ApprovalsOut(items=[ApprovalOut.of(one) for one in await app.reports.reviews.approve_all(actor, wanted)])
