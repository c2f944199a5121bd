"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.exports.adapting import Neighbours
from shared.exports.expiring import Expiring
from shared.exports.exporting import Exporting
from shared.exports.letters import ExportLetters
from shared.exports.repository import ExportRepository, ScheduleRepository
from shared.exports.schedules import ScheduleService, ZoneOf
from shared.exports.service import ExportService
from shared.identity.actor import CheckScope
from shared.identity.records import FindMember
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.running import outbox_of
from shared.kit.mail import Letter

LEASE = timedelta(minutes=1)  # renewed every second while something comes


@dataclass(frozen=True, slots=True)
class Exports:
    service: ExportService
    exporting: Exporting
    expiring: Expiring
    schedules: ScheduleService
    letters: ExportLetters
    outbox: Outbox


@dataclass(frozen=True, slots=True)
class Correspondents:
    """What letters ask of other nouns."""

    find_member: FindMember
    send_letter: Callable[[Letter], Awaitable[None]]
    page_url: str


def open_exports(
    container: Container,
    blobs: BlobStore,
    queue: JobQueue,
    others: Neighbours,
    post: Correspondents,
    check_scope: CheckScope,
    zone_of: ZoneOf,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Exports:
    exports, schedules = ExportRepository(container), ScheduleRepository(container)
    exporting = Exporting(exports, queue, LEASE, stuck_after, now, others, blobs)
    service = ExportService(exports, exporting, others.definitions, check_scope, blobs, now)
    return Exports(
        service=service,
        exporting=exporting,
        expiring=Expiring(exports, blobs, now),
        schedules=ScheduleService(schedules, service, others, zone_of, check_scope, now),
        letters=ExportLetters(exports, queue, others.people, post.find_member, post.send_letter, post.page_url, now),
        outbox=outbox_of(exporting, called="export"),
    )
