"""What can be done to many documents at once: what is asked, and which permissions it takes. Rules only."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from shared.documents.criteria import Discipline
from shared.documents.tags import Tags
from shared.identity.permissions import Permission
from shared.kit.ids import Id
from shared.kit.model import In
from shared.kit.paging import Condition


class TagDocuments(In):
    """Tags that all of them get, and that none of them keeps."""

    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_WRITE,)

    type: Literal["tag"]
    add: Tags = ()
    remove: Tags = ()

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        if not self.add and not self.remove:
            raise ValueError("must add or remove a tag")
        if both := set(self.add) & set(self.remove):
            raise ValueError(f"both adds and removes {', '.join(sorted(both))}")
        return self


class MoveDocuments(In):
    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_WRITE,)

    type: Literal["move"]
    site_id: Id | None = Field(description="null: to no site, for everybody in the organisation")


class ClassDocuments(In):
    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_WRITE,)

    type: Literal["discipline"]
    discipline: Discipline | None = Field(description="a code from the organisation's list; null takes it away")


class HoldDocuments(In):
    needs: ClassVar[tuple[Permission, ...]] = (Permission.HOLDS_WRITE,)

    type: Literal["hold"]
    hold_id: Id


class TrashDocuments(In):
    """What is under legal hold stays where it is."""

    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_DELETE,)

    type: Literal["trash"]


class RestoreDocuments(In):
    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_DELETE,)

    type: Literal["restore"]


class AcknowledgeDocuments(In):
    """Whoever asks says that they have read what was in force when they asked."""

    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_READ,)

    type: Literal["acknowledge"]


class MigrateDocuments(In):
    """Documents of older versions of a type take on its newest one, their values converted where a field has another type."""

    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENT_TYPES_WRITE, Permission.DOCUMENTS_WRITE)

    type: Literal["migrate"] = "migrate"
    type_id: Id
    from_version: int | None = Field(
        default=None, ge=1, description="only documents of this version; null: of all older ones"
    )
    to_version: int = Field(ge=1, description="the newest version: it says what somebody has looked at")
    drop_removed: bool = Field(
        strict=True, description="give up values of fields that the newest version does not have"
    )

    def conditions(self) -> list[Condition]:
        """Which documents it is about, in the trash or not."""
        conditions = [
            Condition("c.typeId = @type", {"@type": self.type_id}),
            Condition("c.typeVersion < @to", {"@to": self.to_version}),
        ]
        if self.from_version is not None:
            conditions.append(Condition("c.typeVersion = @from", {"@from": self.from_version}))
        return conditions


Asked = Annotated[
    TagDocuments
    | MoveDocuments
    | ClassDocuments
    | HoldDocuments
    | TrashDocuments
    | RestoreDocuments
    | AcknowledgeDocuments,
    Field(discriminator="type"),
]
"""What people ask for with POST /bulk-operations."""
