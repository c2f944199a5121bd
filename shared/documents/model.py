"""A document and the file of its current revision. Rules only: no I/O, time comes in."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, Self

from shared.errors import StaleVersion
from shared.kit.blobs import BlobPath
from shared.kit.model import Entity, Moment, Wire

QUARANTINE = "quarantine"
LIBRARY = "library"
ABANDONED_AFTER = timedelta(hours=24)


class DocumentState(StrEnum):
    AWAITING_UPLOAD = "awaiting_upload"
    VERIFYING = "verifying"
    READY = "ready"
    REJECTED = "rejected"


class Rejection(Wire):
    """Why a file was refused: a stable code, and words for the person who uploaded it."""

    code: str
    message: str


class Revision(Wire):
    """One file, immutable once it is ready. `blob_etag` is the version of the bytes that completion saw."""

    number: int
    file_name: str
    size_bytes: int
    sha256: str
    content_type: str
    detected_type: str | None = None
    state: DocumentState = DocumentState.AWAITING_UPLOAD
    rejection: Rejection | None = None
    blob_etag: str | None = None
    leased_until: Moment | None = None


class Document(Entity):
    """`pending_since` is set while its file is on the way: how a stuck upload is found."""

    kind: Literal["document"] = "document"
    title: str
    site_id: str | None = None
    revision: Revision
    pending_since: Moment | None
    trashed_at: Moment | None = None

    @property
    def state(self) -> DocumentState:
        return self.revision.state

    @property
    def quarantined(self) -> BlobPath:
        return BlobPath(QUARANTINE, self._blob_name)

    @property
    def stored(self) -> BlobPath:
        return BlobPath(LIBRARY, self._blob_name)

    @property
    def blob_metadata(self) -> Mapping[str, str]:
        """What the promoted blob says about itself; the same for every attempt, so a rerun recognises its own work."""
        return {"sha256": self.revision.sha256, "documentid": self.id}

    @property
    def _blob_name(self) -> str:
        return f"{self.organisation_id}/{self.id}/{self.revision.number}"

    def uploaded(self, blob_etag: str, now: datetime) -> Self:
        return self._with(now, pending_since=now, state=DocumentState.VERIFYING, blob_etag=blob_etag, leased_until=None)

    def claim(self, now: datetime, lease: timedelta) -> Self | None:
        """The same document, taken for verification; None if that is settled or somebody holds it."""
        if self.state is not DocumentState.VERIFYING:
            return None
        if self.revision.leased_until is not None and self.revision.leased_until > now:
            return None
        return self._with(now, pending_since=self.pending_since, leased_until=now + lease)

    def verified(self, detected_type: str | None, now: datetime) -> Self:
        return self._with(
            now, pending_since=None, state=DocumentState.READY, detected_type=detected_type, leased_until=None
        )

    def rejected(self, rejection: Rejection, now: datetime) -> Self:
        return self._with(now, pending_since=None, state=DocumentState.REJECTED, rejection=rejection, leased_until=None)

    def is_abandoned(self, now: datetime) -> bool:
        return self.state is DocumentState.AWAITING_UPLOAD and self.created_at + ABANDONED_AFTER <= now

    def require_version(self, etag: str) -> None:
        """Errors: StaleVersion."""
        if self.etag != etag:
            raise StaleVersion

    def _with(self, now: datetime, *, pending_since: datetime | None, **revision: object) -> Self:
        changed = self.revision.model_copy(update=revision)
        return self.changed(now, revision=changed, pending_since=pending_since)
