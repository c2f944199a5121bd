"""Archives and uploads go after some days: their bytes here, their names in the lists much later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from shared.archives.model import CONTAINER, Archive, ArchiveImport
from shared.archives.repository import ArchiveRepository, ImportRepository
from shared.archives.work import SYSTEM
from shared.kit.blobs import BlobStore
from shared.kit.jobs.outbox import look_after
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class Expiring:
    archives: ArchiveRepository
    imports: ImportRepository
    blobs: BlobStore
    now: Callable[[], datetime]

    async def run(self) -> None:
        """May run twice; one that cannot be helped does not keep the others waiting."""
        await look_after(self.archives.stream_due(self.now()), self._empty, "archive", _which)

    async def _empty(self, due: Archive | ArchiveImport) -> None:
        """Blobs first: an item whose bytes are left is found again."""
        await self.blobs.delete_all(CONTAINER, due.prefix)
        now = self.now()
        if isinstance(due, Archive):
            happened = Activity.of("archive.expired", due, actor=SYSTEM, at=now)
            await self.archives.replace(due.emptied(now), happened)
        else:
            happened = Activity.of("archive.upload_expired", due, actor=SYSTEM, at=now)
            await self.imports.replace(due.emptied(now), happened)


def _which(due: Archive | ArchiveImport) -> Mapping[str, str]:
    return {"archive_id": due.id}
