"""The workbook against its queries: every query is used, and charts draw what they say."""

import json
import re
from typing import Any

import pytest

from tests.monitoring.workspace import ROOT, names

PANELS: list[dict[str, Any]] = json.loads((ROOT / "infra/monitoring/panels.json").read_text(encoding="utf-8"))
RULES: list[dict[str, Any]] = json.loads((ROOT / "infra/monitoring/rules.json").read_text(encoding="utf-8"))
RUNBOOKS = "\n".join((ROOT / f"docs/runbooks/{name}.md").read_text(encoding="utf-8") for name in ("alerts", "incident"))
NUMBERS = {"bigint", "hugeint", "double", "integer", "decimal(38,0)"}


def by_title(panel: dict[str, Any]) -> str:
    return str(panel["title"])


def test_every_query_is_used_and_every_one_that_is_used_exists():
    told = {name for name in names() if f"`{name}`" in RUNBOOKS}
    used = {one["query"] for one in (*RULES, *PANELS)}
    assert used <= set(names())
    assert set(names()) - used - told == set()


def test_titles_of_panels_are_their_own():
    assert len({by_title(panel) for panel in PANELS}) == len(PANELS)


@pytest.mark.parametrize("panel", PANELS, ids=by_title)
def test_a_chart_has_a_time_and_draws_numbers_of_one_kind(panel, workspace):
    columns, chart = workspace.columns(panel["query"]), panel["chart"]
    if panel["visualization"] == "table":
        assert chart == {}
        return
    assert any(kind.startswith("timestamp") for kind in columns.values())
    assert chart["yAxis"] and {columns[name] for name in chart["yAxis"]} <= NUMBERS
    texts = [name for name, kind in columns.items() if kind == "varchar"]
    assert texts == ([chart["group"]] if "group" in chart else [])  # else lines of several operations become one
    if panel["title"].startswith("Percent"):
        assert chart["yAxis"] == ["Availability"]
    elif "Availability" in columns:
        assert "Availability" not in chart["yAxis"]


def test_what_the_workbook_has_to_show_is_there():
    shown = {panel["query"] for panel in PANELS}
    assert {
        "traffic",
        "latency",
        "errors",
        "jobs",
        "queue_age",
        "poison",
        "cosmos_charge",
        "cosmos_throttled",
        "cold_starts",
    } <= shown
    assert {"business", "sign_ins", "ingestion", "exceptions"} <= shown


def test_words_in_the_guide_that_look_like_queries_are_some():
    guide = (ROOT / "docs/monitoring.md").read_text(encoding="utf-8")
    looks = {
        word
        for row in guide.splitlines()
        if row.startswith("| `")
        for word in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", row)
    }
    assert looks - set(names()) == set()
