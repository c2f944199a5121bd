"""Files sent by people without an account: what a link lets in, how much, as whose, and what its holder learns."""

import asyncio
import base64
from typing import Any

import httpx
import pytest

from shared.app import App
from shared.identity.throttle import ALLOWANCES, Attempt
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.document_types import a_document_type
from tests.documents import PDF, PROGRAM, a_pdf, a_verified, announcement, items_of, job_of, put, put_blocks
from tests.people import a_site
from tests.upload_links import Receiving, a_receiving

LARGE = 40 * 1024 * 1024


async def sent(receiving: Receiving, token: str, content: bytes = PDF, name: str = "log.pdf", **more: Any) -> str:
    """Announced, put, completed and verified."""
    answer = await receiving.announce(token, content, name, **more)
    assert answer.status == 201, answer.content
    assert (await put(answer.json["upload"]["url"], content)).status_code == 201
    done = await receiving.ask("complete", token, id=answer.json["id"])
    assert (done.status, done.json["state"]) == (202, "verifying")
    document = await receiving.app.documents.service.get(receiving.owner.actor, answer.json["id"])
    await receiving.app.documents.processing.verify(job_of(document))
    return str(answer.json["id"])


async def test_it_says_who_asks_for_what_and_nothing_else(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(
        message="Logs of A-1, please", note="Bob of Acme", maxFiles=3, password="on paper only"
    )
    assert (await receiving.ask("read", made["token"])).json == {
        "organisationName": (await app.organisations.require(receiving.owner.organisation_id)).name,
        "message": "Logs of A-1, please",
        "needsPassword": True,
        "expiresAt": made["expiresAt"],
        "filesLeft": 3,
        "maxFileBytes": 10_000_000,
    }


async def test_what_is_sent_is_the_makers_and_marked_as_a_guests(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    site, kind = await a_site(app, receiving.owner), await a_document_type(app, receiving.owner)
    made = await receiving.create(siteId=site.id, typeId=kind.id, tags=["partner"], titleRule="Acme {number}: {file}")
    document_id = await sent(receiving, made["token"], name="gamma ray.pdf", sender="Bob of Acme")
    read = (await receiving.caller.get(f"v1/documents/{document_id}")).json
    assert (read["createdBy"], read["guest"]) == (receiving.owner.id, {"linkId": made["id"], "name": "Bob of Acme"})
    assert (read["siteId"], read["typeId"], read["tags"]) == (site.id, kind.id, ["partner"])
    assert read["title"] == "Acme 1: gamma ray"
    assert (read["newest"]["state"], read["number"] is not None) == ("ready", True)
    items = await items_of(app, receiving.owner.organisation_id)
    acted = {
        item["type"]: item["createdBy"]
        for item in items
        if item["kind"] == "activity" and item["subjectId"] == document_id
    }
    assert acted["document.announced"] == acted["document.upload_completed"] == made["id"]
    assert (await receiving.ask("complete", made["token"], id=document_id)).status == 202  # the first answer was lost
    log = (await receiving.caller.get(f"v1/upload-links/{made['id']}/uses")).json["items"]
    assert sorted((use["outcome"], use["documentId"], use["network"]) for use in log) == [
        ("announced", document_id, "192.0.2.0/24"),
        ("completed", document_id, "192.0.2.0/24"),
    ]


async def test_what_is_being_deleted_is_not_gone_on_with(client: ApiClient, app: App) -> None:
    """It would be told to be there, and nobody would ever see it."""
    receiving = await a_receiving(client, app)
    made = await receiving.create()
    document_id = await sent(receiving, made["token"])
    for action in ("trash", "purge"):
        etag = (await receiving.caller.get(f"v1/documents/{document_id}")).json["etag"]
        path = f"v1/documents/{document_id}{'/purge' if action == 'purge' else ''}"
        method = "POST" if action == "purge" else "DELETE"
        assert (await receiving.caller.request(method, path, headers={"If-Match": etag})).status in {202, 204}
    again = (await receiving.announce(made["token"])).json
    assert (again["id"] != document_id, again["state"]) == (True, "awaiting_upload")


async def test_a_broken_upload_goes_on_where_it_was(client: ApiClient, app: App) -> None:
    """The blocks the storage has are told, by announcing again or by asking."""
    receiving = await a_receiving(client, app)
    made = await receiving.create(maxBytes=10 * LARGE)
    content = a_pdf(LARGE)
    first = (await receiving.announce(made["token"], content)).json
    assert (first["upload"]["method"], first["uncommitted"]) == ("blocks", [])
    size = first["upload"]["blockSizeBytes"]
    block = base64.b64encode(b"block-000000").decode()
    async with httpx.AsyncClient(timeout=60) as browser:
        url = f"{first['upload']['url']}&comp=block&blockid={block}"
        assert (await browser.put(url, content=content[:size])).status_code == 201
    again = (await receiving.announce(made["token"], content)).json
    asked = (await receiving.ask("standing", made["token"], id=first["id"])).json
    for found in (again, asked):
        assert (found["id"], found["uncommitted"]) == (first["id"], [{"id": block, "sizeBytes": size}])
    blocks = [content[at : at + size] for at in range(0, LARGE, size)]
    assert (await put_blocks(asked["upload"]["url"], blocks)).status_code == 201
    assert (await receiving.ask("standing", made["token"], id=first["id"])).json["wholeBytes"] == LARGE
    assert (await receiving.ask("complete", made["token"], id=first["id"])).json["state"] == "verifying"
    assert (await receiving.caller.get(f"v1/upload-links/{made['id']}")).json["files"] == 1


async def test_the_same_file_again_is_the_one_there_is(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(maxFiles=1)
    document_id = await sent(receiving, made["token"])
    again = await receiving.announce(made["token"])
    assert (again.json["id"], again.json["state"], again.json["upload"]) == (document_id, "ready", None)


async def test_no_more_files_and_bytes_than_the_link_takes(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    few = await receiving.create(maxFiles=2)
    for mark in ("one", "two"):
        assert (await receiving.announce(few["token"], a_pdf(mark=mark))).status == 201
    assert (await receiving.announce(few["token"], a_pdf(mark="three"))).code == "link_full"
    small = await receiving.create(maxBytes=300)
    assert (await receiving.announce(small["token"], a_pdf(200))).status == 201
    assert (await receiving.announce(small["token"], a_pdf(101, mark="x"))).code == "link_full"
    assert (await receiving.ask("read", few["token"])).json["maxFileBytes"] == 0
    assert (await receiving.caller.get(f"v1/upload-links/{few['id']}")).json["state"] == "used_up"


async def test_of_ten_at_once_exactly_as_many_as_fit_are_taken(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(maxFiles=3)
    answers = await asyncio.gather(*(receiving.announce(made["token"], a_pdf(mark=str(n))) for n in range(10)))
    outcomes = [answer.status if answer.status == 201 else answer.code for answer in answers]
    assert outcomes.count(201) == 3
    assert set(outcomes) <= {201, "link_full", "unavailable"}
    assert (await receiving.caller.get("v1/documents")).json["items"].__len__() == 3


async def test_what_is_used_up_still_lets_announced_files_finish(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(maxFiles=1)
    await sent(receiving, made["token"])


@pytest.mark.parametrize("why", ["unknown", "revoked", "expired", "suspended", "cut", "secret"])
async def test_whatever_keeps_a_link_from_working_is_one_answer(
    client: ApiClient, app: App, clock: Clock, why: str
) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(days=1)
    token: str = made["token"]
    started = (await receiving.announce(token)).json
    if why == "unknown":
        token = f"{new_id()}.{new_id()}.{token.rpartition('.')[2]}"
    elif why == "revoked":
        await receiving.caller.delete(f"v1/upload-links/{made['id']}")
    elif why == "expired":
        clock.advance(days=1)
    elif why == "suspended":
        await receiving.decide(password_required=True)
    elif why == "cut":
        token = token[:-3]
    else:
        token = token[:-10] + "AAAAAAAAAA"
    for what, more in (
        ("read", {}),
        ("enter", {}),
        ("standing", {"id": started["id"]}),
        ("complete", {"id": started["id"]}),
    ):
        assert (await receiving.ask(what, token, **more)).code == "link_invalid"
    assert (await receiving.announce(token)).code == "link_invalid"


async def test_the_password_opens_it_for_a_day(client: ApiClient, app: App, clock: Clock) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(password="on paper only")
    assert (await receiving.announce(made["token"])).code == "link_password_wrong"
    assert (await receiving.ask("enter", made["token"])).code == "link_password_wrong"
    assert (await receiving.ask("enter", made["token"], password="something else")).code == "link_password_wrong"
    passed = (await receiving.ask("enter", made["token"], password="on paper only")).json["passed"]
    answer = await receiving.announce(made["token"], passed=passed)
    assert answer.status == 201
    other = await receiving.create(password="on paper only")
    for wrong in (passed, "nonsense", made["token"]):
        assert (await receiving.announce(other["token"], passed=wrong)).code == "link_password_wrong"
    log = (await receiving.caller.get(f"v1/upload-links/{made['id']}/uses")).json["items"]
    assert [use["outcome"] for use in log] == ["announced", "password_wrong"]


async def test_guessing_the_password_is_stopped(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create(password="on paper only")
    for _ in range(ALLOWANCES[Attempt.UPLOAD_LINK_PASSWORD].per_account_and_place):
        assert (await receiving.ask("enter", made["token"], password="guess me")).code == "link_password_wrong"
    answer = await receiving.ask("enter", made["token"], password="on paper only")
    assert (answer.status, answer.code) == (429, "too_many_attempts")


async def test_a_guest_sees_no_other_document(client: ApiClient, app: App) -> None:
    """Not of another link, not of colleagues, not what is put on top of what they sent."""
    receiving = await a_receiving(client, app)
    mine, other = await receiving.create(), await receiving.create()
    theirs = await sent(receiving, mine["token"])
    colleagues = await a_verified(app, receiving.owner.actor, a_pdf(mark="secret"))
    for what in ("standing", "complete"):
        for document_id in (colleagues.id, new_id()):
            assert (await receiving.ask(what, mine["token"], id=document_id)).status == 404
        assert (await receiving.ask(what, other["token"], id=theirs)).status == 404
    document = await app.documents.service.get(receiving.owner.actor, theirs)
    rejected = await a_verified(app, receiving.owner.actor, PROGRAM, "newer.pdf", onto=document)
    assert rejected.newest.number == 2
    seen = (await receiving.ask("standing", mine["token"], id=theirs)).json
    assert (seen["state"], seen["rejection"], seen["upload"]) == ("ready", None, None)


async def test_what_is_refused_says_why(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create()
    document_id = await sent(receiving, made["token"], PROGRAM, "log.pdf")
    seen = (await receiving.ask("standing", made["token"], id=document_id)).json
    assert (seen["state"], seen["rejection"]["code"]) == ("rejected", "type_not_allowed")
    assert (await receiving.announce(made["token"], PROGRAM, "setup.exe")).code == "type_not_allowed"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"fileName": "../../etc/passwd"}, "fileName"),
        ({"fileName": "a\u0000.pdf"}, "fileName"),
        ({"fileName": "fdp.\u202eexe"}, "fileName"),
        ({"sizeBytes": 0}, "sizeBytes"),
        ({"sha256": "0"}, "sha256"),
        ({"sender": "\u202e"}, "sender"),
    ],
)
async def test_bad_input_of_guests_is_named(client: ApiClient, app: App, changes: dict[str, Any], field: str) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create()
    answer = await receiving.ask("announce", made["token"], **{**announcement(PDF), **changes})
    assert (answer.status, answer.fields) == (422, {field})


async def test_completing_what_never_came_is_told(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    made = await receiving.create()
    document_id = (await receiving.announce(made["token"])).json["id"]
    assert (await receiving.ask("complete", made["token"], id=document_id)).code == "upload_missing"


async def test_a_retired_type_ends_the_link(client: ApiClient, app: App) -> None:
    receiving = await a_receiving(client, app)
    kind = await a_document_type(app, receiving.owner)
    made = await receiving.create(typeId=kind.id)
    path = f"v1/document-types/{kind.id}"
    etag = (await receiving.caller.get(path)).json["etag"]
    assert (await receiving.caller.post(f"{path}/retire", headers={"If-Match": etag})).status == 200
    assert (await receiving.announce(made["token"])).code == "link_invalid"
