"""The change-feed trigger against the Cosmos server of the local stack."""

import base64
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy, PartitionKey

from tests.local.host.hosting import PATIENCE, ROOT, Host, free_port, hosting, listens, wait_for

KEY = base64.b64encode(b"0" * 64).decode()
pytestmark = pytest.mark.whitebox(
    "the real trigger talks to replicas directly, which the local Cosmos server does not have"
)


@pytest.fixture(scope="module")
def cosmos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The connection string of a Cosmos server with two partition ranges per container."""
    folder, port = tmp_path_factory.mktemp("cosmos"), free_port()
    command = [
        sys.executable,
        "-m",
        "local.cosmos",
        "--db",
        str(folder / "data.db"),
        "--port",
        str(port),
        "--key",
        KEY,
        "--ranges",
        "2",
    ]
    with (folder / "cosmos.log").open("ab") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    wait_for("the Cosmos server", lambda: listens(port))
    yield f"AccountEndpoint=http://127.0.0.1:{port}/;AccountKey={KEY};"
    process.terminate()
    process.wait(PATIENCE)


@pytest.fixture
def database(cosmos: str) -> Iterator[DatabaseProxy]:
    with CosmosClient.from_connection_string(cosmos) as client:
        found = client.create_database(f"db-{uuid.uuid4().hex[:8]}")
        found.create_container("things", PartitionKey("/group"))
        yield found


@pytest.fixture
def things(database: DatabaseProxy) -> ContainerProxy:
    return database.get_container_client("things")


def add(things: ContainerProxy, *numbers: int) -> None:
    for number in numbers:
        things.create_item({"id": str(number), "group": f"g{number % 5}"})


def delivered(host: Host) -> list[str]:
    return [one for line in host.recorded("on_changes_done") for one in line["ids"]]


def until_delivered(host: Host, count: int) -> list[str]:
    wait_for(f"{count} changes", lambda: len(set(delivered(host))) >= count)
    return delivered(host)


def settings(cosmos: str, database: DatabaseProxy, **more: str) -> dict[str, Any]:
    return {"COSMOS": cosmos, "DATABASE": database.id} | more


def test_changes_of_every_range_arrive_once_and_in_order(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    add(things, *range(10))
    with hosting(tmp_path, "--no-reload", **settings(cosmos, database)) as host:
        until_delivered(host, 10)
        add(things, *range(10, 20))
        ids = until_delivered(host, 20)
    assert sorted(ids, key=int) == [str(number) for number in range(20)]
    for group in range(5):
        of_group = [int(one) for one in ids if int(one) % 5 == group]
        assert of_group == sorted(of_group)
    batches = host.recorded("on_changes")
    assert max(len(batch["ids"]) for batch in batches) <= 3
    assert {tuple(batch["kinds"]) for batch in batches} == {("DocumentList", "Document")}


def test_leases_are_documents_per_feed_range(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    add(things, *range(10))
    with hosting(tmp_path, "--no-reload", **settings(cosmos, database)) as host:
        until_delivered(host, 10)
        leases = list(
            database.get_container_client("leases").query_items("SELECT * FROM c", enable_cross_partition_query=True)
        )
        held = [lease for lease in leases if not lease["id"].endswith(".info")]
        assert len(held) == 2
        assert all(lease["id"].startswith("on_changes-") and lease["Owner"] for lease in held)
    leases = list(
        database.get_container_client("leases").query_items("SELECT * FROM c", enable_cross_partition_query=True)
    )
    assert {lease["Owner"] for lease in leases} == {None}
    assert sum(lease["ContinuationToken"] is not None for lease in leases) == 2


def test_a_restart_goes_on_where_it_stopped(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    records = tmp_path / "record.jsonl"
    add(things, 1, 2, 3)
    with hosting(tmp_path, "--no-reload", records=records, **settings(cosmos, database)) as host:
        until_delivered(host, 3)
    add(things, 4, 5)
    with hosting(tmp_path, "--no-reload", records=records, **settings(cosmos, database)) as host:
        ids = until_delivered(host, 5)
    assert sorted(ids) == ["1", "2", "3", "4", "5"]


def test_a_failing_batch_comes_again(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    (switch := tmp_path / "record.fail").touch()
    records = tmp_path / "record.jsonl"
    add(things, 1)
    with hosting(tmp_path, "--no-reload", records=records, **settings(cosmos, database)) as host:
        host.wait_for_record("on_changes", 3)
        assert delivered(host) == []
        switch.unlink()
        assert until_delivered(host, 1) == ["1"]


def test_a_killed_worker_loses_nothing(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    with hosting(tmp_path, "--no-reload", **settings(cosmos, database, SLOW_CHANGES="0.2")) as host:
        add(things, *range(12))
        host.wait_for_record("on_changes_done")
        host.kill_worker()
        ids = until_delivered(host, 12)
    assert set(ids) == {str(number) for number in range(12)}


def test_a_container_may_come_later(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    database.delete_container("things")
    with hosting(tmp_path, "--no-reload", **settings(cosmos, database)) as host:
        host.wait_for_line("The listener for function 'Functions.on_changes' was unable to start")
        add(database.create_container("things", PartitionKey("/group")), 7)
        assert until_delivered(host, 1) == ["7"]


def test_46_the_server_may_go_away(tmp_path: Path) -> None:
    port = free_port()
    setting = {"COSMOS": f"AccountEndpoint=http://127.0.0.1:{port}/;AccountKey={KEY};", "DATABASE": "db"}
    with hosting(tmp_path, "--no-reload", **setting) as host:
        host.wait_for_line("The listener for function 'Functions.on_changes' was unable to start")
        assert host.stop() < 10
