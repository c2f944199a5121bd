"""Killed at any point, a revision rolled back to ends ready once, with one copy, and the original untouched."""

import contextlib
from itertools import count

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.documents.work import VERIFY_QUEUE
from shared.identity.actor import Actor
from tests.conftest import Clock, Queues
from tests.documents import a_pdf, a_verified, content_of, happened, items_of, job_of, somebody
from tests.shared.documents.killing import Killed, watched

FEWEST = 10  # requests of a whole life
FIRST = a_pdf(mark="first")


async def roll_back(app: App, actor: Actor, document_id: str) -> None:
    document, _ = await app.documents.revisions.roll_back(actor, document_id, 1)
    await app.documents.processing.verify(job_of(document))


async def recover(app: App, actor: Actor, document_id: str, queues: Queues) -> None:
    """The person asks again if nothing came of it; the feed and the host deliver what nobody finished."""
    if (await app.documents.service.get(actor, document_id)).newest.number == 2:
        await app.documents.revisions.roll_back(actor, document_id, 1)
    await app.documents.processing.follow(await items_of(app, actor.organisation_id))
    for job in await queues.take(VERIFY_QUEUE):
        await app.documents.processing.verify(job)
    await app.documents.processing.verify(job_of(await app.documents.service.get(actor, document_id)))


async def test_killed_after_any_request_it_is_settled_once(
    settings: Settings, clock: Clock, cosmos_engine: Engine, queues: Queues
) -> None:
    actor = somebody().actor
    for limit in count():
        async with contextlib.AsyncExitStack() as processes:

            def start(processes: contextlib.AsyncExitStack = processes) -> App:
                app = build_app(settings, now=clock, cosmos_transport=AsyncEngineTransport(cosmos_engine))
                processes.push_async_callback(app.close)
                return app

            app = start()
            first = await a_verified(app, actor, FIRST)
            document_id = (await a_verified(app, actor, a_pdf(mark="second"), onto=first)).id
            await queues.take(VERIFY_QUEUE)
            killed = False
            with watched(limit) as before:
                try:
                    await roll_back(start(), actor, document_id)
                except Killed:
                    killed = True
            clock.advance(minutes=10)
            app = start()
            with watched() as after:
                await recover(app, actor, document_id, queues)
            where = f"killed after {limit}: {before.lines[-1:]}"
            settled = await app.documents.service.get(actor, document_id)
            assert (settled.newest.number, settled.current) == (3, settled.newest), where
            assert before.copies_of(document_id) + after.copies_of(document_id) == 1, where
            assert await happened(app, settled) == ["document.revision_restored", "document.verified"], where
            for number in (1, 3):
                assert await content_of(app, settled.stored(number)) == FIRST, where
        if not killed:
            assert limit >= FEWEST
            return
