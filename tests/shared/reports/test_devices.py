"""Several devices, a network that repeats, reorders, delays and loses, a server that dies after any request: nothing is lost or doubled.

`REPORT_RUNS` says how many histories are tried (30 without it). Hypothesis shrinks one that fails to the fewest steps.
"""

import hashlib
import logging
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.reports.content import Content, ReportRevision
from shared.reports.model import Decision, Report, ReportState, Verdict
from shared.sites.model import Site
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import content_of, promoted
from tests.people import Person, a_member, a_site, a_token
from tests.shared.reports.devices import FIELDS, Device, Ledger, Network

PHASES = [Phase.generate, Phase.shrink]
RUNS = int(os.environ.get("REPORT_RUNS", "30"))
DEVICES = 3
Record = Callable[[str, object], None]
ROUNDS = 30  # of everybody sending what they hold; more would mean that they never agree

WHO = st.integers(0, DEVICES - 1)
DYING = st.sampled_from([None, None, 1, 2, 3, 4])  # after so many requests to the storage
TYPING = st.tuples(st.sampled_from(["edit", "write", "write"]), WHO, st.integers(0, len(FIELDS) - 1))
DELIVERY = st.tuples(st.just("deliver"), st.integers(0, 5), st.tuples(DYING, st.booleans(), st.booleans()))
OTHERS = st.tuples(
    st.sampled_from(["send", "refresh", "photograph", "photo", "freeze", "review", "restart"]), WHO, DYING
)
HISTORY = st.lists(TYPING | DELIVERY | DELIVERY | OTHERS, min_size=20, max_size=60)


@dataclass
class Story:
    """One report of one well, and everybody who writes it."""

    app: App
    owner: Person
    network: Network
    devices: list[Device]
    ledger: Ledger

    async def step(self, what: str, who: int, how: Any) -> None:
        device = self.devices[who % DEVICES]
        if what in {"edit", "write"}:
            device.edit(FIELDS[how])
        if what in {"send", "write"}:
            self.network.take(device.message())
        elif what == "deliver":
            kill_after, twice, answered = how
            await self.network.deliver(who, kill_after=kill_after, twice=twice, answered=answered)
        elif what == "refresh":
            await self.network.refresh(device)
        elif what == "photograph":
            device.photograph()
        elif what == "photo":
            await self.network.send_photo(device, who, how)
        elif what == "freeze":
            device.freeze()
        elif what == "restart":
            device.waiting = None  # whatever is answered now, nobody hears it
        else:
            await self.request_changes()

    async def request_changes(self) -> None:
        report, _ = await self.report()
        if report is not None and report.state is ReportState.SUBMITTED:
            decided = report.decided(
                Verdict(report.revision, Decision.REQUEST_CHANGES, "again"), "reviewer", self.app.now()
            )
            assert decided is not None
            await self.app.reports.service.reports.replace(decided)

    async def report(self) -> tuple[Report, Content] | tuple[None, None]:
        """The one that there is; there are never two."""
        reports, organisation_id = self.app.reports.service.reports, self.owner.organisation_id
        ids = {device.report_id for device in self.devices}
        read = [await reports.find_with_content(organisation_id, report_id) for report_id in ids]
        found = [one for one in read if one is not None]
        assert len(found) <= 1
        return found[0] if found else (None, None)

    async def revisions(self, report: Report) -> list[ReportRevision]:
        reports = self.app.reports.service.reports
        found = [await reports.find_submit(report.organisation_id, report.id, n + 1) for n in range(report.revision)]
        return [revision for _, revision in found if revision is not None]

    async def settle(self) -> None:
        """The network heals: what is late arrives, and everybody sends until nobody holds anything."""
        while self.network.under_way:
            await self.network.deliver(0, kill_after=None, twice=False, answered=True)
        for _ in range(ROUNDS):
            for device in self.devices:
                await self.send(device)
            if not any(device.edits or device.frozen for device in self.devices):
                return
            await self.request_changes()
        raise AssertionError("they never agree")

    async def submit(self, device: Device) -> None:
        """What everybody agrees on."""
        await self.request_changes()
        before = len(device.accepted)
        for _ in range(3):  # it may have to learn first that others began the report, and what they wrote
            await self.network.refresh(device)
            device.freeze()
            await self.send(device)
            if len(device.accepted) > before:
                return
        raise AssertionError("what everybody agrees on is not accepted")

    async def send(self, device: Device) -> None:
        await self.network.refresh(device)
        for number in range(len(device.photos)):
            await self.network.send_photo(device, number, None)
        self.network.take(device.message())
        await self.network.deliver(0, kill_after=None, twice=False, answered=True)


