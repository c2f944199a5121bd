"""Letters about documents (reviews that are asked for, due and decided; what is still to be acknowledged) and about reports that came
back.
"""

from typing import Any

from shared.app import App, current_app
from shared.kit.jobs import Job, Jobs
from shared.notices.work import LETTERS_QUEUE, is_about_report

jobs = Jobs(current_app)


@jobs.on_changes("documents")
async def follow_document_notices(items: list[dict[str, Any]], app: App) -> None:
    """Letters are ordered for what happened."""
    await app.notices.letters.follow(items)


@jobs.on_changes("reports")
async def follow_report_notices(items: list[dict[str, Any]], app: App) -> None:
    """Letters are ordered for reports that came back to their authors."""
    await app.notices.report_letters.follow(items)


@jobs.on_queue(LETTERS_QUEUE)
async def send_document_letter(job: Job, app: App) -> None:
    """At least once: the same letter may go out twice, with the same message id."""
    notices = app.notices
    await (notices.report_letters if is_about_report(job) else notices.letters).write(job)


@jobs.on_poison(LETTERS_QUEUE)
async def settle_poisoned_document_letter(job: Job, app: App) -> None:
    """It could not be sent at any delivery: it is tried again later."""
    notices = app.notices
    await (notices.report_letters if is_about_report(job) else notices.letters).rest(job)


@jobs.on_timer("%REMINDER_SCHEDULE%")
async def remind_reviewers(app: App) -> None:
    """The day before a review is due, and the morning after."""
    await app.notices.reminders.run()


@jobs.on_timer("%REMINDER_SCHEDULE%")
async def begin_digests(app: App) -> None:
    """On Monday mornings, in each organisation's own time zone."""
    await app.notices.digests.run()
