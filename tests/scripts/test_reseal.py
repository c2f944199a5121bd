"""After this, the old protection key is needed by nothing that is stored."""

import pytest
from cryptography.fernet import Fernet

from scripts.reseal import CONTAINERS, FIELD, reseal, reseal_everything
from shared.app import App
from shared.errors import StaleVersion
from shared.kit.cosmos import Container, Item
from shared.kit.ids import new_id
from shared.kit.sealing import Sealer
from tests.settings import PROTECTION_KEY

OLD, NEW, FOREIGN = PROTECTION_KEY, *(Fernet.generate_key().decode() for _ in range(2))
ROTATING, AFTER = Sealer(f"{NEW},{OLD}"), Sealer(NEW)


async def an_item(container: Container, sealer: Sealer) -> Item:
    """With a secret at the top and others inside."""
    name = new_id()
    inside = [{FIELD: sealer.seal("second")}, {"other": 1}]
    return await container.create({"id": name, FIELD: sealer.seal("first"), "factors": inside, "counts": [1, 2]})


@pytest.fixture
async def container(app: App) -> Container:
    """What earlier tests sealed is out of the way."""
    container = app.database.container("identities")
    await reseal(container, ROTATING)
    return container


async def test_every_secret_opens_with_the_new_key_alone(container: Container) -> None:
    item = await an_item(container, Sealer(OLD))
    outcome = await reseal(container, ROTATING)
    assert (outcome.renewed, outcome.busy) == (1, 0)
    stored = await container.get(item["id"], item["id"])
    assert AFTER.open(stored[FIELD]) == "first"
    assert AFTER.open(stored["factors"][0][FIELD]) == "second"
    assert (stored["factors"][1], stored["counts"]) == ({"other": 1}, [1, 2])


async def test_running_it_again_changes_nothing(container: Container) -> None:
    item = await an_item(container, Sealer(OLD))
    await reseal(container, ROTATING)
    before = await container.get(item["id"], item["id"])
    assert (await reseal(container, ROTATING)).renewed == 0
    assert await container.get(item["id"], item["id"]) == before


async def test_what_no_key_opens_is_counted_and_left_as_it_is(container: Container) -> None:
    known = (await reseal(container, ROTATING)).lost
    item = await an_item(container, Sealer(FOREIGN))
    outcome = await reseal(container, ROTATING)
    assert outcome.lost == known + 1
    assert not outcome.is_done
    assert await container.get(item["id"], item["id"]) == item
    await container.delete(item["id"], item["id"])


async def test_a_link_that_was_used_holds_no_secret_any_more_and_holds_up_nothing(container: Container) -> None:
    item = await container.create({"id": new_id(), FIELD: ""})
    outcome = await reseal(container, ROTATING)
    assert (outcome.renewed, outcome.is_done) == (0, True)
    assert await container.get(item["id"], item["id"]) == item


async def test_who_writes_at_the_same_moment_wins(
    container: Container, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = await an_item(container, Sealer(OLD))
    replace = Container.replace

    async def too_late(self: Container, changed: Item, etag: str) -> Item:
        await self.upsert({**item, "note": "from elsewhere"})
        return await replace(self, changed, etag)

    with monkeypatch.context() as patched:
        patched.setattr(Container, "replace", too_late)
        outcome = await reseal(container, ROTATING)
    assert (outcome.renewed, outcome.busy, outcome.is_done) == (0, 1, False)
    assert (await container.get(item["id"], item["id"]))["note"] == "from elsewhere"
    assert (await reseal(container, ROTATING)).renewed == 1
    with pytest.raises(StaleVersion):
        await container.replace(item, item["_etag"])


async def test_it_says_what_is_left_to_do(container: Container, app: App, capsys: pytest.CaptureFixture[str]) -> None:
    await an_item(container, Sealer(OLD))
    await reseal_everything(app.database, ROTATING)
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in said] == list(CONTAINERS)
    assert said[0].startswith("identities: 1 sealed anew, 0 to be tried again")
