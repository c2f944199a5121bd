"""A day's report from the first stroke on a device to its approval, and what hangs on it: figures, due reports, an export."""

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.jobs import Job
from tests.api_client import ApiClient
from tests.bench.metering import Cost, Ledger
from tests.due_reports import a_stored_plan, watches_of
from tests.field_reports import DAY, a_submit, an_edit
from tests.people import Person, a_colleague, a_site, a_token

SPAN = f"from=2026-04-05&to={DAY}"  # thirty days, as the page asks for them


async def journey(app: App, admin: Person) -> dict[str, Cost]:
    client = ApiClient(app, a_token(app, admin))
    site = await a_site(app, admin)
    await a_stored_plan(app, admin, site)
    writer = await a_colleague(app, admin, Role.OPERATOR)
    rig = client.signed_in(a_token(app, writer))
    ledger, report = Ledger(client), new_id()
    path, edit = f"v1/reports/{report}", an_edit(site)
    await ledger.call("list_report_types", "GET", "v1/report-types", by=rig)
    await ledger.call("create_report", "PUT", path, edit, by=rig)
    edit = {**edit, "basedOn": 1, "edits": [new_id()]}
    await ledger.call("put_report", "PUT", path, edit, by=rig)
    edit = {**edit, "basedOn": 2, "edits": [new_id()]}
    await ledger.call("put_report_revision", "PUT", f"{path}/revisions/1", a_submit(report, 1, edit), by=rig)
    await ledger.call("get_report", "GET", path)
    await ledger.call("get_report_revision", "GET", f"{path}/revisions/1")
    verdict = {"revision": 1, "decision": "approve"}
    await ledger.call("decide_report", "POST", f"{path}/review/decision", verdict)
    await ledger.call("list_reports", "GET", "v1/reports")
    await ledger.call("list_report_reviews", "GET", "v1/reports/reviews")
    stored = await app.reports.service.reports.get(admin.organisation_id, report)
    await ledger.work("analytics", lambda: app.analytics.keeping.follow([stored.to_item()]))
    for name, address in (("get_production", "production"), ("get_punctuality", "punctuality")):
        await ledger.call(name, "GET", f"v1/analytics/{address}?{SPAN}&siteId={site.id}")
    await ledger.call("list_due_reports", "GET", f"v1/due-reports?from={DAY}&to={DAY}&siteId={site.id}")
    await _behind(app, ledger, admin)
    return ledger.costs


async def _behind(app: App, ledger: Ledger, admin: Person) -> None:
    (watch,) = await watches_of(app, admin.organisation_id)
    await ledger.work("due reports of a site", lambda: app.due_reports.watching.look(watch))
    order = {"format": "xlsx", "filter": {"types": ["daily_production"]}}
    export = str((await ledger.call("create_export", "POST", "v1/exports", order)).json["id"])
    job = Job.of("export.render", admin.organisation_id, export)
    await ledger.work("export", lambda: app.exports.exporting.run(job))
    await ledger.call("get_export", "GET", f"v1/exports/{export}")
    await ledger.call("get_export_download", "GET", f"v1/exports/{export}/download")
