"""API keys on the wire."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AfterValidator, Field

from shared.api_keys.model import MAX_OVERLAP_HOURS, ApiKey, ApiKeyDraft, ApiKeyState, EntraApplication
from shared.identity.names import Name
from shared.identity.permissions import FOR_PERSONS_ONLY, Permission
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out

MAX_SITES = 100


def _for_machines(permission: Permission) -> Permission:
    if permission in FOR_PERSONS_ONLY:
        raise ValueError("is for people only")
    return permission


def _with_zone(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("must have a time zone, as in 2026-12-31T00:00:00Z")
    return moment


class EntraApplicationIn(In):
    """A service principal of a tenant that is connected to the organisation."""

    tenant_id: UUID
    object_id: UUID

    def to_application(self) -> EntraApplication:
        return EntraApplication(tenant_id=str(self.tenant_id), object_id=str(self.object_id))


class ApiKeyIn(In):
    name: Name
    permissions: list[Annotated[Permission, AfterValidator(_for_machines)]] = Field(
        min_length=1, max_length=len(Permission), description="at most your own, and none that is for people only"
    )
    site_ids: list[Id] | None = Field(max_length=MAX_SITES, description="null: all sites; at most your own")
    expires_at: Annotated[datetime, AfterValidator(_with_zone)] = Field(strict=True, description="at most a year ahead")
    entra: EntraApplicationIn | None = Field(
        default=None, description="the application signs in with tokens of its own; there is no secret then"
    )

    def to_draft(self) -> ApiKeyDraft:
        return ApiKeyDraft(
            name=self.name,
            permissions=tuple(sorted(set(self.permissions))),
            site_ids=None if self.site_ids is None else tuple(sorted(set(self.site_ids))),
            expires_at=self.expires_at,
            entra=None if self.entra is None else self.entra.to_application(),
        )


class ApiKeyChangeIn(In):
    name: Name


class RotationIn(In):
    overlap_hours: int = Field(
        default=0, ge=0, le=MAX_OVERLAP_HOURS, strict=True, description="how long the old secret also works"
    )

    @property
    def overlap(self) -> timedelta:
        return timedelta(hours=self.overlap_hours)


class ApiKeyList(ListQuery):
    sort: Literal["name", "-name", "createdAt", "-createdAt", "expiresAt", "-expiresAt"] = "name"
    state: ApiKeyState | None = Field(default=None, description="without it, those that were not revoked")


class EntraApplicationOut(Out):
    tenant_id: str
    object_id: str


class ApiKeyOut(Out):
    id: str
    name: str
    permissions: list[Permission]
    site_ids: list[str] | None = Field(description="null: all sites")
    state: ApiKeyState
    expires_at: Moment
    revoked_at: Moment | None
    last_used_at: Moment | None = Field(description="to the hour; null: never")
    former_secret_until: Moment | None = Field(description="the secret before the last rotation works until then")
    entra: EntraApplicationOut | None
    created_at: Moment
    created_by: str
    updated_at: Moment
    etag: str

    @classmethod
    def of(cls, key: ApiKey, now: datetime, **more: Any) -> Self:
        former = key.former.until if key.former is not None and now < key.former.until else None
        return cls(
            id=key.id,
            name=key.name,
            permissions=list(key.permissions),
            site_ids=None if key.site_ids is None else list(key.site_ids),
            state=key.state(now),
            expires_at=key.expires_at,
            revoked_at=key.revoked_at,
            last_used_at=key.last_used_at,
            former_secret_until=former,
            entra=None if key.entra is None else EntraApplicationOut(**key.entra.model_dump()),
            created_at=key.created_at,
            created_by=key.created_by,
            updated_at=key.updated_at,
            etag=key.etag,
            **more,
        )


class NewApiKeyOut(ApiKeyOut):
    secret: str | None = Field(
        description="the whole key, shown this once: `Authorization: Bearer pck_...`; null for an Entra application"
    )


class ApiKeyPage(PageOut):
    items: list[ApiKeyOut]
