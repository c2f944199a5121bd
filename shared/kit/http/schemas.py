"""What every list takes and answers."""

from pydantic import Field

from shared.kit.model import In, Out
from shared.kit.paging import DEFAULT_LIMIT, MAX_LIMIT, PageRequest, Sort


class ListQuery(In):
    """`limit` rows after `cursor`. A list that offers sorts declares `sort` as a Literal of its own."""

    limit: int = Field(default=DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)
    cursor: str | None = Field(default=None, max_length=1024, description="`nextCursor` of the page before")

    def page_request(self, sort: str) -> PageRequest:
        return PageRequest(Sort.parse(sort), self.limit, self.cursor)


class PageOut(Out):
    """One page; a list adds `items`. `nextCursor` is null at the end.

    Not generic: pydantic builds a generic model's validator whenever it is given its parameters, which is at import.
    """

    next_cursor: str | None
