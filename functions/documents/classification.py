"""What documents are sorted by and called, on the wire: given, changed, looked for."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, Field

from shared.document_types.fields import MAX_FIELDS
from shared.document_types.number_pattern import MAX_NUMBER
from shared.documents.filters import DocumentFilter, valid_field
from shared.documents.model import CLASSIFICATION, DocumentChange
from shared.documents.review import ControlStatus
from shared.documents.revision import RevisionState
from shared.documents.tags import Tag, Tags
from shared.kit.http import ListQuery
from shared.kit.ids import Id
from shared.kit.model import In

_INVISIBLE = frozenset({"Cc", "Cs", "Zl", "Zp"})  # controls, halves of characters, line and paragraph breaks
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def line(text: str) -> str:
    """One line of text. Errors: ValueError for control characters and for marks that change the direction of writing.

    Joiners stay: Persian, Hindi and emoji are spelt with them.
    """
    if any(unicodedata.category(letter) in _INVISIBLE or letter in _DIRECTIONS for letter in text):
        raise ValueError("must not contain control characters or marks that change the direction of writing")
    return text


Title = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(line)]
Discipline = Annotated[str, Field(min_length=1, max_length=10)]


class ClassificationIn(In):
    type_id: Id | None = None
    discipline: Discipline | None = Field(default=None, description="a code from the organisation's list")
    tags: Tags = Field(default=(), description="kept in small letters, each once")
    fields: dict[str, Any] | None = Field(
        default=None,
        max_length=MAX_FIELDS,
        description="all custom fields by key: a text, a date as 2026-05-04, a number or an object with `value` and `unit`",
    )
    number: Annotated[str, Field(min_length=1, max_length=MAX_NUMBER)] | None = Field(
        default=None, description="by hand, where the type permits it; else documents of a type are numbered in turn"
    )

    def classification(self) -> dict[str, Any]:
        """What was said, by field name; no fields and no number are as good as nothing said."""
        said = {name: getattr(self, name) for name in CLASSIFICATION & self.model_fields_set}
        return {name: value for name, value in said.items() if value is not None or name in {"type_id", "discipline"}}


class DocumentChangeIn(ClassificationIn):
    """What is absent stays as it is; `fields` replaces all of them, `tags` too. A type or a discipline of null is taken away."""

    title: Title | None = None
    site_id: Id | None = Field(default=None, description="null: of no site, for everybody in the organisation")

    def to_change(self) -> DocumentChange:
        values = self.classification()
        if self.title is not None:
            values["title"] = self.title
        if "site_id" in self.model_fields_set:
            values["site_id"] = self.site_id
        return DocumentChange(values)


class DocumentList(ListQuery):
    sort: Literal["createdAt", "-createdAt", "updatedAt", "-updatedAt", "title", "-title", "number", "-number"] = Field(
        default="-createdAt", description="by number: only documents that have one"
    )
    state: RevisionState | None = Field(default=None, description="of the newest revision")
    status: ControlStatus | None = Field(default=None, description="of the current revision")
    trashed: bool = False
    type_id: Id | None = None
    discipline: Discipline | None = None
    tag: Tag | None = Field(default=None, max_length=100)
    site_id: Id | None = None
    number: str | None = Field(default=None, max_length=MAX_NUMBER, description="what the number begins with")
    field: Annotated[str, Field(max_length=500), AfterValidator(valid_field)] | None = Field(
        default=None, description="one custom field as `key:value`; of a number the value as entered, or with a unit"
    )
    created_from: AwareDatetime | None = None
    created_before: AwareDatetime | None = None
    updated_from: AwareDatetime | None = None
    updated_before: AwareDatetime | None = None

    def to_filter(self) -> DocumentFilter:
        return DocumentFilter(
            trashed=self.trashed,
            state=self.state,
            type_id=self.type_id,
            discipline=self.discipline,
            tag=self.tag,
            site_id=self.site_id,
            number=self.number,
            field=self.field,
            status=self.status,
            numbered=self.sort.endswith("number"),
            created=(self.created_from, self.created_before),
            updated=(self.updated_from, self.updated_before),
        )
