"""Every operation against somebody else's rows: of another organisation, and of a site outside the caller's scope.

What is not there for the caller is a 404 like any other, whatever is asked of it; and no list shows any of it. An operation that needs a
body has a good one in `BODIES`: without it the answer would be a 422, and the test fails.
"""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from functions.apis import APIS
from shared.app import App
from shared.documents.drafts import DocumentDraft, FileDraft
from shared.identity.permissions import FOR_PERSONS_ONLY, Permission, Role
from shared.identity.policy import SignedIn
from shared.kit.http.operation import Operation
from shared.kit.ids import new_id
from shared.sites.model import Site
from shared.views.model import ViewDraft
from tests.api_client import ApiClient, Response
from tests.archives import an_archive_begun, an_import_announced
from tests.bulk import an_operation
from tests.document_types import a_document_type
from tests.due_reports import a_stored_plan
from tests.exported import an_order, schedule_facts
from tests.field_reports import a_report
from tests.holds import a_hold
from tests.people import Person, a_member, a_site, an_api_key
from tests.retention import a_run
from tests.share_links import a_stored_link
from tests.upload_links import a_stored_upload_link
from tests.wells import a_well

OPERATIONS = [operation for api in APIS for operation in api.operations if isinstance(operation.policy, SignedIn)]
EVERYBODYS = {"get_report_type"}  # the same in every organisation
ABOUT_ONE = [operation for operation in OPERATIONS if operation.placeholders and operation.name not in EVERYBODYS]
WITHOUT_ID = [operation for operation in OPERATIONS if operation.method == "GET" and not operation.placeholders]
COUNTED = {"number", "version"}  # from 1 within a row, and so in every organisation
SCOPED = {
    "attachment_id",
    "document_id",
    "link_id",
    "plan_id",
    "report_id",
    "site_id",
    "upload_link_id",
    "well_id",
}
REPORT: dict[str, Any] = {
    "type": "daily_production",
    "version": 1,
    "siteId": "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "day": "2026-05-04",
    "basedOn": 0,
    "edits": ["01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    "payload": {},
    "attachments": [],
    "reasons": {},
}
BODIES: dict[str, dict[str, Any]] = {
    "acknowledge_document": {"revision": 1},
    "begin_review": {"reviewers": [{"userId": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}]},
    "decide_review": {"decision": "approve"},
    "change_api_key": {"name": "Theirs"},
    "change_document": {"title": "Theirs"},
    "change_document_type": {"name": "Theirs"},
    "change_due_plan": {"dueDays": 1},
    "change_hold": {"name": "Theirs"},
    "change_organisation": {"name": "Theirs"},
    "change_site": {"name": "Theirs"},
    "change_user": {"name": "Theirs"},
    "change_view": {"name": "Theirs"},
    "change_well": {"name": "Theirs"},
    "create_document_type_migration": {"toVersion": 1, "dryRun": True},
    "replace_export_schedule": {
        "name": "Theirs",
        "cron": "0 7 * * *",
        "period": "day",
        "format": "csv",
        "filter": {},
    },
    "create_revision": {"fileName": "a.las", "sizeBytes": 1, "sha256": "a" * 64, "contentType": "text/plain"},
    "create_share_link": {"expiresAt": "2030-01-01T00:00:00Z"},
    "decide_report": {"revision": 1, "decision": "approve"},
    "put_report": REPORT,
    "put_report_attachment": {
        "siteId": "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "name": "a.png",
        "sizeBytes": 1,
        "sha256": "a" * 64,
        "contentType": "image/png",
    },
    "put_report_revision": {**REPORT, "receipt": "a" * 64},
    "reopen_report": {"reason": "Theirs"},
    "reprocess_revision": {"parts": ["text"]},
    "rotate_api_key": {"overlapHours": 0},
    "run_archive_import": {"dryRun": True},
}
FIGURES = ("get_activity_time", "get_non_productive_time", "get_production", "get_punctuality")
QUERIES = {  # what would find something of `a_world`
    "get_report_outline": "?type=daily_production&siteId=01ARZ3NDEKTSV4RRFFQ69G5FAV&day=2026-05-05&subject=F-12",
    **dict.fromkeys(FIGURES, "?from=2026-05-01&to=2026-05-31"),
    "list_due_reports": "?from=2026-03-01&to=2026-03-02",
    "search_documents": "?q=gamma",
}


@dataclass(frozen=True)
class World:
    """Everything there is in one organisation, by the placeholder it fills."""

    owner: Person
    ids: dict[str, str]


async def a_world(app: App) -> World:
    owner = await a_member(app, Role.ADMIN)
    site = await a_site(app, owner)
    key, _ = await an_api_key(app, owner, Permission.DOCUMENTS_READ)
    opened = await app.identity.service.sessions.begin(owner.id, owner.organisation_id, "Firefox")
    ids = {
        "organisation_id": owner.organisation_id,
        "user_id": owner.id,
        "site_id": site.id,
        "well_id": (await a_well(app, owner, site.id)).id,
        "number": "1",
        "version": "1",
        "key_id": key.id,
        "session_id": opened.session.id,
    }
    return World(owner, {**ids, **await among_documents(app, owner, site), **await among_reports(app, owner, site)})


async def among_documents(app: App, owner: Person, site: Site) -> dict[str, str]:
    file = FileDraft("log.las", 10, "a" * 64, "text/plain")
    document, _, _ = await app.documents.service.announce(owner.actor, DocumentDraft(file, "Gamma ray log", site.id))
    return {
        "document_id": document.id,
        "type_id": (await a_document_type(app, owner)).id,
        "link_id": (await a_stored_link(app, owner, document.id)).id,
        "upload_link_id": (await a_stored_upload_link(app, owner, site.id)).id,
        "hold_id": (await a_hold(app, owner, document)).id,
        "run_id": (await a_run(app, owner)).id,
        "archive_id": (await an_archive_begun(app, owner.organisation_id)).id,
        "import_id": (await an_import_announced(app, owner.actor, b"{}")).id,
        "operation_id": (await an_operation(app, owner, document)).id,
        "view_id": (await app.views.create(owner.actor, ViewDraft("Theirs", {}, (), (Role.VIEWER,)))).id,
    }


async def among_reports(app: App, owner: Person, site: Site) -> dict[str, str]:
    report = await a_report(app, owner.actor, site)
    file = FileDraft("hose.png", 10, "b" * 64, "image/png")
    photo = await app.attachments.announce(owner.actor, report.id, site.id, new_id(), file)
    return {
        "report_id": report.id,
        "attachment_id": photo.document.id,
        "plan_id": (await a_stored_plan(app, owner, site)).id,
        "export_id": (await app.exports.service.request(owner.actor, an_order())).id,
        "rebuild_id": (await app.analytics.service.rebuild(owner.actor)).id,
        "schedule_id": (await app.exports.schedules.create(owner.actor, schedule_facts())).id,
    }


def as_(client: ApiClient, app: App, person: Person) -> ApiClient:
    return client.signed_in(app.identity.tokens.issue(replace(person.actor, session_id=new_id()), app.now()))


async def call(client: ApiClient, operation: Operation, ids: dict[str, str]) -> Response:
    path = operation.path.lstrip("/").format(**ids) + QUERIES.get(operation.name, "")
    headers = {"If-Match": '"0"'} if operation.needs_if_match else {}
    return await client.request(operation.method, path, BODIES.get(operation.name), headers=headers)


def name_of(operation: Operation) -> str:
    return operation.name


@pytest.mark.parametrize("operation", ABOUT_ONE, ids=name_of)
async def test_a_row_of_another_organisation_is_not_there(client: ApiClient, app: App, operation: Operation) -> None:
    world, stranger = await a_world(app), await a_member(app, Role.ADMIN)
    answer = await call(as_(client, app, stranger), operation, world.ids)
    if operation.name == "delete_session":  # ending what is not among one's own sessions is fine, and ends nothing
        assert answer.status == 204
        assert await app.identity.service.sessions.get(world.owner.id, world.ids["session_id"]) is not None
    else:
        assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize("operation", WITHOUT_ID, ids=name_of)
async def test_nothing_shows_a_row_of_another_organisation(client: ApiClient, app: App, operation: Operation) -> None:
    world, stranger = await a_world(app), await a_member(app, Role.ADMIN)
    answer = await call(as_(client, app, stranger), operation, {})
    assert answer.status in {200, 404, 409}
    rows = {name: row for name, row in world.ids.items() if name not in COUNTED}
    assert [name for name, row in rows.items() if row in answer.content.decode()] == []


@pytest.mark.parametrize("operation", [one for one in ABOUT_ONE if SCOPED & {*one.placeholders}], ids=name_of)
async def test_a_row_of_a_site_outside_the_scope_is_not_there(
    client: ApiClient, app: App, operation: Operation
) -> None:
    world = await a_world(app)
    elsewhere = await a_site(app, world.owner, "Gullfaks")
    scoped = replace(world.owner, site_ids=(elsewhere.id,))
    answer = await call(as_(client, app, scoped), operation, world.ids)
    assert (answer.status, answer.code) == (404, "not_found")
    assert isinstance(operation.policy, SignedIn)
    if not FOR_PERSONS_ONLY.isdisjoint(operation.policy.permissions):
        return  # no key could ask
    _, token = await an_api_key(app, scoped, *operation.policy.permissions, site_ids=(elsewhere.id,))
    by_key = await call(client.signed_in(token), operation, world.ids)
    assert (by_key.status, by_key.code) == (404, "not_found")


@pytest.mark.parametrize("operation", WITHOUT_ID, ids=name_of)
async def test_nothing_shows_a_row_of_a_site_outside_the_scope(
    client: ApiClient, app: App, operation: Operation
) -> None:
    world = await a_world(app)
    elsewhere = await a_site(app, world.owner, "Gullfaks")
    answer = await call(as_(client, app, replace(world.owner, site_ids=(elsewhere.id,))), operation, {})
    assert answer.status in {200, 404, 409}
    assert [name for name in SCOPED if world.ids[name] in answer.content.decode()] == []
