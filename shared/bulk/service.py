"""What people do with operations on many documents: ask for one, try it out, carry it out, watch it, stop it, read what became of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.bulk.actions import AcknowledgeDocuments, Asked, HoldDocuments, MigrateDocuments, MoveDocuments
from shared.bulk.errors import NotTheNewest
from shared.bulk.model import Action, BulkOperation, BulkRow, Outcome, Wanted, chunks_of, may_see_all
from shared.bulk.repository import OperationRepository
from shared.bulk.running import BulkRunning
from shared.document_types.service import DocumentTypeService
from shared.errors import FieldError, Invalid, NotFound, StaleVersion, Unavailable
from shared.holds.repository import HoldRepository
from shared.identity.actor import Actor, CheckScope
from shared.identity.errors import PersonsOnly
from shared.kit.cosmos import Write
from shared.kit.ids import new_id
from shared.kit.jobs.running import WRITE_ATTEMPTS
from shared.kit.paging import Page, PageRequest


@dataclass(frozen=True, slots=True)
class BulkService:
    """People and keys see what they asked for themselves; who looks after all of them must see all sites."""

    operations: OperationRepository
    running: BulkRunning
    holds: HoldRepository
    types: DocumentTypeService
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def request(
        self, actor: Actor, action: Asked, selected: Sequence[str] | Wanted, *, dry_run: bool
    ) -> BulkOperation:
        """Errors: Forbidden for who may not do it to one document, Invalid naming a site or a case that cannot be given."""
        _require(actor, action)
        await self._check(actor, action)
        if isinstance(selected, Wanted):
            return await self.begin(actor, action, dry_run=dry_run, query=selected)
        operation = self._draft(actor, action, dry_run=dry_run)
        ids = sorted(set(selected))
        known = {"chosen": len(ids), "total": len(ids), "is_chosen": True}
        chunks = chunks_of(operation, ids, 0, operation.created_at)
        beside = [Write("create", chunk.to_item()) for chunk in chunks]
        operation = operation.model_copy(update=known)
        return await self.running.begin(operation, beside=beside, action=action.type, dryRun=dry_run)

    async def migrate(self, actor: Actor, action: MigrateDocuments, *, dry_run: bool) -> BulkOperation:
        """Errors: Forbidden, NotFound, DocumentTypeRetired, NotTheNewest."""
        _require(actor, action)
        newest = await self.types.current(actor.organisation_id, action.type_id)
        if newest.version != action.to_version:
            raise NotTheNewest
        return await self.begin(actor, action, dry_run=dry_run)

    async def begin(self, actor: Actor, action: Action, *, dry_run: bool, **known: Any) -> BulkOperation:
        """What needs no selection of its own. `known`: other fields of the operation."""
        operation = self._draft(actor, action, dry_run=dry_run).model_copy(update=known)
        return await self.running.begin(operation, action=action.type, dryRun=dry_run)

    async def carry_out(self, actor: Actor, operation_id: str) -> BulkOperation:
        """A dry run, over exactly the documents it was about. Repeating answers the same operation.

        Errors: NotFound, Forbidden, NotADryRun, NotFinished, Invalid as for `request`.
        """
        for _ in range(WRITE_ATTEMPTS):
            tried = await self.get(actor, operation_id)
            tried.require_carried_out()
            if tried.carried_out_by is not None:
                return await self.get(actor, tried.carried_out_by)
            _require(actor, tried.action)
            await self._check(actor, tried.action)
            draft = self._draft(actor, tried.action, dry_run=False)
            operation = draft.model_copy(update=tried.selection())
            noted = tried.changed(self.now(), carried_out_by=operation.id)
            beside = [Write("replace", noted.to_item(), noted.etag)]
            try:
                return await self.running.begin(operation, beside=beside, action=tried.action.type, dryRun=False)
            except StaleVersion:  # somebody else carries it out
                continue
        raise Unavailable(retry_after=1)

    async def get(self, actor: Actor, operation_id: str) -> BulkOperation:
        """Errors: NotFound."""
        return (await self.operations.get(actor.organisation_id, operation_id)).seen_by(actor)

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[BulkOperation]:
        """Errors: CursorInvalid."""
        by = None if may_see_all(actor) else actor.user_id
        return await self.operations.list_of(actor.organisation_id, request, by)

    async def list_rows(
        self, actor: Actor, operation_id: str, request: PageRequest, outcome: Outcome | None
    ) -> Page[BulkRow]:
        """Errors: NotFound, CursorInvalid."""
        operation = await self.get(actor, operation_id)
        return await self.operations.rows.list_of(operation, request, outcome, actor)

    async def cancel(self, actor: Actor, operation_id: str) -> BulkOperation:
        """What is done stays done. Repeating is harmless. Errors: NotFound, Unavailable."""
        return await self.running.cancel(await self.get(actor, operation_id), actor.user_id)

    def _draft(self, actor: Actor, action: Action, *, dry_run: bool) -> BulkOperation:
        now, operation_id = self.now(), new_id()
        return BulkOperation(
            id=operation_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            action=action,
            dry_run=dry_run,
            by_key=not actor.is_person,
            selection_of=operation_id,
        )

    async def _check(self, actor: Actor, action: Action) -> None:
        """What would be wrong with it for every document alike. Errors: Invalid naming it, HoldClosed."""
        if isinstance(action, MoveDocuments) and action.site_id is not None:
            try:
                await self.check_scope(actor, [action.site_id])
            except Invalid as error:
                found = error.fields[0]
                raise Invalid(fields=[FieldError("action.siteId", found.code, found.message)]) from error
        if isinstance(action, HoldDocuments):
            try:
                (await self.holds.get(actor.organisation_id, action.hold_id)).require_open()
            except NotFound as error:
                message = "is not a case of the organisation"
                raise Invalid(fields=[FieldError("action.holdId", "unknown_hold", message)]) from error


def _require(actor: Actor, action: Action) -> None:
    """Errors: Forbidden, PersonsOnly."""
    if isinstance(action, AcknowledgeDocuments) and not actor.is_person:
        raise PersonsOnly
    for permission in action.needs:
        actor.require(permission)
