"""What people do about the review of a revision: begin one, decide, withdraw it."""

import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.documents.errors import InTheTrash, NotInReview, NotReviewable, ReviewUnderWay, TooManyRounds
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS, DocumentRepository
from shared.documents.review import MAX_ROUNDS, ControlStatus, Decision, Review, Reviewer
from shared.documents.revision import Revision, revision_id
from shared.documents.work import facts_of
from shared.errors import FieldError, Invalid, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.clock import to_wire
from shared.kit.paging import Page, PageRequest, cut_page, decode_cursor
from shared.kit.repository import Activity

WhoMayReview = Callable[[str, Sequence[str], str | None], Awaitable[set[str]]]
MOST_TASKS = 500  # that wait for one person


@dataclass(frozen=True, slots=True)
class ReviewTask:
    """Somebody is asked to decide about this revision."""

    document: Document
    revision: Revision
    due_at: datetime | None
    begun_by: str
    begun_at: datetime

    @classmethod
    def of(cls, document: Document, revision: Revision, user_id: str) -> "ReviewTask | None":
        review = revision.review
        for asked in () if review is None else review.awaited:
            if asked.user_id == user_id and review is not None:
                return cls(document, revision, asked.due_at, review.begun_by, review.begun_at)
        return None

    @property
    def key(self) -> str:
        """In the order of due dates; `~` comes after every date."""
        return f"{'~' if self.due_at is None else to_wire(self.due_at)} {self.revision.id}"


Move = Callable[[Document, Revision], tuple[Review, str, dict[str, Any]] | None]


