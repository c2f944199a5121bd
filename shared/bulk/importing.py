"""A table that is carried into documents, line by line. First it is read as a whole: how many lines, and which repeat a key.

The table is a stored revision, which nothing changes; a page is a hundred lines from the byte where the last one ended, so memory holds a
window of it at a time, and a worker that comes later goes on anywhere.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from shared.bulk.cells import Cells, FindSite
from shared.bulk.deeds import Deed, Deeds
from shared.bulk.errors import NotATable
from shared.bulk.mapping import ImportDocuments, KeyKind
from shared.bulk.model import BulkOperation, ImportTable, RowError, Spot, refused, shown
from shared.bulk.repository import OperationRepository
from shared.bulk.tables import WIDEST, WINDOW, Place, Record, records
from shared.bulk.treating import HANDFUL, Said, Treating
from shared.document_types.number_pattern import folded
from shared.document_types.numbers import Numbers
from shared.document_types.service import DocumentTypeService
from shared.documents.model import Document
from shared.documents.revision import LIBRARY, blob_name
from shared.errors import NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.kit.blob_path import BlobPath
from shared.kit.blobs import BlobStore
from shared.kit.ids import is_id
from shared.kit.jobs.running import Going, RunFails
from shared.kit.large_blobs import read_range

MAX_LINES = 100_000
MAX_TWICE = 1_000  # lines that repeat a key; with more, the wrong column is the key
PAGE = 100
NARROWEST = 4 * 1024  # bytes read at once
_LOST = "\ud800", "\udfff"  # what stands for bytes of another encoding


@dataclass(frozen=True, slots=True)
class Importing:
    operations: OperationRepository
    treating: Treating
    deeds: Deeds
    types: DocumentTypeService
    numbers: Numbers
    find_site: FindSite
    blobs: BlobStore
    now: Callable[[], datetime]

    async def page(self, going: Going[BulkOperation], actor: Actor, action: ImportDocuments) -> bool:
        """Errors: RunFails when the table is gone, is none further down, or has too many lines."""
        if (table := going.run.table) is None:
            raise RunFails("source_gone")
        try:
            if not going.run.is_chosen:
                await self._count(going, action, table)
                return True
            return await self._lines(going, actor, action, table)
        except NotATable as error:
            raise RunFails(error.code) from error

    async def _count(self, going: Going[BulkOperation], action: ImportDocuments, table: ImportTable) -> None:
        """How many lines there are, and which repeat a key. Errors: NotATable, RunFails."""
        seen: dict[int, int] = {}
        twice: dict[int, int] = {}
        lines, header = 0, None
        async for record in self._all(going.run, action, table):
            if header is None:
                header = record
                continue
            lines += not record.is_blank
            key = _key_of(action, table, record)
            if key:
                first = seen.setdefault(hash(key), record.line)
                if first != record.line:
                    twice[record.line] = first
            if lines > MAX_LINES or len(twice) > MAX_TWICE:
                raise RunFails("too_many_lines" if lines > MAX_LINES else "keys_repeat")
            if lines % 10_000 == 0:
                await going.come("", 0)
        if header is None:
            raise NotATable
        if twice:
            await self.operations.keep_twice(going.run, twice, self.now())
        place = f"{header.end}:{header.next_line}"
        counted = table.model_copy(update={"begins": place, "twice": len(twice)})
        await going.come(place, 0, table=counted, chosen=lines, total=lines, is_chosen=True)

    async def _lines(
        self, going: Going[BulkOperation], actor: Actor, action: ImportDocuments, table: ImportTable
    ) -> bool:
        run = going.run
        found = await self._window(run, action, table, _place(run.after))
        lines = [record for record in found if not record.is_blank]
        if lines:
            await self._work_off(going, actor, action, table, lines)
        if found:
            await going.come(f"{found[-1].end}:{found[-1].next_line}", 0)
        return bool(found) and found[-1].end < table.size

    async def _work_off(
        self,
        going: Going[BulkOperation],
        actor: Actor,
        action: ImportDocuments,
        table: ImportTable,
        lines: Sequence[Record],
    ) -> None:
        run = going.run
        twice = await self.operations.twice(run) if table.twice else {}
        documents = await self._documents(actor, action, [_key_of(action, table, line) for line in lines])
        cells, columns = Cells(self.types, self.find_site), _columns_by_field(action)

        async def treat(line: Record) -> Said:
            found = documents.get(_key_of(action, table, line))
            faults = _faults(action, table, line, twice)
            if not faults and found is None:
                faults = [_not_found(action, table, line)]
            if faults:
                spot = Spot(None if found is None else found.id, line.line)
                return Said(refused(run, spot, None, faults, self.now()))
            named = dict(zip(table.layout.columns, line.cells, strict=True))
            said = {field: named[column] for field, column in columns.items()}
            spot = Spot(None if found is None else found.id, line.line, columns, said)

            async def judge(document: Document) -> Deed | None:
                change = await cells.change_of(actor, action, named, document)
                return await self.deeds.change(actor, run, document, change)

            return await self.treating.treat(run, actor, spot, found, judge)

        await going.each(
            lines, treat, lambda line: f"{line.end}:{line.next_line}", self.treating.noted, handful=HANDFUL
        )

    async def _documents(self, actor: Actor, action: ImportDocuments, keys: Sequence[str]) -> dict[str, Document]:
        """By key, as far as the actor sees them; two requests at most."""
        wanted = sorted({key for key in keys if key})
        if action.key.is_ is KeyKind.ID:
            by_key = {key: key for key in wanted if is_id(key)}
        else:
            by_key = await self.numbers.owners(actor.organisation_id, wanted) if wanted else {}
        known = await self.operations.documents_among(actor, sorted(set(by_key.values()))) if by_key else {}
        return {key: known[document_id] for key, document_id in by_key.items() if document_id in known}

    async def _all(self, run: BulkOperation, action: ImportDocuments, table: ImportTable) -> AsyncIterator[Record]:
        place = Place(table.layout.begins_at, 1)
        while place.byte < table.size:
            found = await self._window(run, action, table, place, limit=MAX_LINES)
            for record in found:
                yield record
            place = Place(found[-1].end, found[-1].next_line)

    async def _window(
        self, run: BulkOperation, action: ImportDocuments, table: ImportTable, place: Place, *, limit: int = PAGE
    ) -> list[Record]:
        """At least one record if there is any more. Errors: NotATable, RunFails when the table is gone."""
        width = _width(run, table)
        path = BlobPath(LIBRARY, blob_name(run.organisation_id, action.document_id, action.revision))
        while place.byte < table.size:
            try:
                content = await read_range(self.blobs, path, table.etag, place.byte, width)
            except (NotFound, StaleVersion) as error:
                raise RunFails("source_gone") from error
            whole = place.byte + len(content) >= table.size
            if found := list(islice(records(table.layout, content, place, whole=whole), limit)):
                return found
            if whole or width >= WIDEST:
                raise NotATable
            width *= 2
        return []


def _width(run: BulkOperation, table: ImportTable) -> int:
    """Bytes that a page takes, twice: lines differ in length."""
    if not run.total:
        return WINDOW
    return min(WINDOW, max(NARROWEST, 2 * PAGE * table.size // run.total))


def _place(after: str) -> Place:
    byte, _, line = after.partition(":")
    return Place(int(byte), int(line))


def _key_cell(action: ImportDocuments, table: ImportTable, record: Record) -> str:
    """As it is written; empty when the line has none."""
    column = table.layout.columns.index(action.key.column)
    return record.cells[column].strip() if column < len(record.cells) else ""


def _key_of(action: ImportDocuments, table: ImportTable, record: Record) -> str:
    """The same for every way of writing it."""
    key = _key_cell(action, table, record)
    return key.upper() if action.key.is_ is KeyKind.ID else folded(key)


def _columns_by_field(action: ImportDocuments) -> dict[str, str]:
    """Columns by the names their targets have in a document."""
    names = {"site": "siteId", "type": "typeId"}
    return {names.get(target, target): column for column, target in action.mapping.items()}


def _faults(action: ImportDocuments, table: ImportTable, line: Record, twice: dict[int, int]) -> list[RowError]:
    """What is wrong with a line before anybody looks at its document."""
    if line.broken:
        return [RowError(code="quotes", message=f"could not be taken apart: {line.broken}")]
    if len(line.cells) != len(table.layout.columns):
        message = f"has {len(line.cells)} cells where the table has {len(table.layout.columns)} columns"
        return [RowError(code="row_width", message=message)]
    used = [action.key.column, *action.mapping]
    lost = [
        RowError(column=column, code="encoding", message=f"is not {table.layout.encoding} like the rest of the table")
        for column, cell in zip(table.layout.columns, line.cells, strict=True)
        if column in used and any(_LOST[0] <= sign <= _LOST[1] for sign in cell)
    ]
    if lost:
        return lost
    if not _key_of(action, table, line):
        return [RowError(column=action.key.column, code="key_missing", message="says of no document what it is about")]
    if line.line in twice:
        message = f"line {twice[line.line]} is about the same document"
        return [RowError(column=action.key.column, code="key_twice", message=message)]
    return []


def _not_found(action: ImportDocuments, table: ImportTable, line: Record) -> RowError:
    value = shown(_key_cell(action, table, line))
    return RowError(column=action.key.column, code=NotFound.code, message=NotFound.message, value=value)
