"""What a device asks before it sends anything: what a report begins with, and what stands against it."""

from typing import Any, Self

from pydantic import Field

from functions.reports.schemas import ReportDay, ReportType
from shared.app import App
from shared.errors import NotFound
from shared.identity.actor import Actor
from shared.identity.permissions import Permission
from shared.identity.policy import requires
from shared.kit.http import Api
from shared.kit.ids import Id
from shared.kit.model import In, Out
from shared.reports.advising import Advice, Outline
from shared.reports.contexts import Last
from shared.reports.editing import definition_of
from shared.reports.errors import NoSuchDay, PayloadTooLarge
from shared.reports.rules.rule import Finding, RuleKind

api = Api("Reports")

WRITE = requires(Permission.REPORTS_WRITE)


class OutlineQuery(In):
    type: ReportType
    site_id: Id
    day: ReportDay
    subject: str | None = Field(
        default=None, min_length=1, max_length=200, description="wellbore, well or tag; without it nothing is carried"
    )


class LastOut(Out):
    """Of which report the payload was carried forward."""

    report_id: str
    day: str

    @classmethod
    def of(cls, last: Last | None) -> Self | None:
        return None if last is None else cls(report_id=last.report.id, day=last.report.day)


class OutlineOut(Out):
    """`context` is what the rules need and the payload does not say; the server computes it again with every submit."""

    type: str
    version: int = Field(description="the newest, which a new report is written with")
    site_id: str
    day: str
    subject: str | None
    context: dict[str, Any]
    payload: dict[str, Any] = Field(
        description="to begin with: what the last report left, and day and subject of this one"
    )
    existing_report_id: str | None = Field(description="the report that has this type, site, day and subject already")
    last: LastOut | None

    @classmethod
    def of(cls, outline: Outline) -> Self:
        return cls(
            type=outline.definition.kind,
            version=outline.definition.version,
            site_id=outline.place.site_id,
            day=outline.place.day,
            subject=outline.subject,
            context=outline.context,
            payload=outline.payload,
            existing_report_id=outline.existing,
            last=LastOut.of(outline.last),
        )


class FindingsIn(In):
    type: ReportType
    version: int = Field(ge=1, le=1000)
    site_id: Id
    day: ReportDay
    payload: dict[str, Any]


class FindingOut(Out):
    """What stands against submitting it. A warning may be answered by a reason, under the id of its rule."""

    rule: str
    kind: RuleKind
    text: str
    fields: list[str] = Field(description="JSON pointers into the payload")
    reason: str | None = Field(description="what to ask the author of a warning")

    @classmethod
    def of(cls, finding: Finding) -> Self:
        facts = (finding.rule, finding.kind, finding.text, list(finding.fields), finding.reason)
        return cls(**dict(zip(cls.model_fields, facts, strict=True)))


class FindingsOut(Out):
    context: dict[str, Any]
    items: list[FindingOut]

    @classmethod
    def of(cls, advice: Advice) -> Self:
        return cls(context=advice.context, items=[FindingOut.of(finding) for finding in advice.findings])


@api.get("v1/reports/outline", summary="Begin a report", auth=WRITE, errors=(NotFound, NoSuchDay))
async def get_report_outline(query: OutlineQuery, actor: Actor, app: App) -> OutlineOut:
    """What a device needs to write the report of a day, also when it goes offline now. Nothing is stored."""
    facts = (query.type, query.site_id, query.day, query.subject)
    return OutlineOut.of(await app.reports.advising.outline(actor, *facts))


@api.post(
    "v1/reports/findings",
    summary="Ask what stands against a report",
    auth=WRITE,
    errors=(NotFound, NoSuchDay, PayloadTooLarge),
    idempotent=False,
)
async def check_report(body: FindingsIn, actor: Actor, app: App) -> FindingsOut:
    """For clients without the rules: the findings that a submit of this payload would have now. Nothing is stored."""
    definition = definition_of(body.type, body.version)
    return FindingsOut.of(await app.reports.advising.findings(actor, definition, body.site_id, body.day, body.payload))
