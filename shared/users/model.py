"""A person of an organisation: one role, and a scope of all sites or some."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, Self

from shared.identity.letters import LetterKind
from shared.identity.member import Member
from shared.identity.organisation_policies import SignInPolicy
from shared.identity.permissions import Role
from shared.kit.model import Entity, Moment, OnlyOne
from shared.users.errors import LastAdmin, UserDeleted

DELETED_NAME = "Deleted user"


class UserStatus(StrEnum):
    INVITED = "invited"
    ACTIVE = "active"
    DEACTIVATED = "deactivated"
    DELETED = "deleted"


class User(Entity):
    """`joined_at` is when the invitation was accepted. `erasing` is the address still to be forgotten elsewhere after a deletion."""

    kind: Literal["user"] = "user"
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None
    status: UserStatus = UserStatus.INVITED
    joined_at: Moment | None = None
    declined_letters: tuple[LetterKind, ...] = ()
    erasing: str | None = None

    @property
    def is_active_admin(self) -> bool:
        return self.role is Role.ADMIN and self.status is UserStatus.ACTIVE

    @property
    def scope(self) -> tuple[Role, tuple[str, ...] | None, bool]:
        """What an access token says about the person: when it changes, older tokens lie."""
        return self.role, self.site_ids, self.status is UserStatus.ACTIVE

    def as_member(self, organisation_name: str, policy: SignInPolicy) -> Member:
        return Member(
            user_id=self.id,
            organisation_id=self.organisation_id,
            organisation_name=organisation_name,
            email=self.email,
            name=self.name,
            role=self.role,
            site_ids=self.site_ids,
            is_active=self.status is UserStatus.ACTIVE,
            policy=policy,
            declined_letters=self.declined_letters,
        )

    def joined(self, name: str | None, now: datetime) -> Self:
        return self.changed(now, status=UserStatus.ACTIVE, joined_at=now, name=name or self.name)

    def with_change(self, change: "UserChange", now: datetime) -> Self:
        """Errors: UserDeleted."""
        if self.status is UserStatus.DELETED:
            raise UserDeleted
        update = dict(change.values)
        if update.get("status") is UserStatus.ACTIVE and self.joined_at is None:
            update["status"] = UserStatus.INVITED  # has no password yet: the invitation is open again
        return self.changed(now, **update)

    def erased(self, now: datetime) -> Self:
        """The row stays, since others point at it; the person is gone from it."""
        if self.status is UserStatus.DELETED:
            return self
        gone = {"name": DELETED_NAME, "email": "", "erasing": self.email, "site_ids": (), "declined_letters": ()}
        return self.changed(now, status=UserStatus.DELETED, **gone)


class Admins(OnlyOne):
    """Who the active admins of an organisation are: written in one batch with the user, so that the last one always stays."""

    ITEM = "admins"
    kind: Literal["admins"] = "admins"
    user_ids: tuple[str, ...] = ()

    def following(self, before: User, after: User) -> Self | None:
        """The list after this change; None when it stays as it is. Errors: LastAdmin."""
        if before.is_active_admin == after.is_active_admin:
            return None
        others = tuple(user_id for user_id in self.user_ids if user_id != after.id)
        if after.is_active_admin:
            return self.changed(after.updated_at, user_ids=(*others, after.id))
        if not others:
            raise LastAdmin
        return self.changed(after.updated_at, user_ids=others)


@dataclass(frozen=True, slots=True)
class UserDraft:
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class UserFilter:
    """None: whatever. `status` None leaves deleted people out; `search` is part of the name or the address."""

    role: Role | None = None
    status: UserStatus | None = None
    site_id: str | None = None
    search: str | None = None


@dataclass(frozen=True, slots=True)
class UserChange:
    """`values` by field of `User`: name, role, site_ids, status, declined_letters; what is absent stays."""

    values: dict[str, object]
