"""What people do with legal holds. That the storage follows, and that a closed case lets go, is in enforcement.py."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.documents.keeping import Kept
from shared.documents.model import Document
from shared.documents.repository import WRITE_ATTEMPTS, visible_to
from shared.errors import Forbidden, NotFound, StaleVersion, Unavailable
from shared.holds.model import HoldChange, HoldDraft, HoldState, LegalHold, put_under
from shared.holds.repository import HoldRepository
from shared.holds.work import CLOSE_QUEUE, HOLD_CLOSING, PROTECT_QUEUE, closing_of, protection_of
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from shared.kit.jobs.queues import JobQueue
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity


@dataclass(frozen=True, slots=True)
class HoldService:
    """Cases are the organisation's; of the documents in them, everybody sees their own sites'."""

    holds: HoldRepository
    queue: JobQueue
    stuck_after: timedelta
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: HoldDraft) -> LegalHold:
        now = self.now()
        hold = LegalHold(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            name=draft.name,
            reason=draft.reason,
        )
        return await self.holds.create(hold, self._activity("hold.opened", hold, actor))

    async def get(self, actor: Actor, hold_id: str) -> LegalHold:
        """Errors: NotFound."""
        return await self.holds.get(actor.organisation_id, hold_id)

    async def list_page(self, actor: Actor, request: PageRequest, state: HoldState | None) -> Page[LegalHold]:
        """Errors: CursorInvalid."""
        return await self.holds.list_in(actor.organisation_id, request, state)

    async def list_documents(self, actor: Actor, hold_id: str, request: PageRequest) -> Page[Document]:
        """Errors: NotFound, CursorInvalid."""
        hold = await self.get(actor, hold_id)
        return await self.holds.list_documents(hold, request, visible_to(actor))

    async def change(self, actor: Actor, hold_id: str, change: HoldChange, etag: str) -> LegalHold:
        """Errors: NotFound, StaleVersion, HoldClosed."""
        hold = await self.get(actor, hold_id)
        hold.require_version(etag)
        hold.require_open()
        changed = hold.changed(self.now(), **change.values)
        if not (difference := hold.difference(changed, ("name", "reason"))):
            return hold
        return await self.holds.replace(changed, self._activity("hold.changed", changed, actor, **difference))

    async def close(self, actor: Actor, hold_id: str) -> LegalHold:
        """Lets all its documents go. Repeating is harmless. Errors: NotFound, Forbidden for who does not see all sites."""
        for _ in range(WRITE_ATTEMPTS):
            hold = await self.get(actor, hold_id)
            if actor.site_ids is not None:
                raise Forbidden("You are limited to some sites: the case may hold documents of others.")
            now = self.now()
            if (closing := hold.closing(actor.user_id, now, now + self.stuck_after)) is None:
                return hold
            with contextlib.suppress(StaleVersion):  # a document was added
                stored = await self.holds.replace(closing, self._activity(HOLD_CLOSING, closing, actor))
                await self._send(CLOSE_QUEUE, closing_of(stored))
                return stored
        raise Unavailable(retry_after=1)

    async def add(self, actor: Actor, hold_id: str, document_id: str) -> Document:
        """Held from now on. Repeating is harmless. Errors: NotFound, HoldClosed, BeingDeleted, TooManyHolds."""
        for _ in range(WRITE_ATTEMPTS):
            hold, document = await self._both(actor, hold_id, document_id)
            more = hold.with_one_more()
            if (held := put_under(document, hold, self.now())) is None:
                return document
            with contextlib.suppress(StaleVersion):
                activity = self._activity("document.held", held, actor, holdId=hold.id)
                stored = await self.holds.add(more, held, activity)
                await self._follow(document, stored)
                return stored
        raise Unavailable(retry_after=1)

    async def remove(self, actor: Actor, hold_id: str, document_id: str) -> None:
        """Held by this case no longer. Repeating is harmless. Errors: NotFound."""
        for _ in range(WRITE_ATTEMPTS):
            hold, document = await self._both(actor, hold_id, document_id)
            if (released := document.released_from(hold.id, self.now())) is None:
                return
            with contextlib.suppress(StaleVersion):
                activity = self._activity("document.released", released, actor, holdId=hold.id)
                await self._follow(document, await self.holds.documents.replace(released, activity))
                return
        raise Unavailable(retry_after=1)

    async def _both(self, actor: Actor, hold_id: str, document_id: str) -> tuple[LegalHold, Document]:
        """Errors: NotFound, also for a site outside the actor's scope."""
        hold, document = await asyncio.gather(
            self.get(actor, hold_id), self.holds.documents.get(actor.organisation_id, document_id)
        )
        if not actor.may_see_site(document.site_id):
            raise NotFound
        return hold, document

    async def _follow(self, before: Document, after: Document) -> None:
        telemetry.event("document.held" if after.is_held else "document.released", document_id=after.id)
        if before.storage_hold is not after.storage_hold:
            await self._send(PROTECT_QUEUE, protection_of(after))

    async def _send(self, queue: str, job: Job) -> None:
        with contextlib.suppress(Unavailable):  # the change feed sends it all the same
            await self.queue.send(queue, job)

    def _activity(self, happened: str, subject: LegalHold | Kept, actor: Actor, **data: object) -> Activity:
        return Activity.of(happened, subject, actor=actor.user_id, at=self.now(), **data)
