"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.bulk.deeds import Deeds
from shared.bulk.repository import OperationRepository
from shared.bulk.running import BulkRunning, FindActor
from shared.bulk.service import BulkService
from shared.documents.service import DocumentService
from shared.holds.repository import HoldRepository
from shared.identity.actor import CheckScope
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.running import outbox_of

LEASE = timedelta(minutes=5)  # for one page


@dataclass(frozen=True, slots=True)
class Bulk:
    service: BulkService
    running: BulkRunning
    outbox: Outbox


def open_bulk(
    container: Container,
    queue: JobQueue,
    documents: DocumentService,
    check_scope: CheckScope,
    find_actor: FindActor,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Bulk:
    operations, holds = OperationRepository(container), HoldRepository(container)
    running = BulkRunning(operations, queue, LEASE, stuck_after, now, Deeds(documents, holds, now), find_actor)
    service = BulkService(operations, running, holds, check_scope, now)
    return Bulk(service, running, outbox_of(running, called="bulk"))
