"""Letters about exports that a schedule made: a link to the page, never the file. Who may not see the export by then gets none."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.errors import NotFound
from shared.exports.model import Export, ExportState
from shared.exports.repository import ExportRepository
from shared.exports.work import EXPORT, LETTER, LETTERS, LETTERS_QUEUE
from shared.identity.letters import LetterKind, Words, letter
from shared.identity.people import People
from shared.identity.records import FindMember
from shared.kit import telemetry
from shared.kit.jobs.envelope import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.mail import Letter
from shared.kit.paging import PageRequest, Sort

NEWS = timedelta(days=2)  # for how long a letter is worth sending
WORDS = Words(
    "{title}: {count}",
    (
        "{title} is ready: {count}, {period}, as {format}.",
        "The file can be downloaded until {until}; you sign in first.",
    ),
    "Open the export",
)
_FINISHED = f"{EXPORT}_finished"


@dataclass(frozen=True, slots=True)
class ExportLetters:
    """A letter may be sent twice after a crash, always with the same message id."""

    exports: ExportRepository
    queue: JobQueue
    people: People
    find_member: FindMember
    send_letter: Callable[[Letter], Awaitable[None]]
    page_url: str
    now: Callable[[], datetime]

    async def follow(self, items: Iterable[Mapping[str, Any]]) -> None:
        """As the change feed shows what happened; a feed read again from its beginning sends no old letters."""
        for item in items:
            is_scheduled = item.get("type") == _FINISHED and item["data"].get("scheduleId") is not None
            if is_scheduled and datetime.fromisoformat(item["createdAt"]) + NEWS > self.now():
                await self.queue.send(LETTERS_QUEUE, Job.of(LETTERS, item["organisationId"], item["subjectId"]))

    async def write(self, job: Job) -> None:
        """Errors: Unavailable when the mail server does not answer."""
        export = await self.exports.find(job.organisation_id, job.subject_id)
        if export is None or export.shown_state is not ExportState.READY:
            return
        if job.kind == LETTERS:
            await self._fan_out(export)
        elif job.kind == LETTER:
            await self._send(export, str(job.arguments["userId"]))

    async def give_up(self, job: Job) -> None:
        """The mail server refused every time."""
        telemetry.event("export.letter_failed", letter=job.kind)

    async def _fan_out(self, export: Export) -> None:
        """A job for each person, so that one address that is refused does not keep the others waiting."""
        if not export.readers:
            return
        request: PageRequest | None = PageRequest(Sort("id"), 200)
        while request is not None:
            page = await self.people.list_concerned(export.organisation_id, export.readers, None, request)
            for person in page.items:
                job = Job.of(LETTER, export.organisation_id, export.id, userId=person.user_id)
                await self.queue.send(LETTERS_QUEUE, job)
            request = None if page.next_cursor is None else PageRequest(Sort("id"), 200, page.next_cursor)

    async def _send(self, export: Export, user_id: str) -> None:
        member = await self.find_member(export.organisation_id, user_id)
        if member is None or not member.gets(LetterKind.EXPORTS):
            return
        try:
            export.seen_by(member.actor)
        except NotFound:
            return
        wanted, until = export.order.wanted, export.blobs_due_at
        facts = {
            "title": export.order.title or "Reports",
            "count": "1 report" if export.done == 1 else f"{export.done} reports",
            "period": f"{wanted.first_day} to {wanted.last_day}",
            "format": export.order.format.value.upper(),
            "until": "" if until is None else f"{until:%Y-%m-%d}",
        }
        url = f"{self.page_url.rstrip('/')}/exports/{export.id}"
        made = letter(WORDS, url, to=member.email, name=member.name, message_id=f"{export.id}.{user_id}", **facts)
        await self.send_letter(made)
