"""The first answer under a key is the one: also when its worker is slow, or the database does not answer."""

from local.cosmos.engine import Engine
from shared.app import App
from shared.kit.http.idempotency import LEASE, Claim
from shared.kit.http.operation import Stored
from shared.kit.ids import new_id
from tests.conftest import Clock

DONE = Stored(201, {}, b'"mine"')
CRASHED = Stored(500, {}, b"")


async def claim(app: App, key: str) -> Claim:
    return await app.idempotency.claim(key=key, caller="somebody", operation="create_thing", body=b"{}")


async def taken_over(app: App, clock: Clock) -> tuple[str, Claim, Claim]:
    """A key whose worker took longer than its lease, so that somebody else works under it by now."""
    key = new_id()
    slow = await claim(app, key)
    clock.advance(seconds=LEASE.total_seconds() + 1)
    return key, slow, await claim(app, key)


async def test_who_was_too_slow_leaves_the_key_to_whom_it_belongs_by_now(app: App, clock: Clock) -> None:
    for answer in (CRASHED, Stored(200, {}, b'"late"')):
        key, slow, other = await taken_over(app, clock)
        await app.idempotency.settle(slow, answer)
        await app.idempotency.release(slow)
        await app.idempotency.settle(other, DONE)
        replay = (await claim(app, key)).replay
        assert replay is not None
        assert (replay.status, replay.body) == (DONE.status, DONE.body)


async def test_a_server_error_frees_the_key_at_once(app: App) -> None:
    key = new_id()
    await app.idempotency.settle(await claim(app, key), CRASHED)
    assert (await claim(app, key)).replay is None


async def test_what_was_done_is_answered_although_the_answer_cannot_be_kept(app: App, cosmos_engine: Engine) -> None:
    held = await claim(app, new_id())
    cosmos_engine.faults.add({"status": 449, "match": {"contains": "idempotency"}})
    await app.idempotency.settle(held, DONE)
    cosmos_engine.faults.add({"status": 449, "match": {"contains": "idempotency"}})
    await app.idempotency.release(held)
