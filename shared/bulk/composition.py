"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.bulk.cells import FindSite
from shared.bulk.deeds import Deeds
from shared.bulk.importing import Importing
from shared.bulk.imports import BulkImports
from shared.bulk.repository import OperationRepository
from shared.bulk.running import BulkRunning, FindActor
from shared.bulk.service import BulkService
from shared.bulk.treating import Treating
from shared.document_types.numbers import Numbers
from shared.document_types.service import DocumentTypeService
from shared.documents.acknowledging import DocumentAcknowledgements
from shared.documents.service import DocumentService
from shared.holds.repository import HoldRepository
from shared.identity.actor import CheckScope
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.running import outbox_of

LEASE = timedelta(minutes=5)  # for one page


@dataclass(frozen=True, slots=True)
class Bulk:
    service: BulkService
    imports: BulkImports
    running: BulkRunning
    outbox: Outbox


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What operations on documents ask of other nouns."""

    documents: DocumentService
    acknowledgements: DocumentAcknowledgements
    numbers: Numbers
    types: DocumentTypeService
    find_site: FindSite
    check_scope: CheckScope
    find_actor: FindActor


def open_bulk(
    container: Container,
    blobs: BlobStore,
    queue: JobQueue,
    neighbours: Neighbours,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Bulk:
    operations, holds, types = OperationRepository(container), HoldRepository(container), neighbours.types
    deeds, treating = Deeds(neighbours.documents, holds, neighbours.acknowledgements, now), Treating(operations, now)
    importing = Importing(operations, treating, deeds, types, neighbours.numbers, neighbours.find_site, blobs, now)
    running = BulkRunning(
        operations, queue, LEASE, stuck_after, now, deeds, treating, importing, types, neighbours.find_actor
    )
    service = BulkService(operations, running, holds, types, neighbours.check_scope, now)
    imports = BulkImports(service, neighbours.documents.documents, types, blobs)
    return Bulk(service, imports, running, outbox_of(running, called="bulk"))
