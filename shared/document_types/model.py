"""A kind of document and what its documents keep to: their numbers, their review, their custom fields.

Every change makes a new version; documents keep the version they were written with, which stays readable for good.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field

from shared.document_types.errors import DocumentTypeCodeTaken, TooManyDocumentTypes
from shared.document_types.fields import FieldSpec, to_items
from shared.identity.permissions import Role
from shared.kit.model import Entity, OnlyOne, Wire

MAX_TYPES = 100  # in use, of one organisation
MAX_REGISTERED = 1000  # retired ones among them


class DocumentTypeStatus(StrEnum):
    ACTIVE = "active"
    RETIRED = "retired"


class TypeVersion(Entity):
    """What documents of one version of a type keep to."""

    version: int
    code: str
    name: str
    number_pattern: str
    manual_numbers: bool
    review_required: bool
    acknowledgement_required: bool
    acknowledgement_roles: tuple[Role, ...] = (Role.OPERATOR,)
    fields: tuple[FieldSpec, ...]

    @property
    def acknowledgers(self) -> tuple[Role, ...]:
        """Which roles have to acknowledge the revision in force."""
        return self.acknowledgement_roles if self.acknowledgement_required else ()


DEFINITION = (
    "code",
    "name",
    "number_pattern",
    "manual_numbers",
    "review_required",
    "acknowledgement_required",
    "acknowledgement_roles",
    "fields",
)


class FormerVersion(TypeVersion):
    """One version as it was written, immutable; the newest has one as well."""

    kind: Literal["documentTypeVersion"] = "documentTypeVersion"
    type_id: str


class DocumentType(TypeVersion):
    """The newest version. `shapes`: what every key it ever had holds, so that no key becomes what its values cannot."""

    kind: Literal["documentType"] = "documentType"
    status: DocumentTypeStatus = DocumentTypeStatus.ACTIVE
    shapes: dict[str, str] = Field(default_factory=dict)

    @property
    def is_retired(self) -> bool:
        return self.status is DocumentTypeStatus.RETIRED

    def differing(self, values: Mapping[str, Any]) -> list[str]:
        """Which parts of the definition `values` would change."""
        return [name for name in DEFINITION if name in values and _plain(values[name]) != _plain(getattr(self, name))]

    def revised(self, values: Mapping[str, Any], now: datetime) -> Self:
        """The next version."""
        fields = values.get("fields", self.fields)
        return self.changed(
            now, **values, version=self.version + 1, shapes={**self.shapes, **{f.key: f.shape for f in fields}}
        )

    def snapshot(self, actor: str) -> FormerVersion:
        definition = {name: getattr(self, name) for name in DEFINITION}
        return FormerVersion(
            id=version_id(self.id, self.version),
            organisation_id=self.organisation_id,
            created_at=self.updated_at,
            updated_at=self.updated_at,
            created_by=actor,
            type_id=self.id,
            version=self.version,
            **definition,
        )


def version_id(type_id: str, version: int) -> str:
    return f"{type_id}:{version}"


def _plain(value: Any) -> Any:
    return to_items(value) if value and isinstance(value, tuple) and isinstance(value[0], FieldSpec) else value


class Registered(Wire):
    """A code as its type has it, large and small letters alike."""

    type_id: str
    folded: str
    retired: bool = False


class Register(OnlyOne):
    """All types of an organisation and their codes: one item, written in one batch with each type that comes, goes or takes another
    code, so that no two share one and no more are in use than may be.
    """

    ITEM = "document-types"
    kind: Literal["documentTypeRegister"] = "documentTypeRegister"
    types: tuple[Registered, ...] = ()

    def holding(self, entity: DocumentType, now: datetime) -> Self:
        """With the type as it is now. Errors: DocumentTypeCodeTaken, TooManyDocumentTypes."""
        entry = Registered(type_id=entity.id, folded=entity.code.casefold(), retired=entity.is_retired)
        others = [known for known in self.types if known.type_id != entity.id]
        if any(known.folded == entry.folded for known in others):
            raise DocumentTypeCodeTaken
        in_use = sum(not known.retired for known in others)
        if (not entry.retired and in_use >= MAX_TYPES) or len(others) >= MAX_REGISTERED:
            raise TooManyDocumentTypes
        return self.changed(now, types=(*others, entry))


class Discipline(Wire):
    code: str
    name: str


class Disciplines(OnlyOne):
    """The disciplines an organisation sorts its documents by."""

    ITEM = "disciplines"
    kind: Literal["disciplines"] = "disciplines"
    disciplines: tuple[Discipline, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentTypeDraft:
    code: str
    name: str
    number_pattern: str
    manual_numbers: bool
    review_required: bool
    acknowledgement_required: bool
    acknowledgement_roles: tuple[Role, ...]
    fields: Sequence[FieldSpec]


@dataclass(frozen=True, slots=True)
class DocumentTypeChange:
    """`values` by name in `DEFINITION`; what is absent stays."""

    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentTypeFilter:
    """None: whatever; `search` is part of the name or the code."""

    status: DocumentTypeStatus | None = None
    search: str | None = None
