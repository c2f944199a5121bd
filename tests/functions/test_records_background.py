"""The functions behind holds, retention and bulk operations: what starts them, and that each does its part."""

import pytest

from functions.bulk import background as bulk
from functions.holds import background as holds
from functions.retention import background as retention
from shared.app import App
from shared.bulk.work import QUEUE
from shared.holds.work import CLOSE_QUEUE, PROTECT_QUEUE, protection_of
from shared.identity.permissions import Role
from shared.retention.work import PURGE_QUEUE, RUN_QUEUE
from tests.bulk import an_operation, job_of
from tests.conftest import Clock
from tests.documents import a_verified, an_announced, somebody
from tests.holds import a_hold, as_it_is, storage_refuses
from tests.people import a_member
from tests.registered import deliver, trigger_of
from tests.retention import a_run, a_trashed


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("protect_document", {"queueName": PROTECT_QUEUE}),
        ("rest_poisoned_protection", {"queueName": f"{PROTECT_QUEUE}-poison"}),
        ("let_documents_go", {"queueName": CLOSE_QUEUE}),
        ("rest_poisoned_closing", {"queueName": f"{CLOSE_QUEUE}-poison"}),
        ("follow_held_documents", {"containerName": "documents"}),
        ("reconcile_holds", {"schedule": "%RECONCILE_SCHEDULE%"}),
        ("run_retention", {"queueName": RUN_QUEUE}),
        ("settle_poisoned_run", {"queueName": f"{RUN_QUEUE}-poison"}),
        ("purge_decided", {"queueName": PURGE_QUEUE}),
        ("rest_poisoned_purge", {"queueName": f"{PURGE_QUEUE}-poison"}),
        ("follow_retention", {"containerName": "documents"}),
        ("reconcile_retention", {"schedule": "%RECONCILE_SCHEDULE%"}),
        ("run_bulk_operation", {"queueName": QUEUE}),
        ("settle_poisoned_bulk_operation", {"queueName": f"{QUEUE}-poison"}),
        ("follow_bulk_operations", {"containerName": "documents"}),
        ("reconcile_bulk_operations", {"schedule": "%RECONCILE_SCHEDULE%"}),
        ("begin_retention_runs", {"schedule": "%RETENTION_SCHEDULE%"}),
    ],
)
def test_each_function_is_started_by_its_own(name: str, expected: dict[str, str]) -> None:
    assert trigger_of(name).items() >= expected.items()


@pytest.fixture
def here(app: App, monkeypatch: pytest.MonkeyPatch) -> App:
    """The functions of this process work with the app of this test."""
    for jobs in (holds.jobs, retention.jobs, bulk.jobs):
        monkeypatch.setattr(jobs, "_app", lambda: app)
    return app


async def test_a_message_protects_what_is_held(here: App) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_verified(here, admin.actor)
    await a_hold(here, admin, document)
    await deliver("protect_document", protection_of(document))
    assert await storage_refuses(here, document.stored(1))


async def test_a_message_works_off_a_run_and_the_poison_handler_leaves_it_be(here: App, clock: Clock) -> None:
    admin = somebody(Role.ADMIN)
    document = await a_trashed(here, admin)
    clock.advance(days=31)
    run = await a_run(here, admin)
    job = here.retention.running.job_of(run.organisation_id, run.id)
    for name in ("run_retention", "settle_poisoned_run"):
        await deliver(name, job)
    assert (await here.retention.service.get_run(admin.actor, run.id))[0].state == "finished"
    assert (await as_it_is(here, document)).purging_for == run.id


async def test_a_message_works_off_a_bulk_operation_and_the_poison_handler_leaves_it_be(here: App) -> None:
    owner = await a_member(here, Role.ENGINEER)
    document, _ = await an_announced(here, owner.actor)
    operation = await an_operation(here, owner, document)
    for name in ("run_bulk_operation", "settle_poisoned_bulk_operation"):
        await deliver(name, job_of(operation))
    assert (await here.bulk.service.get(owner.actor, operation.id)).outcomes == {"done": 1}
