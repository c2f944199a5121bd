"""Reports that were submitted, as tests need them: stored as a submit leaves them, with somebody to review them."""

from dataclasses import dataclass
from typing import Any

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.query import Query
from shared.reports.content import Content, ReportRevision, Warned, revision_id
from shared.reports.drafting import happened
from shared.reports.model import Report, ReportState
from shared.reports.repository import ReportRepository
from shared.reports.si import with_si
from shared.sites.model import Site
from tests.api_client import ApiClient, Response
from tests.field_reports import a_report
from tests.people import Person, a_colleague, a_member, a_site, a_token
from tests.reports import a_context, receipt_of

Row = dict[str, Any]
WARNED = Warned(
    rule="hours.balance", text="23 h and 0 h are not the 24 h of the day.", fields=("/uptime",), reason="log lost"
)


@dataclass
class Crew:
    """A site, its operator Olga, the engineers Erik and Anna, and an admin."""

    client: ApiClient
    app: App
    admin: Person
    site: Site
    olga: Person
    erik: Person
    anna: Person

    def as_(self, person: Person) -> ApiClient:
        return self.client.signed_in(a_token(self.app, person))

    async def a_draft(self, kind: str = "daily_production", **changes: Any) -> Report:
        return await a_report(self.app, self.olga.actor, self.site, kind, **changes)

    async def submitted(self, kind: str = "daily_production", *, warnings: int = 0, **changes: Any) -> Report:
        return await a_submit(self.app, self.olga, await self.a_draft(kind, **changes), warnings=warnings)

    async def decide(self, who: Person, report: Report, decision: str = "approve", **said: Any) -> Response:
        body = {"revision": report.revision, "decision": decision, **said}
        return await self.as_(who).post(f"v1/reports/{report.id}/review/decision", body)

    async def approved(self, kind: str = "daily_production", **changes: Any) -> Report:
        report = await self.submitted(kind, **changes)
        assert (await self.decide(self.erik, report)).status == 200
        return await self.stored(report)

    async def stored(self, report: Report) -> Report:
        return await self.app.reports.service.reports.get(report.organisation_id, report.id)

    async def revision(self, report: Report, number: int) -> Row:
        found: Row = (await self.as_(self.admin).get(f"v1/reports/{report.id}/revisions/{number}")).json
        return found

    async def happened(self, report: Report) -> list[Row]:
        """Activities about a report since it was submitted, the first first."""
        text = "SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @report ORDER BY c.id"
        container = self.app.database.container("reports")
        rows = await container.query(Query(text, {"@report": report.id}), report.organisation_id, limit=100)
        names = ("report.created", "report.edited", "report.submitted")
        return [row for row in rows if row["type"] not in names]


async def a_crew(client: ApiClient, app: App) -> Crew:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    olga = await a_colleague(app, admin, Role.OPERATOR, name="Olga")
    erik, anna = [await a_colleague(app, admin, Role.ENGINEER, name=name) for name in ("Erik", "Anna")]
    return Crew(client, app, admin, site, olga, erik, anna)


async def a_submit(app: App, author: Person, report: Report, *, warnings: int = 0, **payload: Any) -> Report:
    """One more revision, of what the report says by now or of `payload`'s sections instead."""
    reports: ReportRepository = app.reports.service.reports
    report, content = await reports.get_with_content(report.organisation_id, report.id)
    number, now = report.revision + 1, app.now()
    said: Content = content.model_copy(update={"payload": with_si({**content.payload, **payload})})
    proof = receipt_of(report, number, said.payload, said.attachments, said.reasons)
    after = report.submitted(receipt=proof, warnings=warnings, by=author.id, now=now)
    revision = ReportRevision(
        id=revision_id(report.id, number),
        organisation_id=report.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=author.id,
        report_id=report.id,
        site_id=report.site_id,
        number=number,
        type=report.type,
        version=report.version,
        edition=content.edition,
        payload=said.payload,
        attachments=said.attachments,
        warned=(WARNED,) * warnings,
        reasons=said.reasons,
        context=a_context(report.type),
        receipt=proof,
        received_at=now,
    )
    assert after.state is ReportState.SUBMITTED
    activity = happened("report.submitted", after, author.actor, now)
    return await reports.write(after, said, revision, activity=activity)
