"""One action on many documents: asked for, watched, stopped, and what became of each."""

from http import HTTPStatus

from functions.bulk.schemas import (
    BulkList,
    BulkOperationIn,
    BulkOperationOut,
    BulkOperationPage,
    BulkResultList,
    BulkResultOut,
    BulkResultPage,
)
from shared.app import App
from shared.bulk.errors import NotADryRun, NotFinished
from shared.holds.errors import HoldClosed
from shared.identity.actor import Actor
from shared.identity.errors import PersonsOnly
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Bulk operations")

READ = requires(Permission.DOCUMENTS_READ)
ONE = "v1/bulk-operations/{operation_id:length(26)}"
LOCATION = "v1/bulk-operations/{id}"


@api.post(
    "v1/bulk-operations",
    summary="Do something to many documents",
    auth=READ,
    status=HTTPStatus.ACCEPTED,
    location=LOCATION,
    limit="30/minute",
    errors=(HoldClosed, PersonsOnly),
)
async def create_bulk_operation(body: BulkOperationIn, actor: Actor, app: App) -> BulkOperationOut:
    """Needs what the action needs for one document: `documents:write` to tag, move or give a discipline, `documents:delete` to trash and
    restore, `holds:write` to put under hold, a person who is asked to acknowledge; now and when it runs. Follow its state.
    """
    selected = body.selection.to_selected()
    return BulkOperationOut.of(await app.bulk.service.request(actor, body.action, selected, dry_run=body.dry_run))


@api.get("v1/bulk-operations", summary="List bulk operations", auth=READ)
async def list_bulk_operations(query: BulkList, actor: Actor, app: App) -> BulkOperationPage:
    """One page of your own; with `bulk:manage` and all sites, of everybody's."""
    page = await app.bulk.service.list_page(actor, query.page_request(query.sort))
    return BulkOperationPage(items=[BulkOperationOut.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get(ONE, summary="Read a bulk operation", auth=READ)
async def get_bulk_operation(operation_id: Id, actor: Actor, app: App) -> BulkOperationOut:
    """How far it is, and what became of how many documents."""
    return BulkOperationOut.of(await app.bulk.service.get(actor, operation_id))


@api.get(f"{ONE}/results", summary="List what became of each document", auth=READ)
async def list_bulk_results(operation_id: Id, query: BulkResultList, actor: Actor, app: App) -> BulkResultPage:
    """One page, in the order they were worked off; of documents whose sites you see."""
    request = query.page_request("id")
    page = await app.bulk.service.list_rows(actor, operation_id, request, query.outcome)
    return BulkResultPage(items=[BulkResultOut.of(row) for row in page.items], next_cursor=page.next_cursor)


@api.post(f"{ONE}/cancel", summary="Stop a bulk operation", auth=READ, status=HTTPStatus.ACCEPTED)
async def cancel_bulk_operation(operation_id: Id, actor: Actor, app: App) -> BulkOperationOut:
    """Within about a second. What is done stays done. Repeating is harmless."""
    return BulkOperationOut.of(await app.bulk.service.cancel(actor, operation_id))


@api.post(
    f"{ONE}/carry-out",
    summary="Carry out a dry run",
    auth=READ,
    status=HTTPStatus.ACCEPTED,
    location=LOCATION,
    errors=(NotADryRun, NotFinished, HoldClosed, PersonsOnly),
)
async def carry_out_bulk_operation(operation_id: Id, actor: Actor, app: App) -> BulkOperationOut:
    """Over exactly the same documents; what changed since is judged anew. Repeating answers the same operation."""
    return BulkOperationOut.of(await app.bulk.service.carry_out(actor, operation_id))
