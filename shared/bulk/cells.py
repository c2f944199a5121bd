"""What a line of a table asks of a document: cells read as people mean them, by the type the document has or is given."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from shared.bulk.mapping import FIELDS, Blank, ImportDocuments
from shared.document_types.conversion import read_as
from shared.document_types.errors import DocumentTypeRetired
from shared.document_types.fields import FieldSpec
from shared.document_types.model import TypeVersion
from shared.document_types.number_pattern import folded
from shared.document_types.service import DocumentTypeService
from shared.document_types.validation import Unfit, normalised
from shared.documents.criteria import Discipline
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.documents.tags import Tags
from shared.documents.titles import Title
from shared.errors import FieldError, Invalid, NotFound
from shared.identity.actor import Actor
from shared.kit.ids import is_id

FindSite = Callable[[Actor, str], Awaitable[str | None]]
"""The id of the site with this id or code, as far as the actor sees it."""
_TITLE: TypeAdapter[str] = TypeAdapter(Title)
_TAGS: TypeAdapter[tuple[str, ...]] = TypeAdapter(Tags)
_DISCIPLINE: TypeAdapter[str] = TypeAdapter(Discipline)
_ANY: TypeAdapter[str] = TypeAdapter(Annotated[str, Field(min_length=1, max_length=500)])
_FIELDS = {"site": "siteId", "type": "typeId"}  # targets by the names they have in a document
_KEPT = frozenset({"title", "number"})  # what a document is never without, once it has it


@dataclass(slots=True)
class Cells:
    """Reads the lines of one page: sites and types that occur several times are looked up once."""

    types: DocumentTypeService
    find_site: FindSite
    _sites: dict[str, str | None] = field(default_factory=dict)
    _type_ids: dict[str, str] | None = None
    _versions: dict[tuple[str, int | None], TypeVersion] = field(default_factory=dict)

    async def change_of(
        self, actor: Actor, action: ImportDocuments, cells: Mapping[str, str], document: Document
    ) -> DocumentChange:
        """`cells` by column. Errors: Invalid naming every field of the document that cannot be read."""
        faults: list[FieldError] = []
        values: dict[str, Any] = {}
        said = {target: cells[column].strip() for column, target in action.mapping.items()}
        for target in [target for target in said if not target.startswith(FIELDS)]:
            try:
                values |= await self._plain(actor, action, target, said[target])
            except Unfit as unfit:
                faults.append(FieldError(_FIELDS.get(target, target), unfit.code, unfit.message))
        if "number" in values and document.number is not None and folded(values["number"]) == folded(document.number):
            del values["number"]
        custom = {
            target.removeprefix(FIELDS): text
            for target, text in said.items()
            if target.startswith(FIELDS) and (text or action.blank is Blank.CLEAR)
        }
        if custom:
            values |= await self._custom(document, values.get("type_id", document.type_id), custom, faults)
        if faults:
            raise Invalid(fields=faults)
        return DocumentChange(values)

    async def _plain(self, actor: Actor, action: ImportDocuments, target: str, text: str) -> dict[str, Any]:
        """Errors: Unfit."""
        if not text:
            if action.blank is Blank.KEEP:
                return {}
            if target in _KEPT:
                raise Unfit("cannot_be_cleared", f"a document is not without a {target}")
            cleared: dict[str, Any] = {"tags": ()}
            return {_attribute(target): cleared.get(target)}
        if target == "site":
            return {"site_id": await self._site(actor, text)}
        if target == "type":
            return {"type_id": await self._type(actor.organisation_id, text)}
        if target == "tags":
            return {"tags": _valid(_TAGS, [one for one in text.replace(",", ";").split(";") if one.strip()])}
        reader = {"title": _TITLE, "discipline": _DISCIPLINE}.get(target, _ANY)
        return {target: _valid(reader, text)}

    async def _site(self, actor: Actor, text: str) -> str:
        if text not in self._sites:
            self._sites[text] = await self.find_site(actor, text)
        if (found := self._sites[text]) is None:
            raise Unfit("unknown_site", "is not the code or id of a site that you may see")
        return found

    async def _type(self, organisation_id: str, text: str) -> str:
        if is_id(text):
            return text
        if self._type_ids is None:
            self._type_ids = await self.types.ids_by_code(organisation_id)
        if (found := self._type_ids.get(text.casefold())) is None:
            raise Unfit("unknown_type", "is not the code or id of a document type of the organisation")
        return found

    async def _custom(
        self, document: Document, type_id: str | None, custom: Mapping[str, str], faults: list[FieldError]
    ) -> dict[str, Any]:
        """All custom fields as they will be, if any of them becomes another."""
        if type_id is None:
            if any(custom.values()):
                faults += [
                    FieldError(f"{FIELDS}{key}", "type_needed", "only documents of a type have fields")
                    for key, text in custom.items()
                    if text
                ]
            return {}
        kept_to = await self._version(document, type_id)
        specs: dict[str, FieldSpec] = {} if kept_to is None else {spec.key: spec for spec in kept_to.fields}
        fields, before = dict(document.fields), dict(document.fields)
        for key, text in custom.items():
            try:
                value = _value(specs, key, text)
            except Unfit as unfit:
                faults.append(FieldError(f"{FIELDS}{key}", unfit.code, unfit.message))
                continue
            fields = {**{name: kept for name, kept in fields.items() if name != key}, **value}
        return {} if fields == before else {"fields": fields}

    async def _version(self, document: Document, type_id: str) -> TypeVersion | None:
        """What the fields will keep to; None of a type that is not known, which is refused where the type is."""
        is_its_own = type_id == document.type_id and document.type_version is not None
        known = (type_id, document.type_version if is_its_own else None)
        if known not in self._versions:
            try:
                self._versions[known] = await self.types.current(document.organisation_id, type_id)
            except NotFound:
                return None
            except DocumentTypeRetired:
                if not is_its_own:
                    return None
                version = document.type_version or 1
                self._versions[known] = await self.types.version(document.organisation_id, type_id, version)
        return self._versions[known]


def _value(specs: Mapping[str, FieldSpec], key: str, text: str) -> dict[str, Any]:
    """By its key, in stored form; nothing for no value. Errors: Unfit."""
    spec = specs.get(key)
    if not text:
        if spec is not None and spec.required:
            raise Unfit("required", "must have a value")
        return {}
    if spec is None:
        raise Unfit("unknown_field", "is not a field of this document type")
    value = normalised(spec, read_as(spec, text), lambda _: True)  # people are looked up where the document is judged
    return {} if value is None else {key: value}


def _valid(reader: TypeAdapter[Any], value: Any) -> Any:
    """Errors: Unfit."""
    try:
        return reader.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        raise Unfit(first["type"], first["msg"].removeprefix("Value error, ")) from error


def _attribute(target: str) -> str:
    return {"site": "site_id", "type": "type_id"}.get(target, target)
