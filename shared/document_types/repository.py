"""Document types live in the directory of their organisation, each version as an item beside the newest."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from shared.document_types.model import (
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
from shared.kit.repository import Activity, OnlyOneRepository, Repository, storing


class DocumentTypeRepository(Repository[DocumentType]):
    entity = DocumentType
    kind = "documentType"

    async def store(
        self, entity: DocumentType, versions: Sequence[FormerVersion], register: Register | None, activity: Activity
    ) -> DocumentType:
        """The type, its new version and the register of codes in one batch. Errors: StaleVersion, also of the register."""
        others = [Write("create", version.to_item()) for version in versions]
        if register is not None:
            others.append(storing(register))
        others.append(Write("create", activity.to_item()))
        try:
            stored, *_ = await self.container.batch(self.partition(entity.organisation_id), [storing(entity), *others])
        except AlreadyExists as error:  # the register: it was not there a moment ago
            raise StaleVersion from error
        return DocumentType.from_item(stored)

    async def register(self, organisation_id: str, now: datetime) -> Register:
        return await RegisterRepository(self.container).of(organisation_id, now)

    async def version(self, organisation_id: str, type_id: str, version: int) -> FormerVersion:
        """Point read. Errors: NotFound."""
        item = await self.container.get(version_id(type_id, version), self.partition(organisation_id))
        return FormerVersion.from_item(item)

    async def list_filtered(
        self, organisation_id: str, request: PageRequest, wanted: DocumentTypeFilter
    ) -> Page[DocumentType]:
        """One page in one request. Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, list(_conditions(wanted)))


class RegisterRepository(OnlyOneRepository[Register]):
    entity = Register
    kind = "documentTypeRegister"


class DisciplineRepository(OnlyOneRepository[Disciplines]):
    entity = Disciplines
    kind = "disciplines"


def _conditions(wanted: DocumentTypeFilter) -> Iterator[Condition]:
    if wanted.status is not None:
        yield Condition("c.status = @status", {"@status": wanted.status.value})
    if wanted.search is not None:
        yield Condition(
            "(CONTAINS(c.name, @search, true) OR CONTAINS(c.code, @search, true))", {"@search": wanted.search}
        )
