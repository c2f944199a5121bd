"""GET /documents/{id}/upload: what the storage has of an upload, so that another device, or a browser started again, goes on."""

import base64
import hashlib
import random

import httpx
import pytest

from shared.app import App
from shared.documents import announcing
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import (
    PDF,
    a_completed,
    a_pdf,
    a_verified,
    an_announced,
    as_person,
    job_of,
    put,
    revision_of,
    somebody,
)
from tests.people import counted_requests

BLOCK = 4096
LOSS = 0.3


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(announcing, "SINGLE_LIMIT", BLOCK)
    monkeypatch.setattr(announcing, "BLOCK", BLOCK)


def block_id(index: int) -> str:
    return base64.b64encode(f"block-{index:06d}".encode()).decode()


class Device:
    """Sends blocks over a line that loses requests and answers; it remembers nothing of what it sent."""

    def __init__(self, caller: ApiClient, document_id: str, content: bytes, chance: random.Random) -> None:
        self.caller, self.path, self.chance = caller, f"v1/documents/{document_id}", chance
        self.blocks = [content[at : at + BLOCK] for at in range(0, len(content), BLOCK)]
        self.sent = 0

    async def missing(self) -> tuple[str, list[int]]:
        """A fresh URL, and the blocks the storage does not have."""
        standing = (await self.caller.get(f"{self.path}/upload")).json
        assert standing["upload"]["blockSizeBytes"] == BLOCK
        there = {block["id"]: block["sizeBytes"] for block in standing["uncommitted"]}
        lacking = [i for i, block in enumerate(self.blocks) if there.get(block_id(i)) != len(block)]
        return standing["upload"]["url"], lacking

    async def session(self, browser: httpx.AsyncClient, *, most: int) -> bool:
        """Goes on until `most` requests were made: then the browser is closed. Is everything there?"""
        url, lacking = await self.missing()
        for index in lacking[:most]:
            await self.put(
                browser, f"{url}&comp=block&blockid={block_id(index).replace('=', '%3D')}", self.blocks[index]
            )
        return not lacking

    async def put(self, browser: httpx.AsyncClient, url: str, content: bytes) -> bool:
        """Is there an answer? Half of what is lost is lost on the way there, the other half on the way back."""
        self.sent += 1
        lost = self.chance.random() < LOSS
        if lost and self.chance.random() < 0.5:
            return False
        assert (await browser.put(url, content=content)).status_code == 201
        return not lost

    async def commit(self, browser: httpx.AsyncClient) -> None:
        listed = "".join(f"<Latest>{block_id(index)}</Latest>" for index in range(len(self.blocks)))
        while True:
            standing = (await self.caller.get(f"{self.path}/upload")).json
            if standing["wholeBytes"] is not None:
                return
            url = f"{standing['upload']['url']}&comp=blocklist"
            await self.put(browser, url, f"<BlockList>{listed}</BlockList>".encode())


@pytest.mark.parametrize("number", [1, 2])
async def test_with_three_requests_in_ten_lost_and_many_restarts_it_arrives(
    client: ApiClient, app: App, number: int
) -> None:
    person, chance = somebody(Role.OPERATOR), random.Random(30 + number)
    onto = await a_verified(app, person.actor) if number == 2 else None
    content = a_pdf(60 * BLOCK + 17, mark=new_id())
    document, _ = await an_announced(app, person.actor, content, onto=onto)
    caller = as_person(client, app, person)
    sessions = 0
    async with httpx.AsyncClient() as browser:
        while not await Device(caller, document.id, content, chance).session(browser, most=12):
            sessions += 1
            assert sessions < 50
        device = Device(caller, document.id, content, chance)
        assert (await device.missing())[1] == []
        await device.commit(browser)
    assert sessions > 61 / 12
    assert (await caller.post(f"v1/documents/{document.id}/complete")).status == 202
    await app.documents.processing.verify(job_of(document))
    download = (await caller.post(f"v1/documents/{document.id}/download-url")).json
    assert (download["revision"], download["sha256"]) == (number, hashlib.sha256(content).hexdigest())
    async with httpx.AsyncClient() as browser:
        assert (await browser.get(download["url"])).content == content


async def test_nothing_has_come_yet(client: ApiClient, app: App) -> None:
    person = somebody()
    content = a_pdf(3 * BLOCK)
    document, _ = await an_announced(app, person.actor, content, "log.pdf")
    with counted_requests() as requests:
        answer = await as_person(client, app, person).get(f"v1/documents/{document.id}/upload")
    assert requests == ["POST documents"]
    assert answer.status == 200
    upload = answer.json.pop("upload")
    assert upload["method"] == "blocks"
    facts = {key: answer.json[key] for key in ("revision", "fileName", "sizeBytes", "sha256")}
    assert facts == {
        "revision": 1,
        "fileName": "log.pdf",
        "sizeBytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    assert (answer.json["wholeBytes"], answer.json["committed"], answer.json["uncommitted"]) == (None, [], [])


async def test_a_small_file_that_was_put_is_there_whole(client: ApiClient, app: App) -> None:
    person = somebody()
    document, upload = await an_announced(app, person.actor)
    caller = as_person(client, app, person)
    await put(upload.signed.url, PDF)
    standing = (await caller.get(f"v1/documents/{document.id}/upload")).json
    assert (standing["upload"]["method"], standing["wholeBytes"]) == ("single", len(PDF))
    assert (standing["committed"], standing["uncommitted"]) == ([], [])


async def test_the_answer_lists_no_more_blocks_than_the_file_needs(client: ApiClient, app: App) -> None:
    """Whoever holds the URL can send blocks of any number and name."""
    person = somebody()
    document, upload = await an_announced(app, person.actor, a_pdf(3 * BLOCK))
    async with httpx.AsyncClient() as browser:
        for index in range(9):
            url = f"{upload.signed.url}&comp=block&blockid={block_id(index).replace('=', '%3D')}"
            assert (await browser.put(url, content=b"x")).status_code == 201
    standing = (await as_person(client, app, person).get(f"v1/documents/{document.id}/upload")).json
    assert [block["sizeBytes"] for block in standing["uncommitted"]] == [1, 1, 1]


async def test_only_who_may_write_and_sees_the_document(client: ApiClient, app: App) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    path = f"v1/documents/{document.id}/upload"
    assert (await client.get(path)).status == 401
    viewer = somebody(Role.VIEWER, organisation_id=person.organisation_id)
    assert (await as_person(client, app, viewer).get(path)).status == 403
    assert (await as_person(client, app, somebody(Role.ADMIN)).get(path)).status == 404


async def test_only_while_it_is_awaited(client: ApiClient, app: App) -> None:
    person = somebody()
    document = await a_completed(app, person.actor)
    answer = await as_person(client, app, person).get(f"v1/documents/{document.id}/upload")
    assert (answer.status, answer.code) == (409, "not_awaiting_upload")


async def test_asking_keeps_it_awaited(client: ApiClient, app: App, clock: Clock) -> None:
    person = somebody()
    document, _ = await an_announced(app, person.actor)
    before = (await revision_of(app, document)).awaited_until
    clock.advance(hours=20)
    await as_person(client, app, person).get(f"v1/documents/{document.id}/upload")
    assert (await revision_of(app, document)).awaited_until > before
    assert await app.documents.service.get(person.actor, document.id) == document
