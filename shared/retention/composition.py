"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.holds.enforcement import HoldEnforcement
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.retention.purging import Purging
from shared.retention.repository import PolicyRepository, RunRepository
from shared.retention.running import RetentionRunning
from shared.retention.service import FindType, RetentionService
from shared.retention.work import asked_for

LEASE = timedelta(minutes=5)  # for one page


@dataclass(frozen=True, slots=True)
class Retention:
    service: RetentionService
    running: RetentionRunning
    purging: Purging
    outbox: Outbox


def open_retention(
    directory: Container,
    documents: Container,
    texts: Container,
    blobs: BlobStore,
    queue: JobQueue,
    enforcement: HoldEnforcement,
    find_type: FindType,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Retention:
    policies, runs = PolicyRepository(directory), RunRepository(documents)
    running = RetentionRunning(runs, queue, LEASE, stuck_after, now, policies)
    outbox = Outbox(
        container=documents,
        queue=queue,
        kinds=("document", runs.kind),
        called="retention",
        asked_for=lambda item: asked_for(item) or running.asked_for(item),
        stuck_for=lambda item: asked_for(item) or running.stuck_for(item),
        stuck_after=stuck_after,
        now=now,
    )
    return Retention(
        service=RetentionService(policies, runs, running, find_type, enforcement.holds.names, now),
        running=running,
        purging=Purging(runs, texts, blobs, queue, enforcement.lift, now),
        outbox=outbox,
    )
