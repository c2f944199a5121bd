"""Base classes of everything that is stored or sent: frozen, camelCase on the wire, strict about unknown input."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, PlainSerializer
from pydantic.alias_generators import to_camel

from shared.kit.clock import to_wire

Moment = Annotated[datetime, PlainSerializer(to_wire, return_type=str, when_used="json")]


def _reckonable(moment: datetime) -> datetime:
    """Errors: ValueError where another time zone, or some days earlier or later, might be outside the calendar."""
    if not 1900 <= moment.year <= 9000:
        raise ValueError("must be between the years 1900 and 9000")
    return moment


GivenMoment = Annotated[AwareDatetime, AfterValidator(_reckonable)]
"""A point in time as somebody sends it."""


class Wire(BaseModel):
    """What goes over the wire."""

    model_config = ConfigDict(
        frozen=True, alias_generator=to_camel, validate_by_name=True, validate_by_alias=True, defer_build=True
    )


class In(Wire):
    """Input: an unknown field is an error, so a misspelt one is never lost in silence."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Out(Wire):
    """Output: every field is always present."""

    @property
    def says_more(self) -> bool:
        """Does it say what can change without its `etag`? Then it is sent whatever version the caller has."""
        return False


class Entity(Wire):
    """What Cosmos holds. `etag` is the version that was read; it is never written into the item."""

    model_config = ConfigDict(extra="ignore")

    id: str
    kind: str
    organisation_id: str
    created_at: Moment
    updated_at: Moment
    created_by: str
    etag: str = Field(default="", exclude=True)

    @classmethod
    def from_item(cls, item: dict[str, Any]) -> Self:
        """Read a stored item; `_etag` becomes `etag`."""
        return cls.model_validate({**item, "etag": item["_etag"]})

    def to_item(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True)

    def changed(self, now: datetime, **update: Any) -> Self:
        """The same entity with `update` applied, `updated_at` moved on."""
        return self.model_copy(update={**update, "updated_at": now})

    def difference(self, after: Self, names: Iterable[str]) -> dict[str, list[Any]]:
        """What another version has otherwise among these, by wire name: before and after."""
        old, new = self.to_item(), after.to_item()
        return {name: [old[name], new[name]] for name in names if old[name] != new[name]}


UNWRITTEN = '"0"'
"""The version of what is there from the beginning and was never stored: an answer with an `ETag` like any other."""


class OnlyOne(Entity):
    """There is one of it in every organisation, named `ITEM`, without being stored until it is first changed."""

    ITEM: ClassVar[str]

    @classmethod
    def unwritten(cls, organisation_id: str, now: datetime) -> Self:
        """As it is in the beginning. Errors: pydantic's, if a field of it has no default."""
        return cls(
            id=cls.ITEM,
            kind=cls.model_fields["kind"].default,
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=organisation_id,
            etag=UNWRITTEN,
        )
