"""GET /documents/{id}/activity: who did what when."""

from datetime import timedelta

import pytest

from shared.app import App
from shared.identity.permissions import Permission, Role
from shared.kit.ids import new_id
from shared.kit.repository import ACTIVITY_KEPT
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import a_pdf, a_verified, as_person
from tests.holds import a_hold
from tests.people import Person, a_colleague, a_member, a_site, an_api_key, counted_requests
from tests.reviewing import Row, a_desk
from tests.share_links import a_sharing


def path_of(document_id: str) -> str:
    return f"v1/documents/{document_id}/activity"


async def listed(client: ApiClient, app: App, who: Person, document_id: str, query: str = "") -> list[Row]:
    answer = await as_person(client, app, who).get(path_of(document_id) + query)
    assert answer.status == 200, answer.content
    items: list[Row] = answer.json["items"]
    return items


async def test_anonymous_is_turned_away(client: ApiClient) -> None:
    assert (await client.get(path_of(new_id()))).status == 401


async def test_another_organisations_document_is_not_there(client: ApiClient, app: App) -> None:
    document = await a_verified(app, (await a_member(app, Role.ADMIN)).actor)
    stranger = as_person(client, app, await a_member(app, Role.ADMIN))
    assert (await stranger.get(path_of(document.id))).status == 404
    assert (await stranger.get(path_of(new_id()))).status == 404


async def test_scope_counts_as_it_is_now_on_every_page(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    here, there = await a_site(app, admin), await a_site(app, admin, "Gullfaks")
    limited = await a_colleague(app, admin, Role.VIEWER, site_ids=(here.id,))
    document = await a_verified(app, admin.actor, site_id=here.id)
    caller = as_person(client, app, limited)
    first = await caller.get(f"{path_of(document.id)}?limit=1")
    assert first.status == 200
    headers = {"If-Match": document.etag}
    moved = await as_person(client, app, admin).patch(
        f"v1/documents/{document.id}", {"siteId": there.id}, headers=headers
    )
    assert moved.status == 200
    assert (await caller.get(path_of(document.id))).status == 404
    assert (await caller.get(f"{path_of(document.id)}?limit=1&cursor={first.json['nextCursor']}")).status == 404


async def test_a_cursor_of_another_list_is_refused(client: ApiClient, app: App) -> None:
    document = await a_verified(app, (admin := await a_member(app, Role.ADMIN)).actor)
    answer = await as_person(client, app, admin).get(f"{path_of(document.id)}?cursor=nonsense")
    assert answer.code == "cursor_invalid"


async def test_what_happened_is_told_with_who_and_which_revision(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    await desk.approve(1)
    found = await listed(client, app, desk.admin, desk.document.id)
    told = [(one["type"], one["by"], one["revision"]) for one in reversed(found)]
    admin, ann = desk.admin.id, desk.ann.id
    assert told == [
        ("document.announced", admin, 1),
        ("document.changed", admin, None),
        ("document.upload_completed", admin, 1),
        ("document.verified", None, 1),
        ("document.review_begun", admin, 1),
        ("document.review_decided", ann, 1),
        ("document.approved", ann, 1),
    ]
    assert found[-2]["data"]["typeId"][0] is None
    assert [one["at"] for one in found] == sorted((one["at"] for one in found), reverse=True)


async def test_every_page_is_one_request_and_none_repeats(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    for number in range(5):
        await desk.next_revision(str(number))
    whole = [one["id"] for one in await listed(client, app, desk.admin, desk.document.id, "?limit=200")]
    caller = as_person(client, app, desk.admin)
    seen: list[str] = []
    query = "?limit=3"
    with counted_requests() as made:
        while query:
            page = (await caller.get(path_of(desk.document.id) + query)).json
            seen += [one["id"] for one in page["items"]]
            query = f"?limit=3&cursor={page['nextCursor']}" if page["nextCursor"] else ""
    assert (seen, len(seen) > 15) == (whole, True)
    assert made == ["POST documents"] * -(-len(whole) // 3)


async def test_what_comes_meanwhile_moves_nothing_on_later_pages(client: ApiClient, app: App) -> None:
    desk = await a_desk(client, app)
    whole = [one["id"] for one in await listed(client, app, desk.admin, desk.document.id)]
    caller = as_person(client, app, desk.admin)
    first = (await caller.get(f"{path_of(desk.document.id)}?limit=2")).json
    assert (await caller.post(f"v1/documents/{desk.document.id}/download-url")).status == 200
    then = (await caller.get(f"{path_of(desk.document.id)}?cursor={first['nextCursor']}")).json
    assert [one["id"] for one in [*first["items"], *then["items"]]] == whole


async def test_links_are_told_to_who_may_share_only(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    link = await sharing.create()
    await sharing.download(link["token"])
    await sharing.caller.delete(f"v1/share-links/{link['id']}")
    found = await listed(client, app, sharing.owner, sharing.document.id)
    assert [(one["type"], one["by"]) for one in found[:3]] == [
        ("share_link.revoked", sharing.owner.id),
        ("share_link.used", link["id"]),
        ("share_link.created", sharing.owner.id),
    ]
    assert (found[1]["revision"], found[1]["data"]) == (1, {"linkId": link["id"], "outcome": "downloaded"})
    viewer = await a_colleague(app, sharing.owner, Role.VIEWER)
    others = await listed(client, app, viewer, sharing.document.id)
    assert [one["id"] for one in others] == [one["id"] for one in found[3:]]


async def test_cases_are_named_to_those_who_may_read_cases(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor)
    hold = await a_hold(app, admin, document)
    await app.holds.service.remove(admin.actor, hold.id, document.id)
    for role, told in ((Role.ENGINEER, {"holdId": hold.id}), (Role.OPERATOR, {}), (Role.VIEWER, {})):
        found = await listed(client, app, await a_colleague(app, admin, role), document.id)
        newest = [(one["type"], one["data"]) for one in found[:2]]
        assert newest == [("document.released", told), ("document.held", told)]


async def test_a_key_that_may_read_reads_it(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor)
    _, token = await an_api_key(app, admin, Permission.DOCUMENTS_READ)
    assert (await client.signed_in(token).get(path_of(document.id))).status == 200


async def test_another_documents_doings_are_not_in_it(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    one, other = [await a_verified(app, admin.actor, a_pdf(mark=mark)) for mark in ("one", "other")]
    ids = [{item["id"] for item in await listed(client, app, admin, document.id)} for document in (one, other)]
    assert ids[0] and ids[1] and not ids[0] & ids[1]


async def test_a_document_stored_before_it_stood_in_its_history_has_one(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor)
    item = document.to_item()
    del item["subjectId"]
    await app.database.container("documents").replace(item, document.etag)
    assert len(await listed(client, app, admin, document.id)) == 3


async def test_it_goes_back_thirty_days(client: ApiClient, app: App, clock: Clock) -> None:
    assert timedelta(seconds=ACTIVITY_KEPT) == timedelta(days=30)
    admin = await a_member(app, Role.ADMIN)
    document = await a_verified(app, admin.actor)
    container = app.database.container("documents")
    for one in await listed(client, app, admin, document.id):
        item = await container.find(one["id"], admin.organisation_id)
        assert item is not None and item["ttl"] == ACTIVITY_KEPT


@pytest.mark.parametrize("limit", ["0", "201", "many"])
async def test_a_page_is_bounded(client: ApiClient, app: App, limit: str) -> None:
    caller = as_person(client, app, await a_member(app, Role.VIEWER))
    assert (await caller.get(f"{path_of(new_id())}?limit={limit}")).status == 422
