"""Which Microsoft tenant belongs to which organisation: decided by the deployment's owner, since an admin of one customer must not be
able to claim the tenant of another.
"""

from http import HTTPStatus

from functions.auth.entra_schemas import Guid, TenantIn, TenantOut
from shared.app import App
from shared.identity.entra.errors import EntraNotConfigured, TenantTaken
from shared.identity.policy import provisioning_key
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Organisations")
TENANT = "v1/organisations/{organisation_id:length(26)}/tenants/{tenant_id:length(36)}"


@api.put(
    TENANT,
    summary="Let the people of a Microsoft tenant in",
    auth=provisioning_key(),
    errors=(EntraNotConfigured, TenantTaken),
)
async def allow_tenant(organisation_id: Id, tenant_id: Guid, body: TenantIn, app: App) -> TenantOut:
    """The tenant belongs to this organisation, under these rules; again to change them. A tenant belongs to one organisation only."""
    app.entra.sign_in.require()
    await app.organisations.require(organisation_id)
    tenant = await app.entra.directory.allow(organisation_id, tenant_id, body.default_role, body.role_from_entra)
    await app.users.service.record("organisation.tenant_allowed", organisation_id, organisation_id, tenantId=tenant_id)
    return TenantOut.of(tenant)


@api.delete(
    TENANT,
    summary="Let the people of a Microsoft tenant in no more",
    auth=provisioning_key(),
    status=HTTPStatus.NO_CONTENT,
    errors=(EntraNotConfigured,),
)
async def disallow_tenant(organisation_id: Id, tenant_id: Guid, app: App) -> None:
    """Sessions of its people end at their next refresh. Succeeds when there is none."""
    app.entra.sign_in.require()
    await app.entra.directory.disallow(organisation_id, tenant_id)
    await app.users.service.record(
        "organisation.tenant_disallowed", organisation_id, organisation_id, tenantId=tenant_id
    )
