"""PUT and DELETE /organisations/{id}/tenants/{tenantId}, with the provisioning key."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import an_object_id
from tests.people import a_token, activities, an_admin, counted_requests
from tests.settings import PROVISIONING_KEY

__all__ = ["oidc", "oidc_running", "settings"]

KEY = {"X-Provisioning-Key": PROVISIONING_KEY}
RULES = {"defaultRole": "viewer", "roleFromEntra": False}


def tenant_path(organisation_id: str, tenant_id: str) -> str:
    return f"v1/organisations/{organisation_id}/tenants/{tenant_id}"


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
async def test_an_admin_cannot_claim_a_tenant(client: ApiClient, app: App, method: str) -> None:
    admin = await an_admin(app)
    path = tenant_path(admin.organisation_id, an_object_id())
    for caller in (client, client.signed_in(a_token(app, admin))):
        with counted_requests() as made:
            answer = await caller.request(method, path, RULES if method == "PUT" else None)
        assert (answer.status, answer.code, made) == (401, "provisioning_key_wrong", [])


@pytest.mark.parametrize("tenant_id", ["common", "organizations", "x" * 36, "AAAAAAAA-0000-4000-8000-000000000000"])
async def test_what_is_no_tenant_id_is_not_there(client: ApiClient, app: App, tenant_id: str) -> None:
    admin = await an_admin(app)
    answer = await client.put(tenant_path(admin.organisation_id, tenant_id), RULES, headers=KEY)
    assert answer.status == 404


async def test_an_organisation_that_is_not_there_has_no_tenant(client: ApiClient) -> None:
    answer = await client.put(tenant_path(new_id(), an_object_id()), RULES, headers=KEY)
    assert (answer.status, answer.code) == (404, "not_found")


@pytest.mark.parametrize(
    ("change", "field"),
    [({"defaultRole": "king"}, "defaultRole"), ({"roleFromEntra": None}, "roleFromEntra"), ({"extra": 1}, "extra")],
)
async def test_bad_rules_are_named(client: ApiClient, app: App, change: dict[str, Any], field: str) -> None:
    admin = await an_admin(app)
    answer = await client.put(tenant_path(admin.organisation_id, an_object_id()), {**RULES, **change}, headers=KEY)
    assert (answer.status, answer.fields) == (422, {field})


async def test_a_tenant_belongs_to_one_organisation(client: ApiClient, app: App) -> None:
    first, second, tenant = await an_admin(app), await an_admin(app), an_object_id()
    answer = await client.put(tenant_path(first.organisation_id, tenant), RULES, headers=KEY)
    assert (answer.status, answer.json["tenantId"], answer.json["defaultRole"]) == (200, tenant, "viewer")
    answer = await client.put(tenant_path(second.organisation_id, tenant), RULES, headers=KEY)
    assert (answer.status, answer.code) == (409, "tenant_taken")
    assert (await client.delete(tenant_path(second.organisation_id, tenant), headers=KEY)).status == 204
    assert await app.entra.directory.owns(first.organisation_id, tenant)
    assert (await client.delete(tenant_path(first.organisation_id, tenant), headers=KEY)).status == 204
    assert (await client.put(tenant_path(second.organisation_id, tenant), RULES, headers=KEY)).status == 200


async def test_rules_are_changed_by_saying_them_again_and_it_is_on_record(client: ApiClient, app: App) -> None:
    admin, tenant = await an_admin(app), an_object_id()
    for rules in (RULES, {"defaultRole": None, "roleFromEntra": True}):
        answer = await client.put(tenant_path(admin.organisation_id, tenant), rules, headers=KEY)
        assert {name: answer.json[name] for name in rules} == rules
    found = await app.entra.directory.find_tenant(tenant)
    assert found is not None
    assert (found.default_role, found.role_of(("operator",))) == (None, Role.OPERATOR)
    recorded = await activities(app, admin.organisation_id, "organisation.tenant_allowed")
    assert [each["data"] for each in recorded] == [{"tenantId": tenant}] * 2
