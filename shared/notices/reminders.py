"""Reviewers are reminded of what is due. The reminder is ordered by the batch that notes it: however often the timer fires, whichever
worker is killed, nobody is reminded twice of the same.
"""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shared.documents.model import Document
from shared.documents.repository import DocumentRepository
from shared.documents.review import Review
from shared.documents.revision import Revision
from shared.documents.work import facts_of
from shared.kit.cosmos import Write
from shared.kit.jobs.outbox import look_after
from shared.kit.query import due_query
from shared.kit.repository import Activity
from shared.notices.letters import ZoneOf
from shared.notices.times import next_look, reminders_due
from shared.notices.work import REMINDED, SYSTEM

LOOKED_AT = 500  # per run of the timer
LATER = timedelta(days=1)  # when what lies in the trash is looked at again


@dataclass(frozen=True, slots=True)
class ReviewReminders:
    documents: DocumentRepository
    zone_of: ZoneOf
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Every review of all organisations that somebody must look at; one that fails does not keep the others waiting."""
        await look_after(self._stream_due(), self.remind, "review", _which)

    async def remind(self, revision: Revision) -> None:
        """Errors: NotFound, StaleVersion."""
        document = await self.documents.get(revision.organisation_id, revision.document_id)
        if revision.review is None or document.in_review != revision.number:
            await self._note(revision.model_copy(update={"remind_at": None}))
        elif document.trashed_at is not None or document.purging_since is not None:
            await self._note(revision.model_copy(update={"remind_at": self.now() + LATER}))
        else:
            await self._remind(document, revision, revision.review)

    async def _stream_due(self) -> AsyncIterator[Revision]:
        query = due_query("remindAt", self.now(), "revision")
        async for item in self.documents.container.stream_all(query, limit=LOOKED_AT):
            yield Revision.from_item(item)

    async def _remind(self, document: Document, revision: Revision, review: Review) -> None:
        now = self.now()
        zone = ZoneInfo(await self.zone_of(document.organisation_id, document.site_id))
        wanted = reminders_due(review, zone, now)
        update = {"review": review.reminded(wanted), "remind_at": next_look(review, zone, now)}
        said = [{"userId": user_id, "reminder": reminder.value} for user_id, reminder in wanted.items()]
        activities = []
        if said:
            facts = facts_of(revision)
            activities.append(Activity.of(REMINDED, document, actor=SYSTEM, at=now, **facts, reminders=said))
        await self._note(revision.model_copy(update=update), *activities)

    async def _note(self, revision: Revision, *activities: Activity) -> None:
        """People see nothing of it, so `updated_at` stays."""
        writes = [Write("replace", revision.to_item(), revision.etag)]
        writes += [Write("create", activity.to_item()) for activity in activities]
        await self.documents.container.batch(revision.organisation_id, writes)


def _which(revision: Revision) -> Mapping[str, str]:
    return {"organisation_id": revision.organisation_id, "document_id": revision.document_id}
