"""Exports being written, and those whose time is over."""

from typing import Any

from shared.app import App, current_app
from shared.exports.work import LETTERS_QUEUE, QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_queue(QUEUE)
async def render_export(job: Job, app: App) -> None:
    """At least once: an attempt that was cut off begins anew."""
    await app.exports.exporting.run(job)


@jobs.on_poison(QUEUE)
async def settle_poisoned_export(job: Job, app: App) -> None:
    """It did not get on at any delivery."""
    await app.exports.exporting.give_up(job)


@jobs.on_queue(LETTERS_QUEUE)
async def write_export_letter(job: Job, app: App) -> None:
    """At least once: the same letter may go twice."""
    await app.exports.letters.write(job)


@jobs.on_poison(LETTERS_QUEUE)
async def settle_poisoned_export_letter(job: Job, app: App) -> None:
    """The mail server refused every time."""
    await app.exports.letters.give_up(job)


@jobs.on_changes("exports")
async def follow_exports(items: list[dict[str, Any]], app: App) -> None:
    """Starts what requests could not, and orders the letters of what is finished."""
    await app.exports.outbox.follow(items)
    await app.exports.letters.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_exports(app: App) -> None:
    """Finds what got stuck all the same, and deletes what has expired."""
    await app.exports.outbox.reconcile()
    await app.exports.expiring.run()


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def run_export_schedules(app: App) -> None:
    """Begins what is due."""
    await app.exports.schedules.run_due()
