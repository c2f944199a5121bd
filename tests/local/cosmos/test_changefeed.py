"""The change feed: the latest version of each item, in order, at least once."""

from datetime import UTC, datetime
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, DatabaseProxy, PartitionKey
from azure.cosmos.aio import CosmosClient as AsyncCosmosClient

DOCS = "/dbs/oilfield/colls/wells/docs"


def drain(feed: Any) -> list[str]:
    return [item["id"] for item in feed]


def a_well(name: str, field: str = "Volve", **more: Any) -> dict[str, Any]:
    return {"id": name, "field": field, **more}


def test_from_the_beginning_comes_every_item_once(wells: ContainerProxy) -> None:
    for number in range(25):
        wells.create_item(a_well(f"{number}", f"field {number % 5}"))
    feed = wells.query_items_change_feed(start_time="Beginning", max_item_count=4)
    assert sorted(drain(feed), key=int) == [f"{n}" for n in range(25)]


def test_a_change_comes_after_what_was_read_and_only_in_its_latest_version(wells: ContainerProxy) -> None:
    for name in ("a", "b", "c"):
        wells.create_item(a_well(name))
    feed = wells.query_items_change_feed(start_time="Beginning", partition_key="Volve")
    assert drain(feed) == ["a", "b", "c"]
    token = wells.client_connection.last_response_headers["etag"]
    assert drain(wells.query_items_change_feed(continuation=token)) == []
    wells.upsert_item(a_well("a", n=1))
    wells.upsert_item(a_well("b", n=1))
    wells.upsert_item(a_well("a", n=2))
    wells.delete_item("c", "Volve")
    changes = list(wells.query_items_change_feed(continuation=token))
    assert [(item["id"], item["n"]) for item in changes] == [("b", 1), ("a", 2)]
    assert [item["_lsn"] for item in changes] == sorted(item["_lsn"] for item in changes)


def test_from_now_on_comes_only_what_follows(wells: ContainerProxy) -> None:
    wells.create_item(a_well("old"))
    feed = wells.query_items_change_feed(start_time="Now", partition_key="Volve")
    assert drain(feed) == []
    token = wells.client_connection.last_response_headers["etag"]
    wells.create_item(a_well("new"))
    assert drain(wells.query_items_change_feed(continuation=token)) == ["new"]


def test_from_a_time_on_comes_what_changed_since(wells: ContainerProxy, clock: Any) -> None:
    wells.create_item(a_well("old"))
    clock.now += 60
    wells.create_item(a_well("new"))
    since = datetime.fromtimestamp(clock.now, UTC)
    assert drain(wells.query_items_change_feed(start_time=since)) == ["new"]


def test_a_feed_range_gives_its_share(wells: ContainerProxy) -> None:
    for number in range(20):
        wells.create_item(a_well(f"{number}", f"field {number}"))
    shares = [
        drain(wells.query_items_change_feed(feed_range=one, start_time="Beginning")) for one in wells.read_feed_ranges()
    ]
    assert len(shares) == 2 and all(shares)
    assert sorted(shares[0] + shares[1], key=int) == [f"{n}" for n in range(20)]


def test_a_page_never_tears_a_batch(wells: ContainerProxy, call: Any) -> None:
    wells.create_item(a_well("first"))
    written = wells.execute_item_batch([("create", (a_well(f"b{n}"),)) for n in range(5)], "Volve")
    part = written.get_response_headers()["x-ms-documentdb-partitionkeyrangeid"]
    headers = {"a_im": "Incremental Feed", "x_ms_documentdb_partitionkeyrangeid": part, "x_ms_max_item_count": "3"}
    page = call("GET", DOCS, **headers)
    assert page.headers["x-ms-item-count"] == "6"
    after = call("GET", DOCS, **headers, if_none_match=page.headers["etag"])
    assert (after.status, after.body, after.headers["etag"]) == (304, b"", page.headers["etag"])


def test_expired_items_leave_the_feed(database: DatabaseProxy, clock: Any) -> None:
    container = database.create_container("brief", PartitionKey(path="/field"), default_ttl=10)
    container.create_item(a_well("a"))
    container.create_item(a_well("b", ttl=-1))
    clock.now += 10
    assert drain(container.query_items_change_feed(start_time="Beginning", partition_key="Volve")) == ["b"]


async def test_the_asynchronous_client_reads_it_too(async_client: AsyncCosmosClient) -> None:
    database = await async_client.create_database("async")
    container = await database.create_container("wells", PartitionKey(path="/field"))
    for name in ("a", "b"):
        await container.create_item(a_well(name))
    feed = container.query_items_change_feed(start_time="Beginning", partition_key="Volve")
    assert [item["id"] async for item in feed] == ["a", "b"]


@pytest.mark.parametrize(
    "headers",
    [
        {"a_im": "Full-Fidelity Feed", "x_ms_documentdb_partitionkeyrangeid": "0"},
        {"a_im": "Incremental Feed"},
        {"a_im": "Incremental Feed", "x_ms_documentdb_partitionkeyrangeid": "0", "if_none_match": '"rubbish"'},
        {"a_im": "Incremental Feed", "x_ms_documentdb_partitionkeyrangeid": "0", "if_modified_since": "yesterday"},
    ],
)
def test_what_it_does_not_serve_is_refused(wells: ContainerProxy, call: Any, headers: dict[str, str]) -> None:
    assert call("GET", DOCS, **headers).status == 400


def test_a_range_that_does_not_exist_is_gone(wells: ContainerProxy, call: Any) -> None:
    answer = call("GET", DOCS, a_im="Incremental Feed", x_ms_documentdb_partitionkeyrangeid="7")
    assert (answer.status, answer.headers["x-ms-substatus"]) == (410, "1002")
