"""The service of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from datetime import datetime

from shared.document_types.service import DocumentTypeService
from shared.documents.filters import DocumentFilter
from shared.documents.service import DocumentService
from shared.identity.actor import Actor
from shared.kit.cosmos import Container
from shared.kit.paging import PageRequest
from shared.sites.service import SiteService
from shared.views.gone import GoneCriteria
from shared.views.repository import ViewRepository
from shared.views.service import ViewService


def open_views(
    directory: Container,
    types: DocumentTypeService,
    sites: SiteService,
    documents: DocumentService,
    now: Callable[[], datetime],
) -> ViewService:
    async def has_any(actor: Actor, request: PageRequest, wanted: DocumentFilter) -> bool:
        return bool((await documents.list_page(actor, request, wanted)).items)

    gone = GoneCriteria(types.types.find, sites.sites.find, types.get_disciplines, has_any)
    return ViewService(ViewRepository(directory), gone, now)
