"""Document types of an organisation and the disciplines it sorts by."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from shared.document_types.errors import DocumentTypeRetired
from shared.document_types.fields import FieldSpec, faults_of
from shared.document_types.model import (
    Discipline,
    Disciplines,
    DocumentType,
    DocumentTypeChange,
    DocumentTypeDraft,
    DocumentTypeFilter,
    DocumentTypeStatus,
    Register,
    TypeVersion,
)
from shared.document_types.repository import DisciplineRepository, DocumentTypeRepository
from shared.document_types.validation import Values, named_users, validate_fields
from shared.errors import FieldError, Invalid, StaleVersion
from shared.identity.actor import Actor
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity

WRITE_ATTEMPTS = 20  # the register is written by every new type; creating one is rare


@dataclass(frozen=True, slots=True)
class DocumentTypeService:
    """`known_users(organisation, ids)` answers those of the ids that are people of the organisation."""

    types: DocumentTypeRepository
    disciplines: DisciplineRepository
    known_users: Callable[[str, Sequence[str]], Awaitable[set[str]]]
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: DocumentTypeDraft) -> DocumentType:
        """Errors: Invalid naming the field, DocumentTypeCodeTaken, TooManyDocumentTypes."""
        _check(draft.fields, {})
        now = self.now()
        entity = DocumentType(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            version=1,
            shapes={field.key: field.shape for field in draft.fields},
            **{**asdict(draft), "fields": tuple(draft.fields)},
        )
        activity = Activity.of("document_type.created", entity, actor=actor.user_id, at=now, code=entity.code)
        for attempt in range(WRITE_ATTEMPTS):
            register = await self._registering(entity)
            try:
                return await self.types.store(entity, [entity.snapshot(actor.user_id)], register, activity)
            except StaleVersion:
                if attempt == WRITE_ATTEMPTS - 1:
                    raise
        raise AssertionError("unreachable")

    async def get(self, actor: Actor, type_id: str) -> DocumentType:
        """Errors: NotFound."""
        return await self.types.get(actor.organisation_id, type_id)

    async def list_page(self, actor: Actor, request: PageRequest, wanted: DocumentTypeFilter) -> Page[DocumentType]:
        return await self.types.list_filtered(actor.organisation_id, request, wanted)

    async def change(self, actor: Actor, type_id: str, change: DocumentTypeChange, if_match: str) -> DocumentType:
        """The next version. Errors: NotFound, StaleVersion, Invalid naming the field, DocumentTypeCodeTaken."""

        def revised(before: DocumentType) -> DocumentType | None:
            if before.etag != if_match:
                raise StaleVersion
            if "fields" in change.values:
                _check(change.values["fields"], before.shapes)
            return before.revised(change.values, self.now()) if before.differing(change.values) else None

        return await self._move(actor, type_id, "document_type.changed", revised)

    async def set_status(self, actor: Actor, type_id: str, status: DocumentTypeStatus) -> DocumentType:
        """Retire a type or take it back; nothing happens when it is so already. Errors: NotFound, TooManyDocumentTypes."""

        def moved(before: DocumentType) -> DocumentType | None:
            return None if before.status is status else before.changed(self.now(), status=status)

        happened = "retired" if status is DocumentTypeStatus.RETIRED else "restored"
        return await self._move(actor, type_id, f"document_type.{happened}", moved)

    async def current(self, organisation_id: str, type_id: str) -> DocumentType:
        """What a new document, or a change of one, keeps to. Errors: NotFound, DocumentTypeRetired."""
        entity = await self.types.get(organisation_id, type_id)
        if entity.is_retired:
            raise DocumentTypeRetired
        return entity

    async def ids_by_code(self, organisation_id: str) -> dict[str, str]:
        """All types of the organisation, retired ones too; codes in small letters (`casefold`). One request."""
        register = await self.types.register(organisation_id, self.now())
        return {known.folded: known.type_id for known in register.types}

    async def version(self, organisation_id: str, type_id: str, version: int) -> TypeVersion:
        """What a document of that version keeps to; one point read, also of a retired type. Errors: NotFound."""
        return await self.types.version(organisation_id, type_id, version)

    async def checked(
        self, organisation_id: str, kept_to: TypeVersion, values: Mapping[str, Any], held: Mapping[str, Any]
    ) -> Values:
        """`validate_fields` with the people of the organisation. Whom the document names already (`held`: its values so far) may stay
        although they have left. Errors: Invalid naming `fields.<key>`.
        """
        staying = named_users(kept_to, held)
        coming = sorted(named_users(kept_to, values) - staying)
        known = await self.known_users(organisation_id, coming) if coming else set()
        return validate_fields(kept_to, values, find_user=(known | staying).__contains__)

    async def get_disciplines(self, actor: Actor) -> Disciplines:
        return await self.disciplines.of(actor.organisation_id, self.now())

    async def replace_disciplines(self, actor: Actor, wanted: Sequence[Discipline], if_match: str) -> Disciplines:
        """Documents keep the code of one that is gone. Errors: StaleVersion."""
        now = self.now()
        before = await self.disciplines.of(actor.organisation_id, now)
        if before.etag != if_match:
            raise StaleVersion
        if before.disciplines == tuple(wanted):
            return before
        after = before.changed(now, disciplines=tuple(wanted))
        codes = [discipline.code for discipline in wanted]
        activity = Activity.of("disciplines.changed", after, actor=actor.user_id, at=now, codes=codes)
        return await self.disciplines.put(after, activity)

    async def check_discipline(self, organisation_id: str, code: str) -> str:
        """The code as the organisation writes it. Errors: Invalid naming `discipline`."""
        held = await self.disciplines.of(organisation_id, self.now())
        for discipline in held.disciplines:
            if discipline.code.casefold() == code.casefold():
                return discipline.code
        message = "is not one of the organisation's disciplines"
        raise Invalid(fields=[FieldError("discipline", "unknown_discipline", message)])

    async def _move(
        self, actor: Actor, type_id: str, happened: str, move: Callable[[DocumentType], DocumentType | None]
    ) -> DocumentType:
        """Read, change, write; again when only the register was written in between."""
        for attempt in range(WRITE_ATTEMPTS):
            before = await self.types.get(actor.organisation_id, type_id)
            if (after := move(before)) is None:
                return before
            newer = [after.snapshot(actor.user_id)] if after.version != before.version else []
            registered = (before.code.casefold(), before.status) == (after.code.casefold(), after.status)
            register = None if registered else await self._registering(after)
            activity = Activity.of(happened, after, actor=actor.user_id, at=after.updated_at, version=after.version)
            try:
                return await self.types.store(after, newer, register, activity)
            except StaleVersion:
                if register is None or attempt == WRITE_ATTEMPTS - 1:
                    raise
        raise AssertionError("unreachable")

    async def _registering(self, entity: DocumentType) -> Register:
        register = await self.types.register(entity.organisation_id, entity.updated_at)
        return register.holding(entity, entity.updated_at)


def _check(fields: Sequence[FieldSpec], known: Mapping[str, str]) -> None:
    if faults := faults_of(fields, known):
        raise Invalid(fields=faults)
