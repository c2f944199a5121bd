"""Tables that are carried into documents, on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from pydantic import Field

from shared.bulk.mapping import ImportKey, ImportMapping
from shared.kit.ids import Id
from shared.kit.model import In, Out

if TYPE_CHECKING:
    from shared.bulk.imports import Preview


class BulkPreviewIn(In):
    document_id: Id = Field(description="a document whose revision is a table")
    revision: int | None = Field(default=None, ge=1, description="a number; without it, the current revision")


class BulkImportIn(ImportMapping, BulkPreviewIn):
    dry_run: bool = Field(strict=True, description="true: only say what would happen")


class BulkPreviewOut(Out):
    revision: int
    encoding: str
    delimiter: str
    columns: list[str]
    rows: list[list[str]] = Field(description="the first lines as they are; text that begins like a formula is text")
    mapping: dict[str, str] = Field(description="what columns seem to be by their names")
    key: ImportKey | None = Field(description="which column seems to say what document a line is about")

    @classmethod
    def of(cls, preview: Preview) -> Self:
        return cls(
            revision=preview.revision,
            encoding=preview.layout.encoding,
            delimiter=preview.layout.delimiter,
            columns=list(preview.layout.columns),
            rows=[[_shown(cell) for cell in row] for row in preview.rows],
            mapping=preview.mapping,
            key=preview.key,
        )


def _shown(cell: str) -> str:
    """Bytes of another encoding as the sign for what cannot be shown."""
    return cell.encode("utf-8", "replace").decode() if any("\ud800" <= sign <= "\udfff" for sign in cell) else cell
