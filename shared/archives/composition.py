"""The services of this noun, wired: what shared/app.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.archives.collecting import Collecting
from shared.archives.expiring import Expiring
from shared.archives.exporting import Exporting
from shared.archives.parts import PartLimits
from shared.archives.repository import ArchiveRepository, ImportRepository
from shared.archives.service import ArchiveService, FindOrganisation
from shared.documents.repository import DocumentRepository
from shared.identity.own_proof import OwnProof
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Database
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.running import outbox_of

LEASE = timedelta(minutes=2)  # renewed every second while something comes


@dataclass(frozen=True, slots=True)
class Archives:
    service: ArchiveService
    exporting: Exporting
    expiring: Expiring
    outbox: Outbox


def open_archives(
    database: Database,
    blobs: BlobStore,
    queue: JobQueue,
    proof: OwnProof,
    find_organisation: FindOrganisation,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Archives:
    container = database.container("exports")
    archives, imports = ArchiveRepository(container), ImportRepository(container)
    collecting = Collecting(database.container("directory"), DocumentRepository(database.container("documents")))
    exporting = Exporting(archives, queue, LEASE, stuck_after, now, collecting, blobs, PartLimits())
    return Archives(
        service=ArchiveService(archives, exporting, proof, find_organisation, blobs, now),
        exporting=exporting,
        expiring=Expiring(archives, imports, blobs, now),
        outbox=outbox_of(exporting, called="archive"),
    )
