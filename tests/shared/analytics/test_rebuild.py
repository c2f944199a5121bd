"""The change feed and a rebuild from scratch come to the same figures, in whatever order, however late and often changes are shown."""

import asyncio
import random

import pytest

from shared.analytics.model import aggregate_id
from shared.app import App
from shared.errors import StaleVersion
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState
from shared.reports.content import revision_id
from shared.reports.model import Decision, ReportState, Verdict
from tests.analytics import (
    Field,
    a_submitted,
    aggregates_of,
    forgotten,
    produced,
    rebuilt,
    resubmitted,
    shown,
    written,
)
from tests.conftest import Clock
from tests.due_reports import a_begun
from tests.people import a_member, a_site


async def a_field(app: App, seed: int) -> Field:
    admin = await a_member(app, Role.ADMIN)
    sites = [await a_site(app, admin), await a_site(app, admin, "Midland", time_zone="America/Chicago")]
    return Field(app, admin, sites, random.Random(seed))


@pytest.mark.parametrize("seed", range(6))
async def test_a_rebuild_comes_to_the_same_figures(app: App, clock: Clock, seed: int) -> None:
    field = await a_field(app, seed)
    organisation_id = field.author.organisation_id
    for _ in range(60):
        await field.step()
        clock.advance(minutes=7)
        if field.chance.random() < 0.3:
            await shown(app, *field.chance.sample(field.feed, min(5, len(field.feed))))
    late = [*field.feed, *field.feed]
    field.chance.shuffle(late)
    batches = [late[begin : begin + 9] for begin in range(0, len(late), 9)]
    await asyncio.gather(*(shown(app, *batch) for batch in batches[:3]))
    for batch in batches[3:]:
        await shown(app, *batch)
    kept = await aggregates_of(app, organisation_id)
    assert sum(len(entries) for entries, *_ in kept.values()) == len(field.reports)
    await rebuilt(app, field.author)
    assert await aggregates_of(app, organisation_id) == kept
    await forgotten(app, organisation_id)
    run = await rebuilt(app, field.author)
    assert (run.state, run.done, run.total, run.percent) == (
        RunState.FINISHED,
        len(field.reports),
        len(field.reports),
        100,
    )
    assert await aggregates_of(app, organisation_id) == kept


async def test_a_rebuild_mends_what_is_wrong_and_removes_what_has_no_report(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    report = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(10, "Sm3")))
    await shown(app, report)
    kept = await aggregates_of(app, admin.organisation_id)
    container = app.database.container("analytics")
    item = await container.get(aggregate_id(report.type, site.id, report.day), admin.organisation_id)
    for day in ("2025-12-31", "2026-03-01", "2026-12-31"):
        stray = aggregate_id("daily_drilling", site.id, day)
        await container.upsert({**item, "id": stray, "type": "daily_drilling", "day": day})
    item["entries"][report.id]["figures"]["oil"] = 99.0
    item["entries"]["gone"] = item["entries"][report.id]
    await container.upsert(item)
    await rebuilt(app, admin)
    assert await aggregates_of(app, admin.organisation_id) == kept


async def test_the_same_change_counts_once_and_an_old_one_changes_nothing(app: App, clock: Clock) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    first = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(10, "Sm3")))
    await shown(app, first, first)
    returned = first.decided(Verdict(1, Decision.REQUEST_CHANGES, "see"), "erik", clock.now)
    assert returned is not None
    second = await resubmitted(app, await written(app, returned), produced(oil=(12, "Sm3")))
    await shown(app, second)
    await shown(app, first)
    ((entries, waiting, *_),) = (await aggregates_of(app, admin.organisation_id)).values()
    assert (entries[second.id]["revision"], entries[second.id]["figures"]["oil"], waiting) == (2, 12.0, 1)


async def test_an_approval_changes_the_state_without_reading_the_payload(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    report = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(10, "Sm3")))
    await shown(app, report)
    await shown(app, await written(app, report.model_copy(update={"state": ReportState.APPROVED})))
    ((entries, waiting, *_),) = (await aggregates_of(app, admin.organisation_id)).values()
    assert (entries[report.id]["state"], entries[report.id]["figures"]["oil"], waiting) == ("approved", 10.0, 0)


async def test_a_report_whose_revision_is_gone_does_not_hold_up_the_others(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    torn = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(10, "Sm3")))
    whole = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(7, "Sm3")), "F-2")
    await app.database.container("reports").delete(revision_id(torn.id, 1), admin.organisation_id)
    await shown(app, torn, whole)
    ((entries, *_),) = (await aggregates_of(app, admin.organisation_id)).values()
    assert set(entries) == {whole.id}
    await rebuilt(app, admin)
    ((again, *_),) = (await aggregates_of(app, admin.organisation_id)).values()
    assert again == entries


async def test_drafts_are_no_figures(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    draft = await a_begun(app, admin, await a_site(app, admin), "2026-03-01")
    await shown(app, draft)
    assert (await rebuilt(app, admin)).total == 0
    assert await aggregates_of(app, admin.organisation_id) == {}


async def test_a_worker_that_was_overtaken_looks_again(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one wrote between its reading and its writing."""
    admin = await a_member(app, Role.ADMIN)
    site = await a_site(app, admin)
    first = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(10, "Sm3")))
    other = await a_submitted(app, admin, site, "2026-03-01", produced(oil=(7, "Sm3")), "F-2")
    put, overtaken = type(app.analytics.keeping.aggregates).put, list[bool]()

    async def slowly(self: object, aggregate: object) -> None:
        if not overtaken:
            overtaken.append(True)
            await shown(app, other)
        await put(self, aggregate)  # type: ignore[arg-type]

    monkeypatch.setattr(type(app.analytics.keeping.aggregates), "put", slowly)
    await shown(app, first)
    ((entries, *_),) = (await aggregates_of(app, admin.organisation_id)).values()
    assert set(entries) == {first.id, other.id}


async def test_a_rebuild_is_stopped(app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    run = await app.analytics.service.rebuild(admin.actor)
    await app.analytics.service.cancel_rebuild(admin.actor, run.id)
    await app.analytics.rebuilding.run(app.analytics.rebuilding.job_of(run.organisation_id, run.id))
    assert (await app.analytics.service.get_rebuild(admin.actor, run.id)).state is RunState.CANCELLED
    with pytest.raises(StaleVersion):
        await app.analytics.rebuilding.runs.replace(run)
