"""What is sent to the queue, and by which name things are known there."""

from typing import Any

from shared.documents.revision import Revision, revision_id
from shared.kit.jobs import Job

VERIFY = "document.verify"
VERIFY_QUEUE = "documents-verify"
TEXT_QUEUE = "documents-text"
PREVIEW_QUEUE = "documents-preview"
UPLOAD_COMPLETED = "document.upload_completed"
REVISION_RESTORED = "document.revision_restored"
BEGINNINGS = frozenset({UPLOAD_COMPLETED, REVISION_RESTORED})  # what verification follows
SYSTEM = "system"  # who did what no person did
FIRST = 1  # the revision of whatever was sent or recorded before there were others


def verification_of(revision: Revision) -> Job:
    return Job.of(VERIFY, revision.organisation_id, revision.document_id, revisionId=revision.id)


def verification_after(activity: dict[str, Any]) -> Job:
    """What the stored activity of a beginning asks for."""
    return Job.after(activity, VERIFY, revisionId=_revision_in(activity["data"], activity["subjectId"]))


def derivation_of(revision: Revision, what: str) -> Job:
    """`what` is text or preview."""
    return Job.of(f"document.{what}", revision.organisation_id, revision.document_id, revisionId=revision.id)


def revision_of(job: Job) -> str:
    return _revision_in(job.arguments, job.subject_id)


def facts_of(revision: Revision) -> dict[str, Any]:
    """How activities name a revision."""
    return {"revisionId": revision.id, "revision": revision.number}


def _revision_in(arguments: dict[str, Any], document_id: str) -> str:
    return str(arguments.get("revisionId") or revision_id(document_id, FIRST))
