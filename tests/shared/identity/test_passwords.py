import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
from argon2 import PasswordHasher, extract_parameters

from shared.identity import passwords
from shared.identity.passwords import AT_ONCE, HASH_OF_NOBODY, Passwords

GOOD = "correct horse battery staple"


@pytest.fixture(scope="module")
async def hashed() -> AsyncIterator[str]:
    yield await Passwords().hash(GOOD)


async def test_a_hash_is_argon2id_with_the_parameters_decided(hashed: str) -> None:
    parameters = extract_parameters(hashed)
    assert parameters.type.name == "ID"
    assert (parameters.time_cost, parameters.memory_cost, parameters.parallelism) == (2, 19_456, 1)
    assert await Passwords().hash(GOOD) != hashed


@pytest.mark.parametrize("given", [GOOD[:-1], GOOD.upper(), f"{GOOD} ", "", "\x00"])
async def test_only_the_same_password_is_right(hashed: str, given: str) -> None:
    assert await Passwords().verify(hashed, GOOD)
    assert not await Passwords().verify(hashed, given)


async def test_one_password_typed_on_two_keyboards_is_the_same() -> None:
    hashed = await Passwords().hash("smörgåsbord på rigg")
    assert await Passwords().verify(hashed, "smo\u0308rga\u030asbord pa\u030a rigg")


@pytest.mark.parametrize("given", ["", "x", GOOD, "nobody"])
async def test_nobody_has_any_password(given: str) -> None:
    assert not await Passwords().verify(None, given)


async def test_nobody_costs_what_somebody_does(hashed: str) -> None:
    """The same parameters and lengths are the same work; the answer comes from the library, not from a short cut."""
    nobody, somebody = extract_parameters(HASH_OF_NOBODY), extract_parameters(hashed)
    assert nobody == somebody
    assert not passwords._verify(HASH_OF_NOBODY, GOOD)


@pytest.mark.parametrize("broken", ["", "plain text", "$argon2id$v=19$m=1", "$2b$12$" + "a" * 53])
async def test_a_broken_hash_is_no_password(broken: str) -> None:
    assert not await Passwords().verify(broken, GOOD)


async def test_hashes_of_other_parameters_are_outdated(hashed: str) -> None:
    older = PasswordHasher(time_cost=1, memory_cost=19_456, parallelism=1).hash(GOOD)
    assert Passwords().is_outdated(older)
    assert not Passwords().is_outdated(hashed)


async def test_only_a_few_are_computed_at_once_and_never_on_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, threads = 0, 0, set()
    release, full, lock = threading.Event(), threading.Event(), threading.Lock()

    def verify(_hashed: str, _given: str) -> bool:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
            threads.add(threading.get_ident())
            if running >= AT_ONCE:
                full.set()
        release.wait(30)
        with lock:
            running -= 1
        return True

    monkeypatch.setattr(passwords, "_verify", verify)
    subject = Passwords()
    every = [asyncio.create_task(subject.verify("hash", "given")) for _ in range(3 * AT_ONCE)]
    assert await asyncio.to_thread(full.wait, 30)
    release.set()
    assert await asyncio.gather(*every) == [True] * (3 * AT_ONCE)
    assert most == AT_ONCE
    assert threading.get_ident() not in threads
