"""What is told, and with which words. That it reaches Azure Monitor so is tests/monitoring/test_contract.py."""

import asyncio
import logging
import traceback
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import azure.functions as func
import pytest
from opentelemetry.trace import SpanKind

from shared import prewarm
from shared.errors import StaleVersion, Unavailable
from shared.kit import telemetry
from shared.kit.arrival import Arrival
from shared.kit.clock import utc_now
from shared.kit.jobs import Job, Jobs
from shared.kit.jobs.handlers import DeliveryFailed, run_event, run_job, watched
from shared.kit.jobs.queues import JobQueue, QueueSettings

LOOKED_AT = ("a-queue-that-is-not-there", "documents-verify", "documents-text", "documents-text-poison")
TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def told(monkeypatch):
    """Runs that were recorded."""
    calls = []
    monkeypatch.setattr(telemetry, "record_job", lambda *facts: calls.append(facts))
    return calls


def test_an_error_is_told_without_what_belongs_to_people(caplog):
    caplog.set_level(logging.INFO, logger="petroconnect")
    with telemetry.bound(operation="sign_in"):
        telemetry.event("request.crashed", exc_info=KeyError("ann@rig.example"), error="KeyError")
    (record,) = caplog.records
    assert record.exc_info is None
    assert "ann" not in record.getMessage()
    assert record.event == "request.crashed" and record.pc_operation == "sign_in"
    assert record.__dict__["exception.type"] == "KeyError"
    assert record.__dict__["exception.stacktrace"] in record.getMessage()


async def test_a_run_that_raises_counts_as_failed(told, caplog):
    caplog.set_level(logging.ERROR, logger="petroconnect")
    with pytest.raises(DeliveryFailed, match="ValueError"), watched("follow_changes", SpanKind.CONSUMER):
        raise ValueError
    with watched("follow_changes", SpanKind.CONSUMER):
        pass
    with watched("count_queues", SpanKind.INTERNAL, "late"):
        pass
    assert [run[:2] for run in told] == [
        ("follow_changes", "failed"),
        ("follow_changes", "done"),
        ("count_queues", "late"),
    ]
    assert [record.event for record in caplog.records] == ["job.failed"]


async def test_what_the_host_gets_to_hear_of_a_failure_is_its_class(told):
    """The worker hands the host the whole chain of an exception, and the host tells Application Insights."""

    async def fail(*_):
        try:
            raise LookupError("no such item email:ann@rig.example")
        except LookupError as error:
            raise ValueError("ann@rig.example is nobody") from error

    async def race(*_):
        raise StaleVersion from LookupError("email:ann@rig.example was changed")

    body = Job.of("verify", "ORG", "DOC").model_dump_json(by_alias=True).encode()
    for deliver, handler in ((run_job, fail), (run_job, race), (run_event, fail)):
        with pytest.raises(DeliveryFailed) as caught:
            await deliver("verify_document", handler, body, None)
        heard = "".join(traceback.format_exception(caught.value))
        assert "ann" not in heard and "LookupError" not in heard
        assert heard.splitlines()[-1].endswith(("DeliveryFailed: ValueError", "DeliveryFailed: StaleVersion"))
    assert [outcome for _, outcome, _ in told] == ["failed", "raced", "failed"]


@pytest.fixture
def came(monkeypatch):
    """An exporter is on its way; to be called when it is there."""
    monkeypatch.setattr(telemetry, "_arrival", Arrival())
    return telemetry.expect_exporter()


def test_what_a_worker_measures_before_it_has_an_exporter_is_told_after(came, monkeypatch):
    counted = []

    class Counter:
        def add(self, amount, facts):
            counted.append((amount, facts["job"]))

    monkeypatch.setattr(telemetry, "_poisoned", Counter())
    telemetry.record_poison("first")
    telemetry.record_poison("second")
    assert counted == []
    came()
    telemetry.record_poison("third")
    came()
    assert counted == [(1, "first"), (1, "second"), (1, "third")]


async def test_background_work_waits_for_the_exporter_and_not_for_ever(came, monkeypatch):
    seen = []
    jobs = Jobs(lambda: None)

    @jobs.on_timer("0 * * * * *")
    async def tick(app):
        seen.append("timer")

    @jobs.on_queue("waiting-for-exporter")
    async def work(job, app):
        seen.append("job")

    @jobs.on_events("waiting-for-exporter-too")
    async def hear(event, app):
        seen.append("event")

    @jobs.on_changes("documents")
    async def follow(items, app):
        seen.append("changes")

    host = func.FunctionApp()
    host.register_functions(jobs.blueprint)
    run = {one.get_function_name(): one.get_user_function() for one in host.get_functions()}
    job = func.QueueMessage(body=Job.of("verify", "ORG", "DOC").model_dump_json(by_alias=True))
    timer = SimpleNamespace(past_due=False)
    calls = [run["tick"](timer), run["work"](job), run["hear"](func.QueueMessage(body="{}")), run["follow"]([])]
    waiting = asyncio.gather(*calls)
    await asyncio.sleep(0.1)
    assert seen == []
    came()
    await waiting
    assert sorted(seen) == ["changes", "event", "job", "timer"]
    telemetry.expect_exporter()
    monkeypatch.setattr(telemetry, "WAITS", 0.1)
    await run["tick"](timer)
    assert len(seen) == 5