@dataclass(frozen=True, slots=True)
class DocumentReviews:
    """`who_may(organisation, ids, site)` answers those of the ids that are active people who see the site and may review."""

    documents: DocumentRepository
    who_may: WhoMayReview
    now: Callable[[], datetime]

    async def begin(
        self, actor: Actor, document_id: str, number: int, wanted: Sequence[Reviewer]
    ) -> tuple[Document, Revision]:
        """Ask reviewers about the newest ready revision.

        Errors: NotFound, InTheTrash, NotReviewable, ReviewUnderWay, TooManyRounds, Invalid naming a reviewer who may not.
        """
        document, revision = await self._get(actor, document_id, number)
        _require_reviewable(document, revision)
        await self._check(document, wanted)
        review = Review(begun_by=actor.user_id, begun_at=self.now(), reviewers=tuple(wanted))
        reviewers = [{"userId": one.user_id, "dueAt": one.model_dump(mode="json")["due_at"]} for one in wanted]

        def begun(document: Document, revision: Revision) -> tuple[Review, str, dict[str, Any]]:
            _require_reviewable(document, revision)
            return review, "document.review_begun", {"reviewers": reviewers}

        return await self._move(actor, document_id, number, begun)

    async def decide(
        self, actor: Actor, document_id: str, number: int, decision: Decision, comment: str | None
    ) -> tuple[Document, Revision]:
        """Saying the same again is harmless. The last approval puts the revision in force.

        Errors: NotFound, InTheTrash, NotInReview, NotAReviewer, AlreadyDecided.
        """

        def decided(document: Document, revision: Revision) -> tuple[Review, str, dict[str, Any]] | None:
            if revision.review is None or revision.review.withdrawn_at is not None:
                raise NotInReview
            said = revision.review.decided_by(actor.user_id)
            if (said.decision, said.comment) == (decision, comment):
                return None
            review = revision.review.with_decision(actor.user_id, decision, comment, self.now())
            if document.in_review != number:
                raise NotInReview
            return review, "document.review_decided", {"decision": decision.value}

        return await self._move(actor, document_id, number, decided)

    async def withdraw(self, actor: Actor, document_id: str, number: int) -> tuple[Document, Revision]:
        """End a review without a result; another may begin. Errors: NotFound, InTheTrash, NotInReview."""

        def withdrawn(document: Document, revision: Revision) -> tuple[Review, str, dict[str, Any]] | None:
            if revision.review is None or (document.in_review != number and revision.review.withdrawn_at is None):
                raise NotInReview
            if revision.review.withdrawn_at is not None:
                return None
            return revision.review.model_copy(update={"withdrawn_at": self.now()}), "document.review_withdrawn", {}

        return await self._move(actor, document_id, number, withdrawn)

    async def list_awaiting(self, actor: Actor, request: PageRequest) -> Page[ReviewTask]:
        """What waits for the actor's decision, by due date, what has none last. Two requests. Errors: CursorInvalid."""
        documents = {one.id: one for one in await self.documents.awaiting(actor, MOST_TASKS)}
        wanted = [revision_id(one.id, one.in_review) for one in documents.values() if one.in_review is not None]
        revisions = await self.documents.revisions_among(actor.organisation_id, wanted) if wanted else []
        found = [ReviewTask.of(documents[one.document_id], one, actor.user_id) for one in revisions]
        tasks = {task.key: task for task in found if task is not None}
        after = "" if request.cursor is None else decode_cursor(request.cursor, request.sort)[1]
        rows, cursor = cut_page([{"id": key} for key in sorted(tasks) if key > after], request)
        return Page([tasks[row["id"]] for row in rows], cursor)

    async def _get(self, actor: Actor, document_id: str, number: int) -> tuple[Document, Revision]:
        """Errors: NotFound, InTheTrash."""
        document, revision = await self.documents.get_with_revision(
            actor.organisation_id, document_id, revision_id(document_id, number)
        )
        if document.seen_by(actor).trashed_at is not None:
            raise InTheTrash
        return document, revision

    async def _check(self, document: Document, wanted: Sequence[Reviewer]) -> None:
        ids = [reviewer.user_id for reviewer in wanted]
        able = await self.who_may(document.organisation_id, ids, document.site_id)
        message = "must be somebody active in the organisation who sees the site and may review"
        if faults := [
            FieldError(f"reviewers[{index}].userId", "not_able", message)
            for index, user_id in enumerate(ids)
            if user_id not in able
        ]:
            raise Invalid(fields=faults)

    async def _move(self, actor: Actor, document_id: str, number: int, move: Move) -> tuple[Document, Revision]:
        """Read, change, write document and revision together; again when somebody else was faster."""
        for _ in range(WRITE_ATTEMPTS):
            document, revision = await self._get(actor, document_id, number)
            if (moved := move(document, revision)) is None:
                return document, revision
            review, happened, data = moved
            now = self.now()
            reviewed = revision.with_review(review, now)
            after = document.with_review(reviewed, now)
            names = [happened]
            if review.status in {ControlStatus.APPROVED, ControlStatus.CHANGES_REQUESTED}:
                names.append(f"document.{review.status.value}")
            before = None if document.approved is None else document.approved.number
            facts = {**facts_of(revision), **data}
            if review.status is ControlStatus.APPROVED:
                facts["supersedes"] = before
            facts["begunBy"] = review.begun_by
            activities = [Activity.of(name, document, actor=actor.user_id, at=now, **facts) for name in names]
            with contextlib.suppress(StaleVersion):
                stored = await self.documents.move(after, reviewed, *activities)
                telemetry.event(happened, document_id=document_id, revision=number)
                return stored
        raise Unavailable(retry_after=1)


def _require_reviewable(document: Document, revision: Revision) -> None:
    """Errors: ReviewUnderWay, NotReviewable, TooManyRounds."""
    if document.in_review is not None:
        raise ReviewUnderWay
    is_open = document.status_of(revision) is ControlStatus.DRAFT
    if not (document.review_required and document.is_current(revision.number) and is_open):
        raise NotReviewable
    if len(revision.earlier_reviews) >= MAX_ROUNDS - 1 and revision.review is not None:
        raise TooManyRounds
