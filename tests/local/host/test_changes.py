"""The change-feed trigger over a feed in memory: leases, order, repetition, hand-over."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import azure.functions as func
import pytest
from azure.core.exceptions import ServiceRequestError

from local.host.changes import ChangesListener, FeedOptions, warn_of_skipping
from local.host.engine import Engine
from local.host.feed import Feed, Lease, Leases, LeaseStore
from local.host.functions import Binding, Function
from local.host.hostjson import HostOptions, QueueOptions
from local.host.outputs import OutputWriter, Runner
from local.host.retry import RetryPolicy
from local.host.settings import Settings
from local.host.storage import Storage
from tests.local.host.feeds import MemoryFeed, MemoryLeases
from tests.local.host.hosting import eventually

FAST = FeedOptions(batch=2, poll_delay=0.01, acquire_interval=0.02, renew_interval=0.02, expiry=0.3)
MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.whitebox("drives the listener over a feed in memory")


@dataclass
class Recorder:
    """A function that notes what it got and fails as often as told."""

    seen: list[list[str]] = field(default_factory=list)
    kinds: set[type] = field(default_factory=set)
    failures: int = 0
    finished: int = 0
    taken: list[str] = field(default_factory=list)  # of batches that did not fail
    hold: asyncio.Event | None = None

    async def __call__(self, documents: Any) -> None:
        self.kinds.add(type(documents))
        ids = [document["id"] for document in documents]
        self.seen.append(ids)
        if self.hold is not None:
            await self.hold.wait()
        if self.failures:
            self.failures -= 1
            raise RuntimeError("as told")
        self.finished += 1
        self.taken += ids

    @property
    def ids(self) -> list[str]:
        return [one for batch in self.seen for one in batch]

    def function(self, retry: RetryPolicy | None = None) -> Function:
        trigger = Binding("documents", "cosmosDBTrigger", False, {})
        # A dataclass instance is no coroutine function: the worker asks the type of the function when it indexes.
        return Function("on_changes", self, True, "", trigger, raw_input=False, needs_context=False, retry=retry)


def items(*ids: str) -> list[dict[str, Any] | None]:
    return [{"id": one} for one in ids]


@asynccontextmanager
async def listening(
    feed: MemoryFeed, leases: MemoryLeases, recorder: Recorder, owner: str = "me", retry: RetryPolicy | None = None
) -> AsyncIterator[ChangesListener]:
    async def connect() -> tuple[Feed, LeaseStore]:
        return feed, leases

    outputs = OutputWriter(Settings({}), Storage(), QueueOptions())
    runner = Runner(Engine(HostOptions(), lambda: None), outputs)
    listener = ChangesListener(recorder.function(retry), "things", runner, connect, FAST, owner)
    listener.start()
    try:
        yield listener
    finally:
        listener.stop()
        await listener.stopped()


async def until(check: Any) -> None:
    async def asked() -> bool:
        return bool(check())

    await eventually(asked, 10)


async def test_every_range_is_read_in_order_in_batches() -> None:
    feed, recorder = MemoryFeed({"a": items("1", "2", "3"), "b": items("x")}), Recorder()
    async with listening(feed, MemoryLeases(), recorder):
        await until(lambda: len(recorder.ids) == 4)
    assert [one for one in recorder.ids if one != "x"] == ["1", "2", "3"]
    assert max(len(batch) for batch in recorder.seen) == 2
    assert recorder.kinds == {func.DocumentList}


async def test_progress_survives_a_restart() -> None:
    feed, leases, first, second = MemoryFeed(), MemoryLeases(), Recorder(), Recorder()
    feed.changes["a"] += items("1", "2")
    async with listening(feed, leases, first):
        await until(lambda: leases.named("a-az").continuation == "2")
    feed.changes["a"] += items("3")
    async with listening(feed, leases, second):
        await until(lambda: second.ids)
    assert (first.ids, second.ids) == (["1", "2"], ["3"])


async def test_a_failing_batch_is_repeated_and_never_skipped() -> None:
    feed, leases, recorder = MemoryFeed(), MemoryLeases(), Recorder(failures=2)
    feed.changes["a"] += items("1", "2", "3")
    async with listening(feed, leases, recorder, retry=RetryPolicy(-1, 0, 0, exponential=False)):
        await until(lambda: leases.named("a-az").continuation == "3")
    assert recorder.seen == [["1", "2"], ["1", "2"], ["1", "2"], ["3"]]


async def test_a_batch_is_repeated_even_when_its_retries_are_used_up() -> None:
    feed, leases, recorder = MemoryFeed(), MemoryLeases(), Recorder(failures=3)
    feed.changes["a"] += items("1")
    async with listening(feed, leases, recorder, retry=RetryPolicy(1, 0, 0, exponential=False)):
        await until(lambda: leases.named("a-az").continuation == "1")
    assert recorder.seen == [["1"]] * 4


async def test_a_batch_that_was_not_taken_before_the_end_comes_again() -> None:
    feed, leases, first, second = MemoryFeed(), MemoryLeases(), Recorder(failures=1000), Recorder()
    feed.changes["a"] += items("1")
    async with listening(feed, leases, first):
        await until(lambda: first.seen)
    assert leases.named("a-az").continuation == ""
    async with listening(feed, leases, second):
        await until(lambda: second.ids == ["1"])


async def test_a_running_batch_is_finished_and_recorded_before_the_lease_is_given_back() -> None:
    feed, leases, recorder = MemoryFeed(), MemoryLeases(), Recorder(hold=asyncio.Event())
    feed.changes["a"] += items("1")
    async with listening(feed, leases, recorder) as listener:
        await until(lambda: recorder.seen)
        listener.stop()
        assert recorder.hold is not None
        recorder.hold.set()
    assert leases.named("a-az").continuation == "1"
    assert {lease.owner for lease in leases.stored.values()} == {""}


async def test_a_feed_from_now_remembers_where_now_was() -> None:
    feed, leases, recorder = MemoryFeed(from_now=True), MemoryLeases(), Recorder()
    feed.changes["a"] += items("old")
    async with listening(feed, leases, recorder):
        await until(lambda: leases.named("a-az").continuation == "1")
    feed.changes["a"] += items("while away")
    async with listening(feed, leases, recorder):
        await until(lambda: recorder.ids == ["while away"])


async def test_an_outage_is_waited_for() -> None:
    feed, recorder = MemoryFeed(away=True), Recorder()
    feed.changes["a"] += items("1")
    async with listening(feed, MemoryLeases(), recorder):
        await asyncio.sleep(0.05)
        feed.away = False
        await until(lambda: recorder.ids == ["1"])


async def test_a_lost_lease_ends_the_reading_until_it_is_free_again() -> None:
    feed, leases, recorder = MemoryFeed({"a": []}), MemoryLeases(), Recorder()
    async with listening(feed, leases, recorder):
        await until(lambda: leases.named("a-az").owner == "me")
        leases.steal("container..a-az", "another")
        feed.changes["a"] += items("1")
        await until(lambda: leases.named("a-az").owner == "me")  # the thief never renews
        await until(lambda: leases.named("a-az").continuation == "1")
    assert set(recorder.ids) == {"1"}  # once more if it was read before the loss was noticed


async def test_a_lease_is_renewed_during_a_long_batch() -> None:
    feed, leases, recorder = MemoryFeed({"a": items("1")}), MemoryLeases(), Recorder(hold=asyncio.Event())
    async with listening(feed, leases, recorder):
        await until(lambda: recorder.seen)
        before = leases.named("a-az").renewed
        await until(lambda: leases.named("a-az").renewed > before)
        assert recorder.hold is not None
        recorder.hold.set()
        await until(lambda: leases.named("a-az").continuation == "1")
    assert recorder.seen == [["1"]]


async def test_a_lease_that_is_stolen_leaves_the_running_function_alone_and_the_batch_comes_again() -> None:
    feed, leases, recorder = MemoryFeed({"a": items("1")}), MemoryLeases(), Recorder(hold=asyncio.Event())
    async with listening(feed, leases, recorder):
        await until(lambda: recorder.seen)
        leases.steal("container..a-az", "another")
        await asyncio.sleep(3 * FAST.renew_interval)  # the loss is noticed while the function runs
        assert recorder.hold is not None
        recorder.hold.set()
        await until(lambda: leases.named("a-az").continuation == "1")
    assert recorder.seen == [["1"]] * 2
    assert recorder.finished == 2


async def test_a_host_that_comes_later_takes_its_share() -> None:
    feed, leases, first, second = MemoryFeed(), MemoryLeases(), Recorder(), Recorder()

    def owners() -> set[str]:
        return {lease.owner for lease in leases.stored.values() if not lease.id.endswith(".info")}

    async with listening(feed, leases, first, "first"):
        await until(lambda: owners() == {"first"})
        async with listening(feed, leases, second, "second"):
            await until(lambda: owners() == {"first", "second"})
            for changes in feed.changes.values():
                changes += items("1", "2", "3")
            await until(lambda: set(first.ids) == set(second.ids) == {"1", "2", "3"})
        await until(lambda: owners() == {"first"})
        for changes in feed.changes.values():
            changes += items("4")
        await until(lambda: first.ids.count("4") == 2)


@pytest.mark.parametrize(
    ("mine", "others", "stolen"),
    [(0, [2], 1), (0, [3], 1), (1, [2], 0), (1, [3], 1), (0, [1], 0), (0, [1, 1], 0), (0, [2, 2], 1), (1, [3, 2], 1)],
)
async def test_no_more_is_stolen_than_evens_the_load(mine: int, others: list[int], stolen: int) -> None:
    names = [f"r{number}" for number in range(mine + sum(others))]
    leases = MemoryLeases()
    me = Leases(leases, "", "me", MINUTE)
    await me.bootstrap(MemoryFeed({name: [] for name in names}))
    owners = ["me"] * mine + [f"other{index}" for index, count in enumerate(others) for _ in range(count)]
    held: set[str] = set()
    for name, owner in zip(names, owners, strict=True):
        lease_id = f"container..{name}-{name}z"
        leases.steal(lease_id, owner)
        held |= {lease_id} if owner == "me" else set()
    assert len(await me.acquire(MemoryFeed(), held)) == stolen


async def test_a_range_that_is_split_goes_on_in_its_parts() -> None:
    feed, leases, recorder = MemoryFeed({"a": items("1", "2", "3")}), MemoryLeases(), Recorder()
    async with listening(feed, leases, recorder):
        await until(lambda: leases.named("a-az").continuation == "3")
        feed.split("a")
        feed.changes["a0"] += items("4", "6")
        feed.changes["a1"] += items("5")
        await until(lambda: len(recorder.ids) == 6)
        await until(lambda: leases.named("a1-a1z").continuation == "4")
    assert sorted(recorder.ids) == ["1", "2", "3", "4", "5", "6"]
    assert set(leases.stored) == {"container..a0-a0z", "container..a1-a1z", "container.info"}


async def test_a_host_that_dies_while_it_splits_a_lease_leaves_nothing_unread() -> None:
    feed, leases, recorder = MemoryFeed({"a": items("1", "2")}), MemoryLeases(), Recorder()
    async with listening(feed, leases, recorder):
        await until(lambda: leases.named("a-az").continuation == "2")
    feed.split("a")
    feed.changes["a1"] += items("3")
    leases.fail_after = 1  # the second part cannot be made, and the first is there already
    async with listening(feed, leases, recorder):
        await until(lambda: leases.named("a0-a0z").id)
        leases.fail_after = -1
        await until(lambda: recorder.ids[2:] == ["3"])
    assert "container..a-az" not in leases.stored


async def test_two_owners_share_the_ranges() -> None:
    feed, leases = MemoryFeed(), MemoryLeases()
    one, other = (Leases(leases, "p-", owner, MINUTE) for owner in ("one", "other"))
    await one.bootstrap(feed)
    leases.steal("p-container..b-bz", "other")
    assert [lease.id for lease in await one.acquire(feed, set())] == ["p-container..a-az"]
    assert await one.acquire(feed, {"p-container..a-az"}) == []
    assert [lease.id for lease in await other.acquire(feed, set())] == ["p-container..b-bz"]


async def test_the_same_owner_takes_its_leases_back_at_once_others_wait() -> None:
    feed, leases = MemoryFeed({"a": []}), MemoryLeases()
    killed = Leases(leases, "", "me", MINUTE)
    await killed.bootstrap(feed)
    await killed.acquire(feed, set())
    assert await Leases(leases, "", "another", MINUTE).acquire(feed, set()) == []
    assert len(await Leases(leases, "", "me", MINUTE).acquire(feed, set())) == 1
    assert len(await Leases(leases, "", "another", timedelta(0)).acquire(feed, set())) == 1


async def test_bootstrap_that_broke_off_is_completed() -> None:
    feed, leases = MemoryFeed(), MemoryLeases(fail_after=1)
    with pytest.raises(ServiceRequestError):
        await Leases(leases, "", "me", MINUTE).bootstrap(feed)
    leases.fail_after = -1
    await Leases(leases, "", "me", MINUTE).bootstrap(feed)
    assert set(leases.stored) == {"container..a-az", "container..b-bz", "container.info"}


async def test_leases_once_made_stay_when_the_ranges_change_and_a_new_container_gets_new_ones() -> None:
    leases = MemoryLeases()
    await Leases(leases, "", "me", MINUTE).bootstrap(MemoryFeed({"a": []}))
    await Leases(leases, "", "me", MINUTE).bootstrap(MemoryFeed({"a1": [], "a2": []}))
    assert set(leases.stored) == {"container..a-az", "container.info"}
    await Leases(leases, "", "me", MINUTE).bootstrap(MemoryFeed({"a": []}, name="made-again"))
    assert "made-again..a-az" in leases.stored


def test_a_lease_document_keeps_everything() -> None:
    lease = Lease("id", {"Range": {"min": "", "max": "FF"}}, "me", "token", datetime(2026, 1, 2, tzinfo=UTC), "1")
    assert Lease.of({**lease.to_document(), "_etag": "1"}) == lease


def test_a_function_that_would_lose_changes_in_azure_is_told() -> None:
    assert warn_of_skipping(Recorder().function()) is not None
    assert warn_of_skipping(Recorder().function(RetryPolicy(5, 1, 1, exponential=False))) is not None
    assert warn_of_skipping(Recorder().function(RetryPolicy(-1, 1, 1, exponential=False))) is None
