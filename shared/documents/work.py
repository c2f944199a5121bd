"""What is sent to the queue, and by which name things are known there."""

from shared.kit.jobs import Job

VERIFY_QUEUE = "documents-verify"
UPLOAD_COMPLETED = "document.upload_completed"
SYSTEM = "system"  # who did what no person did


def verification_of(organisation_id: str, document_id: str) -> Job:
    return Job.of("document.verify", organisation_id, document_id)
