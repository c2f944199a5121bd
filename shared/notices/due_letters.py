"""Letters about reports that are due or missing. What is still missing is looked up when one is written."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.due_reports.board import Standing
from shared.due_reports.watch import DueNotice, letter_id
from shared.due_reports.watches import NoticeRepository
from shared.due_reports.watching import DueWatching
from shared.due_reports.work import LETTERS_QUEUE, NOTICE, NoticeState, letter_of, notice_of
from shared.identity.letters import LetterKind, Words, letter
from shared.identity.member import Member
from shared.identity.people import People
from shared.identity.permissions import Permission
from shared.identity.records import FindMember
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from shared.kit.paging import PageRequest, Sort
from shared.notices.times import zoned
from shared.reports.definitions import DEFINITIONS

PEOPLE = 100  # of one delivery
LISTED = 20  # subjects in one letter
_BUTTON = "Open the reports that are due"


@dataclass(frozen=True, slots=True)
class DueLetters:
    """A letter may be sent twice after a crash, always with the same message id."""

    watching: DueWatching
    people: People
    find_member: FindMember
    send: Callable[[str, Job], Awaitable[None]]
    send_letter: Callable[[Letter], Awaitable[None]]
    page_url: str
    now: Callable[[], datetime]

    async def write(self, job: Job) -> None:
        """Errors: Unavailable when the mail server does not answer, StaleVersion."""
        notice = await self._notices.find(job.organisation_id, job.subject_id)
        if notice is None:
            return
        if job.kind == NOTICE:
            await self._fan_out(notice, str(job.arguments["cursor"]))
        else:
            await self._write_to(notice, str(job.arguments["userId"]))

    async def _fan_out(self, notice: DueNotice, cursor: str) -> None:
        """A letter for each of some people, and the rest as another job."""
        if notice.state is NoticeState.SENT:
            return
        _, missing = await self.watching.missing(notice)
        if missing:
            request = PageRequest(Sort("name"), PEOPLE, cursor or None)
            page = await self.people.list_concerned(notice.organisation_id, [notice.role], notice.site_id, request)
            for person in page.items:
                await self.send(LETTERS_QUEUE, letter_of(notice.organisation_id, notice.id, person.user_id))
            if page.next_cursor is not None:
                await self.send(LETTERS_QUEUE, notice_of(notice.organisation_id, notice.id, page.next_cursor))
                return
        await self._notices.replace(notice.sent(self.now()))

    async def _write_to(self, notice: DueNotice, user_id: str) -> None:
        member = await self.find_member(notice.organisation_id, user_id)
        if member is None or not _must_know(member, notice):
            return
        name = letter_id(notice.id, user_id)
        if await self._notices.was_written(notice.organisation_id, name):
            return
        obligations, missing = await self.watching.missing(notice)
        if not missing:
            return
        site = obligations.sites[notice.site_id]
        words = _words(notice, missing)
        about = {"to": member.email, "name": member.name, "organisation": member.organisation_name}
        url = f"{self.page_url.rstrip('/')}/due-reports?siteId={site.id}"
        facts = {"site": site.name, "report": _label(notice.type), "day": notice.day.isoformat()}
        due = zoned(missing[0].owed.due, site.time_zone)
        await self.send_letter(letter(words, url, **about, message_id=name.replace(":", "."), due=due, **facts))
        await self._notices.written(notice.letter_to(user_id, self.now()))

    @property
    def _notices(self) -> NoticeRepository:
        return self.watching.notices


def _must_know(member: Member, notice: DueNotice) -> bool:
    actor = member.actor
    is_one = actor.role is notice.role and Permission.REPORTS_READ in actor.permissions
    return is_one and member.gets(LetterKind.REPORTS) and actor.may_see_site(notice.site_id)


def _label(kind: str) -> str:
    return DEFINITIONS.newest(kind).label


def _words(notice: DueNotice, missing: Sequence[Standing]) -> Words:
    named = [one.owed.subject for one in missing if one.owed.subject is not None]
    begun = {one.owed.subject for one in missing if one.report is not None}
    listed = [f"{subject} (begun, not submitted)" if subject in begun else subject for subject in named[:LISTED]]
    rest = [f"And {len(named) - LISTED} more."] if len(named) > LISTED else []
    lines = tuple(line.replace("{", "{{").replace("}", "}}") for line in (*listed, *rest))
    if notice.after_minutes is None:
        first = "{site} owes the report {report} of {day}. It is due at {due}."
        return Words("{report} of {site} is due soon", (first, *lines), _BUTTON)
    first = "{site} owes the report {report} of {day}. It was due at {due} and has not been submitted."
    return Words("{report} of {site} is missing", (first, *lines), _BUTTON)
