"""Documents as share links see them: the one place where the two nouns meet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.documents.model import Document
from shared.documents.revision import RevisionState, RevisionSummary
from shared.documents.revisions import DOWNLOAD_LIFE, DocumentRevisions
from shared.documents.service import DocumentService
from shared.documents.viewing import DocumentViewing
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.composition import Basis
from shared.identity.throttle import Attempt
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.received_documents import ReceivedDocuments
from shared.share_links.doors import Door
from shared.share_links.ports import FindOrganisation, LinkedDocument, LinkedFile
from shared.share_links.repository import ShareLinkRepository, ShareUseRepository
from shared.share_links.service import ShareLinkService
from shared.share_links.uploads.repository import UploadLinkRepository, UploadUseRepository
from shared.share_links.uploads.service import UploadLinkService
from shared.share_links.uploads.visits import UploadVisits
from shared.share_links.visits import LinkVisits


@dataclass(frozen=True, slots=True)
class LinkedDocuments:
    documents: DocumentService
    revisions: DocumentRevisions
    viewing: DocumentViewing
    blobs: BlobStore

    async def find(self, actor: Actor, document_id: str, revision: int | None = None) -> LinkedDocument:
        """With the file of this revision if it is ready, None for the one in force. One request. Errors: NotFound."""
        if revision is None:
            document = await self.documents.get(actor, document_id)
            return _linked(document, document.approved)
        try:
            document, found = await self.revisions.get(actor, document_id, revision)
        except NotFound:  # of the document, or only of the revision: one more request tells
            return _linked(await self.documents.get(actor, document_id), None)
        return _linked(document, found.summary() if found.state is RevisionState.READY else None)

    async def sign(self, file: LinkedFile) -> SignedUrl:
        return await self.blobs.sign_download(file.blob, file.file_name, file.content_type, DOWNLOAD_LIFE)

    async def sign_pictures(self, file: LinkedFile) -> list[SignedUrl]:
        return (await self.viewing.sign(file.blob.name, file.pictures)).pages


def _linked(document: Document, wanted: RevisionSummary | None) -> LinkedDocument:
    file = None
    if wanted is not None:
        file = LinkedFile(
            revision=wanted.number,
            file_name=wanted.file_name,
            size_bytes=wanted.size_bytes,
            content_type=wanted.detected_type or "application/octet-stream",
            sha256=wanted.sha256,
            blob=document.stored(wanted.number),
            pictures=wanted.pictures,
        )
    return LinkedDocument(
        id=document.id,
        title=document.title,
        is_trashed=document.trashed_at is not None,
        file=file,
        newest=None if document.approved is None else document.approved.number,
    )


@dataclass(frozen=True, slots=True)
class Sharing:
    """`links` and `upload_links` are for those who make them, `visits` and `upload_visits` for those who were given one."""

    links: ShareLinkService
    visits: LinkVisits
    upload_links: UploadLinkService
    upload_visits: UploadVisits


def open_sharing(
    container: Container,
    documents: LinkedDocuments,
    received: ReceivedDocuments,
    find_organisation: FindOrganisation,
    basis: Basis,
    page_url: str,
    now: Callable[[], datetime],
) -> Sharing:
    """Links are stored beside the documents, in `container`."""
    links, uses = ShareLinkRepository(container), ShareUseRepository(container)
    upload_links, upload_uses = UploadLinkRepository(container), UploadUseRepository(container)
    passwords, throttle = basis.passwords, basis.throttle
    to_documents = Door(passwords, throttle, Attempt.SHARE_LINK, Attempt.SHARE_LINK_PASSWORD)
    for_uploads = Door(passwords, throttle, Attempt.UPLOAD_LINK, Attempt.UPLOAD_LINK_PASSWORD)
    return Sharing(
        ShareLinkService(links, uses, find_organisation, passwords, page_url, now, documents.find),
        LinkVisits(
            links,
            uses,
            documents.find,
            find_organisation,
            documents.sign,
            documents.sign_pictures,
            to_documents,
            basis.sealer,
            now,
        ),
        UploadLinkService(upload_links, upload_uses, find_organisation, passwords, page_url, now, received),
        UploadVisits(upload_links, upload_uses, received, find_organisation, for_uploads, basis.sealer, now),
    )
