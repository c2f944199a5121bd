"""Snapshots of the data file, and the way back."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy, PartitionKey

from local.cosmos.engine import Engine
from local.cosmos.options import EMULATOR_KEY, Options
from local.cosmos.transport import EngineTransport
from local.cosmos.wire import Response


@pytest.fixture
def engine(tmp_path: Path, options: Options) -> Iterator[Engine]:
    opened = Engine.open(tmp_path / "data.db", options)
    yield opened
    opened.close()


def ask(engine: Engine, method: str, path: str, body: Any = None) -> Response:
    return engine.handle(method, f"/_local/{path}", {}, b"" if body is None else json.dumps(body).encode())


def names(engine: Engine) -> list[str]:
    return [one["name"] for one in json.loads(ask(engine, "GET", "snapshot").body)["snapshots"]]


def ids(wells: ContainerProxy) -> list[str]:
    return sorted(item["id"] for item in wells.read_all_items())


def test_the_data_of_a_snapshot_comes_back(engine: Engine, database: DatabaseProxy, wells: ContainerProxy) -> None:
    for name in "abc":
        wells.create_item({"id": name, "field": "Volve", "n": name})
    assert ask(engine, "POST", "snapshot", {"name": "before"}).status == 200
    wells.delete_item("a", "Volve")
    wells.upsert_item({"id": "b", "field": "Volve", "n": "changed"})
    wells.create_item({"id": "d", "field": "Volve"})
    database.create_container("later", PartitionKey(path="/k"))
    assert ask(engine, "POST", "restore", {"name": "before"}).status == 200
    with CosmosClient("http://again/", EMULATOR_KEY, transport=EngineTransport(engine)) as client:
        again = client.get_database_client("oilfield")
        assert [container["id"] for container in again.list_containers()] == ["wells"]
        restored = again.get_container_client("wells")
        assert ids(restored) == ["a", "b", "c"]
        assert restored.read_item("b", "Volve")["n"] == "b"
        restored.create_item({"id": "e", "field": "Volve"})
        assert ids(restored) == ["a", "b", "c", "e"]


def test_a_kept_result_does_not_outlive_the_data(engine: Engine, wells: ContainerProxy) -> None:
    def pages(token: str | None = None) -> Any:
        query = wells.query_items("SELECT DISTINCT VALUE c.n FROM c", partition_key="Volve", max_item_count=1)
        return query.by_page(token)

    wells.create_item({"id": "a", "field": "Volve", "n": 1})
    ask(engine, "POST", "snapshot", {"name": "one"})
    wells.create_item({"id": "b", "field": "Volve", "n": 2})
    first = pages()
    assert list(next(first)) == [1]
    token = first.continuation_token
    ask(engine, "POST", "restore", {"name": "one"})
    wells.create_item({"id": "b", "field": "Volve", "n": 3})  # the same LSN as before
    assert list(next(pages(token))) == [3]


def test_a_snapshot_is_a_data_file(engine: Engine, wells: ContainerProxy, tmp_path: Path, options: Options) -> None:
    wells.create_item({"id": "a", "field": "Volve"})
    ask(engine, "POST", "snapshot", {"name": "copy"})
    opened = Engine.open(tmp_path / "data.db.copy.snapshot", options)
    try:
        with CosmosClient("http://copy/", EMULATOR_KEY, transport=EngineTransport(opened)) as client:
            assert ids(client.get_database_client("oilfield").get_container_client("wells")) == ["a"]
    finally:
        opened.close()


def test_what_was_restored_is_there_after_a_restart(
    engine: Engine, wells: ContainerProxy, tmp_path: Path, options: Options
) -> None:
    wells.create_item({"id": "a", "field": "Volve"})
    ask(engine, "POST", "snapshot", {"name": "one"})
    wells.create_item({"id": "b", "field": "Volve"})
    ask(engine, "POST", "restore", {"name": "one"})
    engine.close()
    opened = Engine.open(tmp_path / "data.db", options)
    try:
        with CosmosClient("http://again/", EMULATOR_KEY, transport=EngineTransport(opened)) as client:
            assert ids(client.get_database_client("oilfield").get_container_client("wells")) == ["a"]
    finally:
        opened.close()


def test_snapshots_are_listed_replaced_and_dropped(engine: Engine, tmp_path: Path) -> None:
    for name in ("one", "two", "one"):
        assert ask(engine, "POST", "snapshot", {"name": name}).status == 200
    assert sorted(names(engine)) == ["one", "two"]
    assert ask(engine, "DELETE", "snapshot", {"name": "one"}).status == 200
    assert ask(engine, "DELETE", "snapshot", {"name": "one"}).status == 200
    assert names(engine) == ["two"]
    assert sorted(file.name for file in tmp_path.glob("*snapshot*")) == ["data.db.two.snapshot"]


@pytest.mark.parametrize("body", [None, [], {}, {"name": "../x"}, {"name": ""}, {"name": "a.b"}, {"name": "a", "x": 1}])
def test_a_name_that_could_leave_the_folder_is_refused(engine: Engine, body: Any) -> None:
    for method, path in (("POST", "snapshot"), ("POST", "restore"), ("DELETE", "snapshot")):
        assert ask(engine, method, path, body).status == 400


def test_a_snapshot_that_is_not_there(engine: Engine) -> None:
    assert ask(engine, "POST", "restore", {"name": "none"}).status == 404
    assert ask(engine, "PUT", "snapshot", {"name": "none"}).status == 405


def test_another_schema_is_refused(engine: Engine, wells: ContainerProxy, tmp_path: Path) -> None:
    ask(engine, "POST", "snapshot", {"name": "old"})
    file = tmp_path / "data.db.old.snapshot"
    content = bytearray(file.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")  # user_version in the header of the file
    file.write_bytes(content)
    assert ask(engine, "POST", "restore", {"name": "old"}).status == 400
    wells.create_item({"id": "a", "field": "Volve"})


def test_a_server_in_memory_has_no_snapshots(options: Options) -> None:
    opened = Engine.open(":memory:", options)
    try:
        assert ask(opened, "POST", "snapshot", {"name": "one"}).status == 400
        assert names(opened) == []
    finally:
        opened.close()
