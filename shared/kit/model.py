"""Base classes of everything that is stored or sent: frozen, camelCase on the wire, strict about unknown input."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer
from pydantic.alias_generators import to_camel

from shared.kit.clock import to_wire

Moment = Annotated[datetime, PlainSerializer(to_wire, return_type=str, when_used="json")]


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
