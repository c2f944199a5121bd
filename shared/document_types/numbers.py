"""Numbers of documents, unique within their organisation and never given twice.

A number is an item of the partition its document lives in, with an id made from the number; the last sequence of a series is
another. Whoever gives a document its number adds both writes to the batch that stores the document: a batch that fails takes no
number, so a series has no gaps but those of numbers that were chosen by hand before their turn came.
"""

import asyncio
import hashlib
import secrets
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeVar

from shared.document_types.errors import DocumentNumberTaken
from shared.document_types.model import TypeVersion
from shared.document_types.number_pattern import NumberParts, NumberPattern, folded, manual_number
from shared.errors import AlreadyExists, FieldError, Invalid, StaleVersion, Unavailable
from shared.kit.cosmos import Container, Write
from shared.kit.model import Entity
from shared.kit.query import Query

LOOK_AHEAD = 100  # numbers asked for at once when the next one was chosen by hand
GIVE_ATTEMPTS = 50
_PAUSE = 0.02  # seconds; the longest pause before the second attempt, doubled each time
_LONGEST_PAUSE = 1.0
_TAKEN = "SELECT c.id FROM c WHERE c.kind = 'documentNumber' AND ARRAY_CONTAINS(@ids, c.id)"
_OWNERS = "SELECT c.id, c.documentId FROM c WHERE c.kind = 'documentNumber' AND ARRAY_CONTAINS(@ids, c.id)"
T = TypeVar("T")


class NumberSeries(Entity):
    """How far the numbers that differ in nothing but their sequence have come."""

    kind: Literal["numberSeries"] = "numberSeries"
    series: str
    last: int


class DocumentNumber(Entity):
    """Whose a number is, for good."""

    kind: Literal["documentNumber"] = "documentNumber"
    number: str
    document_id: str


@dataclass(frozen=True, slots=True)
class Owner:
    """The document that is given a number, and by whom."""

    organisation_id: str
    document_id: str
    actor_id: str


