"""Links as those see them who share: list, read, revoke one or all, and the log of uses."""

import asyncio
from dataclasses import replace

import pytest

from shared.app import App
from shared.identity.errors import LinkInvalid
from shared.identity.permissions import Role
from shared.kit.blob_signing import SignedUrl
from shared.kit.ids import new_id
from shared.share_links.link import Visitor
from shared.share_links.ports import LinkedFile
from shared.share_links.service import REVOKED_AT_ONCE
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import a_verified, as_person, items_of, somebody
from tests.people import a_site, counted_requests
from tests.share_links import Sharing, a_sharing, a_stored_link


async def recorded(sharing: Sharing, happened: str) -> list[str]:
    items = await items_of(sharing.app, sharing.owner.organisation_id)
    return [item["data"]["linkId"] for item in items if item.get("type") == happened]


async def test_a_link_of_a_document_out_of_scope_is_not_there(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    site = await a_site(app, sharing.owner)
    await app.documents.service.documents.replace(sharing.document.model_copy(update={"site_id": site.id}))
    scoped = somebody(Role.ENGINEER, organisation_id=sharing.owner.organisation_id, site_ids=(new_id(),))
    caller = as_person(client, app, scoped)
    for path in (sharing.path, f"v1/share-links/{made['id']}", f"v1/share-links/{made['id']}/uses"):
        assert (await caller.get(path)).code == "not_found"
    for path in (sharing.path, f"v1/share-links/{made['id']}"):
        assert (await caller.delete(path)).code == "not_found"
    assert (await sharing.read(made["token"])).status == 200


async def test_the_id_of_a_document_is_no_link(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    answer = await sharing.caller.get(f"v1/share-links/{sharing.document.id}")
    assert (answer.status, answer.code) == (404, "not_found")


async def test_the_list_is_paged_and_of_one_document(client: ApiClient, app: App, clock: Clock) -> None:
    sharing = await a_sharing(client, app)
    other = await a_verified(app, sharing.owner.actor)
    await a_stored_link(app, sharing.owner, other.id)
    made = []
    for _ in range(5):
        made.append((await sharing.create())["id"])
        clock.advance(seconds=0.5)
    with counted_requests() as requests:
        first = (await sharing.caller.get(f"{sharing.path}?limit=3")).json
    assert sorted(requests) == ["GET directory", "GET documents", "POST documents"]
    rest = (await sharing.caller.get(f"{sharing.path}?limit=3&cursor={first['nextCursor']}")).json
    assert [row["id"] for row in first["items"] + rest["items"]] == made[::-1]
    assert rest["nextCursor"] is None
    oldest = (await sharing.caller.get(f"{sharing.path}?sort=createdAt&limit=1")).json
    assert [row["id"] for row in oldest["items"]] == made[:1]


async def test_a_cursor_of_another_list_is_refused(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    answer = await sharing.caller.get(f"{sharing.path}?cursor=nonsense")
    assert (answer.status, answer.code) == (400, "cursor_invalid")


async def test_each_state_is_shown(client: ApiClient, app: App, clock: Clock) -> None:
    sharing = await a_sharing(client, app)
    revoked = await sharing.create()
    await sharing.caller.delete(f"v1/share-links/{revoked['id']}")
    used_up = await sharing.create(maxUses=1)
    await sharing.download(used_up["token"])
    expired = await sharing.create(days=1)
    without_password = await sharing.create()
    with_password = await sharing.create(password="on paper only")
    clock.advance(days=1)
    await sharing.decide(password_required=True)
    shown = {row["id"]: row["state"] for row in (await sharing.caller.get(sharing.path)).json["items"]}
    assert shown == {
        revoked["id"]: "revoked",
        used_up["id"]: "used_up",
        expired["id"]: "expired",
        without_password["id"]: "suspended",
        with_password["id"]: "active",
    }


async def test_a_revoked_link_ends_at_once_and_stays_on_record(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made, other = await sharing.create(), await sharing.create()
    for _ in range(2):
        assert (await sharing.caller.delete(f"v1/share-links/{made['id']}")).status == 204
    assert (await sharing.read(made["token"])).code == "link_invalid"
    assert (await sharing.download(made["token"])).code == "link_invalid"
    assert (await sharing.read(other["token"])).status == 200
    assert (await sharing.caller.get(f"v1/share-links/{made['id']}")).json["revokedAt"] is not None
    assert await recorded(sharing, "share_link.revoked") == [made["id"]]


async def test_revoking_wins_while_the_link_is_in_use(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    downloads = [sharing.download(made["token"], address=f"192.0.2.{number}") for number in range(8)]
    ended, *_ = await asyncio.gather(sharing.caller.delete(f"v1/share-links/{made['id']}"), *downloads)
    assert ended.status == 204
    assert (await sharing.download(made["token"])).code == "link_invalid"


async def test_a_use_that_was_under_way_does_not_bring_a_revoked_link_back(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    visits = app.sharing.visits

    async def meanwhile_revoked(file: LinkedFile) -> SignedUrl:
        await app.sharing.links.revoke(sharing.owner.actor, made["id"])
        return await visits.sign(file)

    with pytest.raises(LinkInvalid):
        await replace(visits, sign=meanwhile_revoked).download(made["token"], None, Visitor("192.0.2.1", "curl/8"))
    known = (await sharing.caller.get(f"v1/share-links/{made['id']}")).json
    assert (known["state"], known["uses"]) == ("revoked", 0)


async def test_all_links_of_a_document_are_revoked_and_no_other(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    other = await a_verified(app, sharing.owner.actor)
    spared = await a_stored_link(app, sharing.owner, other.id)
    many = [await a_stored_link(app, sharing.owner, sharing.document.id) for _ in range(REVOKED_AT_ONCE + 2)]
    made = await sharing.create()
    for _ in range(2):
        assert (await sharing.caller.delete(sharing.path)).status == 204
    assert (await sharing.read(made["token"])).code == "link_invalid"
    assert sorted(await recorded(sharing, "share_link.revoked")) == sorted([made["id"], *(one.id for one in many)])
    assert (await app.sharing.links.links.get(spared.organisation_id, spared.id)).revoked_at is None


async def test_links_of_a_trashed_document_can_still_be_revoked(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    await app.documents.service.trash(sharing.owner.actor, sharing.document.id, sharing.document.etag)
    assert [row["id"] for row in (await sharing.caller.get(sharing.path)).json["items"]] == [made["id"]]
    assert (await sharing.caller.delete(sharing.path)).status == 204
    trashed = await app.documents.service.get(sharing.owner.actor, sharing.document.id)
    await app.documents.service.restore(sharing.owner.actor, trashed.id, trashed.etag)
    assert (await sharing.read(made["token"])).code == "link_invalid"


async def test_the_log_tells_networks_and_devices_but_no_address(client: ApiClient, app: App, clock: Clock) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(password="on paper only")
    await sharing.download(made["token"], "not this one", "192.0.2.77")
    clock.advance(seconds=1)
    await sharing.download(made["token"], "on paper only", "2001:db8:1:2:3:4:5:6")
    shown = (await sharing.caller.get(f"v1/share-links/{made['id']}/uses")).json["items"]
    assert [(row["outcome"], row["network"], row["device"], row["revision"]) for row in shown] == [
        ("downloaded", "2001:db8:1:2::/64", "Firefox on Windows", 1),
        ("password_wrong", "192.0.2.0/24", "Firefox on Windows", 1),
    ]
    everything = str(await items_of(app, sharing.owner.organisation_id))
    assert "192.0.2.77" not in everything and "2001:db8:1:2:3:4:5:6" not in everything


async def test_the_log_is_paged_and_of_one_link(client: ApiClient, app: App, clock: Clock) -> None:
    sharing = await a_sharing(client, app)
    made, other = await sharing.create(), await sharing.create()
    await sharing.download(other["token"])
    for _ in range(3):
        await sharing.download(made["token"])
        clock.advance(seconds=1)
    path = f"v1/share-links/{made['id']}/uses?limit=2"
    with counted_requests() as requests:
        first = (await sharing.caller.get(path)).json
    assert sorted(requests) == ["GET documents", "GET documents", "POST documents"]
    rest = (await sharing.caller.get(f"{path}&cursor={first['nextCursor']}")).json
    assert (len(first["items"]), len(rest["items"]), rest["nextCursor"]) == (2, 1, None)
    known = (await sharing.caller.get(f"v1/share-links/{made['id']}")).json
    assert (known["uses"], known["lastUsedAt"]) == (3, first["items"][0]["at"])


async def test_uses_and_ended_links_do_not_stay_for_ever(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(days=10)
    await sharing.download(made["token"])
    items = await items_of(app, sharing.owner.organisation_id)
    kept = {item["kind"]: item["ttl"] for item in items if item["kind"] in {"shareLink", "shareUse"}}
    assert kept == {"shareLink": 100 * 24 * 3600, "shareUse": 90 * 24 * 3600}
