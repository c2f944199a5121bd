"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.due_reports.repository import CalendarRepository, FiledReports, PlanRepository
from shared.due_reports.service import BoardService, CalendarService, PlanService
from shared.due_reports.watches import NoticeRepository
from shared.due_reports.watching import DueWatching
from shared.due_reports.work import asked_for
from shared.identity.actor import CheckScope
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue


@dataclass(frozen=True, slots=True)
class DueReports:
    plans: PlanService
    calendar: CalendarService
    board: BoardService
    watching: DueWatching
    outbox: Outbox


def open_due_reports(
    directory: Container,
    reports: Container,
    queue: JobQueue,
    check_scope: CheckScope,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> DueReports:
    plans, filed, notices = PlanRepository(directory), FiledReports(reports), NoticeRepository(directory)
    return DueReports(
        plans=PlanService(plans, check_scope, now),
        calendar=CalendarService(CalendarRepository(directory), check_scope, now),
        board=BoardService(plans, filed, now),
        watching=DueWatching(plans, notices, filed, stuck_after, now),
        outbox=Outbox(
            container=directory,
            queue=queue,
            kinds=(notices.kind,),
            called="due_reports",
            asked_for=asked_for,
            stuck_for=asked_for,
            stuck_after=stuck_after,
            now=now,
        ),
    )
