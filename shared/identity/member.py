"""A user as identity sees one: enough to decide who may sign in and as what."""

from dataclasses import dataclass, replace
from datetime import timedelta

from shared.identity.actor import Actor
from shared.identity.letters import LetterKind
from shared.identity.organisation_policies import SignInPolicy
from shared.identity.permissions import Role


@dataclass(frozen=True, slots=True)
class Member:
    """`policy` is what the organisation decided about signing in; `declined_letters` are those the person does not want."""

    user_id: str
    organisation_id: str
    organisation_name: str
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None
    is_active: bool
    policy: SignInPolicy
    declined_letters: tuple[LetterKind, ...] = ()

    def gets(self, kind: LetterKind) -> bool:
        """Is somebody in the organisation, has an address, and wants letters of this kind."""
        return self.is_active and bool(self.email) and kind not in self.declined_letters

    @property
    def actor(self) -> Actor:
        return Actor(self.user_id, self.organisation_id, self.role, self.site_ids)

    @property
    def second_factor_required(self) -> bool:
        return self.role in self.policy.second_factor_roles

    @property
    def session_life(self) -> timedelta:
        return self.policy.session_life

    @property
    def password_min_length(self) -> int:
        return self.policy.password_min_length

    def in_session(self, session_id: str) -> Actor:
        return replace(self.actor, session_id=session_id)
