"""Documents and revisions as lines of an archive, and back. Rules only: no I/O, time comes in."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.archives.kinds import COMMON, Line
from shared.documents.derived import Derived
from shared.documents.keeping import StorageHold
from shared.documents.model import Document
from shared.documents.review import ControlStatus
from shared.documents.revision import (
    AWAITED_FOR,
    MAX_REVISIONS,
    Rejection,
    Revision,
    RevisionState,
    blob_name,
    revision_id,
)
from shared.kit.clock import to_wire
from shared.kit.ids import is_id
from shared.kit.jobs.outbox import FOLLOWED_AFTER

DOCUMENT, REVISION = "document", "revision"
_PLAIN = (
    "title",
    "siteId",
    "typeId",
    "typeVersion",
    "discipline",
    "tags",
    "fields",
    "number",
    "reviewRequired",
    "status",
    "approvedAt",
    "inReview",
    "awaited",
    "guest",
    "typeAcknowledgers",
    "ownAcknowledgers",
    "trashedAt",
    "holds",
    "reportId",
)
SUMMARIES = ("newest", "current", "approved")
DOCUMENT_FACTS = (*_PLAIN, *SUMMARIES, "readAt")
REVISION_FACTS = (
    "documentId",
    "number",
    "fileName",
    "sizeBytes",
    "sha256",
    "contentType",
    "state",
    "detectedType",
    "rejection",
    "restoredFrom",
    "review",
    "earlierReviews",
    "duplicates",
)


def document_line(document: Document, read_at: datetime) -> Line:
    """Its revisions are named by their numbers."""
    item = document.to_item()
    named = {name: None if item[name] is None else item[name]["number"] for name in SUMMARIES}
    return {**{name: item[name] for name in (*COMMON, *_PLAIN)}, **named, "readAt": to_wire(read_at)}


def revision_line(revision: Revision) -> Line:
    item = revision.to_item()
    return {name: item[name] for name in (*COMMON, *REVISION_FACTS)}


def check_document(line: Line) -> None:
    """Errors: ValueError."""
    if line.keys() != {*COMMON, *DOCUMENT_FACTS} or not is_id(line["id"]):
        raise ValueError("not a document")
    numbers = [line[name] for name in SUMMARIES if line[name] is not None]
    newest = line["newest"]
    if newest not in range(1, MAX_REVISIONS + 1) or not all(number in range(1, newest + 1) for number in numbers):
        raise ValueError("not the numbers of revisions")
    datetime.fromisoformat(line["readAt"])
    stand_in = {
        "revisionId": "",
        "number": 1,
        "state": RevisionState.READY,
        "rejection": None,
        "fileName": "",
        "sizeBytes": 0,
        "sha256": "",
        "contentType": "",
        "detectedType": None,
    }
    Document.model_validate({**line, **dict.fromkeys(SUMMARIES, stand_in), "kind": DOCUMENT, "organisationId": ""})


def restored_revision(line: Line, organisation_id: str, now: datetime) -> Revision:
    """What was on its way is awaited anew: its bytes are not in the archive. Errors: ValueError."""
    if line.keys() != {*COMMON, *REVISION_FACTS} or not is_id(line["documentId"]):
        raise ValueError("not a revision")
    revision = Revision.model_validate(
        {
            **line,
            "kind": REVISION,
            "organisationId": organisation_id,
            "blobName": blob_name(organisation_id, line["documentId"], line["number"]),
            "awaitedUntil": now + AWAITED_FOR,
            "overdueAt": None,
        }
    )
    if revision.id != revision_id(revision.document_id, revision.number) or revision.size_bytes < 0:
        raise ValueError("not a revision")
    if revision.state.is_settled:
        reminded = None if revision.review is None else revision.review.remind_at
        return revision.model_copy(update={"remind_at": reminded})
    return revision.model_copy(update={"state": RevisionState.AWAITING_UPLOAD, "overdue_at": now + AWAITED_FOR})


def made_ready(revision: Revision, detected_type: str | None, derived: Mapping[str, Derived]) -> Revision:
    """Its file is in the library; text and pictures are to be made again."""
    return revision.model_copy(update={"detected_type": detected_type, **derived})


def refused(revision: Revision, rejection: Rejection, now: datetime) -> Revision:
    """Its file is not let in any more: what was clean then may be known as malware today."""
    return revision.rejected(rejection, None, now)


def restored_document(line: Line, organisation_id: str, revisions: Mapping[int, Revision], now: datetime) -> Document:
    """With its summaries, from all of its revisions; what it is held by holds it again. Errors: ValueError, KeyError."""
    ready = [number for number, one in revisions.items() if one.state is RevisionState.READY]
    wanted: dict[str, Any] = {name: line[name] for name in SUMMARIES}
    for name in ("current", "approved"):
        if wanted[name] is not None and wanted[name] not in ready:
            wanted[name] = max(ready, default=None) if name == "current" or not line["reviewRequired"] else None
    summaries = {name: None if number is None else revisions[number].summary() for name, number in wanted.items()}
    held = {
        "holdEpoch": 1,
        "storageHold": StorageHold.PENDING,
        "keepingDueAt": now + FOLLOWED_AFTER,
    }
    document = Document.model_validate(
        {
            **{name: line[name] for name in (*COMMON, *_PLAIN)},
            **summaries,
            **(held if line["holds"] else {}),
            "kind": DOCUMENT,
            "organisationId": organisation_id,
        }
    )
    if line["approved"] is not None and document.approved is None:
        return document.model_copy(update={"status": ControlStatus.DRAFT, "approved_at": None})
    return document
