"""Legal holds on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, Field

from shared.documents.keeping import StorageHold
from shared.holds.model import HoldChange, HoldDraft, HoldState, LegalHold, storage_hold_of
from shared.identity.names import Name
from shared.kit.http import ListQuery, PageOut
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.documents.model import Document


def _text(text: str) -> str:
    """Errors: ValueError for what cannot be seen, apart from line breaks."""
    if any(not letter.isprintable() and letter not in "\n\t" for letter in text):
        raise ValueError("must not contain control characters")
    return text


Reason = Annotated[str, Field(min_length=1, max_length=2000), AfterValidator(_text)]


class HoldIn(In):
    name: Name = Field(description="the case, as people know it")
    reason: Reason = Field(description="why its documents must be kept")

    def to_draft(self) -> HoldDraft:
        return HoldDraft(self.name, self.reason)


class HoldChangeIn(In):
    """What is absent stays as it is."""

    name: Name | None = None
    reason: Reason | None = None

    def to_change(self) -> HoldChange:
        return HoldChange({name: value for name, value in self.model_dump().items() if value is not None})


class HoldList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"
    state: HoldState | None = None


class HeldDocumentList(ListQuery):
    sort: Literal["createdAt", "-createdAt", "title", "-title"] = "title"


class HoldOut(Out):
    id: str
    name: str
    reason: str
    state: HoldState = Field(description="closing: its documents are being let go; those it still has are held")
    created_at: Moment
    created_by: str
    updated_at: Moment
    closed_at: Moment | None
    closed_by: str | None
    etag: str

    @classmethod
    def of(cls, hold: LegalHold) -> Self:
        return cls(**{name: getattr(hold, name) for name in cls.model_fields})


class HoldPage(PageOut):
    items: list[HoldOut]


class HeldDocumentOut(Out):
    """A document under hold: nobody deletes it for good from the moment it was added on."""

    id: str
    title: str
    site_id: str | None
    trashed_at: Moment | None
    holds: list[str] = Field(description="ids of all cases that hold it")
    storage: StorageHold = Field(
        description="in_place: the storage refuses to delete its files, too; pending for seconds"
    )

    @classmethod
    def of(cls, document: Document) -> Self:
        return cls(
            id=document.id,
            title=document.title,
            site_id=document.site_id,
            trashed_at=document.trashed_at,
            holds=list(document.holds),
            storage=storage_hold_of(document),
        )


class HeldDocumentPage(PageOut):
    items: list[HeldDocumentOut]
