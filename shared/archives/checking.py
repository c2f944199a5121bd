"""Is an uploaded archive whole and what it says it is? Everything is asked before anything is written."""

import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from shared.archives.documents import DOCUMENT, REVISION, check_document, restored_revision
from shared.archives.errors import ArchiveRefused
from shared.archives.format import FILES, FORMAT, MAX_MANIFEST, VERSION, ItemsFile, Manifest, Part, file_of, file_path
from shared.archives.kinds import BY_NAME, Line
from shared.archives.reading import PartReader
from shared.documents.revision import RevisionState

Pulse = Callable[[], Awaitable[None]]
"""Called while something long is read."""


def manifest_of(content: bytes, sha256: str) -> Manifest:
    """Errors: ArchiveRefused."""
    if len(content) > MAX_MANIFEST or hashlib.sha256(content).hexdigest() != sha256:
        raise ArchiveRefused("manifest_changed")
    try:
        raw = json.loads(content)
        if not isinstance(raw, dict) or raw.get("format") != FORMAT:
            raise ArchiveRefused("not_an_archive")
        if raw.get("version") != VERSION:
            raise ArchiveRefused("version_unknown", str(raw.get("version"))[:20])
        manifest = Manifest.model_validate_json(content)
    except (ValueError, RecursionError) as error:
        where = str(error.errors()[0]["loc"])[:100] if isinstance(error, ValidationError) else ""
        raise ArchiveRefused("manifest_invalid", where) from error
    if faults := manifest.faults():
        raise ArchiveRefused(faults[0], "manifest")
    unknown = manifest.counts.keys() - BY_NAME.keys() - {DOCUMENT, REVISION, FILES}
    if unknown:
        raise ArchiveRefused("kind_unknown", sorted(unknown)[0][:40])
    return manifest


def line_of(raw: bytes) -> Line:
    """Errors: ValueError, also for what JSON has no word for (NaN)."""
    line = json.loads(raw, parse_constant=_refuse_constant)
    if not isinstance(line, dict):
        raise ValueError("not an item")
    return line


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


async def digest_of(chunks: AsyncIterator[bytes], pulse: Pulse) -> tuple[int, str]:
    """Bytes and SHA-256."""
    digest, size = hashlib.sha256(), 0
    async for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
        await pulse()
    return size, digest.hexdigest()


@dataclass(slots=True)
class Contents:
    """What a part lists: files by path, of revisions (by document and number) bytes and hash of the file, newest numbers by document."""

    files: dict[str, Line] = field(default_factory=dict)
    revisions: dict[str, dict[int, tuple[int, str] | None]] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartCheck:
    """`organisation_id` is where it is to be restored."""

    organisation_id: str
    part: Part
    now: datetime
    pulse: Pulse

    async def run(self, reader: PartReader, carried: dict[str, Any]) -> dict[str, Any]:
        """`carried`: revisions of a document that the parts before have left out; answers what is left out then. Errors: ArchiveRefused."""
        contents = Contents()
        for one in self.part.items:
            await self._items(reader, one, contents)
        if reader.names != {one.path for one in self.part.items} | contents.files.keys():
            raise self._refused("entries_differ", "")
        self._match(contents)
        for path, line in contents.files.items():
            found = await digest_of(reader.chunks(path), self.pulse)
            if found != (line["sizeBytes"], line["sha256"]):
                raise self._refused("file_changed", path)
        return self._left_out(contents, carried)

    async def _items(self, reader: PartReader, one: ItemsFile, contents: Contents) -> None:
        digest, size, count = hashlib.sha256(), 0, 0
        async for raw in reader.lines(one.path):
            digest.update(raw)
            size, count = size + len(raw), count + 1
            try:
                self._take(one.kind, line_of(raw), contents)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                raise self._refused("item_invalid", f"{one.path} line {count}") from error
            await self.pulse()
        if (size, count, digest.hexdigest()) != (one.size_bytes, one.count, one.sha256):
            raise self._refused("items_changed", one.path)

    def _take(self, kind: str, line: Line, contents: Contents) -> None:
        """Errors: ValueError and others, for what is not such an item."""
        if kind == FILES:
            if line.keys() != {"path", "documentId", "number", "sizeBytes", "sha256"}:
                raise ValueError("not a file")
            if file_of(line["path"]) != (line["documentId"], line["number"]) or line["path"] in contents.files:
                raise ValueError("not the path of a file")
            contents.files[line["path"]] = line
        elif kind == REVISION:
            revision = restored_revision(line, self.organisation_id, self.now)
            of_document = contents.revisions.setdefault(revision.document_id, {})
            if revision.number in of_document:
                raise ValueError("a revision twice")
            is_ready = revision.state is RevisionState.READY
            of_document[revision.number] = (revision.size_bytes, revision.sha256) if is_ready else None
        elif kind == DOCUMENT:
            check_document(line)
            if line["id"] in contents.newest:
                raise ValueError("a document twice")
            contents.newest[line["id"]] = line["newest"]
        else:
            BY_NAME[kind].entity_of(line, self.organisation_id)

    def _match(self, contents: Contents) -> None:
        """Every ready revision has its file here, every file its revision. Errors: ArchiveRefused."""
        ready = {
            file_path(document_id, number): facts
            for document_id, revisions in contents.revisions.items()
            for number, facts in revisions.items()
            if facts is not None
        }
        if ready.keys() != contents.files.keys():
            raise self._refused("files_differ", sorted(ready.keys() ^ contents.files.keys())[0])
        for path, facts in ready.items():
            line = contents.files[path]
            if (line["sizeBytes"], line["sha256"]) != facts:
                raise self._refused("file_of_another_revision", path)

    def _left_out(self, contents: Contents, carried: dict[str, Any]) -> dict[str, Any]:
        """Revisions without their document belong to the one that was left open. At most one is. Errors: ArchiveRefused."""
        left: dict[str, set[int]] = {one: set(numbers) for one, numbers in carried.items()}
        for document_id, revisions in contents.revisions.items():
            if document_id not in contents.newest:
                if not revisions.keys() <= left.get(document_id, set()):
                    raise self._refused("revision_of_no_document", document_id)
                left[document_id] -= revisions.keys()
        for document_id, newest in contents.newest.items():
            numbers = contents.revisions.get(document_id, {}).keys()
            if not numbers <= set(range(1, newest + 1)):
                raise self._refused("revision_of_no_document", document_id)
            left[document_id] = set(range(1, newest + 1)) - numbers
        still = {document_id: sorted(numbers) for document_id, numbers in left.items() if numbers}
        if len(still) > 1:
            raise self._refused("revision_missing", sorted(still)[0])
        return still

    def _refused(self, code: str, where: str) -> ArchiveRefused:
        return ArchiveRefused(code, f"{self.part.name} {where}".strip())
