"""Search for documents: what is asked, what a hit says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field

from functions.documents.endpoints import READ
from functions.documents.views import ListedDocumentOut
from shared.app import App
from shared.documents.criteria import DocumentCriteria
from shared.documents.search.query import Revisions, SearchQuery, SearchText
from shared.documents.search.ranking import Part, Standing
from shared.documents.search.service import SHOWN_PAGES, SearchRequest
from shared.identity.actor import Actor
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.model import Out

if TYPE_CHECKING:
    from shared.documents.search.matching import Snippet
    from shared.documents.search.ranking import Matched
    from shared.documents.search.service import Hit, PageHit, SearchPage

api = Api("Documents")


class DocumentSearchQuery(DocumentCriteria, ListQuery):
    q: SearchText
    revisions: Revisions = Field(
        default="served",
        description="pages of the revision in force (or else the newest ready one), or of superseded ones and drafts as well",
    )
    limit: int = Field(default=20, ge=1, le=50)

    def to_request(self) -> SearchRequest:
        query = SearchQuery.parse(self.q)
        return SearchRequest(query, self.to_filter(), self.limit, self.cursor, self.revisions == "all")


class RangeOut(Out):
    """Where a match begins, and where it has ended."""

    start: int
    end: int


class SnippetOut(Out):
    text: str = Field(description="plain text, as it is in the file: to be shown as text, never as HTML")
    ranges: list[RangeOut] = Field(description="what was found in it, in UTF-16 code units as JavaScript counts")

    @classmethod
    def of(cls, snippet: Snippet) -> Self:
        return cls(text=snippet.text, ranges=[RangeOut(start=start, end=end) for start, end in snippet.ranges])


class MatchOut(Out):
    """A text of the document itself in which something was found."""

    part: Part
    key: str | None = Field(description="of a custom field")
    snippet: SnippetOut

    @classmethod
    def of(cls, matched: Matched) -> Self:
        return cls(part=matched.part, key=matched.key, snippet=SnippetOut.of(matched.snippet))


class PageHitOut(Out):
    """A page on which everything was found."""

    revision: int
    standing: Standing = Field(description="of that revision")
    number: int
    label: str = Field(description="what the page is where it has a name: a sheet, a slide, a range of lines")
    snippet: SnippetOut | None = Field(description="null where there was too much text to read it all")

    @classmethod
    def of(cls, page: PageHit) -> Self:
        return cls(
            revision=page.revision,
            standing=page.standing,
            number=page.number,
            label=page.label,
            snippet=None if page.snippet is None else SnippetOut.of(page.snippet),
        )


class HitOut(Out):
    document: ListedDocumentOut
    matches: list[MatchOut] = Field(description="in the document's own words; empty if everything was found on pages")
    pages: list[PageHitOut] = Field(description=f"the best {SHOWN_PAGES}; empty if nothing was found on pages")
    page_count: int = Field(description="pages of it that were found")

    @classmethod
    def of(cls, hit: Hit, document: ListedDocumentOut) -> Self:
        return cls(
            document=document,
            matches=[MatchOut.of(matched) for matched in hit.matched],
            pages=[PageHitOut.of(page) for page in hit.pages],
            page_count=hit.page_count,
        )


class DocumentSearchPage(PageOut):
    items: list[HitOut]
    is_complete: bool = Field(description="false if a bound was met: there may be more that match than are shown")

    @classmethod
    def of(cls, page: SearchPage, documents: list[ListedDocumentOut]) -> Self:
        items = [HitOut.of(hit, document) for hit, document in zip(page.items, documents, strict=True)]
        return cls(items=items, next_cursor=page.next_cursor, is_complete=page.is_complete)


@api.get("v1/documents/search", summary="Search documents", auth=READ, limit="120/minute")
async def search_documents(query: DocumentSearchQuery, actor: Actor, app: App) -> DocumentSearchPage:
    """The best hits first, one for each document. All words occur in its number, title, tags, file names and custom fields, where
    also the beginning of a word is found, or all on one page of its text.
    """
    page = await app.documents.search.search(actor, query.to_request())
    documents = [hit.document for hit in page.items]
    thumbnails = await app.documents.viewing.thumbnails(actor, documents)
    return DocumentSearchPage.of(page, ListedDocumentOut.listed(documents, actor, thumbnails))
