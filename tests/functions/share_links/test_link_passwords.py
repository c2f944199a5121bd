"""Links with a password: wrong ones are counted by link and place, and cost no use."""

import asyncio

import pytest

from shared.app import App
from shared.identity.passwords import Passwords
from shared.identity.throttle import ALLOWANCES, Attempt
from tests.api_client import ApiClient
from tests.conftest import Clock
from tests.documents import items_of
from tests.share_links import a_sharing

PASSWORD = "on paper only"
GUESSES = ALLOWANCES[Attempt.SHARE_LINK_PASSWORD].per_account_and_place


async def test_the_password_is_asked_for(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(password=PASSWORD, maxUses=1)
    for wrong in (None, "On paper only", f" {PASSWORD}"):
        answer = await sharing.download(made["token"], wrong)
        assert (answer.status, answer.code, answer.fields) == (422, "link_password_wrong", {"password"})
    assert await sharing.uses(made["id"]) == 0
    assert (await sharing.download(made["token"], PASSWORD)).status == 200


async def test_where_there_is_none_any_will_do(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create()
    assert (await sharing.download(made["token"], "whatever")).status == 200


async def test_guessing_is_stopped_before_anything_is_computed(
    client: ApiClient, app: App, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(password=PASSWORD)
    verified = 0
    verify = Passwords.verify

    async def counting(self: Passwords, hashed: str | None, password: str) -> bool:
        nonlocal verified
        verified += 1
        return await verify(self, hashed, password)

    monkeypatch.setattr(Passwords, "verify", counting)
    answers = await asyncio.gather(*(sharing.download(made["token"], f"guess {n}") for n in range(GUESSES + 3)))
    assert sorted(answer.status for answer in answers) == [422] * GUESSES + [429] * 3
    assert verified == GUESSES
    assert (await sharing.download(made["token"], PASSWORD)).status == 429
    assert (await sharing.download(made["token"], PASSWORD, "198.51.100.1")).status == 200
    clock.advance(seconds=61)
    assert (await sharing.download(made["token"], PASSWORD)).status == 200


async def test_somebody_elses_guesses_at_another_link_do_not_count(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    guessed, other = await sharing.create(password=PASSWORD), await sharing.create(password=PASSWORD)
    for number in range(GUESSES):
        await sharing.download(guessed["token"], f"guess {number}")
    assert (await sharing.download(other["token"], PASSWORD)).status == 200


async def test_wrong_passwords_are_in_the_log_without_being_uses(client: ApiClient, app: App) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(password=PASSWORD)
    await sharing.download(made["token"], "guess")
    items = await items_of(app, sharing.owner.organisation_id)
    assert [item["outcome"] for item in items if item["kind"] == "shareUse"] == ["password_wrong"]
    assert [item for item in items if item.get("type") == "share_link.used"] == []


async def test_no_password_is_computed_for_a_link_that_does_not_work(
    client: ApiClient, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    sharing = await a_sharing(client, app)
    made = await sharing.create(password=PASSWORD)
    await sharing.caller.delete(sharing.path)

    async def never(*_: object) -> bool:
        raise AssertionError("hashed for nothing")

    monkeypatch.setattr(Passwords, "verify", never)
    assert (await sharing.download(made["token"], PASSWORD)).code == "link_invalid"
