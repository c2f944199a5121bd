"""Looking at a file without fetching it: pictures of its pages, thumbnails in lists, the text of a page.

Pictures go straight from the storage to the browser. Signing one asks nobody (docs/adr/0015), so that a page of a list stays one request.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from shared.documents.errors import NotReady
from shared.documents.model import Document
from shared.documents.previews.previewer import CONTENT_TYPE
from shared.documents.previews.stored import THUMBNAIL, page_file, preview_path
from shared.documents.repository import DocumentRepository
from shared.documents.revision import Revision, RevisionState, blob_name, revision_id
from shared.identity.actor import Actor
from shared.kit.blob_signing import SignedUrl
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.paging import Condition, Page, PageRequest, cut_page, page_query

WINDOW = timedelta(minutes=10)  # a URL works for one to two of these


@dataclass(frozen=True, slots=True)
class Pictures:
    """Of the first pages, in order. There is a thumbnail as soon as there is a page."""

    thumbnail: SignedUrl | None
    pages: list[SignedUrl]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """`label` says what the page is where it has a name: a sheet, a slide, a range of lines."""

    number: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DocumentViewing:
    """`pages` is the container of texts, partitioned by organisation and document."""

    documents: DocumentRepository
    pages: Container
    blobs: BlobStore

    async def preview(self, actor: Actor, document_id: str, number: int) -> tuple[Revision, Pictures]:
        """Errors: NotFound, NotReady."""
        revision = await self._ready(actor, document_id, number)
        return revision, await self.sign(revision.blob_name, revision.pictures)

    async def sign(self, blob_name: str, count: int) -> Pictures:
        """Of the revision whose blob has this name, and of which `count` pages were drawn."""
        if not count:
            return Pictures(None, [])
        files = [THUMBNAIL, *(page_file(page) for page in range(1, count + 1))]
        thumbnail, *pages = await asyncio.gather(*(self._sign(blob_name, file) for file in files))
        return Pictures(thumbnail, pages)

    async def thumbnails(self, actor: Actor, documents: Sequence[Document]) -> list[SignedUrl | None]:
        """Of what the actor gets of each of them who names no revision; no request for any."""
        return [await self._thumbnail(actor, document) for document in documents]

    async def list_pages(
        self, actor: Actor, document_id: str, number: int, request: PageRequest, *, first: int = 1
    ) -> tuple[Revision, Page[ReadPage]]:
        """The text of a ready revision from page `first` on. Errors: NotFound, NotReady, CursorInvalid."""
        revision = await self._ready(actor, document_id, number)
        wanted = Condition(
            "c.revision = @revision AND c.number >= @first AND c.number <= @last",
            {"@revision": number, "@first": first, "@last": revision.text.pages},
        )
        partition = [actor.organisation_id, document_id]
        rows = await self.pages.query(page_query("page", request, [wanted]), partition, limit=request.limit + 1)
        page, cursor = cut_page(rows, request)
        return revision, Page([ReadPage(row["number"], row["label"], row["text"]) for row in page], cursor)

    async def _ready(self, actor: Actor, document_id: str, number: int) -> Revision:
        wanted = revision_id(document_id, number)
        document, revision = await self.documents.get_with_revision(actor.organisation_id, document_id, wanted)
        document.seen_by(actor)
        if revision.state is not RevisionState.READY:
            raise NotReady
        return revision

    async def _thumbnail(self, actor: Actor, document: Document) -> SignedUrl | None:
        if (shown := document.shown_to(actor)) is None or not shown.pictures:
            return None
        return await self._sign(blob_name(document.organisation_id, document.id, shown.number), THUMBNAIL)

    async def _sign(self, blob_name: str, file: str) -> SignedUrl:
        return await self.blobs.sign_view(preview_path(blob_name, file), CONTENT_TYPE, WINDOW)
