"""Revisions on the wire: their files, their reviews, what was made of them."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from functions.documents.schemas import FileOut, file_facts
from shared.documents.derived import Derived, DerivedState
from shared.documents.model import Document
from shared.documents.review import ControlStatus, Decision, Review
from shared.documents.revision import Revision, RevisionState
from shared.kit.http import PageOut
from shared.kit.model import In, Moment, Out


class DerivedOut(Out):
    state: DerivedState
    pages: int = Field(description="that were made")
    total: int | None = Field(description="pages of the file, where it says how many it has")
    reason: str | None = Field(description="a word for why it failed: encrypted, damaged, timed_out ...")
    truncated: list[str] = Field(description="the caps that were met: pages, page, total, time, source, damaged")

    @classmethod
    def of(cls, derived: Derived) -> Self:
        return cls(**{**derived.model_dump(), "truncated": list(derived.truncated)})


class ReprocessIn(In):
    parts: list[Literal["text", "preview"]] = Field(min_length=1, max_length=2)


class ReviewerOut(Out):
    user_id: str
    due_at: Moment | None
    decision: Decision | None
    comment: str | None
    decided_at: Moment | None


class ReviewOut(Out):
    begun_by: str
    begun_at: Moment
    withdrawn_at: Moment | None
    reviewers: list[ReviewerOut]

    @classmethod
    def of(cls, review: Review) -> Self:
        reviewers = [ReviewerOut(**dict(reviewer)) for reviewer in review.reviewers]
        return cls(**{**dict(review), "reviewers": reviewers})


class RevisionOut(FileOut):
    in_force: bool
    is_newest: bool = Field(description="no later one is ready or on its way")
    superseded: bool = Field(description="a newer one is in force")
    superseded_by: int | None = Field(description="the revision in force, if it is a later one")
    status: ControlStatus
    review: ReviewOut | None = Field(description="who was asked about it and what they decided")
    earlier_reviews: list[ReviewOut] = Field(description="rounds that were withdrawn before that, the first first")
    restored_from: int | None = Field(description="the number of the revision whose bytes it repeats")
    text: DerivedOut = Field(description="words for the search, page by page")
    preview: DerivedOut = Field(description="pictures of the first pages")
    created_at: Moment
    created_by: str
    updated_at: Moment

    @classmethod
    def revision(cls, document: Document, revision: Revision) -> Self:
        newer = document.superseded_by(revision.number)
        return cls(
            **file_facts(revision.summary()),
            in_force=document.is_approved(revision.number),
            is_newest=not document.has_newer(revision.number),
            superseded=revision.state is RevisionState.READY and newer is not None,
            superseded_by=newer,
            status=document.status_of(revision),
            review=None if revision.review is None else ReviewOut.of(revision.review),
            earlier_reviews=[ReviewOut.of(review) for review in revision.earlier_reviews],
            restored_from=revision.restored_from,
            text=DerivedOut.of(revision.text),
            preview=DerivedOut.of(revision.preview),
            created_at=revision.created_at,
            created_by=revision.created_by,
            updated_at=revision.updated_at,
        )


class RevisionPage(PageOut):
    items: list[RevisionOut]
