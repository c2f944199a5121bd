"""GET /documents/{id}/retention and POST /documents/{id}/purge."""

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.retention.work import PURGE_QUEUE
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import a_verified, an_announced, as_person, happened, somebody
from tests.holds import a_hold, enforced, storage_refuses
from tests.retention import a_policy, a_trashed, decided, left_of


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    assert (await client.get(f"v1/documents/{new_id()}/retention")).code == "unauthenticated"
    assert (await client.post(f"v1/documents/{new_id()}/purge")).code == "unauthenticated"


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_delete_for_good(client: ApiClient, app: App, role: Role) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    caller = as_person(client, app, somebody(role, organisation_id=admin.organisation_id))
    answer = await caller.post(f"v1/documents/{document.id}/purge", headers={"If-Match": document.etag})
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_without_policies_it_is_kept_for_good(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    said = (await as_person(client, app, admin).get(f"v1/documents/{document.id}/retention")).json
    assert said["explanation"] == "No retention policy deletes it: it is kept for good."
    assert (said["keptUntil"], said["heldBy"], said["storage"]) == (None, 0, "none")


async def test_it_says_by_which_policy_it_goes_and_when(client: ApiClient, app: App, clock: Clock) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    await decided(app, admin, a_policy(days=30, name="Thirty days"))
    path = f"v1/documents/{document.id}/retention"
    said = (await as_person(client, app, admin).get(path)).json
    assert "“Thirty days” (30 days since it was moved to the trash) has it deleted for good." in said["explanation"]
    assert said["keptUntil"] == said["delete"]["dueAt"] != document.to_item()["trashedAt"]
    clock.advance(days=31)
    assert (
        "deleted for good with the next daily run"
        in (await as_person(client, app, admin).get(path)).json["explanation"]
    )


async def test_it_tells_of_policies_that_wait_for_something_to_happen(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    await decided(
        app,
        admin,
        a_policy("trash", "createdAt", 365, name="A year"),
        a_policy("delete", "trashedAt", 30, name="Thirty days"),
    )
    said = (await as_person(client, app, admin).get(f"v1/documents/{document.id}/retention")).json
    assert "the policy “A year” (365 days since it was created) has it moved to the trash" in said["explanation"]
    assert said["explanation"].endswith(
        "As things are, no retention policy deletes it. "
        "Once it is moved to the trash, the policy “Thirty days” has it deleted for good after 30 days."
    )
    assert "kept for good" not in said["explanation"]


async def test_a_policy_that_waits_for_an_approval_is_told_of_too(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document, _ = await an_announced(app, admin.actor)
    await decided(app, admin, a_policy("delete", "approvedAt", 3650, name="Ten years"))
    said = (await as_person(client, app, admin).get(f"v1/documents/{document.id}/retention")).json
    assert "Once it is approved, the policy “Ten years” has it deleted for good after 3650 days." in said["explanation"]


async def test_it_names_the_cases_to_those_who_may_read_them(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    await decided(app, admin, a_policy())
    one = await a_hold(app, admin, document, name="A v. B")
    await a_hold(app, admin, document, name="C v. D")
    await enforced(app, document)
    said = (await as_person(client, app, admin).get(f"v1/documents/{document.id}/retention")).json
    assert said["explanation"].startswith("Under legal hold by 2 cases (A v. B, C v. D): nobody can delete it")
    assert (said["keptUntil"], said["heldBy"], said["storage"]) == (None, 2, "in_place")
    assert said["holds"][0] == {"id": one.id, "name": "A v. B"}
    viewer = as_person(client, app, somebody(Role.VIEWER, organisation_id=admin.organisation_id))
    veiled = (await viewer.get(f"v1/documents/{document.id}/retention")).json
    assert (veiled["heldBy"], veiled["holds"], "A v. B" in veiled["explanation"]) == (2, [], False)


async def test_deletion_for_good_under_hold_fails_at_the_app_and_at_the_storage(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    await a_hold(app, admin, document)
    held = await enforced(app, document)
    caller = as_person(client, app, admin)
    answer = await caller.post(f"v1/documents/{document.id}/purge", headers={"If-Match": held.etag})
    assert (answer.status, answer.code) == (409, "under_hold")
    assert await storage_refuses(app, document.stored(1))


async def test_only_what_is_settled_and_in_the_trash_is_deleted(client: ApiClient, app: App) -> None:
    admin = somebody(Role.ADMIN)
    caller = as_person(client, app, admin)
    ready = await a_verified(app, admin.actor)
    answer = await caller.post(f"v1/documents/{ready.id}/purge", headers={"If-Match": ready.etag})
    assert (answer.status, answer.code) == (409, "not_in_the_trash")
    awaited, _ = await an_announced(app, admin.actor)
    await app.documents.service.trash(admin.actor, awaited.id, awaited.etag)
    awaited = await app.documents.service.get(admin.actor, awaited.id)
    answer = await caller.post(f"v1/documents/{awaited.id}/purge", headers={"If-Match": awaited.etag})
    assert (answer.status, answer.code) == (409, "revision_pending")
    stale = await caller.post(f"v1/documents/{awaited.id}/purge", headers={"If-Match": '"1"'})
    assert (stale.status, stale.code) == (412, "stale_version")


async def test_it_is_gone_at_once_and_then_altogether(client: ApiClient, app: App, queues: Queues) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    caller = as_person(client, app, admin)
    answer = await caller.post(f"v1/documents/{document.id}/purge", headers={"If-Match": document.etag})
    assert answer.status == 202
    for path in ("", "/retention", "/revisions", "/share-links"):
        assert (await caller.get(f"v1/documents/{document.id}{path}")).status == 404
    assert (await caller.get("v1/documents?trashed=true")).json["items"] == []
    hold = await a_hold(app, admin)
    late = await caller.put(f"v1/holds/{hold.id}/documents/{document.id}")
    assert (late.status, late.code) == (409, "being_deleted")
    (job,) = await queues.take(PURGE_QUEUE)
    for _ in range(2):
        await app.retention.purging.purge(job)
    assert await left_of(app, document) == []
    assert (await happened(app, document))[-2:] == ["document.purging", "document.purged"]
