"""A document: what people know it by, and summaries of the revisions that matter. Rules only: no I/O, time comes in."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import Field

from shared.documents.drafts import Guest
from shared.documents.embedded import split
from shared.documents.errors import (
    AlreadyCurrent,
    InTheTrash,
    NotReady,
    PartOfReport,
    RevisionPending,
    TooManyRevisions,
)
from shared.documents.keeping import Kept
from shared.documents.review import ControlStatus
from shared.documents.revision import LIBRARY, MAX_REVISIONS, Revision, RevisionState, RevisionSummary, blob_name
from shared.documents.words import document_words
from shared.errors import NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission, Role
from shared.kit.blob_path import BlobPath
from shared.kit.ids import is_id
from shared.kit.model import Moment

_CHANGEABLE = (
    "title",
    "siteId",
    "typeId",
    "typeVersion",
    "discipline",
    "tags",
    "number",
    "reviewRequired",
    "typeAcknowledgers",
    "ownAcknowledgers",
)


class Document(Kept):
    """`newest` is the last revision announced, whatever became of it; `current` the newest ready one, which is served.

    `type_version` is the version of its type that `fields` keep to; `number` is unique in the organisation and never taken away.
    `status` is that of the current revision; `approved` is the revision in force, `in_review` the number of the one being reviewed.
    `awaited` are the ids of the reviewers who have still to decide.
    `type_acknowledgers` are the roles that its type asks to acknowledge the revision in force, `own_acknowledgers` those asked besides.
    `report_id` is the report that it is part of, and follows.
    `embedded` is the revision of a document stored before revisions were items of their own: it becomes one with the next change.
    """

    kind: Literal["document"] = "document"
    title: str
    site_id: str | None = None
    newest: RevisionSummary
    current: RevisionSummary | None = None
    type_id: str | None = None
    type_version: int | None = None
    discipline: str | None = None
    tags: tuple[str, ...] = ()
    fields: dict[str, Any] = Field(default_factory=dict)
    number: str | None = None
    guest: Guest | None = None
    report_id: str | None = None
    review_required: bool = False
    status: ControlStatus = ControlStatus.DRAFT
    approved: RevisionSummary | None = None
    in_review: int | None = None
    awaited: tuple[str, ...] = ()
    type_acknowledgers: tuple[Role, ...] = ()
    own_acknowledgers: tuple[Role, ...] = ()
    trashed_at: Moment | None = None
    embedded: Revision | None = Field(default=None, exclude=True)

    @classmethod
    def from_item(cls, item: dict[str, Any]) -> Self:
        known = split(item)
        if "status" not in known:  # stored before there was review: what was ready was in force
            status = ControlStatus.DRAFT if known["current"] is None else ControlStatus.APPROVED
            known = {**known, "approved": known["current"], "status": status}
        return super().from_item(known)

    def to_item(self) -> dict[str, Any]:
        """With the words it is searched by, which are written whenever anything else of it is, and as the first of its own history."""
        return {**super().to_item(), "words": self.words, "subjectId": self.id}

    @property
    def words(self) -> str:
        names = [self.number or "", self.title, *self.tags, *self.file_names]
        return document_words(names, (text for _, text in self.texts()))

    @property
    def file_names(self) -> list[str]:
        """Of the revision in force, the current and the newest one."""
        named = [one.file_name for one in (self.approved, self.current, self.newest) if one is not None]
        return list(dict.fromkeys(named))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Custom fields that are text for people, by key."""
        for key, value in self.fields.items():
            if isinstance(value, str) and not is_id(value):
                yield key, value

    @property
    def shown(self) -> RevisionSummary | None:
        """What stands for the document in a list: the revision in force, else the newest ready one."""
        return self.approved or self.current

    @property
    def state(self) -> RevisionState:
        return self.newest.state

    def stored(self, number: int) -> BlobPath:
        """Where the bytes of a ready revision are."""
        return BlobPath(LIBRARY, blob_name(self.organisation_id, self.id, number))

    def seen_by(self, actor: Actor) -> Self:
        """Errors: NotFound for a site outside the actor's scope, and for what is being deleted."""
        if not actor.may_see_site(self.site_id) or self.purging_since is not None:
            raise NotFound
        return self

    def require_free(self) -> None:
        """Errors: PartOfReport."""
        if self.report_id is not None:
            raise PartOfReport

    def require_version(self, etag: str) -> None:
        """Errors: StaleVersion."""
        if self.etag != etag:
            raise StaleVersion

    def next_number(self) -> int:
        """Of a further revision. Errors: InTheTrash, RevisionPending while one is under way, TooManyRevisions."""
        if self.trashed_at is not None:
            raise InTheTrash
        if not self.newest.state.is_settled:
            raise RevisionPending
        if self.newest.number >= MAX_REVISIONS:
            raise TooManyRevisions
        return self.newest.number + 1

    def require_restorable(self, revision: Revision) -> None:
        """Errors: NotReady, AlreadyCurrent."""
        if revision.state is not RevisionState.READY:
            raise NotReady
        if self.is_current(revision.number):
            raise AlreadyCurrent

    def is_current(self, number: int) -> bool:
        return self.current is not None and self.current.number == number

    @property
    def duplicates(self) -> list[str]:
        """Ids of documents that were found to hold the bytes of the newest or of the current revision."""
        current = () if self.current is None else self.current.duplicates
        return list(dict.fromkeys([*self.newest.duplicates, *current]))

    def has_newer(self, number: int) -> bool:
        """Ready, or on its way; what was refused does not count."""
        on_its_way = self.newest.number > number and self.newest.state is not RevisionState.REJECTED
        return on_its_way or (self.current is not None and self.current.number > number)

    def with_revision(self, revision: Revision, now: datetime) -> Self:
        """After this revision was announced or changed: it is served only once it is ready, and never instead of a newer one."""
        summary = revision.summary()
        update: dict[str, Any] = {}
        if revision.number >= self.newest.number:
            update["newest"] = summary
        if revision.state is RevisionState.READY and (self.current is None or revision.number >= self.current.number):
            update["current"] = summary
            is_further = not self.is_current(revision.number)
            if not self.review_required:
                update |= {"approved": summary, "status": ControlStatus.APPROVED, **self._approved_now(revision, now)}
            elif is_further and self.in_review is None:
                update["status"] = ControlStatus.DRAFT
        return self.changed(now, **update)

    def showing(self, revision: Revision) -> Self:
        """With what is known of this revision by now. Nobody changed the document, so `updated_at` stays."""
        summary, summaries = (
            revision.summary(),
            {name: getattr(self, name) for name in ("newest", "current", "approved")},
        )
        known = {name: one for name, one in summaries.items() if one is not None and one.number == summary.number}
        return self.model_copy(update=dict.fromkeys(known, summary))

    def without(self, closed: Collection[Revision], left: Revision | None, now: datetime) -> Self:
        """After ready revisions were closed: `left` is the newest ready one that remains. It comes into force by itself only where
        nothing needs a review.
        """
        gone = {revision.number: revision.summary() for revision in closed}
        remains = None if left is None else left.summary()
        update: dict[str, Any] = {"newest": gone.get(self.newest.number, self.newest)}
        if self.current is not None and self.current.number in gone:
            update["current"] = remains
        if self.approved is not None and self.approved.number in gone:
            update["approved"] = None if self.review_required else remains
            update["approved_at"] = None if update["approved"] is None else now
        if self.in_review in gone:
            update["in_review"] = None
        changed = self.changed(now, **update)
        is_in_force = changed.current is not None and changed.is_approved(changed.current.number)
        open_status = ControlStatus.DRAFT if changed.in_review is None else ControlStatus.IN_REVIEW
        return changed.model_copy(update={"status": ControlStatus.APPROVED if is_in_force else open_status})

    def with_review(self, revision: Revision, now: datetime) -> Self:
        """After something happened in the review of this revision: the last approval puts it in force in place of an earlier one."""
        status = ControlStatus.DRAFT if revision.review is None else revision.review.status
        awaited = () if revision.review is None else tuple(one.user_id for one in revision.review.awaited)
        in_review = revision.number if status is ControlStatus.IN_REVIEW else None
        update: dict[str, Any] = {"in_review": in_review, "awaited": awaited}
        if status is ControlStatus.APPROVED:
            update |= {"approved": revision.summary(), **self._approved_now(revision, now)}
        is_open = status is ControlStatus.IN_REVIEW or self.is_current(revision.number)
        return self.changed(now, **update, status=status if is_open else ControlStatus.DRAFT)

    def _approved_now(self, revision: Revision, now: datetime) -> dict[str, Any]:
        """When it came into force; what happens to it afterwards does not move that."""
        return {} if self.is_approved(revision.number) else {"approved_at": now}

    def requiring_review(self, required: bool, now: datetime) -> Self:
        """What needs no review is in force as soon as it is ready; what was in force stays so when review becomes needed."""
        update: dict[str, Any] = {"review_required": required}
        if self.review_required and not required:
            update |= {"in_review": None, "awaited": (), "approved": self.current}
            update["status"] = ControlStatus.DRAFT if self.current is None else ControlStatus.APPROVED
            if self.current is not None and not self.is_approved(self.current.number):
                update["approved_at"] = now
        return self.model_copy(update=update)

    def shown_to(self, actor: Actor) -> RevisionSummary | None:
        """What somebody gets who names no revision: the one in force, and who may review the newest ready one."""
        return self.current if Permission.DOCUMENTS_REVIEW in actor.permissions else self.approved

    @property
    def acknowledgers(self) -> tuple[Role, ...]:
        return tuple(role for role in Role if role in self.type_acknowledgers or role in self.own_acknowledgers)

    def asks(self, actor: Actor) -> bool:
        """Has the actor to acknowledge the revision in force?"""
        return self.approved is not None and actor.role is not None and actor.role in self.acknowledgers

    def status_of(self, revision: Revision) -> ControlStatus:
        """Whether a revision is superseded is said by the document alone, so that one write approves one and supersedes another."""
        if self.is_approved(revision.number):
            return ControlStatus.APPROVED
        reviewed = ControlStatus.DRAFT if revision.review is None else revision.review.status
        if reviewed is ControlStatus.IN_REVIEW and self.in_review == revision.number:
            return ControlStatus.IN_REVIEW
        if reviewed is ControlStatus.CHANGES_REQUESTED:
            return ControlStatus.CHANGES_REQUESTED
        is_old = revision.state is RevisionState.READY and self.superseded_by(revision.number) is not None
        return ControlStatus.SUPERSEDED if is_old else ControlStatus.DRAFT

    def is_approved(self, number: int) -> bool:
        return self.approved is not None and self.approved.number == number

    def superseded_by(self, number: int) -> int | None:
        """The number in force, if it is a later one."""
        return self.approved.number if self.approved is not None and self.approved.number > number else None

    def changes(self, after: Self) -> dict[str, list[Any]]:
        """What people can change, by wire name: before and after; of custom fields, which may be long, the keys."""
        difference = self.difference(after, _CHANGEABLE)
        keys = self.fields.keys() | after.fields.keys()
        changed = sorted(key for key in keys if self.fields.get(key) != after.fields.get(key))
        return {**difference, "fields": changed} if changed else difference
