"""What is sent to the queues, and by which name things are known there."""

from collections.abc import Mapping
from typing import Any

from shared.documents.keeping import StorageHold
from shared.documents.model import Document
from shared.holds.model import LegalHold, storage_hold_of
from shared.kit.jobs import Job
from shared.kit.jobs.outbox import Asked

PROTECT_QUEUE = "documents-protect"
CLOSE_QUEUE = "holds-close"
HOLD_CLOSING = "hold.closing"
SYSTEM = "system"  # who did what no person did


def protection_of(document: Document) -> Job:
    return Job.of("document.protect", document.organisation_id, document.id)


def closing_of(hold: LegalHold) -> Job:
    return Job.of("hold.close", hold.organisation_id, hold.id)


def asked_for(item: Mapping[str, Any]) -> Asked:
    """What a stored item asks for: the storage has not followed, a case is closing."""
    if item["kind"] == "document" and item.get("storageHold", StorageHold.NONE) != StorageHold.NONE:
        document = Document.from_item(dict(item))
        if storage_hold_of(document) in {StorageHold.PENDING, StorageHold.LIFTING}:
            return PROTECT_QUEUE, protection_of(document)
    if item["kind"] == "legalHold" and item["state"] == "closing":
        return CLOSE_QUEUE, closing_of(LegalHold.from_item(dict(item)))
    return None
