"""What an organisation decides for its people: how they sign in, and what they may share. What it never decided has the default."""

from datetime import timedelta
from typing import Any, Self

from pydantic import Field

from shared.identity.passwords import MIN_LENGTH
from shared.identity.permissions import Role
from shared.kit.model import Wire

MAX_SESSION_HOURS = 168
MAX_SHARE_DAYS = 365
MAX_SHARE_USES = 10_000
MAX_PASSWORD_MIN_LENGTH = 64


class SignInPolicy(Wire):
    """`session_hours` is how long one sign-in lasts, `idle_hours` how long without any use of it, whichever is over first.

    `roles_from_entra`: whoever signs in with Microsoft Entra ID has the role that the directory assigned, not the one set here; the
    deployment's owner may have decided the same for a tenant.
    """

    second_factor_roles: tuple[Role, ...] = ()
    password_min_length: int = MIN_LENGTH
    session_hours: int = MAX_SESSION_HOURS
    idle_hours: int = MAX_SESSION_HOURS
    roles_from_entra: bool = False

    @property
    def session_life(self) -> timedelta:
        return timedelta(hours=self.session_hours)

    @property
    def session_limits(self) -> tuple[timedelta, timedelta]:
        """In all, and without use."""
        return self.session_life, timedelta(hours=self.idle_hours)


class SharingPolicy(Wire):
    """What a link to a document may be: `max_uses` None is as often as one likes."""

    max_days: int = 30
    password_required: bool = False
    max_uses: int | None = None


class OrganisationPolicies(Wire):
    sign_in: SignInPolicy = Field(default_factory=SignInPolicy)
    sharing: SharingPolicy = Field(default_factory=SharingPolicy)

    @classmethod
    def of_organisation(cls, item: dict[str, Any]) -> Self:
        """Those of a stored organisation; one from before there were any has the defaults."""
        return cls.model_validate(item.get("policies", {}))
