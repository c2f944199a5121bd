"""Review of a revision: begin, decide, withdraw."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, field_validator, model_validator

from functions.documents.endpoints import REVIEW
from functions.documents.revision_schemas import RevisionOut
from functions.documents.revisions import Number
from shared.app import App
from shared.documents.errors import (
    AlreadyDecided,
    InTheTrash,
    NotAReviewer,
    NotInReview,
    NotReviewable,
    ReviewUnderWay,
    TooManyRounds,
)
from shared.documents.review import MAX_COMMENT, MAX_REVIEWERS, Decision, Reviewer
from shared.documents.reviewing import ReviewTask
from shared.identity.actor import Actor
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import GivenMoment, In, Moment, Out
from shared.kit.plain_text import plain_text

api = Api("Documents")


class ReviewerIn(In):
    user_id: Id
    due_at: GivenMoment | None = None


class ReviewIn(In):
    reviewers: list[ReviewerIn] = Field(min_length=1, max_length=MAX_REVIEWERS)

    @field_validator("reviewers")
    @classmethod
    def _each_once(cls, reviewers: list[ReviewerIn]) -> list[ReviewerIn]:
        if len({reviewer.user_id for reviewer in reviewers}) < len(reviewers):
            raise ValueError("somebody is there twice")
        return reviewers

    def to_reviewers(self) -> list[Reviewer]:
        return [Reviewer(user_id=one.user_id, due_at=_cut(one.due_at)) for one in self.reviewers]


class DecisionIn(In):
    decision: Decision
    comment: Annotated[str, Field(min_length=1, max_length=MAX_COMMENT), AfterValidator(plain_text)] | None = Field(
        default=None, description="needed where changes are requested"
    )

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.decision is Decision.REQUEST_CHANGES and self.comment is None:
            raise ValueError("say which changes are needed in `comment`")
        return self


def _cut(moment: datetime | None) -> datetime | None:
    """To milliseconds, as it is stored."""
    return None if moment is None else moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class ReviewTaskOut(Out):
    """You are asked to decide about this revision."""

    document_id: str
    title: str
    number: str | None
    site_id: str | None
    type_id: str | None
    revision: int
    file_name: str
    due_at: Moment | None
    begun_by: str
    begun_at: Moment

    @classmethod
    def of(cls, task: ReviewTask) -> Self:
        document, revision = task.document, task.revision
        return cls(
            document_id=document.id,
            title=document.title,
            number=document.number,
            site_id=document.site_id,
            type_id=document.type_id,
            revision=revision.number,
            file_name=revision.file_name,
            due_at=task.due_at,
            begun_by=task.begun_by,
            begun_at=task.begun_at,
        )


class ReviewTaskPage(PageOut):
    items: list[ReviewTaskOut]


@api.get("v1/documents/reviews", summary="List what waits for your decision", auth=REVIEW)
async def list_reviews(query: ListQuery, actor: Actor, app: App) -> ReviewTaskPage:
    """Revisions that you were asked to review and have not decided about, by due date; those without one come last."""
    page = await app.documents.reviews.list_awaiting(actor, query.page_request("id"))
    return ReviewTaskPage(items=[ReviewTaskOut.of(task) for task in page.items], next_cursor=page.next_cursor)


@api.post(
    "v1/documents/{document_id:length(26)}/revisions/{number}/review",
    summary="Begin a review",
    auth=REVIEW,
    errors=(InTheTrash, NotReviewable, ReviewUnderWay, TooManyRounds),
)
async def begin_review(document_id: Id, number: Number, body: ReviewIn, actor: Actor, app: App) -> RevisionOut:
    """Of the newest ready revision of a document whose type asks for review; one at a time. What is approved stays in force meanwhile."""
    return RevisionOut.revision(*await app.documents.reviews.begin(actor, document_id, number, body.to_reviewers()))


@api.post(
    "v1/documents/{document_id:length(26)}/revisions/{number}/review/decision",
    summary="Decide about a revision",
    auth=REVIEW,
    errors=(InTheTrash, NotInReview, NotAReviewer, AlreadyDecided),
)
async def decide_review(document_id: Id, number: Number, body: DecisionIn, actor: Actor, app: App) -> RevisionOut:
    """For its reviewers. When all approve it is in force and the one before superseded; the first who wants changes ends the review."""
    return RevisionOut.revision(
        *await app.documents.reviews.decide(actor, document_id, number, body.decision, body.comment)
    )


@api.delete(
    "v1/documents/{document_id:length(26)}/revisions/{number}/review",
    summary="Withdraw a review",
    auth=REVIEW,
    errors=(InTheTrash, NotInReview),
)
async def withdraw_review(document_id: Id, number: Number, actor: Actor, app: App) -> RevisionOut:
    """Without a result: a reviewer has left, or the wrong ones were asked. Another may begin. Repeating is harmless."""
    return RevisionOut.revision(*await app.documents.reviews.withdraw(actor, document_id, number))
