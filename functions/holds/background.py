"""What follows from holds behind the requests: leases in the storage, cases that let their documents go."""

from typing import Any

from shared.app import App, current_app
from shared.holds.work import CLOSE_QUEUE, PROTECT_QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_queue(PROTECT_QUEUE)
async def protect_document(job: Job, app: App) -> None:
    """At least once: brings about what is written of the document when it runs."""
    await app.holds.enforcement.protect(job)


@jobs.on_poison(PROTECT_QUEUE)
async def rest_poisoned_protection(job: Job, app: App) -> None:
    """The storage did not follow at any delivery."""
    await app.holds.enforcement.outbox.rest(job)


@jobs.on_queue(CLOSE_QUEUE)
async def let_documents_go(job: Job, app: App) -> None:
    """At least once: some documents of a closing case at a time."""
    await app.holds.enforcement.let_go(job)


@jobs.on_poison(CLOSE_QUEUE)
async def rest_poisoned_closing(job: Job, app: App) -> None:
    """The case did not get on at any delivery."""
    await app.holds.enforcement.outbox.rest(job)


@jobs.on_changes("documents")
async def follow_held_documents(items: list[dict[str, Any]], app: App) -> None:
    """Starts what the request could not, and protects what became ready under hold."""
    await app.holds.enforcement.outbox.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_holds(app: App) -> None:
    """Finds what got stuck all the same."""
    await app.holds.enforcement.outbox.reconcile()
