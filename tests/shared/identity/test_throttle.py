from collections.abc import Awaitable

import pytest

from shared.identity.errors import TooManyAttempts
from shared.identity.throttle import (
    ALLOWANCES,
    FIRST_LOCK,
    LONGEST_LOCK,
    PER_ACCOUNT,
    PER_ACCOUNT_AND_PLACE,
    PER_PLACE,
    WINDOW,
    Attempt,
    Throttle,
)
from shared.kit.cache import MemoryCache
from shared.kit.counters import Counters

OWNER, HOME = "owner@petroconnect.test", "192.0.2.1"
SIGN_IN = Attempt.SIGN_IN


@pytest.fixture
def throttle(clock) -> Throttle:
    return Throttle(Counters(None), MemoryCache(), clock)


async def refused(attempt: Awaitable[None]) -> float | None:
    """The seconds to wait, or None when the attempt was admitted."""
    try:
        await attempt
    except TooManyAttempts as error:
        return error.retry_after
    return None


async def attack(throttle: Throttle, email: str, attempts: int) -> None:
    """From as many places as it takes to stay below the limit of each."""
    for number in range(attempts):
        await refused(throttle.admit(SIGN_IN, email, f"198.51.100.{number // PER_ACCOUNT_AND_PLACE}"))


async def use_up(throttle: Throttle, attempts: int = PER_ACCOUNT_AND_PLACE, what: Attempt = SIGN_IN) -> None:
    for _ in range(attempts):
        await throttle.admit(what, OWNER, HOME)


async def test_one_place_may_try_an_account_so_often(throttle: Throttle) -> None:
    await use_up(throttle)
    assert await refused(throttle.admit(SIGN_IN, OWNER, HOME))
    assert await refused(throttle.admit(SIGN_IN, "another@petroconnect.test", HOME)) is None
    assert await refused(throttle.admit(SIGN_IN, OWNER, "192.0.2.2")) is None


async def test_one_place_may_try_so_many_accounts(throttle: Throttle) -> None:
    for number in range(PER_PLACE):
        await throttle.admit(SIGN_IN, f"{number}@petroconnect.test", HOME)
    assert await refused(throttle.admit(SIGN_IN, "one.more@petroconnect.test", HOME))


async def test_many_places_together_may_try_an_account_so_often(throttle: Throttle) -> None:
    await attack(throttle, OWNER, PER_ACCOUNT)
    assert await refused(throttle.admit(SIGN_IN, OWNER, "203.0.113.9"))


async def test_strangers_cannot_lock_the_owner_out_of_a_known_place(throttle: Throttle, clock) -> None:
    await throttle.admit(SIGN_IN, OWNER, HOME)
    await throttle.succeeded(SIGN_IN, OWNER, HOME)
    for _ in range(3):
        clock.advance(seconds=WINDOW)
        await attack(throttle, OWNER, 2 * PER_ACCOUNT)
        assert await refused(throttle.admit(SIGN_IN, OWNER, HOME)) is None


async def test_a_known_place_is_not_a_free_pass(throttle: Throttle) -> None:
    await throttle.succeeded(SIGN_IN, OWNER, HOME)
    await use_up(throttle)
    assert await refused(throttle.admit(SIGN_IN, OWNER, HOME))


async def test_at_a_known_place_every_wait_is_the_same_and_leaves_as_many_attempts(throttle: Throttle, clock) -> None:
    await throttle.succeeded(SIGN_IN, OWNER, HOME)
    for _ in range(4):
        await use_up(throttle)
        assert await refused(throttle.admit(SIGN_IN, OWNER, HOME)) == WINDOW
        clock.advance(seconds=WINDOW)


async def test_the_wait_ends_when_it_was_said(throttle: Throttle, clock) -> None:
    await use_up(throttle)
    seconds = await refused(throttle.admit(SIGN_IN, OWNER, HOME))
    assert seconds is not None and 0 < seconds <= WINDOW
    clock.advance(seconds=seconds - 1)
    assert await refused(throttle.admit(SIGN_IN, OWNER, HOME)) == 1  # asking has not made it longer
    clock.advance(seconds=1)
    assert await refused(throttle.admit(SIGN_IN, OWNER, HOME)) is None


async def test_at_a_strange_place_each_wait_doubles_up_to_the_longest(throttle: Throttle, clock) -> None:
    await use_up(throttle)
    waits = []
    for _ in range(9):
        waits.append(await refused(throttle.admit(SIGN_IN, OWNER, HOME)))
        clock.advance(seconds=waits[-1])
        await throttle.admit(SIGN_IN, OWNER, HOME)
    assert waits == [min(FIRST_LOCK * 2**number, LONGEST_LOCK) for number in range(9)]
    assert waits[-1] == LONGEST_LOCK


async def test_success_forgives_even_with_the_last_attempt_there_was(throttle: Throttle, clock) -> None:
    await use_up(throttle)
    clock.advance(seconds=await refused(throttle.admit(SIGN_IN, OWNER, HOME)))
    await throttle.admit(SIGN_IN, OWNER, HOME)
    await throttle.succeeded(SIGN_IN, OWNER, HOME)
    await use_up(throttle)


async def test_who_loses_count_between_two_attempts_is_not_locked_out(throttle: Throttle, clock) -> None:
    """The cache forgets, as it may at any time."""
    await use_up(throttle)
    await throttle.cache.close()
    assert await refused(throttle.admit(SIGN_IN, OWNER, HOME)) == FIRST_LOCK
    clock.advance(seconds=FIRST_LOCK)
    assert await refused(throttle.admit(SIGN_IN, OWNER, HOME)) is None


@pytest.mark.parametrize("what", list(Attempt))
async def test_each_kind_of_attempt_is_counted_by_itself(throttle: Throttle, what: Attempt) -> None:
    await use_up(throttle, ALLOWANCES[what].per_account_and_place, what)
    assert await refused(throttle.admit(what, OWNER, HOME))
    for other in set(Attempt) - {what}:
        assert await refused(throttle.admit(other, OWNER, HOME)) is None


async def test_second_factors_are_guessed_only_so_often_a_day_from_places_the_owner_has_not_been_at(
    throttle: Throttle, clock
) -> None:
    what, admitted = Attempt.SECOND_FACTOR, 0
    await throttle.succeeded(what, OWNER, HOME)
    clock.now = clock.now.replace(hour=0, minute=0, second=0)
    for number in range(100):
        admitted += await refused(throttle.admit(what, OWNER, f"198.51.100.{number}")) is None
        clock.advance(minutes=5)
    assert admitted == ALLOWANCES[what].per_account_a_day
    assert await refused(throttle.admit(what, OWNER, HOME)) is None
    clock.advance(seconds=await refused(throttle.admit(what, OWNER, "203.0.113.1")))
    assert await refused(throttle.admit(what, OWNER, "203.0.113.1")) is None


async def test_an_attempt_that_names_no_account_counts_for_its_place(throttle: Throttle) -> None:
    for _ in range(ALLOWANCES[Attempt.LINK].per_place):
        await throttle.admit(Attempt.LINK, "", HOME)
    assert await refused(throttle.admit(Attempt.LINK, "", HOME))
    assert await refused(throttle.admit(Attempt.LINK, "", "192.0.2.2")) is None


async def test_what_is_kept_holds_neither_kind_of_address(throttle: Throttle) -> None:
    await use_up(throttle)
    await throttle.succeeded(SIGN_IN, OWNER, HOME)
    await use_up(throttle)
    kept = str(throttle.cache._entries) + str(throttle.counters._memory.storage)
    assert "attempt:" in kept
    assert OWNER not in kept and HOME not in kept
