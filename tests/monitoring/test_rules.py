"""The rules and the workbook against the queries they load: one source, columns that exist, and rules that can fire."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.infra.infrastructure import Infrastructure
from tests.monitoring.workspace import ROOT, Workspace, names, open_workspace

INFRASTRUCTURE = Infrastructure()
RULES: list[dict[str, Any]] = INFRASTRUCTURE.json("infra/monitoring/rules.json")
PANELS: list[dict[str, Any]] = INFRASTRUCTURE.json("infra/monitoring/panels.json")
RUNBOOK = (ROOT / "docs/runbooks/incident.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/monitoring.md").read_text(encoding="utf-8")
MINUTES = {"PT5M": 5, "PT10M": 10, "PT15M": 15, "PT1H": 60, "P1D": 1440}
NOW = datetime(2026, 5, 4, 12, 2, tzinfo=UTC)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with open_workspace() as opened:
        yield opened


def by_name(rule: dict[str, Any]) -> str:
    return str(rule.get("name") or rule.get("title"))


def test_every_query_is_used_and_every_one_that_is_used_exists():
    told = {name for name in names() if f"`{name}`" in RUNBOOK}
    used = {one["query"] for one in (*RULES, *PANELS)}
    assert used <= set(names())
    assert set(names()) - used - told == set()
    assert set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", RUNBOOK)) - set(names()) == set()


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_compares_a_column_its_query_gives(rule, workspace):
    columns = workspace.columns(rule["query"])
    assert rule["measure"] in columns
    assert {one["name"] for one in rule["dimensions"]} <= set(columns)
    assert rule["frequency"] in MINUTES and MINUTES[rule["frequency"]] <= MINUTES[rule["window"]]
    assert rule["failing"] <= rule["periods"]
    assert rule["periods"] == 1 or "TimeGenerated" in columns  # several periods are told apart by it
    assert f"`{rule['name']}`" in GUIDE


@pytest.mark.parametrize(("module", "asked"), [("alerts", RULES), ("workbook", PANELS)], ids=["alerts", "workbook"])
def test_bicep_loads_the_queries_that_are_asked_and_no_other(module, asked):
    found = INFRASTRUCTURE.file(module).find("var", "queries").value
    assert {name: text.text for name, text in found.items()} == {
        one["query"]: f"loadTextContent('../../infra/monitoring/queries/{one['query']}.kql')" for one in asked
    }


def test_names_of_rules_and_titles_of_panels_are_their_own():
    for one in (RULES, PANELS):
        assert len({by_name(each) for each in one}) == len(one)


@pytest.mark.parametrize("panel", PANELS, ids=by_name)
def test_a_chart_over_time_has_a_time(panel, workspace):
    if panel["visualization"] != "table":
        assert any(kind.startswith("timestamp") for kind in workspace.columns(panel["query"]).values())


# What makes each rule fire: rows of one window, and rows like them that must not.
def metric(name: str, total: float, count: int = 1, **facts: Any) -> tuple[str, dict[str, Any]]:
    properties = {key: str(value) for key, value in facts.items()}
    return "AppMetrics", {
        "Name": f"petroconnect.{name}",
        "Sum": total,
        "Max": total,
        "ItemCount": count,
        "Properties": properties,
    }


def answers(status: int, count: int, operation: str = "get_document") -> tuple[str, dict[str, Any]]:
    return metric("request.duration", 0.1, count, operation=operation, status=status)


def request(milliseconds: float) -> tuple[str, dict[str, Any]]:
    return "AppRequests", {"DurationMs": milliseconds, "Properties": {"pc_operation": "get_document"}}


def event(name: str) -> tuple[str, dict[str, Any]]:
    return "AppTraces", {"Properties": {"event": name}}


def probe(success: bool) -> tuple[str, dict[str, Any]]:
    return "AppAvailabilityResults", {"Success": success}


Rows = list[tuple[str, dict[str, Any]]]
CASES: dict[str, tuple[Rows, Rows]] = {
    "no-data": ([], [metric("job.duration", 0.1, job="measure_queues", outcome="done")]),
    "probe": ([probe(False)] * 4 + [probe(True)] * 5, [probe(False)] * 3 + [probe(True)] * 6),
    "availability": ([answers(200, 97), answers(503, 3)], [answers(200, 97), answers(404, 3)]),
    "errors": ([answers(500, 11)], [answers(500, 10), answers(401, 90)]),
    "latency": ([request(3000.0)] * 10, [request(100.0)] * 99 + [request(9000.0)]),
    "poison": (
        [metric("job.poisoned", 1.0, job="document.verify")],
        [metric("job.poisoned", 0.0, job="document.verify")],
    ),
    "queue-age": (
        [metric("queue.age", 601.0, queue="documents-verify")],
        [metric("queue.age", 600.0, queue="documents-verify")],
    ),
    "job-failures": (
        [metric("job.duration", 9.0, 21, job="follow_due_notices", outcome="failed")],
        [metric("job.duration", 9.0, 20, job=job, outcome="failed") for job in ("a", "b")],
    ),
    "throttled": (
        [metric("cosmos.throttled", 101.0, container="pages")],
        [metric("cosmos.throttled", 100.0, container="pages")],
    ),
    "sign-ins": (
        [answers(401, 60, "sign_in"), answers(429, 41, "sign_in")],
        [answers(401, 100, "sign_in"), answers(200, 500, "sign_in")],
    ),
    "stolen-credentials": (
        [event("session.reused")] * 6,
        [event("session.reused")] * 5 + [event("request.finished")] * 50,
    ),
    "ingestion": (
        [("Usage", {"Quantity": 801.0, "IsBillable": True})],
        [("Usage", {"Quantity": 799.0, "IsBillable": True}), ("Usage", {"Quantity": 999.0, "IsBillable": False})],
    ),
}


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_fires_when_it_should_and_only_then(rule):
    for rows, expected in zip(CASES[rule["name"]], (True, False), strict=True):
        with open_workspace() as workspace:
            for table, row in rows:
                workspace.add(table, TimeGenerated=NOW - timedelta(seconds=30), **row)
            assert fires(rule, workspace.ask(rule["query"])) is expected


def fires(rule: dict[str, Any], rows: list[dict[str, Any]]) -> bool:
    """As the service judges one window: a series for each value of the dimensions; without a row there is nothing to compare.

    Thresholds for each gigabyte of the daily cap are those of a workspace that may take in one.
    """
    series: dict[tuple[Any, ...], list[float]] = {}
    for row in rows:
        series.setdefault(tuple(row[one["name"]] for one in rule["dimensions"]), []).append(float(row[rule["measure"]]))
    combined = {"Total": sum, "Maximum": max, "Average": lambda values: sum(values) / len(values)}[rule["aggregation"]]
    compare = {"GreaterThan": float.__gt__, "LessThan": float.__lt__}[rule["operator"]]
    return any(compare(float(combined(values)), float(rule["threshold"])) for values in series.values())
