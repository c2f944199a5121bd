"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.documents.acknowledging import DocumentAcknowledgements
from shared.due_reports.watching import DueWatching
from shared.identity.people import People
from shared.identity.records import FindMember
from shared.kit.cosmos import Container
from shared.kit.jobs.queues import JobQueue
from shared.kit.mail import Letter
from shared.notices.digests import Digests
from shared.notices.due_letters import DueLetters
from shared.notices.letters import DocumentLetters, ZoneOf
from shared.notices.reminders import ReviewReminders
from shared.notices.report_letters import ReportLetters
from shared.reports.repository import ReportRepository


@dataclass(frozen=True, slots=True)
class Correspondents:
    """What letters ask of other nouns."""

    people: People
    find_member: FindMember
    zone_of: ZoneOf
    send_letter: Callable[[Letter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Notices:
    letters: DocumentLetters
    reminders: ReviewReminders
    digests: Digests
    due_letters: DueLetters
    report_letters: ReportLetters


def open_notices(
    directory: Container,
    acknowledging: DocumentAcknowledgements,
    watching: DueWatching,
    reports: ReportRepository,
    queue: JobQueue,
    others: Correspondents,
    page_url: str,
    now: Callable[[], datetime],
) -> Notices:
    documents = acknowledging.documents
    digests = Digests(directory, acknowledging.acknowledgements, others.people, queue.send, now)
    return Notices(
        letters=DocumentLetters(
            documents,
            acknowledging,
            digests,
            queue,
            others.find_member,
            others.zone_of,
            others.send_letter,
            page_url,
            now,
        ),
        reminders=ReviewReminders(documents, others.zone_of, now),
        digests=digests,
        due_letters=DueLetters(
            watching, others.people, others.find_member, queue.send, others.send_letter, page_url, now
        ),
        report_letters=ReportLetters(reports, queue, others.find_member, others.send_letter, page_url, now),
    )
