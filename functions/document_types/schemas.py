"""Document types and disciplines on the wire."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, field_validator

from shared.document_types.fields import MAX_FIELDS, FieldSpec
from shared.document_types.model import (
    Discipline,
    Disciplines,
    DocumentType,
    DocumentTypeChange,
    DocumentTypeDraft,
    DocumentTypeFilter,
    DocumentTypeStatus,
    TypeVersion,
)
from shared.document_types.number_pattern import MAX_NUMBER_PATTERN, valid_number_pattern
from shared.identity.names import Name
from shared.identity.permissions import Role
from shared.kit.http import ListQuery, PageOut
from shared.kit.model import In, Moment, Out

MAX_DISCIPLINES = 100

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,9}$", description="part of the numbers of documents")]
Pattern = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MAX_NUMBER_PATTERN,
        description="tokens {site}, {type}, {discipline}, {year} and {seq:N} once (N digits), between them A-Z a-z 0-9 . _ / -",
    ),
    AfterValidator(valid_number_pattern),
]
Switch = Annotated[bool, Field(strict=True)]


def _in_order(roles: tuple[Role, ...]) -> tuple[Role, ...]:
    return tuple(role for role in Role if role in roles)


Roles = Annotated[tuple[Role, ...], Field(min_length=1, max_length=len(Role)), AfterValidator(_in_order)]


class FieldIn(FieldSpec):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


Fields = Annotated[tuple[FieldIn, ...], Field(max_length=MAX_FIELDS)]


class DocumentTypeIn(In):
    code: Code
    name: Name
    number_pattern: Pattern = "{type}-{year}-{seq:4}"
    manual_numbers: Switch = Field(default=False, description="documents may also be given a number by hand")
    review_required: Switch = False
    acknowledgement_required: Switch = False
    acknowledgement_roles: Roles = Field(
        default=(Role.OPERATOR,), description="who has to acknowledge, where that is required"
    )
    fields: Fields = ()

    def to_draft(self) -> DocumentTypeDraft:
        return DocumentTypeDraft(**dict(self))


class DocumentTypeChangeIn(In):
    """What is absent stays as it is; `fields` replaces all of them."""

    code: Code | None = None
    name: Name | None = None
    number_pattern: Pattern | None = None
    manual_numbers: Switch | None = None
    review_required: Switch | None = None
    acknowledgement_required: Switch | None = None
    acknowledgement_roles: Roles | None = None
    fields: Fields | None = None

    def to_change(self) -> DocumentTypeChange:
        return DocumentTypeChange({name: value for name, value in self if value is not None})


class DocumentTypeList(ListQuery):
    sort: Literal["code", "-code", "name", "-name", "createdAt", "-createdAt"] = "code"
    status: DocumentTypeStatus | None = None
    search: str | None = Field(default=None, min_length=1, max_length=100, description="part of the name or the code")

    def to_filter(self) -> DocumentTypeFilter:
        return DocumentTypeFilter(self.status, self.search)


class DocumentTypeRow(Out):
    """A type as a list shows it, without its fields."""

    id: str
    code: str
    name: str
    status: DocumentTypeStatus
    version: int
    number_pattern: str
    manual_numbers: bool
    review_required: bool
    acknowledgement_required: bool
    acknowledgement_roles: list[Role]
    created_at: Moment
    updated_at: Moment

    @classmethod
    def of(cls, entity: DocumentType) -> Self:
        return cls.model_validate({name: getattr(entity, name) for name in cls.model_fields})


class DocumentTypePage(PageOut):
    items: list[DocumentTypeRow]


class DocumentTypeOut(DocumentTypeRow):
    fields: list[FieldSpec]
    etag: str


class DocumentTypeVersionOut(Out):
    """What documents written with this version keep to."""

    type_id: str
    version: int
    code: str
    name: str
    number_pattern: str
    manual_numbers: bool
    review_required: bool
    acknowledgement_required: bool
    acknowledgement_roles: list[Role]
    fields: list[FieldSpec]
    created_at: Moment

    @classmethod
    def of(cls, type_id: str, version: TypeVersion) -> Self:
        held = {name: getattr(version, name) for name in cls.model_fields if name != "type_id"}
        return cls.model_validate({"type_id": type_id, **held})


class DisciplineIn(In):
    code: Code
    name: Name


class DisciplinesIn(In):
    """The whole list."""

    disciplines: list[DisciplineIn] = Field(max_length=MAX_DISCIPLINES)

    @field_validator("disciplines")
    @classmethod
    def _each_once(cls, disciplines: list[DisciplineIn]) -> list[DisciplineIn]:
        if len({discipline.code.casefold() for discipline in disciplines}) < len(disciplines):
            raise ValueError("a code is there twice, large and small letters alike")
        return disciplines

    def to_disciplines(self) -> list[Discipline]:
        return [Discipline(code=discipline.code, name=discipline.name) for discipline in self.disciplines]


class DisciplinesOut(Out):
    disciplines: list[Discipline]
    etag: str

    @classmethod
    def of(cls, held: Disciplines) -> Self:
        return cls(disciplines=list(held.disciplines), etag=held.etag)
