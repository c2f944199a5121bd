"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.analytics.keeping import Keeping
from shared.analytics.repository import AggregateRepository, RebuildRepository, SubmittedReports
from shared.analytics.running import Rebuilding
from shared.analytics.service import AnalyticsService, WhatIsOwed
from shared.kit.cosmos import Container
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.running import outbox_of

LEASE = timedelta(minutes=5)  # for one day


@dataclass(frozen=True, slots=True)
class Analytics:
    service: AnalyticsService
    keeping: Keeping
    rebuilding: Rebuilding
    outbox: Outbox


def open_analytics(
    container: Container,
    reports: Container,
    queue: JobQueue,
    what_is_owed: WhatIsOwed,
    stuck_after: timedelta,
    now: Callable[[], datetime],
) -> Analytics:
    aggregates, rebuilds = AggregateRepository(container), RebuildRepository(container)
    keeping = Keeping(aggregates, SubmittedReports(reports), now)
    rebuilding = Rebuilding(rebuilds, queue, LEASE, stuck_after, now, keeping)
    return Analytics(
        service=AnalyticsService(aggregates, rebuilds, rebuilding, what_is_owed, now),
        keeping=keeping,
        rebuilding=rebuilding,
        outbox=outbox_of(rebuilding, called="analytics"),
    )
