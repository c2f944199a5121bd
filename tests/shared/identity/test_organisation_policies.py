"""What an organisation decides about signing in, and what holds for one that never decided anything."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from shared.app import App
from shared.identity.member import Member
from shared.identity.organisation_policies import OrganisationPolicies, SignInPolicy
from shared.identity.permissions import Role
from shared.identity.sessions import Session
from shared.kit.ids import new_id
from tests.people import an_admin

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


async def the_member(app: App, policies: dict[str, object] | None) -> Member:
    """The admin of an organisation whose stored item has these policies, or none at all."""
    admin, directory = await an_admin(app), app.database.container("directory")
    item = await directory.get(admin.organisation_id, admin.organisation_id)
    del item["policies"]
    await directory.replace(item if policies is None else {**item, "policies": policies}, item["_etag"])
    member = await app.users.service.find_member(admin.organisation_id, admin.id)
    assert member is not None
    return member


async def test_an_organisation_from_before_there_were_policies_has_the_defaults(app: App) -> None:
    member = await the_member(app, None)
    assert member.policy == SignInPolicy()
    assert (member.second_factor_required, member.session_life, member.password_min_length) == (
        False,
        timedelta(days=7),
        12,
    )


async def test_a_policy_added_later_has_its_default_beside_those_that_were_decided(app: App) -> None:
    member = await the_member(app, {"signIn": {"sessionHours": 8}})
    assert member.session_life == timedelta(hours=8)
    assert member.policy.idle_hours == OrganisationPolicies().sign_in.idle_hours


async def test_the_second_factor_is_required_by_role(app: App) -> None:
    member = await the_member(app, {"signIn": {"secondFactorRoles": ["admin", "engineer"]}})
    required = {role: replace(member, role=role).second_factor_required for role in Role}
    assert required == {Role.ADMIN: True, Role.ENGINEER: True, Role.OPERATOR: False, Role.VIEWER: False}


@pytest.mark.parametrize(
    ("used", "now", "expected"),
    [
        (0 * HOUR, 1.99 * HOUR, False),
        (0 * HOUR, 2 * HOUR, True),
        (7 * HOUR, 7.99 * HOUR, False),
        (7 * HOUR, 8 * HOUR, True),
    ],
)
def test_a_session_is_outlived_by_age_or_by_not_being_used(used: timedelta, now: timedelta, expected: bool) -> None:
    session = Session.begin(new_id(), new_id(), "", "one", NOW).rotated("two", NOW + used)
    assert session.outlived(8 * HOUR, 2 * HOUR, NOW + now) is expected
