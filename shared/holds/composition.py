"""The services of this noun, wired: what shared/composition.py builds of it in one step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.holds.enforcement import HoldEnforcement
from shared.holds.repository import HoldRepository
from shared.holds.service import HoldService
from shared.kit.blobs import BlobStore
from shared.kit.cosmos import Container
from shared.kit.jobs.queues import JobQueue


@dataclass(frozen=True, slots=True)
class Holds:
    service: HoldService
    enforcement: HoldEnforcement


def open_holds(
    documents: Container, blobs: BlobStore, queue: JobQueue, stuck_after: timedelta, now: Callable[[], datetime]
) -> Holds:
    holds = HoldRepository(documents)
    return Holds(HoldService(holds, queue, stuck_after, now), HoldEnforcement(holds, blobs, queue, stuck_after, now))
