"""How long documents are kept: policies, runs with their reports, why one document is kept, deletion for good."""

from http import HTTPStatus

from functions.retention.schemas import (
    DocumentRetentionOut,
    RetentionList,
    RetentionPoliciesIn,
    RetentionPoliciesOut,
    RetentionRowOut,
    RetentionRowPage,
    RetentionRunIn,
    RetentionRunOut,
    RetentionRunPage,
    RetentionRunRow,
)
from shared.app import App
from shared.documents.errors import RevisionPending
from shared.documents.keeping import UnderHold
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id
from shared.retention.errors import NoPolicies, NotInTheTrash

api = Api("Retention")

READ = requires(Permission.RETENTION_READ)
WRITE = requires(Permission.RETENTION_WRITE)


@api.get("v1/retention/policies", summary="Read the retention policies", auth=READ)
async def get_retention_policies(actor: Actor, app: App) -> RetentionPoliciesOut:
    """All of the organisation's. Without any, nothing is ever trashed or deleted by itself."""
    return RetentionPoliciesOut.of(await app.retention.service.get_policies(actor))


@api.put("v1/retention/policies", summary="Write the retention policies", auth=WRITE, errors=(StaleVersion,))
async def replace_retention_policies(
    body: RetentionPoliciesIn, if_match: str, actor: Actor, app: App
) -> RetentionPoliciesOut:
    """The whole list. Policies of a type go before those for all types; of several that mean a document, the longest counts."""
    wanted = body.to_policies()
    return RetentionPoliciesOut.of(await app.retention.service.replace_policies(actor, wanted, if_match))


@api.post(
    "v1/retention/runs",
    summary="Run the retention policies",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    location="v1/retention/runs/{id}",
    errors=(NoPolicies,),
)
async def create_retention_run(body: RetentionRunIn, actor: Actor, app: App) -> RetentionRunRow:
    """Beside the daily one; a dry run only reports what would happen. Follow its state."""
    return RetentionRunRow.of(await app.retention.service.start(actor, dry_run=body.dry_run))


@api.get("v1/retention/runs", summary="List retention runs", auth=READ)
async def list_retention_runs(query: RetentionList, actor: Actor, app: App) -> RetentionRunPage:
    """One page of the reports."""
    page = await app.retention.service.list_runs(actor, query.page_request(query.sort))
    return RetentionRunPage(items=[RetentionRunRow.of(run) for run in page.items], next_cursor=page.next_cursor)


@api.get("v1/retention/runs/{run_id:length(26)}", summary="Read a retention run", auth=READ)
async def get_retention_run(run_id: Id, actor: Actor, app: App) -> RetentionRunOut:
    """The policies it went by, and how many documents of the sites you see it did what to."""
    return RetentionRunOut.report(*await app.retention.service.get_run(actor, run_id))


@api.get("v1/retention/runs/{run_id:length(26)}/rows", summary="List what a retention run did", auth=READ)
async def list_retention_rows(run_id: Id, query: RetentionList, actor: Actor, app: App) -> RetentionRowPage:
    """One page: each document it trashed, deleted or kept, by which policy or because of which hold, as far as you see its site."""
    page = await app.retention.service.list_rows(actor, run_id, query.page_request(query.sort))
    return RetentionRowPage(items=[RetentionRowOut.of(row) for row in page.items], next_cursor=page.next_cursor)


@api.get(
    "v1/documents/{document_id:length(26)}/retention",
    summary="Why is a document kept, and until when?",
    auth=requires(Permission.DOCUMENTS_READ),
)
async def get_document_retention(document_id: Id, actor: Actor, app: App) -> DocumentRetentionOut:
    """In words and in fields: the holds on it, and what the policies of today have in store for it."""
    return DocumentRetentionOut.of(*await app.retention.service.explain(actor, document_id))


@api.post(
    "v1/documents/{document_id:length(26)}/purge",
    summary="Delete a document for good",
    auth=WRITE,
    status=HTTPStatus.ACCEPTED,
    errors=(UnderHold, NotInTheTrash, RevisionPending),
)
async def purge_document(document_id: Id, if_match: str, actor: Actor, app: App) -> None:
    """Out of the trash, with all its revisions and links. It is gone at once, and nothing brings it back; what happened stays on record."""
    await app.retention.purging.request(actor, document_id, if_match)
