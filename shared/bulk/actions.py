"""What can be done to many documents at once: what is asked, and which permissions it takes. Rules only."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from shared.documents.criteria import Discipline
from shared.documents.tags import Tags
from shared.identity.permissions import Permission
from shared.kit.ids import Id
from shared.kit.model import In


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


Asked = Annotated[
    TagDocuments | MoveDocuments | ClassDocuments | HoldDocuments | TrashDocuments | RestoreDocuments,
    Field(discriminator="type"),
]
"""What people ask for with POST /bulk-operations."""
