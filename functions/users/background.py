"""What follows from changes in the directory."""

from typing import Any

from shared.app import App, current_app
from shared.kit.jobs import Job, Jobs
from shared.users.work import LETTERS_QUEUE

jobs = Jobs(current_app)


@jobs.on_changes("directory")
async def follow_directory_changes(items: list[dict[str, Any]], app: App) -> None:
    """Letters are ordered, old access tokens ended, deletions finished."""
    await app.users.service.follow(items)
    await app.users.correspondence.follow(items)
    await app.users.erasure.follow(items)


@jobs.on_queue(LETTERS_QUEUE)
async def send_letter(job: Job, app: App) -> None:
    """At least once: the same letter may go out twice, with the same link."""
    await app.users.correspondence.write(job)


@jobs.on_poison(LETTERS_QUEUE)
async def settle_poisoned_letter(job: Job, app: App) -> None:
    """The mail server refused every time."""
    await app.users.correspondence.give_up(job)
