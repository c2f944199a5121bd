"""Organisations: set up by the deployment's owner, once per customer; read and changed by those who belong to one."""

from http import HTTPStatus

from functions.organisations.schemas import NewOrganisationOut, OrganisationChangeIn, OrganisationIn, OrganisationOut
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.errors import EmailTaken
from shared.identity.permissions import Permission
from shared.identity.policy import provisioning_key, requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Organisations")


@api.post(
    "v1/organisations",
    summary="Set up an organisation and its first admin",
    auth=provisioning_key(),
    status=HTTPStatus.CREATED,
    location="v1/organisations/{id}",
    errors=(EmailTaken,),
)
async def create_organisation(body: OrganisationIn, app: App) -> NewOrganisationOut:
    """Creates a tenant and invites its first admin by e-mail, who then invites everybody else."""
    organisation, admin_id = await app.organisations.create(body.to_draft())
    return NewOrganisationOut.of(organisation, admin_id=admin_id)


@api.get(
    "v1/organisations/{organisation_id:length(26)}",
    summary="Read the organisation",
    auth=requires(Permission.ORGANISATION_READ),
)
async def get_organisation(organisation_id: Id, actor: Actor, app: App) -> OrganisationOut:
    """The caller's own organisation with its policies; there is no other to be seen."""
    return OrganisationOut.of(await app.organisations.get(actor, organisation_id))


@api.patch(
    "v1/organisations/{organisation_id:length(26)}",
    summary="Change the organisation",
    auth=requires(Permission.ORGANISATION_WRITE),
    errors=(StaleVersion,),
)
async def change_organisation(
    organisation_id: Id, body: OrganisationChangeIn, if_match: str, actor: Actor, app: App
) -> OrganisationOut:
    """Name, time zone, policies. Sessions that are longer or idle for longer than now allowed end at their next refresh."""
    return OrganisationOut.of(await app.organisations.change(actor, organisation_id, body.to_change(), if_match))
