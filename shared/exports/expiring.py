"""Files go after some days; what was asked for stays in the list for some months."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.exports.model import CONTAINER, Export
from shared.exports.repository import ExportRepository
from shared.exports.work import SYSTEM
from shared.kit.blobs import BlobStore
from shared.kit.jobs.outbox import look_after
from shared.kit.jobs.runs import RunState
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class Expiring:
    exports: ExportRepository
    blobs: BlobStore
    now: Callable[[], datetime]

    async def run(self) -> None:
        """May run twice; one that cannot be helped does not keep the others waiting."""
        await look_after(self.exports.stream_due(self.now()), self._empty, "export", lambda due: {"export_id": due.id})

    async def _empty(self, due: Export) -> None:
        """Blobs first: an item whose bytes are left is found again. Also those of attempts that were cut off."""
        await self.blobs.delete_all(CONTAINER, due.prefix)
        now = self.now()
        happened = "export.expired" if due.state is RunState.FINISHED else "export.cleared"
        await self.exports.replace(due.emptied(now), Activity.of(happened, due, actor=SYSTEM, at=now))