def test_prewarming_says_that_the_exporter_came_whatever_went_wrong(monkeypatch):
    """Else jobs would wait at every run."""
    started = []
    monkeypatch.setattr(
        prewarm, "telemetry", SimpleNamespace(expect_exporter=lambda: started.append, event=lambda *_, **__: None)
    )
    prewarm._prewarm(lambda: started.append("came"), ["no.such.module"])
    assert started == ["came"]


async def test_what_nobody_can_read_is_counted_as_poison(told, monkeypatch):
    counted = []
    monkeypatch.setattr(telemetry, "record_poison", counted.append)
    await run_job("verify_document", None, b"{}", None)
    await run_event("receive_malware_result", None, b"nonsense", None)
    assert counted == ["verify_document", "receive_malware_result"]


def test_fields_are_told_without_what_belongs_to_people_and_not_at_any_length(caplog):
    caplog.set_level(logging.INFO, logger="petroconnect")
    key = "pck_01J000000000000000000000000_" + "x" * 43
    telemetry.event("entra.refused", error="denied for ann@rig.example", key=key, answer="a " * 500, user_id="01J0")
    (record,) = caplog.records
    assert record.pc_error == "denied for <e-mail>" and record.pc_key == "<key>" and record.pc_user_id == "01J0"
    assert len(record.pc_answer) == 200
    assert "ann" not in record.getMessage() and "x" * 43 not in record.getMessage()


async def test_throttled_answers_are_counted_though_the_sdk_tries_again(app, cosmos_engine, monkeypatch):
    counted = []

    class Counter:
        def add(self, amount, facts):
            counted.append((amount, facts))

    monkeypatch.setattr(
        telemetry, "_arrival", Arrival()
    )  # an app that was imported elsewhere may still be waiting for its own
    monkeypatch.setattr(telemetry, "_cosmos_throttled", Counter())
    sessions = app.database.container("sessions")
    await sessions.find("SESSION", "USER")
    cosmos_engine.faults.add({"status": 429, "retryAfterMs": 1, "times": 2, "match": {"method": "GET", "kind": "docs"}})
    assert await sessions.find("SESSION", "USER") is None
    assert counted == [(1, {"container": "sessions"})] * 2


async def test_what_waits_in_queues_is_seen_and_left_there(provisioned, queues):
    queue = JobQueue(QueueSettings(provisioned.connection_string))
    try:
        job = Job.of("verify", "ORG", "DOC").model_copy(update={"traceparent": TRACEPARENT})
        for _ in range(2):
            await queue.send("documents-verify", job)
        await queue._open().get_queue_client("documents-text-poison").send_message("not base64 !")
        for _ in range(2):
            found = {one.queue: one async for one in queue.waiting(LOOKED_AT)}
            assert {name: one.messages for name, one in found.items()} == {
                "documents-verify": 2,
                "documents-text-poison": 1,
            }
            assert all(abs(datetime.now(UTC) - one.since) < timedelta(minutes=5) for one in found.values())
        sent = await queues.take("documents-verify")
        assert [one.traceparent.split("-")[1] for one in sent] == [TRACEPARENT.split("-")[1]] * 2
        await queue._open().get_queue_client("documents-text-poison").clear_messages()
    finally:
        await queue.close()


async def test_a_job_that_was_sent_ahead_of_time_waits_from_when_it_is_due(provisioned, queues):
    queue = JobQueue(QueueSettings(provisioned.connection_string))
    try:
        await queue.send("documents-verify", Job.of("verify", "ORG", "DOC"), delay=1)
        found = []
        async with asyncio.timeout(60):
            while not found:
                found = [one async for one in queue.waiting(("documents-verify",))]
                await asyncio.sleep(0.1)
        (job,) = await queues.take("documents-verify")
        assert found[0].since == job.due_at is not None and job.due_at > job.sent_at
    finally:
        await queue.close()


async def test_a_job_is_late_by_the_time_since_it_was_due(monkeypatch):
    ages = []
    monkeypatch.setattr(telemetry, "record_job_age", lambda _, seconds: ages.append(seconds))
    sent = Job.of("verify", "ORG", "DOC", now=utc_now() - timedelta(hours=1))

    async def work(*_): ...

    for due in (None, utc_now(), utc_now() + timedelta(minutes=1)):
        await run_job(
            "verify", work, sent.model_copy(update={"due_at": due}).model_dump_json(by_alias=True).encode(), None
        )
    assert ages[0] > 3000 and 0 <= ages[1] < 60 and ages[2] == 0


async def test_queues_that_cannot_be_reached(unused_tcp_port):
    dead = f"DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;QueueEndpoint=http://127.0.0.1:{unused_tcp_port}/a;"
    queue = JobQueue(QueueSettings(dead))
    try:
        queue._open()._config.retry_policy.total_retries = 0
        with pytest.raises(Unavailable):
            async for _ in queue.waiting(LOOKED_AT):
                pass
    finally:
        await queue.close()
