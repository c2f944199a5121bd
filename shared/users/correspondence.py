"""Letters to people about their accounts, written because something happened: the activity is the order for the letter."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from shared.identity.errors import LinkInvalid
from shared.identity.letters import INVITATION, NOTICES, PASSWORD_RESET, link_letter, notice
from shared.identity.links import LIFE, Links, Purpose
from shared.identity.member import Member
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from shared.users.work import LETTERS_QUEUE

WITH_LINK = {
    "user.invited": (INVITATION, Purpose.INVITATION),
    "user.password_reset_requested": (PASSWORD_RESET, Purpose.PASSWORD_RESET),
}
NEWS = timedelta(days=2)  # for how long a notice is worth sending
ORDERS = WITH_LINK.keys() | NOTICES.keys()

FindMember = Callable[[str, str], Awaitable[Member | None]]


class SendJob(Protocol):
    async def __call__(self, queue: str, job: Job) -> None: ...


class Record(Protocol):
    async def __call__(self, happened: str, organisation_id: str, user_id: str, **data: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Correspondence:
    """A letter may be sent twice after a crash, always with the same link and the same message id."""

    links: Links
    find_member: FindMember
    send_job: SendJob
    send_letter: Callable[[Letter], Awaitable[None]]
    record: Record
    page_url: str

    async def follow(self, items: list[dict[str, Any]]) -> None:
        """Order a letter for every activity that asks for one."""
        for item in items:
            if item.get("kind") == "activity" and item.get("type") in ORDERS and not self._is_late(item):
                await self.send_job(LETTERS_QUEUE, Job.after(item, item["type"], activityId=item["id"]))

    async def write(self, job: Job) -> None:
        """Errors: Unavailable when the mail server does not answer. Nothing to do for somebody who is gone, or has joined."""
        member = await self.find_member(job.organisation_id, job.subject_id)
        if member is None or not member.email or not _is_wanted(job.kind, member):
            return
        try:
            letter = await self._letter(job, member)
        except LinkInvalid:
            return  # used already, or too late
        await self.send_letter(letter)

    async def give_up(self, job: Job) -> None:
        await self.record("user.letter_failed", job.organisation_id, job.subject_id, letter=job.kind)

    def _is_late(self, item: dict[str, Any]) -> bool:
        """A feed read again from its beginning must not send links and alarms of last month."""
        _, purpose = WITH_LINK.get(item["type"], (None, None))
        life = NEWS if purpose is None else LIFE[purpose]
        return datetime.fromisoformat(item["createdAt"]) + life <= self.links.now()

    async def _letter(self, job: Job, member: Member) -> Letter:
        about = {"to": member.email, "name": member.name, "organisation": member.organisation_name}
        activity_id = str(job.arguments["activityId"])
        if job.kind not in WITH_LINK:
            return notice(NOTICES[job.kind], **about, message_id=activity_id)
        words, purpose = WITH_LINK[job.kind]
        token = await self.links.ensure(activity_id, purpose, job.organisation_id, job.subject_id, member.email)
        return link_letter(words, purpose, self.page_url, token, **about, message_id=activity_id)


def _is_wanted(kind: str, member: Member) -> bool:
    """Whoever has joined needs no invitation, and whoever was deactivated no way in."""
    if kind == "user.invited":
        return not member.is_active
    return kind != "user.password_reset_requested" or member.is_active
