"""Each saved query, run: what it says of rows made for it, and that it says nothing wrong of none."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.monitoring.workspace import Workspace, names

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
NOTHING = {  # a rule compares a value, and no row has none
    "availability": [{"Requests": 0, "Errors": 0, "Availability": 100.0}],
    "heartbeat": [{"Heartbeats": 0}],
    "ingestion_today": [{"Megabytes": 0.0}],
    "slowness": [{"P95": 0.0, "Requests": 0}],
}
TRACE = "0af7651916cd43dd8448eb211c80319c"


def a_metric(
    workspace: Workspace,
    name: str,
    total: float,
    count: int = 1,
    *,
    at: datetime = NOON,
    most: float = 0.0,
    **facts: Any,
):
    """As the exporter sends one minute: the sum of `count` measurements; every dimension is text."""
    properties = {key: str(value) for key, value in facts.items()}
    row = {"Name": f"petroconnect.{name}", "Sum": total, "Max": most or total, "Min": 0.0, "ItemCount": count}
    workspace.add("AppMetrics", TimeGenerated=at, Properties=properties, **row)


def answers(
    workspace: Workspace, operation: str, status: int, count: int = 1, *, at: datetime = NOON, slowest: float = 0.1
):
    a_metric(workspace, "request.duration", 0.1 * count, count, at=at, most=slowest, operation=operation, status=status)


def an_event(workspace: Workspace, event: str, *, at: datetime = NOON, **facts: str):
    properties = {"event": event, **{f"pc_{key}": value for key, value in facts.items()}}
    workspace.add("AppTraces", TimeGenerated=at, Message=event, OperationId=TRACE, Properties=properties)


def only(rows: list[dict[str, Any]]) -> dict[str, Any]:
    assert len(rows) == 1, rows
    return rows[0]


@pytest.mark.parametrize("name", names())
def test_a_workspace_without_rows_is_no_error(workspace, name):
    rows = workspace.ask(name)
    assert rows == NOTHING.get(name, [])


def test_only_looks_at_the_queues_that_succeeded_are_heartbeats(workspace):
    a_metric(workspace, "job.duration", 1.0, 12, job="measure_queues", outcome="done")
    a_metric(workspace, "job.duration", 1.0, 3, job="measure_queues", outcome="failed")
    a_metric(workspace, "job.duration", 1.0, 9, job="reconcile_uploads", outcome="done")
    assert workspace.ask("heartbeat") == [{"Heartbeats": 12}]


def test_traffic_is_counted_by_operation_in_five_minutes(workspace):
    answers(workspace, "list_documents", 200, 7)
    answers(workspace, "list_documents", 404, 1, at=NOON + timedelta(minutes=4))
    answers(workspace, "list_documents", 200, 2, at=NOON + timedelta(minutes=5))
    answers(workspace, "sign_in", 200)
    found = {(row["Operation"], row["TimeGenerated"].minute): row["Requests"] for row in workspace.ask("traffic")}
    assert found == {("list_documents", 0): 8, ("list_documents", 5): 2, ("sign_in", 0): 1}


def test_only_5xx_count_against_availability(workspace):
    for status, count in ((200, 194), (404, 3), (429, 1), (500, 1), (503, 1)):
        answers(workspace, "get_document", status, count)
    row = only(workspace.ask("errors"))
    assert (row["Requests"], row["Errors"], row["Availability"]) == (200, 2, 99.0)
    assert only(workspace.ask("availability")) == {"Requests": 200, "Errors": 2, "Availability": 100.0}
    answers(workspace, "get_document", 500, 8)
    assert only(workspace.ask("availability")) == {"Requests": 208, "Errors": 10, "Availability": 95.192}
    by_operation = {row["Status"]: row["Requests"] for row in workspace.ask("errors_by_operation")}
    assert by_operation == {503: 1, 500: 9, 404: 3, 429: 1}


def test_a_probe_that_failed_counts(workspace):
    for success in (True, True, True, False):
        workspace.add("AppAvailabilityResults", TimeGenerated=NOON, Success=success, Location="West Europe")
    row = only(workspace.ask("availability_test"))
    assert (row["Failed"], row["Probes"], row["Availability"]) == (1, 4, 75.0)


def test_latency_leaves_out_probes_and_the_hosts_own_rows(workspace):
    def a_request(milliseconds: float, **properties: str):
        workspace.add(
            "AppRequests", TimeGenerated=NOON, DurationMs=milliseconds, Properties=properties, OperationId=TRACE
        )

    for milliseconds in range(1, 101):
        a_request(float(milliseconds), pc_operation="get_document")
    a_request(9000.0)
    a_request(8000.0, pc_operation="check_readiness")
    a_request(7000.0, pc_function="verify_document")
    row = only(workspace.ask("latency"))
    assert (row["P50"], row["P95"], row["Requests"]) == (50, 95, 100)
    assert {row["Operation"]: row["Slowest"] for row in workspace.ask("latency_by_operation")} == {
        "check_readiness": 8000.0,
        "get_document": 100.0,
    }


def test_exceptions_are_grouped_by_place_and_type(workspace):
    for function in ("verify_document", "verify_document", "send_letter"):
        properties = {"event": "job.failed", "pc_function": function}
        workspace.add(
            "AppExceptions", TimeGenerated=NOON, ExceptionType="KeyError", Properties=properties, OperationId=TRACE
        )
    last = {"TimeGenerated": NOON + timedelta(minutes=1), "ExceptionType": "KeyError", "OperationId": "f" * 32}
    workspace.add(
        "AppExceptions", Properties={"event": "retention.not_begun", "pc_function": "send_letter"}, ItemCount=4, **last
    )
    first, second, third = workspace.ask("exceptions")
    assert (first["Event"], first["Count"], first["Trace"]) == ("retention.not_begun", 4, "f" * 32)
    assert (second["Function"], second["Count"], second["Trace"]) == ("verify_document", 2, TRACE)
    assert (third["Function"], third["Count"], third["ExceptionType"]) == ("send_letter", 1, "KeyError")
    undone = only(workspace.ask("left_undone"))
    assert (undone["Event"], undone["Count"], undone["Trace"]) == ("retention.not_begun", 4, "f" * 32)


def test_rows_that_stand_for_several_are_counted_as_several(workspace):
    """A share of the traces is kept: `ItemCount` says of how many a row is one."""
    sampled = {"TimeGenerated": NOON, "OperationId": TRACE, "ItemCount": 20}
    workspace.add("AppRequests", DurationMs=9.0, Properties={"pc_operation": "get_document"}, **sampled)
    workspace.add("AppExceptions", ExceptionType="KeyError", Properties={"event": "x.not_begun"}, **sampled)
    for event in ("document.announced", "session.reused", "job.refused"):
        workspace.add("AppTraces", Message=event, Properties={"event": event}, **sampled)
    requests = dict.fromkeys(("latency", "slowness", "latency_by_operation"), "Requests")
    logs = dict.fromkeys(("exceptions", "left_undone", "business", "refused_jobs"), "Count")
    counted = {**requests, **logs, "sign_in_anomalies": "Anomalies"}
    assert {name: only(workspace.ask(name))[column] for name, column in counted.items()} == dict.fromkeys(counted, 20)


def test_jobs_by_outcome_and_failures_over_time(workspace):
    a_metric(workspace, "job.duration", 6.0, 3, most=4.0, job="document.verify", outcome="done")
    a_metric(workspace, "job.duration", 1.0, 2, job="document.verify", outcome="failed")
    a_metric(workspace, "job.age", 30.0, 3, most=20.0, job="document.verify")
    done, failed = workspace.ask("jobs")
    assert (done["Outcome"], done["Runs"], done["MeanSeconds"], done["Slowest"]) == ("done", 3, 2.0, 4.0)
    assert (failed["Outcome"], failed["Runs"]) == ("failed", 2)
    assert only(workspace.ask("job_failures"))["Failures"] == 2
    delay = only(workspace.ask("job_delay"))
    assert (delay["MeanSeconds"], delay["LongestSeconds"], delay["Jobs"]) == (10.0, 20.0, 3)


def test_what_failed_when_it_last_ran(workspace):
    for job, outcome, minute in (
        ("tick", "done", 0),
        ("tick", "failed", 1),
        ("tick", "failed", 2),
        ("feed", "failed", 1),
        ("feed", "late", 3),
    ):
        a_metric(workspace, "job.duration", 1.0, at=NOON + timedelta(minutes=minute), job=job, outcome=outcome)
    row = only(workspace.ask("standstill"))
    assert (row["Job"], row["Failures"], row["Failed"].minute, row["Went"].minute) == ("tick", 2, 2, 0)


def test_the_oldest_message_of_a_queue_and_how_many_wait(workspace):
    for minute, oldest, waiting in ((0, 30.0, 2), (1, 90.0, 5), (2, 10.0, 1)):
        at = NOON + timedelta(minutes=minute)
        a_metric(workspace, "queue.age", oldest, at=at, queue="documents-verify")
        a_metric(workspace, "queue.waiting", waiting, at=at, queue="documents-verify")
    row = only(workspace.ask("queue_age"))
    assert (row["Queue"], row["OldestSeconds"], row["Waiting"]) == ("documents-verify", 90.0, 5.0)


def test_poison_and_throttling_are_rows_only_where_there_was_any(workspace):
    a_metric(workspace, "job.poisoned", 0.0, job="document.verify")
    a_metric(workspace, "cosmos.throttled", 0.0, container="documents")
    assert workspace.ask("poison") == workspace.ask("cosmos_throttled") == []
    a_metric(workspace, "job.poisoned", 2.0, job="document.verify")
    a_metric(workspace, "cosmos.throttled", 3.0, container="documents")
    assert only(workspace.ask("poison"))["Poisoned"] == 2.0
    row = only(workspace.ask("cosmos_throttled"))
    assert (row["Throttled"], row["Container"]) == (3.0, "documents")


def test_request_units_by_container(workspace):
    a_metric(workspace, "cosmos.charge", 600.0, 100, most=31.2, container="documents", operation="query")
    a_metric(workspace, "cosmos.charge", 10.0, 10, container="sessions", operation="read")
    dear, cheap = workspace.ask("cosmos_charge")
    assert (dear["Container"], dear["Charge"], dear["Answers"], dear["Mean"], dear["Dearest"]) == (
        "documents",
        600.0,
        100,
        6.0,
        31.2,
    )
    assert cheap["Container"] == "sessions"
    rates = {row["Container"]: row["ChargePerSecond"] for row in workspace.ask("cosmos_charge_over_time")}
    assert rates == {"documents": 2.0, "sessions": 0.03}


def test_callers_that_were_told_to_slow_down(workspace):
    answers(workspace, "sign_in", 429, 4)
    answers(workspace, "sign_in", 200, 9)
    row = only(workspace.ask("rate_limited"))
    assert (row["Operation"], row["Refused"]) == ("sign_in", 4)


def test_starts_of_workers_by_hour(workspace):
    a_metric(workspace, "worker.warming", 3.0, 1)
    a_metric(workspace, "worker.warming", 1.0, 1, at=NOON + timedelta(minutes=40))
    row = only(workspace.ask("cold_starts"))
    assert (row["Starts"], row["MeanSeconds"], row["SlowestSeconds"]) == (2, 2.0, 3.0)


def test_hits_of_the_caches(workspace):
    a_metric(workspace, "cache.lookups", 30.0, cache="redis", hit=True)
    a_metric(workspace, "cache.lookups", 10.0, cache="redis", hit=False)
    row = only(workspace.ask("cache"))
    assert (row["Cache"], row["Lookups"], row["HitShare"]) == ("redis", 40.0, 75.0)


def test_refused_and_limited_sign_ins_are_suspicious(workspace):
    for operation, status, count in (
        ("sign_in", 200, 5),
        ("sign_in", 401, 3),
        ("verify_second_factor", 401, 2),
        ("sign_in", 429, 4),
    ):
        answers(workspace, operation, status, count)
    answers(workspace, "list_documents", 401, 50)
    row = only(workspace.ask("sign_ins"))
    assert (row["Admitted"], row["Refused"], row["Limited"], row["Suspicious"]) == (5, 5, 4, 7.5)
    an_event(workspace, "entra.sign_in_failed", operation="finish_entra_sign_in", code="entra_refused")
    answers(workspace, "finish_entra_sign_in", 303)  # where people are led either way
    row = only(workspace.ask("sign_ins"))
    assert (row["Admitted"], row["Refused"]) == (5, 6)
    an_event(workspace, "session.reused", session_id="S")
    an_event(workspace, "request.finished")
    assert only(workspace.ask("sign_in_anomalies"))["Event"] == "session.reused"


def test_what_people_got_done_by_day(workspace):
    for event in (
        "document.announced",
        "document.announced",
        "report.submitted",
        "export.render_finished",
        "request.finished",
    ):
        an_event(workspace, event)
    an_event(workspace, "document.announced", at=NOON + timedelta(days=1))
    found = [(row["Day"].day, row["Event"], row["Count"]) for row in workspace.ask("business")]
    assert found == [
        (4, "document.announced", 2),
        (4, "export.render_finished", 1),
        (4, "report.submitted", 1),
        (5, "document.announced", 1),
    ]


def test_logs_that_are_paid_for(workspace):
    for kind, megabytes, billable in (
        ("AppTraces", 1500.0, True),
        ("AppMetrics", 500.0, True),
        ("Heartbeat", 900.0, False),
    ):
        workspace.add("Usage", TimeGenerated=NOON, DataType=kind, Quantity=megabytes, IsBillable=billable)
    assert [(row["DataType"], row["Gigabytes"]) for row in workspace.ask("ingestion")] == [
        ("AppTraces", 1.5),
        ("AppMetrics", 0.5),
    ]
    assert workspace.ask("ingestion_today") == [{"Megabytes": 2000.0}]


def test_one_trace_in_order(workspace):
    workspace.add(
        "AppRequests",
        TimeGenerated=NOON,
        Name="POST /v1/documents",
        DurationMs=12.0,
        ResultCode="201",
        OperationId=TRACE,
    )
    workspace.add(
        "AppDependencies", TimeGenerated=NOON + timedelta(seconds=1), Name="send documents-verify", OperationId=TRACE
    )
    an_event(workspace, "job.refused", at=NOON + timedelta(seconds=2), code="not_found", function="verify_document")
    workspace.add(
        "AppExceptions", TimeGenerated=NOON + timedelta(seconds=3), ExceptionType="KeyError", OperationId=TRACE
    )
    workspace.add("AppRequests", TimeGenerated=NOON, Name="of another trace", OperationId="f" * 32)
    rows = workspace.ask("trace", **{"0" * 32: TRACE})
    assert [row["What"] for row in rows] == ["POST /v1/documents", "send documents-verify", "job.refused", "KeyError"]
    refused = only(workspace.ask("refused_jobs"))
    assert (refused["Code"], refused["Trace"]) == ("not_found", TRACE)
