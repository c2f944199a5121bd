"""Field reports as devices send them, through the API in process."""

import json
from typing import Any

from functions.reports.schemas import ReportEditIn
from shared.app import App
from shared.identity.actor import Actor
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from shared.reports.model import Report
from shared.reports.receipt import receipt
from shared.sites.model import Site
from tests.api_client import ApiClient, Response
from tests.people import Person, a_colleague, a_member, a_site, a_token
from tests.reports import a_payload

DAY = "2026-05-04"
ELSEWHERE = "2026-05-05"


def an_edit(site: Site, kind: str = "daily_production", **changes: Any) -> dict[str, Any]:
    """One message: a correct report of version 1, the first that the device sends."""
    body = {
        "type": kind,
        "version": 1,
        "siteId": site.id,
        "day": DAY,
        "basedOn": 0,
        "edits": [new_id()],
        "payload": a_payload(kind),
        "attachments": [],
        "reasons": {},
    }
    return {**body, **changes}


async def a_rig(app: App, client: ApiClient, role: Role = Role.OPERATOR) -> tuple[Person, Site, ApiClient]:
    """An admin, a site, and somebody with this role who is signed in there."""
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    writer = await a_colleague(app, admin, role)
    return admin, site, client.signed_in(a_token(app, writer))


async def a_report(app: App, actor: Actor, site: Site, kind: str = "daily_production", **changes: Any) -> Report:
    """A stored draft."""
    edit = ReportEditIn.model_validate_json(json.dumps(an_edit(site, kind, **changes))).to_edit()
    return (await app.reports.drafting.save(actor, new_id(), edit)).report


async def put(client: ApiClient, report_id: str, body: dict[str, Any]) -> Response:
    return await client.put(f"v1/reports/{report_id}", body)


def a_submit(report_id: str, number: int, edit: dict[str, Any]) -> dict[str, Any]:
    """What a device freezes of an edit, with its receipt."""
    said = receipt(
        report_id=report_id,
        revision=number,
        definition=(edit["type"], edit["version"]),
        payload=edit["payload"],
        attachments=edit["attachments"],
        reasons=edit["reasons"],
    )
    return {**edit, "receipt": said}


async def submit(client: ApiClient, report_id: str, number: int, body: dict[str, Any]) -> Response:
    return await client.put(f"v1/reports/{report_id}/revisions/{number}", body)


async def activities_of(app: App, organisation_id: str, report_id: str) -> list[str]:
    """What happened to a report, in order."""
    query = Query(
        "SELECT * FROM c WHERE c.kind = 'activity' AND c.subjectId = @report ORDER BY c.id", {"@report": report_id}
    )
    rows = await app.database.container("reports").query(query, organisation_id, limit=1000)
    return [row["type"] for row in rows]
