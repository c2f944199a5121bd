"""What belongs to somebody else by now stays theirs, however close it was."""

from typing import Any

import pytest

from shared.app import App
from shared.identity.entra.tokens import EntraPerson
from shared.identity.permissions import Role
from shared.kit.cosmos import Container
from shared.kit.ids import new_id


def a_person(tenant_id: str) -> EntraPerson:
    return EntraPerson(tenant_id, new_id(), (), "Nora New", ())


@pytest.fixture
def just_before(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Has something happen between the look at an item and its deletion."""
    delete = Container.delete

    def happens(what: Any) -> None:
        async def deleting(*given: Any) -> None:
            monkeypatch.setattr(Container, "delete", delete)
            await what()
            await delete(*given)

        monkeypatch.setattr(Container, "delete", deleting)

    return happens


async def test_forgetting_a_person_leaves_an_account_that_was_given_to_another(app: App, just_before: Any) -> None:
    directory, tenant, person = app.entra.directory, new_id(), a_person(new_id())
    gone, other = new_id(), new_id()
    moved, left = await directory.bind(None, person, tenant, gone), a_person(tenant)
    just_before(lambda: directory.bind(moved, person, tenant, other))
    await directory.forget_user(gone)
    found = await directory.find_account(person.tenant_id, person.object_id)
    assert found is not None and found.user_id == other
    await directory.bind(None, left, tenant, other)
    await directory.forget_user(other)
    assert await directory.find_account(person.tenant_id, person.object_id) is None
    assert await directory.find_account(left.tenant_id, left.object_id) is None


async def test_giving_a_tenant_up_leaves_it_to_whom_it_was_allowed_meanwhile(app: App, just_before: Any) -> None:
    directory, tenant, mine, theirs = app.entra.directory, new_id(), new_id(), new_id()
    await directory.allow(mine, tenant, Role.VIEWER, role_from_entra=False)

    async def moved() -> None:
        await directory.disallow(mine, tenant)
        await directory.allow(theirs, tenant, Role.VIEWER, role_from_entra=False)

    just_before(moved)
    await directory.disallow(mine, tenant)
    assert await directory.owns(theirs, tenant)
    await directory.disallow(theirs, tenant)
    assert await directory.find_tenant(tenant) is None
