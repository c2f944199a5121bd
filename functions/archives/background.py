"""Archives being written and restored, and those whose time is over."""

from typing import Any

from shared.app import App, current_app
from shared.archives.work import EXPORT_QUEUE, IMPORT_QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_queue(EXPORT_QUEUE)
async def write_archive(job: Job, app: App) -> None:
    """At least once: some parts at a time."""
    await app.archives.exporting.run(job)


@jobs.on_poison(EXPORT_QUEUE)
async def settle_poisoned_archive(job: Job, app: App) -> None:
    """It did not get on at any delivery."""
    await app.archives.exporting.give_up(job)


@jobs.on_queue(IMPORT_QUEUE)
async def restore_archive(job: Job, app: App) -> None:
    """At least once: some parts at a time."""
    await app.archives.importing.run(job)


@jobs.on_poison(IMPORT_QUEUE)
async def settle_poisoned_import(job: Job, app: App) -> None:
    """It did not get on at any delivery."""
    await app.archives.importing.give_up(job)


@jobs.on_changes("exports")
async def follow_archives(items: list[dict[str, Any]], app: App) -> None:
    """Starts what requests and runs could not."""
    await app.archives.outbox.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_archives(app: App) -> None:
    """Finds what got stuck all the same, and deletes what has expired."""
    await app.archives.outbox.reconcile()
    await app.archives.expiring.run()
