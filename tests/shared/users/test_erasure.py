"""A name that somebody else has taken meanwhile is not freed by a late copy of the erasure."""

import pytest

from shared.app import App
from shared.errors import StaleVersion
from shared.identity.permissions import Role
from shared.users.model import UserDraft
from tests.people import a_colleague, a_member, an_admin


async def test_a_name_that_was_taken_again_is_not_freed(app: App) -> None:
    admin = await an_admin(app)
    person = await a_colleague(app, admin, Role.VIEWER)
    credentials = app.identity.service.credentials
    seen_before = await credentials.find(person.email)
    assert seen_before is not None
    await credentials.release(seen_before)
    other = await a_member(app, Role.ADMIN)
    await app.users.service.invite(other.actor, UserDraft(person.email, "Nora New", Role.VIEWER, None))
    with pytest.raises(StaleVersion):
        await credentials.release(seen_before)
    taken = await credentials.find(person.email)
    assert taken is not None
    assert taken.organisation_id == other.organisation_id


async def test_freeing_what_is_free_is_fine(app: App) -> None:
    person = await an_admin(app)
    credential = await app.identity.service.credentials.find(person.email)
    assert credential is not None
    for _ in range(2):
        await app.identity.service.credentials.release(credential)
