"""What goes on with uploaded files behind the requests."""

from typing import Any

from shared.app import App, current_app
from shared.documents.work import VERIFY_QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_queue(VERIFY_QUEUE)
async def verify_document(job: Job, app: App) -> None:
    """At least once: may run again after success, or beside another copy of itself."""
    await app.document_processing.verify(job)


@jobs.on_poison(VERIFY_QUEUE)
async def settle_poisoned_document(job: Job, app: App) -> None:
    """Verification failed at every delivery."""
    await app.document_processing.give_up(job)


@jobs.on_changes("documents")
async def follow_document_changes(items: list[dict[str, Any]], app: App) -> None:
    """Starts what the request could not."""
    await app.document_processing.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_uploads(app: App) -> None:
    """Finds uploads that got stuck all the same."""
    await app.document_reconciliation.run()
