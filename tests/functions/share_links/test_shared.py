"""POST /shared/read and /shared/download: what the holder of a link can do, without an account."""

import asyncio
import json
from datetime import datetime
from typing import Any

import pytest

from shared.app import App
from shared.errors import Unavailable
from shared.identity.permissions import Role
from shared.identity.throttle import ALLOWANCES, Attempt
from shared.kit.ids import new_id
from shared.share_links.link import new_secret
from shared.users.model import UserChange, UserStatus
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import PROGRAM, a_completed, a_pdf, a_verified, as_person, items_of, job_of
from tests.people import a_colleague, counted_requests
from tests.share_links import Sharing, a_sharing, fetched

READS = ["GET documents", "GET documents", "GET directory"]


async def an_ended(sharing: Sharing, clock: Clock, how: str) -> str:
    """The token of a link that does not work, for this reason."""
    made = await sharing.create(maxUses=1)
    documents, document, actor = sharing.app.documents.service, sharing.document, sharing.owner.actor
    match how:
        case "revoked":
            await sharing.caller.delete(f"v1/share-links/{made['id']}")
        case "expired":
            clock.advance(days=7)
        case "used up":
            assert (await sharing.download(made["token"])).status == 200
        case "trashed":
            await documents.trash(actor, document.id, document.etag)
        case "no file that is ready":
            await documents.documents.replace(document.model_copy(update={"current": None, "approved": None}))
        case "policy: older than allowed":
            clock.advance(days=2)
            await sharing.decide(max_days=2)
        case "policy: without a password":
            await sharing.decide(password_required=True)
        case "another secret":
            return f"{made['token'].rpartition('.')[0]}.{new_secret()}"
        case "another link":
            return f"{actor.organisation_id}.{new_id()}.{new_secret()}"
        case "a document's id":
            return f"{actor.organisation_id}.{document.id}.{new_secret()}"
        case "another organisation":
            return f"{new_id()}.{made['id']}.{made['token'].rpartition('.')[2]}"
    return str(made["token"])


ENDED = [
    "revoked", "expired", "used up", "trashed", "no file that is ready", "policy: older than allowed", "policy: without a password",
    "another secret", "another link", "a document's id", "another organisation",
]  # fmt: skip


@pytest.mark.parametrize("action", ["read", "download"])
@pytest.mark.parametrize("how", ENDED)
async def test_whatever_keeps_a_link_from_working_is_one_answer_after_the_same_work(
    client: ApiClient, app: App, clock: Clock, how: str, action: str
) -> None:
    sharing = await a_sharing(client, app)
    token = await an_ended(sharing, clock, how)
    with counted_requests() as requests:
        answer = await (sharing.read(token) if action == "read" else sharing.download(token, "a password"))
    assert (answer.status, answer.code) == (404, "link_invalid")
    assert answer.json["detail"] == "This link is not valid any more. Ask for a new one."
    assert sorted(requests) == sorted(READS)


@pytest.mark.parametrize("token", ["x", "..", f"{'A' * 26}.{'B' * 26}", f"{'I' * 26}.{'0' * 26}.{'s' * 43}", "é" * 100])
async def test_what_never_was_a_token_is_refused_without_a_request(client: ApiClient, app: App, token: str) -> None:
    sharing = await a_sharing(client, app)
    with counted_requests() as requests:
        assert (await sharing.read(token)).code == "link_invalid"
    assert requests == []


@pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": "x" * 201}, {"token": 1}, {"token": "x", "more": 1}])
async def test_bad_input_is_named(client: ApiClient, body: dict[str, Any]) -> None:
    assert (await client.post("v1/shared/read", body)).status == 422


