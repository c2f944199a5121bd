"""Long work that people watch: how far it is, and how it ended. Rules only: no I/O, time comes in. The work itself is in running.py."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar, Self

from shared.kit.blob_path import BlobPath
from shared.kit.model import Entity, Moment

MAX_ATTEMPTS = 10  # claims without getting on, after which it will not get on


class RunState(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_settled(self) -> bool:
        return self in {RunState.FINISHED, RunState.FAILED, RunState.CANCELLED}


class Run(Entity):
    """`done` of `total`; `total` None as long as nobody knows. `after` is where the next page begins, in words of the work's own.

    One worker at a time holds it, until `leased_until`. `attempts` counts claims since it last got on. `keeping_due_at`: when somebody must
    look whether it got stuck. `failure` is a code for why it failed.
    """

    state: RunState = RunState.QUEUED
    done: int = 0
    total: int | None = None
    after: str = ""
    attempts: int = 0
    leased_until: Moment | None = None
    started_at: Moment | None = None
    finished_at: Moment | None = None
    keeping_due_at: Moment | None = None
    cancelled_at: Moment | None = None
    cancelled_by: str | None = None
    failure: str | None = None

    @property
    def percent(self) -> int | None:
        """Rounded down, so that 100 is all. None while the total is unknown."""
        if self.total is None:
            return None
        return 100 if self.total == 0 else min(100, 100 * self.done // self.total)

    @property
    def is_worn_out(self) -> bool:
        return self.attempts >= MAX_ATTEMPTS

    def is_leased(self, now: datetime) -> bool:
        return self.leased_until is not None and self.leased_until > now

    def claim(self, now: datetime, lease: timedelta) -> Self | None:
        """None if it is settled or somebody holds it."""
        if self.state.is_settled or self.is_leased(now):
            return None
        claimed = {"state": RunState.RUNNING, "started_at": self.started_at or now, "attempts": self.attempts + 1}
        return self.changed(now, **claimed, **_until(now + lease))

    def advanced(self, after: str, done: int, **facts: Any) -> Self:
        """`done` more; `facts` are what else the work knows by now."""
        return self.model_copy(update={**facts, "after": after, "done": self.done + done, "attempts": 0})

    def held(self, now: datetime, lease: timedelta) -> Self:
        """The lease goes on from here."""
        return self.changed(now, **_until(now + lease))

    def released(self, now: datetime, due: datetime) -> Self:
        """Free for the next delivery."""
        return self.changed(now, leased_until=None, keeping_due_at=due)

    def cancelling(self, by: str, now: datetime) -> Self | None:
        """Whoever works on it stops. None if it is settled, or was cancelled before."""
        if self.state.is_settled or self.cancelled_at is not None:
            return None
        return self.changed(now, cancelled_at=now, cancelled_by=by)

    def settled(self, state: RunState, now: datetime, failure: str | None = None) -> Self:
        ended = {"state": state, "finished_at": now, "failure": failure}
        return self.changed(now, **ended, leased_until=None, keeping_due_at=None)


class RunWithBlobs(Run):
    """Its blobs lie in `blob_container` under names of one `prefix`, for as long as `blobs_kept` once it is finished.

    `blobs_due_at`: when they are deleted; None when they are.
    """

    blob_container: ClassVar[str]
    blobs_kept: ClassVar[timedelta]

    blobs_due_at: Moment | None

    @property
    def prefix(self) -> str:
        """With which the names of its blobs begin."""
        raise NotImplementedError

    def blob(self, name: str) -> BlobPath:
        return BlobPath(self.blob_container, f"{self.prefix}{name}")

    def settled(self, state: RunState, now: datetime, failure: str | None = None) -> Self:
        """What is not finished is of no use to anybody."""
        kept = self.blobs_kept if state is RunState.FINISHED else timedelta()
        return super().settled(state, now, failure).model_copy(update={"blobs_due_at": now + kept})

    def emptied(self, now: datetime) -> Self:
        return self.changed(now, blobs_due_at=None)


def _until(until: datetime) -> dict[str, Any]:
    return {"leased_until": until, "keeping_due_at": until}
