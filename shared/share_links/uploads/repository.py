"""Upload links and their uses live with the documents of their organisation, in its partition."""

from shared.identity.actor import Actor
from shared.identity.scope import at_sites_or_none
from shared.kit.cosmos import Write
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Repository
from shared.share_links.repository import LinkUseRepository
from shared.share_links.uploads.model import UploadLink, UploadUse


class UploadLinkRepository(Repository[UploadLink]):
    entity = UploadLink
    kind = "uploadLink"

    async def list_seen(self, actor: Actor, request: PageRequest) -> Page[UploadLink]:
        """Those of the actor's sites, and those of none."""
        return await self.list_page(actor.organisation_id, request, at_sites_or_none(actor.site_ids))


class UploadUseRepository(LinkUseRepository[UploadUse]):
    entity = UploadUse
    kind = "uploadUse"


def taking(link: UploadLink, use: UploadUse) -> list[Write]:
    """What is written along with the document: the count, and a line of the log."""
    return [Write("replace", link.to_item(), link.etag), Write("create", use.to_item())]