async def a_story(app: App, client: ApiClient, owner: Person, site_id: str) -> Story:
    ledger, well = Ledger(), f"F-{new_id()}"
    devices = [Device(name, ledger, site_id, well, new_id()) for name in range(DEVICES)]
    network = Network(app, client.signed_in(a_token(app, owner)), owner.actor)
    return Story(app, owner, network, devices, ledger)


async def check_edits(story: Story) -> None:
    """Each one is in the content, or was replaced by somebody who knew it, or a device still holds it."""
    _, content = await story.report()
    for where in FIELDS:
        written = {value for field, value in story.ledger.replaced if field == where}
        held = {value for device in story.devices for value in device.held.get(where, ())}
        stored: set[str] = set()
        if content is not None:
            stored = story.ledger.ancestors(where, (content.sent.get(where[0]) or {}).get(where[1]))
        below = {one for value in held for one in story.ledger.ancestors(where, value)}
        assert written <= stored | below, f"lost: {written - stored - below}"


async def check_submits(story: Story) -> None:
    """What devices were confirmed is what there is, receipt by receipt, and photos are byte by byte what was taken."""
    report, _ = await story.report()
    assert report is not None
    stored = await story.revisions(report)
    assert [revision.number for revision in stored] == list(range(1, report.revision + 1))
    confirmed = {key: receipt for device in story.devices for key, receipt in device.accepted.items()}
    sent = {receipt: body for device in story.devices for receipt, body in device.sent.items()}
    assert sum(len(device.accepted) for device in story.devices) == len(confirmed), "two were told the same number"
    there = {(revision.report_id, revision.number): revision.receipt for revision in stored}
    assert confirmed.items() <= there.items()
    photos = {photo_id: content for device in story.devices for photo_id, content in device.photos.items()}
    for revision in stored:
        body = sent[revision.receipt]
        assert (revision.sent, [one.facts for one in revision.attachments]) == (body["payload"], body["attachments"])
        for attachment in revision.attachments:
            document = await story.app.documents.service.get(story.owner.actor, attachment.id)
            content = await content_of(story.app, promoted(document))
            assert hashlib.sha256(content).hexdigest() == attachment.sha256
            assert content == photos.get(attachment.id, content)


class World:
    """One organisation for all histories, and what they came to together. No dataclass: Hypothesis would print all of it."""

    def __init__(self, app: App, client: ApiClient, clock: Clock, owner: Person, site: Site) -> None:
        self.app, self.client, self.clock, self.owner, self.site = app, client, clock, owner, site
        self.histories = self.requests = self.killed = self.submits = 0


@pytest.fixture
async def world(app: App, client: ApiClient, clock: Clock, record_testsuite_property: Record) -> AsyncIterator[World]:
    owner = await a_member(app, Role.ADMIN)
    seen = World(app, client, clock, owner, await a_site(app, owner))
    yield seen
    counts = {name: getattr(seen, name) for name in ("histories", "requests", "killed", "submits")}
    for name, count in counts.items():
        record_testsuite_property(name, count)
    logging.getLogger(__name__).warning("told %s", counts)
    assert seen.killed > seen.histories // 2, counts


@settings(
    max_examples=RUNS,
    phases=PHASES,
    deadline=None,
    report_multiple_bugs=False,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(history=HISTORY)
async def test_nothing_is_lost_or_doubled(world: World, history: list[Any]) -> None:
    story = await a_story(world.app, world.client, world.owner, world.site.id)
    for step in history:
        await story.step(*step)
    await check_edits(story)
    await story.settle()
    await check_edits(story)
    await story.submit(story.devices[0])
    await check_submits(story)
    world.clock.advance(minutes=1)  # requests are counted
    world.histories += 1
    world.requests += story.network.delivered
    world.killed += story.network.killed
    world.submits += sum(len(device.accepted) for device in story.devices)
