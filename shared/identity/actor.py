"""Who is asking."""

from dataclasses import dataclass

from shared.errors import Forbidden
from shared.identity.permissions import PERMISSIONS, Permission, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """`site_ids` None means all sites of the organisation; every query is limited to `organisation_id`."""

    user_id: str
    organisation_id: str
    role: Role
    site_ids: tuple[str, ...] | None = None

    @property
    def permissions(self) -> frozenset[Permission]:
        return PERMISSIONS[self.role]

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
