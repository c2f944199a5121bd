"""The seed of reports against the product in process: a well's month is closed, and repeating changes nothing."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest

from local import seed_reports as seeding
from local.demo_reports import year
from local.demo_reports.model import SITES
from local.seed_reports import Crew, ReportSeed
from shared.app import App
from shared.identity.permissions import Role
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import job_of
from tests.people import Person, a_colleague, a_member, a_site, a_token

DAYS = 38
TODAY = date(2026, 6, 5)


def in_process(app: App, owner: Person) -> httpx.AsyncClient:
    """The API without a server, and a worker that verifies at once; signed URLs go to the storage."""
    client = ApiClient(app)

    async def answer(request: httpx.Request) -> httpx.Response:
        if request.url.host != "petroconnect.test":
            async with httpx.AsyncClient() as storage:
                return await storage.put(str(request.url), content=request.content, headers=request.headers)
        path = request.url.raw_path.decode().removeprefix("/api/")
        headers = {"Authorization": request.headers["Authorization"]}
        found = await client.request(request.method, path, content=request.content, headers=headers)
        if path.endswith("/complete"):
            photo_id = path.split("/")[-2]
            await app.documents.processing.verify(job_of(await app.documents.service.get(owner.actor, photo_id)))
        return httpx.Response(found.status, headers=dict(found.headers), content=found.content)

    return httpx.AsyncClient(transport=httpx.MockTransport(answer), base_url="https://petroconnect.test/api/v1")


@pytest.mark.slow
async def test_reports_of_five_weeks_are_of_every_state_and_close_a_month(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(year, "SITES", SITES[:1])
    for module in (year, seeding):
        monkeypatch.setattr(module, "WELLS", 1)
    clock.now = datetime(2026, 6, 5, 8, tzinfo=UTC)
    owner = await a_member(app, Role.ADMIN)
    site = SITES[0]
    await a_site(app, owner, code=site.code, time_zone=site.zone, day_start=site.day_start)
    engineer, operator = [await a_colleague(app, owner, role) for role in (Role.ENGINEER, Role.OPERATOR)]
    admin, review, write = [{"Authorization": f"Bearer {a_token(app, who)}"} for who in (owner, engineer, operator)]
    found = []
    for _ in range(2):
        async with in_process(app, owner) as api:
            crew = Crew(admin=admin, operator=write, engineer=review)
            await ReportSeed(api, crew, TODAY, DAYS, 7, asyncio.Semaphore(4)).run()
            found.append(await states(api, review))
        clock.advance(minutes=2)  # requests are counted
    assert found[0] == found[1]
    assert found[0]["daily_production", "final"] == 31, "all of May"
    assert found[0]["daily_drilling", "draft"] == found[0]["daily_drilling", "changes_requested"] == 1
    assert {state for _, state in found[0]} == {"draft", "submitted", "changes_requested", "approved", "final"}
    assert TODAY - timedelta(days=DAYS) < date(2026, 5, 1)


async def states(api: httpx.AsyncClient, who: dict[str, str]) -> Counter[tuple[str, str]]:
    answer = (await api.get("/reports?limit=200", headers=who)).json()
    assert answer["nextCursor"] is None
    return Counter((one["type"], one["state"]) for one in answer["items"])
