"""Setting up organisations: what a deployment's owner does once per customer."""

from http import HTTPStatus

from functions.organisations.schemas import OrganisationIn, OrganisationOut
from shared.app import App, current_app
from shared.identity.errors import EmailTaken
from shared.identity.policy import provisioning_key
from shared.kit.http import Api

api = Api("Organisations", current_app)


@api.post(
    "v1/organisations",
    summary="Set up an organisation and its first admin",
    auth=provisioning_key(),
    status=HTTPStatus.CREATED,
    location="v1/organisations/{id}",
    errors=(EmailTaken,),
)
async def create_organisation(body: OrganisationIn, app: App) -> OrganisationOut:
    """Creates a tenant and invites its first admin by e-mail, who then invites everybody else."""
    return OrganisationOut.of(*await app.organisations.create(body.to_draft()))
