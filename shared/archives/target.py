"""The organisation an archive is restored into: is it empty, and what is written of everything but documents."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from shared.archives.kinds import DIRECTORY, REPORTS, Kind, Line
from shared.archives.model import ImportRun
from shared.archives.people import former
from shared.document_types.model import DocumentType, DocumentTypeStatus, Register, Registered
from shared.due_reports.model import DuePlan
from shared.due_reports.watch import DueWatch
from shared.errors import AlreadyExists
from shared.holds.model import HoldState, LegalHold
from shared.kit.cosmos import Container, Write
from shared.kit.jobs.running import RunFails
from shared.kit.model import Entity, Moment
from shared.kit.query import Query
from shared.organisations.model import Organisation
from shared.reports.model import Report, Slot
from shared.sites.model import Site, SiteCode
from shared.users.model import User
from shared.views.model import Shelf
from shared.wells.model import Well, WellName

MARKER = "archive-restore"
AT_ONCE = 40  # items of one write, each with one beside it
_DOCUMENTS = "SELECT TOP 1 c.id FROM c WHERE c.kind = 'document'"
_SOME = "SELECT TOP 1 c.id FROM c WHERE c.kind IN ('legalHold', 'documentNumber', 'numberSeries')"
_SETTINGS = "SELECT TOP 1 c.id FROM c WHERE c.kind IN ('site', 'documentType')"
_REPORTS = "SELECT TOP 1 c.id FROM c WHERE c.kind = 'report'"
_TYPES = "SELECT * FROM c WHERE c.kind = 'documentType' ORDER BY c.id"
_CLOSED = "SELECT * FROM c WHERE c.kind = 'legalHold' AND c.state = 'closed'"
_HELD = "SELECT TOP 1 c.id FROM c WHERE c.kind = 'document' AND ARRAY_CONTAINS(c.holds, @hold)"
_OVERWRITTEN = frozenset(
    {"disciplines", "dueCalendar", "reportSettings", "retentionPolicies"}
)  # one item of an organisation, which has its own by then

Pulse = Callable[[], Awaitable[None]]


class Marker(Entity):
    """Which archive the organisation is being restored from: no other can be begun then. `finished_at`: it is wholly there."""

    kind: Literal["archiveRestore"] = "archiveRestore"
    archive_id: str
    finished_at: Moment | None = None


@dataclass(frozen=True, slots=True)
class Target:
    directory: Container
    reports: Container
    documents: Container
    now: Callable[[], datetime]

    async def is_empty(self, organisation_id: str, archive_id: str | None) -> bool:
        """Or holds nothing but what came from this archive, whose restoring was cut short or which was emptied since."""
        marker = await self._marker(organisation_id)
        if marker is not None and archive_id is not None and marker.archive_id == archive_id:
            return marker.finished_at is None or not await self._any(self.documents, _DOCUMENTS, organisation_id)
        for container, text in (
            (self.documents, _DOCUMENTS),
            (self.documents, _SOME),
            (self.directory, _SETTINGS),
            (self.reports, _REPORTS),
        ):
            if await self._any(container, text, organisation_id):
                return False
        return marker is None

    async def is_taken(self, organisation_id: str) -> bool:
        """By documents that came otherwise than by restoring that was cut short: seen at once, whatever the archive is."""
        marker = await self._marker(organisation_id)
        if marker is not None and marker.finished_at is None:
            return False
        return await self._any(self.documents, _DOCUMENTS, organisation_id)

    async def mark(self, run: ImportRun, *, finished: bool) -> None:
        """Errors: RunFails when it is marked for another archive."""
        now = self.now()
        marker = Marker(
            id=MARKER,
            organisation_id=run.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=run.created_by,
            archive_id=run.archive_id or "",
            finished_at=now if finished else None,
        )
        try:
            await self.documents.create(marker.to_item())
        except AlreadyExists:
            known = Marker.from_item(await self.documents.get(MARKER, run.organisation_id))
            if known.archive_id != marker.archive_id:
                raise RunFails("organisation_not_empty") from None
            await self.documents.replace(marker.to_item(), known.etag)

    async def restore(
        self, kind: Kind, lines: Sequence[Line], organisation_id: str, members: frozenset[str], pulse: Pulse
    ) -> None:
        """Repeating changes nothing. `members` are not written over. Errors: RunFails for what is there already, otherwise."""
        if kind.name == "organisation":
            for line in lines:
                await self._settings(line, organisation_id)
            return
        entities: list[Entity]
        if kind.name == "user":
            entities = [former(line, organisation_id) for line in lines if line["id"] not in members]
        else:
            entities = [kind.entity_of(line, organisation_id) for line in lines]
        container = {DIRECTORY: self.directory, REPORTS: self.reports}.get(kind.container, self.documents)
        for begin in range(0, len(entities), AT_ONCE):
            await self._create(kind, container, entities[begin : begin + AT_ONCE])
            await pulse()
        if kind.name == "documentType":
            await self._register(organisation_id)

    async def reopen(self, organisation_id: str) -> None:
        """A case that was closed while the archive was written may still hold documents there: it closes once more, here."""
        async for item in self.documents.stream(Query(_CLOSED), organisation_id):
            hold = LegalHold.from_item(item)
            held = await self.documents.query(Query(_HELD, {"@hold": hold.id}), organisation_id, limit=1)
            if held:
                due = {"state": HoldState.CLOSING, "keeping_due_at": self.now()}
                await self.documents.replace(hold.model_copy(update=due).to_item(), hold.etag)

    async def members(self, organisation_id: str) -> list[User]:
        """People who belong to the organisation without any archive: they have a name to sign in with, or an invitation."""
        query = Query("SELECT * FROM c WHERE c.kind = 'user' AND c.status != 'deleted'")
        return [User.from_item(item) async for item in self.directory.stream(query, organisation_id)]

    async def _create(self, kind: Kind, container: Container, entities: Sequence[Entity]) -> None:
        """Some at once; one by one, when some of them are there."""
        try:
            writes = [
                Write("create", item.to_item()) for entity in entities for item in _with_beside(entity, self.now())
            ]
            await container.batch(entities[0].organisation_id, writes)
        except AlreadyExists:
            if len(entities) > 1:
                for entity in entities:
                    await self._create(kind, container, [entity])
            else:
                await self._compare(kind, container, entities[0])

    async def _compare(self, kind: Kind, container: Container, wanted: Entity) -> None:
        """Errors: RunFails when what is there is something else."""
        if kind.name in _OVERWRITTEN:
            await container.upsert(wanted.to_item())
            return
        known = await container.find(wanted.id, wanted.organisation_id)
        if isinstance(wanted, Shelf) and known is not None:  # of somebody who is a member here already
            held = Shelf.from_item(known)
            views = tuple(dict.fromkeys((*held.views, *wanted.views)))
            await container.replace(held.model_copy(update={"views": views}).to_item(), held.etag)
            return
        if known is None or known["kind"] != kind.name or _differ(kind, known, wanted):
            raise RunFails("already_there_otherwise")

    async def _settings(self, line: Line, organisation_id: str) -> None:
        held = Organisation.from_item(await self.directory.get(organisation_id, organisation_id))
        facts = Organisation.model_validate({**line, "kind": "organisation", "organisationId": organisation_id})
        update = {"name": facts.name, "time_zone": facts.time_zone, "policies": facts.policies}
        if held.model_copy(update=update) != held:
            await self.directory.replace(held.changed(self.now(), **update).to_item(), held.etag)

    async def _register(self, organisation_id: str) -> None:
        """The codes of all types that there are by now."""
        types = [DocumentType.from_item(item) async for item in self.directory.stream(Query(_TYPES), organisation_id)]
        entries = [
            Registered(type_id=one.id, folded=one.code.casefold(), retired=one.status is DocumentTypeStatus.RETIRED)
            for one in types
        ]
        register = Register.unwritten(organisation_id, self.now()).model_copy(update={"types": tuple(entries)})
        await self.directory.upsert(register.to_item())

    async def _marker(self, organisation_id: str) -> Marker | None:
        item = await self.documents.find(MARKER, organisation_id)
        return None if item is None else Marker.from_item(item)

    async def _any(self, container: Container, text: str, organisation_id: str) -> bool:
        return bool(await container.query(Query(text), organisation_id, limit=1))


def _with_beside(entity: Entity, now: datetime) -> list[Entity]:
    """What is written with it, or not at all."""
    if isinstance(entity, DuePlan):  # what was due before is nobody's news here
        return [entity, DueWatch.of(entity, now)]
    if isinstance(entity, Site):
        return [entity, SiteCode.of(entity, entity.created_at)]
    if isinstance(entity, Well):
        return [entity, WellName.of(entity, entity.created_at)]
    if isinstance(entity, Report) and entity.slot is not None:
        return [entity, Slot.of(entity, entity.slot, entity.created_at)]
    return [entity]


def _differ(kind: Kind, known: dict[str, Any], wanted: Entity) -> bool:
    """In what the archive says of it; a case that goes on closing here is the same case."""
    there, here = kind.line_of(known), kind.line_of({**wanted.to_item(), "_etag": ""})
    return any(there[name] != here[name] for name in kind.names if name not in {"state", "updatedAt", "additions"})
