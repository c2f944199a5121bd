"""Operations on many documents behind the requests."""

from typing import Any

from shared.app import App, current_app
from shared.bulk.work import QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_queue(QUEUE)
async def run_bulk_operation(job: Job, app: App) -> None:
    """At least once: some pages of an operation at a time."""
    await app.bulk.running.run(job)


@jobs.on_poison(QUEUE)
async def settle_poisoned_bulk_operation(job: Job, app: App) -> None:
    """The operation did not get on at any delivery."""
    await app.bulk.running.give_up(job)


@jobs.on_changes("documents")
async def follow_bulk_operations(items: list[dict[str, Any]], app: App) -> None:
    """Starts what requests could not."""
    await app.bulk.outbox.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_bulk_operations(app: App) -> None:
    """Finds what got stuck all the same."""
    await app.bulk.outbox.reconcile()
