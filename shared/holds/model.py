"""A legal hold: a case, and what it keeps. Which documents it keeps, they say themselves. Rules only: no I/O, time comes in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self
from uuid import UUID, uuid5

from shared.documents.keeping import StorageHold
from shared.documents.model import Document
from shared.errors import StaleVersion
from shared.holds.errors import HoldClosed, TooManyHolds
from shared.kit.blob_path import BlobPath
from shared.kit.model import Entity, Moment

MAX_HOLDS = 100  # on one document: they are in the item itself
_LEASES = UUID("6f0c2b52-8a51-5ad0-9d0c-3f2f7d1f6c11")  # the namespace of our lease ids, chosen once


class HoldState(StrEnum):
    """`closing`: its documents are being let go, one after the other; those it still has are held."""

    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


class LegalHold(Entity):
    """`additions` counts documents that were added, so that adding one and closing the case cannot both pass unseen.

    `keeping_due_at`: when somebody must look whether closing it got stuck.
    """

    kind: Literal["legalHold"] = "legalHold"
    name: str
    reason: str
    state: HoldState = HoldState.OPEN
    additions: int = 0
    closed_at: Moment | None = None
    closed_by: str | None = None
    keeping_due_at: Moment | None = None

    def require_version(self, etag: str) -> None:
        """Errors: StaleVersion."""
        if self.etag != etag:
            raise StaleVersion

    def with_one_more(self) -> Self:
        """Nothing that people see changes, so `updated_at` stays. Errors: HoldClosed."""
        self.require_open()
        return self.model_copy(update={"additions": self.additions + 1})

    def require_open(self) -> None:
        """Errors: HoldClosed."""
        if self.state is not HoldState.OPEN:
            raise HoldClosed

    def closing(self, by: str, now: datetime, due: datetime) -> Self | None:
        """None if somebody closed it before."""
        if self.state is not HoldState.OPEN:
            return None
        return self.changed(now, state=HoldState.CLOSING, closed_at=now, closed_by=by, keeping_due_at=due)

    def closed(self, now: datetime) -> Self:
        return self.changed(now, state=HoldState.CLOSED, keeping_due_at=None)


@dataclass(frozen=True, slots=True)
class HoldDraft:
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class HoldChange:
    """New values by field name; what is absent stays."""

    values: dict[str, Any]


def put_under(document: Document, hold: LegalHold, now: datetime) -> Document | None:
    """None if it is under this hold already. Errors: BeingDeleted, TooManyHolds."""
    held = document.held_by(hold.id, now)
    if held is not None and len(held.holds) > MAX_HOLDS:
        raise TooManyHolds
    return held


def storage_hold_of(document: Document) -> StorageHold:
    """A revision that became ready since the storage followed makes it pending again."""
    if document.storage_hold is StorageHold.IN_PLACE and document.protected_revision != newest_ready(document):
        return StorageHold.PENDING
    return document.storage_hold


def newest_ready(document: Document) -> int:
    """The number of its newest ready revision, 0 when there is none."""
    return 0 if document.current is None else document.current.number


def newest_stored(document: Document) -> int:
    """The number of its newest revision whose bytes may be kept: what was closed after it was stored has them still, what is on its way
    gets them later.
    """
    newest = document.newest
    return newest.number if newest.state.is_settled else newest.number - 1


def lease_id(path: BlobPath, epoch: int) -> str:
    """The same for every attempt; another one each time the document comes under hold anew."""
    return str(uuid5(_LEASES, f"{path.container}/{path.name}#{epoch}"))


def lease_ids_until(path: BlobPath, epoch: int) -> list[str]:
    """From this epoch back to the first: whichever of them is on the blob."""
    return [lease_id(path, number) for number in range(epoch, 0, -1)]


def files_of(document: Document, until: int) -> list[BlobPath]:
    """Where the bytes of its revisions are, of those that ever became ready."""
    return [document.stored(number) for number in range(1, until + 1)]
