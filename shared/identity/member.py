"""A user as identity sees one: enough to decide who may sign in and as what."""

from dataclasses import dataclass, replace

from shared.identity.actor import Actor
from shared.identity.permissions import Role


@dataclass(frozen=True, slots=True)
class Member:
    user_id: str
    organisation_id: str
    organisation_name: str
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None
    is_active: bool

    @property
    def actor(self) -> Actor:
        return Actor(self.user_id, self.organisation_id, self.role, self.site_ids)

    def in_session(self, session_id: str) -> Actor:
        return replace(self.actor, session_id=session_id)
