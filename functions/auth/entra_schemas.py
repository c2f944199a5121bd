"""Signing in with Microsoft on the wire."""

from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import Field, StringConstraints

from functions.auth.schemas import LinkIn
from functions.auth.second_factor_schemas import PasswordProofIn
from shared.identity.entra.settings import GUID
from shared.identity.permissions import Role
from shared.kit.model import In, Moment, Out

if TYPE_CHECKING:
    from shared.identity.entra.directory import Tenant

Guid = Annotated[str, StringConstraints(pattern=f"^{GUID}$")]


class MethodsOut(Out):
    methods: list[Literal["password", "entra"]]


class BeginQuery(In):
    return_to: str = Field(
        default="/", description="path of the page to come back to; anything else means its beginning"
    )


class EntraInvitationIn(LinkIn):
    return_to: str = "/"


class EntraLinkIn(PasswordProofIn):
    return_to: str = "/"


class DepartureOut(Out):
    url: str = Field(description="go there; the browser comes back to the callback by itself")


class EntraSignOutOut(Out):
    end_session_url: str | None = Field(
        description="where to end the session at Microsoft too; null: it did not begin there"
    )


class TenantIn(In):
    default_role: Role | None = Field(description="of people who join without an invitation; null: nobody does")
    role_from_entra: bool = Field(description="the app roles assigned in Entra decide, at every check")


class TenantOut(Out):
    tenant_id: str
    organisation_id: str
    default_role: Role | None
    role_from_entra: bool
    updated_at: Moment

    @classmethod
    def of(cls, tenant: "Tenant") -> Self:
        return cls(
            tenant_id=tenant.tenant_id,
            organisation_id=tenant.organisation_id,
            default_role=tenant.default_role,
            role_from_entra=tenant.role_from_entra,
            updated_at=tenant.updated_at,
        )
