"""What keeps a document from being deleted, and that it is being deleted. Rules only: no I/O, time comes in.

A hold is decided here, by one conditional write of the document; the storage follows. Every time a document comes under hold anew is an
`epoch` of its own: leases are named after it, so that a worker who lifts those of an earlier one can never hit those of a later.
"""

from datetime import datetime
from enum import StrEnum
from typing import Self

from shared.errors import Conflict
from shared.kit.jobs.outbox import FOLLOWED_AFTER
from shared.kit.model import Entity, Moment


class UnderHold(Conflict):
    code = "under_hold"
    message = "The document is under legal hold. It cannot be deleted before every hold on it has been lifted."


class BeingDeleted(Conflict):
    code = "being_deleted"
    message = "The document is being deleted for good. This cannot be stopped any more."


class StorageHold(StrEnum):
    """Has the storage followed? `pending` and `lifting` are for seconds."""

    NONE = "none"
    PENDING = "pending"
    IN_PLACE = "in_place"
    LIFTING = "lifting"


class Kept(Entity):
    """`holds` are ids of cases. `protected_revision` is the newest ready one when the storage followed, 0 when none was.

    `purging_since`: it was decided that the document goes, and it is gone for everybody; what is left of it is being deleted.
    `approved_at`: when its approved revision was approved, None while there is none; what it was not given reads as not approved.
    `keeping_due_at`: when somebody must look whether work on it got stuck.
    """

    holds: tuple[str, ...] = ()
    hold_epoch: int = 0
    storage_hold: StorageHold = StorageHold.NONE
    protected_revision: int | None = None
    purging_since: Moment | None = None
    purging_for: str | None = None
    approved_at: Moment | None = None
    keeping_due_at: Moment | None = None

    @property
    def is_held(self) -> bool:
        return bool(self.holds)

    def held_by(self, hold_id: str, now: datetime) -> Self | None:
        """None if it is already. Errors: BeingDeleted."""
        if self.purging_since is not None:
            raise BeingDeleted
        if hold_id in self.holds:
            return None
        if self.is_held:
            return self.changed(now, holds=(*self.holds, hold_id))
        return self.changed(
            now,
            holds=(hold_id,),
            hold_epoch=self.hold_epoch + 1,
            storage_hold=StorageHold.PENDING,
            protected_revision=None,
            keeping_due_at=now + FOLLOWED_AFTER,
        )

    def released_from(self, hold_id: str, now: datetime) -> Self | None:
        """None if it is not held by this one."""
        if hold_id not in self.holds:
            return None
        left = tuple(other for other in self.holds if other != hold_id)
        if left:
            return self.changed(now, holds=left)
        return self.changed(
            now,
            holds=(),
            storage_hold=StorageHold.LIFTING,
            protected_revision=None,
            keeping_due_at=now + FOLLOWED_AFTER,
        )

    def protected(self, revision: int) -> Self:
        """The storage has followed. People see nothing of that, so `updated_at` stays."""
        update = {"storage_hold": StorageHold.IN_PLACE, "protected_revision": revision, "keeping_due_at": None}
        return self.model_copy(update=update)

    def lifted(self) -> Self:
        return self.model_copy(update={"storage_hold": StorageHold.NONE, "keeping_due_at": None})

    def purging(self, now: datetime, run_id: str | None) -> Self:
        """From here on it is gone for everybody. Errors: UnderHold, BeingDeleted."""
        if self.is_held:
            raise UnderHold
        if self.purging_since is not None:
            raise BeingDeleted
        return self.changed(now, purging_since=now, purging_for=run_id, keeping_due_at=now + FOLLOWED_AFTER)
