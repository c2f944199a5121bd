"""Who of a Microsoft tenant is let in, as whom, and who is not."""

import asyncio
import re
from typing import Any
from unittest import mock

import pytest

from shared.app import App
from shared.errors import Unavailable
from shared.identity.links import Purpose
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.organisations.model import OrganisationChange
from shared.users.model import User, UserDraft, UserStatus
from shared.users.repository import UserRepository
from tests.api_client import ApiClient
from tests.functions.auth.cookies import cookie_of, refresh
from tests.functions.auth.entra import (
    an_organisation,
    come_back,
    error_of,
    flow_cookie_of,
    session_of,
    sign_in,
    user_of,
)
from tests.oidc.browser import signed_in_at
from tests.oidc.fixtures import oidc, oidc_running, settings
from tests.oidc.provider import PAGE, TENANT, OidcProvider, an_object_id
from tests.people import PASSWORD, Person, a_colleague, a_site, activities, an_admin, an_email

__all__ = ["oidc", "oidc_running", "settings"]


async def invited(app: App, admin: Person, email: str, role: Role = Role.ENGINEER) -> User:
    site = await a_site(app, admin)
    return await app.users.service.invite(admin.actor, UserDraft(email, "Ivy Invited", role, (site.id,)))


async def link_of(app: App, user: User) -> str:
    """The token in the letter."""
    (activity,) = [
        each for each in await activities(app, user.organisation_id, "user.invited") if each["subjectId"] == user.id
    ]
    links = app.users.invitations.links
    return await links.ensure(activity["id"], Purpose.INVITATION, user.organisation_id, user.id, user.email)


async def forget_tenant(app: App) -> None:
    await app.database.container("identities").delete(f"tenant:{TENANT}", f"tenant:{TENANT}")


async def accept_with_microsoft(client: ApiClient, oidc: OidcProvider, token: str, login: str) -> Any:
    begun = await client.post("v1/auth/entra/invitation", {"token": token, "returnTo": "/welcome"})
    assert begun.status == 200
    fields = await signed_in_at(oidc, begun.json["url"], login)
    return await come_back(client, flow_cookie_of(begun), fields)


