"""Document types live in the directory of their organisation, each version as an item beside the newest."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from shared.document_types.model import (
    DISCIPLINES,
    FIRST_ETAG,
    REGISTER,
    Disciplines,
    DocumentType,
    DocumentTypeFilter,
    FormerVersion,
    Register,
    version_id,
)
from shared.errors import AlreadyExists, StaleVersion
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.repository import Activity, Repository


class DocumentTypeRepository(Repository[DocumentType]):
    entity = DocumentType
    kind = "documentType"

    async def store(
        self, entity: DocumentType, versions: Sequence[FormerVersion], register: Register | None, activity: Activity
    ) -> DocumentType:
        """The type, its new version and the register of codes in one batch. Errors: StaleVersion, also of the register."""
        write = Write("replace" if entity.etag else "create", entity.to_item(), entity.etag)
        others = [Write("create", version.to_item()) for version in versions]
        if register is not None:
            others.append(Write("replace" if register.etag else "create", register.to_item(), register.etag))
        others.append(Write("create", activity.to_item()))
        try:
            stored, *_ = await self.container.batch(self.partition(entity.organisation_id), [write, *others])
        except AlreadyExists as error:  # the register: it was not there a moment ago
            raise StaleVersion from error
        return DocumentType.from_item(stored)

    async def register(self, organisation_id: str, now: datetime) -> Register:
        item = await self.container.find(REGISTER, self.partition(organisation_id))
        return Register.empty(organisation_id, now) if item is None else Register.from_item(item)

    async def version(self, organisation_id: str, type_id: str, version: int) -> FormerVersion:
        """Point read. Errors: NotFound."""
        item = await self.container.get(version_id(type_id, version), self.partition(organisation_id))
        return FormerVersion.from_item(item)

    async def list_filtered(
        self, organisation_id: str, request: PageRequest, wanted: DocumentTypeFilter
    ) -> Page[DocumentType]:
        """One page in one request. Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, list(_conditions(wanted)))


class DisciplineRepository(Repository[Disciplines]):
    entity = Disciplines
    kind = "disciplines"

    async def of(self, organisation_id: str, now: datetime) -> Disciplines:
        return await self.find(organisation_id, DISCIPLINES) or Disciplines.none_yet(organisation_id, now)

    async def put(self, disciplines: Disciplines, activity: Activity) -> Disciplines:
        """Errors: StaleVersion."""
        if disciplines.etag != FIRST_ETAG:
            return await self.replace(disciplines, activity)
        try:
            return await self.create(disciplines, activity)
        except AlreadyExists as error:
            raise StaleVersion from error


def _conditions(wanted: DocumentTypeFilter) -> Iterator[Condition]:
    if wanted.status is not None:
        yield Condition("c.status = @status", {"@status": wanted.status.value})
    if wanted.search is not None:
        yield Condition(
            "(CONTAINS(c.name, @search, true) OR CONTAINS(c.code, @search, true))", {"@search": wanted.search}
        )
