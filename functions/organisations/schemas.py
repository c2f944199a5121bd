"""Organisations on the wire."""

from typing import Any, Self

from pydantic import Field

from shared.identity.email import EmailAddress
from shared.identity.names import Name
from shared.identity.organisation_policies import (
    MAX_PASSWORD_MIN_LENGTH,
    MAX_SESSION_HOURS,
    MAX_SHARE_DAYS,
    MAX_SHARE_USES,
)
from shared.identity.passwords import MIN_LENGTH
from shared.identity.permissions import Role
from shared.kit.model import In, Moment, Out
from shared.kit.zones import TimeZone
from shared.organisations.model import Organisation, OrganisationChange, OrganisationDraft


class FirstAdminIn(In):
    email: EmailAddress
    name: Name


class OrganisationIn(In):
    name: Name
    time_zone: TimeZone
    admin: FirstAdminIn

    def to_draft(self) -> OrganisationDraft:
        return OrganisationDraft(self.name, self.time_zone, self.admin.email, self.admin.name)


class SignInPolicyIn(In):
    """What is absent stays as it is."""

    second_factor_roles: list[Role] | None = Field(default=None, description="these need a second factor to sign in")
    password_min_length: int | None = Field(
        default=None,
        ge=MIN_LENGTH,
        le=MAX_PASSWORD_MIN_LENGTH,
        strict=True,
        description="of passwords chosen from now on",
    )
    session_hours: int | None = Field(
        default=None, ge=1, le=MAX_SESSION_HOURS, strict=True, description="how long one sign-in lasts"
    )
    idle_hours: int | None = Field(
        default=None, ge=1, le=MAX_SESSION_HOURS, strict=True, description="how long without being used"
    )
    roles_from_entra: bool | None = Field(
        default=None, strict=True, description="roles are assigned in Microsoft Entra ID, as app roles"
    )

    def to_change(self) -> dict[str, Any]:
        values: dict[str, Any] = {name: value for name, value in self if value is not None}
        if self.second_factor_roles is not None:
            values["second_factor_roles"] = tuple(role for role in Role if role in self.second_factor_roles)
        return values


class SharingPolicyIn(In):
    """What is absent stays as it is."""

    max_days: int | None = Field(
        default=None, ge=1, le=MAX_SHARE_DAYS, strict=True, description="how long a link may work"
    )
    password_required: bool | None = Field(default=None, strict=True)
    max_uses: int | None = Field(
        default=None, ge=1, le=MAX_SHARE_USES, strict=True, description="null: as often as one likes; absent: as it is"
    )

    def to_change(self) -> dict[str, Any]:
        return {name: value for name, value in self if value is not None} | (
            {"max_uses": self.max_uses} if "max_uses" in self.model_fields_set else {}
        )


class PoliciesIn(In):
    sign_in: SignInPolicyIn | None = None
    sharing: SharingPolicyIn | None = None


class OrganisationChangeIn(In):
    """What is absent stays as it is."""

    name: Name | None = None
    time_zone: TimeZone | None = None
    policies: PoliciesIn | None = None

    def to_change(self) -> OrganisationChange:
        policies = self.policies or PoliciesIn()
        return OrganisationChange(
            name=self.name,
            time_zone=self.time_zone,
            sign_in=policies.sign_in.to_change() if policies.sign_in else {},
            sharing=policies.sharing.to_change() if policies.sharing else {},
        )


class SignInPolicyOut(Out):
    second_factor_roles: list[Role]
    password_min_length: int
    session_hours: int
    idle_hours: int
    roles_from_entra: bool


class SharingPolicyOut(Out):
    max_days: int
    password_required: bool
    max_uses: int | None = Field(description="null: as often as one likes")


class PoliciesOut(Out):
    sign_in: SignInPolicyOut
    sharing: SharingPolicyOut


class OrganisationOut(Out):
    id: str
    name: str
    time_zone: str
    policies: PoliciesOut
    created_at: Moment
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, organisation: Organisation, **more: str) -> Self:
        return cls.model_validate(
            {
                "id": organisation.id,
                "name": organisation.name,
                "time_zone": organisation.time_zone,
                "policies": organisation.policies.model_dump(),
                "created_at": organisation.created_at,
                "updated_at": organisation.updated_at,
                "etag": organisation.etag,
                **more,
            }
        )


class NewOrganisationOut(OrganisationOut):
    admin_id: str
