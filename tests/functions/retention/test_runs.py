"""POST and GET /retention/runs: what the policies do, and the report that proves it."""

import pytest

from shared.app import App
from shared.documents.revision import RevisionState
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.retention.work import RUN_QUEUE
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import a_verified, as_person, somebody
from tests.holds import a_hold, as_it_is
from tests.retention import a_policy, a_run, a_trashed, decided, left_of, outcomes, worked_off


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post("v1/retention/runs", {"dryRun": True})
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_start_a_run(client: ApiClient, app: App, role: Role) -> None:
    answer = await as_person(client, app, somebody(role)).post("v1/retention/runs", {"dryRun": True})
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_whether_it_is_a_dry_run_must_be_said(client: ApiClient, app: App) -> None:
    answer = await as_person(client, app, somebody(Role.ADMIN)).post("v1/retention/runs", {})
    assert (answer.status, answer.fields) == (422, {"dryRun"})


async def test_without_policies_nothing_is_ever_deleted(client: ApiClient, app: App, clock: Clock) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    clock.advance(days=36_000)
    answer = await as_person(client, app, admin).post("v1/retention/runs", {"dryRun": False})
    assert (answer.status, answer.code) == (409, "no_policies")
    await app.retention.running.begin_day()
    assert (await as_person(client, app, admin).get("v1/retention/runs")).json["items"] == []
    assert (await as_it_is(app, document)).purging_since is None


async def test_what_was_in_the_trash_long_enough_is_deleted_with_all_that_hangs_on_it(
    client: ApiClient, app: App, clock: Clock
) -> None:
    admin = somebody(Role.ADMIN)
    old, held, alive = await a_trashed(app, admin), await a_trashed(app, admin), await a_verified(app, admin.actor)
    hold = await a_hold(app, admin, held)
    clock.advance(days=31)
    young = await a_trashed(app, admin)
    run = await worked_off(app, await a_run(app, admin, a_policy(days=30)))
    assert await left_of(app, old) == []
    for kept in (held, alive, young):
        assert await left_of(app, kept) == ["document", "library", "revision"]
    caller = as_person(client, app, admin)
    report = (await caller.get(f"v1/retention/runs/{run.id}")).json
    assert (report["state"], report["lookedAt"]) == ("finished", 2)
    assert report["outcomes"] == {"deleted": 1, "kept_by_hold": 1}
    rows = {row["documentId"]: row for row in (await caller.get(f"v1/retention/runs/{run.id}/rows")).json["items"]}
    assert (rows[old.id]["outcome"], rows[old.id]["title"]) == ("deleted", old.title)
    assert (rows[held.id]["outcome"], rows[held.id]["holds"]) == ("kept_by_hold", [hold.id])
    assert (await caller.get(f"v1/documents/{old.id}")).status == 404


async def test_a_dry_run_says_and_does_nothing(client: ApiClient, app: App, clock: Clock, queues: Queues) -> None:
    admin = somebody(Role.ADMIN)
    trashed, alive = await a_trashed(app, admin), await a_verified(app, admin.actor)
    clock.advance(days=31)
    await decided(app, admin, a_policy(days=30), a_policy("trash", "createdAt", 30, name="Old"))
    caller = as_person(client, app, admin)
    answer = await caller.post("v1/retention/runs", {"dryRun": True})
    assert (answer.status, answer.json["state"], answer.json["dryRun"]) == (202, "queued", True)
    assert [job.subject_id for job in await queues.take(RUN_QUEUE)] == [answer.json["id"]]
    run = await worked_off(app, await app.retention.running.runs.get(admin.organisation_id, answer.json["id"]))
    assert await outcomes(app, run) == {trashed.id: "would_delete", alive.id: "would_trash"}
    for document in (trashed, alive):
        assert (await as_it_is(app, document)).etag == document.etag


async def test_the_daily_run_trashes_once_a_day(app: App, clock: Clock, client: ApiClient) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(app, admin.actor)
    await decided(app, admin, a_policy("trash", "createdAt", 365, name="A year"))
    clock.advance(days=366)
    await app.retention.running.begin_day()
    await app.retention.running.begin_day()
    caller = as_person(client, app, admin)
    (row,) = (await caller.get("v1/retention/runs")).json["items"]
    run = await worked_off(app, await app.retention.running.runs.get(admin.organisation_id, row["id"]))
    assert await outcomes(app, run) == {document.id: "trashed"}
    assert (await as_it_is(app, document)).trashed_at == clock()
    clock.advance(days=1)
    await app.retention.running.begin_day()
    assert len((await as_person(client, app, admin).get("v1/retention/runs")).json["items"]) == 2


async def test_rows_of_other_sites_are_neither_shown_nor_counted(client: ApiClient, app: App, clock: Clock) -> None:
    admin, site = somebody(Role.ADMIN), new_id()
    document = await a_trashed(app, admin)
    await app.holds.service.holds.documents.replace(document.model_copy(update={"site_id": site}))
    clock.advance(days=31)
    run = await worked_off(app, await a_run(app, admin))
    seen = []
    for sites in (None, (site,), (new_id(),)):
        caller = as_person(client, app, somebody(Role.ADMIN, organisation_id=admin.organisation_id, site_ids=sites))
        rows = (await caller.get(f"v1/retention/runs/{run.id}/rows")).json["items"]
        seen.append((len(rows), (await caller.get(f"v1/retention/runs/{run.id}")).json["outcomes"]))
    assert seen == [(1, {"deleted": 1}), (1, {"deleted": 1}), (0, {})]


async def test_more_than_a_page_is_worked_off_in_turns(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch, queues: Queues
) -> None:
    monkeypatch.setattr("shared.retention.running.PAGE", 2)
    monkeypatch.setattr("shared.kit.jobs.running.PAGES_A_TURN", 1)
    admin = somebody(Role.ADMIN)
    documents = [await a_trashed(app, admin) for _ in range(5)]
    clock.advance(days=31)
    run = await a_run(app, admin)
    turns = 0
    while jobs := await queues.take(RUN_QUEUE):
        await app.retention.running.run(jobs[0])
        turns += 1
    assert turns == 3
    assert set(await outcomes(app, run)) == {document.id for document in documents}


async def test_what_is_on_its_way_is_left_for_the_next_run(app: App, clock: Clock) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(app, admin)
    stale = document.newest.model_copy(update={"state": RevisionState.VERIFYING})
    await app.holds.service.holds.documents.replace(document.model_copy(update={"newest": stale}))
    clock.advance(days=31)
    run = await worked_off(app, await a_run(app, admin))
    assert await outcomes(app, run) == {document.id: "kept_busy"}
