"""Rules, workbook and logs as an environment gets them, worked out from the templates."""

import json
import re
from typing import Any

import pytest

from tests.infra.choices import GIVEN
from tests.infra.deployment import Deployment, deployed
from tests.infra.infrastructure import ENVIRONMENTS
from tests.monitoring.workspace import ROOT, names, query

RUNBOOK = (ROOT / "docs/runbooks/alerts.md").read_text(encoding="utf-8")
RULES: list[dict[str, Any]] = json.loads((ROOT / "infra/monitoring/rules.json").read_text(encoding="utf-8"))
# What services may write beside the app. Left out is what tells of people: recipients of letters (EmailStatusUpdateOperational), who
# opens which file by what name (StorageRead), requests with their query (FrontDoorAccessLog), what the database is asked
# (DataPlaneRequests).
LOGS = {
    "AuditEvent", "ControlPlaneRequests", "DeliveryFailures", "EmailSendMailOperational", "FrontDoorWebApplicationFirewallLog",
    "StorageDelete", "StorageWrite",
}  # fmt: skip


@pytest.fixture(scope="module", params=ENVIRONMENTS)
def deployment(request) -> Deployment:
    return deployed(ROOT, request.param, **GIVEN)


def test_every_rule_is_there_and_tells_the_people_who_asked(deployment):
    rules = deployment.of("Microsoft.Insights/scheduledQueryRules")
    (people,) = deployment.of("Microsoft.Insights/actionGroups")
    assert [one["emailAddress"] for one in people.get("properties.emailReceivers")] == [GIVEN["ALERT_MAIL"]]
    assert len(rules) == len(RULES)
    (workspace,) = (one for one in deployment.of("Microsoft.OperationalInsights/workspaces") if not one.existing)
    for rule, wanted in zip(rules, RULES, strict=True):
        (criterion,) = rule.get("properties.criteria.allOf")
        assert criterion["query"] == query(wanted["query"])
        assert [one["name"] for one in criterion["dimensions"]] == [name for name in (wanted["dimension"],) if name]
        assert rule.get("properties.scopes") == [workspace.id]
        assert rule.get("properties.actions.actionGroups") == [people.id]
        assert rule.get("properties.autoMitigate") is wanted["resolves"]
        assert rule.get("properties.severity") == wanted["severity"]


def test_a_rule_names_a_section_of_the_runbook_that_exists(deployment):
    for rule in deployment.of("Microsoft.Insights/scheduledQueryRules"):
        named = re.search(r"docs/runbooks/alerts\.md#([\w-]+)$", rule.get("properties.description"))
        assert named and f"\n## {named[1]}\n" in RUNBOOK
        assert rule.get("properties.actions.customProperties.runbook") == named[0]


def test_the_rule_before_the_cap_grows_with_the_cap(deployment):
    (workspace,) = (one for one in deployment.of("Microsoft.OperationalInsights/workspaces") if not one.existing)
    cap = workspace.get("properties.workspaceCapping.dailyQuotaGb")
    (rule,) = (
        one for one in deployment.of("Microsoft.Insights/scheduledQueryRules") if one.name.endswith("-ingestion")
    )
    assert cap > 0
    assert rule.get("properties.criteria.allOf")[0]["threshold"] == 800 * cap


def test_every_query_is_saved_and_a_later_deployment_can_change_it(deployment):
    saved = deployment.of("Microsoft.OperationalInsights/workspaces/savedSearches")
    assert {one.get("properties.displayName"): one.get("properties.query") for one in saved} == {
        f"PetroConnect: {name}": query(name) for name in names()
    }
    assert {one.get("etag") for one in saved} == {"*"} and len({one.name for one in saved}) == len(saved)


def test_the_workbook_asks_the_workspace(deployment):
    (workbook,) = deployment.of("Microsoft.Insights/workbooks")
    page = json.loads(workbook.get("properties.serializedData"))
    asked = [item["content"] for item in page["items"] if item["type"] == 3]
    assert {one["query"] for one in asked} <= {query(name) for name in names()} and len(asked) > 20
    assert {one["resourceType"] for one in asked} == {"microsoft.operationalinsights/workspaces"}
    assert {one["timeContextFromParameter"] for one in asked} == {"TimeRange"}
    assert page["items"][0]["content"]["parameters"][0]["name"] == "TimeRange"


def test_without_an_address_nobody_is_told_and_no_rule_is_paid_for():
    nobody = deployed(ROOT, "prod", **{**GIVEN, "ALERT_MAIL": ""})
    assert nobody.of("Microsoft.Insights/scheduledQueryRules") == nobody.of("Microsoft.Insights/webtests") == []
    assert len(nobody.of("Microsoft.Insights/workbooks")) == 1


def test_services_write_no_logs_that_tell_of_people(deployment):
    settings = deployment.of("Microsoft.Insights/diagnosticSettings")
    logs = {log["category"] for one in settings for log in one.get("properties.logs") or []}
    assert logs <= LOGS and "AuditEvent" in logs
    assert [log for one in settings for log in one.get("properties.logs") or [] if "categoryGroup" in log] == []
