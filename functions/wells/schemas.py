"""Wells on the wire."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field

from shared.identity.names import visible
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.wells.model import (
    MAX_ROLES,
    DatedRole,
    Well,
    WellChange,
    WellDraft,
    WellFilter,
    WellRole,
    WellStatus,
    in_order,
)

WellName = Annotated[
    str,
    Field(
        min_length=1, max_length=100, description="unique in the organisation, large and small letters and spaces alike"
    ),
    AfterValidator(visible),
]


class DatedRoleIn(In):
    from_: date = Field(alias="from", description="the first reporting day of this role")
    role: WellRole


def _ordered(roles: list[DatedRoleIn]) -> list[DatedRoleIn]:
    if not in_order(_dated(roles)):
        raise ValueError("must be in the order of their dates, one for each")
    return roles


def _dated(roles: list[DatedRoleIn]) -> tuple[DatedRole, ...]:
    return tuple(DatedRole(from_=one.from_, role=one.role) for one in roles)


Roles = Annotated[list[DatedRoleIn], Field(max_length=MAX_ROLES), AfterValidator(_ordered)]


class WellIn(In):
    name: WellName
    site_id: Id
    roles: Roles = Field(default=[], description="in the order of their dates; before the first the role is not known")

    def to_draft(self) -> WellDraft:
        return WellDraft(self.name, self.site_id, _dated(self.roles))


class WellChangeIn(In):
    """What is absent stays as it is. A well stays at its site."""

    name: WellName | None = None
    roles: Roles | None = None
    status: WellStatus | None = None

    def to_change(self) -> WellChange:
        values: dict[str, object] = {"name": self.name, "status": self.status}
        values["roles"] = None if self.roles is None else _dated(self.roles)
        return WellChange({name: value for name, value in values.items() if value is not None})


class WellList(ListQuery):
    sort: Literal["name", "-name", "createdAt", "-createdAt"] = "name"
    site_id: Id | None = None
    status: WellStatus | None = None
    search: str | None = Field(default=None, min_length=1, max_length=100, description="part of the name")

    def to_filter(self) -> WellFilter:
        return WellFilter(self.site_id, self.status, self.search)


class DatedRoleOut(Out):
    from_: date = Field(alias="from")
    role: WellRole


class WellOut(Out):
    id: str
    name: str
    site_id: str
    roles: list[DatedRoleOut]
    status: WellStatus
    created_at: Moment
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, well: Well) -> Self:
        return cls(
            id=well.id,
            name=well.name,
            site_id=well.site_id,
            roles=[DatedRoleOut(from_=one.from_, role=one.role) for one in well.roles],
            status=well.status,
            created_at=well.created_at,
            updated_at=well.updated_at,
            etag=well.etag,
        )


class WellPage(PageOut):
    items: list[WellOut]
