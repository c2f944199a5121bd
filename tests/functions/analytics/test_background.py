"""The functions behind analytics: what starts them, and that each does its part."""

import pytest

from functions.analytics import background
from shared.analytics.work import QUEUE
from shared.app import App
from shared.identity.permissions import Role
from shared.kit.jobs.runs import RunState
from tests.analytics import a_submitted, aggregates_of, produced
from tests.conftest import Clock, Queues
from tests.people import a_member, a_site
from tests.registered import call, deliver, trigger_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("keep_analytics", {"containerName": "reports"}),
        ("rebuild_analytics", {"queueName": QUEUE}),
        ("settle_poisoned_rebuild", {"queueName": f"{QUEUE}-poison"}),
        ("follow_rebuilds", {"containerName": "analytics"}),
        ("reconcile_rebuilds", {"schedule": "%RECONCILE_SCHEDULE%"}),
    ],
)
def test_each_function_is_started_by_its_own(name: str, expected: dict[str, str]) -> None:
    assert trigger_of(name).items() >= expected.items()


@pytest.fixture
def here(app: App, monkeypatch: pytest.MonkeyPatch) -> App:
    """The functions of this process work with the app of this test."""
    monkeypatch.setattr(background.jobs, "_app", lambda: app)
    return app


async def test_the_feed_keeps_the_figures(here: App) -> None:
    admin = await a_member(here, Role.ADMIN)
    report = await a_submitted(here, admin, await a_site(here, admin), "2026-05-04", produced(oil=(1, "Sm3")))
    others = [{"kind": "activity", "id": "a"}, {"kind": "reportContent", "id": "b"}]
    await call("keep_analytics", documents=[*others, report.to_item()])
    ((entries, *_),) = (await aggregates_of(here, admin.organisation_id)).values()
    assert entries[report.id]["figures"]["oil"] == 1.0


async def test_a_rebuild_goes_on_wherever_it_was_left(here: App, clock: Clock, queues: Queues) -> None:
    admin = await a_member(here, Role.ADMIN)
    run = await here.analytics.service.rebuild(admin.actor)
    stored = await here.database.container("analytics").get(run.id, admin.organisation_id)
    await queues.take(QUEUE)
    await call("follow_rebuilds", documents=[stored, {"kind": "dailyAggregate", "id": "a"}])
    (job,) = await queues.take(QUEUE)
    clock.advance(minutes=10)
    await call("reconcile_rebuilds", timer=type("Timer", (), {"past_due": False})())
    assert job.subject_id in {again.subject_id for again in await queues.take(QUEUE)}
    await deliver("settle_poisoned_rebuild", job)
    given_up = await here.analytics.service.get_rebuild(admin.actor, run.id)
    assert (given_up.state, given_up.failure) == (RunState.FAILED, "gave_up")
    again = await here.analytics.service.rebuild(admin.actor)
    (job,) = await queues.take(QUEUE)
    await deliver("rebuild_analytics", job)
    assert (await here.analytics.service.get_rebuild(admin.actor, again.id)).state is RunState.FINISHED
