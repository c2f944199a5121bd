"""Killing the server loses nothing it has acknowledged and tears no batch apart."""

import threading
from pathlib import Path

import pytest
from azure.core.exceptions import AzureError
from azure.cosmos import ContainerProxy, CosmosClient, PartitionKey

from local.cosmos.options import EMULATOR_KEY
from tests.local.cosmos.serving import start

KILLS = 5
WRITES_BEFORE_KILL = 40
BATCH = 3


def write_until_it_dies(container: ContainerProxy, run: int, acknowledged: list[str], enough: threading.Event) -> None:
    """Single items and batches in turn; a name is noted only when the server said yes."""
    number = 0
    while True:
        name = f"{run:02}-{number:05}"
        try:
            if number % 2:
                container.create_item({"id": name, "field": "Volve"}, retry_write=0)
            else:
                container.execute_item_batch(
                    [("create", ({"id": f"{name}-{part}", "field": "Volve"},)) for part in range(BATCH)], "Volve"
                )
        except AzureError:
            enough.set()
            return
        acknowledged.append(name)
        number += 1
        if number >= WRITES_BEFORE_KILL:
            enough.set()


@pytest.mark.slow
def test_every_acknowledged_write_survives_sigkill(tmp_path: Path) -> None:
    db = tmp_path / "data.db"
    acknowledged: list[str] = []
    for run in range(KILLS):
        server = start(db)
        with CosmosClient(server.url, EMULATOR_KEY) as client:
            database = client.create_database_if_not_exists("d")
            container = database.create_container_if_not_exists("wells", PartitionKey(path="/field"))
            enough = threading.Event()
            writer = threading.Thread(target=write_until_it_dies, args=(container, run, acknowledged, enough))
            writer.start()
            assert enough.wait(60)
            server.kill()  # in the middle of whatever the writer is doing
            writer.join(60)
            assert not writer.is_alive()
        assert server.process.stdout is not None
        server.process.stdout.close()
    server = start(db)
    with CosmosClient(server.url, EMULATOR_KEY) as client:
        container = client.get_database_client("d").get_container_client("wells")
        stored = set(container.query_items("SELECT VALUE c.id FROM c", partition_key="Volve"))
        lsns = [item["_lsn"] for item in container.query_items_change_feed(start_time="Beginning")]
    server.kill()
    server.process.communicate()
    singles = {name for name in acknowledged if int(name[3:]) % 2}
    batches = {f"{name}-{part}" for name in acknowledged if not int(name[3:]) % 2 for part in range(BATCH)}
    assert len(acknowledged) >= KILLS * WRITES_BEFORE_KILL
    assert singles | batches <= stored
    torn = [name for name in stored if name.count("-") == 2 and f"{name[:-1]}{BATCH - 1}" not in stored]
    assert torn == []
    assert lsns == sorted(lsns)
