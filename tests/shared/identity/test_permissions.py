import pytest

from shared.errors import Forbidden
from shared.identity.actor import Actor
from shared.identity.permissions import PERMISSIONS, Permission, Role
from shared.identity.policy import requires, signed_in

EXPECTED = {
    #                     admin engineer operator viewer
    "documents:read":    "x     x        x        x",
    "documents:write":   "x     x        x        -",
    "documents:delete":  "x     x        -        -",
    "documents:review":  "x     x        -        -",
    "documents:acknowledge": "x x       x        x",
    "documents:share":   "x     x        -        -",
    "reports:read":    "x     x        x        x",
    "reports:write":   "x     x        x        -",
    "reports:review":  "x     x        -        -",
    "reports:reopen-final": "x -       -        -",
    "reports:plan":    "x     -        -        -",
    "exports:request": "x     x        x        x",
    "exports:schedule": "x    x        -        -",
    "bulk:manage":     "x     -        -        -",
    "document-types:read":  "x x        x        x",
    "document-types:write": "x x        -        -",
    "views:share":     "x     x        -        -",
    "holds:read":      "x     x        -        -",
    "holds:write":     "x     -        -        -",
    "retention:read":  "x     x        -        -",
    "retention:write": "x     -        -        -",
    "organisation:read": "x     x        x        x",
    "organisation:write":"x     -        -        -",
    "sites:read":        "x     x        x        x",
    "sites:write":       "x     -        -        -",
    "users:read":        "x     x        -        -",
    "users:write":       "x     -        -        -",
    "api-keys:read":     "x     -        -        -",
    "api-keys:write":    "x     -        -        -",
    "archives:write":    "x     -        -        -",
}  # fmt: skip


def test_the_table_is_what_was_decided() -> None:
    """Written a second time on purpose: a permission is never given away by a slip in the code."""
    table = {
        permission.value: [("x" if permission in PERMISSIONS[role] else "-") for role in Role]
        for permission in Permission
    }
    assert table == {name: marks.split() for name, marks in EXPECTED.items()}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("permission", list(Permission))
def test_an_actor_may_do_what_the_table_says(role: Role, permission: Permission) -> None:
    actor = Actor("u", "o", role)
    if permission in PERMISSIONS[role]:
        actor.require(permission)
    else:
        with pytest.raises(Forbidden):
            actor.require(permission)


def test_the_scope_of_idempotency_is_the_person() -> None:
    scopes = {Actor(user, organisation, Role.ADMIN).idempotency_scope for user in "ab" for organisation in "xy"}
    assert len(scopes) == 4


@pytest.mark.parametrize(
    ("scope", "site", "seen"),
    [(None, "a", True), (("a",), "a", True), (("a",), "b", False), ((), "a", False), ((), None, True)],
)
def test_a_scope_of_sites_limits_what_is_seen(scope: tuple[str, ...] | None, site: str | None, seen: bool) -> None:
    assert Actor("u", "o", Role.VIEWER, scope).may_see_site(site) is seen


def test_a_policy_says_in_words_whom_it_admits() -> None:
    assert requires(Permission.DOCUMENTS_DELETE).summary == "Needs `documents:delete`: admin, engineer."
    both = requires(Permission.DOCUMENTS_WRITE, Permission.USERS_WRITE)
    assert both.summary == "Needs `documents:write`, `users:write`: admin."
    assert Forbidden in both.errors and Forbidden not in signed_in().errors
    assert both.security == signed_in().security == [{"bearer": []}]
