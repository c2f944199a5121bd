"""The services of this noun, wired: what shared/app.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.documents.announcing import Announcing
from shared.documents.processing import DocumentProcessing
from shared.documents.reconciliation import DocumentReconciliation
from shared.documents.repository import DocumentRepository
from shared.documents.revisions import DocumentRevisions
from shared.documents.service import CheckScope, DocumentService
from shared.documents.uploads import DocumentUploads
from shared.documents.verification import Checks
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.queues import JobQueue


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """`max_bytes` is the size limit of one file, `lease` how long one worker holds a small one, `stuck_after` when the timer looks.
    `checks` is what must be true of a file beyond being what was announced.
    """

    max_bytes: int
    lease: timedelta
    stuck_after: timedelta
    checks: Checks


@dataclass(frozen=True, slots=True)
class Documents:
    service: DocumentService
    uploads: DocumentUploads
    revisions: DocumentRevisions
    processing: DocumentProcessing
    reconciliation: DocumentReconciliation


def build_documents(
    container: Container,
    blobs: BlobStore,
    queue: JobQueue,
    settings: DocumentSettings,
    check_scope: CheckScope,
    now: Callable[[], datetime],
) -> Documents:
    documents = DocumentRepository(container)
    announcing = Announcing(blobs, settings.max_bytes, now)
    return Documents(
        service=DocumentService(documents, announcing, check_scope, now),
        uploads=DocumentUploads(documents, announcing, blobs, queue, settings.stuck_after, now),
        revisions=DocumentRevisions(documents, announcing, blobs, queue, settings.stuck_after, now),
        processing=DocumentProcessing(
            documents, blobs, queue, settings.checks, settings.lease, settings.stuck_after, now
        ),
        reconciliation=DocumentReconciliation(documents, blobs, queue, settings.stuck_after, now),
    )
