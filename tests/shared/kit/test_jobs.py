from datetime import UTC, datetime

import azure.functions as func
import pytest

from shared.errors import NotFound, StaleVersion, Unavailable
from shared.kit.jobs import Job, Jobs
from shared.kit.jobs.handlers import DeliveryFailed, run_event, run_job

NOW = datetime(2026, 5, 4, 6, 0, tzinfo=UTC)
RESERVED = {"id", "popreceipt", "dequeuecount", "insertiontime", "expirationtime", "nextvisibletime", "queuetrigger"}


def a_job(**arguments):
    return Job.of("verify", "ORG", "DOC", now=NOW, **arguments)


def test_no_field_of_the_envelope_is_a_name_the_host_overwrites():
    assert not {name.lower() for name in a_job().model_dump(by_alias=True)} & RESERVED


def test_the_envelope_survives_the_queue():
    job = a_job(page=3)
    assert Job.model_validate_json(job.model_dump_json(by_alias=True)) == job


async def test_a_handler_gets_the_job_and_the_app():
    seen = []

    async def remember(job, app):
        seen.append((job.subject_id, app))

    await run_job("remember", remember, a_job().model_dump_json(by_alias=True).encode(), "the app")
    assert seen == [("DOC", "the app")]


async def test_a_final_answer_ends_the_message():
    async def refuse(job, app):
        raise NotFound

    assert await run_job("refuse", refuse, a_job().model_dump_json(by_alias=True).encode(), None) is None


@pytest.mark.parametrize("error", [Unavailable(), StaleVersion(), ValueError("a bug"), TimeoutError()])
async def test_anything_else_makes_the_host_deliver_again(error):
    async def fail(job, app):
        raise error

    with pytest.raises(DeliveryFailed, match=type(error).__name__):
        await run_job("fail", fail, a_job().model_dump_json(by_alias=True).encode(), None)


async def test_a_message_nobody_can_read_is_not_delivered_for_ever():
    seen = []

    async def remember(job, app):
        seen.append(job)

    for body in (b"", b"nonsense", b"{}", b'{"jobId": 1}'):
        await run_job("remember", remember, body, None)
    assert seen == []


def test_a_blocking_handler_is_refused_at_import():
    jobs = Jobs(lambda: None)
    with pytest.raises(TypeError, match="must be async"):

        @jobs.on_queue("q")
        def block(job, app):
            return None


def test_each_declaration_becomes_one_function_with_its_trigger():
    jobs = Jobs(lambda: None)

    @jobs.on_queue("work")
    async def do_work(job, app): ...

    @jobs.on_poison("work")
    async def settle_work(job, app): ...

    @jobs.on_changes("documents")
    async def follow_documents(items, app): ...

    @jobs.on_timer("0 * * * * *")
    async def tick_clock(app): ...

    host = func.FunctionApp()
    host.register_functions(jobs.blueprint)
    found = {one.get_function_name(): one.get_trigger().get_dict_repr() for one in host.get_functions()}
    assert {name: trigger["type"] for name, trigger in found.items()} == {
        "do_work": "queueTrigger",
        "settle_work": "queueTrigger",
        "follow_documents": "cosmosDBTrigger",
        "tick_clock": "timerTrigger",
    }
    assert found["settle_work"]["queueName"] == "work-poison"
    assert found["follow_documents"]["leaseContainerName"] == "leases"
    assert found["follow_documents"]["createLeaseContainerIfNotExists"] is False


async def test_events_come_one_by_one_or_in_a_list():
    seen = []

    async def remember(event, app):
        seen.append((event["n"], app))

    await run_event("remember", remember, b'{"n": 1}', "the app")
    await run_event("remember", remember, b'[{"n": 2}, {"n": 3}]', "the app")
    assert seen == [(1, "the app"), (2, "the app"), (3, "the app")]


async def test_what_is_no_event_is_not_delivered_for_ever():
    async def fail(event, app):
        raise AssertionError

    for body in (b"", b"nonsense", b"7", b"[7, null]", b"\xff\xfe"):
        await run_event("fail", fail, body, None)


async def test_an_event_that_fails_is_delivered_again():
    async def fail(event, app):
        raise Unavailable

    with pytest.raises(DeliveryFailed, match="Unavailable"):
        await run_event("fail", fail, b"{}", None)
