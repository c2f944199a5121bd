"""Users on the wire."""

from typing import Literal, Self

from pydantic import Field

from shared.identity.email import EmailAddress
from shared.identity.names import Name
from shared.identity.permissions import Role
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.users.model import User, UserChange, UserDraft, UserFilter, UserStatus

MAX_SITES = 100  # they travel in every access token


class UserIn(In):
    email: EmailAddress
    name: Name
    role: Role
    site_ids: list[Id] | None = Field(max_length=MAX_SITES, description="null: all sites")

    def to_draft(self) -> UserDraft:
        return UserDraft(self.email, self.name, self.role, _scope(self.site_ids))


class UserChangeIn(In):
    """What is absent stays as it is."""

    name: Name | None = None
    role: Role | None = None
    site_ids: list[Id] | None = Field(
        default=None, max_length=MAX_SITES, description="null: all sites; absent: as it is"
    )
    status: Literal[UserStatus.ACTIVE, UserStatus.DEACTIVATED] | None = None

    def to_change(self) -> UserChange:
        values = {name: value for name, value in self if value is not None}
        if "site_ids" in self.model_fields_set:
            values["site_ids"] = _scope(self.site_ids)
        return UserChange(values)


class UserList(ListQuery):
    sort: Literal["name", "-name", "email", "-email", "createdAt", "-createdAt"] = "name"
    role: Role | None = None
    status: UserStatus | None = Field(default=None, description="without it, everybody who was not deleted")
    site_id: Id | None = Field(default=None, description="who may see this site")
    search: str | None = Field(
        default=None, min_length=1, max_length=100, description="part of the name or the address"
    )

    def to_filter(self) -> UserFilter:
        return UserFilter(self.role, self.status, self.site_id, self.search)


class UserOut(Out):
    id: str
    email: str
    name: str
    role: Role
    site_ids: list[str] | None
    status: UserStatus
    joined_at: Moment | None = Field(description="null: has not accepted the invitation")
    created_at: Moment
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(
            id=user.id,
            email=user.email,
            name=user.name,
            role=user.role,
            site_ids=None if user.site_ids is None else list(user.site_ids),
            status=user.status,
            joined_at=user.joined_at,
            created_at=user.created_at,
            updated_at=user.updated_at,
            etag=user.etag,
        )


def _scope(site_ids: list[str] | None) -> tuple[str, ...] | None:
    return None if site_ids is None else tuple(sorted(set(site_ids)))


class UserPage(PageOut):
    items: list[UserOut]
