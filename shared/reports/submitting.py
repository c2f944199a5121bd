"""A report is submitted: frozen as an immutable revision, judged, and confirmed by a receipt over exactly what was sent."""

import contextlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import AlreadyExists, FieldError, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.kit import telemetry
from shared.kit.repository import Activity
from shared.reports.content import Content, ReportRevision, Warned, revision_id
from shared.reports.contexts import Contexts
from shared.reports.definitions import Definition
from shared.reports.drafting import ReportDrafting, happened
from shared.reports.drafts import Attachment, Draft
from shared.reports.editing import Edit, Edited, check, definition_of, edited, merged_drafts, require_same, told
from shared.reports.errors import (
    AttachmentMissing,
    ReasonMissing,
    ReceiptDiffers,
    ReportBlocked,
    RevisionOutOfOrder,
    RevisionTaken,
    SubmitStale,
)
from shared.reports.model import Report, subject_of
from shared.reports.places import Place, misplaced, unnamed
from shared.reports.receipt import receipt
from shared.reports.repository import WRITE_ATTEMPTS, ReportRepository
from shared.reports.rules.rule import Finding, RuleKind
from shared.reports.si import with_si

READY = "ready"
MAX_ERRORS = 200  # fields named in one refusal

AttachmentStates = Callable[[str, str, Sequence[Attachment]], Awaitable[Mapping[str, str]]]
"""Of an organisation's report: the state of each of these files by id, `ready` when the very bytes are there and verified."""


@dataclass(frozen=True, slots=True)
class Submit:
    """`number` is that of the revision; `receipt` what the device computed over it."""

    number: int
    edit: Edit
    receipt: str


@dataclass(frozen=True, slots=True)
class Submitted:
    revision: ReportRevision
    created: bool


