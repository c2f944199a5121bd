"""The organisation is the first item of its own partition of the directory."""

from collections.abc import Sequence

from shared.kit.cosmos import Write
from shared.kit.model import Entity
from shared.kit.repository import Repository
from shared.organisations.model import Organisation


class OrganisationRepository(Repository[Organisation]):
    entity = Organisation
    kind = "organisation"

    async def found(self, organisation: Organisation, others: Sequence[Entity]) -> Organisation:
        """The organisation with its first inhabitants, or nothing. Errors: AlreadyExists."""
        writes = [Write("create", entity.to_item()) for entity in (organisation, *others)]
        stored, *_ = await self.container.batch(self.partition(organisation.id), writes)
        return Organisation.from_item(stored)
