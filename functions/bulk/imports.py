"""Tables that are carried into documents: looked at, tried out, imported."""

from http import HTTPStatus

from functions.bulk.endpoints import LOCATION
from functions.bulk.import_schemas import BulkImportIn, BulkPreviewIn, BulkPreviewOut
from functions.bulk.schemas import BulkOperationOut
from shared.app import App
from shared.bulk.errors import ColumnsTwice, NotATable, NotReadable
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api

api = Api("Bulk operations")

WRITE = requires(Permission.DOCUMENTS_WRITE)


@api.post(
    "v1/bulk-imports/preview",
    summary="Look at a table to import",
    auth=WRITE,
    errors=(NotFound, NotReadable, NotATable),
    idempotent=False,
)
async def preview_bulk_import(body: BulkPreviewIn, actor: Actor, app: App) -> BulkPreviewOut:
    """Its columns, its first lines, and what they seem to be. The table is a ready revision of a document."""
    return BulkPreviewOut.of(await app.bulk.imports.preview(actor, body.document_id, body.revision))


@api.post(
    "v1/bulk-imports",
    summary="Carry a table into documents",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    location=LOCATION,
    limit="30/minute",
    errors=(NotFound, NotReadable, NotATable, ColumnsTwice),
)
async def create_bulk_import(body: BulkImportIn, actor: Actor, app: App) -> BulkOperationOut:
    """Each line changes one document, found by id or number, as PATCH of it would; at most 100,000 lines. It is a bulk operation:
    follow its state, read its results line by line, stop it, carry a dry run out.
    """
    asked = app.bulk.imports.request(actor, body.document_id, body.revision, body, dry_run=body.dry_run)
    return BulkOperationOut.of(await asked)
