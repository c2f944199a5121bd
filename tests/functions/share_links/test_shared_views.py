"""POST /shared/view, and links that only show: pictures of pages for people without an account."""

from shared.app import App
from shared.documents.work import derivation_of
from tests.api_client import ApiClient, Response
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
