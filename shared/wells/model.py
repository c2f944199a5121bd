"""A well, and what it is for: a producer may become an injector, so its role has dates. Rules only: no I/O, time comes in."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field

from shared.kit.model import Entity, Wire

MAX_ROLES = 100


class WellRole(StrEnum):
    PRODUCER = "producer"
    INJECTOR = "injector"


class WellStatus(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ABANDONED = "abandoned"


class DatedRole(Wire):
    """`role` from the reporting day that begins on this date on, until the next one."""

    from_: date = Field(alias="from")
    role: WellRole


class Well(Entity):
    """`name` is what reports call it ("15/9-F-12"), unique in the organisation; `key` the same for every way of writing it.

    `roles` are in the order of their dates. Before the first, and without any, the role is not known.
    """

    kind: Literal["well"] = "well"
    name: str
    key: str
    site_id: str
    roles: tuple[DatedRole, ...] = ()
    status: WellStatus = WellStatus.ACTIVE

    def role_on(self, day: date) -> WellRole | None:
        """None: not known."""
        return next((dated.role for dated in reversed(self.roles) if dated.from_ <= day), None)


CHANGEABLE = ("name", "roles", "status")


class WellName(Entity):
    """Whose a name is: one item per name and organisation, written in one batch with its well, so that no two wells share one."""

    kind: Literal["wellName"] = "wellName"
    well_id: str

    @classmethod
    def of(cls, well: Well, now: datetime) -> Self:
        return cls(
            id=well.key,
            organisation_id=well.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=well.created_by,
            well_id=well.id,
        )


def name_key(name: str) -> str:
    """The id of a name's item: names that differ in case or in space are the same. A name may hold what an id may not."""
    return f"well-name:{hashlib.sha256(' '.join(name.casefold().split()).encode()).hexdigest()}"


def in_order(roles: Sequence[DatedRole]) -> bool:
    """Each later than the one before, as `role_on` needs them."""
    return all(one.from_ < other.from_ for one, other in pairwise(roles))


@dataclass(frozen=True, slots=True)
class WellDraft:
    name: str
    site_id: str
    roles: tuple[DatedRole, ...] = ()


@dataclass(frozen=True, slots=True)
class WellChange:
    """`values` by field of `Well`: name, roles, status; what is absent stays."""

    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class WellFilter:
    """None: whatever; `search` is part of the name."""

    site_id: str | None = None
    status: WellStatus | None = None
    search: str | None = None
