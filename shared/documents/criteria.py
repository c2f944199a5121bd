"""What a list, a search or a selection of documents is narrowed down to, as people write it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from shared.document_types.number_pattern import MAX_NUMBER
from shared.documents.filters import DocumentFilter, valid_field
from shared.documents.review import ControlStatus
from shared.documents.revision import RevisionState
from shared.documents.tags import Tag
from shared.kit.ids import Id
from shared.kit.model import GivenMoment, In

Discipline = Annotated[str, Field(min_length=1, max_length=10)]


DocumentSort = Literal["createdAt", "-createdAt", "updatedAt", "-updatedAt", "title", "-title", "number", "-number"]


class DocumentCriteria(In):
    state: RevisionState | None = Field(default=None, description="of the newest revision")
    status: ControlStatus | None = Field(default=None, description="of the current revision")
    in_force: bool | None = Field(
        default=None,
        description="whether a revision is in force; who may not review gets those where one is, and their own, unless this, "
        "`state` or `status` says otherwise",
    )
    trashed: bool = False
    type_id: Id | None = None
    discipline: Discipline | None = None
    tag: Tag | None = Field(default=None, max_length=100)
    site_id: Id | None = None
    number: str | None = Field(default=None, max_length=MAX_NUMBER, description="what the number begins with")
    field: Annotated[str, Field(max_length=500), AfterValidator(valid_field)] | None = Field(
        default=None, description="one custom field as `key:value`; of a number the value as entered, or with a unit"
    )
    report_id: Id | None = Field(default=None, description="files of this report, which are left out otherwise")
    created_from: GivenMoment | None = None
    created_before: GivenMoment | None = None
    updated_from: GivenMoment | None = None
    updated_before: GivenMoment | None = None

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
            report_id=self.report_id,
            in_force=self.in_force,
            created=(self.created_from, self.created_before),
            updated=(self.updated_from, self.updated_before),
        )
