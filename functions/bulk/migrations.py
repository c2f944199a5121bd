"""Documents of older versions of a type are brought to its newest."""

from http import HTTPStatus

from functions.bulk.endpoints import LOCATION
from functions.bulk.schemas import BulkOperationOut, MigrationIn
from shared.app import App
from shared.bulk.errors import NotTheNewest
from shared.document_types.errors import DocumentTypeRetired
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Bulk operations")

WRITE = requires(Permission.DOCUMENT_TYPES_WRITE, Permission.DOCUMENTS_WRITE)


@api.post(
    "v1/document-types/{type_id:length(26)}/migrations",
    summary="Migrate documents to the newest version of their type",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    location=LOCATION,
    limit="30/minute",
    errors=(NotTheNewest, DocumentTypeRetired),
)
async def create_document_type_migration(type_id: Id, body: MigrationIn, actor: Actor, app: App) -> BulkOperationOut:
    """Values of fields that have another type are converted. A document whose values cannot all be keeps them, on the version it has. At
    most 100,000 documents, of the sites you see. It is a bulk operation: follow its state, read its results, carry a dry run out.
    """
    return BulkOperationOut.of(await app.bulk.service.migrate(actor, body.to_action(type_id), dry_run=body.dry_run))
