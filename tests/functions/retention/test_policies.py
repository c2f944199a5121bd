"""GET and PUT /retention/policies."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.document_types import a_document_type
from tests.documents import as_person, somebody
from tests.people import a_member

POLICY = {"name": "Trash", "typeId": None, "event": "trashedAt", "days": 30, "action": "delete"}
NEW = {"If-Match": '"0"'}


async def test_anonymous_callers_are_asked_to_sign_in(client: ApiClient) -> None:
    answer = await client.get("v1/retention/policies")
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("role", [Role.ENGINEER, Role.OPERATOR, Role.VIEWER])
async def test_only_admins_write_policies(client: ApiClient, app: App, role: Role) -> None:
    caller = as_person(client, app, somebody(role))
    answer = await caller.put("v1/retention/policies", {"policies": [POLICY]}, headers=NEW)
    assert (answer.status, answer.code) == (403, "forbidden")


async def test_who_sees_some_sites_only_decides_nothing(client: ApiClient, app: App) -> None:
    caller = as_person(client, app, somebody(Role.ADMIN, site_ids=(new_id(),)))
    for answer in (
        await caller.put("v1/retention/policies", {"policies": []}, headers=NEW),
        await caller.post("v1/retention/runs", {"dryRun": True}),
    ):
        assert (answer.status, answer.code) == (403, "forbidden")


@pytest.mark.parametrize(
    ("policies", "field"),
    [
        ([{**POLICY, "days": 0}], "policies[0].days"),
        ([{**POLICY, "days": 36_501}], "policies[0].days"),
        ([{**POLICY, "event": "readAt"}], "policies[0].event"),
        ([{**POLICY, "action": "trash"}], "policies[0].action"),
        ([POLICY, {**POLICY, "days": 60}], "policies[1]"),
        ([POLICY, {**POLICY, "typeId": "01KB0000000000000000000000"}], "policies[1].typeId"),
        ([POLICY] * 101, "policies"),
    ],
)
async def test_what_no_organisation_can_mean_is_refused(
    client: ApiClient, app: App, policies: list[dict[str, Any]], field: str
) -> None:
    caller = as_person(client, app, somebody(Role.ADMIN))
    answer = await caller.put("v1/retention/policies", {"policies": policies}, headers=NEW)
    assert (answer.status, answer.fields) == (422, {field})


async def test_there_are_none_until_somebody_writes_them(client: ApiClient, app: App) -> None:
    admin = await a_member(app, Role.ADMIN)
    kind = await a_document_type(app, admin)
    caller = as_person(client, app, admin)
    assert (await caller.get("v1/retention/policies")).json["policies"] == []
    wanted = [POLICY, {**POLICY, "name": "Drawings", "typeId": kind.id, "days": 3650}]
    written = await caller.put("v1/retention/policies", {"policies": wanted}, headers=NEW)
    assert (written.status, written.json["policies"]) == (200, wanted)
    assert (await caller.get("v1/retention/policies")).json == written.json
    late = await caller.put("v1/retention/policies", {"policies": []}, headers=NEW)
    assert (late.status, late.code) == (412, "stale_version")


async def test_a_type_of_another_organisation_is_unknown(client: ApiClient, app: App) -> None:
    theirs = await a_document_type(app, await a_member(app, Role.ADMIN))
    caller = as_person(client, app, somebody(Role.ADMIN))
    answer = await caller.put("v1/retention/policies", {"policies": [{**POLICY, "typeId": theirs.id}]}, headers=NEW)
    assert (answer.status, answer.fields) == (422, {"policies[0].typeId"})
