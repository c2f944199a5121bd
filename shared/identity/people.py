"""People of an organisation as other nouns see them: enough to decide who is meant, and to write to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.paging import Page, PageRequest


@dataclass(frozen=True, slots=True)
class Person:
    """`is_known` is false for somebody who was deleted: the name is gone then."""

    user_id: str
    organisation_id: str
    name: str
    email: str
    role: Role
    site_ids: tuple[str, ...] | None
    is_active: bool
    is_known: bool

    @property
    def actor(self) -> Actor:
        return Actor(self.user_id, self.organisation_id, self.role, self.site_ids)


class People(Protocol):
    """`site_id` None is a matter of everybody; else of those who see the site."""

    async def list_concerned(
        self, organisation_id: str, roles: Sequence[Role], site_id: str | None, request: PageRequest
    ) -> Page[Person]:
        """Active people of these roles, one page. Errors: CursorInvalid."""
        ...

    async def ids_concerned(self, organisation_id: str, roles: Sequence[Role], site_id: str | None) -> set[str]:
        """All of them, in one request."""
        ...

    async def find_people(self, organisation_id: str, user_ids: Sequence[str]) -> dict[str, Person]:
        """By id, whatever has become of them; one request."""
        ...