async def test_trying_links_is_stopped_after_a_while_from_one_place(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    for _ in range(ALLOWANCES[Attempt.SHARE_LINK].per_place):
        await sharing.read("guess")
    refused = [await sharing.read(made["token"]), await sharing.download(made["token"])]
    assert [(answer.status, answer.code) for answer in refused] == [(429, "too_many_attempts")] * 2
    assert int(refused[0].headers["Retry-After"]) > 0
    assert (await sharing.read(made["token"], "198.51.100.1")).status == 200


async def test_it_says_what_it_is_and_nothing_else(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app, a_pdf(3000), "Brønn A-1.pdf")
    made = await sharing.create(password="on paper only", note="For the partner")
    with counted_requests() as requests:
        answer = await sharing.read(made["token"])
    assert sorted(requests) == sorted(READS)
    assert answer.json == {
        "organisationName": "Omega Offshore",
        "title": "Brønn A-1.pdf",
        "fileName": "Brønn A-1.pdf",
        "sizeBytes": 3000,
        "revision": 1,
        "isNewest": True,
        "pagesToView": 0,
        "mayDownload": True,
        "needsPassword": True,
        "expiresAt": made["expiresAt"],
    }
    assert await sharing.uses(made["id"]) == 0


async def test_somebody_without_an_account_downloads_the_very_bytes(client: ApiClient, app: App) -> None:
    content = a_pdf(3000)
    sharing = await a_sharing(client, app, content, "Brønn A-1.pdf")
    made = await sharing.create()
    with counted_requests() as requests:
        answer = await sharing.download(made["token"])
    assert sorted(requests) == sorted([*READS, "POST documents"])
    assert (answer.json["fileName"], answer.json["sizeBytes"]) == ("Brønn A-1.pdf", 3000)
    assert answer.json["sha256"] == sharing.document.newest.sha256
    left = datetime.fromisoformat(answer.json["expiresAt"]) - app.now()
    assert abs(left.total_seconds() - 300) < 10
    download = await fetched(answer.json["url"])
    assert download.content == content
    assert download.headers["content-disposition"] == "attachment; filename*=UTF-8''Br%C3%B8nn%20A-1.pdf"
    assert download.headers["cache-control"] == "private, no-store"


async def test_every_use_gets_a_fresh_url_and_is_on_record(client: ApiClient, app: App, clock: Clock) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    for _ in range(3):
        assert (await sharing.download(made["token"])).status == 200
        clock.advance(minutes=6)
    items = await items_of(app, sharing.owner.organisation_id)
    found = [item for item in items if item.get("type") == "share_link.used"]
    assert [(item["subjectId"], item["createdBy"]) for item in found] == [(sharing.document.id, made["id"])] * 3
    assert {json.dumps(item["data"]) for item in found} == {
        json.dumps({"linkId": made["id"], "revision": 1, "outcome": "downloaded"})
    }
    assert await sharing.uses(made["id"]) == 3


@pytest.mark.parametrize("allowed", [1, 3])
async def test_of_ten_at_once_exactly_as_many_as_allowed_get_a_url(client: ApiClient, app: App, allowed: int) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(maxUses=allowed)
    answers = await asyncio.gather(*(sharing.download(made["token"], address=f"192.0.2.{n}") for n in range(10)))
    assert sorted(answer.status for answer in answers) == [200] * allowed + [404] * (10 - allowed)
    assert await sharing.uses(made["id"]) == allowed
    items = await items_of(app, sharing.owner.organisation_id)
    assert sum(item["kind"] == "shareUse" for item in items) == allowed


async def test_without_a_limit_ten_at_once_are_all_counted(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    answers = await asyncio.gather(*(sharing.download(made["token"], address=f"192.0.2.{n}") for n in range(10)))
    assert [answer.status for answer in answers] == [200] * 10
    assert await sharing.uses(made["id"]) == 10


async def test_a_policy_of_fewer_uses_holds_for_links_there_are(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    await sharing.decide(max_uses=2)
    statuses = [(await sharing.download(made["token"])).status for _ in range(3)]
    assert statuses == [200, 200, 404]


async def test_a_link_comes_back_with_its_document_and_with_the_policy(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made, actor = await sharing.create(), sharing.owner.actor
    await app.documents.service.trash(actor, sharing.document.id, sharing.document.etag)
    assert (await sharing.read(made["token"])).status == 404
    trashed = await app.documents.service.get(actor, sharing.document.id)
    await app.documents.service.restore(actor, trashed.id, trashed.etag)
    await sharing.decide(password_required=True)
    assert (await sharing.read(made["token"])).status == 404
    await sharing.decide(password_required=False)
    assert (await sharing.read(made["token"])).status == 200


async def test_a_link_outlives_the_access_of_who_made_it(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    engineer = await a_colleague(app, sharing.owner, Role.ENGINEER)
    made = (await as_person(client, app, engineer).post(sharing.path, sharing.body())).json
    user = await app.users.service.get(sharing.owner.actor, engineer.id)
    await app.users.service.change(
        sharing.owner.actor, user.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag
    )
    assert (await sharing.download(made["token"])).status == 200
    assert (await sharing.caller.delete(f"v1/share-links/{made['id']}")).status == 204
    assert (await sharing.download(made["token"])).code == "link_invalid"


async def test_a_token_is_no_access_token_and_opens_nothing_else(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    for token in (made["token"], f"pck_{made['token'].replace('.', '_')}"):
        answer = await client.signed_in(token).get(f"v1/documents/{sharing.document.id}")
        assert (answer.status, answer.code) == (401, "token_invalid")


async def test_a_use_is_not_lost_when_signing_fails(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(maxUses=1)

    async def broken(*_: object, **__: object) -> None:
        raise Unavailable

    with monkeypatch.context() as patched:
        patched.setattr(type(app.blobs), "_sign", broken)
        assert (await sharing.download(made["token"])).status == 503
    assert (await sharing.download(made["token"])).status == 200


async def test_a_link_to_the_newest_follows_the_document_once_a_revision_is_ready(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made, actor = await sharing.create(), sharing.owner.actor
    second = a_pdf(900, mark="second")
    uploaded = await a_completed(app, actor, second, "second.pdf", onto=sharing.document)
    assert (await sharing.read(made["token"])).json.items() >= {"revision": 1, "isNewest": True}.items()
    await app.documents.processing.verify(job_of(uploaded))
    shown = (await sharing.read(made["token"])).json
    assert shown.items() >= {"revision": 2, "isNewest": True, "fileName": "second.pdf", "sizeBytes": 900}.items()
    url = (await sharing.download(made["token"])).json["url"]
    assert (await fetched(url)).content == second


async def test_a_link_to_a_revision_stays_with_it_and_says_that_there_is_a_newer_one(
    client: ApiClient, app: App
) -> None:
    first = a_pdf(800, mark="first")
    sharing = await a_sharing(client, app, first)
    made = await sharing.create(revision=1)
    await a_verified(app, sharing.owner.actor, a_pdf(mark="second"), onto=sharing.document)
    with counted_requests() as requests:
        shown = (await sharing.read(made["token"])).json
    assert sorted(requests) == ["GET directory", "GET documents", "POST documents"]
    assert shown.items() >= {"revision": 1, "isNewest": False, "sizeBytes": 800}.items()
    url = (await sharing.download(made["token"])).json["url"]
    assert (await fetched(url)).content == first
    log = (await sharing.caller.get(f"v1/share-links/{made['id']}/uses")).json["items"]
    assert [row["revision"] for row in log] == [1]


async def test_a_refused_revision_changes_nothing_for_links(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    latest, pinned = await sharing.create(), await sharing.create(revision=1)
    await a_verified(app, sharing.owner.actor, PROGRAM, onto=sharing.document)
    for made in (latest, pinned):
        assert (await sharing.read(made["token"])).json.items() >= {"revision": 1, "isNewest": True}.items()
    refused = await sharing.caller.post(sharing.path, sharing.body(revision=2))
    assert (refused.status, refused.code) == (409, "nothing_to_share")
