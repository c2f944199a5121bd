"""What is told, and with which words. That it reaches Azure Monitor so is tests/monitoring/test_contract.py."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from opentelemetry.trace import SpanKind

from shared.errors import Unavailable
from shared.kit import telemetry
from shared.kit.jobs import Job
from shared.kit.jobs.handlers import watched
from shared.kit.jobs.queues import JobQueue, QueueSettings

LOOKED_AT = ("documents-verify", "documents-text", "documents-text-poison")
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
    with pytest.raises(ValueError), watched("follow_changes", SpanKind.CONSUMER):
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


async def test_throttled_answers_are_counted_though_the_sdk_tries_again(app, cosmos_engine, monkeypatch):
    counted = []

    class Counter:
        def add(self, amount, facts):
            counted.append((amount, facts))

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
