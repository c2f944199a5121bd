"""A worker that dies after any single request of an edit, a file or a submit: what is repeated ends as if it had never died."""

import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest

from local.cosmos.engine import Engine
from local.cosmos.transport import AsyncEngineTransport
from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.documents.work import VERIFY_QUEUE
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.query import Query
from shared.sites.model import Site
from tests import documents
from tests.api_client import ApiClient
from tests.conftest import Clock, Queues
from tests.documents import content_of, items_of, promoted
from tests.field_reports import a_submit, activities_of, an_edit, put, submit
from tests.files import a_png
from tests.people import Person, a_member, a_site, a_token
from tests.reports import a_payload
from tests.shared.documents.killing import Killed, watched

Start = Callable[[], ApiClient]
Sending = Callable[[ApiClient], Awaitable[None]]


@pytest.fixture
async def owner(app: App) -> Person:
    return await a_member(app, Role.ADMIN)


@pytest.fixture
async def start(
    settings: Settings, clock: Clock, cosmos_engine: Engine, app: App, owner: Person
) -> AsyncIterator[Start]:
    """A new process: nothing is left in memory from the one before."""
    started: list[App] = []

    def build() -> ApiClient:
        started.append(build_app(settings, now=clock, cosmos_transport=AsyncEngineTransport(cosmos_engine)))
        return ApiClient(started[-1], a_token(app, owner))

    yield build
    for one in started:
        await one.close()


async def survived(start: Start, begin: Callable[[], Sending]) -> int:
    """Killed after each request in turn, each time with a report of its own; then sent again. How many requests it takes alive."""
    for limit in range(100):
        send, client = begin(), start()
        try:
            with watched(limit):
                await send(client)
        except Killed:
            await send(start())
            continue
        return limit
    raise AssertionError("it never ends")


async def stored(app: App, owner: Person, report_id: str) -> list[str]:
    """Kinds of what there is of a report, activities apart."""
    text = "SELECT c.kind FROM c WHERE (c.id = @id OR c.reportId = @id) ORDER BY c.id"
    rows = await app.database.container("reports").query(
        Query(text, {"@id": report_id}), owner.organisation_id, limit=100
    )
    return sorted(row["kind"] for row in rows)


async def test_edits_are_stored_once(app: App, start: Start, owner: Person) -> None:
    site, begun = await a_site(app, owner), list[str]()

    def begin() -> Sending:
        report_id, edit = new_id(), an_edit(site, payload=a_payload(**{"/header/well": f"F-{new_id()}"}))
        further = {**edit, "edits": [*edit["edits"], new_id()], "reasons": {"a": "b"}}
        begun.append(report_id)

        async def send(client: ApiClient) -> None:
            for body in (edit, further):
                assert (await put(client, report_id, body)).status in {200, 201}

        return send

    assert await survived(start, begin) >= 4
    for report_id in begun:
        assert await stored(app, owner, report_id) == ["report", "reportContent", "reportEdition", "reportSlot"]
        assert await activities_of(app, owner.organisation_id, report_id) == ["report.created", "report.edited"]


async def test_a_submit_is_accepted_once(app: App, start: Start, owner: Person) -> None:
    site, sent = await a_site(app, owner), dict[str, dict[str, Any]]()

    def begin() -> Sending:
        report_id, edit = new_id(), an_edit(site, payload=a_payload(**{"/header/well": f"F-{new_id()}"}))
        sent[report_id] = body = a_submit(report_id, 1, edit)

        async def send(client: ApiClient) -> None:
            answer = await submit(client, report_id, 1, body)
            assert (answer.status in {200, 201}, answer.json["receipt"]) == (True, body["receipt"])

        return send

    assert await survived(start, begin) >= 4
    for report_id, body in sent.items():
        assert await stored(app, owner, report_id) == ["report", "reportContent", "reportRevision", "reportSlot"]
        assert await activities_of(app, owner.organisation_id, report_id) == ["report.created", "report.submitted"]
        revision = await app.reports.service.get_revision(owner.actor, report_id, 1)
        assert (revision.sent, revision.receipt) == (body["payload"], body["receipt"])


class Photographed:
    """An observation with a photo: announced, put, completed, verified and submitted, whatever was done of that before."""

    def __init__(self, site: Site, queues: Queues, owner: Person) -> None:
        self.site, self.queues, self.owner = site, queues, owner
        self.report_id, self.photo_id, self.content = new_id(), new_id(), a_png(new_id())

    @property
    def facts(self) -> dict[str, Any]:
        sha256 = hashlib.sha256(self.content).hexdigest()
        return {"name": "a.png", "sizeBytes": len(self.content), "sha256": sha256}

    async def send(self, client: ApiClient) -> None:
        path = f"v1/reports/{self.report_id}/attachments/{self.photo_id}"
        body = {**self.facts, "siteId": self.site.id, "contentType": "image/png"}
        announced = await client.put(path, body)
        assert announced.status in {200, 201}
        if announced.json["upload"] is not None:
            assert (await documents.put(announced.json["upload"]["url"], self.content)).status_code in {201, 403, 409}
            assert (await client.post(f"{path}/complete")).status == 202
        processing = client.app.documents.processing
        await processing.follow(await items_of(client.app, self.owner.organisation_id))
        for job in await self.queues.take(VERIFY_QUEUE):
            await processing.verify(job)
        photos = [{"id": "p1", "attachmentId": self.photo_id}]
        edit = an_edit(self.site, "hse_observation", payload=a_payload("hse_observation", **{"/photos": photos}))
        frozen = a_submit(self.report_id, 1, {**edit, "attachments": [{"id": self.photo_id, **self.facts}]})
        frozen["edits"] = [self.report_id]
        answer = await submit(client, self.report_id, 1, frozen)
        assert (answer.status in {200, 201}, answer.content) == (True, answer.content)


async def test_a_photo_and_its_report_arrive_once(
    app: App, start: Start, owner: Person, queues: Queues, clock: Clock
) -> None:
    site, taken = await a_site(app, owner, day_start="00:00"), list[Photographed]()

    def begin() -> Sending:
        clock.advance(minutes=11)  # a lease of a worker that died is over
        taken.append(Photographed(site, queues, owner))
        return taken[-1].send

    def fresh() -> ApiClient:
        clock.advance(minutes=11)
        return ApiClient(start().app, a_token(app, owner))

    assert await survived(fresh, begin) >= 15
    for one in taken:
        document = await app.documents.service.get(owner.actor, one.photo_id)
        assert await content_of(app, promoted(document)) == one.content
        assert document.newest.number == 1
        assert await stored(app, owner, one.report_id) == ["report", "reportContent", "reportRevision"]
        assert await activities_of(app, owner.organisation_id, one.report_id) == ["report.created", "report.submitted"]
