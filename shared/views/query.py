"""What a view asks for: the same criteria that the list and the search of documents take, so that no view can be one they refuse."""

from __future__ import annotations

from typing import Any, Self

from pydantic import Field, ValidationError, model_validator

from shared.documents.criteria import DocumentCriteria, DocumentSort
from shared.documents.search.query import Revisions, SearchText


class ViewQuery(DocumentCriteria):
    """With `q` a search, else a list."""

    q: SearchText | None = None
    revisions: Revisions | None = Field(default=None, description="of a search")
    sort: DocumentSort | None = Field(default=None, description="of a list; what is searched for comes best first")

    @model_validator(mode="after")
    def _of_one_kind(self) -> Self:
        if self.q is not None and self.sort is not None:
            raise ValueError("a search is not sorted: leave out `sort` or `q`")
        if self.q is None and self.revisions is not None:
            raise ValueError("`revisions` is for a search: leave it out, or say `q`")
        return self

    def to_stored(self) -> dict[str, Any]:
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


def read(stored: dict[str, Any]) -> tuple[ViewQuery, list[str]]:
    """What was stored, as far as it is understood today, and the names of what is not."""
    try:
        return ViewQuery.model_validate(stored), []
    except ValidationError as error:
        unknown = {str(one["loc"][0]) for one in error.errors() if one["loc"]} & stored.keys()
        rest = {name: value for name, value in stored.items() if name not in unknown} if unknown else {}
        known, more = read(rest) if rest else (ViewQuery(), [])
        return known, sorted({*(unknown or stored.keys()), *more})
