"""The services of this noun, wired: what shared/app.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.archives.collecting import Collecting
from shared.archives.expiring import Expiring
from shared.archives.exporting import Exporting
from shared.archives.importing import Importing
from shared.archives.imports import ImportService
from shared.archives.parts import PartLimits
from shared.archives.repository import ArchiveRepository, ImportRepository, ImportRunRepository, PeopleRepository
from shared.archives.restoring import Restoring
from shared.archives.service import ArchiveService, FindOrganisation
from shared.archives.target import Target
from shared.documents.processing import DocumentProcessing
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
    imports: ImportService
    importing: Importing
    expiring: Expiring
    outbox: Outbox


def open_archives(
    database: Database,
    blobs: BlobStore,
    queue: JobQueue,
    processing: DocumentProcessing,
    proof: OwnProof,
    find_organisation: FindOrganisation,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Archives:
    """Files are examined as `processing` examines uploads."""
    container, directory = database.container("exports"), database.container("directory")
    reports = database.container("reports")
    documents = DocumentRepository(database.container("documents"))
    archives, imports = ArchiveRepository(container), ImportRepository(container)
    collecting, runs = Collecting(directory, reports, documents), ImportRunRepository(container)
    exporting = Exporting(archives, queue, LEASE, stuck_after, now, collecting, blobs, PartLimits())
    restoring = Restoring(documents, blobs, processing.checks, processing.expected, now)
    target, people = Target(directory, reports, documents.container, now), PeopleRepository(container)
    importing = Importing(runs, queue, LEASE, stuck_after, now, imports, people, target, restoring, blobs)
    return Archives(
        service=ArchiveService(archives, exporting, proof, find_organisation, blobs, now),
        exporting=exporting,
        imports=ImportService(imports, runs, importing, proof, blobs, now),
        importing=importing,
        expiring=Expiring(archives, imports, blobs, now),
        outbox=outbox_of(exporting, importing, called="archive"),
    )
