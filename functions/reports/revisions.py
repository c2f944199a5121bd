"""What was submitted: revisions of a report, and how they differ."""

from collections.abc import Sequence
from typing import Annotated, Any, Self

from pydantic import Field

from functions.reports.schemas import AttachmentOut, ReviewRoundOut
from shared.app import App
from shared.errors import Invalid
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api, ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.reports.content import ReportRevision, ReportRevisionHead, Warned
from shared.reports.diff import Change, ChangeKind
from shared.reports.model import MAX_REVISIONS

api = Api("Reports")

READ = requires(Permission.REPORTS_READ)
Number = Annotated[int, Field(ge=1, le=MAX_REVISIONS)]


class WarnedOut(Out):
    """A warning that was open, and the author's reason; `fields` are JSON pointers into this revision's payload."""

    rule: str
    text: str
    fields: list[str]
    reason: str

    @classmethod
    def of(cls, warned: Warned) -> Self:
        return cls(rule=warned.rule, text=warned.text, fields=list(warned.fields), reason=warned.reason)


class ReportRevisionRow(Out):
    report_id: str
    number: int
    type: str
    version: int
    edition: int = Field(description="of the content that was submitted")
    attachments: list[AttachmentOut]
    warned: list[WarnedOut]
    receipt: str
    received_at: Moment
    submitted_by: str
    review: ReviewRoundOut | None = Field(description="what became of it; null until it was decided about")

    @classmethod
    def of(cls, revision: ReportRevisionHead) -> Self:
        return cls(**_facts(revision))


class ReportRevisionOut(ReportRevisionRow):
    """`payload` as it was sent, without SI values; `context` is what the server knew when it judged it."""

    payload: dict[str, Any]
    reasons: dict[str, str]
    context: dict[str, Any]
    etag: str

    @classmethod
    def whole(cls, revision: ReportRevision) -> Self:
        said = {"payload": revision.sent, "reasons": revision.reasons, "context": revision.context}
        return cls(**_facts(revision), **said, etag=revision.etag)


class ReportRevisionPage(PageOut):
    items: list[ReportRevisionRow]


class ChangesQuery(In):
    against: Number | None = Field(default=None, description="another revision; by default the one before")


class ChangeOut(Out):
    """`address` is a JSON pointer where `id:<row>` stands for a row of a table; of a moved row `before` and `after` are its places."""

    kind: ChangeKind
    address: str
    before: Any
    after: Any


class ReportChangesOut(Out):
    """What a revision has otherwise than `against`. Attachments and reasons are told as tables and fields are."""

    revision: int
    against: int
    payload: list[ChangeOut]
    attachments: list[ChangeOut]
    reasons: list[ChangeOut]


@api.get("v1/reports/{report_id:length(26)}/revisions", summary="List revisions of a report", auth=READ)
async def list_report_revisions(report_id: Id, query: ListQuery, actor: Actor, app: App) -> ReportRevisionPage:
    """What was submitted, the newest first, without what it says."""
    page = await app.reports.service.list_revisions(actor, report_id, query.page_request("-number"))
    return ReportRevisionPage(items=[ReportRevisionRow.of(one) for one in page.items], next_cursor=page.next_cursor)


@api.get("v1/reports/{report_id:length(26)}/revisions/{number}", summary="Read a revision of a report", auth=READ)
async def get_report_revision(report_id: Id, number: Number, actor: Actor, app: App) -> ReportRevisionOut:
    """As it was submitted. Nothing of it changes but what was decided about it."""
    return ReportRevisionOut.whole(await app.reports.service.get_revision(actor, report_id, number))


@api.get(
    "v1/reports/{report_id:length(26)}/revisions/{number}/changes",
    summary="Compare revisions of a report",
    auth=READ,
    errors=(Invalid,),
)
async def compare_report_revisions(
    report_id: Id, number: Number, query: ChangesQuery, actor: Actor, app: App
) -> ReportChangesOut:
    """Field by field, from the earlier to this one. Rows are known by their ids, so that a moved row is moved and not rewritten."""
    compared = await app.reports.service.compare(actor, report_id, number, query.against)
    return ReportChangesOut(
        revision=number,
        against=compared.against,
        payload=_changes(compared.payload),
        attachments=_changes(compared.attachments),
        reasons=_changes(compared.reasons),
    )


def _facts(revision: ReportRevisionHead) -> dict[str, Any]:
    return {
        "report_id": revision.report_id,
        "number": revision.number,
        "type": revision.type,
        "version": revision.version,
        "edition": revision.edition,
        "attachments": [AttachmentOut(**dict(one)) for one in revision.attachments],
        "warned": [WarnedOut.of(one) for one in revision.warned],
        "receipt": revision.receipt,
        "received_at": revision.received_at,
        "submitted_by": revision.created_by,
        "review": ReviewRoundOut.of(revision.review),
    }


def _changes(changes: Sequence[Change]) -> list[ChangeOut]:
    return [ChangeOut(kind=one.kind, address=one.address, before=one.before, after=one.after) for one in changes]
