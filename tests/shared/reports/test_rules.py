"""`vectors/findings.json`: correct reports, changes that plant an error, and what is found. The page runs it as well."""

import time
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.reports.codes import ACTIVITY_CODES, codes_in_force, is_code, non_productive_hours
from shared.reports.definitions import DEFINITIONS, Definition
from shared.reports.rules.rule import Rule, RuleKind
from tests.reports import CORRECT, PLANTED, a_context, a_payload, with_changes


def definition_of(name: str) -> Definition:
    kind, _, version = name.rpartition(".")
    return DEFINITIONS.get(kind, int(version))


@pytest.mark.parametrize("name", CORRECT)
def test_a_correct_report_raises_nothing(name: str) -> None:
    definition, correct = definition_of(name), CORRECT[name]
    definition.check(correct["payload"])
    assert definition.findings(correct["payload"], correct["context"]) == []


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted['definition']}:{','.join(planted['set'])}")
def test_what_is_planted_is_found_in_words_with_figures(planted: dict[str, Any]) -> None:
    definition, correct = definition_of(planted["definition"]), CORRECT[planted["definition"]]
    payload = with_changes(correct["payload"], planted["set"])
    definition.check(payload)
    found = definition.findings(payload, with_changes(correct["context"], planted["context"]))
    assert [{**asdict(finding), "fields": list(finding.fields)} for finding in found] == planted["findings"]


@pytest.mark.parametrize("definition", DEFINITIONS.all(), ids=lambda definition: definition.kind)
def test_every_rule_of_a_type_has_an_error_planted_for_it(definition: Definition) -> None:
    planted = {
        finding["rule"]
        for one in PLANTED
        if one["definition"] == f"{definition.kind}.{definition.version}"
        for finding in one["findings"]
    }
    assert {rule.id for rule in definition.own_rules} - planted == set()


@pytest.mark.parametrize("definition", DEFINITIONS.all(), ids=lambda definition: definition.kind)
def test_an_empty_report_lacks_what_is_required_and_nothing_else(definition: Definition) -> None:
    found = definition.findings({}, {})
    required = [rule for rule in definition.rules if rule.id.startswith("required:") and rule.each is None]
    assert [finding.rule for finding in found if finding.kind is RuleKind.BLOCK] == [rule.id for rule in required]


@pytest.mark.parametrize("definition", DEFINITIONS.all(), ids=lambda definition: definition.kind)
def test_rules_have_names_of_their_own_and_mark_fields_that_exist(definition: Definition) -> None:
    assert len({rule.id for rule in definition.rules}) == len(definition.rules)
    form = definition.to_json()["sections"]
    known = {section["pointer"] for section in form} | {
        field["pointer"] for section in form for field in section["fields"]
    }
    assert {pointer for rule in definition.rules for pointer in rule.fields} <= known


def test_a_full_drilling_report_is_judged_fast() -> None:
    """200 activities, 200 surveys, 100 consumables: far more than a day has. The best of five runs, for the machine is shared."""
    definition = DEFINITIONS.newest("daily_drilling")
    payload = a_payload("daily_drilling")
    for name, count in (("timeLog", 200), ("surveys", 200), ("consumables", 100)):
        payload[name] = [{**payload[name][0], "id": f"{name}{number}"} for number in range(count)]
    runs = []
    for _ in range(5):
        began = time.perf_counter()
        definition.findings(payload, a_context("daily_drilling"))
        runs.append(time.perf_counter() - began)
    assert min(runs) < 1


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(DEFINITIONS.all()), st.data())
def test_rules_never_fail_whatever_the_payload_is(definition: Definition, data: st.DataObject) -> None:
    payload = CORRECT[f"{definition.kind}.{definition.version}"]["payload"]
    sections = data.draw(st.dictionaries(st.sampled_from(sorted(payload)), JSON))
    definition.findings({**payload, **sections}, data.draw(st.sampled_from([{}, a_context(definition.kind)])))


def test_a_rule_says_nothing_of_what_is_not_known() -> None:
    nothing = a_payload(**{"/uptime": None, "/volumes": None, "/gauges": None})
    assert DEFINITIONS.newest("daily_production").findings(nothing, {}) == []


def test_a_warning_asks_for_a_reason_and_words_say_what_they_show() -> None:
    with pytest.raises(ValueError, match="reason"):
        Rule("it", RuleKind.WARN, "Wrong.", ("/a",), False)
    with pytest.raises(ValueError, match="words"):
        Rule("it", RuleKind.BLOCK, "{a} is wrong.", ("/a",), False)


def test_codes_are_those_of_the_field_and_the_organisations() -> None:
    assert all(map(is_code, ACTIVITY_CODES))
    assert {"drilling -- drill", "interruption -- waiting on weather", "drilling -- wiper trip"} <= codes_in_force(
        ["drilling -- wiper trip"]
    )["activity"]
    assert not any(map(is_code, ["drilling", "Drilling -- drill", "a -- b", "drilling - drill", ""]))


def test_lost_time_comes_from_the_code() -> None:
    rows = CORRECT["daily_drilling.1"]["payload"]["timeLog"]
    assert non_productive_hours(rows) == 2.5
    assert non_productive_hours([{**rows[1], "end": None}]) is None
    assert non_productive_hours([]) == 0
