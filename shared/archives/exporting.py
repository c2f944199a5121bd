"""Writing an archive, one part at a time. A kill at any point costs the part that was being written.

A part is written to a blob with a name of this attempt's own; that it counts, and where the next one begins, is one conditional write. So
two workers at one archive (the first was slow, its lease ran out) write two blobs, and one of them is named.
"""

import contextlib
import hashlib
from dataclasses import dataclass
from typing import Any, ClassVar

from shared.archives.collecting import Collecting
from shared.archives.filling import DocumentGone, Filling, Position
from shared.archives.format import FORMAT, VERSION, Manifest, OfOrganisation
from shared.archives.model import Archive
from shared.archives.parts import PartLimits, PartWriter
from shared.archives.repository import ArchiveRepository
from shared.archives.work import EXPORT, EXPORT_QUEUE
from shared.kit.blobs import BlobStore
from shared.kit.ids import new_id
from shared.kit.jobs.running import Going, RunFails, Running
from shared.kit.large_blobs import StagedBlob

ATTEMPTS = 10  # at one part: workers were killed, or documents deleted while it was written


@dataclass(frozen=True, slots=True)
class Exporting(Running[Archive]):
    queue_name: ClassVar[str] = EXPORT_QUEUE
    called: ClassVar[str] = EXPORT

    runs: ArchiveRepository
    collecting: Collecting
    blobs: BlobStore
    limits: PartLimits

    async def page(self, going: Going[Archive]) -> bool:
        """One part; after the last one the manifest."""
        if going.run.total is None:
            total = await self.collecting.count(going.run.organisation_id)
            going.run = going.run.model_copy(update={"total": total})
        if Position.parse(going.run.after).is_end:
            await self._describe(going)
            return False
        if going.run.tries >= ATTEMPTS:
            raise RunFails("worn_out")
        going.run = going.run.model_copy(update={"done": going.run.sure, "tries": going.run.tries + 1})
        await going.note()
        with contextlib.suppress(DocumentGone):  # the part begins anew, without it
            await self._write_part(going)
        return True

    def facts(self, run: Archive) -> dict[str, Any]:
        return {"parts": run.parts, "sizeBytes": run.size_bytes, "counts": run.counts}

    async def _write_part(self, going: Going[Archive]) -> None:
        blob = f"part-{new_id()}.zip"
        part = PartWriter(StagedBlob(self.blobs, going.run.blob(blob)), self.limits)
        filling = Filling(self.collecting, self.blobs, going, part, Position.parse(going.run.after))
        try:
            await filling.fill()
            written = None if part.is_empty else await part.finish(going.run.parts + 1)
        finally:
            part.close()
        if written is None:
            going.run = going.run.advanced(str(filling.position), 0)
        else:
            going.run = going.run.with_part(written, blob, str(filling.position), part.file_bytes)
        await going.note()

    async def _describe(self, going: Going[Archive]) -> None:
        run = going.run
        manifest = Manifest(
            format=FORMAT,
            version=VERSION,
            archive_id=run.id,
            organisation=OfOrganisation(id=run.organisation_id, name=run.organisation_name),
            begun_at=run.created_at,
            data_as_of=run.data_as_of or run.created_at,
            counts=run.counts,
            file_bytes=run.file_bytes,
            parts=[one.part async for one in self.runs.stream_parts(run)],
        )
        content = manifest.model_dump_json(by_alias=True, indent=1).encode()
        name = f"manifest-{new_id()}.json"
        await self.blobs.put(run.blob(name), content, "application/json")
        facts = {"manifest_blob": name, "manifest_size": len(content)}
        digest = hashlib.sha256(content).hexdigest()
        going.run = run.model_copy(update={**facts, "manifest_sha256": digest, "done": run.total or 0})
