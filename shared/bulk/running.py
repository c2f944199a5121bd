"""An operation on many documents: selected once, then worked off page by page. Every step may be cut off and run again."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from shared.bulk.actions import Asked, MigrateDocuments
from shared.bulk.deeds import Deeds
from shared.bulk.importing import Importing
from shared.bulk.mapping import ImportDocuments
from shared.bulk.migrating import Migrating
from shared.bulk.model import (
    CHUNK,
    MAX_FOUND,
    MAX_MIGRATED,
    BulkOperation,
    Spot,
    chunks_of,
)
from shared.bulk.repository import OperationRepository
from shared.bulk.treating import HANDFUL, Judge, Said, Treating
from shared.bulk.work import OPERATION, QUEUE
from shared.document_types.service import DocumentTypeService
from shared.documents.repository import visible_to
from shared.identity.actor import Actor
from shared.kit.jobs.running import Going, RunFails, Running

FOUND_AT_ONCE = 1_000

FindActor = Callable[[str, str, bool], Awaitable[Actor | None]]
"""(organisation, id, is it an API key?): with what they may do now; None when they may not even sign in."""


@dataclass(frozen=True, slots=True)
class BulkRunning(Running[BulkOperation]):
    queue_name: ClassVar[str] = QUEUE
    called: ClassVar[str] = OPERATION

    runs: OperationRepository
    deeds: Deeds
    treating: Treating
    importing: Importing
    types: DocumentTypeService
    find_actor: FindActor

    async def page(self, going: Going[BulkOperation]) -> bool:
        """Errors: RunFails when whoever asked for it may not any more, or more was found than is worked off at once."""
        actor = await self._actor(going.run)
        if isinstance(going.run.action, ImportDocuments):
            return await self.importing.page(going, actor, going.run.action)
        if going.run.is_chosen:
            return await self._work_off(going, actor, going.run.action)
        await self._choose(going, actor)
        return True

    def facts(self, run: BulkOperation) -> dict[str, Any]:
        return {"done": run.done, "outcomes": run.outcomes}

    async def _actor(self, run: BulkOperation) -> Actor:
        """Whoever asked for it, with what they may do now. Errors: RunFails."""
        actor = await self.find_actor(run.organisation_id, run.created_by, run.by_key)
        if actor is None:
            raise RunFails("actor_gone")
        if not actor.permissions.issuperset(run.action.needs):
            raise RunFails("forbidden")
        return actor

    async def _choose(self, going: Going[BulkOperation], actor: Actor) -> None:
        """The ids of what matches now, so that nothing that matches later is swept in. Nothing is touched before all are known."""
        run = going.run
        action, most = run.action, MAX_FOUND
        wanted = [] if run.query is None else run.query.conditions()
        if isinstance(action, MigrateDocuments):
            wanted, most = action.conditions(), MAX_MIGRATED
        conditions = [*wanted, *visible_to(actor)]
        found = await self.runs.matching(run, conditions, FOUND_AT_ONCE)
        chosen = run.chosen + len(found)
        if chosen > most:
            raise RunFails("too_many")
        if found:
            await self.runs.keep(chunks_of(run, found, run.chosen // CHUNK, self.now()))
        if len(found) == FOUND_AT_ONCE:
            await going.come(found[-1], 0, chosen=chosen)
        else:
            await going.come("", 0, chosen=chosen, total=chosen, is_chosen=True)

    async def _work_off(self, going: Going[BulkOperation], actor: Actor, action: Asked | MigrateDocuments) -> bool:
        run = going.run
        number, begin = divmod(run.done, CHUNK)
        if run.done >= run.chosen:
            return False
        ids = (await self.runs.chunk(run, number))[begin:]
        documents = await self.runs.documents_among(actor, ids)
        judge = await self._judge(run, actor, action)

        async def treat(document_id: str) -> Said:
            spot = Spot(document_id)
            return await self.treating.treat(run, actor, spot, documents.get(document_id), judge)

        await going.each(ids, treat, lambda document_id: document_id, self.treating.noted, handful=HANDFUL)
        return going.run.done < run.chosen

    async def _judge(self, run: BulkOperation, actor: Actor, action: Asked | MigrateDocuments) -> Judge:
        """Errors: RunFails."""
        if isinstance(action, MigrateDocuments):
            migrating = await Migrating.towards(self.deeds, self.types, actor, action)
            return lambda document: migrating.judge(actor, run, document)
        return lambda document: self.deeds.judge(actor, run, action, document)
