"""Keyset paging: a cursor remembers where the last page ended by value, so that pages never skip or repeat a row that stayed.

One query per page within one partition, no counts, and never the service's continuation token: the Python SDK takes that from
client-wide state, so two concurrent lists could swap theirs.
"""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from shared.errors import CursorInvalid
from shared.kit.query import Query

MAX_LIMIT = 200
DEFAULT_LIMIT = 50
LARGEST = 2**53  # whole numbers that JSON carries exactly
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Sort:
    """One field of the stored item, by its wire name; ties are broken by id in the same direction."""

    field: str
    descending: bool = False

    @classmethod
    def parse(cls, text: str) -> "Sort":
        """`-updatedAt` is descending, `title` ascending."""
        return cls(text.removeprefix("-"), text.startswith("-"))

    def __str__(self) -> str:
        return f"{'-' if self.descending else ''}{self.field}"


@dataclass(frozen=True, slots=True)
class PageRequest:
    sort: Sort
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    items: list[Row]
    next_cursor: str | None


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of WHERE of our own making, and the values of its parameters: `c.state = @state`, {"@state": "ready"}."""

    text: str
    parameters: Mapping[str, Any]


def encode_cursor(sort: Sort, value: Any, item_id: str) -> str:
    raw = json.dumps([str(sort), value, item_id], separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, sort: Sort) -> tuple[Any, str]:
    """The sort value and id of the last row seen. Errors: CursorInvalid, also when it belongs to another sort order."""
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        name, value, item_id = json.loads(raw)
        json.dumps([value, item_id], allow_nan=False, ensure_ascii=False).encode()  # as a query can carry it
    except (binascii.Error, ValueError, TypeError) as error:
        raise CursorInvalid from error
    if name != str(sort) or not isinstance(item_id, str) or not isinstance(value, str | int | float | bool | None):
        raise CursorInvalid
    if isinstance(value, int) and abs(value) > LARGEST:
        raise CursorInvalid
    return value, item_id


def page_query(kind: str, request: PageRequest, conditions: Sequence[Condition] = ()) -> Query:
    """One page and one row more, which tells whether another page follows."""
    order = "DESC" if request.sort.descending else "ASC"
    clauses = ["c.kind = @kind", *(condition.text for condition in conditions)]
    parameters: dict[str, Any] = {"@kind": kind, "@limit": request.limit + 1}
    for condition in conditions:
        parameters.update(condition.parameters)
    by_id = request.sort.field == "id"
    if request.cursor is not None:
        value, item_id = decode_cursor(request.cursor, request.sort)
        beyond = "<" if request.sort.descending else ">"
        path = f"c.{request.sort.field}"
        clauses.append(
            f"c.id {beyond} @id" if by_id else f"({path} {beyond} @value OR ({path} = @value AND c.id {beyond} @id))"
        )
        parameters["@id"] = item_id
        if not by_id:
            parameters["@value"] = value
    ordering = f"c.id {order}" if by_id else f"c.{request.sort.field} {order}, c.id {order}"
    return Query(
        f"SELECT TOP @limit * FROM c WHERE {' AND '.join(clauses)} ORDER BY {ordering}",  # noqa: S608 (our own text)
        parameters,
    )


def cut_page(rows: list[dict[str, Any]], request: PageRequest) -> tuple[list[dict[str, Any]], str | None]:
    """The rows of this page and the cursor of the next, None at the end."""
    if len(rows) <= request.limit:
        return rows, None
    page = rows[: request.limit]
    return page, encode_cursor(request.sort, page[-1][request.sort.field], page[-1]["id"])
