"""Archives of an organisation and imports of them: runs that people watch. Rules only: no I/O, time comes in."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Literal, Self

from pydantic import Field

from shared.archives.format import MANIFEST, Part, part_name
from shared.kit.blob_path import BlobPath
from shared.kit.jobs.runs import Run, RunState, RunWithBlobs
from shared.kit.model import Entity, Moment

CONTAINER = "archives"
KEPT = timedelta(days=7)  # a finished archive, and what was uploaded for an import
ABANDONED = timedelta(days=30)  # whatever became of it, its bytes are gone by then
LISTED = 365 * 24 * 3600  # seconds that archives and imports stay in the lists
MARGIN = timedelta(minutes=5)  # clocks of workers differ by less


class ArchivePart(Entity):
    """A part that is written: `blob` is where. Every attempt writes to a name of its own, and this says which of them counts."""

    kind: Literal["archivePart"] = "archivePart"
    archive_id: str
    blob: str
    part: Part
    ttl: int = LISTED


class Archive(RunWithBlobs):
    """`done` of `total` documents; `after` is a `Position`. `sure` is `done` as it was when the last part was whole, `writing` the bytes of
    files in the part that is not. `tries` counts attempts at it.
    `failed_at` is the revision whose file is not what it was.

    `fresh` is a part that is stored with the next write.
    """

    blob_container = CONTAINER
    blobs_kept = KEPT

    kind: Literal["archive"] = "archive"
    organisation_name: str
    sure: int = 0
    tries: int = 0
    parts: int = 0
    size_bytes: int = 0
    counts: dict[str, int] = Field(default_factory=dict)
    file_bytes: int = 0
    writing: int = 0
    failed_at: str = ""
    data_as_of: Moment | None = None
    manifest_blob: str | None = None
    manifest_size: int = 0
    manifest_sha256: str | None = None
    ttl: int = LISTED
    fresh: ArchivePart | None = Field(default=None, exclude=True)

    @property
    def cutoff(self) -> datetime:
        """What changed since then is read in a second round."""
        return self.created_at - MARGIN

    @property
    def is_there(self) -> bool:
        return self.state is RunState.FINISHED and self.blobs_due_at is not None

    @property
    def prefix(self) -> str:
        return f"exports/{self.organisation_id}/{self.id}/"

    def with_part(self, part: Part, blob: str, after: str, file_bytes: int) -> Self:
        """One part more. `done` is sure from here on."""
        counts = dict(self.counts)
        for one in part.items:
            counts[one.kind] = counts.get(one.kind, 0) + one.count
        fresh = ArchivePart(
            id=part_id(self.id, part.number),
            organisation_id=self.organisation_id,
            created_at=self.updated_at,
            updated_at=self.updated_at,
            created_by=self.created_by,
            archive_id=self.id,
            blob=blob,
            part=part,
        )
        size = self.size_bytes + part.size_bytes
        facts = {"parts": part.number, "size_bytes": size, "counts": counts, "fresh": fresh, "writing": 0, "tries": 0}
        return self.advanced(after, 0, **facts, sure=self.done, file_bytes=self.file_bytes + file_bytes)


def part_id(archive_id: str, number: int) -> str:
    return f"{archive_id}.{number:05d}"


class ImportPhase(StrEnum):
    CHECKING = "checking"
    RESTORING = "restoring"


class ArchiveImport(Entity):
    """An upload of an archive, and the run that works on it, if any. `restored_at`: when it was wholly restored."""

    kind: Literal["archiveImport"] = "archiveImport"
    manifest_size: int
    manifest_sha256: str
    run_id: str | None = None
    blobs_due_at: Moment | None
    ttl: int = LISTED

    @property
    def prefix(self) -> str:
        return f"imports/{self.organisation_id}/{self.id}/"

    def blob(self, number: int) -> BlobPath:
        """Of a part; 0 is the manifest."""
        return BlobPath(CONTAINER, self.prefix + (MANIFEST if number == 0 else part_name(number)))

    def with_run(self, run: "ImportRun", now: datetime) -> Self:
        return self.changed(now, run_id=run.id, blobs_due_at=now + ABANDONED)

    def emptied(self, now: datetime) -> Self:
        return self.changed(now, blobs_due_at=None)


class ImportRun(Run):
    """`done` of `total` parts, each of which is checked and then, unless it is a dry run, restored. `after` is a number of parts.

    `failed_at` says which part and entry was refused. `carried` is what the check has to remember from one part to the next.
    """

    kind: Literal["archiveImportRun"] = "archiveImportRun"
    import_id: str
    dry_run: bool
    phase: ImportPhase = ImportPhase.CHECKING
    failed_at: str = ""
    archive_id: str | None = None
    etags: dict[str, str] = Field(default_factory=dict)
    carried: dict[str, Any] = Field(default_factory=dict)
    restored: dict[str, int] = Field(default_factory=dict)
    rejected: int = 0
    ttl: int = LISTED


class ArchivePeople(Entity):
    """Who people of an archive are here, by their ids there: decided once for an import."""

    kind: Literal["archivePeople"] = "archivePeople"
    people: dict[str, str]
    ttl: int = LISTED


def people_id(import_id: str) -> str:
    return f"{import_id}.people"
