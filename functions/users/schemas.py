"""Users on the wire."""

from typing import Literal, Self

from pydantic import Field

from shared.identity.email import EmailAddress
from shared.identity.names import Name
from shared.identity.passwords import NewPassword
from shared.identity.permissions import Role
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.users.model import User, UserDraft, UserStatus

MAX_SITES = 100  # they travel in every access token


class UserIn(In):
    email: EmailAddress
    name: Name
    role: Role
    site_ids: list[Id] | None = Field(max_length=MAX_SITES, description="null: all sites")
    password: NewPassword

    def to_draft(self) -> UserDraft:
        sites = None if self.site_ids is None else tuple(sorted(set(self.site_ids)))
        return UserDraft(self.email, self.name, self.role, sites, self.password)


class UserList(ListQuery):
    sort: Literal["name", "-name", "email", "-email", "createdAt", "-createdAt"] = "name"


class UserOut(Out):
    id: str
    email: str
    name: str
    role: Role
    site_ids: list[str] | None
    status: UserStatus
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
            created_at=user.created_at,
            updated_at=user.updated_at,
            etag=user.etag,
        )


class UserPage(PageOut):
    items: list[UserOut]
