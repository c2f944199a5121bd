"""Aggregates kept by the change feed, and computed anew."""

from typing import Any

from shared.analytics.work import QUEUE
from shared.app import App, current_app
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_changes("reports")
async def keep_analytics(items: list[dict[str, Any]], app: App) -> None:
    """Each report that was submitted is computed from what is stored now, however late or often its change comes."""
    await app.analytics.keeping.follow(items)


@jobs.on_queue(QUEUE)
async def rebuild_analytics(job: Job, app: App) -> None:
    """At least once: some days at a time."""
    await app.analytics.rebuilding.run(job)


@jobs.on_poison(QUEUE)
async def settle_poisoned_rebuild(job: Job, app: App) -> None:
    """It did not get on at any delivery."""
    await app.analytics.rebuilding.give_up(job)


@jobs.on_changes("analytics")
async def follow_rebuilds(items: list[dict[str, Any]], app: App) -> None:
    """Starts what requests could not."""
    await app.analytics.outbox.follow(item for item in items if item.get("kind") == "analyticsRebuild")


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_rebuilds(app: App) -> None:
    """Finds what got stuck all the same."""
    await app.analytics.outbox.reconcile()
