"""The daily run of the policies, and deletions that were decided."""

from typing import Any

from shared.app import App, current_app
from shared.kit.jobs import Job, Jobs
from shared.retention.work import PURGE_QUEUE, RUN_QUEUE

jobs = Jobs(current_app)


@jobs.on_timer("%RETENTION_SCHEDULE%")
async def begin_retention_runs(app: App) -> None:
    """May run twice a day: there is one run for a day."""
    await app.retention.running.begin_day()


@jobs.on_queue(RUN_QUEUE)
async def run_retention(job: Job, app: App) -> None:
    """At least once: some pages of a run at a time."""
    await app.retention.running.run(job)


@jobs.on_poison(RUN_QUEUE)
async def settle_poisoned_run(job: Job, app: App) -> None:
    """The run did not get on at any delivery."""
    await app.retention.running.give_up(job)


@jobs.on_queue(PURGE_QUEUE)
async def purge_decided(job: Job, app: App) -> None:
    """At least once: finishes a deletion."""
    await app.retention.purging.purge(job)


@jobs.on_poison(PURGE_QUEUE)
async def rest_poisoned_purge(job: Job, app: App) -> None:
    """Something refuses to be deleted."""
    await app.retention.outbox.rest(job)


@jobs.on_changes("documents")
async def follow_retention(items: list[dict[str, Any]], app: App) -> None:
    """Starts what requests and runs could not."""
    await app.retention.outbox.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_retention(app: App) -> None:
    """Finds what got stuck all the same."""
    await app.retention.outbox.reconcile()
