"""What is due soon, or missing: looked for by a timer, told by letters."""

from typing import Any

from shared.app import App, current_app
from shared.due_reports.work import LETTERS_QUEUE
from shared.kit.jobs import Job, Jobs

jobs = Jobs(current_app)


@jobs.on_timer("%DUE_REPORTS_SCHEDULE%")
async def watch_due_reports(app: App) -> None:
    """May come late, and may run twice: each step is taken once."""
    await app.due_reports.watching.run()


@jobs.on_changes("directory")
async def follow_due_notices(items: list[dict[str, Any]], app: App) -> None:
    """Letters are ordered for what was noticed."""
    await app.due_reports.outbox.follow(items)


@jobs.on_timer("%RECONCILE_SCHEDULE%")
async def reconcile_due_notices(app: App) -> None:
    """Finds what got stuck all the same."""
    await app.due_reports.outbox.reconcile()


@jobs.on_queue(LETTERS_QUEUE)
async def send_due_letter(job: Job, app: App) -> None:
    """At least once: the same letter may go out twice, with the same message id."""
    await app.notices.due_letters.write(job)


@jobs.on_poison(LETTERS_QUEUE)
async def rest_poisoned_due_letter(job: Job, app: App) -> None:
    """It could not be sent at any delivery; as long as not everybody was written to, it is tried again every hour."""
    await app.due_reports.outbox.rest(job)
