"""Every operation of the API against everybody who might call it: the answers agree with the table of permissions.

Policies are asked before anything else of a request is looked at, so a call without a body and for an id nobody has shows who is let in:
whoever is refused gets 401 or 403, everybody else something that is neither.
"""

from dataclasses import replace

import pytest

from functions.apis import APIS
from shared.app import App
from shared.identity.permissions import FOR_PERSONS_ONLY, PERMISSIONS, Permission, Role
from shared.identity.policy import ProvisioningKey, SignedIn
from shared.kit.http.operation import Operation
from shared.kit.http.policy import Open
from shared.kit.ids import new_id
from tests.api_client import ApiClient
from tests.people import a_member, an_api_key
from tests.settings import PROVISIONING_KEY

OPERATIONS = [operation for api in APIS for operation in api.operations]
SIGNED_IN = [operation for operation in OPERATIONS if isinstance(operation.policy, SignedIn)]
REFUSED = {401, 403}
GRANTABLE = frozenset(Permission) - FOR_PERSONS_ONLY


def name_of(operation: Operation) -> str:
    return operation.name


def path_of(operation: Operation) -> str:
    """With ids that belong to nothing."""
    path = operation.path.lstrip("/")
    for placeholder in operation.placeholders:
        path = path.replace(f"{{{placeholder}}}", new_id())
    return path


async def call(client: ApiClient, operation: Operation) -> int:
    return (await client.request(operation.method, path_of(operation))).status


def may(operation: Operation, permissions: frozenset[Permission]) -> bool:
    assert isinstance(operation.policy, SignedIn)
    return permissions.issuperset(operation.policy.permissions)


def test_every_policy_is_one_of_three() -> None:
    unknown = [op.name for op in OPERATIONS if not isinstance(op.policy, SignedIn | Open | ProvisioningKey)]
    assert unknown == []


@pytest.mark.parametrize("operation", SIGNED_IN, ids=name_of)
async def test_nobody_is_let_in(client: ApiClient, operation: Operation) -> None:
    answer = await client.request(operation.method, path_of(operation))
    assert (answer.status, answer.code) == (401, "unauthenticated")


@pytest.mark.parametrize("operation", SIGNED_IN, ids=name_of)
@pytest.mark.parametrize("role", list(Role))
async def test_each_role_may_what_the_table_says(client: ApiClient, app: App, operation: Operation, role: Role) -> None:
    person = await a_member(app, role)
    token = app.identity.tokens.issue(replace(person.actor, session_id=new_id()), app.now())
    status = await call(client.signed_in(token), operation)
    assert (status not in REFUSED) is may(operation, PERMISSIONS[role]), status
    assert status < 500


@pytest.mark.parametrize("operation", SIGNED_IN, ids=name_of)
async def test_a_key_may_what_it_was_granted_of_what_keys_may(
    client: ApiClient, app: App, operation: Operation
) -> None:
    assert isinstance(operation.policy, SignedIn)
    needed = operation.policy.permissions
    owner = await a_member(app, Role.ADMIN)
    _, everything = await an_api_key(app, owner, *GRANTABLE)
    _, nothing_of_it = await an_api_key(app, owner, *(GRANTABLE.difference(needed) or GRANTABLE))
    status = await call(client.signed_in(everything), operation)
    assert (status not in REFUSED) is (bool(needed) and GRANTABLE.issuperset(needed)), status
    assert status < 500
    assert (await call(client.signed_in(nothing_of_it), operation)) == 403


@pytest.mark.parametrize("operation", OPERATIONS, ids=name_of)
async def test_the_provisioning_key_opens_what_needs_it_and_nothing_else(
    client: ApiClient, operation: Operation
) -> None:
    answer = await client.request(
        operation.method, path_of(operation), headers={"X-Provisioning-Key": PROVISIONING_KEY}
    )
    if isinstance(operation.policy, ProvisioningKey):
        assert answer.status not in REFUSED
    elif isinstance(operation.policy, SignedIn):
        assert answer.status == 401
