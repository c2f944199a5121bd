"""Documents as upload links see them: what came by a link, and nothing else. Where the two nouns meet, as in linked_documents.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shared.documents.announcing import Upload
from shared.documents.drafts import DocumentDraft, FileDraft, Guest
from shared.documents.errors import NotAwaitingUpload
from shared.documents.model import Document
from shared.documents.revision import RevisionState
from shared.documents.service import DocumentService
from shared.documents.uploads import DocumentUploads, Standing
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.kit.blobs import Block
from shared.share_links.uploads.model import Received, SentBlock, SentFile, Target, UploadLink
from shared.share_links.uploads.ports import Taking

_ANY_FILE = FileDraft("file", 1, "0" * 64, "application/octet-stream")


@dataclass(frozen=True, slots=True)
class ReceivedDocuments:
    """They are the maker's of the link, and marked as a guest's; what is recorded names the link as the one who acted."""

    documents: DocumentService
    uploads: DocumentUploads

    @property
    def max_bytes(self) -> int:
        return self.documents.announcing.max_bytes

    async def check(self, actor: Actor, site_id: str | None, classification: Mapping[str, Any]) -> None:
        await self.documents.check(actor, DocumentDraft(_ANY_FILE, None, site_id, classification))

    async def find(self, link: UploadLink, file: SentFile) -> Received | None:
        document = await self.documents.documents.find_sent(link.organisation_id, link.id, file.sha256, file.file_name)
        return None if document is None else await self._received(link, document)

    async def announce(self, link: UploadLink, file: SentFile, title: str, beside: Taking) -> Received:
        draft = DocumentDraft(
            FileDraft(file.file_name, file.size_bytes, file.sha256, file.content_type),
            title,
            link.site_id,
            link.preset,
            Guest(link_id=link.id, name=file.sender),
            link.created_by,
        )
        document, upload, _ = await self.documents.announce(link.actor, draft, beside=beside)
        return _received(document, target=_target(upload))

    async def get(self, link: UploadLink, document_id: str) -> Received:
        return await self._received(link, await self._own(link, document_id))

    async def complete(self, link: UploadLink, document_id: str) -> Received:
        await self._own(link, document_id)
        return _received(await self.uploads.complete(link.actor, document_id))

    async def _own(self, link: UploadLink, document_id: str) -> Document:
        """Errors: NotFound."""
        document = await self.documents.get(link.actor, document_id)
        if document.guest is None or document.guest.link_id != link.id:
            raise NotFound
        return document

    async def _received(self, link: UploadLink, document: Document) -> Received:
        """Of a document whose first revision is its guest's; what colleagues put on top of it is not theirs to see."""
        if document.newest.number > 1 or document.state is not RevisionState.AWAITING_UPLOAD:
            return _received(document)
        try:
            standing = await self.uploads.get_standing(link.actor, document.id)
        except NotAwaitingUpload:  # completed meanwhile
            return _received(await self._own(link, document.id))
        return _received(document, target=_target(standing.upload), standing=standing)


def _received(document: Document, *, target: Target | None = None, standing: Standing | None = None) -> Received:
    file = document.newest
    is_theirs = file.number == 1
    rejection = None if file.rejection is None or not is_theirs else (file.rejection.code, file.rejection.message)
    return Received(
        id=document.id,
        file_name=file.file_name if is_theirs else "",
        size_bytes=file.size_bytes if is_theirs else 0,
        state=file.state.value if is_theirs else RevisionState.READY.value,
        rejection=rejection,
        target=target,
        whole_bytes=None if standing is None else standing.whole_bytes,
        committed=() if standing is None else _blocks(standing.committed),
        uncommitted=() if standing is None else _blocks(standing.uncommitted),
    )


def _target(upload: Upload) -> Target:
    return Target(upload.method, upload.signed.url, upload.block_size_bytes, upload.signed.expires_at)


def _blocks(blocks: list[Block]) -> tuple[SentBlock, ...]:
    return tuple(SentBlock(block.id, block.size) for block in blocks)
