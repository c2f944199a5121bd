"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.document_types.numbers import Numbers
from shared.document_types.service import DocumentTypeService
from shared.documents.acknowledgements import AcknowledgementRepository
from shared.documents.acknowledging import DocumentAcknowledgements
from shared.documents.announcing import Announcing
from shared.documents.classification import Classification, CodeOfSite
from shared.documents.derivation import DocumentDerivation
from shared.documents.extraction.extractor import TextExtractor
from shared.documents.history import DocumentHistory
from shared.documents.previews.previewer import Previewer
from shared.documents.processing import DocumentProcessing
from shared.documents.reconciliation import DocumentReconciliation
from shared.documents.repository import DocumentRepository
from shared.documents.reviewing import DocumentReviews, WhoMayReview
from shared.documents.revisions import DocumentRevisions
from shared.documents.scan_results import ScanResults
from shared.documents.search.candidates import Candidates
from shared.documents.search.service import DocumentSearch
from shared.documents.service import DocumentService
from shared.documents.uploads import DocumentUploads
from shared.documents.verification import Checks
from shared.documents.viewing import DocumentViewing
from shared.identity.actor import CheckScope
from shared.identity.people import People
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.queues import JobQueue
from shared.kit.sandbox import Sandbox


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """`max_bytes` is the size limit of one file, `lease` how long one worker holds a small one, `stuck_after` when the timer looks.
    `checks` is what must be true of a file beyond being what was announced; `sandbox` is where files are read and drawn.
    """

    max_bytes: int
    lease: timedelta
    stuck_after: timedelta
    checks: Checks
    sandbox: Sandbox


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What documents ask of other nouns."""

    types: DocumentTypeService
    code_of_site: CodeOfSite
    check_scope: CheckScope
    who_may_review: WhoMayReview
    people: People


@dataclass(frozen=True, slots=True)
class Documents:
    numbers: Numbers
    acknowledgements: DocumentAcknowledgements
    reviews: DocumentReviews
    service: DocumentService
    uploads: DocumentUploads
    revisions: DocumentRevisions
    processing: DocumentProcessing
    reconciliation: DocumentReconciliation
    derivation: DocumentDerivation
    search: DocumentSearch
    viewing: DocumentViewing
    scan_results: ScanResults
    history: DocumentHistory


def open_documents(
    container: Container,
    pages: Container,
    blobs: BlobStore,
    queue: JobQueue,
    settings: DocumentSettings,
    neighbours: Neighbours,
    now: Callable[[], datetime],
) -> Documents:
    documents = DocumentRepository(container)
    numbers = Numbers(container, now)
    classification = Classification(neighbours.types, numbers, neighbours.code_of_site, now)
    acknowledging = DocumentAcknowledgements(documents, AcknowledgementRepository(container), neighbours.people, now)
    announcing = Announcing(blobs, settings.max_bytes, now)
    derivation = DocumentDerivation(
        documents, pages, blobs, queue, TextExtractor(settings.sandbox), Previewer(settings.sandbox), now
    )
    return Documents(
        numbers=numbers,
        acknowledgements=acknowledging,
        reviews=DocumentReviews(documents, neighbours.who_may_review, now),
        service=DocumentService(documents, announcing, classification, neighbours.check_scope, now),
        uploads=DocumentUploads(documents, announcing, blobs, queue, settings.stuck_after, now),
        revisions=DocumentRevisions(documents, announcing, blobs, queue, settings.stuck_after, now),
        processing=DocumentProcessing(
            documents, blobs, queue, settings.checks, derivation.expected, settings.lease, settings.stuck_after, now
        ),
        reconciliation=DocumentReconciliation(documents, blobs, queue, settings.stuck_after, now),
        derivation=derivation,
        search=DocumentSearch(Candidates(container, pages)),
        viewing=DocumentViewing(documents, pages, blobs),
        scan_results=ScanResults(documents, blobs, queue, now),
        history=DocumentHistory(documents),
    )
