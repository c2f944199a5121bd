"""POST /bulk-operations and what is read of them."""

from typing import Any

import pytest

from shared.app import App
from shared.bulk.work import QUEUE
from shared.documents.drafts import DocumentChange
from shared.documents.model import Document
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.bulk import as_it_is, outcomes, worked_off
from tests.conftest import Queues
from tests.documents import an_announced, as_person
from tests.holds import a_hold, closed
from tests.people import Person, a_colleague, a_member, a_site, an_api_key, counted_requests

TAG = {"type": "tag", "add": ["Well "], "remove": []}


def asking(
    *documents: Document, action: dict[str, Any] | None = None, dry: bool = False, **selection: Any
) -> dict[str, Any]:
    chosen = selection or {"ids": [document.id for document in documents]}
    return {"action": action or TAG, "selection": chosen, "dryRun": dry}


async def two(app: App, owner: Person) -> tuple[Document, Document]:
    one, _ = await an_announced(app, owner.actor, b"1", title="One")
    other, _ = await an_announced(app, owner.actor, b"2", title="Other")
    return one, other


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.post("v1/bulk-operations", asking(ids=[new_id()]))
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize(
    ("role", "action", "may"),
    [
        (Role.VIEWER, TAG, False),
        (Role.OPERATOR, TAG, True),
        (Role.OPERATOR, {"type": "move", "siteId": None}, True),
        (Role.OPERATOR, {"type": "trash"}, False),
        (Role.OPERATOR, {"type": "restore"}, False),
        (Role.ENGINEER, {"type": "trash"}, True),
        (Role.ENGINEER, {"type": "hold", "holdId": "01ARZ3NDEKTSV4RRFFQ69G5FAV"}, False),
    ],
)
async def test_it_takes_what_the_action_takes_for_one_document(
    client: ApiClient, app: App, role: Role, action: dict[str, Any], may: bool
) -> None:
    answer = await as_person(client, app, await a_member(app, role)).post(
        "v1/bulk-operations", asking(action=action, ids=[new_id()])
    )
    assert answer.status == (202 if may else 403)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (asking(ids=[]), "selection.ids"),
        (asking(ids=["01ARZ3NDEKTSV4RRFFQ69G5FAV"] * 1001), "selection.ids"),
        (asking(ids=[new_id()], query={}), "selection"),
        ({**asking(ids=[new_id()]), "selection": {}}, "selection"),
        (asking(query={"colour": "red"}), "selection.query.colour"),
        (asking(ids=[new_id()], action={"type": "burn"}), "action"),
        (asking(ids=[new_id()], action={"type": "tag", "add": [], "remove": []}), "action.tag"),
        (asking(ids=[new_id()], action={"type": "tag", "add": ["a"], "remove": ["A"]}), "action.tag"),
        (asking(ids=[new_id()], action={"type": "hold", "holdId": new_id()}), "action.holdId"),
        (asking(ids=[new_id()], action={"type": "move", "siteId": new_id()}), "action.siteId"),
        ({**asking(ids=[new_id()]), "dryRun": None}, "dryRun"),
    ],
)
async def test_what_makes_no_sense_is_refused(client: ApiClient, app: App, body: dict[str, Any], field: str) -> None:
    answer = await as_person(client, app, await a_member(app, Role.ADMIN)).post("v1/bulk-operations", body)
    assert (answer.status, answer.fields) == (422, {field})


