"""What becomes of a report when a device sends an edit: stored as it is, brought together with others', or refused. Rules only: no I/O.

A device sends the report as it has it, the edition this was based on, and the ids of all edits in it that the server has not confirmed
to this device. So a message says everything that earlier ones said, and it does not matter which of them arrive, how often, or in which
order (docs/offline.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from shared.errors import FieldError, Invalid, NotFound
from shared.kit.cosmos import Write
from shared.reports.content import MAX_ATTACHMENTS, MAX_PAYLOAD, Content, content_id, sent_id
from shared.reports.definitions import DEFINITIONS, Definition
from shared.reports.drafts import Attachment, Disagreement, Draft, FieldConflict
from shared.reports.errors import EditConflict, EditionUnknown, PayloadTooLarge, ReportIdTaken
from shared.reports.merge import merge
from shared.reports.model import Report, Slot
from shared.reports.si import with_si


@dataclass(frozen=True, slots=True)
class Edit:
    """One message. `based_on` is an edition, 0 before the first one that was confirmed."""

    type: str
    version: int
    site_id: str
    day: date
    based_on: int
    edits: tuple[str, ...]
    draft: Draft


@dataclass(frozen=True, slots=True)
class Edited:
    """What is to be written; `kept` are the edition before it and, of a merge, what was sent."""

    report: Report
    content: Content
    kept: tuple[Content, ...] = ()
    slots: tuple[Write, ...] = ()
    merged: bool = False


def definition_of(kind: str, version: int | None = None) -> Definition:
    """Of the newest version, if none is named. Errors: Invalid naming `type` or `version`."""
    try:
        newest = DEFINITIONS.newest(kind)
    except NotFound:
        raise Invalid(fields=[FieldError("type", "unknown_type", "there is no such type of report")]) from None
    if version is None:
        return newest
    if version > newest.version:
        message = f"the newest version of this type is {newest.version}"
        raise Invalid(fields=[FieldError("version", "unknown_version", message)])
    return DEFINITIONS.get(kind, version)


def check(definition: Definition, draft: Draft) -> None:
    """Can this be stored? Errors: PayloadTooLarge, Invalid naming fields from `payload` on."""
    if draft.size > MAX_PAYLOAD:
        raise PayloadTooLarge
    try:
        definition.check(draft.payload)
    except Invalid as error:
        fields = [replace(one, field=f"payload.{one.field}".rstrip(".")) for one in error.fields]
        raise Invalid(fields=fields) from None


def require_same(report: Report, edit: Edit) -> None:
    """Errors: ReportIdTaken for another type, site or day; Invalid for another version of the type."""
    if (report.type, report.site_id, report.day) != (edit.type, edit.site_id, edit.day.isoformat()):
        raise ReportIdTaken
    if report.version != edit.version:
        message = f"the report is written with version {report.version} of its type"
        raise Invalid(fields=[FieldError("version", "version_differs", message)])


def begun(report: Report, edit: Edit, subject: str | None, now: datetime) -> Edited:
    """The first edition. `report` is a head without a subject."""
    head = report.model_copy(update={"subject": subject})
    content = Content(
        id=content_id(head.id),
        organisation_id=head.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=head.created_by,
        report_id=head.id,
        edition=head.edition,
        **_stored(edit.draft),
    )
    return Edited(head, content, slots=moved_slot(None, head, now))


def edited(
    report: Report, content: Content, edit: Edit, draft: Draft, subject: str | None, by: str, now: datetime
) -> Edited:
    """The next edition, which says `draft`. Errors: NotEditable."""
    merged = draft is not edit.draft
    if report.revision:  # what a submitted report is about does not change any more
        subject = report.subject
    after = report.edited(edit.edits, subject, now, merged=merged)
    newer = content.changed(now, edition=after.edition, created_by=by, **_stored(draft))
    kept = [content.kept()]
    if merged:
        name = sent_id(report.id, after.edition)
        kept.append(newer.model_copy(update=_stored(edit.draft)).kept().model_copy(update={"id": name}))
    return Edited(after, newer, tuple(kept), moved_slot(report, after, now), merged)


def moved_slot(before: Report | None, after: Report, now: datetime) -> tuple[Write, ...]:
    """The writes that give a report its place, and free the one it had."""
    old = None if before is None else before.slot
    if old == after.slot:
        return ()
    freed = () if old is None else (Write("delete", {"id": old}),)
    taken = () if after.slot is None else (Write("create", Slot.of(after, after.slot, now).to_item()),)
    return (*freed, *taken)


def brought_together(
    definition: Definition, report: Report, content: Content, base: Draft | None, mine: Draft
) -> Draft:
    """What `mine` and the stored content say together. Errors: EditConflict, EditionUnknown, with all sides."""
    if base is None:
        raise EditionUnknown(extra=told(report, content, None, mine, None, []))
    merged, conflicts = merged_drafts(base, mine, content.draft)
    fits = _fits(definition, merged)
    if conflicts or not fits:
        raise EditConflict(extra=told(report, content, base, mine, merged if fits else None, conflicts))
    return merged


def told(
    report: Report,
    content: Content,
    base: Draft | None,
    mine: Draft,
    merged: Draft | None,
    conflicts: Sequence[FieldConflict],
) -> dict[str, Any]:
    """The members of the problem: enough to show both versions side by side."""
    sides = Disagreement(
        report_id=report.id,
        edition=content.edition,
        base=base,
        mine=mine,
        theirs=content.draft,
        merged=merged,
        conflicts=tuple(conflicts),
    )
    return sides.model_dump(mode="json", by_alias=True)


def merged_drafts(base: Draft, mine: Draft, theirs: Draft) -> tuple[Draft, list[FieldConflict]]:
    """Field by field; where both changed one, the merged draft has theirs."""
    found: dict[str, Any] = {}
    conflicts: list[FieldConflict] = []
    sides = [_parts(side) for side in (base, mine, theirs)]
    for part in sides[0]:
        merged = merge(*(side[part] for side in sides))
        found[part] = merged.payload
        conflicts += [
            FieldConflict(part=part, address=one.address, base=one.base, mine=one.mine, theirs=one.theirs)
            for one in merged.conflicts
        ]
    return Draft.model_validate(found), conflicts


def _parts(draft: Draft) -> dict[str, Any]:
    attachments = [attachment.facts for attachment in draft.attachments]
    return {"payload": draft.payload, "attachments": attachments, "reasons": draft.reasons}


def _fits(definition: Definition, merged: Draft) -> bool:
    """Two reports that can be stored may make one that cannot: too many rows of one table."""
    try:
        check(definition, merged)
    except Invalid:
        return False
    return len(merged.attachments) <= MAX_ATTACHMENTS


def _stored(draft: Draft) -> dict[str, Any]:
    attachments: tuple[Attachment, ...] = draft.attachments
    return {"payload": with_si(draft.payload), "attachments": attachments, "reasons": draft.reasons}
