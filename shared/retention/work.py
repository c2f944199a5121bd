"""What is sent to the queues, and by which name things are known there."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.kit.ids import ALPHABET
from shared.kit.jobs import Job
from shared.kit.jobs.outbox import Asked

RUN_QUEUE = "retention-run"
RUN = "retention.run"
PURGE_QUEUE = "documents-purge"
SYSTEM = "system"  # who did what no person did


def purge_of(organisation_id: str, document_id: str) -> Job:
    return Job.of("document.purge", organisation_id, document_id)


def asked_for(item: Mapping[str, Any]) -> Asked:
    """What a document that is being deleted asks for."""
    if item["kind"] == "document" and item.get("purgingSince") is not None:
        return PURGE_QUEUE, purge_of(item["organisationId"], item["id"])
    return None


def id_of_day(organisation_id: str, now: datetime) -> str:
    """A ULID of the day's midnight (UTC) and the organisation: however often the timer fires, there is one run a day."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    chance = hashlib.sha256(f"{organisation_id} {midnight.date()}".encode()).digest()[:10]
    value = int(midnight.timestamp() * 1000) << 80 | int.from_bytes(chance)
    return "".join(ALPHABET[(value >> shift) & 31] for shift in range(125, -1, -5))
