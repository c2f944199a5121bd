"""What is looked at in place, on the wire: pictures and text of pages, thumbnails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field

from functions.documents.schemas import DocumentOut
from shared.documents.derived import DerivedState
from shared.identity.actor import Actor
from shared.kit.http import ListQuery, PageOut
from shared.kit.model import Moment, Out

if TYPE_CHECKING:
    from shared.documents.model import Document
    from shared.documents.revision import Revision
    from shared.documents.viewing import Pictures, ReadPage
    from shared.kit.blob_signing import SignedUrl
    from shared.kit.paging import Page

MAX_TEXTS = 20  # pages of up to 100 KB


class PictureOut(Out):
    url: str
    expires_at: Moment

    @classmethod
    def of(cls, signed: SignedUrl) -> Self:
        return cls(url=signed.url, expires_at=signed.expires_at)


class PagePictureOut(PictureOut):
    number: int

    @classmethod
    def numbered(cls, signed: list[SignedUrl]) -> list[Self]:
        return [cls(url=one.url, expires_at=one.expires_at, number=number) for number, one in enumerate(signed, 1)]


class PreviewOut(Out):
    state: DerivedState
    reason: str | None = Field(description="a word for why it failed")
    total: int | None = Field(description="pages of the file, where it says how many it has")
    truncated: list[str] = Field(description="the caps that were met")
    thumbnail: PictureOut | None
    pages: list[PagePictureOut] = Field(description="the first pages; empty unless the state is ready")

    @classmethod
    def of(cls, revision: Revision, pictures: Pictures) -> Self:
        return cls(
            state=revision.preview.state,
            reason=revision.preview.reason,
            total=revision.preview.total,
            truncated=list(revision.preview.truncated),
            thumbnail=None if pictures.thumbnail is None else PictureOut.of(pictures.thumbnail),
            pages=PagePictureOut.numbered(pictures.pages),
        )


class ListedDocumentOut(DocumentOut):
    thumbnail: PictureOut | None = Field(description="of what is `shown` to you")

    @classmethod
    def listed(cls, documents: list[Document], actor: Actor, thumbnails: list[SignedUrl | None]) -> list[Self]:
        return [
            cls(
                **dict(DocumentOut.of(document, actor)),
                thumbnail=None if thumbnail is None else PictureOut.of(thumbnail),
            )
            for document, thumbnail in zip(documents, thumbnails, strict=True)
        ]


class DocumentPage(PageOut):
    items: list[ListedDocumentOut]


class PageTextList(ListQuery):
    limit: int = Field(default=5, ge=1, le=MAX_TEXTS)
    first: int = Field(default=1, ge=1, le=10_000, description="begin with the page of this number")


class PageTextOut(Out):
    number: int
    label: str = Field(description="what the page is where it has a name: a sheet, a slide, a range of lines")
    text: str


class PageTextPage(PageOut):
    state: DerivedState = Field(description="of the text as a whole")
    total: int | None = Field(description="pages of the file, where it says how many it has")
    items: list[PageTextOut]

    @classmethod
    def of(cls, revision: Revision, page: Page[ReadPage]) -> Self:
        items = [PageTextOut(number=one.number, label=one.label, text=one.text) for one in page.items]
        text = revision.text
        return cls(state=text.state, total=text.total, items=items, next_cursor=page.next_cursor)
