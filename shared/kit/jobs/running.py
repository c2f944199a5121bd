"""Working off what people watch (`Run`): claimed by ETag with a lease, some pages at each delivery, cancelled within about a second.

Every step may be cut off and run again: what was done since the last note of it is met a second time, so whoever does the work must find
nothing left to do there. The outbox sends what a request could not, the timer what got stuck.
"""

import contextlib
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar, Generic, TypeVar

from shared.errors import StaleVersion, Unavailable
from shared.kit import telemetry
from shared.kit.cosmos import Write
from shared.kit.jobs.envelope import Job
from shared.kit.jobs.outbox import Asked, Outbox
from shared.kit.jobs.queues import JobQueue
from shared.kit.jobs.runs import Run, RunState
from shared.kit.repository import Activity, Repository
from shared.kit.side_by_side import AT_ONCE, side_by_side

PAGES_A_TURN = 10  # of one delivery
TURN = 120.0  # seconds; a delivery that took longer leaves the next page to another
PULSE = 1.0  # seconds between two notes of how far it is, which is also when a cancelled run is noticed
WRITE_ATTEMPTS = 10
SYSTEM = "system"  # who did what no person did
R = TypeVar("R", bound=Run)
Item = TypeVar("Item")
Result = TypeVar("Result")


class RunFails(Exception):
    """It cannot be gone on with, and no other attempt would change that: `code` becomes the run's `failure`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class _Cancelled(Exception):
    """Somebody wants it to stop."""


@dataclass(slots=True)
class Going(Generic[R]):
    """A run in the hands of the worker that claimed it. `run` is how far it is; that is noted now and then."""

    runs: Repository[R]
    run: R
    lease: timedelta
    now: Callable[[], datetime]
    _noted_at: float = field(default_factory=time.monotonic)

    async def come(self, after: str, done: int, **facts: Any) -> None:
        """`done` more, up to `after`; noted when a second has passed. Errors: StaleVersion when another worker took it."""
        self.run = self.run.advanced(after, done, **facts)
        if time.monotonic() - self._noted_at >= PULSE:
            await self.note()

    async def note(self) -> None:
        """Write how far it is, and go on holding it. Errors: StaleVersion when another worker took it."""
        await self.write(self.run.held(self.now(), self.lease))
        if self.run.cancelled_at is not None:
            raise _Cancelled
        self._noted_at = time.monotonic()

    async def write(self, changed: R, *activities: Activity) -> None:
        """That somebody cancelled it meanwhile is taken over. Errors: StaleVersion when another worker took it."""
        try:
            stored = await self.runs.replace(changed, *activities)
        except StaleVersion:
            found = await self.runs.get(changed.organisation_id, changed.id)
            is_ours = found.leased_until == self.run.leased_until
            if not is_ours or found.cancelled_at is None or self.run.cancelled_at is not None:
                raise
            asked = {"cancelled_at": found.cancelled_at, "cancelled_by": found.cancelled_by, "etag": found.etag}
            stored = await self.runs.replace(changed.model_copy(update=asked), *activities)
        self.run = stored

    async def each(
        self,
        items: Sequence[Item],
        act: Callable[[Item], Awaitable[Result]],
        place: Callable[[Item], str],
        facts: Callable[[R, list[Result]], Awaitable[dict[str, Any]]] | None = None,
        *,
        handful: int = AT_ONCE,
    ) -> None:
        """`act` on each of a page, a handful before it is noted how far that is: `place` of the last item, and as `facts` what else the
        results of the handful change of the run.
        """
        for begin in range(0, len(items), handful):
            some = items[begin : begin + handful]
            results = await side_by_side(some, act)
            known = {} if facts is None else await facts(self.run, results)
            await self.come(place(some[-1]), len(some), **known)


@dataclass(frozen=True, slots=True)
class Running(Generic[R]):
    """The work on runs of one kind. `lease` is how long one worker may take for a page; `stuck_after` how long a run may stand still."""

    queue_name: ClassVar[str]
    called: ClassVar[str]  # "retention.run": kind of its jobs, beginning of its activities

    runs: Repository[R]
    queue: JobQueue
    lease: timedelta
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def page(self, going: Going[R]) -> bool:
        """The work that follows `going.run.after`; False when there is no more after it. Errors: RunFails."""
        raise NotImplementedError

    def facts(self, run: R) -> dict[str, Any]:
        """What is said of the run where it ended."""
        return {"done": run.done}

    async def begin(self, run: R, *, beside: Sequence[Write] = (), **facts: Any) -> R:
        """Store it, together with what goes beside, and send it. Errors: AlreadyExists, those of `beside`."""
        run = run.model_copy(update={"keeping_due_at": run.created_at + self.stuck_after})
        happened = Activity.of(f"{self.called}_begun", run, actor=run.created_by, at=run.created_at, **facts)
        writes = [Write("create", run.to_item()), *beside, Write("create", happened.to_item())]
        stored, *_ = await self.runs.container.batch(self.runs.partition(run.organisation_id), writes)
        with contextlib.suppress(Exception):  # the change feed sends it all the same
            await self.queue.send(self.queue_name, self.job_of(run.organisation_id, run.id))
        return self.runs.entity.from_item(stored)

    async def run(self, job: Job) -> None:
        """Some pages; then the next delivery goes on. Errors: StaleVersion when another worker took it, what the work raises."""
        run = await self.runs.get(job.organisation_id, job.subject_id)
        if (claimed := run.claim(self.now(), self.lease)) is None:
            return
        if run.cancelled_at is not None or run.is_worn_out:
            await self._end(run, "worn_out")
            return
        going = Going(self.runs, await self.runs.replace(claimed), self.lease, self.now)
        try:
            is_more = await self._turn(going)
        except _Cancelled:
            await going.write(*self._settled(going.run, RunState.CANCELLED))
        except RunFails as error:
            await going.write(*self._settled(going.run, RunState.FAILED, error.code))
        except Exception:
            with contextlib.suppress(Exception):  # else the lease runs out and the timer comes by
                await self._release(going)
            raise
        else:
            await self._go_on(going, is_more=is_more)

    async def give_up(self, job: Job) -> None:
        """Every delivery failed, unless another one is at it. What was done stays done."""
        run = await self.runs.get(job.organisation_id, job.subject_id)
        if not run.state.is_settled and not run.is_leased(self.now()):
            await self._end(run, "gave_up")

    async def cancel(self, run: R, by: str) -> R:
        """What is done stays done. Repeating is harmless. Errors: Unavailable, NotFound."""
        for _ in range(WRITE_ATTEMPTS):
            now = self.now()
            if (cancelling := run.cancelling(by, now)) is None:
                return run
            with contextlib.suppress(StaleVersion):
                if run.is_leased(now):  # its worker notices
                    return await self.runs.replace(cancelling)
                return await self.runs.replace(*self._settled(cancelling, RunState.CANCELLED))
            run = await self.runs.get(run.organisation_id, run.id)
        raise Unavailable(retry_after=1)

    def job_of(self, organisation_id: str, run_id: str) -> Job:
        return Job.of(self.called, organisation_id, run_id)

    def asked_for(self, item: Mapping[str, Any]) -> Asked:
        """What a run asks for as the change feed shows it: those that are being worked on are sent by their workers."""
        return self.stuck_for(item) if item.get("state") == RunState.QUEUED else None

    def stuck_for(self, item: Mapping[str, Any]) -> Asked:
        """What a run that is overdue asks for."""
        if item["kind"] != self.runs.kind or RunState(item["state"]).is_settled:
            return None
        return self.queue_name, self.job_of(item["organisationId"], item["id"])

    async def _turn(self, going: Going[R]) -> bool:
        began = time.monotonic()
        for _ in range(PAGES_A_TURN):
            is_more = await self.page(going)
            await going.note()
            if not is_more or time.monotonic() - began >= TURN:
                return is_more
        return True

    async def _go_on(self, going: Going[R], *, is_more: bool) -> None:
        if not is_more:
            await going.write(*self._settled(going.run, RunState.FINISHED))
            return
        await self._release(going)
        if going.run.cancelled_at is not None:
            await going.write(*self._settled(going.run, RunState.CANCELLED))
        else:
            await self.queue.send(self.queue_name, self.job_of(going.run.organisation_id, going.run.id))

    async def _release(self, going: Going[R]) -> None:
        await going.write(going.run.released(self.now(), self.now() + self.stuck_after))

    async def _end(self, run: R, failure: str) -> None:
        """Of what nobody works on. Errors: StaleVersion."""
        if run.cancelled_at is not None:
            await self.runs.replace(*self._settled(run, RunState.CANCELLED))
        else:
            await self.runs.replace(*self._settled(run, RunState.FAILED, failure))

    def _settled(self, run: R, state: RunState, failure: str | None = None) -> tuple[R, Activity]:
        """As it ends, and what is said of that."""
        now, by = self.now(), run.cancelled_by if state is RunState.CANCELLED else None
        settled = run.settled(state, now, failure)
        facts = {**self.facts(settled), **({} if failure is None else {"failure": failure})}
        telemetry.event(f"{self.called}_{state.value}", run_id=run.id)
        return settled, Activity.of(f"{self.called}_{state.value}", settled, actor=by or SYSTEM, at=now, **facts)


def outbox_of(*kinds: Running[Any], called: str) -> Outbox:
    """For runs of some kinds that live in one container."""

    def first(answers: Any) -> Asked:
        return next((asked for asked in answers if asked is not None), None)

    one = kinds[0]
    return Outbox(
        container=one.runs.container,
        queue=one.queue,
        kinds=tuple(kind.runs.kind for kind in kinds),
        called=called,
        asked_for=lambda item: first(kind.asked_for(item) for kind in kinds),
        stuck_for=lambda item: first(kind.stuck_for(item) for kind in kinds),
        stuck_after=one.stuck_after,
        now=one.now,
    )
