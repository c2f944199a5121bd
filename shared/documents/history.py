"""What happened to a document in the last 30 days: its activities, read back."""

from dataclasses import dataclass

from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.kit.paging import Page, PageRequest, cut_page, decode_cursor
from shared.kit.query import Query
from shared.kit.repository import Activity

_FROM = "SELECT TOP @limit * FROM c WHERE c.subjectId = @document AND c.kind IN ('document', 'activity')"
_LATER = "AND (c.kind = 'document' OR c.id < @before)"
_NO_LINKS = "AND (c.kind = 'document' OR NOT STARTSWITH(c.type, 'share_link.'))"
_ORDER = "ORDER BY c.subjectId DESC, c.kind DESC, c.id DESC"  # the document, then what happened, the newest first


@dataclass(frozen=True, slots=True)
class DocumentHistory:
    documents: DocumentRepository

    async def list_page(self, actor: Actor, document_id: str, request: PageRequest) -> Page[Activity]:
        """Newest first; of links only for who may share, cases named for who may read them. The document, which says who may see it,
        comes in the same request.

        Errors: NotFound, CursorInvalid.
        """
        clauses, parameters = [_FROM], {"@document": document_id, "@limit": request.limit + 2}
        if request.cursor is not None:
            clauses.append(_LATER)
            parameters["@before"] = decode_cursor(request.cursor, request.sort)[1]
        if Permission.DOCUMENTS_SHARE not in actor.permissions:
            clauses.append(_NO_LINKS)
        query = Query(" ".join([*clauses, _ORDER]), parameters)
        partition = self.documents.partition(actor.organisation_id)
        rows = await self.documents.container.query(query, partition, limit=request.limit + 2)
        if rows and rows[0]["kind"] == "document":
            document = Document.from_item(rows.pop(0))
        else:  # not there, or stored before documents stood in their own history
            document = await self.documents.get(actor.organisation_id, document_id)
        document.seen_by(actor)
        page, cursor = cut_page(rows, request)
        return Page([_told(Activity.from_item(row), actor) for row in page], cursor)


def _told(happened: Activity, actor: Actor) -> Activity:
    """Cases are for those who may read cases."""
    if Permission.HOLDS_READ in actor.permissions:
        return happened
    data = {name: value for name, value in happened.data.items() if name != "holdId"}
    return happened.model_copy(update={"data": data})
