"""Letters about documents, written because something happened. What is still so is looked up when the letter is written: who may not see
the document any more, or need not decide, gets none.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.documents.acknowledging import DocumentAcknowledgements
from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.review import Reviewer
from shared.documents.revision import Revision, revision_id
from shared.errors import NotFound
from shared.identity.letters import LetterKind, letter
from shared.identity.member import Member
from shared.identity.permissions import Permission
from shared.identity.records import FindMember
from shared.kit import telemetry
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.mail import Letter
from shared.kit.paging import PageRequest, Sort
from shared.notices.digests import Digests
from shared.notices.times import zoned
from shared.notices.words import KINDS, LETTERS, due_words
from shared.notices.work import DIGESTS, DUE, LETTERS_QUEUE, RESULTS, asked_for

NEWS = timedelta(days=2)  # for how long a letter is worth sending
REST = timedelta(hours=1)  # between attempts at one that failed at every delivery
LISTED = 20  # documents in one letter

ZoneOf = Callable[[str, str | None], Awaitable[str]]
"""(organisation, site): the time zone of the site, of the organisation without one."""


@dataclass(frozen=True, slots=True)
class DocumentLetters:
    """A letter may be sent twice after a crash, always with the same message id."""

    documents: DocumentRepository
    acknowledgements: DocumentAcknowledgements
    digests: Digests
    queue: JobQueue
    find_member: FindMember
    zone_of: ZoneOf
    send_letter: Callable[[Letter], Awaitable[None]]
    page_url: str
    now: Callable[[], datetime]

    async def follow(self, items: list[dict[str, Any]]) -> None:
        """Order the letters that something asks for; a feed read again from its beginning sends no old ones."""
        for item in items:
            for job in asked_for(item):
                if datetime.fromisoformat(item["createdAt"]) + NEWS > self.now():
                    await self.queue.send(LETTERS_QUEUE, job)

    async def write(self, job: Job) -> None:
        """Errors: Unavailable when the mail server does not answer."""
        if job.kind == DIGESTS:
            await self.digests.fan_out(job)
        elif job.kind == DUE:
            await self._write_due(job)
        elif job.kind in LETTERS:
            await self._write_about(job)

    async def rest(self, job: Job) -> None:
        """The mail server refused every time: tried again every hour, as long as it is news."""
        if job.sent_at + NEWS > self.now():
            await self.queue.send(LETTERS_QUEUE, job, delay=REST.total_seconds())
        else:
            telemetry.event("document.letter_failed", letter=job.kind)

    async def _write_about(self, job: Job) -> None:
        """A review: to a reviewer as long as the decision is awaited, to who began it when it has ended."""
        user_id, number = str(job.arguments["userId"]), int(job.arguments["revision"])
        try:
            document, revision = await self.documents.get_with_revision(
                job.organisation_id, job.subject_id, revision_id(job.subject_id, number)
            )
        except NotFound:
            return
        member = await self._reader(document, user_id, KINDS[job.kind])
        if member is None or document.trashed_at is not None:
            return
        until = ""
        if job.kind not in RESULTS:
            asked = _asked(document, revision, user_id)
            if asked is None or Permission.DOCUMENTS_REVIEW not in member.actor.permissions:
                return
            until = await self._until(document, asked)
        facts = {"document": name_of(document), "revision": str(number), "until": until}
        message_id = f"{job.arguments['activityId']}.{user_id}"
        await self._send(member, LETTERS[job.kind], f"/documents/{document.id}?revision={number}", message_id, **facts)

    async def _write_due(self, job: Job) -> None:
        """What one person has still to acknowledge, once a week."""
        week = str(job.arguments["week"])
        member = await self.find_member(job.organisation_id, job.subject_id)
        if member is None or not member.gets(LetterKind.ACKNOWLEDGEMENTS):
            return
        if await self.digests.was_sent(job.organisation_id, job.subject_id, week):
            return
        page = await self.acknowledgements.list_due(member.actor, PageRequest(Sort("id"), LISTED))
        if not page.items:
            return
        titles = [f"{one.number} {one.title}" if one.number else one.title for one in page.items]
        words = due_words(titles, page.next_cursor is not None)
        path = f"/documents/{page.items[0].id}" if len(titles) == 1 else "/waiting"
        count = f"More than {len(titles)}" if page.next_cursor is not None else str(len(titles))
        await self._send(member, words, path, f"{week}.{job.subject_id}", count=count)
        await self.digests.sent(job.organisation_id, job.subject_id, week)

    async def _reader(self, document: Document, user_id: str, kind: LetterKind) -> Member | None:
        """The person, if they want such letters and may see the document today."""
        member = await self.find_member(document.organisation_id, user_id)
        if member is None or not member.gets(kind):
            return None
        try:
            document.seen_by(member.actor)
        except NotFound:
            return None
        return member

    async def _until(self, document: Document, asked: Reviewer) -> str:
        if asked.due_at is None:
            return ""
        zone = await self.zone_of(document.organisation_id, document.site_id)
        return f" It is due by {zoned(asked.due_at, zone)}."

    async def _send(self, member: Member, words: Any, path: str, message_id: str, **facts: str) -> None:
        about = {"to": member.email, "name": member.name, "organisation": member.organisation_name}
        url = f"{self.page_url.rstrip('/')}{path}"
        await self.send_letter(letter(words, url, **about, message_id=message_id, **facts))


def name_of(document: Document) -> str:
    return f"{document.number} {document.title}" if document.number else document.title


def _asked(document: Document, revision: Revision, user_id: str) -> Reviewer | None:
    """Whose decision about this revision is awaited."""
    if document.in_review != revision.number or revision.review is None:
        return None
    return next((one for one in revision.review.awaited if one.user_id == user_id), None)
