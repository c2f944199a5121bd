"""What is done to one document of many: judged as it is, stored with its row in one batch, said once.

A row has one id and is only ever created: a document that was done by a worker who died has its row, and is not done, nor said, twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.bulk.deeds import Deed
from shared.bulk.model import BulkOperation, Outcome, Spot, changes_between, refused, row_of
from shared.bulk.repository import OperationRepository
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS
from shared.errors import AlreadyExists, DomainError, NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.kit.cosmos import Write

Judge = Callable[[Document], Awaitable[Deed | None]]


@dataclass(frozen=True, slots=True)
class Treating:
    operations: OperationRepository
    now: Callable[[], datetime]

    async def treat(
        self, run: BulkOperation, actor: Actor, spot: Spot, document: Document | None, judge: Judge
    ) -> Outcome:
        """As whoever asked may. What they do not see (None) is not there. Errors: StaleVersion when it changes all the time."""
        for _ in range(WRITE_ATTEMPTS):
            if document is None:
                unseen = refused(run, spot, None, spot.errors_of(NotFound()), self.now())
                return await self.operations.rows.say(unseen)
            try:
                return await self._carry_out(run, spot, document, judge)
            except StaleVersion:  # somebody changed it: perhaps it is held by now, or elsewhere
                document = (await self.operations.documents_among(actor, [document.id])).get(document.id)
        raise StaleVersion

    async def _carry_out(self, run: BulkOperation, spot: Spot, document: Document, judge: Judge) -> Outcome:
        """Errors: StaleVersion."""
        row = row_of(run, spot, document, Outcome.DONE, self.now())
        try:
            deed = await judge(document)
            if deed is None:
                return await self.operations.rows.say(row.model_copy(update={"outcome": Outcome.UNCHANGED}))
            row = row.model_copy(update={"changes": changes_between(document, deed.after)})
            if run.dry_run:
                return await self.operations.rows.say(row)
            await deed.store([Write("create", row.to_item())])
        except StaleVersion:
            raise
        except AlreadyExists:  # a worker that died after it did this
            return (await self.operations.rows.get(row.organisation_id, row.id)).outcome
        except DomainError as error:
            return await self.operations.rows.say(
                refused(run, spot, document, spot.errors_of(error, document), self.now())
            )
        return Outcome.DONE
