"""What people do with tables: look at one with a mapping suggested, have it carried into documents."""

from dataclasses import dataclass
from itertools import islice

from shared.bulk.errors import NotATable, NotReadable
from shared.bulk.mapping import ImportDocuments, ImportKey, ImportMapping, suggest
from shared.bulk.model import BulkOperation, ImportTable
from shared.bulk.service import BulkService
from shared.bulk.tables import HEAD, Place, TableFormat, format_of, records
from shared.document_types.fields import FieldSpec
from shared.document_types.model import MAX_TYPES, DocumentTypeFilter, DocumentTypeStatus
from shared.document_types.service import DocumentTypeService
from shared.documents import texts
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.revision import Revision, RevisionState, revision_id
from shared.identity.actor import Actor
from shared.kit.blobs import BlobStore
from shared.kit.large_blobs import read_range
from shared.kit.paging import PageRequest, Sort

SHOWN = 10  # records of a preview
_TABLES = frozenset({texts.CSV, texts.PLAIN})


@dataclass(frozen=True, slots=True)
class Preview:
    revision: int
    layout: TableFormat
    rows: list[tuple[str, ...]]
    mapping: dict[str, str]
    key: ImportKey | None


@dataclass(frozen=True, slots=True)
class BulkImports:
    """A table is a document of the organisation: verified, kept and seen as any other."""

    bulk: BulkService
    documents: DocumentRepository
    types: DocumentTypeService
    blobs: BlobStore

    async def preview(self, actor: Actor, document_id: str, number: int | None) -> Preview:
        """Errors: NotFound, NotReadable, NotATable."""
        revision = await self._revision(actor, document_id, number)
        table, head = await self._table(revision)
        layout, place = table.layout, Place(table.layout.begins_at, 1)
        found = records(layout, head[place.byte :], place, whole=len(head) == table.size)
        seen = (one for one in found if not one.is_blank)
        rows = [one.cells for one in islice(seen, 1, 1 + SHOWN)]
        mapping, key = suggest(layout.columns, await self._fields(actor))
        return Preview(revision.number, layout, rows, mapping, key)

    async def request(
        self, actor: Actor, document_id: str, number: int | None, mapped: ImportMapping, *, dry_run: bool
    ) -> BulkOperation:
        """`number` None: of the current revision. Errors: Forbidden, NotFound, NotReadable, NotATable, ColumnsTwice, Invalid naming
        columns that are not there.
        """
        revision = await self._revision(actor, document_id, number)
        known = {name: getattr(mapped, name) for name in ImportMapping.model_fields}
        action = ImportDocuments(document_id=document_id, revision=revision.number, **known)
        for permission in action.needs:
            actor.require(permission)
        table, _ = await self._table(revision)
        action.check(table.layout)
        return await self.bulk.begin(actor, action, dry_run=dry_run, table=table)

    async def _revision(self, actor: Actor, document_id: str, number: int | None) -> Revision:
        """Errors: NotFound, NotReadable."""
        document = (await self.documents.get(actor.organisation_id, document_id)).seen_by(actor)
        wanted = number if number is not None else _current(document)
        _, revision = await self.documents.get_with_revision(
            actor.organisation_id, document_id, revision_id(document_id, wanted)
        )
        if revision.state is not RevisionState.READY or revision.detected_type not in _TABLES:
            raise NotReadable
        return revision

    async def _table(self, revision: Revision) -> tuple[ImportTable, bytes]:
        """With the beginning of the file. Errors: NotReadable, NotATable."""
        properties = await self.blobs.properties(revision.stored)
        if properties is None:
            raise NotReadable
        if properties.size == 0:
            raise NotATable
        head = await read_range(self.blobs, revision.stored, properties.etag, 0, HEAD)
        layout = format_of(head, whole=len(head) == properties.size)
        return ImportTable(layout=layout, etag=properties.etag, size=properties.size), head

    async def _fields(self, actor: Actor) -> list[FieldSpec]:
        """Of all types in use."""
        request = PageRequest(Sort("createdAt"), MAX_TYPES)
        page = await self.types.list_page(actor, request, DocumentTypeFilter(DocumentTypeStatus.ACTIVE))
        return [field for kind in page.items for field in kind.fields]


def _current(document: Document) -> int:
    """Errors: NotReadable."""
    if document.current is None:
        raise NotReadable
    return document.current.number
