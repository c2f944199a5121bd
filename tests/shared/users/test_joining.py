"""Accepting an invitation, cut short after every step: repeating it completes it, and nobody is left half way."""

import pytest

from local.cosmos.engine import Engine
from shared.app import App
from shared.errors import PetroConnectError, RequestInProgress, StaleVersion, Unavailable
from shared.identity.credentials import Credential, Credentials
from shared.identity.errors import LinkInvalid
from shared.identity.links import CLAIM, Link, Links, Purpose
from shared.identity.permissions import Role
from shared.kit.repository import Activity
from shared.users.model import User, UserChange, UserDraft, UserStatus
from shared.users.repository import UserRepository
from tests.conftest import Clock
from tests.letters import link_to
from tests.people import PASSWORD, Person, an_admin, an_email, signs_in


async def an_invitation(app: App, role: Role = Role.OPERATOR) -> tuple[Person, User, str]:
    admin = await an_admin(app)
    user = await app.users.service.invite(admin.actor, UserDraft(an_email("new"), "Nora New", role, None))
    return admin, user, await link_to(app, user.organisation_id, user.id)


STEPS = {
    "the claim": {"method": "PUT", "contains": "sessions"},
    "the password": {"method": "PUT", "contains": "identities"},
    "the user": {"method": "POST", "contains": "directory/docs"},
}


@pytest.mark.parametrize("after", [False, True], ids=["refused", "answer lost"])
@pytest.mark.parametrize("step", STEPS)
async def test_cut_short_at_any_step_repeating_completes_it(
    app: App, clock: Clock, cosmos_engine: Engine, step: str, after: bool
) -> None:
    _, user, token = await an_invitation(app)
    cosmos_engine.faults.add({"status": 449, "after": after, "match": STEPS[step]})
    try:
        await app.users.invitations.accept(token, PASSWORD, None)
    except PetroConnectError:
        cosmos_engine.faults.rules.clear()
        clock.advance(seconds=CLAIM.total_seconds())
        try:
            await app.users.invitations.accept(token, PASSWORD, None)
        except LinkInvalid:  # it had come through: only the answer was lost
            assert after
    cosmos_engine.faults.rules.clear()
    assert await signs_in(app, user.email)
    assert (await app.users.service.users.get(user.organisation_id, user.id)).status is UserStatus.ACTIVE


async def test_a_failure_after_the_claim_leaves_the_link_usable_at_once(app: App, cosmos_engine: Engine) -> None:
    _, user, token = await an_invitation(app)
    cosmos_engine.faults.add({"status": 449, "match": {"method": "PUT", "contains": "identities"}})
    with pytest.raises(Unavailable):
        await app.users.invitations.accept(token, PASSWORD, None)
    await app.users.invitations.accept(token, PASSWORD, None)
    assert await signs_in(app, user.email)


async def test_dying_between_the_steps_frees_the_link_after_a_minute(app: App, clock: Clock) -> None:
    """The password is set and the process gone: nobody signs in with it before the person has joined."""
    _, user, token = await an_invitation(app)
    await app.users.invitations.links.claim(token, Purpose.INVITATION)
    credential = await app.identity.service.credentials.find(user.email)
    assert credential is not None
    await app.identity.service.credentials.set_password(credential, PASSWORD)
    assert not await signs_in(app, user.email)
    with pytest.raises(RequestInProgress):
        await app.users.invitations.accept(token, PASSWORD, None)
    clock.advance(seconds=CLAIM.total_seconds())
    await app.users.invitations.accept(token, PASSWORD, None)
    assert await signs_in(app, user.email)


async def test_the_spending_fails_and_the_link_is_worth_nothing_all_the_same(
    app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, user, token = await an_invitation(app)

    async def failing(self: Links, link: Link) -> None:
        raise Unavailable

    with monkeypatch.context() as patched:
        patched.setattr(Links, "spend", failing)
        with pytest.raises(Unavailable):
            await app.users.invitations.accept(token, PASSWORD, None)
    clock.advance(seconds=CLAIM.total_seconds())
    with pytest.raises(LinkInvalid):
        await app.users.invitations.accept(token, "another long password", None)
    assert await signs_in(app, user.email)


async def test_deactivated_at_the_last_moment_nobody_joins(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    admin, user, token = await an_invitation(app)
    set_password = Credentials.set_password

    async def meanwhile(self: Credentials, credential: Credential, password: str) -> Credential:
        stored = await set_password(self, credential, password)
        await app.users.service.change(admin.actor, user.id, UserChange({"status": UserStatus.DEACTIVATED}), user.etag)
        return stored

    monkeypatch.setattr(Credentials, "set_password", meanwhile)
    with pytest.raises(LinkInvalid):
        await app.users.invitations.accept(token, PASSWORD, None)
    assert not await signs_in(app, user.email)


async def test_a_change_at_the_last_moment_is_kept(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    admin, user, token = await an_invitation(app)
    set_password = Credentials.set_password

    async def meanwhile(self: Credentials, credential: Credential, password: str) -> Credential:
        stored = await set_password(self, credential, password)
        await app.users.service.change(admin.actor, user.id, UserChange({"role": Role.VIEWER}), user.etag)
        return stored

    monkeypatch.setattr(Credentials, "set_password", meanwhile)
    member = (await app.users.invitations.accept(token, PASSWORD, None)).member
    assert (member.role, member.is_active) == (Role.VIEWER, True)


async def test_joining_when_every_attempt_meets_somebody_else_is_given_up(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, user, token = await an_invitation(app)

    async def raced(self: UserRepository, before: User, after: User, *activities: Activity) -> User:
        raise StaleVersion

    with monkeypatch.context() as patched:
        patched.setattr(UserRepository, "move", raced)
        with pytest.raises(StaleVersion):
            await app.users.invitations.accept(token, PASSWORD, None)
    await app.users.invitations.accept(token, PASSWORD, None)
    assert await signs_in(app, user.email)
