"""What each action makes of one document: judged by the rules of the single one, stored in one batch with what is said of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from shared.bulk.actions import (
    AcknowledgeDocuments,
    Asked,
    ClassDocuments,
    HoldDocuments,
    MoveDocuments,
    RestoreDocuments,
    TagDocuments,
    TrashDocuments,
)
from shared.bulk.model import BulkOperation
from shared.documents.acknowledging import DocumentAcknowledgements
from shared.documents.drafts import DocumentChange
from shared.documents.errors import NotInForce
from shared.documents.keeping import UnderHold
from shared.documents.model import Document
from shared.documents.service import DocumentService
from shared.documents.tags import MAX_TAGS, each_once
from shared.errors import FieldError, Invalid
from shared.holds.model import put_under
from shared.holds.repository import HoldRepository
from shared.identity.actor import Actor
from shared.kit.cosmos import Write
from shared.kit.repository import Activity

Store = Callable[[Sequence[Write]], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Deed:
    """What a document becomes. `store` writes it together with what it is given: all or nothing, and only as it was read."""

    after: Document
    store: Store


@dataclass(frozen=True, slots=True)
class Deeds:
    documents: DocumentService
    holds: HoldRepository
    acknowledgements: DocumentAcknowledgements
    now: Callable[[], datetime]

    async def judge(self, actor: Actor, operation: BulkOperation, action: Asked, document: Document) -> Deed | None:
        """None when it is so already. Errors: those of the single action, with the same codes."""
        match action:
            case TagDocuments():
                return await self.change(
                    actor, operation, document, DocumentChange({"tags": _tagged(action, document)})
                )
            case MoveDocuments():
                return await self.change(actor, operation, document, DocumentChange({"site_id": action.site_id}))
            case ClassDocuments():
                return await self.change(actor, operation, document, DocumentChange({"discipline": action.discipline}))
            case HoldDocuments():
                return await self._hold(actor, operation, action, document)
            case TrashDocuments():
                return self._trash(actor, operation, document)
            case RestoreDocuments():
                return self._restore(actor, operation, document)
            case AcknowledgeDocuments():
                return await self._acknowledge(actor, operation, document)
            case _:
                assert_never(action)

    async def change(
        self, actor: Actor, operation: BulkOperation, document: Document, change: DocumentChange
    ) -> Deed | None:
        """As PATCH of one document. Errors: Invalid, DocumentTypeRetired; storing also DocumentNumberTaken."""
        judged = await self.documents.judge(actor, document, change)
        if judged.kept_to is None and not document.changes(judged.document):
            return None

        async def store(beside: Sequence[Write]) -> object:
            return await self.documents.put(actor, document, judged, beside=beside, operationId=operation.id)

        return Deed(judged.document, store)

    async def _hold(
        self, actor: Actor, operation: BulkOperation, action: HoldDocuments, document: Document
    ) -> Deed | None:
        """The storage follows by the change feed. Errors: NotFound, HoldClosed, BeingDeleted, TooManyHolds."""
        hold = await self.holds.get(actor.organisation_id, action.hold_id)
        more, now = hold.with_one_more(), self.now()
        if (held := put_under(document, hold, now)) is None:
            return None
        facts = {"holdId": hold.id, "operationId": operation.id}
        activity = Activity.of("document.held", held, actor=actor.user_id, at=now, **facts)
        return Deed(held, lambda beside: self.holds.add(more, held, activity, beside=beside))

    def _trash(self, actor: Actor, operation: BulkOperation, document: Document) -> Deed | None:
        """Errors: PartOfReport; UnderHold: many at once are easily more than was meant."""
        document.require_free()
        if document.trashed_at is not None:
            return None
        if document.is_held:
            raise UnderHold("The document is under legal hold, so it stays where it is.")
        after = document.changed(self.now(), trashed_at=self.now())
        return Deed(
            after, lambda beside: self.documents.put_away(actor, document, beside=beside, operationId=operation.id)
        )

    def _restore(self, actor: Actor, operation: BulkOperation, document: Document) -> Deed | None:
        """Errors: PartOfReport."""
        document.require_free()
        if document.trashed_at is None:
            return None
        after = document.changed(self.now(), trashed_at=None)
        return Deed(
            after, lambda beside: self.documents.take_back(actor, document, beside=beside, operationId=operation.id)
        )

    async def _acknowledge(self, actor: Actor, operation: BulkOperation, document: Document) -> Deed | None:
        """Errors: PersonsOnly, InTheTrash, NotAsked, NotInForce also for what came into force after somebody said they had read it."""
        asked_at = operation.read_at or operation.created_at
        if document.approved_at is not None and document.approved_at > asked_at:
            raise NotInForce("Another revision has come into force since.")
        said, happened = self.acknowledgements.judge(actor, document, operationId=operation.id)
        if await self.acknowledgements.own(actor, document) is not None:
            return None
        writes = [Write("create", said.to_item()), Write("create", happened.to_item())]
        container = self.holds.container
        return Deed(document, lambda beside: container.batch(document.organisation_id, [*beside, *writes]))


def _tagged(action: TagDocuments, document: Document) -> tuple[str, ...]:
    """Errors: Invalid."""
    tags = each_once([*(tag for tag in document.tags if tag not in action.remove), *action.add])
    if len(tags) > MAX_TAGS:
        message = f"would have more than {MAX_TAGS} tags"
        raise Invalid(fields=[FieldError("tags", "too_many_tags", message)])
    return tags