@dataclass(frozen=True, slots=True)
class Allocation:
    """A number that was free a moment ago. `writes` belong into the batch that stores the document with it."""

    number: str
    writes: tuple[Write, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """`container` is the one documents live in."""

    container: Container
    now: Callable[[], datetime]

    async def choose(
        self,
        owner: Owner,
        kept_to: TypeVersion,
        *,
        year: int,
        site: str | None,
        discipline: str | None,
        manual: str | None,
    ) -> Allocation:
        """What a document of this type is numbered: as its maker says where the type lets them (`manual`), else in its turn.

        `site` is the code of the site. Errors: those of `allocate` and `reserve`; Invalid naming `number`.
        """
        if manual is None:
            parts = NumberParts(type=kept_to.code, year=year, site=site, discipline=discipline)
            return await self.allocate(owner, kept_to.number_pattern, parts)
        if not kept_to.manual_numbers:
            message = "documents of this type are numbered by themselves"
            raise Invalid(fields=[FieldError("number", "not_by_hand", message)])
        return await self.reserve(owner, manual)

    async def allocate(self, owner: Owner, pattern: str, parts: NumberParts) -> Allocation:
        """The next free number of the series. Errors: Invalid naming `siteId`, `discipline` or `number`.

        The batch answers AlreadyExists or StaleVersion when somebody else was faster: use `give`, which begins again.
        """
        rule = NumberPattern.parse(pattern)
        series = await self._series(owner, rule.series(parts))
        sequence = await self._next_free(owner.organisation_id, series, rule, parts)
        number = rule.render(parts, sequence)
        counted = series.changed(self.now(), last=sequence)
        count = Write("replace" if series.etag else "create", counted.to_item(), series.etag)
        return Allocation(number, (count, self._taking(owner, number)))

    async def reserve(self, owner: Owner, number: str) -> Allocation:
        """A number somebody chose; without writes when the document has it already, however it is written.

        Errors: Invalid naming `number`, DocumentNumberTaken.
        """
        chosen = manual_number(number)
        taken = await self.container.find(number_id(chosen), owner.organisation_id)
        if taken is None:
            return Allocation(chosen, (self._taking(owner, chosen),))
        if taken["documentId"] != owner.document_id:
            raise DocumentNumberTaken
        return Allocation(chosen, ())

    async def owners(self, organisation_id: str, numbers: Sequence[str]) -> dict[str, str]:
        """Ids of the documents with these numbers, however each is written, by the number as it was given. One request."""
        ids = {number: number_id(number) for number in numbers}
        query = Query(_OWNERS, {"@ids": sorted(set(ids.values()))})
        rows = await self.container.query(query, organisation_id, limit=len(ids))
        known = {row["id"]: row["documentId"] for row in rows}
        return {number: known[found] for number, found in ids.items() if found in known}

    async def give(self, choose: Callable[[], Awaitable[Allocation]], store: Callable[[Allocation], Awaitable[T]]) -> T:
        """Choose a number and store the document with it, again for as long as others take the number first.

        `choose` is a call of the method `choose`, `store` writes the batch. A conflict that is about something else (the
        number is still to be had) passes through. Errors: those of both; Unavailable when others were faster every time.
        """
        allocation = await choose()
        for attempt in range(1, GIVE_ATTEMPTS + 1):
            try:
                return await store(allocation)
            except (AlreadyExists, StaleVersion):
                longest = min(_LONGEST_PAUSE, _PAUSE * 2**attempt)
                await asyncio.sleep(longest * secrets.randbelow(1000) / 1000)
                before, allocation = allocation, await choose()
                if _claims(before) == _claims(allocation):
                    raise
        raise Unavailable("Many documents are being numbered right now. Try again shortly.", retry_after=1)

    async def _series(self, owner: Owner, series: str) -> NumberSeries:
        item_id = series_id(series)
        item = await self.container.find(item_id, owner.organisation_id)
        if item is not None:
            return NumberSeries.from_item(item)
        now = self.now()
        return NumberSeries(
            id=item_id,
            organisation_id=owner.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=owner.actor_id,
            series=series,
            last=0,
        )

    async def _next_free(
        self, organisation_id: str, series: NumberSeries, rule: NumberPattern, parts: NumberParts
    ) -> int:
        """Mostly the next one: one point read. Only where that was chosen by hand, many are looked at together."""
        begin = series.last + 1
        if await self.container.find(number_id(rule.render(parts, begin)), organisation_id) is None:
            return begin
        while True:
            begin += 1
            ids = {number_id(number): sequence for sequence, number in _ahead(rule, parts, begin)}
            rows = await self.container.query(Query(_TAKEN, {"@ids": list(ids)}), organisation_id, limit=LOOK_AHEAD)
            if free := ids.keys() - {row["id"] for row in rows}:
                return min(ids[one] for one in free)
            begin = max(ids.values())

    def _taking(self, owner: Owner, number: str) -> Write:
        now = self.now()
        taken = DocumentNumber(
            id=number_id(number),
            organisation_id=owner.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=owner.actor_id,
            number=number,
            document_id=owner.document_id,
        )
        return Write("create", taken.to_item())


def _ahead(rule: NumberPattern, parts: NumberParts, begin: int) -> Iterator[tuple[int, str]]:
    """Sequences and numbers from `begin` on, as far as they are not too long. Errors: Invalid when none is short enough."""
    for sequence in range(begin, begin + LOOK_AHEAD):
        try:
            yield sequence, rule.render(parts, sequence)
        except Invalid:
            if sequence == begin:
                raise
            return


def _claims(allocation: Allocation) -> list[tuple[str, str, str]]:
    """The state of what is stored that it stands on."""
    return [(write.verb, write.item["id"], write.etag) for write in allocation.writes]


def series_id(series: str) -> str:
    """Of its item."""
    return f"number-series:{_digest(series)}"


def number_id(number: str) -> str:
    """Of its item. A number may hold what an id may not; large and small letters are one."""
    return f"document-number:{_digest(number)}"


def _digest(text: str) -> str:
    return hashlib.sha256(folded(text).encode()).hexdigest()