async def test_a_tenant_of_nobody_lets_nobody_in(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await forget_tenant(app)
    assert error_of(await sign_in(client, oidc, await oidc.a_person())) == "entra_not_admitted"


async def test_without_a_default_role_nobody_joins_uninvited(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app, None)
    login = await oidc.a_person()
    assert error_of(await sign_in(client, oidc, login)) == "entra_not_admitted"
    assert await app.identity.service.credentials.find(f"{login}@tenant.test") is None


async def test_a_refusal_is_on_record_without_a_name(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await forget_tenant(app)
    before = len(await activities(app, "nobody", "user.sign_in_failed"))
    await sign_in(client, oidc, await oidc.a_person())
    refused = await activities(app, "nobody", "user.sign_in_failed")
    assert len(refused) == before + 1
    assert {"method": "entra", "reason": "entra_not_admitted"} in [each["data"] for each in refused]


async def test_who_was_invited_by_the_address_of_their_account_joins_as_invited(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app, None)
    user = await invited(app, admin, an_email("ivy"))
    cookie = await session_of(client, oidc, await oidc.a_person(preferred_username=user.email.upper()))
    stored = await user_of(app, cookie)
    assert (stored["id"], stored["status"], stored["role"]) == (user.id, "active", "engineer")
    assert stored["siteIds"] == list(user.site_ids or ())


async def test_an_address_that_anybody_may_write_into_their_account_is_no_proof(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app, None)
    user = await invited(app, admin, an_email("ivy"))
    answer = await sign_in(client, oidc, await oidc.a_person(email=user.email))
    assert error_of(answer) == "entra_not_admitted"
    vouched = await sign_in(client, oidc, await oidc.a_person(email=user.email, xms_edov=True))
    assert vouched.headers["Location"] == f"{PAGE}/documents"


async def test_an_invitation_of_another_organisation_is_not_theirs(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    """An admin of a tenant may give accounts whatever sign-in name; it only counts in the organisation of that tenant."""
    other = await an_admin(app, "Somebody Else")
    user = await invited(app, other, an_email("ivy"))
    await an_organisation(app, None)
    answer = await sign_in(client, oidc, await oidc.a_person(preferred_username=user.email))
    assert error_of(answer) == "entra_not_admitted"
    await an_organisation(app, Role.VIEWER)
    answer = await sign_in(client, oidc, await oidc.a_person(preferred_username=user.email))
    assert error_of(answer) == "entra_address_taken"


async def test_somebody_with_a_password_is_not_taken_over_by_address(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app, Role.ADMIN)
    answer = await sign_in(client, oidc, await oidc.a_person(preferred_username=admin.email))
    assert error_of(answer) == "entra_address_taken"
    signed_in = await client.post("v1/auth/sign-in", {"email": admin.email, "password": PASSWORD})
    assert signed_in.status == 200


async def test_the_link_in_the_letter_admits_whatever_account(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    """A partner's employee, whose tenant and address nobody here knows."""
    admin = await an_admin(app)
    await forget_tenant(app)
    user = await invited(app, admin, an_email("ivy"))
    token, login = await link_of(app, user), await oidc.a_person()
    answer = await accept_with_microsoft(client, oidc, token, login)
    assert answer.headers["Location"] == f"{PAGE}/welcome"
    assert (await user_of(app, cookie_of(answer)))["id"] == user.id
    assert (await sign_in(client, oidc, login)).headers["Location"] == f"{PAGE}/documents"
    spent = await client.post("v1/auth/entra/invitation", {"token": token})
    assert (spent.status, spent.code) == (404, "link_invalid")


async def test_a_link_admits_one_account_only(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_admin(app)
    await forget_tenant(app)
    token = await link_of(app, await invited(app, admin, an_email("ivy")))
    first, second = await oidc.a_person(), await oidc.a_person()
    begun = await client.post("v1/auth/entra/invitation", {"token": token})
    fields = await signed_in_at(oidc, begun.json["url"], second)
    assert (await accept_with_microsoft(client, oidc, token, first)).headers["Location"] == f"{PAGE}/welcome"
    assert error_of(await come_back(client, flow_cookie_of(begun), fields)) == "link_invalid"


@pytest.mark.parametrize("token", ["nonsense", f"{new_id()}.{new_id()}.secret"])
async def test_a_link_of_nobody_is_refused_before_anybody_leaves_the_page(client: ApiClient, token: str) -> None:
    answer = await client.post("v1/auth/entra/invitation", {"token": token})
    assert (answer.status, answer.code) == (404, "link_invalid")


async def test_who_was_deactivated_stays_out(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app)
    login = await oidc.a_person()
    stored = await user_of(app, await session_of(client, oidc, login))
    user = await app.users.service.users.get(stored["organisationId"], stored["id"])
    await app.users.service.users.replace(user.model_copy(update={"status": UserStatus.DEACTIVATED}))
    assert error_of(await sign_in(client, oidc, login)) == "entra_not_admitted"


async def test_a_tenant_that_is_gone_lets_its_people_in_no_more(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app)
    login = await oidc.a_person()
    await session_of(client, oidc, login)
    await app.entra.directory.disallow(admin.organisation_id, TENANT)
    assert error_of(await sign_in(client, oidc, login)) == "entra_not_admitted"


@pytest.mark.parametrize(
    ("roles", "expected"),
    [(["engineer"], "engineer"), (["viewer", "admin"], "admin"), (["something.else"], "operator"), ([], "operator")],
)
async def test_app_roles_decide_where_the_tenant_says_so(
    client: ApiClient, app: App, oidc: OidcProvider, roles: list[str], expected: str
) -> None:
    await an_organisation(app, Role.OPERATOR, from_entra=True)
    cookie = await session_of(client, oidc, await oidc.a_person(roles=roles))
    assert (await user_of(app, cookie))["role"] == expected


async def test_app_roles_mean_nothing_where_it_does_not(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    await an_organisation(app, Role.VIEWER)
    cookie = await session_of(client, oidc, await oidc.a_person(roles=["admin"]))
    assert (await user_of(app, cookie))["role"] == "viewer"


async def test_an_organisations_admins_may_say_so_too(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app, Role.VIEWER)
    login = await oidc.a_person(oid=an_object_id(), roles=["engineer"])
    cookie = await session_of(client, oidc, login)
    assert (await user_of(app, cookie))["role"] == "viewer"
    organisation = await app.organisations.get(admin.actor, admin.organisation_id)
    change = OrganisationChange(None, None, {"roles_from_entra": True}, {})
    await app.organisations.change(admin.actor, organisation.id, change, organisation.etag)
    await session_of(client, oidc, login)
    assert (await user_of(app, cookie))["role"] == "engineer"
    newcomer = await session_of(client, oidc, await oidc.a_person(roles=["operator"]))
    assert (await user_of(app, newcomer))["role"] == "operator"


async def test_without_an_app_role_and_a_default_nobody_gets_in(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    await an_organisation(app, None, from_entra=True)
    assert error_of(await sign_in(client, oidc, await oidc.a_person(roles=[]))) == "entra_not_admitted"


async def test_another_app_role_counts_at_the_next_sign_in_and_is_on_record(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app, Role.VIEWER, from_entra=True)
    oid = an_object_id()
    first = await session_of(client, oidc, await oidc.a_person(oid=oid, roles=["engineer"]))
    await session_of(client, oidc, await oidc.a_person(oid=oid, roles=["operator"]))
    assert (await user_of(app, first))["role"] == "operator"
    (changed,) = await activities(app, admin.organisation_id, "user.changed")
    assert changed["data"] == {"role": ["engineer", "operator"]}


async def test_the_last_admin_stays_one_whatever_the_tenant_says(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app, Role.VIEWER, from_entra=True)
    oid = an_object_id()
    cookie = await session_of(client, oidc, await oidc.a_person(oid=oid, roles=["admin"]))
    first = await app.users.service.users.get(admin.organisation_id, admin.id)
    await app.users.service.users.move(first, first.model_copy(update={"role": Role.VIEWER}))
    await session_of(client, oidc, await oidc.a_person(oid=oid, roles=["viewer"]))
    assert (await user_of(app, cookie))["role"] == "admin"


async def test_two_tabs_at_once_make_one_user(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app)
    login = await oidc.a_person()
    answers = await asyncio.gather(*(sign_in(client, oidc, login) for _ in range(3)))
    users = {
        cookie_of(answer).split(".")[0] for answer in answers if re.search("documents$", answer.headers["Location"])
    }
    assert len(users) == 1
    joined = await activities(app, admin.organisation_id, "user.joined")
    assert len([each for each in joined if each["subjectId"] in users]) == 1


@pytest.mark.parametrize("method", ["create", "move"])
async def test_after_a_crash_half_way_signing_in_again_completes_it(
    client: ApiClient, app: App, oidc: OidcProvider, method: str
) -> None:
    await an_organisation(app)
    login = await oidc.a_person()
    with mock.patch.object(UserRepository, method, side_effect=Unavailable):
        assert error_of(await sign_in(client, oidc, login)) == "unavailable"
    stored = await user_of(app, await session_of(client, oidc, login))
    assert (stored["status"], stored["email"]) == ("active", f"{login}@tenant.test")


async def test_who_was_deleted_is_forgotten_and_may_come_again_as_somebody_new(
    client: ApiClient, app: App, oidc: OidcProvider
) -> None:
    admin = await an_organisation(app)
    login = await oidc.a_person()
    cookie = await session_of(client, oidc, login)
    user_id = cookie.split(".")[0]
    await app.users.service.erase(admin.actor, user_id)
    assert error_of(await sign_in(client, oidc, login)) == "entra_not_admitted"
    await app.users.erasure.finish(admin.organisation_id, user_id)
    assert await app.database.container("sessions").find("entra", user_id) is None
    again = await session_of(client, oidc, login)
    assert again.split(".")[0] != user_id


async def test_colleagues_with_passwords_are_not_touched(client: ApiClient, app: App, oidc: OidcProvider) -> None:
    admin = await an_organisation(app, Role.VIEWER, from_entra=True)
    colleague = await a_colleague(app, admin, Role.OPERATOR)
    await session_of(client, oidc, await oidc.a_person(roles=["admin"]))
    answer = await client.post("v1/auth/sign-in", {"email": colleague.email, "password": PASSWORD})
    assert answer.json["user"]["role"] == "operator"
    assert (await refresh(client, cookie_of(answer))).status == 200
