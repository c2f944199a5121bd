"""The rules against the queries they load: columns that exist, windows that are long enough, and when each fires and when not."""

import json
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.monitoring.cases import CASES, Case
from tests.monitoring.workspace import ROOT, names, open_workspace

RULES: list[dict[str, Any]] = json.loads((ROOT / "infra/monitoring/rules.json").read_text(encoding="utf-8"))
RUNBOOK = (ROOT / "docs/runbooks/alerts.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/monitoring.md").read_text(encoding="utf-8")
MINUTES = {"PT5M": 5, "PT15M": 15, "PT30M": 30, "PT1H": 60, "P1D": 1440}  # of what the service takes, those we use
LATE = 10  # minutes until a row is there: what comes later than a rule looks would never be seen
NOW = datetime(2026, 5, 4, 12, 2, tzinfo=UTC)


def by_name(rule: dict[str, Any]) -> str:
    return str(rule["name"])


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_compares_a_column_its_query_gives(rule, workspace):
    columns = workspace.columns(rule["query"])
    assert columns[rule["measure"]] in {"bigint", "hugeint", "double", "integer", "decimal(38,0)"}
    assert rule["dimension"] in {"", *columns}
    assert columns.get(rule["dimension"], "varchar") == "varchar"
    assert (
        "toscalar" not in (text := query_of(rule)) and "ago(" not in text and "now(" not in text
    )  # the rule brings the time


def query_of(rule: dict[str, Any]) -> str:
    return (ROOT / f"infra/monitoring/queries/{rule['query']}.kql").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_what_comes_late_is_still_in_the_window_of_the_next_look(rule):
    assert MINUTES[rule["window"]] >= MINUTES[rule["frequency"]] + LATE
    assert MINUTES[rule["window"]] <= 2 * 1440  # no query of a rule looks further back


def test_every_rule_has_cases_that_fire_and_cases_that_do_not():
    assert list(CASES) == [rule["name"] for rule in RULES]
    assert {name for name, cases in CASES.items() if {case.fires for case in cases} != {True, False}} == set()


@pytest.mark.parametrize(
    ("rule", "case"),
    [pytest.param(rule, case, id=f"{rule['name']}: {case.why}") for rule in RULES for case in CASES[rule["name"]]],
)
def test_a_rule_fires_when_it_should_and_only_then(rule, case):
    assert fires(rule, case) is case.fires


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_ends_when_the_window_has_gone_by(rule):
    if rule["name"] != "no-data":
        for case in CASES[rule["name"]]:
            assert not fires(rule, case, later=timedelta(minutes=MINUTES[rule["window"]]))


def test_only_what_nobody_has_mended_by_waiting_stays_until_somebody_closes_it():
    assert {rule["name"] for rule in RULES if not rule["resolves"]} == {"poison"}


def fires(rule: dict[str, Any], case: Case, later: timedelta = timedelta()) -> bool:
    """As the service judges: only rows of the window are there, a series for each value of the dimension, no row compares to nothing.

    Thresholds for each gigabyte of the daily cap are those of a workspace that may take in one.
    """
    with open_workspace() as workspace:
        for seen in case.seen:
            at = NOW - later - timedelta(minutes=seen.ago)
            if at > NOW - timedelta(minutes=MINUTES[rule["window"]]):
                workspace.add(seen.table, TimeGenerated=at, **seen.row)
        rows = workspace.ask(rule["query"])
    series: dict[Any, list[float]] = {}
    for row in rows:
        series.setdefault(row.get(rule["dimension"]), []).append(float(row[rule["measure"]]))
    combined = {"Total": sum, "Maximum": max, "Average": lambda values: sum(values) / len(values)}[rule["aggregation"]]
    compare = {"GreaterThan": float.__gt__, "LessThan": float.__lt__}[rule["operator"]]
    return any(compare(float(combined(values)), float(rule["threshold"])) for values in series.values())


def test_the_runbook_has_a_section_for_each_rule_that_says_what_to_do():
    sections = dict(re.findall(r"^## ([\w-]+)\n(.*?)(?=^## |\Z)", RUNBOOK, re.MULTILINE | re.DOTALL))
    assert list(sections) == [rule["name"] for rule in RULES]
    for rule in RULES:
        text = sections[rule["name"]]
        assert [part for part in ("**Means**", "**Look**", "**Do**", "**Over**") if part not in text] == [], rule[
            "name"
        ]
        assert f"`{rule['query']}`" in text, rule["name"]
        assert f"Severity {rule['severity']}" in text, rule["name"]
        assert set(re.findall(r"`([a-z]+(?:_[a-z]+)*)`", text.split("**Do**")[0])) <= set(names()), rule["name"]


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_the_guide_says_why(rule):
    assert f"| `{rule['name']}` |" in GUIDE
