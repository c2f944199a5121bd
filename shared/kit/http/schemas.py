"""What every list takes and answers."""

from typing import Generic, TypeVar

from pydantic import Field

from shared.kit.model import In, Out
from shared.kit.paging import DEFAULT_LIMIT, MAX_LIMIT, PageRequest, Sort

Row = TypeVar("Row")


class ListQuery(In):
    """`limit` rows after `cursor`. A list that offers sorts declares `sort` as a Literal of its own."""

    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(default=None, max_length=1024, description="`nextCursor` of the page before")

    def page_request(self, sort: str) -> PageRequest:
        return PageRequest(Sort.parse(sort), self.limit, self.cursor)


class PageOut(Out, Generic[Row]):
    """One page; `nextCursor` is null at the end."""

    items: list[Row]
    next_cursor: str | None
