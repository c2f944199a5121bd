from collections.abc import Awaitable

import pytest

from shared.identity.errors import TooManyAttempts
from shared.identity.throttle import (
    PER_ACCOUNT,
    PER_ACCOUNT_AND_PLACE,
    PER_PLACE,
    WINDOW,
    SignInThrottle,
    place_of,
)
from shared.kit.cache import MemoryCache

OWNER, HOME = "owner@petroconnect.test", "192.0.2.1"


@pytest.fixture
def throttle(clock) -> SignInThrottle:
    return SignInThrottle(MemoryCache(), clock)


async def refused(attempt: Awaitable[None]) -> float | None:
    """The seconds to wait, or None when the attempt was admitted."""
    try:
        await attempt
    except TooManyAttempts as error:
        return error.retry_after
    return None


async def attack(throttle: SignInThrottle, email: str, attempts: int) -> None:
    """From as many places as it takes to stay below the limit of each."""
    for number in range(attempts):
        await refused(throttle.admit(email, f"198.51.100.{number // PER_ACCOUNT_AND_PLACE}"))


async def test_one_place_may_try_an_account_so_often(throttle: SignInThrottle) -> None:
    for _ in range(PER_ACCOUNT_AND_PLACE):
        await throttle.admit(OWNER, HOME)
    assert await refused(throttle.admit(OWNER, HOME))
    assert await refused(throttle.admit("another@petroconnect.test", HOME)) is None
    assert await refused(throttle.admit(OWNER, "192.0.2.2")) is None


async def test_one_place_may_try_so_many_accounts(throttle: SignInThrottle) -> None:
    for number in range(PER_PLACE):
        await throttle.admit(f"{number}@petroconnect.test", HOME)
    assert await refused(throttle.admit("one.more@petroconnect.test", HOME))


async def test_many_places_together_may_try_an_account_so_often(throttle: SignInThrottle) -> None:
    await attack(throttle, OWNER, PER_ACCOUNT)
    assert await refused(throttle.admit(OWNER, "203.0.113.9"))


async def test_strangers_cannot_lock_the_owner_out_of_a_known_place(throttle: SignInThrottle, clock) -> None:
    await throttle.admit(OWNER, HOME)
    await throttle.succeeded(OWNER, HOME)
    for _ in range(3):
        clock.advance(seconds=WINDOW)
        await attack(throttle, OWNER, 2 * PER_ACCOUNT)
        assert await refused(throttle.admit(OWNER, HOME)) is None


async def test_a_known_place_is_not_a_free_pass(throttle: SignInThrottle) -> None:
    await throttle.succeeded(OWNER, HOME)
    for _ in range(PER_ACCOUNT_AND_PLACE):
        await throttle.admit(OWNER, HOME)
    assert await refused(throttle.admit(OWNER, HOME))


async def test_the_wait_ends_with_the_window(throttle: SignInThrottle, clock) -> None:
    for _ in range(PER_ACCOUNT_AND_PLACE):
        await throttle.admit(OWNER, HOME)
    seconds = await refused(throttle.admit(OWNER, HOME))
    assert seconds is not None and 0 < seconds <= WINDOW
    clock.advance(seconds=seconds)
    assert await refused(throttle.admit(OWNER, HOME)) is None


async def test_the_cache_holds_neither_kind_of_address(clock) -> None:
    cache = MemoryCache()
    throttle = SignInThrottle(cache, clock)
    await throttle.admit(OWNER, HOME)
    await throttle.succeeded(OWNER, HOME)
    assert OWNER not in str(cache._entries) and HOME not in str(cache._entries)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("not an address", "unknown"),
    ],
)
def test_a_place_is_what_an_attacker_pays_for(address: str, place: str) -> None:
    assert place_of(address) == place
