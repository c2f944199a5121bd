"""Once a week people get a letter about what they have still to acknowledge: one item begins a week, each letter leaves one behind."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from shared.documents.acknowledgements import AcknowledgementRepository
from shared.errors import AlreadyExists
from shared.identity.people import People
from shared.kit import telemetry
from shared.kit.cosmos import Container
from shared.kit.jobs import Job
from shared.kit.model import Entity
from shared.kit.paging import PageRequest, Sort
from shared.kit.query import Query
from shared.notices.times import week_of
from shared.notices.work import LETTERS_QUEUE, SYSTEM, digest_of, due_of

PEOPLE = 100  # of one delivery
MAX_ORGANISATIONS = 10_000
KEPT = 30 * 24 * 3600  # seconds
_ORGANISATIONS = "SELECT c.id, c.timeZone FROM c WHERE c.kind = 'organisation'"


class Digest(Entity):
    """The letters of a week were begun; or, with `user_id`, one was sent."""

    kind: Literal["acknowledgementDigest", "acknowledgementLetter"] = "acknowledgementDigest"
    week: str
    user_id: str | None = None
    ttl: int = KEPT

    @classmethod
    def of(cls, organisation_id: str, week: str, now: datetime, user_id: str | None = None) -> "Digest":
        return cls(
            id=digest_id(week, user_id),
            kind="acknowledgementDigest" if user_id is None else "acknowledgementLetter",
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=SYSTEM,
            week=week,
            user_id=user_id,
        )


def digest_id(week: str, user_id: str | None) -> str:
    return f"acknowledgements:{week}" if user_id is None else f"acknowledgements:{week}:{user_id}"


@dataclass(frozen=True, slots=True)
class Digests:
    """`directory` holds the organisations; what was begun and sent is noted beside the documents."""

    directory: Container
    acknowledgements: AcknowledgementRepository
    people: People
    send: Callable[[str, Job], Awaitable[None]]
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Begin the letters of the week wherever it is Monday morning. May run as often as it likes: there is one beginning a week."""
        async for row in self.directory.stream_all(Query(_ORGANISATIONS), limit=MAX_ORGANISATIONS):
            week = week_of(self.now(), ZoneInfo(row["timeZone"]))
            if week is None:
                continue
            with telemetry.bound(organisation_id=row["id"]):
                try:
                    await self._begin(row["id"], week)
                except AlreadyExists:
                    telemetry.event("digest.begun_already")
                except Exception as error:
                    telemetry.event("digest.not_begun", exc_info=error, error=type(error).__name__)

    async def fan_out(self, job: Job) -> None:
        """A letter for each of some people, and the rest as another job. Errors: Unavailable."""
        week, cursor = str(job.arguments["week"]), str(job.arguments["cursor"])
        roles = await self.acknowledgements.roles_asked(job.organisation_id)
        if not roles:
            return
        request = PageRequest(Sort("name"), PEOPLE, cursor or None)
        page = await self.people.list_concerned(job.organisation_id, roles, None, request)
        for person in page.items:
            await self.send(LETTERS_QUEUE, due_of(job.organisation_id, person.user_id, week))
        if page.next_cursor is not None:
            await self.send(LETTERS_QUEUE, digest_of(job.organisation_id, week, page.next_cursor))

    async def was_sent(self, organisation_id: str, user_id: str, week: str) -> bool:
        return await self._items.find(digest_id(week, user_id), organisation_id) is not None

    async def sent(self, organisation_id: str, user_id: str, week: str) -> None:
        await self._items.upsert(Digest.of(organisation_id, week, self.now(), user_id).to_item())

    async def _begin(self, organisation_id: str, week: str) -> None:
        """Errors: AlreadyExists."""
        await self._items.create(Digest.of(organisation_id, week, self.now()).to_item())

    @property
    def _items(self) -> Container:
        return self.acknowledgements.container