@dataclass(frozen=True, slots=True)
class ReportSubmitting:
    reports: ReportRepository
    drafting: ReportDrafting
    contexts: Contexts
    states_of: AttachmentStates
    now: Callable[[], datetime]

    async def submit(self, actor: Actor, report_id: str, submit: Submit) -> Submitted:
        """Once for each number, however often it is asked; what was accepted before is confirmed whatever became of it since.

        Errors: those of `ReportDrafting.save` but for its conflicts, ReceiptDiffers, RevisionTaken, RevisionOutOfOrder, NotEditable,
        SubmitStale, ReportBlocked, ReasonMissing, AttachmentMissing.
        """
        definition = definition_of(submit.edit.type, submit.edit.version)
        check(definition, submit.edit.draft)
        for _ in range(WRITE_ATTEMPTS):
            report, content, revision = await self.reports.find_with_revision(
                actor.organisation_id, report_id, submit.number
            )
            if report is not None:
                require_same(report.seen_by(actor), submit.edit)
            if revision is not None:
                return _confirmed(revision, submit)
            with contextlib.suppress(StaleVersion, AlreadyExists):
                return await self._submit(actor, report_id, report, content, submit, definition)
            await self.drafting.explain(actor, report_id, submit.edit, definition)
        raise Unavailable(retry_after=1)

    async def _submit(
        self,
        actor: Actor,
        report_id: str,
        report: Report | None,
        content: Content | None,
        submit: Submit,
        definition: Definition,
    ) -> Submitted:
        begun: tuple[Activity, ...] = ()
        if report is None or content is None:
            if submit.number != 1:
                raise RevisionOutOfOrder
            new = await self.drafting.begin(actor, report_id, submit.edit, definition)
            begun = (happened("report.created", new.report, actor, new.report.created_at),)
        else:
            new = await self._latest(actor, report, content, submit, definition)
        revision = await self._judged(actor, new, submit, definition)
        after = new.report.submitted(
            receipt=revision.receipt, warnings=len(revision.warned), by=actor.user_id, now=revision.received_at
        )
        activity = happened("report.submitted", after, actor, revision.received_at)
        changed = () if new.content is content else (new.content,)
        others = (*changed, *new.kept, revision)
        await self.reports.write(after, *others, activity=activity, before=begun, slots=new.slots)
        telemetry.event("report.submitted", report_id=report_id, revision=submit.number)
        return Submitted(revision, created=True)

    async def _latest(
        self, actor: Actor, report: Report, content: Content, submit: Submit, definition: Definition
    ) -> Edited:
        """The report with what is submitted as its content. Errors: RevisionOutOfOrder, NotEditable, SubmitStale."""
        edit = submit.edit
        if submit.number != report.revision + 1:
            raise RevisionOutOfOrder
        report.require_editable()
        if not report.is_untouched_since(edit.based_on, edit.edits):
            raise SubmitStale(extra=await self._sides(report, content, edit))
        if report.has_applied(edit.edits) and content.draft == edit.draft:
            return Edited(report, content)
        subject = subject_of(definition.subject, edit.draft.payload)
        return edited(report, content, edit, edit.draft, subject, actor.user_id, self.now())

    async def _sides(self, report: Report, content: Content, edit: Edit) -> dict[str, Any]:
        base = await self.drafting.base_of(report, content, edit)
        if base is None:
            return told(report, content, None, edit.draft, None, [])
        merged, conflicts = merged_drafts(base, edit.draft, content.draft)
        return told(report, content, base, edit.draft, merged, conflicts)

    async def _judged(self, actor: Actor, new: Edited, submit: Submit, definition: Definition) -> ReportRevision:
        """Errors: ReceiptDiffers, ReportBlocked, ReasonMissing, AttachmentMissing."""
        if _receipt(new.report.id, submit) != submit.receipt:
            raise ReceiptDiffers
        report, draft, place = new.report, submit.edit.draft, Place.of(new.report)
        context = await self.contexts.of(actor.organisation_id, definition, place, report.subject)
        findings = [
            *misplaced(definition, place, report.subject, draft.payload),
            *unnamed(definition, draft),
            *definition.findings(draft.payload, context),
        ]
        warned = _warned(findings, draft)
        await self._require_files(report, draft)
        now = self.now()
        return ReportRevision(
            id=revision_id(report.id, submit.number),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            report_id=report.id,
            site_id=report.site_id,
            number=submit.number,
            type=report.type,
            version=report.version,
            edition=report.edition,
            payload=with_si(draft.payload),
            attachments=draft.attachments,
            warned=warned,
            reasons=draft.reasons,
            context=context,
            receipt=submit.receipt,
            received_at=now,
        )

    async def _require_files(self, report: Report, draft: Draft) -> None:
        """Errors: AttachmentMissing naming each with its state."""
        if not draft.attachments:
            return
        states = await self.states_of(report.organisation_id, report.id, draft.attachments)
        missing = [
            FieldError(f"attachments[{index}]", states[one.id], f"{one.name}: {states[one.id].replace('_', ' ')}")
            for index, one in enumerate(draft.attachments)
            if states[one.id] != READY
        ]
        if missing:
            raise AttachmentMissing(fields=missing)


def _receipt(report_id: str, submit: Submit) -> str:
    edit = submit.edit
    return receipt(
        report_id=report_id,
        revision=submit.number,
        definition=(edit.type, edit.version),
        payload=edit.draft.payload,
        attachments=[attachment.facts for attachment in edit.draft.attachments],
        reasons=edit.draft.reasons,
    )


def _confirmed(revision: ReportRevision, submit: Submit) -> Submitted:
    """Errors: RevisionTaken."""
    if revision.receipt != submit.receipt:
        raise RevisionTaken(extra={"storedReceipt": revision.receipt, "sentReceipt": submit.receipt})
    return Submitted(revision, created=False)


def _warned(findings: Sequence[Finding], draft: Draft) -> tuple[Warned, ...]:
    """The warnings with their reasons. Errors: ReportBlocked, ReasonMissing."""
    if blocking := [finding for finding in findings if finding.kind is RuleKind.BLOCK]:
        raise ReportBlocked(fields=_fields(blocking))
    if silent := [finding for finding in findings if finding.rule not in draft.reasons]:
        raise ReasonMissing(fields=_fields(silent))
    return tuple(
        Warned(rule=one.rule, text=one.text, fields=one.fields, reason=draft.reasons[one.rule]) for one in findings
    )


def _fields(findings: Sequence[Finding]) -> list[FieldError]:
    named = [FieldError(pointer, one.rule, one.text) for one in findings for pointer in one.fields]
    return named[:MAX_ERRORS]
