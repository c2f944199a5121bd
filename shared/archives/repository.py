"""Archives and imports live in a container of their own, where old ones go by themselves."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any

from shared.archives.model import Archive, ArchiveImport, ArchivePart, ArchivePeople, ImportRun, part_id
from shared.kit.cosmos import Write
from shared.kit.query import Query, due_query
from shared.kit.repository import Activity, Repository

LOOKED_AT = 500  # per run of the timer
_UNDER_WAY = "SELECT TOP 1 c.id FROM c WHERE c.kind = @kind AND c.state IN ('queued', 'running')"
_PARTS = "SELECT * FROM c WHERE c.kind = 'archivePart' AND c.archiveId = @archive ORDER BY c.id"


class ArchiveRepository(Repository[Archive]):
    entity = Archive
    kind = "archive"

    async def replace(self, entity: Archive, *activities: Activity) -> Archive:
        """With the part that is new, both or neither. Errors: StaleVersion."""
        writes = [Write("replace", entity.to_item(), entity.etag)]
        if entity.fresh is not None:
            writes.append(Write("create", entity.fresh.to_item()))
        writes += [Write("create", activity.to_item()) for activity in activities]
        stored, *_ = await self.container.batch(self.partition(entity.organisation_id), writes)
        return Archive.from_item(stored)

    async def is_under_way(self, organisation_id: str) -> bool:
        return bool(await _some(self, organisation_id))

    async def get_part(self, archive: Archive, number: int) -> ArchivePart:
        """Errors: NotFound."""
        item = await self.container.get(part_id(archive.id, number), self.partition(archive.organisation_id))
        return ArchivePart.from_item(item)

    async def stream_parts(self, archive: Archive) -> AsyncIterator[ArchivePart]:
        """In their order."""
        query = Query(_PARTS, {"@archive": archive.id})
        async for item in self.container.stream(query, self.partition(archive.organisation_id)):
            yield ArchivePart.from_item(item)

    async def record(self, activity: Activity) -> None:
        await self.container.create(activity.to_item())

    async def stream_due(self, now: datetime) -> AsyncIterator[Archive | ArchiveImport]:
        """Of all organisations, those whose bytes are to be deleted."""
        query = due_query("blobsDueAt", now, "archive", "archiveImport")
        async for item in self.container.stream_all(query, limit=LOOKED_AT):
            yield Archive.from_item(item) if item["kind"] == "archive" else ArchiveImport.from_item(item)


class ImportRepository(Repository[ArchiveImport]):
    entity = ArchiveImport
    kind = "archiveImport"


class ImportRunRepository(Repository[ImportRun]):
    entity = ImportRun
    kind = "archiveImportRun"

    async def is_under_way(self, organisation_id: str) -> bool:
        return bool(await _some(self, organisation_id))


class PeopleRepository(Repository[ArchivePeople]):
    entity = ArchivePeople
    kind = "archivePeople"


async def _some(runs: Repository[Any], organisation_id: str) -> list[dict[str, Any]]:
    query = Query(_UNDER_WAY, {"@kind": runs.kind})
    return await runs.container.query(query, runs.partition(organisation_id), limit=1)
