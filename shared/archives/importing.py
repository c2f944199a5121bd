"""Working off an import: first every part is checked, then each is restored, the last one first.

The last part holds what the others point at (people, sites, types, numbers, cases); of what occurs twice the later occurrence counts, so
it is met first and the earlier one passed over. Nothing is written to the organisation before every part was found good.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn

from shared.archives.checking import PartCheck, digest_of, line_of, manifest_of
from shared.archives.documents import DOCUMENT, REVISION
from shared.archives.errors import ArchiveRefused
from shared.archives.format import MAX_MANIFEST, Manifest, Part
from shared.archives.kinds import KINDS, Line, renamed
from shared.archives.model import ArchiveImport, ArchivePeople, ImportPhase, ImportRun, people_id
from shared.archives.people import decided
from shared.archives.reading import PartReader
from shared.archives.repository import ImportRepository, ImportRunRepository, PeopleRepository
from shared.archives.restoring import Restored, Restoring, lots_of
from shared.archives.target import Target
from shared.archives.work import IMPORT, IMPORT_QUEUE
from shared.errors import NotFound, StaleVersion
from shared.kit.blobs import BlobStore
from shared.kit.jobs.running import Going, RunFails, Running
from shared.kit.large_blobs import read_range

SCAN_PAUSE = 5.0
USER = "user"
OTHERS = "others"  # restored already, of the part with this number


@dataclass(frozen=True, slots=True)
class Importing(Running[ImportRun]):
    """`scan_pause`: seconds between two looks whether a scanner has come."""

    queue_name: ClassVar[str] = IMPORT_QUEUE
    called: ClassVar[str] = IMPORT

    runs: ImportRunRepository
    imports: ImportRepository
    people: PeopleRepository
    target: Target
    restoring: Restoring
    blobs: BlobStore
    scan_pause: float = SCAN_PAUSE

    async def page(self, going: Going[ImportRun]) -> bool:
        """One part."""
        held = await self.imports.get(going.run.organisation_id, going.run.import_id)
        try:
            manifest = await self._manifest(held)
            if going.run.phase is ImportPhase.CHECKING:
                return await self._check(going, held, manifest)
            return await self._restore(going, held, manifest)
        except ArchiveRefused as refused:
            self._fail(going, refused.code, refused.where)

    def facts(self, run: ImportRun) -> dict[str, Any]:
        return {"importId": run.import_id, "dryRun": run.dry_run, **run.restored}

    def _fail(self, going: Going[ImportRun], code: str, where: str) -> NoReturn:
        going.run = going.run.model_copy(update={"failed_at": where[:200]})
        raise RunFails(code)

    async def _manifest(self, held: ArchiveImport) -> Manifest:
        found = await self.blobs.properties(held.blob(0))
        if found is None or found.size != held.manifest_size or found.size > MAX_MANIFEST:
            raise ArchiveRefused("manifest_changed")
        content = await read_range(self.blobs, held.blob(0), found.etag, 0, found.size)
        return manifest_of(content, held.manifest_sha256)

    async def _check(self, going: Going[ImportRun], held: ArchiveImport, manifest: Manifest) -> bool:
        run, checked = going.run, int(going.run.after or 0)
        if checked == 0:
            total = len(manifest.parts) * (1 if run.dry_run else 2)
            going.run = run.model_copy(update={"archive_id": manifest.archive_id, "total": total, "done": 0})
            await self._require_empty(going)
        part = manifest.parts[checked]
        etag, carried = await self._check_part(going, held, part)
        facts = {"carried": carried, "etags": {**going.run.etags, str(part.number): etag}}
        going.run = going.run.advanced(str(part.number), 1, **facts)
        if part.number < len(manifest.parts):
            return True
        if carried:
            self._fail(going, "revision_missing", ", ".join(carried))
        if run.dry_run:
            return False
        await self._begin_restoring(going, held, manifest)
        return True

    async def _check_part(self, going: Going[ImportRun], held: ArchiveImport, part: Part) -> tuple[str, dict[str, Any]]:
        path = held.blob(part.number)
        if (found := await self.blobs.properties(path)) is None:
            raise ArchiveRefused("part_missing", part.name)
        if found.size != part.size_bytes:
            raise ArchiveRefused("part_changed", part.name)

        async def pulse() -> None:
            await going.come(going.run.after, 0)

        try:
            if await digest_of(self.blobs.read(path, found.etag), pulse) != (part.size_bytes, part.sha256):
                raise ArchiveRefused("part_changed", part.name)
            check = PartCheck(going.run.organisation_id, part, self.now(), pulse)
            async with PartReader.of(self.blobs, path, found.etag, found.size) as reader:
                return found.etag, await check.run(reader, going.run.carried)
        except (StaleVersion, NotFound) as error:
            raise ArchiveRefused("part_changed", part.name) from error

    async def _require_empty(self, going: Going[ImportRun]) -> None:
        if not await self.target.is_empty(going.run.organisation_id, going.run.archive_id):
            self._fail(going, "organisation_not_empty", "")

    async def _begin_restoring(self, going: Going[ImportRun], held: ArchiveImport, manifest: Manifest) -> None:
        """Who everybody is here is decided now, once for all parts."""
        run = going.run
        await self._require_empty(going)
        await self.target.mark(run, finished=False)
        if await self.people.find(run.organisation_id, people_id(held.id)) is None:
            archived = [line async for line in self._lines_of_all(going, held, manifest, USER)]
            members = await self.target.members(run.organisation_id)
            facts = {"created_at": run.created_at, "updated_at": run.created_at, "created_by": run.created_by}
            people = decided(archived, members, run.organisation_id)
            item_id = people_id(held.id)
            await self.people.create(
                ArchivePeople(id=item_id, organisation_id=run.organisation_id, people=people, **facts)
            )
        going.run = going.run.model_copy(update={"phase": ImportPhase.RESTORING, "after": str(len(manifest.parts))})

    async def _restore(self, going: Going[ImportRun], held: ArchiveImport, manifest: Manifest) -> bool:
        number, organisation_id = int(going.run.after), going.run.organisation_id
        if number == 0:
            await self.target.reopen(organisation_id)
            await self.target.mark(going.run, finished=True)
            return False
        people = (await self.people.get(organisation_id, people_id(held.id))).people
        part = manifest.parts[number - 1]
        async with self._reader(going, held, part) as reader:
            restored, facts = await self._restore_part(going, part, reader, people)
        if restored.waits:
            await asyncio.sleep(self.scan_pause)
        is_all = int(restored.is_all)
        going.run = going.run.advanced(str(number - is_all), is_all, **facts)
        return True

    async def _restore_part(
        self, going: Going[ImportRun], part: Part, reader: PartReader, people: Mapping[str, str]
    ) -> tuple[Restored, dict[str, Any]]:
        run, counts = going.run, dict(going.run.restored)

        async def pulse() -> None:
            await going.come(going.run.after, 0)

        members = frozenset(user.id for user in await self.target.members(run.organisation_id))
        is_begun = run.carried.get(OTHERS) == part.number
        for kind in reversed(KINDS):
            if kind.restored and not is_begun and part.items_of(kind.name) is not None:
                lines = [kind.renamed(line, people) async for line in _lines(reader, part, kind.name)]
                await self.target.restore(kind, lines, run.organisation_id, members, pulse)
                counts[kind.name] = counts.get(kind.name, 0) + len(lines)
        documents, revisions = [
            [renamed(line, people) async for line in _lines(reader, part, kind)] for kind in (DOCUMENT, REVISION)
        ]
        total = await self.restoring.restore(
            reader, lots_of(documents, revisions), run.created_by, run.organisation_id, pulse
        )
        counts[DOCUMENT] = counts.get(DOCUMENT, 0) + total.documents
        counts[REVISION] = counts.get(REVISION, 0) + total.revisions
        rejected = run.rejected + total.rejected
        return total, {"restored": counts, "rejected": rejected, "carried": {OTHERS: part.number}}

    async def _lines_of_all(
        self, going: Going[ImportRun], held: ArchiveImport, manifest: Manifest, kind: str
    ) -> AsyncIterator[Line]:
        for part in manifest.parts:
            if part.items_of(kind) is not None:
                async with self._reader(going, held, part) as reader:
                    async for line in _lines(reader, part, kind):
                        yield line

    def _reader(self, going: Going[ImportRun], held: ArchiveImport, part: Part) -> PartReader:
        etag = going.run.etags[str(part.number)]
        return PartReader.of(self.blobs, held.blob(part.number), etag, part.size_bytes)


async def _lines(reader: PartReader, part: Part, kind: str) -> AsyncIterator[Line]:
    if (one := part.items_of(kind)) is not None:
        async for raw in reader.lines(one.path):
            yield line_of(raw)
