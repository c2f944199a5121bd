"""The functions behind the requests: what starts them, and that each does its part."""

import json

import azure.functions as func
import pytest

from functions.documents import background
from shared.app import App
from shared.documents.revision import QUARANTINE
from shared.documents.work import VERIFY_QUEUE
from tests.conftest import Clock, Queues
from tests.documents import a_completed, an_uploaded, items_of, job_of, quarantined, somebody
from tests.registered import call, deliver, trigger_of


@pytest.fixture
def here(app: App, monkeypatch: pytest.MonkeyPatch) -> App:
    """The functions of this process work with the app of this test."""
    monkeypatch.setattr(background.jobs, "_app", lambda: app)
    return app


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("verify_document", {"type": "queueTrigger", "queueName": VERIFY_QUEUE}),
        ("settle_poisoned_document", {"type": "queueTrigger", "queueName": f"{VERIFY_QUEUE}-poison"}),
        ("follow_document_changes", {"type": "cosmosDBTrigger", "containerName": "documents"}),
        ("reconcile_uploads", {"type": "timerTrigger", "schedule": "%RECONCILE_SCHEDULE%"}),
    ],
)
def test_each_function_is_started_by_its_own(name: str, expected: dict[str, str]) -> None:
    assert trigger_of(name).items() >= expected.items()


async def test_a_message_verifies_and_the_poison_handler_leaves_it_be(here: App) -> None:
    actor = somebody().actor
    document = await a_completed(here, actor)
    await deliver("verify_document", job_of(document))
    assert (await here.documents.service.get(actor, document.id)).state == "ready"
    await deliver("settle_poisoned_document", job_of(document))
    assert (await here.documents.service.get(actor, document.id)).state == "ready"


async def test_a_message_of_the_poison_queue_refuses_the_file(here: App) -> None:
    actor = somebody().actor
    document = await a_completed(here, actor)
    await deliver("settle_poisoned_document", job_of(document))
    assert (await here.documents.service.get(actor, document.id)).state == "rejected"


async def test_the_feed_starts_what_the_request_could_not(here: App, queues: Queues) -> None:
    actor = somebody().actor
    document = await a_completed(here, actor)
    await queues.take(VERIFY_QUEUE)
    items = [func.Document.from_json(json.dumps(item)) for item in await items_of(here, actor.organisation_id)]
    await call("follow_document_changes", documents=func.DocumentList(items))
    (job,) = await queues.take(VERIFY_QUEUE)
    assert job.subject_id == document.id


async def test_the_timer_completes_what_lies_in_quarantine(here: App, clock: Clock) -> None:
    actor = somebody().actor
    document = await an_uploaded(here, actor)
    assert quarantined(document).container == QUARANTINE
    clock.advance(minutes=11)
    await call("reconcile_uploads", timer=Due())
    assert (await here.documents.service.get(actor, document.id)).state == "verifying"


class Due(func.TimerRequest):
    @property
    def past_due(self) -> bool:
        return False
