"""Document types of the caller's organisation, and the disciplines it sorts documents by."""

from http import HTTPStatus
from typing import Annotated

from pydantic import Field

from functions.document_types.schemas import (
    DisciplinesIn,
    DisciplinesOut,
    DocumentTypeChangeIn,
    DocumentTypeIn,
    DocumentTypeList,
    DocumentTypeOut,
    DocumentTypePage,
    DocumentTypeRow,
    DocumentTypeVersionOut,
)
from shared.app import App
from shared.document_types.errors import DocumentTypeCodeTaken, TooManyDocumentTypes
from shared.document_types.model import DocumentTypeStatus
from shared.errors import StaleVersion
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id

api = Api("Document types")

Version = Annotated[int, Field(ge=1, le=10**9)]
READ = requires(Permission.DOCUMENT_TYPES_READ)
WRITE = requires(Permission.DOCUMENT_TYPES_WRITE)


@api.post(
    "v1/document-types",
    summary="Add a document type",
    auth=WRITE,
    status=HTTPStatus.CREATED,
    location="v1/document-types/{id}",
    errors=(DocumentTypeCodeTaken, TooManyDocumentTypes, StaleVersion),
)
async def create_document_type(body: DocumentTypeIn, actor: Actor, app: App) -> DocumentTypeOut:
    """How documents of this kind are numbered, whether they are reviewed and acknowledged, and their custom fields. At most 100 in use."""
    return DocumentTypeOut.of(await app.document_types.create(actor, body.to_draft()))


@api.get("v1/document-types", summary="List document types", auth=READ)
async def list_document_types(query: DocumentTypeList, actor: Actor, app: App) -> DocumentTypePage:
    """One page of the organisation's types, without their fields."""
    page = await app.document_types.list_page(actor, query.page_request(query.sort), query.to_filter())
    return DocumentTypePage(items=[DocumentTypeRow.of(entity) for entity in page.items], next_cursor=page.next_cursor)


@api.get("v1/document-types/{type_id:length(26)}", summary="Read a document type", auth=READ)
async def get_document_type(type_id: Id, actor: Actor, app: App) -> DocumentTypeOut:
    """The newest version."""
    return DocumentTypeOut.of(await app.document_types.get(actor, type_id))


@api.get(
    "v1/document-types/{type_id:length(26)}/versions/{version}",
    summary="Read a version of a document type",
    auth=READ,
)
async def get_document_type_version(type_id: Id, version: Version, actor: Actor, app: App) -> DocumentTypeVersionOut:
    """As it was when documents were written with it. Versions never change."""
    return DocumentTypeVersionOut.of(type_id, await app.document_types.version(actor.organisation_id, type_id, version))


@api.patch(
    "v1/document-types/{type_id:length(26)}",
    summary="Change a document type",
    auth=WRITE,
    errors=(StaleVersion, DocumentTypeCodeTaken),
)
async def change_document_type(
    type_id: Id, body: DocumentTypeChangeIn, if_match: str, actor: Actor, app: App
) -> DocumentTypeOut:
    """Makes the next version; documents keep theirs. A key keeps its type for good, and a number its kind of unit."""
    return DocumentTypeOut.of(await app.document_types.change(actor, type_id, body.to_change(), if_match))


@api.post(
    "v1/document-types/{type_id:length(26)}/retire",
    summary="Retire a document type",
    auth=WRITE,
    errors=(StaleVersion,),
)
async def retire_document_type(type_id: Id, actor: Actor, app: App) -> DocumentTypeOut:
    """No new documents of it; those there are stay as they are, and its code stays taken. Repeating it changes nothing."""
    return DocumentTypeOut.of(await app.document_types.set_status(actor, type_id, DocumentTypeStatus.RETIRED))


@api.post(
    "v1/document-types/{type_id:length(26)}/restore",
    summary="Take a retired document type back",
    auth=WRITE,
    errors=(TooManyDocumentTypes, StaleVersion),
)
async def restore_document_type(type_id: Id, actor: Actor, app: App) -> DocumentTypeOut:
    """In use again, as it was. Repeating it changes nothing."""
    return DocumentTypeOut.of(await app.document_types.set_status(actor, type_id, DocumentTypeStatus.ACTIVE))


@api.get("v1/disciplines", summary="Read the disciplines", auth=READ)
async def get_disciplines(actor: Actor, app: App) -> DisciplinesOut:
    """The organisation's list, empty until somebody writes it."""
    return DisciplinesOut.of(await app.document_types.get_disciplines(actor))


@api.put("v1/disciplines", summary="Write the disciplines", auth=WRITE, errors=(StaleVersion,))
async def replace_disciplines(body: DisciplinesIn, if_match: str, actor: Actor, app: App) -> DisciplinesOut:
    """The whole list, at most 100. Documents keep the code of a discipline that is taken away."""
    wanted = body.to_disciplines()
    return DisciplinesOut.of(await app.document_types.replace_disciplines(actor, wanted, if_match))
