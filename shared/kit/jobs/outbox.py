"""Stored items that ask for work by what they say of themselves: sent when they change, again when they got stuck, later when they failed.

`keepingDueAt` on an item says when somebody must look whether work on it got stuck: one plain filter over all partitions finds what is
overdue, of all organisations. It is moved on by every look, so that what cannot be helped does not stand in the way of the others.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from shared.errors import NotFound, StaleVersion
from shared.kit import telemetry
from shared.kit.clock import to_wire
from shared.kit.jobs.envelope import Job
from shared.kit.query import due_query

if TYPE_CHECKING:
    from shared.kit.cosmos import Container
    from shared.kit.jobs.queues import JobQueue

FOLLOWED_AFTER = timedelta(minutes=5)  # what has not been worked on by then is looked after by the timer
REST = timedelta(hours=1)  # between attempts at what failed at every delivery
LOOKED_AT = 500  # per run of the timer
T = TypeVar("T")

Asked: TypeAlias = tuple[str, Job] | None
AskedFor: TypeAlias = Callable[[Mapping[str, Any]], Asked]
"""The queue and the job that a stored item asks for."""


@dataclass(frozen=True, slots=True)
class Outbox:
    """`stuck_for` is what an overdue item asks for, where that is more than when it changes. `called` begins the names of log events."""

    container: Container
    queue: JobQueue
    kinds: tuple[str, ...]
    called: str
    asked_for: AskedFor
    stuck_for: AskedFor
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def follow(self, items: Iterable[dict[str, Any]]) -> None:
        """As the change feed shows them: what a request could not send is sent here."""
        for item in items:
            if (asked := self.asked_for(item)) is not None and not self._is_resting(item):
                await self.queue.send(*asked)

    async def reconcile(self) -> None:
        """What got stuck all the same is sent again, and looked at again later."""

        async def again(item: dict[str, Any]) -> None:
            if (asked := self.stuck_for(item)) is not None:
                await self.queue.send(*asked)
                await self._look_later(item, self.now() + self.stuck_after)

        await look_after(self._stream_overdue(), again, self.called, _which)

    async def rest(self, job: Job) -> None:
        """Every delivery failed. As long as the item asks for it, it is tried again every hour. Errors: StaleVersion."""
        item = await self.container.find(job.subject_id, job.organisation_id)
        if item is not None and self.stuck_for(item) is not None:
            await self._look_later(item, self.now() + REST)

    async def _look_later(self, item: dict[str, Any], due: datetime) -> None:
        """Nothing that people see changes. Errors: StaleVersion, NotFound."""
        later = {name: value for name, value in item.items() if not name.startswith("_")}
        await self.container.replace({**later, "keepingDueAt": to_wire(due)}, item["_etag"])

    async def _stream_overdue(self) -> AsyncIterator[dict[str, Any]]:
        query = due_query("keepingDueAt", self.now(), *self.kinds)
        async for item in self.container.stream_all(query, limit=LOOKED_AT):
            yield item

    def _is_resting(self, item: Mapping[str, Any]) -> bool:
        """Did it fail at every delivery? Then the timer tries again; the feed must not, since it shows that very write."""
        due = item.get("keepingDueAt")
        return due is not None and due > to_wire(self.now() + max(self.stuck_after, FOLLOWED_AFTER))


async def look_after(
    overdue: AsyncIterator[T], act: Callable[[T], Awaitable[None]], called: str, which: Callable[[T], Mapping[str, str]]
) -> None:
    """Each in its turn; one that cannot be helped does not keep the others waiting. Logs `<called>.moved_on` and `.not_reconciled`
    with the fields that `which` names.
    """
    async for item in overdue:
        with telemetry.bound(**which(item)):
            try:
                await act(item)
            except (StaleVersion, NotFound):
                telemetry.event(f"{called}.moved_on")  # somebody is at it: not stuck
            except Exception as error:
                telemetry.event(f"{called}.not_reconciled", exc_info=error, error=type(error).__name__)


def _which(item: Mapping[str, Any]) -> Mapping[str, str]:
    return {"organisation_id": item["organisationId"], "subject_id": item["id"]}
