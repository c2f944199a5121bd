"""What the product tells Azure Monitor, by the real exporter, is what the queries ask for; and nothing that belongs to people.

A server here takes the place of the ingestion endpoint. The stack runs as people start it, with its demo data and a day's traffic.
"""

import json
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.monitoring.ingestion import Ingestion, envelopes_of, listening
from tests.monitoring.traffic import Traffic
from tests.monitoring.workspace import ROOT, Workspace, names, open_workspace, query
from tests.stack import running_stack

pytestmark = [pytest.mark.slow, pytest.mark.timeout(580)]

PATIENCE = 240  # seconds until the last of it has come
HURRY = {
    "AzureFunctionsJobHost__extensions__queues__visibilityTimeout": "00:00:01",
    "RECONCILE_SCHEDULE": "*/2 * * * * *",
    "RETENTION_SCHEDULE": "*/3 * * * * *",
}
OF_THE_PLATFORM = {"availability_test", "ingestion", "ingestion_today"}  # its own tables, which no app writes
ULID = re.compile(r"^[0-9A-HJKMNP-TV-Z]{26}$")
LAST = {
    "verify_document", "429", "500", "petroconnect.job.poisoned", "petroconnect.queue.age", "petroconnect.cosmos.throttled",
    "document.rejected", "document.text_ready", "document.downloaded", "job.poisoned", "job.refused", "session.reused", "request.crashed",
    "log document.verified", "malware_result.unreadable", "failed reconcile_rebuilds",
}  # fmt: skip
LARGEST = 120  # values of a dimension: there are as many operations as endpoints


@dataclass(frozen=True)
class Told:
    workspace: Workspace
    rows: list[tuple[str, dict[str, Any]]]
    bodies: list[str]
    secrets: set[str]
    trace_id: str
    unsampled: str
    log: str

    @property
    def text(self) -> str:
        """Everything that was sent, as it was sent."""
        return "\n".join(self.bodies)

    def of(self, table: str) -> list[dict[str, Any]]:
        return [row for name, row in self.rows if name == table]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    data: Path = tmp_path_factory.mktemp("contract")
    with listening() as ingestion, open_workspace() as workspace:
        with running_stack(data / "data", "--no-web", environment={**ingestion.environment, **HURRY}) as stack:
            traffic = Traffic(stack)
            trace_id = traffic.run()
            _await_all(ingestion, trace_id, LAST)
            traffic.fail_documents()
            _await_all(ingestion, trace_id, {"retention.not_begun"})
            rows, log = ingestion.rows, (stack.data / "stack.log").read_text(errors="replace")
        for table, row in rows:
            workspace.add(table, **row)
        yield Told(workspace, rows, list(ingestion.bodies), traffic.secrets, trace_id, traffic.unsampled, log)


def _await_all(ingestion: Ingestion, trace_id: str, last: set[str]) -> None:
    """Until whatever comes last in its own way has come: the job behind the trace, events, metrics, the caller that was slowed down."""
    deadline = time.monotonic() + PATIENCE
    missing: set[str] = set()
    while time.monotonic() < deadline:
        rows = ingestion.rows
        seen = {str(row["Properties"].get("event")) for _, row in rows}
        seen |= {row["Name"] for table, row in rows if table == "AppMetrics"}
        seen |= {row["Name"] for table, row in rows if table == "AppRequests" and row["OperationId"] == trace_id}
        logs = (row for table, row in rows if table == "AppTraces" and row["OperationId"] == trace_id)
        seen |= {f"log {row['Properties'].get('event')}" for row in logs}
        facts = (row["Properties"] for table, row in rows if table == "AppMetrics")
        seen |= {f"{fact.get('outcome')} {fact.get('job')}" for fact in facts}
        seen |= {str(row["Properties"].get("status")) for table, row in rows if table == "AppMetrics"}
        if not (missing := last - seen):
            return
        time.sleep(0.5)
    raise AssertionError(f"not everything was told: {missing}")


@pytest.mark.parametrize("name", [name for name in names() if name not in OF_THE_PLATFORM | {"trace"}])
def test_every_query_finds_something(told, name):
    assert told.workspace.ask(name)


def test_every_metric_of_the_queries_is_sent_with_their_dimensions(told):
    sent = defaultdict(set)
    for row in told.of("AppMetrics"):
        sent[row["Name"]] |= set(row["Properties"])
    fields = {key for row in told.of("AppTraces") for key in row["Properties"]}
    asked = {metric for name in names() for metric in re.findall(r'"(petroconnect\.[a-z.]+)"', query(name))}
    assert asked <= set(sent)
    for name in names():
        metrics = re.findall(r'"(petroconnect\.[a-z.]+)"', query(name))
        dimensions = set(re.findall(r"Properties\.(\w+)", query(name)))
        others = fields if "AppTraces" in query(name) else set()
        assert metrics == [] or dimensions <= set.union(others, *(sent[metric] for metric in metrics)), name


def test_every_field_of_logs_and_requests_in_the_queries_is_sent(told):
    sent = {
        key
        for table in ("AppTraces", "AppRequests", "AppExceptions")
        for row in told.of(table)
        for key in row["Properties"]
    }
    asked = {
        key
        for name in names()
        if "AppMetrics" not in query(name)
        for key in re.findall(r"Properties\.(\w+)", query(name))
    }
    assert asked - sent == set()
    code = "\n".join(path.read_text() for folder in ("shared", "functions") for path in (ROOT / folder).rglob("*.py"))
    events = {event for name in ("business", "sign_in_anomalies") for event in re.findall(r'"(\w+\.\w+)"', query(name))}
    said = {row["Properties"].get("event") for row in told.of("AppTraces")}
    assert {event for event in events - said if f'"{event}"' not in code} == set()


