"""What is done to one document of many: judged as it is, stored with its row in one batch, said once.

A row has one id and is only ever created: a document that was done by a worker who died has its row, and is not done, nor said, twice.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.bulk.deeds import Deed
from shared.bulk.model import BulkOperation, BulkRow, Outcome, Spot, changes_between, refused, row_of
from shared.bulk.repository import OperationRepository
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS
from shared.errors import AlreadyExists, DomainError, NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.kit.cosmos import Write

HANDFUL = 40  # spots before it is noted how far an operation is
Judge = Callable[[Document], Awaitable[Deed | None]]


@dataclass(frozen=True, slots=True)
class Said:
    """What became of one. Of what was changed the row is stored with it; of the others a handful at a time."""

    row: BulkRow
    is_stored: bool = False


@dataclass(frozen=True, slots=True)
class Treating:
    operations: OperationRepository
    now: Callable[[], datetime]

    async def treat(
        self, run: BulkOperation, actor: Actor, spot: Spot, document: Document | None, judge: Judge
    ) -> Said:
        """As whoever asked may. What they do not see (None) is not there. Errors: StaleVersion when it changes all the time."""
        for _ in range(WRITE_ATTEMPTS):
            if document is None:
                return Said(refused(run, spot, None, spot.errors_of(NotFound()), self.now()))
            try:
                return await self._carry_out(run, spot, document, judge)
            except StaleVersion:  # somebody changed it: perhaps it is held by now, or elsewhere
                document = (await self.operations.documents_among(actor, [document.id])).get(document.id)
        raise StaleVersion

    async def noted(self, run: BulkOperation, handful: list[Said]) -> dict[str, Any]:
        """Says what has not been said of a handful, in one batch, and counts what became of them."""
        stored = [said.row.outcome for said in handful if said.is_stored]
        rows = [said.row for said in handful if not said.is_stored]
        return run.counted([*stored, *await self.operations.rows.say(rows)])

    async def _carry_out(self, run: BulkOperation, spot: Spot, document: Document, judge: Judge) -> Said:
        """Errors: StaleVersion."""
        row = row_of(run, spot, document, Outcome.DONE, self.now())
        try:
            deed = await judge(document)
            if deed is None:
                return Said(row.model_copy(update={"outcome": Outcome.UNCHANGED}))
            row = row.model_copy(update={"changes": changes_between(document, deed.after)})
            if run.dry_run:
                return Said(row)
            await deed.store([Write("create", row.to_item())])
        except StaleVersion:
            raise
        except AlreadyExists:  # a worker that died after it did this
            row = await self.operations.rows.get(row.organisation_id, row.id)
        except DomainError as error:
            return Said(refused(run, spot, document, spot.errors_of(error, document), self.now()))
        return Said(row, is_stored=True)
