"""Letters about documents as tests need them: ordered and written as the background functions do it, caught before the mail server."""

from dataclasses import replace

from shared.app import App
from shared.kit.jobs import Job
from shared.kit.mail import Letter
from shared.notices.work import asked_for
from tests.documents import items_of


async def orders(app: App, organisation_id: str, *, after: set[str] | None = None) -> list[Job]:
    """What the feed would order for everything that is stored; of `after` only what is not in it, which then grows."""
    known = set() if after is None else after
    items = [item for item in await items_of(app, organisation_id) if item["id"] not in known]
    known |= {item["id"] for item in items}
    return [job for item in items for job in asked_for(item)]


async def written(app: App, *jobs: Job) -> list[Letter]:
    """Every delivery, also of what these order themselves."""
    waiting, letters = list(jobs), list[Letter]()

    async def send(_queue: str, job: Job) -> None:
        waiting.append(job)

    async def keep(letter: Letter) -> None:
        letters.append(letter)

    digests = replace(app.notices.digests, send=send)
    writing = replace(app.notices.letters, digests=digests, send_letter=keep)
    while waiting:
        await writing.write(waiting.pop(0))
    return letters


async def news(app: App, organisation_id: str, seen: set[str]) -> list[tuple[str, str]]:
    """To whom about what, of what happened since the last look."""
    letters = await written(app, *await orders(app, organisation_id, after=seen))
    return sorted((letter.to, letter.subject) for letter in letters)
