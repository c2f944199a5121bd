"""What documents are sorted by and called, on the wire: given, changed, looked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field

from shared.document_types.fields import MAX_FIELDS
from shared.document_types.number_pattern import MAX_NUMBER
from shared.documents.criteria import Discipline, DocumentCriteria, DocumentSort
from shared.documents.drafts import CLASSIFICATION, DocumentChange
from shared.documents.filters import DocumentFilter
from shared.documents.tags import Tags
from shared.documents.titles import Title
from shared.identity.permissions import Role
from shared.kit.http import ListQuery
from shared.kit.ids import Id
from shared.kit.model import In


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
    added_acknowledgement_roles: tuple[Role, ...] | None = Field(
        default=None,
        max_length=len(Role),
        description="roles that have to acknowledge it besides those its type asks; only who may review decides that",
    )

    def to_change(self) -> DocumentChange:
        values = self.classification()
        if self.title is not None:
            values["title"] = self.title
        if "site_id" in self.model_fields_set:
            values["site_id"] = self.site_id
        if (added := self.added_acknowledgement_roles) is not None:
            values["own_acknowledgers"] = tuple(role for role in Role if role in added)
        return DocumentChange(values)


class DocumentList(DocumentCriteria, ListQuery):
    sort: DocumentSort = Field(default="-createdAt", description="by number: only documents that have one")

    def to_filter(self) -> DocumentFilter:
        return replace(super().to_filter(), numbered=self.sort.endswith("number"))
