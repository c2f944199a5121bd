"""Links and their uses live with the documents of their organisation, in its partition."""

from typing import TypeVar

from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository
from shared.share_links.link import LinkUse
from shared.share_links.model import ShareLink, ShareUse

U = TypeVar("U", bound=LinkUse)
_UNREVOKED = "SELECT * FROM c WHERE c.kind = 'shareLink' AND c.documentId = @document AND IS_NULL(c.revokedAt)"


class ShareLinkRepository(Repository[ShareLink]):
    entity = ShareLink
    kind = "shareLink"

    async def list_of_document(self, organisation_id: str, document_id: str, request: PageRequest) -> Page[ShareLink]:
        condition = Condition("c.documentId = @document", {"@document": document_id})
        return await self.list_page(organisation_id, request, [condition])

    async def find_unrevoked(self, organisation_id: str, document_id: str, limit: int) -> list[ShareLink]:
        """Some of those that were not revoked, in no order."""
        query = Query(_UNREVOKED, {"@document": document_id})
        rows = await self.container.query(query, self.partition(organisation_id), limit=limit)
        return [ShareLink.from_item(row) for row in rows]

    async def count_use(self, link: ShareLink, use: ShareUse, activity: Activity) -> None:
        """The count, the line of the log and what happened, together. Errors: StaleVersion, NotFound."""
        writes = [
            Write("replace", link.to_item(), link.etag),
            Write("create", use.to_item()),
            Write("create", activity.to_item()),
        ]
        await self.container.batch(self.partition(link.organisation_id), writes)


class LinkUseRepository(Repository[U]):
    """The access logs of links of one kind."""

    async def list_of_link(self, organisation_id: str, link_id: str, request: PageRequest) -> Page[U]:
        """Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, [Condition("c.linkId = @link", {"@link": link_id})])


class ShareUseRepository(LinkUseRepository[ShareUse]):
    entity = ShareUse
    kind = "shareUse"
