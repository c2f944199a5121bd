"""The timer trigger: fires on its schedule, never beside itself, and makes up for one missed run."""

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

from azure.functions.meta import Datum, get_binding_registry

from local.host.context import Attempt
from local.host.engine import InvocationFailed
from local.host.functions import TIMER, Function
from local.host.listener import Listener, Outage
from local.host.logs import console
from local.host.outputs import Runner
from local.host.schedule import Schedule
from local.host.singleton import Singleton
from local.host.timer_status import NEVER, Status, StatusStore

LONGEST_SLEEP = 30.0  # seconds; so that a changed clock or a suspended laptop is noticed


def too_frequent(schedule: Schedule, now: datetime) -> bool:
    """Whether it comes more often than once a minute: such timers keep no status."""
    moments = [schedule.next_after(now)]
    for _ in range(5):
        moments.append(schedule.next_after(moments[-1]))
    return any(later - earlier < timedelta(minutes=1) for earlier, later in pairwise(moments))


def timer_argument(status: Status | None, *, past_due: bool, raw: bool = False) -> Any:
    """The TimerRequest for a function."""
    shown = {"Schedule": {"AdjustForDST": True}, "ScheduleStatus": status and status.to_json(), "IsPastDue": past_due}
    if raw:
        return json.dumps(shown)
    converter: Any = get_binding_registry().get(TIMER)  # type: ignore[no-untyped-call]
    return converter.decode(Datum(json.dumps(shown), "json"), trigger_metadata=None)


class TimerListener(Listener):
    """`store` and `singleton` are None without storage: then nothing is remembered and nobody else is excluded."""

    def __init__(
        self,
        function: Function,
        schedule: Schedule,
        runner: Runner,
        *,
        store: StatusStore | None,
        singleton: Singleton | None,
    ) -> None:
        super().__init__(function.name)
        self._function = function
        self._schedule = schedule
        self._runner = runner
        self._store = store
        self._singleton = singleton
        self._status: Status | None = None

    async def listen(self) -> None:
        outage = Outage(f"timer {self.name}")
        if self._singleton is not None and not await self._acquire(self._singleton, outage):
            return
        try:
            await self._fire_until_stopped()
        finally:
            if self._singleton is not None:
                await self._singleton.release()

    async def _acquire(self, singleton: Singleton, outage: Outage) -> bool:
        from azure.core.exceptions import AzureError

        while not self.stopping:
            try:
                if await singleton.acquire():
                    outage.over()
                    return True
            except AzureError as error:
                outage.failed(error)
            await self.pause(singleton.patience)
        return False

    async def _fire_until_stopped(self) -> None:
        now = datetime.now(UTC)
        missed = await self._catch_up(now)
        upcoming = self._schedule.next_after(now)
        if missed:
            upcoming = await self._fire(past_due=True)
        elif self._function.trigger.flag("runOnStartup"):
            upcoming = await self._fire(past_due=False, startup=True)
        while await self._wait_until(upcoming):
            upcoming = await self._fire(past_due=False)

    async def _catch_up(self, now: datetime) -> bool:
        """Read the status; whether an occurrence was missed. A changed schedule counts anew and misses nothing."""
        if self._store is None:
            return False
        status = await self._store.read()
        if status is None:
            self._status = Status(NEVER, self._schedule.next_after(now), now)
            await self._store.write(self._status)
            return False
        basis = status.last if status.last != NEVER else status.last_updated
        expected = self._schedule.next_after(basis if basis != NEVER else now)
        if expected != status.next:
            if now > expected:
                expected = self._schedule.next_after(now)
            status = Status(NEVER, expected, basis if basis != NEVER else now)
            await self._store.write(status)
        self._status = status
        return now > status.next

    async def _wait_until(self, moment: datetime) -> bool:
        """Sleep until then; False when stopped before or the lock is lost."""
        while not self.stopping:
            if self._singleton is not None and self._singleton.lost:
                console.line(f"timer {self.name}: the lock is lost to another host")
                return False
            remaining = (moment - datetime.now(UTC)).total_seconds()
            if remaining <= 0:
                return True
            await self.pause(min(remaining, LONGEST_SLEEP))
        return False

    async def _fire(self, *, past_due: bool, startup: bool = False) -> datetime:
        """Run once (with retries); returns the next occurrence after this one began, which may be past already: one catch-up."""
        began = datetime.now(UTC)
        details = "UnscheduledInvocationReason: RunOnStartup" if startup else ""
        if past_due and self._status is not None:
            missed = self._status.next.isoformat()
            details = f"UnscheduledInvocationReason: IsPastDue, OriginalSchedule: {missed}"
        await self._attempts(f"Timer fired at {began.isoformat()}", details, past_due=past_due)
        upcoming = self._schedule.next_after(began)
        if self._store is not None:
            last = began if not startup or self._status is None else self._status.last
            self._status = Status(last, upcoming, began)
            await self._remember(self._store, self._status)
        return upcoming

    async def _remember(self, store: StatusStore, status: Status) -> None:
        from azure.core.exceptions import AzureError

        try:
            await store.write(status)
        except AzureError as error:
            console.line(f"timer {self.name}: its status could not be stored: {str(error).splitlines()[0]}")

    async def _attempts(self, reason: str, details: str, *, past_due: bool) -> None:
        policy = self._function.retry
        retry = 0
        while True:
            attempt = Attempt(retry, policy.max_count if policy else 0)
            argument = timer_argument(self._status, past_due=past_due, raw=self._function.raw_input)
            try:
                await self._runner.run(self._function, argument, reason, attempt, details)
                return
            except InvocationFailed:
                retry += 1
                if policy is None or not policy.allows(retry) or self.stopping:
                    return
                await self.pause(policy.delay(retry))
