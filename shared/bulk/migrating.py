"""Documents of older versions of a type are brought to its newest: value by value, or not at all.

A document whose values cannot all be converted stays on its version, with everything it holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shared.bulk.actions import MigrateDocuments
from shared.bulk.deeds import Deed, Deeds
from shared.bulk.errors import OfAnotherType
from shared.bulk.model import BulkOperation
from shared.document_types.conversion import Refused, convert
from shared.document_types.errors import DocumentTypeRetired
from shared.document_types.fields import FieldSpec
from shared.document_types.model import TypeVersion
from shared.document_types.service import DocumentTypeService
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.errors import FieldError, Invalid, NotFound
from shared.identity.actor import Actor
from shared.kit.jobs.running import RunFails


@dataclass(slots=True)
class Migrating:
    """Of one page: versions that occur several times are read once."""

    deeds: Deeds
    types: DocumentTypeService
    action: MigrateDocuments
    newest: TypeVersion
    _versions: dict[int, TypeVersion] = field(default_factory=dict)

    @classmethod
    async def towards(
        cls, deeds: Deeds, types: DocumentTypeService, actor: Actor, action: MigrateDocuments
    ) -> "Migrating":
        """Errors: RunFails when the version that was asked for is not the newest any more."""
        try:
            newest = await types.current(actor.organisation_id, action.type_id)
        except (NotFound, DocumentTypeRetired) as error:
            raise RunFails("type_changed") from error
        if newest.version != action.to_version:
            raise RunFails("type_changed")
        return cls(deeds, types, action, newest)

    async def judge(self, actor: Actor, operation: BulkOperation, document: Document) -> Deed | None:
        """None when it is of the newest version already. Errors: OfAnotherType, Invalid naming every value that cannot be kept."""
        if document.type_id != self.action.type_id or document.type_version is None:
            raise OfAnotherType
        if document.type_version >= self.newest.version:
            return None
        before = await self._version(document.organisation_id, document.type_version)
        fields = self._converted(before, document.fields)
        return await self.deeds.change(actor, operation, document, DocumentChange({"fields": fields}))

    async def _version(self, organisation_id: str, version: int) -> TypeVersion:
        if version not in self._versions:
            self._versions[version] = await self.types.version(organisation_id, self.action.type_id, version)
        return self._versions[version]

    def _converted(self, before: TypeVersion, values: Mapping[str, Any]) -> dict[str, Any]:
        """Errors: Invalid."""
        old, new = _by_key(before), _by_key(self.newest)
        converted: dict[str, Any] = {}
        faults: list[FieldError] = []
        for key, value in values.items():
            if key not in new:
                if not self.action.drop_removed:
                    message = "the newest version has no such field, so the value would be lost"
                    faults.append(FieldError(f"fields.{key}", "would_be_lost", message))
            elif key not in old or old[key] == new[key]:
                converted[key] = value
            elif isinstance(outcome := convert(value, old[key], new[key]), Refused):
                faults.append(FieldError(f"fields.{key}", outcome.code, outcome.message))
            else:
                converted[key] = outcome.value
        if faults:
            raise Invalid(fields=faults)
        return converted


def _by_key(version: TypeVersion) -> dict[str, FieldSpec]:
    return {spec.key: spec for spec in version.fields}
