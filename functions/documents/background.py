"""What goes on with uploaded files behind the requests."""

from typing import Any

from shared.app import App, current_app
from shared.documents.defender import RESULTS_QUEUE
from shared.documents.work import PREVIEW_QUEUE, TEXT_QUEUE, VERIFY_QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_queue(VERIFY_QUEUE)
async def verify_document(job: Job, app: App) -> None:
    """At least once: may run again after success, or beside another copy of itself."""
    await app.documents.processing.verify(job)


@jobs.on_poison(VERIFY_QUEUE)
async def settle_poisoned_document(job: Job, app: App) -> None:
    """Verification failed at every delivery."""
    await app.documents.processing.give_up(job)


@jobs.on_queue(TEXT_QUEUE)
async def extract_document_text(job: Job, app: App) -> None:
    """At least once: writes the same pages again."""
    await app.documents.derivation.extract_text(job)


@jobs.on_poison(TEXT_QUEUE)
async def settle_poisoned_text(job: Job, app: App) -> None:
    """Reading the text failed at every delivery."""
    await app.documents.derivation.give_up(job, "text")


@jobs.on_queue(PREVIEW_QUEUE)
async def draw_document_preview(job: Job, app: App) -> None:
    """At least once: writes the same pictures again."""
    await app.documents.derivation.draw_preview(job)


@jobs.on_poison(PREVIEW_QUEUE)
async def settle_poisoned_preview(job: Job, app: App) -> None:
    """Drawing failed at every delivery."""
    await app.documents.derivation.give_up(job, "preview")


@jobs.on_events(RESULTS_QUEUE)
async def receive_malware_result(event: dict[str, Any], app: App) -> None:
    """Event Grid brings what Defender for Storage found: late, repeated, in any order."""
    await app.documents.scan_results.receive(event)


@jobs.on_poisoned_events(RESULTS_QUEUE)
async def settle_poisoned_malware_result(event: dict[str, Any], app: App) -> None:
    """Once more, since nothing else looks after a stored file that was found bad later."""
    await app.documents.scan_results.receive(event)


@jobs.on_changes("documents")
async def follow_document_changes(items: list[dict[str, Any]], app: App) -> None:
    """Starts what the request could not."""
    await app.documents.processing.follow(items)
    await app.documents.derivation.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_uploads(app: App) -> None:
    """Finds uploads that got stuck all the same."""
    await app.documents.reconciliation.run()
