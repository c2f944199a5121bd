"""Long work that people watch: claimed once, gone on with wherever a worker died, cancelled soon, never stuck."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import Any, ClassVar, Literal

import pytest

from shared.app import App
from shared.errors import StaleVersion, Unavailable
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.kit.jobs import running as kit
from shared.kit.jobs.outbox import Outbox
from shared.kit.jobs.running import Going, RunFails, Running, outbox_of
from shared.kit.jobs.runs import MAX_ATTEMPTS, Run, RunState
from shared.kit.repository import Repository
from tests.conftest import Clock, Queues
from tests.documents import items_of
from tests.shared.documents.killing import Killed, watched

QUEUE = "documents-text"  # one that exists; nobody listens here
PAGE = 3
LEASE = timedelta(minutes=5)


class Count(Run):
    """Notes every number once."""

    kind: Literal["count"] = "count"


class Counts(Repository[Count]):
    entity = Count
    kind = "count"


async def nothing(_: int) -> None:
    """Happens before a number is noted."""


@dataclass(frozen=True, slots=True)
class Counting(Running[Count]):
    queue_name: ClassVar[str] = QUEUE
    called: ClassVar[str] = "test.count"

    before: Callable[[int], Any] = nothing
    noted: list[int] = field(default_factory=list)

    async def page(self, going: Going[Count]) -> bool:
        begin = int(going.run.after or 0)
        numbers = range(begin + 1, min(begin + PAGE, going.run.total or 0) + 1)

        async def note(number: int) -> None:
            await self.before(number)
            item = {"id": f"{going.run.id}.{number}", "kind": "noted", "organisationId": going.run.organisation_id}
            await self.runs.container.upsert(item)
            self.noted.append(number)

        await going.each(numbers, note, str, handful=1)
        return begin + PAGE < (going.run.total or 0)


def counting(app: App, before: Callable[[int], Any] = nothing) -> Counting:
    return Counting(Counts(app.database.container("documents")), app.queue, LEASE, LEASE, app.now, before)


async def a_count(work: Counting, total: int = 7) -> Count:
    now = work.now()
    organisation = new_id()
    return await work.begin(
        Count(id=new_id(), organisation_id=organisation, created_at=now, updated_at=now, created_by="me", total=total)
    )


def job_of(run: Run) -> Job:
    return Job.of("test.count", run.organisation_id, run.id)


async def as_it_is(work: Counting, run: Count) -> Count:
    return await work.runs.get(run.organisation_id, run.id)


async def types_of(app: App, run: Run) -> list[str]:
    return [item["type"] for item in await items_of(app, run.organisation_id) if item["kind"] == "activity"]


async def noted(app: App, run: Run) -> int:
    return sum(item["kind"] == "noted" for item in await items_of(app, run.organisation_id))


async def test_it_is_queued_then_runs_page_by_page_and_finishes(
    app: App, queues: Queues, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit, "PAGES_A_TURN", 1)
    work = counting(app)
    run = await a_count(work)
    assert (run.state, run.percent, run.keeping_due_at) == (RunState.QUEUED, 0, clock() + LEASE)
    seen = []
    while jobs := await queues.take(QUEUE):
        await work.run(jobs[0])
        run = await as_it_is(work, run)
        seen.append((run.state, run.done, run.percent, run.leased_until))
    assert seen == [("running", 3, 42, None), ("running", 6, 85, None), ("finished", 7, 100, None)]
    assert (run.started_at, run.finished_at, run.keeping_due_at) == (clock(), clock(), None)
    assert work.noted == [1, 2, 3, 4, 5, 6, 7]
    assert await types_of(app, run) == ["test.count_begun", "test.count_finished"]


async def test_of_several_deliveries_at_once_one_works(app: App) -> None:
    work = counting(app)
    run = await a_count(work)
    answers = await asyncio.gather(*(work.run(job_of(run)) for _ in range(4)), return_exceptions=True)
    assert {type(answer) for answer in answers} <= {type(None), StaleVersion}
    assert sorted(work.noted) == [1, 2, 3, 4, 5, 6, 7]


async def test_killed_after_any_request_the_timer_has_it_gone_on_with(app: App, clock: Clock, queues: Queues) -> None:
    work = counting(app)
    outbox = outbox_of(work, called="counting")
    for limit in count():
        run = await a_count(work)
        await queues.take(QUEUE)
        killed = False
        with watched(limit) as requests:
            try:
                await work.run(job_of(run))
            except Killed:
                killed = True
            except BaseExceptionGroup as group:
                assert group.subgroup(Killed) is not None
                killed = True
        for _ in range(2):
            clock.advance(minutes=6)
            await outbox.reconcile()
            for job in await queues.take(QUEUE):
                if job.organisation_id == run.organisation_id:
                    await work.run(job)
        run = await as_it_is(work, run)
        assert (run.state, await noted(app, run)) == ("finished", 7), requests.lines[-1:]
        if not killed:
            assert (limit > 10, run.done) == (True, 7)
            return


@pytest.mark.parametrize("worked_on", [False, True])
async def test_cancelled_while_nobody_is_at_it_it_ends_at_once(app: App, clock: Clock, worked_on: bool) -> None:
    work = counting(app)
    run = await a_count(work)
    if worked_on:
        run = await work.runs.replace(run.advanced("3", 3).released(clock(), clock() + LEASE))
    ended = await work.cancel(run, "you")
    assert (ended.state, ended.cancelled_by, ended.keeping_due_at) == ("cancelled", "you", None)
    assert (await work.cancel(ended, "me")).cancelled_by == "you"
    await work.run(job_of(run))
    assert work.noted == []
    assert (await types_of(app, run))[-1] == "test.count_cancelled"


async def test_cancelled_within_a_page_it_stops_with_the_next_pulse(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "PULSE", 0)

    async def cancelled_at_two(number: int) -> None:
        if number == 2:
            cancelling = await work.cancel(await as_it_is(work, run), "you")
            assert (cancelling.state, cancelling.cancelled_by) == ("running", "you")

    work = counting(app, cancelled_at_two)
    run = await a_count(work)
    await work.run(job_of(run))
    run = await as_it_is(work, run)
    assert (run.state, run.done, run.leased_until, work.noted) == ("cancelled", 2, None, [1, 2])


async def test_cancelled_after_the_last_page_it_still_says_so(app: App) -> None:
    class Late(Counting):
        async def page(self, going: Going[Count]) -> bool:
            is_more = await Counting.page(self, going)
            if not is_more:
                asked[0] = await work.cancel(await as_it_is(work, run), "you")
            return is_more

    asked: list[Any] = [None]
    work = Late(Counts(app.database.container("documents")), app.queue, LEASE, LEASE, app.now)
    run = await a_count(work, 3)
    await work.run(job_of(run))
    assert (await as_it_is(work, run)).state == "cancelled"
    assert asked[0].state == "running"


async def test_cancelled_and_its_worker_dead_it_ends_with_the_next_delivery(app: App, clock: Clock) -> None:
    work = counting(app)
    run = await a_count(work)
    claimed = run.claim(clock(), LEASE)
    assert claimed is not None
    await work.cancel(await work.runs.replace(claimed), "you")
    await work.run(job_of(run))
    assert (await as_it_is(work, run)).state == "running"
    clock.advance(minutes=6)
    await work.run(job_of(run))
    assert ((await as_it_is(work, run)).state, work.noted) == ("cancelled", [])


async def test_what_the_work_says_is_final_fails_it(app: App) -> None:
    async def no_more(number: int) -> None:
        if number == 5:
            stop.set()

    class Refused(Counting):
        async def page(self, going: Going[Count]) -> bool:
            if stop.is_set():
                raise RunFails("no_longer_allowed")
            return await Counting.page(self, going)

    stop = asyncio.Event()
    work = Refused(Counts(app.database.container("documents")), app.queue, LEASE, LEASE, app.now, no_more)
    run = await a_count(work)
    await work.run(job_of(run))
    run = await as_it_is(work, run)
    assert (run.state, run.failure, run.done) == ("failed", "no_longer_allowed", 6)


async def test_after_an_error_the_next_delivery_may_go_on_at_once(app: App) -> None:
    async def unlucky(number: int) -> None:
        if number == 5 and 5 not in failed:
            failed.append(5)
            raise Unavailable

    failed: list[int] = []
    work = counting(app, unlucky)
    run = await a_count(work)
    with pytest.raises(ExceptionGroup) as raised:
        await work.run(job_of(run))
    assert raised.group_contains(Unavailable)
    assert (await as_it_is(work, run)).leased_until is None
    await work.run(job_of(run))
    assert ((await as_it_is(work, run)).state, (await as_it_is(work, run)).done) == ("finished", 7)


async def test_who_was_overtaken_writes_nothing_more(app: App, clock: Clock) -> None:
    async def slow(number: int) -> None:
        if number == 2 and not overtaken:
            overtaken.append(number)
            clock.advance(minutes=6)
            await work.run(job_of(run))

    overtaken: list[int] = []
    work = counting(app, slow)
    run = await a_count(work)
    with pytest.raises(StaleVersion):
        await work.run(job_of(run))
    assert ((await as_it_is(work, run)).state, (await as_it_is(work, run)).done) == ("finished", 7)


async def test_what_never_gets_on_fails_in_the_end(app: App, clock: Clock) -> None:
    work = counting(app)
    run = await a_count(work)
    for _ in range(MAX_ATTEMPTS):
        claimed = run.claim(clock(), LEASE)
        assert claimed is not None
        run = await work.runs.replace(claimed)
        clock.advance(minutes=6)
    await work.run(job_of(run))
    assert ((await as_it_is(work, run)).state, (await as_it_is(work, run)).failure) == ("failed", "worn_out")


async def test_poisoned_it_fails_unless_somebody_is_at_it(app: App, clock: Clock) -> None:
    work = counting(app)
    run = await a_count(work)
    claimed = run.claim(clock(), LEASE)
    assert claimed is not None
    await work.runs.replace(claimed)
    await work.give_up(job_of(run))
    assert (await as_it_is(work, run)).state == "running"
    clock.advance(minutes=6)
    await work.give_up(job_of(run))
    assert ((await as_it_is(work, run)).state, (await as_it_is(work, run)).failure) == ("failed", "gave_up")


async def test_the_feed_sends_what_nobody_works_on_and_leaves_what_rests(
    app: App, clock: Clock, queues: Queues
) -> None:
    work = counting(app)
    outbox = outbox_of(work, called="counting")
    run = await a_count(work)
    await queues.take(QUEUE)
    await outbox.follow(await items_of(app, run.organisation_id))
    assert [job.subject_id for job in await queues.take(QUEUE)] == [run.id]
    await outbox.rest(job_of(run))
    await outbox.follow(await items_of(app, run.organisation_id))
    assert await queues.take(QUEUE) == []
    await work.run(job_of(run))
    await outbox.rest(job_of(run))
    assert (await as_it_is(work, run)).keeping_due_at is None


async def test_one_that_cannot_be_helped_does_not_keep_the_others_waiting(
    app: App, clock: Clock, queues: Queues, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = counting(app)
    runs = [await a_count(work) for _ in range(3)]
    await queues.take(QUEUE)
    clock.advance(minutes=6)

    async def look_later(self: Outbox, item: dict[str, Any], due: Any) -> None:
        if item["id"] == runs[0].id:
            raise RuntimeError
        await moved(self, item, due)

    moved = Outbox._look_later
    monkeypatch.setattr(Outbox, "_look_later", look_later)
    outbox = outbox_of(work, called="counting")
    for expected in ({run.id for run in runs}, {runs[0].id}):
        await outbox.reconcile()
        sent = {job.subject_id for job in await queues.take(QUEUE)} & {run.id for run in runs}
        assert sent == expected
