"""One file of a document, and what becomes of it. Rules only: no I/O, time comes in."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, Self

from shared.documents.derived import NONE, Derived, DerivedState
from shared.documents.review import Review
from shared.kit.blob_path import BlobPath
from shared.kit.model import Entity, Moment, Wire

QUARANTINE = "quarantine"
LIBRARY = "library"
AWAITED_FOR = timedelta(hours=24)  # how long an announced file may stay away
SLOWEST = 16 * 1024 * 1024  # bytes a second that reading, hashing and copying manage at the very least
MAX_ATTEMPTS = 20  # claims of one file, among them those of workers that were killed
MAX_REVISIONS = 1000
_LAST = 9999


class RevisionState(StrEnum):
    AWAITING_UPLOAD = "awaiting_upload"
    VERIFYING = "verifying"
    READY = "ready"
    REJECTED = "rejected"

    @property
    def is_settled(self) -> bool:
        return self in {RevisionState.READY, RevisionState.REJECTED}


class Rejection(Wire):
    """Why a file was refused: a stable code, and words for the person who uploaded it."""

    code: str
    message: str


class MalwareFound(Wire):
    """By a scanner that reports by itself: in which version of the bytes, and what."""

    etag: str
    name: str


class RevisionSummary(Wire):
    """What a document says about one of its revisions, so that reading it or a list of them needs no other item.

    `duplicates` are the documents that held the same bytes when this was verified, whoever may see them. `pictures` is how many pages
    were drawn; where there are any, there is a thumbnail.
    """

    revision_id: str
    number: int
    state: RevisionState
    rejection: Rejection | None
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    detected_type: str | None
    duplicates: tuple[str, ...] = ()
    pictures: int = 0


def revision_id(document_id: str, number: int) -> str:
    """Of the document and the number, so that no number is given twice. Counted down: in the order of ids a document comes first,
    then its revisions from the newest on (docs/adr/0009).
    """
    return f"{document_id}.{_LAST - number:04d}"


def blob_name(organisation_id: str, document_id: str, number: int) -> str:
    """Chosen by the server and made of ids: no two files share a name, and a repeated copy meets its own result."""
    return f"{organisation_id}/{document_id}/{number}"


class Revision(Entity):
    """One file, immutable once it is settled. `blob_etag` is the version of the bytes that completion saw.

    `earlier_reviews` are rounds that were withdrawn before another began, the first first; `remind_at` is when somebody must look
    whether a reviewer has to be reminded.

    `restored_from` is the number of the revision whose bytes this one repeats; it is read where those lie. `overdue_at` is when
    somebody must look whether the file got stuck; None once it is settled.
    """

    kind: Literal["revision"] = "revision"
    document_id: str
    number: int
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    blob_name: str
    awaited_until: Moment
    overdue_at: Moment | None
    state: RevisionState = RevisionState.AWAITING_UPLOAD
    blob_etag: str | None = None
    detected_type: str | None = None
    rejection: Rejection | None = None
    restored_from: int | None = None
    review: Review | None = None
    earlier_reviews: tuple[Review, ...] = ()
    remind_at: Moment | None = None
    duplicates: tuple[str, ...] = ()
    malware: MalwareFound | None = None
    text: Derived = NONE
    preview: Derived = NONE
    leased_until: Moment | None = None
    attempts: int = 0

    @property
    def quarantined(self) -> BlobPath:
        """Where uploaded bytes lie until the outcome is written; then they are deleted."""
        return BlobPath(QUARANTINE, self.blob_name)

    @property
    def stored(self) -> BlobPath:
        return BlobPath(LIBRARY, self.blob_name)

    @property
    def source(self) -> BlobPath:
        """What is read and promoted. Of a restored revision that is an original in the library: never to be deleted."""
        if self.restored_from is None:
            return self.quarantined
        return BlobPath(LIBRARY, blob_name(self.organisation_id, self.document_id, self.restored_from))

    @property
    def known_malware(self) -> str | None:
        """What was found in the very bytes that completion saw."""
        is_about_these = self.malware is not None and self.malware.etag == (self.blob_etag or "").strip('"')
        return self.malware.name if self.malware is not None and is_about_these else None

    @property
    def pictures(self) -> int:
        return self.preview.pages if self.preview.state is DerivedState.READY else 0

    @property
    def blob_metadata(self) -> Mapping[str, str]:
        """What the promoted blob says about itself; the same for every attempt, so a rerun recognises its own work."""
        return {"sha256": self.sha256, "documentid": self.document_id}

    def summary(self) -> RevisionSummary:
        facts = {name: getattr(self, name) for name in RevisionSummary.model_fields if name != "revision_id"}
        return RevisionSummary(revision_id=self.id, **facts)

    def awaited_longer(self, now: datetime) -> Self | None:
        """With a fresh day for a new URL; None while most of the old one is left."""
        if self.awaited_until - now > AWAITED_FOR / 2:
            return None
        return self.model_copy(update={"awaited_until": now + AWAITED_FOR})

    def with_review(self, review: Review, now: datetime) -> Self:
        """A round that begins keeps the one before it, which was withdrawn."""
        former = self.review
        if former is None or former.withdrawn_at is None or review.withdrawn_at is not None:
            return self.changed(now, review=review, remind_at=review.remind_at)
        earlier = (*self.earlier_reviews, former)
        return self.changed(now, review=review, remind_at=review.remind_at, earlier_reviews=earlier)

    def uploaded(self, blob_etag: str, now: datetime, overdue_at: datetime) -> Self:
        return self.changed(now, state=RevisionState.VERIFYING, blob_etag=blob_etag, overdue_at=overdue_at)

    def claim(self, now: datetime, lease: timedelta) -> Self | None:
        """The same revision, taken for verification; None if there is nothing to verify or somebody holds it.

        A large file is held longer. What people see does not change, so neither does `updated_at`.
        """
        if self.state is not RevisionState.VERIFYING or self.is_leased(now):
            return None
        until = now + lease + timedelta(seconds=self.size_bytes / SLOWEST)
        return self.model_copy(update={"leased_until": until, "attempts": self.attempts + 1}).postponed(until)

    def released(self, overdue_at: datetime) -> Self:
        """Free for the next delivery."""
        return self.model_copy(update={"leased_until": None}).postponed(overdue_at)

    def verified(
        self, detected_type: str | None, duplicates: tuple[str, ...], now: datetime, **derived: Derived
    ) -> Self:
        """`derived` is what is to be made of the file: text, preview."""
        outcome = {"state": RevisionState.READY, "detected_type": detected_type, "duplicates": duplicates, **derived}
        return self._settled(now, **outcome)

    def rejected(self, rejection: Rejection, detected_type: str | None, now: datetime) -> Self:
        return self._settled(now, state=RevisionState.REJECTED, rejection=rejection, detected_type=detected_type)

    def closed(self, rejection: Rejection, now: datetime) -> Self:
        """Served no more, although it was found to be as it should be. Its bytes stay: they may be under hold, or be evidence. What was
        still to be made of it is not made any more.
        """
        made = {
            name: NONE if derived.state is DerivedState.PENDING else derived
            for name, derived in (("text", self.text), ("preview", self.preview))
        }
        return self._settled(now, state=RevisionState.REJECTED, rejection=rejection, **made)

    def postponed(self, overdue_at: datetime) -> Self:
        """Looked at; the next look is then."""
        return self.model_copy(update={"overdue_at": overdue_at})

    def is_leased(self, now: datetime) -> bool:
        return self.leased_until is not None and self.leased_until > now

    @property
    def is_worn_out(self) -> bool:
        """So many workers took it and none came to an end that the file itself must be the reason."""
        return self.attempts >= MAX_ATTEMPTS

    def is_abandoned(self, now: datetime) -> bool:
        return self.state is RevisionState.AWAITING_UPLOAD and self.awaited_until <= now

    def _settled(self, now: datetime, **outcome: object) -> Self:
        return self.changed(now, **outcome, leased_until=None, overdue_at=None)
