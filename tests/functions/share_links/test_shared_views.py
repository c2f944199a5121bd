"""POST /shared/view, and links that only show: pictures of pages for people without an account."""

import json
import time

import pytest
from cryptography.fernet import Fernet

from shared.app import App
from shared.documents.previews.stored import PREVIEWS
from shared.documents.work import derivation_of
from tests.api_client import ApiClient, Response
from tests.conftest import Clock
from tests.documents import a_read, revision_of
from tests.files import a_text_pdf
from tests.share_links import Sharing, a_sharing, came_from, fetched

PAGES = a_text_pdf("Well A-1", "Mud weight")


async def a_drawn_sharing(client: ApiClient, app: App) -> Sharing:
    sharing = await a_sharing(client, app, PAGES)
    await app.documents.derivation.draw_preview(derivation_of(await revision_of(app, sharing.document), "preview"))
    return sharing


async def view(sharing: Sharing, token: str, **more: str) -> Response:
    return await sharing.client.post("v1/shared/view", {"token": token, **more}, headers=came_from("192.0.2.77"))


async def test_a_link_says_what_it_gives(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    full, shown = await sharing.create(), await sharing.create(access="view")
    assert (full["access"], shown["access"]) == ("download", "view")
    read = (await sharing.read(full["token"])).json
    assert (read["mayDownload"], read["pagesToView"]) == (True, 2)
    assert (await sharing.read(shown["token"])).json["mayDownload"] is False


async def test_the_pages_are_shown_and_counted_as_a_use(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(maxUses=1)
    answer = await view(sharing, link["token"])
    assert answer.status == 200
    pictures = [await fetched(page["url"]) for page in answer.json["pages"]]
    assert {(one.status_code, one.headers["content-type"]) for one in pictures} == {(200, "image/webp")}
    log = (await sharing.caller.get(f"v1/share-links/{link['id']}/uses")).json["items"]
    assert [use["outcome"] for use in log] == ["viewed"]
    assert (await view(sharing, link["token"])).code == "link_invalid"


async def test_a_link_that_only_shows_gives_no_file_away(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(access="view")
    answer = await sharing.download(link["token"])
    assert (answer.status, answer.code) == (403, "view_only")
    assert await sharing.uses(link["id"]) == 0
    assert (await view(sharing, link["token"])).status == 200


async def test_the_password_is_asked_for(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(access="view", password="on paper only")
    assert (await view(sharing, link["token"])).code == "link_password_wrong"
    assert (await view(sharing, link["token"], password="something else")).code == "link_password_wrong"
    assert (await view(sharing, link["token"], password="on paper only")).status == 200
    without = await sharing.create(access="view", password="on paper only")
    assert (await sharing.download(without["token"])).code == "link_password_wrong"


async def test_without_pictures_there_is_nothing_to_view(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    link = await sharing.create()
    assert (await view(sharing, link["token"])).code == "no_preview"
    assert await sharing.uses(link["id"]) == 0


async def test_only_the_revision_that_is_shared_is_shown(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(revision=1)
    await a_read(app, sharing.owner.actor, a_text_pdf("second"), onto=sharing.document)
    answer = await view(sharing, link["token"])
    assert {"/1/" in page["url"] for page in answer.json["pages"]} == {True}
    assert len(answer.json["pages"]) == 2


async def test_what_was_withdrawn_is_shown_no_more(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(access="view")
    await sharing.caller.delete(f"v1/share-links/{link['id']}")
    assert (await view(sharing, link["token"])).code == "link_invalid"


async def test_opening_links_keeps_nobody_from_an_invitation(client: ApiClient, app: App) -> None:
    """Each kind of link is counted by itself."""
    sharing = await a_drawn_sharing(client, app)
    while (await sharing.read("not.a.link", "192.0.2.200")).code != "too_many_attempts":
        pass
    headers = came_from("192.0.2.200")
    answer = await client.post("v1/auth/invitations/read", {"token": "not a link"}, headers=headers)
    assert answer.code != "too_many_attempts"


async def test_one_use_shows_the_pages_for_an_hour(client: ApiClient, app: App) -> None:
    """Fresh URLs for what was opened: the last use is enough, and the password was said."""
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(access="view", maxUses=1, password="on paper only")
    opened = (await view(sharing, link["token"], password="on paper only")).json
    again = await view(sharing, link["token"], passed=opened["passed"])
    assert again.status == 200
    assert (await fetched(again.json["pages"][1]["url"])).status_code == 200
    assert await sharing.uses(link["id"]) == 1
    assert (await view(sharing, link["token"], password="on paper only")).code == "link_invalid"
    sealing = Fernet(app.settings.protection_keys.split(",")[0])
    seen = sealing.decrypt(again.json["passed"])
    for age, status in ((3500, 200), (3700, 409)):
        passed = sealing.encrypt_at_time(seen, int(time.time()) - age).decode()
        assert (await view(sharing, link["token"], passed=passed)).status == status


async def test_an_opened_look_ends_with_what_it_is_at(client: ApiClient, app: App) -> None:
    sharing = await a_drawn_sharing(client, app)
    link, other = await sharing.create(access="view"), await sharing.create(access="view")
    passed = (await view(sharing, link["token"])).json["passed"]
    assert (await view(sharing, other["token"], passed=passed)).code == "look_ended"
    assert (await view(sharing, link["token"], passed="made up")).code == "look_ended"
    await a_read(app, sharing.owner.actor, a_text_pdf("second"), onto=sharing.document)
    assert (await view(sharing, link["token"], passed=passed)).code == "look_ended"


@pytest.mark.parametrize("ended", ["revoked", "expired", "password", "trashed"])
async def test_what_ends_a_link_ends_what_was_opened(client: ApiClient, app: App, clock: Clock, ended: str) -> None:
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(access="view", maxUses=1, days=1)
    passed = (await view(sharing, link["token"])).json["passed"]
    match ended:
        case "revoked":
            await sharing.caller.delete(f"v1/share-links/{link['id']}")
        case "expired":
            clock.advance(days=1)
        case "password":
            await sharing.decide(password_required=True)
        case _:
            document = await app.documents.service.get(sharing.owner.actor, sharing.document.id)
            await app.documents.service.trash(sharing.owner.actor, document.id, document.etag)
    assert (await view(sharing, link["token"], passed=passed)).code == "link_invalid"


async def test_nothing_that_only_shows_leads_to_the_bytes(client: ApiClient, app: App) -> None:
    """Neither what the calls answer nor what their URLs are signed for."""
    sharing = await a_drawn_sharing(client, app)
    link = await sharing.create(access="view")
    looked = (await view(sharing, link["token"])).json
    told = json.dumps([(await sharing.read(link["token"])).json, looked])
    stored = (await revision_of(app, sharing.document)).stored
    assert f"/{stored.container}/" not in told
    for page in looked["pages"]:
        path, _, signature = page["url"].partition("?")
        account = path[: path.index(f"/{PREVIEWS}/")]
        original = f"{account}/{stored.container}/{stored.name}?{signature}"
        assert (await fetched(page["url"])).status_code == 200
        assert (await fetched(original)).status_code == 403
    with_pass = {"token": link["token"], "passed": looked["passed"]}
    assert (await client.post("v1/shared/download", with_pass, headers=came_from("192.0.2.77"))).status == 422
    assert (await sharing.download(link["token"])).code == "view_only"
