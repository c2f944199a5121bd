"""A view: how somebody looks at the documents, kept under a name. Rules only: no I/O, time comes in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Self

from pydantic import Field

from shared.identity.actor import Actor
from shared.identity.permissions import Permission, Role
from shared.kit.model import Entity

MAX_VIEWS = 100  # of one person


class View(Entity):
    """`query` is a ViewQuery as it was stored. Its owner sees it, and whoever has one of `roles`."""

    kind: Literal["view"] = "view"
    owner_id: str
    name: str
    query: dict[str, Any]
    columns: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def is_seen_by(self, actor: Actor) -> bool:
        """Who shares views sees all that are shared, to look after those whose owner has left."""
        shares = bool(self.roles) and Permission.VIEWS_SHARE in actor.permissions
        return self.owner_id == actor.user_id or actor.role in self.roles or shares

    def may_be_changed_by(self, actor: Actor) -> bool:
        return self.owner_id == actor.user_id or Permission.VIEWS_SHARE in actor.permissions


class Shelf(Entity):
    """The views of one person, written in one batch with each that comes or goes, so that there are never more than allowed; and the
    one that opens first, which may be another's.
    """

    kind: Literal["viewShelf"] = "viewShelf"
    views: tuple[str, ...] = ()
    default_id: str | None = Field(default=None)

    @classmethod
    def empty(cls, organisation_id: str, user_id: str, now: datetime) -> Self:
        return cls(
            id=shelf_id(user_id),
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=user_id,
        )

    def without(self, view_id: str, now: datetime) -> Self:
        kept = tuple(one for one in self.views if one != view_id)
        return self.changed(now, views=kept, default_id=None if self.default_id == view_id else self.default_id)


def shelf_id(user_id: str) -> str:
    return f"views:{user_id}"


@dataclass(frozen=True, slots=True)
class ViewDraft:
    name: str
    query: dict[str, Any]
    columns: tuple[str, ...]
    roles: tuple[Role, ...]
