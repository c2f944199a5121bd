"""A person of an organisation: one role, and a scope of all sites or some."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from shared.identity.member import Member
from shared.identity.permissions import Role
from shared.kit.model import Entity


class UserStatus(StrEnum):
    ACTIVE = "active"
    DEACTIVATED = "deactivated"


class User(Entity):
    kind: Literal["user"] = "user"
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None
    status: UserStatus = UserStatus.ACTIVE

    def as_member(self, organisation_name: str) -> Member:
        return Member(
            user_id=self.id,
            organisation_id=self.organisation_id,
            organisation_name=organisation_name,
            email=self.email,
            name=self.name,
            role=self.role,
            site_ids=self.site_ids,
            is_active=self.status is UserStatus.ACTIVE,
        )


@dataclass(frozen=True, slots=True)
class UserDraft:
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None
    password: str = field(repr=False)
