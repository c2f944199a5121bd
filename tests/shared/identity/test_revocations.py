"""Access tokens that end early, in this process and in every other."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from local.cosmos.engine import Engine
from shared.app import App
from shared.config import Settings
from shared.errors import Unavailable
from shared.identity.errors import TokenInvalid
from shared.identity.revocations import ITEM, KEPT, STALE
from shared.identity.tokens import LIFE
from shared.kit.ids import new_id
from tests.conftest import Clock, running
from tests.people import counted_requests


@pytest.fixture
async def other(settings: Settings, clock: Clock, cosmos_engine: Engine) -> AsyncIterator[App]:
    """Another process of the same deployment."""
    async with running(settings, clock, cosmos_engine) as opened:
        yield opened


async def refused(app: App, clock: Clock, *subjects: str, age: float = 0) -> bool:
    """Is a token issued `age` seconds ago for these subjects refused?"""
    try:
        await app.identity.revocations.check(clock() - timedelta(seconds=age), *subjects)
    except TokenInvalid:
        return True
    return False


async def entries(app: App) -> dict[str, str]:
    found: dict[str, str] = (await app.database.container("sessions").get(ITEM, ITEM))["entries"]
    return found


async def test_tokens_until_now_end_and_later_ones_do_not(app: App, clock: Clock) -> None:
    user, session = new_id(), new_id()
    await app.identity.revocations.revoke(user)
    assert await refused(app, clock, user, session)
    assert await refused(app, clock, session, user, age=60)
    assert not await refused(app, clock, session)
    clock.advance(seconds=1)
    assert not await refused(app, clock, user)


async def test_another_process_hears_it_within_five_seconds(app: App, other: App, clock: Clock) -> None:
    user = new_id()
    await app.identity.revocations.revoke(user)
    assert not await refused(other, clock, user)
    clock.advance(seconds=STALE.total_seconds())
    assert await refused(other, clock, user, age=6)
    assert timedelta(seconds=5) >= STALE


async def test_many_at_once_in_two_processes_lose_none(app: App, other: App) -> None:
    subjects = [new_id() for _ in range(30)]
    await asyncio.gather(
        *((app, other)[index % 2].identity.revocations.revoke(subject) for index, subject in enumerate(subjects))
    )
    assert set(subjects) <= (await entries(app)).keys()


async def test_revoking_on_top_of_a_stale_copy_keeps_what_others_revoked(app: App, other: App, clock: Clock) -> None:
    first, second = new_id(), new_id()
    await app.identity.revocations.revoke(first)
    await other.identity.revocations.revoke(second)
    assert await refused(other, clock, first) and await refused(other, clock, second)
    assert {first, second} <= (await entries(app)).keys()


async def test_what_no_token_can_be_as_old_as_is_forgotten(app: App, clock: Clock) -> None:
    old, fresh = new_id(), new_id()
    await app.identity.revocations.revoke(old)
    clock.advance(seconds=LIFE.total_seconds())
    await app.identity.revocations.revoke(fresh)
    assert {old, fresh} <= (await entries(app)).keys()
    clock.advance(seconds=(KEPT - LIFE).total_seconds())
    await app.identity.revocations.revoke(fresh)
    assert old not in await entries(app)


async def test_reading_is_one_request_in_five_seconds_however_many_ask(app: App, clock: Clock) -> None:
    clock.advance(seconds=STALE.total_seconds())
    with counted_requests() as made:
        await asyncio.gather(*(app.identity.revocations.check(clock(), new_id()) for _ in range(20)))
        await app.identity.revocations.check(clock(), new_id())
    assert made == ["GET sessions"]


async def test_while_the_list_cannot_be_read_nobody_is_let_in(app: App, clock: Clock, cosmos_engine: Engine) -> None:
    clock.advance(seconds=STALE.total_seconds())
    cosmos_engine.faults.add({"status": 449, "match": {"method": "GET", "contains": ITEM}})
    with pytest.raises(Unavailable):
        await app.identity.revocations.check(clock(), new_id())
    await app.identity.revocations.check(clock(), new_id())


async def test_ensuring_does_what_was_not_done(app: App, clock: Clock) -> None:
    user, happened = new_id(), clock()
    clock.advance(seconds=2)
    await app.identity.revocations.ensure(user, happened)
    assert await refused(app, clock, user)


async def test_ensuring_what_was_done_changes_nothing(app: App, clock: Clock) -> None:
    user, happened = new_id(), clock()
    await app.identity.revocations.revoke(user)
    clock.advance(seconds=2)
    await app.identity.revocations.ensure(user, happened)
    assert not await refused(app, clock, user)


async def test_ensuring_again_after_a_later_change(app: App, clock: Clock) -> None:
    user = new_id()
    await app.identity.revocations.revoke(user)
    clock.advance(seconds=2)
    await app.identity.revocations.ensure(user, clock())
    assert await refused(app, clock, user)


async def test_what_happened_longer_ago_than_a_token_lives_needs_nothing(app: App, clock: Clock) -> None:
    user, happened = new_id(), clock()
    clock.advance(seconds=KEPT.total_seconds())
    await app.identity.revocations.ensure(user, happened)
    assert not await refused(app, clock, user)