def test_metrics_have_few_dimensions_of_few_values(told):
    values = defaultdict(set)
    for row in told.of("AppMetrics"):
        if row["Name"].startswith("petroconnect."):
            for key, value in row["Properties"].items():
                values[row["Name"], key].add(value)
    assert "_OTELRESOURCE_" not in {
        row["Name"] for row in told.of("AppMetrics")
    }  # switched off in Bicep: a row with each few spans
    assert {where: len(found) for where, found in values.items() if len(found) > LARGEST} == {}
    assert {value for found in values.values() for value in found if ULID.match(value)} == set()


def test_a_request_costs_no_more_of_the_log_than_the_cost_model_says(told):
    """Bytes of what the exporter sends of one request: the span and the line that says how it ended."""
    envelopes = [one for body in told.bodies for one in envelopes_of(body)]
    spans, lines = (
        [len(json.dumps(one)) for one in envelopes if one["data"]["baseType"] == kind and is_about(one, "list_sites")]
        for kind in ("RequestData", "MessageData")
    )
    most = json.loads((ROOT / "infra/cost/usage.json").read_text())["logKilobytesPerRequest"] * 1000
    assert 1000 < sum(spans) / len(spans) + sum(lines) / len(lines) <= most


def is_about(envelope: dict[str, Any], operation: str) -> bool:
    return (envelope["data"]["baseData"].get("properties") or {}).get("pc_operation") == operation


def test_one_trace_goes_from_the_request_through_the_queue_to_the_job(told):
    here = [(table, row) for table, row in told.rows if row["OperationId"] == told.trace_id]
    (request,) = (
        row
        for table, row in here
        if table == "AppRequests" and row["Properties"].get("pc_operation") == "complete_upload"
    )
    sent = {
        row["Id"]: row for table, row in here if table == "AppDependencies" and row["Name"] == "send documents-verify"
    }
    jobs = [
        row
        for table, row in here
        if table == "AppRequests" and row["Name"] == "verify_document" and row["ParentId"] in sent
    ]
    assert {sent[job["ParentId"]]["ParentId"] for job in jobs} == {request["Id"]}  # sent by it, and again by the feed
    assert request["ResultCode"] in {"200", "202"}
    logs = {row["Properties"]["event"] for table, row in here if table == "AppTraces"}
    assert {"request.finished", "document.upload_completed", "document.verified"} <= logs
    rows = told.workspace.ask("trace", **{"0" * 32: told.trace_id})
    assert {"request or job", "step", "log"} <= {row["Kind"] for row in rows}


def test_failures_are_told_with_their_place(told):
    crashed = (row["Properties"] for row in told.of("AppExceptions") if row["Properties"]["event"] == "request.crashed")
    assert {properties["pc_operation"] for properties in crashed} == {"sign_in", "download_shared"}
    assert "user.password_reset_requested" in {row["Job"] for row in told.workspace.ask("job_failures")}
    assert "reconcile_rebuilds" in {row["Job"] for row in told.workspace.ask("standstill")}
    poisoned = [(row["Job"], row["Poisoned"]) for row in told.workspace.ask("poison")]
    assert sorted(poisoned) == [("extract_document_text", 1.0), ("user.password_reset_requested", 1.0)]
    assert [row["Code"] for row in told.workspace.ask("refused_jobs")] == ["not_found"]
    assert {row["Event"] for row in told.workspace.ask("sign_in_anomalies")} == {"session.reused"}
    undone = {(row["Event"], row["Function"]) for row in told.workspace.ask("left_undone")}
    assert ("retention.not_begun", "begin_retention_runs") in undone


def test_nothing_that_belongs_to_people_is_told(told):
    assert len(told.secrets) > 12
    assert {secret for secret in told.secrets if secret in told.text} == set()
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", told.text) == []
    assert re.findall(r"sig=(?!<secret>)|eyJ[\w-]{10,}\.|Bearer [\w-]{8}|pck_\w", told.text) == []


def test_nothing_that_belongs_to_people_is_in_the_log_that_the_host_tells(told):
    """In Azure the host takes lines a worker logs to Application Insights too; here they are in the log of the stack."""
    assert "request.crashed" in told.log and "job.failed" in told.log
    assert {secret for secret in told.secrets if secret in told.log} == set()
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", told.log) == []


def test_a_caller_cannot_ask_not_to_be_recorded(told):
    (request,) = (row for row in told.of("AppRequests") if row["OperationId"] == told.unsampled)
    assert request["Properties"]["pc_operation"] == "list_sites"
    (line,) = (row for row in told.of("AppTraces") if row["OperationId"] == told.unsampled)
    assert line["Properties"]["event"] == "request.finished"


def test_rows_tell_no_address_and_no_place_of_callers(told):
    tags = set(re.findall(r'"(ai\.[\w.]+)"', told.text))
    assert tags & {"ai.location.ip", "ai.user.id", "ai.user.authUserId", "ai.session.id"} == set()
    assert {key for _, row in told.rows for key in row["Properties"]} & {
        "url.full",
        "client.address",
        "user_agent.original",
    } == set()


def test_calls_of_the_sdks_are_not_traced(told):
    """Their addresses carry ids of items, of which some are e-mail addresses, and signatures."""
    found = {row["Name"] for row in told.of("AppDependencies")}
    assert {name for name in found if not re.fullmatch(r"send [a-z-]+|[a-z_]+", name)} == set()
