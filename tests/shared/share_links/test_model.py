"""What a link may be today, and what its token looks like."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.identity.organisation_policies import SharingPolicy
from shared.kit.ids import new_id
from shared.share_links.link import hash_of, new_secret, parts_of, seconds_kept, token_of
from shared.share_links.model import ShareLink

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def a_link(**update: Any) -> ShareLink:
    facts: dict[str, Any] = {
        "id": new_id(),
        "organisation_id": new_id(),
        "created_at": NOW,
        "updated_at": NOW,
        "created_by": new_id(),
        "document_id": new_id(),
        "revision": None,
        "note": "",
        "expires_at": NOW + 10 * DAY,
        "max_uses": None,
        "hashed": hash_of("secret"),
        "password_hash": None,
        "ttl": 1,
    }
    return ShareLink(**{**facts, **update})


def test_a_token_says_where_its_link_is() -> None:
    link, secret = a_link(), new_secret()
    assert parts_of(token_of(link, secret)) == (link.organisation_id, link.id, secret)


@pytest.mark.parametrize("text", ["", "..", "a.b.c", f"{new_id()}.{new_id()}.", f"{new_id()}.{new_id()}.{'x' * 44}"])
def test_anything_else_is_no_token(text: str) -> None:
    assert parts_of(text) is None
    assert parts_of(f"{new_id()}.{new_id()}.{new_secret()}\n") is None


@pytest.mark.parametrize(
    ("own", "allowed", "uses"), [(None, None, None), (3, None, 3), (None, 5, 5), (3, 5, 3), (8, 5, 5)]
)
def test_the_stricter_limit_of_uses_holds(own: int | None, allowed: int | None, uses: int | None) -> None:
    assert a_link(max_uses=own).terms(SharingPolicy(max_uses=allowed)).max_uses == uses


@pytest.mark.parametrize(("allowed", "days"), [(5, 5), (10, 10), (30, 10)])
def test_the_earlier_end_holds(allowed: int, days: int) -> None:
    assert a_link().terms(SharingPolicy(max_days=allowed)).expires_at == NOW + days * DAY


@pytest.mark.parametrize(
    ("update", "at", "state"),
    [
        ({}, NOW, "active"),
        ({}, NOW + 10 * DAY - timedelta(seconds=1), "active"),
        ({}, NOW + 10 * DAY, "expired"),
        ({"max_uses": 2, "uses": 1}, NOW, "active"),
        ({"max_uses": 2, "uses": 2}, NOW, "used_up"),
        ({"revoked_at": NOW, "max_uses": 1, "uses": 1}, NOW + 20 * DAY, "revoked"),
    ],
)
def test_the_state_follows_from_what_happened(update: dict[str, Any], at: datetime, state: str) -> None:
    link = a_link(**update)
    assert link.state(link.terms(SharingPolicy()), at) == state


def test_where_a_password_is_asked_for_a_link_without_one_rests() -> None:
    policy = SharingPolicy(password_required=True)
    bare, guarded = a_link(), a_link(password_hash="$argon2id$")
    assert bare.state(bare.terms(policy), NOW) == "suspended"
    assert guarded.state(guarded.terms(policy), NOW) == "active"


def test_a_revoked_link_holds_no_secret_any_more() -> None:
    revoked = a_link(password_hash="$argon2id$").revoked(NOW)
    assert (revoked.hashed, revoked.password_hash) == ("", None)
    assert not revoked.accepts("") and not revoked.accepts("secret")


def test_what_has_ended_is_kept_for_ninety_days_more() -> None:
    assert seconds_kept(NOW + DAY, NOW) == 91 * 24 * 3600
    assert seconds_kept(NOW - DAY, NOW) == 90 * 24 * 3600


def test_nothing_secret_shows_when_a_link_is_printed() -> None:
    assert "$argon2id$" not in repr(a_link(password_hash="$argon2id$"))
