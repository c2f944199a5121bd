"""Two writes in two partitions: whatever is cut short is either repeated or given up, never half an account."""

import asyncio

import pytest

from local.cosmos.engine import Engine
from shared.app import App
from shared.errors import Unavailable
from shared.identity.credentials import ABANDONED
from shared.identity.errors import EmailTaken
from shared.identity.permissions import Role
from shared.organisations.model import OrganisationDraft
from shared.users.model import UserDraft
from tests.people import a_colleague, an_admin, an_email, joined, signs_in


def draft(email: str) -> UserDraft:
    return UserDraft(email, "Carl Colleague", Role.VIEWER, None)


def founding(email: str, name: str = "New Energy") -> OrganisationDraft:
    return OrganisationDraft(name, "Europe/Oslo", email, "Ada Admin")


def fail_the_second_write(engine: Engine) -> None:
    """As if the process died between taking the name and storing the user."""
    engine.faults.add({"status": 449, "match": {"method": "POST", "contains": "directory"}})


async def test_a_name_without_a_user_opens_nothing(app: App, cosmos_engine: Engine) -> None:
    admin, email = await an_admin(app), an_email()
    fail_the_second_write(cosmos_engine)
    with pytest.raises(Unavailable):
        await app.users.service.invite(admin.actor, draft(email))
    assert not await signs_in(app, email)


async def test_repeating_completes_it(app: App, cosmos_engine: Engine) -> None:
    admin, email = await an_admin(app), an_email()
    fail_the_second_write(cosmos_engine)
    with pytest.raises(Unavailable):
        await app.users.service.invite(admin.actor, draft(email))
    user = await app.users.service.invite(admin.actor, draft(email))
    assert user.email == email
    await joined(app, user.organisation_id, user.id)
    assert await signs_in(app, email)
    with pytest.raises(EmailTaken):
        await app.users.service.invite(admin.actor, draft(email))


async def test_setting_up_an_organisation_is_completed_under_the_same_ids(app: App, cosmos_engine: Engine) -> None:
    email = an_email()
    fail_the_second_write(cosmos_engine)
    with pytest.raises(Unavailable):
        await app.organisations.create(founding(email))
    begun = await app.identity.service.credentials.find(email)
    assert begun is not None
    organisation, admin_id = await app.organisations.create(founding(email))
    assert (organisation.id, admin_id) == (begun.organisation_id, begun.user_id)
    await joined(app, organisation.id, admin_id)
    assert await signs_in(app, email)


async def test_what_one_organisation_began_another_takes_over_only_when_it_is_abandoned(
    app: App, cosmos_engine: Engine, clock
) -> None:
    first, second, email = await an_admin(app), await an_admin(app), an_email()
    fail_the_second_write(cosmos_engine)
    with pytest.raises(Unavailable):
        await app.users.service.invite(first.actor, draft(email))
    with pytest.raises(EmailTaken):
        await app.users.service.invite(second.actor, draft(email))
    clock.advance(seconds=ABANDONED.total_seconds())
    user = await app.users.service.invite(second.actor, draft(email))
    assert user.organisation_id == second.organisation_id
    with pytest.raises(EmailTaken):
        await app.users.service.invite(first.actor, draft(email))


async def test_founding_does_not_finish_what_a_colleague_began(app: App, cosmos_engine: Engine, clock) -> None:
    admin, email = await an_admin(app), an_email()
    fail_the_second_write(cosmos_engine)
    with pytest.raises(Unavailable):
        await app.users.service.invite(admin.actor, draft(email))
    with pytest.raises(EmailTaken):
        await app.organisations.create(founding(email))
    clock.advance(seconds=ABANDONED.total_seconds())
    organisation, _ = await app.organisations.create(founding(email))
    assert organisation.id != admin.organisation_id


async def test_however_old_a_name_in_use_is_never_given_away(app: App, clock) -> None:
    person = await a_colleague(app, await an_admin(app), Role.VIEWER)
    other = await an_admin(app)
    clock.advance(days=1000)
    with pytest.raises(EmailTaken):
        await app.users.service.invite(other.actor, draft(person.email))
    assert await signs_in(app, person.email)


async def test_of_many_who_want_a_name_at_once_one_gets_it(app: App) -> None:
    admins, email = [await an_admin(app) for _ in range(3)], an_email()
    wanted = [app.users.service.invite(admin.actor, draft(email)) for admin in admins for _ in range(2)]
    answers = await asyncio.gather(*wanted, return_exceptions=True)
    refused = [answer for answer in answers if isinstance(answer, EmailTaken)]
    (created,) = [answer for answer in answers if not isinstance(answer, BaseException)]
    assert len(refused) == len(wanted) - 1
    credential = await app.identity.service.credentials.find(email)
    assert credential is not None
    assert (credential.user_id, credential.organisation_id) == (created.id, created.organisation_id)
    await joined(app, created.organisation_id, created.id)
    assert await signs_in(app, email)