async def test_nothing_is_added_to_a_case_that_is_closed(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    hold = await closed(app, admin, await a_hold(app, admin))
    body = asking(ids=[new_id()], action={"type": "hold", "holdId": hold.id})
    answer = await as_person(client, app, admin).post("v1/bulk-operations", body)
    assert (answer.status, answer.code) == (409, "hold_closed")


async def test_it_is_accepted_at_once_watched_and_says_what_became_of_each(
    client: ApiClient, app: App, queues: Queues
) -> None:
    owner = await a_member(app, Role.ENGINEER)
    one, other = await two(app, owner)
    await app.documents.service.change(owner.actor, other.id, DocumentChange({"tags": ("well",)}), other.etag)
    caller = as_person(client, app, owner)
    missing = new_id()
    with counted_requests() as requests:
        answer = await caller.post("v1/bulk-operations", asking(ids=[one.id, other.id, missing, one.id]))
    assert len([line for line in requests if line.endswith("documents")]) == 1
    said = answer.json
    assert (answer.status, said["state"], said["total"], said["percent"]) == (202, "queued", 3, 0)
    assert answer.headers["Location"].endswith(f"v1/bulk-operations/{said['id']}")
    (job,) = await queues.take(QUEUE)
    await app.bulk.running.run(job)
    path = f"v1/bulk-operations/{said['id']}"
    with counted_requests() as requests:
        done = (await caller.get(path)).json
    assert len(requests) == 1
    assert (done["state"], done["done"], done["percent"]) == ("finished", 3, 100)
    assert done["outcomes"] == {"done": 1, "unchanged": 1, "refused": 1}
    results = (await caller.get(f"{path}/results?limit=2")).json
    rest = (await caller.get(f"{path}/results?cursor={results['nextCursor']}")).json
    rows = {row["documentId"]: row for row in [*results["items"], *rest["items"]]}
    assert (rows[one.id]["outcome"], rows[one.id]["title"]) == ("done", "One")
    assert rows[one.id]["changes"] == [{"field": "tags", "before": [], "after": ["well"]}]
    assert (rows[other.id]["outcome"], rows[other.id]["changes"]) == ("unchanged", [])
    assert (rows[missing]["outcome"], rows[missing]["title"]) == ("refused", None)
    assert rows[missing]["errors"][0]["code"] == "not_found"
    refused = (await caller.get(f"{path}/results?outcome=refused")).json["items"]
    assert [row["documentId"] for row in refused] == [missing]
    assert (await app.documents.service.get(owner.actor, one.id)).tags == ("well",)


async def test_a_query_means_what_matched_and_nothing_newer(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    one, other = await two(app, owner)
    await app.documents.service.change(owner.actor, one.id, DocumentChange({"tags": ("log",)}), one.etag)
    caller = as_person(client, app, owner)
    answer = await caller.post("v1/bulk-operations", asking(query={"tag": "Log"}))
    assert (answer.status, answer.json["total"], answer.json["percent"]) == (202, None, None)
    newer, _ = await an_announced(app, owner.actor, b"3")
    await app.documents.service.change(owner.actor, newer.id, DocumentChange({"tags": ("log",)}), newer.etag)
    operation = await worked_off(app, await app.bulk.service.get(owner.actor, answer.json["id"]))
    assert (operation.state, operation.total) == ("finished", 1)
    assert await outcomes(app, operation) == {one.id: "done"}
    assert (await app.documents.service.get(owner.actor, other.id)).etag == other.etag


async def test_a_query_may_be_words_as_in_the_search(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    one, other = await two(app, owner)
    caller = as_person(client, app, owner)
    assert (await caller.post("v1/bulk-operations", asking(query={"q": "-"}))).fields == {"selection.query.q"}
    for words, expected in (("one -other", {one.id: "done"}), ("report.pdf oth", {other.id: "done"})):
        asked = (await caller.post("v1/bulk-operations", asking(query={"q": words}))).json
        done = await worked_off(app, await app.bulk.service.get(owner.actor, asked["id"]))
        assert await outcomes(app, done) == expected


async def test_who_asked_sees_it_and_who_looks_after_all_of_them(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    owner = await a_colleague(app, admin, Role.OPERATOR)
    document, _ = await an_announced(app, owner.actor)
    operation = (await as_person(client, app, owner).post("v1/bulk-operations", asking(document))).json
    path = f"v1/bulk-operations/{operation['id']}"
    engineer = await a_colleague(app, admin, Role.ENGINEER, name="Eve Engineer")
    for person, sees in ((owner, True), (admin, True), (engineer, False)):
        caller = as_person(client, app, person)
        assert (await caller.get(path)).status == (200 if sees else 404)
        assert len((await caller.get("v1/bulk-operations")).json["items"]) == sees
        assert (await caller.get(f"{path}/results")).status == (200 if sees else 404)
    limited = Person(admin.id, admin.organisation_id, admin.email, Role.ADMIN, (new_id(),))
    assert (await as_person(client, app, limited).get(path)).status == 404
    stopped = await as_person(client, app, engineer).post(f"{path}/cancel")
    assert stopped.status == 404


async def test_it_can_be_stopped(client: ApiClient, app: App) -> None:
    owner = await a_member(app, Role.ENGINEER)
    document, _ = await an_announced(app, owner.actor)
    caller = as_person(client, app, owner)
    path = f"v1/bulk-operations/{(await caller.post('v1/bulk-operations', asking(document))).json['id']}"
    for _ in range(2):
        answer = await caller.post(f"{path}/cancel")
        assert (answer.status, answer.json["state"], answer.json["cancelledBy"]) == (202, "cancelled", owner.id)


async def test_a_dry_run_changes_nothing_and_is_carried_out_over_the_same_documents(
    client: ApiClient, app: App
) -> None:
    owner = await a_member(app, Role.ENGINEER)
    one, other = await two(app, owner)
    caller = as_person(client, app, owner)
    asked = (await caller.post("v1/bulk-operations", asking(dry=True, query={}))).json
    path = f"v1/bulk-operations/{asked['id']}/carry-out"
    early = await caller.post(path)
    assert (early.status, early.code) == (409, "not_finished")
    tried = await worked_off(app, await app.bulk.service.get(owner.actor, asked["id"]))
    assert await outcomes(app, tried) == {one.id: "done", other.id: "done"}
    assert (await app.documents.service.get(owner.actor, one.id)).etag == one.etag
    await an_announced(app, owner.actor, b"later")
    await app.documents.service.change(owner.actor, other.id, DocumentChange({"tags": ("well",)}), other.etag)
    carried = await caller.post(path)
    assert (carried.status, carried.json["carriesOut"], carried.json["total"]) == (202, tried.id, 2)
    assert (await caller.post(path)).json["id"] == carried.json["id"]
    assert (await as_it_is(app, tried)).carried_out_by == carried.json["id"]
    done = await worked_off(app, await app.bulk.service.get(owner.actor, carried.json["id"]))
    assert await outcomes(app, done) == {one.id: "done", other.id: "unchanged"}
    again = await caller.post(f"v1/bulk-operations/{done.id}/carry-out")
    assert (again.status, again.code) == (409, "not_a_dry_run")


async def test_a_key_works_with_what_it_was_granted(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    here, _ = await an_announced(app, admin.actor, b"1", site_id=site.id)
    there, _ = await an_announced(app, admin.actor, b"2", site_id=(await a_site(app, admin, "Gullfaks")).id)
    granted = (Permission.DOCUMENTS_READ, Permission.DOCUMENTS_WRITE)
    _, token = await an_api_key(app, admin, *granted, site_ids=(site.id,))
    caller = client.signed_in(token)
    assert (await caller.post("v1/bulk-operations", asking(here, action={"type": "trash"}))).status == 403
    asked = (await caller.post("v1/bulk-operations", asking(here, there))).json
    operation = await worked_off(app, await app.bulk.service.get(admin.actor, asked["id"]))
    assert await outcomes(app, operation) == {here.id: "done", there.id: "not_found"}
