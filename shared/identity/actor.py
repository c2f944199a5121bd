"""Who is asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from shared.errors import Forbidden
from shared.identity.permissions import PERMISSIONS, Permission, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with a role, or an API key (`role` None) with the permissions `granted` to it; `user_id` is then the id of the key.

    `site_ids` None means all sites of the organisation; every query is limited to `organisation_id`. `session_id` is "" for a key.
    """

    user_id: str
    organisation_id: str
    role: Role | None
    site_ids: tuple[str, ...] | None = None
    granted: frozenset[Permission] = frozenset()
    session_id: str = ""

    @property
    def is_person(self) -> bool:
        return self.role is not None

    @property
    def permissions(self) -> frozenset[Permission]:
        return self.granted if self.role is None else PERMISSIONS[self.role]

    @property
    def idempotency_scope(self) -> str:
        return f"{self.organisation_id}/{self.user_id}"

    def require(self, permission: Permission) -> None:
        """Errors: Forbidden."""
        if permission not in self.permissions:
            raise Forbidden

    def may_see_site(self, site_id: str | None) -> bool:
        """What belongs to no site belongs to everybody in the organisation."""
        return site_id is None or self.site_ids is None or site_id in self.site_ids

    def may_give_sites(self, site_ids: Sequence[str] | None) -> bool:
        """Nobody gives a user or a key more sites than they see; None is all of them."""
        return self.site_ids is None or (site_ids is not None and set(site_ids) <= set(self.site_ids))


class CheckScope(Protocol):
    """What nouns with a site ask of the sites."""

    async def __call__(self, actor: Actor, site_ids: Sequence[str] | None) -> None:
        """Errors: Invalid naming `siteIds` for a site that there is not, or that the actor does not see."""
        ...
