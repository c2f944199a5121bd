"""What the product tells Azure Monitor, by the real exporter, is what the queries ask for; and nothing that belongs to people.

A server here takes the place of the ingestion endpoint. The stack runs as people start it, with its demo data and a day's traffic.
"""

import re
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.monitoring.ingestion import Ingestion, listening
from tests.monitoring.traffic import Traffic
from tests.monitoring.workspace import ROOT, Workspace, names, open_workspace, query
from tests.stack import running_stack

pytestmark = [pytest.mark.slow, pytest.mark.timeout(420)]

PATIENCE = 90  # seconds until the last of it has come
HURRY = {
    "AzureFunctionsJobHost__extensions__queues__visibilityTimeout": "00:00:01",
    "RECONCILE_SCHEDULE": "*/2 * * * * *",
}
OF_THE_PLATFORM = {"availability_test", "ingestion", "ingestion_today"}  # its own tables, which no app writes
ULID = re.compile(r"^[0-9A-HJKMNP-TV-Z]{26}$")
LAST = {
    "verify_document", "429", "500", "petroconnect.job.poisoned", "petroconnect.queue.age", "petroconnect.cosmos.throttled",
    "document.rejected", "document.text_ready", "document.downloaded", "job.poisoned", "job.refused", "session.reused", "request.crashed",
}  # fmt: skip
LARGEST = 120  # values of a dimension: there are as many operations as endpoints


@dataclass(frozen=True)
class Told:
    workspace: Workspace
    rows: list[tuple[str, dict[str, Any]]]
    text: str
    secrets: set[str]
    trace_id: str

    def of(self, table: str) -> list[dict[str, Any]]:
        return [row for name, row in self.rows if name == table]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    data: Path = tmp_path_factory.mktemp("contract")
    with listening() as ingestion, open_workspace() as workspace:
        with running_stack(data / "data", "--no-web", environment={**ingestion.environment, **HURRY}) as stack:
            traffic = Traffic(stack)
            trace_id = traffic.run()
            _await_all(ingestion, trace_id)
        rows = ingestion.rows
        for table, row in rows:
            workspace.add(table, **row)
        yield Told(workspace, rows, ingestion.text, traffic.secrets, trace_id)


def _await_all(ingestion: Ingestion, trace_id: str) -> None:
    """Until whatever comes last in its own way has come: the job behind the trace, events, metrics, the caller that was slowed down."""
    deadline = time.monotonic() + PATIENCE
    missing: set[str] = set()
    while time.monotonic() < deadline:
        rows = ingestion.rows
        seen = {str(row["Properties"].get("event")) for _, row in rows}
        seen |= {row["Name"] for table, row in rows if table == "AppMetrics"}
        seen |= {row["Name"] for table, row in rows if table == "AppRequests" and row["OperationId"] == trace_id}
        seen |= {str(row["Properties"].get("status")) for table, row in rows if table == "AppMetrics"}
        if not (missing := LAST - seen):
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
    asked = {metric for name in names() for metric in re.findall(r'"(petroconnect\.[a-z.]+)"', query(name))}
    assert asked <= set(sent)
    for name in names():
        metrics = re.findall(r'"(petroconnect\.[a-z.]+)"', query(name))
        dimensions = set(re.findall(r"Properties\.(\w+)", query(name)))
        assert metrics == [] or dimensions <= set.union(*(sent[metric] for metric in metrics)), name


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
    assert {where: len(found) for where, found in values.items() if len(found) > LARGEST} == {}
    assert {value for found in values.values() for value in found if ULID.match(value)} == set()


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
    (job,) = (
        row
        for table, row in here
        if table == "AppRequests" and row["Name"] == "verify_document" and row["ParentId"] in sent
    )
    assert sent[job["ParentId"]]["ParentId"] == request["Id"]
    assert request["ResultCode"] in {"200", "202"}
    logs = {row["Properties"]["event"] for table, row in here if table == "AppTraces"}
    assert {"request.finished", "document.upload_completed", "document.verified"} <= logs
    rows = told.workspace.ask("trace", **{"0" * 32: told.trace_id})
    assert {"request or job", "step", "log"} <= {row["Kind"] for row in rows}


def test_failures_are_told_with_their_place(told):
    crashed = next(row for row in told.of("AppExceptions") if row["Properties"]["event"] == "request.crashed")
    assert crashed["Properties"]["pc_operation"] == "sign_in"
    (failures,) = told.workspace.ask("job_failures")[:1]
    assert failures["Job"] == "user.password_reset_requested"
    assert [row["Poisoned"] for row in told.workspace.ask("poison")] == [1.0]
    assert [row["Code"] for row in told.workspace.ask("refused_jobs")] == ["not_found"]
    assert {row["Event"] for row in told.workspace.ask("sign_in_anomalies")} == {"session.reused"}


def test_nothing_that_belongs_to_people_is_told(told):
    assert len(told.secrets) > 12
    assert {secret for secret in told.secrets if secret in told.text} == set()
    assert re.findall(r"[\w.+-]+@[\w-]+\.\w+", told.text) == []
    assert re.findall(r"sig=(?!<secret>)|eyJ[\w-]{10,}\.|Bearer [\w-]{8}", told.text) == []
    urls = [row["Url"] for row in told.of("AppRequests") if row.get("Url")]
    assert urls == []


def test_calls_of_the_sdks_are_not_traced(told):
    """Their addresses carry ids of items, of which some are e-mail addresses, and signatures."""
    found = {row["Name"] for row in told.of("AppDependencies")}
    assert {name for name in found if not re.fullmatch(r"send [a-z-]+|[a-z_]+", name)} == set()
