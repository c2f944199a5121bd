"""Which column of a table is what of a document: as people say it, and as its names suggest. Rules only."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from shared.bulk.errors import ColumnsTwice
from shared.bulk.tables import MAX_COLUMNS, TableFormat
from shared.document_types.fields import KEY, FieldSpec
from shared.errors import FieldError, Invalid
from shared.identity.permissions import Permission
from shared.kit.ids import Id
from shared.kit.model import In

PLAIN = ("number", "title", "site", "type", "discipline", "tags")
FIELDS = "fields."
_KEY = re.compile(KEY, re.ASCII)
_NAMES = {  # what columns are called, letters and digits only
    "id": ("id", "documentid", "docid"),
    "number": ("number", "no", "documentnumber", "documentno", "docnumber", "docno", "dokumentnummer"),
    "title": ("title", "name", "documenttitle", "description", "tittel"),
    "site": ("site", "sitecode", "location", "plant", "installation", "facility"),
    "type": ("type", "documenttype", "doctype", "typecode", "kind"),
    "discipline": ("discipline", "disciplinecode", "disc"),
    "tags": ("tags", "tag", "keywords", "labels"),
}


class KeyKind(StrEnum):
    ID = "id"
    NUMBER = "number"


class Blank(StrEnum):
    """What an empty cell means: nothing is said, or the value is taken away."""

    KEEP = "keep"
    CLEAR = "clear"


def known_target(target: str) -> str:
    """Errors: ValueError."""
    if target in PLAIN or (target.startswith(FIELDS) and _KEY.fullmatch(target.removeprefix(FIELDS))):
        return target
    raise ValueError(f"must be one of {', '.join(PLAIN)}, or {FIELDS} and the key of a field")


Column = Annotated[str, Field(min_length=1, max_length=500)]
Target = Annotated[str, Field(max_length=60), AfterValidator(known_target)]


class ImportKey(In):
    """The column that says which document a line is about."""

    column: Column
    is_: KeyKind = Field(alias="is")


class ImportMapping(In):
    """Which column is what, and what an empty cell means."""

    key: ImportKey = Field(description="the column that says which document a line is about")
    mapping: dict[Column, Target] = Field(
        min_length=1,
        max_length=MAX_COLUMNS,
        description="by column: number, title, site (code or id), type (code or id), discipline, tags (by ; or ,) or fields.<key>",
    )
    blank: Blank = Field(description="what an empty cell means: the value stays, or is taken away")

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len(set(self.mapping.values())) < len(self.mapping):
            raise ValueError("two columns cannot be the same of a document")
        if self.key.column in self.mapping:
            raise ValueError("the key column says which document it is, and nothing else of it")
        return self


class ImportDocuments(ImportMapping):
    """A table of the organisation's own documents; each line changes one document."""

    needs: ClassVar[tuple[Permission, ...]] = (Permission.DOCUMENTS_WRITE,)

    type: Literal["import"] = "import"
    document_id: Id
    revision: int = Field(ge=1)

    def check(self, table: TableFormat) -> None:
        """Errors: Invalid naming columns that are not in the table, ColumnsTwice."""
        require_distinct(table, [self.key.column, *self.mapping])
        missing = [column for column in self.mapping if column not in table.columns]
        faults = [FieldError(f"mapping.{column[:40]}", "unknown_column", "is not in the table") for column in missing]
        if self.key.column not in table.columns:
            faults.append(FieldError("key.column", "unknown_column", "is not in the table"))
        if faults:
            raise Invalid(fields=faults)


def require_distinct(table: TableFormat, columns: Iterable[str]) -> None:
    """Errors: ColumnsTwice."""
    if twice := sorted({column for column in columns if table.columns.count(column) > 1}):
        raise ColumnsTwice(f"The table has several columns named {', '.join(twice)}.")


def suggest(columns: Sequence[str], fields: Sequence[FieldSpec]) -> tuple[dict[str, str], ImportKey | None]:
    """What the columns are by their names, each thing once, and which is the key: an id if there is one, else a number."""
    known: dict[str, str] = {_folded(name): target for target, names in _NAMES.items() for name in names}
    for field in fields:
        for name in (field.label, field.key):
            known.setdefault(_folded(name), f"{FIELDS}{field.key}")
    found: dict[str, str] = {}
    for column in columns:
        target = known.get(_folded(column))
        if target is not None and target not in found.values() and columns.count(column) == 1:
            found[column] = target
    by_target: Mapping[str, str] = {target: column for column, target in found.items()}
    key = next((kind for kind in KeyKind if kind in by_target), None)
    mapping = {column: target for column, target in found.items() if target not in {key, KeyKind.ID}}
    return mapping, None if key is None else ImportKey(column=by_target[key], is_=key)


def _folded(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
