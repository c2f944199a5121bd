"""A document and the file of its current revision. Rules only: no I/O, time comes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, Self

from shared.errors import StaleVersion
from shared.kit.blob_path import BlobPath
from shared.kit.model import Entity, Moment, Wire

QUARANTINE = "quarantine"
LIBRARY = "library"
AWAITED_FOR = timedelta(hours=24)  # how long an announced file may stay away
SLOWEST = 16 * 1024 * 1024  # bytes a second that reading, hashing and copying manage at the very least
MAX_ATTEMPTS = 20  # claims of one file, among them those of workers that were killed


class DocumentState(StrEnum):
    AWAITING_UPLOAD = "awaiting_upload"
    VERIFYING = "verifying"
    READY = "ready"
    REJECTED = "rejected"

    @property
    def is_settled(self) -> bool:
        return self in {DocumentState.READY, DocumentState.REJECTED}


class Rejection(Wire):
    """Why a file was refused: a stable code, and words for the person who uploaded it."""

    code: str
    message: str


class Revision(Wire):
    """One file, immutable once it is settled. `blob_etag` is the version of the bytes that completion saw."""

    number: int
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    blob_name: str
    awaited_until: Moment
    state: DocumentState = DocumentState.AWAITING_UPLOAD
    blob_etag: str | None = None
    detected_type: str | None = None
    rejection: Rejection | None = None
    leased_until: Moment | None = None
    attempts: int = 0


def blob_name(organisation_id: str, document_id: str, number: int) -> str:
    """Chosen by the server and made of ids: no two files share a name, and a repeated copy meets its own result."""
    return f"{organisation_id}/{document_id}/{number}"


class Document(Entity):
    """`overdue_at` is when somebody must look whether its file got stuck; None once that is settled."""

    kind: Literal["document"] = "document"
    title: str
    site_id: str | None = None
    revision: Revision
    overdue_at: Moment | None
    trashed_at: Moment | None = None

    @property
    def state(self) -> DocumentState:
        return self.revision.state

    @property
    def quarantined(self) -> BlobPath:
        return BlobPath(QUARANTINE, self.revision.blob_name)

    @property
    def stored(self) -> BlobPath:
        return BlobPath(LIBRARY, self.revision.blob_name)

    @property
    def blob_metadata(self) -> Mapping[str, str]:
        """What the promoted blob says about itself; the same for every attempt, so a rerun recognises its own work."""
        return {"sha256": self.revision.sha256, "documentid": self.id}

    def require_version(self, etag: str) -> None:
        """Errors: StaleVersion."""
        if self.etag != etag:
            raise StaleVersion

    def awaited_longer(self, now: datetime) -> Self | None:
        """With a fresh day for a new URL; None while most of the old one is left."""
        if self.revision.awaited_until - now > AWAITED_FOR / 2:
            return None
        return self._with(awaited_until=now + AWAITED_FOR)

    def uploaded(self, blob_etag: str, now: datetime, overdue_at: datetime) -> Self:
        changed = self._with(state=DocumentState.VERIFYING, blob_etag=blob_etag)
        return changed.changed(now, overdue_at=overdue_at)

    def claim(self, now: datetime, lease: timedelta) -> Self | None:
        """The same document, taken for verification; None if there is nothing to verify or somebody holds it.

        A large file is held longer. What people see does not change, so neither does `updated_at`.
        """
        if self.state is not DocumentState.VERIFYING or self.is_leased(now):
            return None
        until = now + lease + timedelta(seconds=self.revision.size_bytes / SLOWEST)
        return self._with(leased_until=until, attempts=self.revision.attempts + 1).postponed(until)

    def released(self, overdue_at: datetime) -> Self:
        """Free for the next delivery."""
        return self._with(leased_until=None).postponed(overdue_at)

    def verified(self, detected_type: str | None, now: datetime) -> Self:
        return self._settled(now, state=DocumentState.READY, detected_type=detected_type)

    def rejected(self, rejection: Rejection, detected_type: str | None, now: datetime) -> Self:
        return self._settled(now, state=DocumentState.REJECTED, rejection=rejection, detected_type=detected_type)

    def postponed(self, overdue_at: datetime) -> Self:
        """Looked at; the next look is then."""
        return self.model_copy(update={"overdue_at": overdue_at})

    def is_leased(self, now: datetime) -> bool:
        return self.revision.leased_until is not None and self.revision.leased_until > now

    @property
    def is_worn_out(self) -> bool:
        """So many workers took it and none came to an end that the file itself must be the reason."""
        return self.revision.attempts >= MAX_ATTEMPTS

    def is_abandoned(self, now: datetime) -> bool:
        return self.state is DocumentState.AWAITING_UPLOAD and self.revision.awaited_until <= now

    def _settled(self, now: datetime, **revision: object) -> Self:
        return self._with(**revision, leased_until=None).changed(now, overdue_at=None)

    def _with(self, **revision: object) -> Self:
        return self.model_copy(update={"revision": self.revision.model_copy(update=revision)})


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    title: str | None
