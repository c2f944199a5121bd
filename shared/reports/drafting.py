"""People write reports, at the desk and on devices that are away for days. What becomes of an edit is said in editing.py."""

import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists, NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.kit import telemetry
from shared.kit.repository import Activity
from shared.reports.content import Content
from shared.reports.definitions import Definition
from shared.reports.drafts import Draft
from shared.reports.editing import Edit, Edited, begun, brought_together, check, definition_of, edited, require_same
from shared.reports.errors import (
    AlreadySubmitted,
    NotYours,
    ReportDiscarded,
    ReportExists,
    ReportIdTaken,
)
from shared.reports.model import Applied, Report, ReportState, slot_key, subject_of
from shared.reports.places import Place, SiteClock
from shared.reports.repository import WRITE_ATTEMPTS, ReportRepository

NOTHING = Draft(payload={})


GetSite = Callable[[Actor, str], Awaitable[SiteClock]]
"""Errors: NotFound, also for a site that the actor does not see."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The report as it is now. `created`: it was not there before; `merged`: it says something else than what was sent."""

    report: Report
    content: Content
    created: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class ReportDrafting:
    reports: ReportRepository
    get_site: GetSite
    now: Callable[[], datetime]

    async def save(self, actor: Actor, report_id: str, edit: Edit) -> Saved:
        """Store an edit, however often and in whatever order it arrives. Two requests and those of a site or of an earlier edition.

        Errors: NotFound for a site that the actor does not see, ReportIdTaken, ReportExists, ReportDiscarded, NotEditable, EditConflict,
        EditionUnknown, NoSuchDay, PayloadTooLarge, Invalid.
        """
        definition = definition_of(edit.type, edit.version)
        check(definition, edit.draft)
        for _ in range(WRITE_ATTEMPTS):
            found = await self.reports.find_with_content(actor.organisation_id, report_id)
            with contextlib.suppress(StaleVersion, AlreadyExists):
                if found is None:
                    return await self._create(actor, report_id, edit, definition)
                return await self._change(actor, *found, edit, definition)
            await self.explain(actor, report_id, edit, definition)
        raise Unavailable(retry_after=1)

    async def discard(self, actor: Actor, report_id: str, etag: str) -> None:
        """Throw a draft away. Repeating is harmless. Errors: NotFound, StaleVersion, AlreadySubmitted, NotYours."""
        report = await self.reports.find(actor.organisation_id, report_id)
        if report is None:
            if await self.reports.is_discarded(actor, report_id):
                return
            raise NotFound
        report.seen_by(actor)
        if report.etag != etag:
            raise StaleVersion
        if report.state is not ReportState.DRAFT:
            raise AlreadySubmitted
        if report.created_by != actor.user_id and Permission.REPORTS_REVIEW not in actor.permissions:
            raise NotYours
        await self.reports.discard(report, happened("report.discarded", report, actor, self.now()))

    async def begin(self, actor: Actor, report_id: str, edit: Edit, definition: Definition) -> Edited:
        """A report that is not there yet, unwritten. Errors: NotFound, NoSuchDay."""
        site, now = await self.get_site(actor, edit.site_id), self.now()
        place = Place.at(site, edit.site_id, edit.type, edit.day)
        head = Report(
            id=report_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            type=edit.type,
            version=edit.version,
            site_id=edit.site_id,
            day=place.day,
            time_zone=site.time_zone,
            day_start=site.day_start,
            period_begin=place.period.begin,
            period_end=place.period.end,
            applied=(Applied(edition=1, edits=edit.edits),),
        )
        return begun(head, edit, subject_of(definition.subject, edit.draft.payload), now)

    async def base_of(self, report: Report, content: Content, edit: Edit) -> Draft | None:
        """What the device built on: the last edition of its own that arrived, or the one it names. None: not kept any more."""
        if own := report.own_since(edit.based_on, edit.edits):
            edition, as_sent = own[-1].edition, own[-1].merged
        else:
            edition, as_sent = edit.based_on, False
        if edition == 0:
            return NOTHING
        if edition == content.edition and not as_sent:
            return content.draft
        kept = await self.reports.find_edition(report.organisation_id, report.id, edition, as_sent=as_sent)
        return None if kept is None else kept.draft

    async def explain(self, actor: Actor, report_id: str, edit: Edit, definition: Definition) -> None:
        """Why could it not be written? Nothing if it is worth another try. Errors: ReportExists, ReportDiscarded, ReportIdTaken."""
        found = await self.reports.find(actor.organisation_id, report_id)
        if found is None and await self.reports.is_discarded(actor, report_id):
            raise ReportDiscarded
        subject = subject_of(definition.subject, edit.draft.payload)
        if subject is not None:
            slot = slot_key(edit.type, edit.site_id, edit.day.isoformat(), subject)
            holder = await self.reports.find_by_slot(actor.organisation_id, slot)
            if holder is not None and holder != report_id:
                raise ReportExists(f"It is report {holder}.", extra={"reportId": holder})
        if found is None and await self.reports.is_taken(actor.organisation_id, report_id):
            raise ReportIdTaken

    async def _create(self, actor: Actor, report_id: str, edit: Edit, definition: Definition) -> Saved:
        new = await self.begin(actor, report_id, edit, definition)
        activity = happened("report.created", new.report, actor, new.report.created_at)
        stored = await self.reports.write(new.report, new.content, activity=activity, slots=new.slots)
        telemetry.event("report.created", report_id=report_id)
        return Saved(stored, new.content, created=True)

    async def _change(
        self, actor: Actor, report: Report, content: Content, edit: Edit, definition: Definition
    ) -> Saved:
        require_same(report.seen_by(actor), edit)
        if report.has_applied(edit.edits):
            return Saved(report, content, merged=content.draft != edit.draft)
        report.require_editable()
        draft, now = edit.draft, self.now()
        if not report.is_untouched_since(edit.based_on, edit.edits):
            base = await self.base_of(report, content, edit)
            draft = brought_together(definition, report, content, base, edit.draft)
        subject = subject_of(definition.subject, draft.payload)
        new = edited(report, content, edit, draft, subject, actor.user_id, now)
        activity = happened("report.edited", new.report, actor, now, edition=new.report.edition)
        stored = await self.reports.write(new.report, new.content, *new.kept, activity=activity, slots=new.slots)
        telemetry.event("report.edited", report_id=report.id, merged=new.merged)
        return Saved(stored, new.content, merged=draft != edit.draft)


def happened(what: str, report: Report, actor: Actor, at: datetime, **more: object) -> Activity:
    """What every activity about a report says."""
    facts = {
        "type": report.type,
        "siteId": report.site_id,
        "day": report.day,
        "subject": report.subject,
        "revision": report.revision,
    }
    return Activity.of(what, report, actor=actor.user_id, at=at).model_copy(update={"data": {**facts, **more}})
