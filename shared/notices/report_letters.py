"""Letters to authors whose reports came back to them. What is still so is looked up when one is written."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from shared.identity.letters import LetterKind, Words, letter
from shared.identity.member import Member
from shared.identity.permissions import Permission
from shared.identity.records import FindMember
from shared.kit import telemetry
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.mail import Letter
from shared.kit.model import Entity
from shared.notices.work import LETTERS_QUEUE, SYSTEM
from shared.reports.definitions import DEFINITIONS
from shared.reports.model import Report, ReportState
from shared.reports.repository import ReportRepository

NEWS = timedelta(days=2)  # for how long a letter is worth sending
REST = timedelta(hours=1)  # between attempts at one that failed at every delivery
_OPEN = "Open the report to see what to correct, and submit it again when it is ready."
WORDS = {
    "report.changes_requested": Words(
        "{report} came back to you",
        ("A reviewer asks you to change {report}, revision {revision}.{marks}", _OPEN),
        "Open the report",
    ),
    "report.reopened": Words(
        "{report} was opened again",
        ("{report}, revision {revision}, was opened again: it has to be corrected.{marks}", _OPEN),
        "Open the report",
    ),
}


class SentLetter(Entity):
    """This letter went out; its id is that of what happened, and of whom it went to."""

    kind: Literal["reportLetter"] = "reportLetter"
    ttl: int = 30 * 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class ReportLetters:
    """A worker that dies between sending and noting it sends the letter again, with the same message id."""

    reports: ReportRepository
    queue: JobQueue
    find_member: FindMember
    send_letter: Callable[[Letter], Awaitable[None]]
    page_url: str
    now: Callable[[], datetime]

    async def follow(self, items: list[dict[str, Any]]) -> None:
        """Order the letters that something asks for; a feed read again from its beginning sends no old ones."""
        for item in items:
            job = asked_for(item)
            if job is not None and datetime.fromisoformat(item["createdAt"]) + NEWS > self.now():
                await self.queue.send(LETTERS_QUEUE, job)

    async def write(self, job: Job) -> None:
        """To the author, as long as the report waits for them. Errors: Unavailable when the mail server does not answer."""
        user_id, message_id = str(job.arguments["userId"]), str(job.arguments["letter"])
        report = await self.reports.find(job.organisation_id, job.subject_id)
        if report is None or not _waits(report, int(job.arguments["revision"])):
            return
        member = await self.find_member(job.organisation_id, user_id)
        if member is None or not _may_change(member, report) or await self._was_sent(job.organisation_id, message_id):
            return
        about = {"to": member.email, "name": member.name, "organisation": member.organisation_name}
        url = f"{self.page_url.rstrip('/')}/reports/{report.id}"
        marked = 0 if report.review is None else len(report.review.marks)
        facts = {"report": name_of(report), "revision": str(report.revision), "marks": _marks(marked)}
        await self.send_letter(letter(WORDS[job.kind], url, **about, message_id=message_id, **facts))
        await self._note(job.organisation_id, message_id)

    async def rest(self, job: Job) -> None:
        """The mail server refused every time: tried again every hour, as long as it is news."""
        if job.sent_at + NEWS > self.now():
            await self.queue.send(LETTERS_QUEUE, job, delay=REST.total_seconds())
        else:
            telemetry.event("report.letter_failed", letter=job.kind)

    async def _was_sent(self, organisation_id: str, name: str) -> bool:
        return await self.reports.container.find(f"letter:{name}", organisation_id) is not None

    async def _note(self, organisation_id: str, name: str) -> None:
        now = self.now()
        sent = SentLetter(
            id=f"letter:{name}", organisation_id=organisation_id, created_at=now, updated_at=now, created_by=SYSTEM
        )
        await self.reports.container.upsert(sent.to_item())


def asked_for(item: dict[str, Any]) -> Job | None:
    """The letter that a stored item asks for, as the change feed shows it. Who sends back their own knows it."""
    if item.get("kind") != "activity" or item["type"] not in WORDS:
        return None
    author, data = item["data"]["submittedBy"], item["data"]
    if author is None or author == item["createdBy"]:
        return None
    facts = {"userId": author, "revision": data["revision"], "letter": f"{item['id']}.{author}"}
    return Job.after(item, item["type"], **facts)


def name_of(report: Report) -> str:
    """As people call it: `Daily production of F-12, 2026-05-04`."""
    subject = "" if report.subject is None else f" of {report.subject}"
    return f"{DEFINITIONS.get(report.type, report.version).label}{subject}, {report.day}"


def _waits(report: Report, revision: int) -> bool:
    return report.state is ReportState.CHANGES_REQUESTED and report.revision == revision


def _may_change(member: Member, report: Report) -> bool:
    actor = member.actor
    able = actor.may_see_site(report.site_id) and Permission.REPORTS_WRITE in actor.permissions
    return able and member.gets(LetterKind.REPORTS)


def _marks(count: int) -> str:
    return "" if count == 0 else " 1 field is marked." if count == 1 else f" {count} fields are marked."
