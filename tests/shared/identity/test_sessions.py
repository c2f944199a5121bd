"""The rules of a refresh family, and its races at their worst moments."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.app import App
from shared.identity.errors import RefreshInProgress, SessionExpired, SessionReused, SessionRevoked
from shared.identity.sessions import GRACE, LIFE, MAX_DEVICE, MAX_RETIRED, Session, Sessions
from shared.kit.ids import new_id

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_session(secret: str = "one", device: str = "Firefox") -> Session:
    return Session.begin(new_id(), new_id(), device, secret, NOW)


def verdict(session: Session, secret: str, now: datetime) -> type[Exception] | None:
    try:
        session.check(secret, now)
    except Exception as error:
        return type(error)
    return None


def test_only_the_current_secret_is_good() -> None:
    session = a_session("one").rotated("two", NOW)
    assert verdict(session, "two", NOW) is None
    assert verdict(session, "one", NOW) is RefreshInProgress
    assert verdict(session, "guess", NOW) is SessionReused
    assert verdict(session, "", NOW) is SessionReused


@pytest.mark.parametrize(
    ("later", "expected"),
    [(GRACE - timedelta(milliseconds=1), RefreshInProgress), (GRACE, SessionReused)],
)
def test_the_grace_counts_from_retirement(later: timedelta, expected: type[Exception]) -> None:
    assert verdict(a_session("one").rotated("two", NOW), "one", NOW + later) is expected


def test_every_secret_retired_a_moment_ago_is_tolerated_and_no_other_is_kept() -> None:
    session = a_session("0")
    for number in range(1, 4):
        session = session.rotated(str(number), NOW + timedelta(seconds=4 * number))
    moment = NOW + timedelta(seconds=12)
    assert [verdict(session, str(number), moment) for number in range(4)] == [
        RefreshInProgress,
        RefreshInProgress,
        RefreshInProgress,
        None,
    ]
    session = session.rotated("4", NOW + timedelta(seconds=60))
    assert len(session.retired) == 1
    assert verdict(session, "2", NOW + timedelta(seconds=60)) is SessionReused


def test_a_storm_of_refreshes_does_not_grow_the_item() -> None:
    session = a_session()
    for number in range(100):
        session = session.rotated(str(number), NOW)
    assert len(session.retired) == MAX_RETIRED


def test_it_ends_after_its_life_and_storage_forgets_it_then() -> None:
    session = a_session("one")
    assert session.ttl == LIFE.total_seconds()
    later = session.rotated("two", NOW + timedelta(days=6))
    assert later.ttl == 24 * 3600
    assert later.updated_at == NOW + timedelta(days=6)
    assert verdict(later, "two", NOW + LIFE) is SessionExpired
    assert verdict(later.ended(NOW), "two", NOW + LIFE) is SessionExpired


def test_revoked_is_revoked_for_every_secret() -> None:
    session = a_session("one").rotated("two", NOW).ended(NOW)
    assert {verdict(session, secret, NOW) for secret in ("one", "two", "guess")} == {SessionRevoked}


def test_a_device_may_call_itself_anything_but_not_at_any_length() -> None:
    assert len(a_session(device="x" * 10_000).device) == MAX_DEVICE


async def test_a_rotation_between_the_thiefs_read_and_the_revocation_saves_nobody(app: App, clock) -> None:
    sessions = Sessions(app.database.container("sessions"), clock)
    stolen = await sessions.begin(new_id(), new_id(), "")
    newest = await sessions.rotate(await found(sessions, stolen.token))
    clock.advance(seconds=GRACE.total_seconds())
    seen_by_the_thief = await found(sessions, stolen.token)
    newest = await sessions.rotate(await found(sessions, newest.token))
    with pytest.raises(SessionReused):
        await sessions.check(seen_by_the_thief, stolen.token)
    with pytest.raises(SessionRevoked):
        await sessions.check(await found(sessions, newest.token), newest.token)


async def test_of_two_rotations_of_one_read_the_second_fails(app: App, clock) -> None:
    sessions = Sessions(app.database.container("sessions"), clock)
    read = await found(sessions, (await sessions.begin(new_id(), new_id(), "")).token)
    await sessions.rotate(read)
    with pytest.raises(RefreshInProgress):
        await sessions.rotate(read)


async def test_a_session_that_ended_meanwhile_is_neither_rotated_nor_revived(app: App, clock) -> None:
    sessions = Sessions(app.database.container("sessions"), clock)
    opened = await sessions.begin(new_id(), new_id(), "")
    read = await found(sessions, opened.token)
    await sessions.end(read)
    await sessions.end(read)
    with pytest.raises(SessionExpired):
        await sessions.rotate(read)
    with pytest.raises(SessionReused):
        await sessions.check(read, f"{read.id}.guess")
    assert await sessions.find(opened.token) is None


async def found(sessions: Sessions, token: str) -> Session:
    session = await sessions.find(token)
    assert session is not None
    return session
