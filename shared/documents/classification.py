"""What a document is sorted by and called: type, discipline, tags, custom fields, number."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NoReturn

from shared.document_types.errors import DocumentTypeRetired
from shared.document_types.model import TypeVersion
from shared.document_types.numbers import Allocation, Numbers, Owner
from shared.document_types.service import DocumentTypeService
from shared.documents.model import Document
from shared.errors import FieldError, Invalid, NotFound
from shared.identity.actor import Actor
from shared.identity.permissions import Permission, Role
from shared.kit.cosmos import Write

CodeOfSite = Callable[[str, str], Awaitable[str]]
Store = Callable[[Document, Sequence[Write]], Awaitable[Document]]


@dataclass(frozen=True, slots=True)
class Classified:
    """A document as it will be. With `kept_to` it is still to be numbered, as its maker says (`manual`) or in its turn."""

    document: Document
    kept_to: TypeVersion | None = None
    manual: str | None = None


@dataclass(frozen=True, slots=True)
class Classification:
    """`code_of_site(organisation, site)` is what the site is called in numbers."""

    types: DocumentTypeService
    numbers: Numbers
    code_of_site: CodeOfSite
    now: Callable[[], datetime]

    async def classify(self, actor: Actor, document: Document, values: Mapping[str, Any]) -> Classified:
        """The document with these of `type_id`, `discipline`, `tags`, `fields` and `number`; what is absent stays.

        A document keeps the version of its type until its type or fields are written: then it takes on the newest, unless the type is
        retired, with the need for review and acknowledgement. A number once given stays.

        Errors: Invalid naming the field, DocumentTypeRetired.
        """
        update = {name: values[name] for name in ("tags", "type_id") if name in values}
        if "discipline" in values:
            update["discipline"] = await self._discipline(document.organisation_id, values["discipline"])
        manual = values.get("number")
        type_id = update.get("type_id", document.type_id)
        if type_id is None:
            _require_plain(values.get("fields", document.fields), manual)
            untyped = document.model_copy(update={**update, "type_version": None, "fields": {}})
            return Classified(self._controlled(actor, untyped, None) if "type_id" in values else untyped)
        if not {"type_id", "fields", "number"} & values.keys():
            return Classified(document.model_copy(update=update))
        kept_to = await self._kept_to(document, type_id, newest=bool({"type_id", "fields"} & values.keys()))
        if {"type_id", "fields"} & values.keys():
            held, wanted = document.fields, values.get("fields", document.fields)
            update["fields"] = await self.types.checked(document.organisation_id, kept_to, wanted, held)
            update["type_version"] = kept_to.version
        classified = document.model_copy(update=update)
        if "type_version" in update:
            classified = self._controlled(actor, classified, kept_to)
        is_numbered = document.number is not None and manual in {None, document.number}
        return Classified(classified) if is_numbered else Classified(classified, kept_to, manual)

    async def store(self, actor: Actor, classified: Classified, write: Store) -> Document:
        """Write it, with its number in the same batch. Errors: those of `write`; DocumentNumberTaken, Invalid, Unavailable."""
        document, kept_to = classified.document, classified.kept_to
        if kept_to is None:
            return await write(document, ())

        async def choose() -> Allocation:
            return await self.numbers.choose(
                Owner(document.organisation_id, document.id, actor.user_id),
                kept_to,
                year=self.now().year,
                site=await self._site(document, kept_to),
                discipline=document.discipline,
                manual=classified.manual,
            )

        return await self.numbers.give(
            choose, lambda given: write(document.model_copy(update={"number": given.number}), given.writes)
        )

    def _controlled(self, actor: Actor, document: Document, kept_to: TypeVersion | None) -> Document:
        """Reviewed and acknowledged as the type says; who may not review takes the need for neither away."""
        required = kept_to is not None and kept_to.review_required
        asked = set(() if kept_to is None else kept_to.acknowledgers)
        if Permission.DOCUMENTS_REVIEW not in actor.permissions:
            required = required or document.review_required
            asked |= {*document.type_acknowledgers}
        roles = tuple(role for role in Role if role in asked)
        return document.requiring_review(required, self.now()).model_copy(update={"type_acknowledgers": roles})

    async def _kept_to(self, document: Document, type_id: str, *, newest: bool) -> TypeVersion:
        """Errors: Invalid naming `typeId`, DocumentTypeRetired for a type that the document is not of already."""
        is_its_own = type_id == document.type_id and document.type_version is not None
        try:
            if newest or not is_its_own:
                return await self.types.current(document.organisation_id, type_id)
        except NotFound:
            _refuse("typeId", "unknown_type", "is not a document type of the organisation")
        except DocumentTypeRetired:
            if not is_its_own:
                raise
        return await self.types.version(document.organisation_id, type_id, document.type_version or 1)

    async def _discipline(self, organisation_id: str, code: str | None) -> str | None:
        return None if code is None else await self.types.check_discipline(organisation_id, code)

    async def _site(self, document: Document, kept_to: TypeVersion) -> str | None:
        if document.site_id is None or "{site}" not in kept_to.number_pattern:
            return None
        return await self.code_of_site(document.organisation_id, document.site_id)


def _require_plain(fields: Mapping[str, Any], number: str | None) -> None:
    """Errors: Invalid for what only documents of a type have."""
    if fields:
        _refuse("fields", "type_needed", "only documents of a type have fields")
    if number is not None:
        _refuse("number", "type_needed", "only documents of a type are numbered")


def _refuse(field: str, code: str, message: str) -> NoReturn:
    raise Invalid(fields=[FieldError(field, code, message)])
