"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.exports.adapting import Neighbours
from shared.exports.expiring import Expiring
from shared.exports.exporting import Exporting
from shared.exports.repository import ExportRepository
from shared.exports.service import ExportService
from shared.identity.actor import CheckScope
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.running import outbox_of

LEASE = timedelta(minutes=1)  # renewed every second while something comes


@dataclass(frozen=True, slots=True)
class Exports:
    service: ExportService
    exporting: Exporting
    expiring: Expiring
    outbox: Outbox


def open_exports(
    container: Container,
    blobs: BlobStore,
    queue: JobQueue,
    others: Neighbours,
    check_scope: CheckScope,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Exports:
    exports = ExportRepository(container)
    exporting = Exporting(exports, queue, LEASE, stuck_after, now, others, blobs)
    return Exports(
        service=ExportService(exports, exporting, others.definitions, check_scope, blobs, now),
        exporting=exporting,
        expiring=Expiring(exports, blobs, now),
        outbox=outbox_of(exporting, called="export"),
    )
