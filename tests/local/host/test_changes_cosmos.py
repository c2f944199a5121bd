"""The change-feed trigger against the Cosmos server of the local stack."""

import base64
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy, PartitionKey
from azure.cosmos.exceptions import CosmosResourceNotFoundError

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
        held = leases(database)
        assert len(held) == 2
        assert all(lease["id"].startswith("on_changes-") and lease["Owner"] for lease in held)
    assert {lease["Owner"] for lease in leases(database)} == {None}
    assert all(lease["ContinuationToken"] for lease in leases(database))


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


def leases(database: DatabaseProxy) -> list[dict[str, Any]]:
    container = database.get_container_client("leases")
    try:
        found = list(container.query_items("SELECT * FROM c", enable_cross_partition_query=True))
    except CosmosResourceNotFoundError:
        return []  # the host has yet to make the container
    return [lease for lease in found if not lease["id"].endswith(".info")]


def split(cosmos: str, database: DatabaseProxy) -> None:
    """Cut the fullest range of `things` in two."""
    url = cosmos.partition("AccountEndpoint=")[2].partition(";")[0]
    response = httpx.post(f"{url}_local/split", json={"db": database.id, "coll": "things"})
    assert response.is_success, response.text


def test_a_range_that_is_split_loses_nothing_and_gets_a_lease_per_part(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    add(things, *range(20))
    with hosting(tmp_path, "--no-reload", **settings(cosmos, database)) as host:
        until_delivered(host, 20)
        split(cosmos, database)
        add(things, *range(20, 40))
        wait_for("a lease per range", lambda: len(leases(database)) == 3)
        split(cosmos, database)
        add(things, *range(40, 60))
        wait_for("a lease per range", lambda: len(leases(database)) == 4)
        until_delivered(host, 60)
        wait_for("an owner of every lease", lambda: all(lease["Owner"] for lease in leases(database)))
        ids = delivered(host)
    assert sorted(ids, key=int) == [str(number) for number in range(60)]
    for group in range(5):
        of_group = [int(one) for one in ids if int(one) % 5 == group]
        assert of_group == sorted(of_group)


def test_changes_made_around_a_split_wait_for_the_next_start(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    records = tmp_path / "record.jsonl"
    add(things, *range(5))
    with hosting(tmp_path, "--no-reload", records=records, **settings(cosmos, database)) as host:
        until_delivered(host, 5)
    add(things, *range(5, 10))
    split(cosmos, database)
    add(things, *range(10, 15))
    with hosting(tmp_path, "--no-reload", records=records, **settings(cosmos, database)) as host:
        ids = until_delivered(host, 15)
    assert sorted(ids, key=int) == [str(number) for number in range(15)]


def test_two_hosts_share_the_ranges_and_one_takes_over(
    tmp_path: Path, cosmos: str, database: DatabaseProxy, things: ContainerProxy
) -> None:
    around = {**settings(cosmos, database), "LEASE_INTERVAL": "300"}

    def owners() -> set[str]:
        return {lease["Owner"] for lease in leases(database)} - {None}

    with hosting(tmp_path, "--no-reload", **around) as first:
        wait_for("an owner", lambda: len(owners()) == 1 and len(leases(database)) == 2)
        with hosting(tmp_path, "--no-reload", **around) as second:
            wait_for("a second owner", lambda: len(owners()) == 2)
            add(things, *range(20))
            wait_for("changes here", lambda: delivered(first))
            wait_for("changes there", lambda: delivered(second))
            wait_for("all changes", lambda: len({*delivered(first), *delivered(second)}) == 20)
        add(things, *range(20, 30))
        wait_for("the rest", lambda: set(delivered(first)) >= {str(number) for number in range(20, 30)})


def test_46_the_server_may_go_away(tmp_path: Path) -> None:
    port = free_port()
    setting = {"COSMOS": f"AccountEndpoint=http://127.0.0.1:{port}/;AccountKey={KEY};", "DATABASE": "db"}
    with hosting(tmp_path, "--no-reload", **setting) as host:
        host.wait_for_line("The listener for function 'Functions.on_changes' was unable to start")
        assert host.stop() < 10
