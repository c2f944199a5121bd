"""Single-use links: one purpose, one address, one use, for a time."""

import asyncio
from dataclasses import replace

import pytest

from local.cosmos.engine import Engine
from shared.app import App
from shared.errors import RequestInProgress
from shared.identity.errors import LinkInvalid
from shared.identity.links import CLAIM, LIFE, Links, Purpose
from shared.kit.ids import new_id
from shared.kit.sealing import Sealer, Unsealable
from tests.conftest import Clock

EMAIL = "olga@demo.example"


async def a_link(app: App, purpose: Purpose = Purpose.INVITATION, *, link_id: str = "", user_id: str = "") -> str:
    return await app.users.correspondence.links.ensure(
        link_id or new_id(), purpose, new_id(), user_id or new_id(), EMAIL
    )


def links(app: App) -> Links:
    return app.users.correspondence.links


async def test_a_letter_that_is_written_again_has_the_same_link(app: App) -> None:
    link_id, user_id = new_id(), new_id()
    first, second = [await a_link(app, link_id=link_id, user_id=user_id) for _ in range(2)]
    assert first == second
    at_once = await asyncio.gather(*(a_link(app, link_id=new_id(), user_id=user_id) for _ in range(4)))
    assert len(set(at_once)) == 4


async def test_two_writers_at_once_write_the_same_link(app: App) -> None:
    link_id, user_id = new_id(), new_id()
    assert len(set(await asyncio.gather(*(a_link(app, link_id=link_id, user_id=user_id) for _ in range(5))))) == 1


async def test_the_secret_is_stored_sealed_only(app: App) -> None:
    token = await a_link(app)
    user_id, link_id, secret = token.split(".")
    item = await app.database.container("sessions").get(link_id, user_id)
    assert secret not in str(item) and EMAIL not in str(item)
    assert item["ttl"] == LIFE[Purpose.INVITATION].total_seconds() + 1


@pytest.mark.parametrize("purpose", list(Purpose))
async def test_it_is_good_for_its_time_and_no_longer(app: App, clock: Clock, purpose: Purpose) -> None:
    link_id, user_id = new_id(), new_id()
    token = await a_link(app, purpose, link_id=link_id, user_id=user_id)
    clock.advance(seconds=LIFE[purpose].total_seconds() - 1)
    await links(app).read(token, purpose)
    clock.advance(seconds=1)
    for use in (links(app).read, links(app).claim):
        with pytest.raises(LinkInvalid):
            await use(token, purpose)
    with pytest.raises(LinkInvalid):  # and a late job does not bring it back
        await a_link(app, purpose, link_id=link_id, user_id=user_id)


async def test_it_serves_no_other_purpose(app: App) -> None:
    for made, asked in ((Purpose.INVITATION, Purpose.PASSWORD_RESET), (Purpose.PASSWORD_RESET, Purpose.INVITATION)):
        token = await a_link(app, made)
        with pytest.raises(LinkInvalid):
            await links(app).read(token, asked)


async def test_only_its_own_secret_opens_it(app: App) -> None:
    token, other = await a_link(app), await a_link(app)
    user_id, link_id, secret = token.split(".")
    foreign = other.split(".")
    wrong = [
        "", ".", "..", "x", secret, f"{user_id}.{link_id}", f"{user_id}.{link_id}.", f"{user_id}.{link_id}.{secret}x",
        f"{user_id}.{link_id}.{foreign[2]}", f"{foreign[0]}.{link_id}.{secret}", f"{user_id}.{foreign[1]}.{secret}",
        f"{user_id}.{link_id}.é", f"../{user_id}.{link_id}.{secret}", f"{link_id}.{user_id}.{secret}",
    ]  # fmt: skip
    for guess in wrong:
        with pytest.raises(LinkInvalid):
            await links(app).read(guess, Purpose.INVITATION)
    await links(app).read(token, Purpose.INVITATION)


async def test_a_session_is_no_link(app: App) -> None:
    opened = await app.identity.service.sessions.begin(new_id(), new_id(), "")
    with pytest.raises(LinkInvalid):
        await links(app).read(opened.token, Purpose.INVITATION)


async def test_of_many_at_once_one_takes_it(app: App) -> None:
    token = await a_link(app)
    outcomes = await asyncio.gather(
        *(links(app).claim(token, Purpose.INVITATION) for _ in range(6)), return_exceptions=True
    )
    taken = [outcome for outcome in outcomes if not isinstance(outcome, BaseException)]
    assert len(taken) == 1
    assert all(isinstance(outcome, RequestInProgress) for outcome in outcomes if outcome is not taken[0])


async def test_a_claim_that_came_to_nothing_ends_by_itself(app: App, clock: Clock) -> None:
    token = await a_link(app)
    await links(app).claim(token, Purpose.INVITATION)
    with pytest.raises(RequestInProgress):
        await links(app).claim(token, Purpose.INVITATION)
    clock.advance(seconds=CLAIM.total_seconds())
    await links(app).claim(token, Purpose.INVITATION)


async def test_released_it_works_at_once(app: App) -> None:
    token = await a_link(app)
    await links(app).release(await links(app).claim(token, Purpose.INVITATION))
    await links(app).claim(token, Purpose.INVITATION)


async def test_spent_it_is_gone_for_good(app: App) -> None:
    link_id, user_id = new_id(), new_id()
    token = await a_link(app, link_id=link_id, user_id=user_id)
    claimed = await links(app).claim(token, Purpose.INVITATION)
    await links(app).spend(claimed)
    await links(app).release(claimed)  # a straggler
    for guess in (token, f"{user_id}.{link_id}."):
        with pytest.raises(LinkInvalid):
            await links(app).read(guess, Purpose.INVITATION)
    with pytest.raises(LinkInvalid):
        await a_link(app, link_id=link_id, user_id=user_id)
    item = await app.database.container("sessions").get(link_id, user_id)
    assert (item["hashed"], item["sealed"]) == ("", "")


async def test_it_goes_with_the_address_it_was_sent_to(app: App) -> None:
    link = await links(app).read(await a_link(app), Purpose.INVITATION)
    links(app).check_addressee(link, EMAIL)
    with pytest.raises(LinkInvalid):
        links(app).check_addressee(link, "olga@other.example")


async def test_a_key_that_was_rotated_out_costs_the_letter_not_the_link(app: App) -> None:
    from cryptography.fernet import Fernet

    link_id, user_id = new_id(), new_id()
    token = await a_link(app, link_id=link_id, user_id=user_id)
    elsewhere = replace(links(app), sealer=Sealer(Fernet.generate_key().decode()))
    with pytest.raises(Unsealable):  # so that the job ends among the failed, and an admin may send another
        await elsewhere.ensure(link_id, Purpose.INVITATION, new_id(), user_id, EMAIL)
    await elsewhere.read(token, Purpose.INVITATION)


async def test_a_lost_answer_loses_no_link(app: App, cosmos_engine: Engine) -> None:
    """The item was stored, its answer was not heard: the SDK asks again and hears that it exists."""
    link_id, user_id = new_id(), new_id()
    cosmos_engine.faults.add(
        {"status": 503, "after": True, "match": {"method": "POST", "kind": "docs", "contains": "sessions"}}
    )
    try:
        token = await a_link(app, link_id=link_id, user_id=user_id)
    except Exception:
        token = await a_link(app, link_id=link_id, user_id=user_id)
    await links(app).read(token, Purpose.INVITATION)
