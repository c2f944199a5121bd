"""An operation on many documents: selected once, then worked off, each document and its row in one batch. Every step may run again.

A row has one id and is only ever created: a document that was done by a worker who died has its row, and is not done, nor said, twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from shared.bulk.deeds import Deed, Deeds
from shared.bulk.model import (
    CHUNK,
    MAX_FOUND,
    BulkOperation,
    Outcome,
    changes_between,
    chunks_of,
    errors_of,
    row_of,
)
from shared.bulk.repository import OperationRepository
from shared.bulk.work import OPERATION, QUEUE
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS, visible_to
from shared.errors import AlreadyExists, DomainError, NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.kit.cosmos import Write
from shared.kit.jobs.running import Going, RunFails, Running

FOUND_AT_ONCE = 1_000

FindActor = Callable[[str, str, bool], Awaitable[Actor | None]]
"""(organisation, id, is it an API key?): with what they may do now; None when they may not even sign in."""
Judge = Callable[[Actor, Document], Awaitable[Deed | None]]


@dataclass(frozen=True, slots=True)
class BulkRunning(Running[BulkOperation]):
    queue_name: ClassVar[str] = QUEUE
    called: ClassVar[str] = OPERATION

    runs: OperationRepository
    deeds: Deeds
    find_actor: FindActor

    async def page(self, going: Going[BulkOperation]) -> bool:
        """Errors: RunFails when whoever asked for it may not any more, or more was found than is worked off at once."""
        actor = await self._actor(going.run)
        if going.run.is_chosen:
            return await self._work_off(going, actor)
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
        conditions = [*(run.query.conditions() if run.query else ()), *visible_to(actor)]
        found = await self.runs.matching(run, conditions, FOUND_AT_ONCE)
        chosen = run.chosen + len(found)
        if chosen > MAX_FOUND:
            raise RunFails("too_many")
        if found:
            await self.runs.keep(chunks_of(run, found, run.chosen // CHUNK, self.now()))
        if len(found) == FOUND_AT_ONCE:
            await going.come(found[-1], 0, chosen=chosen)
        else:
            await going.come("", 0, chosen=chosen, total=chosen, is_chosen=True)

    async def _work_off(self, going: Going[BulkOperation], actor: Actor) -> bool:
        run = going.run
        number, begin = divmod(run.done, CHUNK)
        if run.done >= run.chosen:
            return False
        ids = (await self.runs.chunk(run, number))[begin:]
        documents = await self.runs.documents_among(actor, ids)

        async def judge(by: Actor, document: Document) -> Deed | None:
            return await self.deeds.judge(by, run, run.action, document)

        async def treat(document_id: str) -> Outcome:
            return await self.treat(run, actor, document_id, documents.get(document_id), judge)

        await going.each(ids, treat, lambda document_id: document_id, BulkOperation.counted)
        return going.run.done < run.chosen

    async def treat(
        self, run: BulkOperation, actor: Actor, document_id: str, document: Document | None, judge: Judge
    ) -> Outcome:
        """One document, as whoever asked may. What they do not see is not there. Errors: StaleVersion when it changes all the time."""
        for _ in range(WRITE_ATTEMPTS):
            if document is None:
                unseen = row_of(run, document_id, None, Outcome.REFUSED, self.now())
                named = {"document_id": document_id, "errors": errors_of(NotFound())}
                return await self.runs.rows.say(unseen.model_copy(update=named))
            try:
                return await self._carry_out(run, actor, document, judge)
            except StaleVersion:  # somebody changed it: perhaps it is held by now, or elsewhere
                document = (await self.runs.documents_among(actor, [document.id])).get(document.id)
        raise StaleVersion

    async def _carry_out(self, run: BulkOperation, actor: Actor, document: Document, judge: Judge) -> Outcome:
        """Errors: StaleVersion."""
        row = row_of(run, document.id, document, Outcome.DONE, self.now())
        try:
            deed = await judge(actor, document)
            if deed is None:
                return await self.runs.rows.say(row.model_copy(update={"outcome": Outcome.UNCHANGED}))
            row = row.model_copy(update={"changes": changes_between(document, deed.after)})
            if run.dry_run:
                return await self.runs.rows.say(row)
            await deed.store([Write("create", row.to_item())])
        except StaleVersion:
            raise
        except AlreadyExists:  # a worker that died after it did this
            return (await self.runs.rows.get(row.organisation_id, row.id)).outcome
        except DomainError as error:
            refused = {"outcome": Outcome.REFUSED, "errors": errors_of(error), "changes": ()}
            return await self.runs.rows.say(row.model_copy(update=refused))
        return Outcome.DONE
