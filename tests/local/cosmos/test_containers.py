"""Databases, containers, their definitions, throughput and ranges."""

import json
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy, PartitionKey, ThroughputProperties
from azure.cosmos.exceptions import CosmosHttpResponseError, CosmosResourceExistsError, CosmosResourceNotFoundError

from local.cosmos.engine import Engine
from local.cosmos.options import EMULATOR_KEY, Options
from local.cosmos.transport import EngineTransport

BY_ID = {"paths": ["/id"], "kind": "Hash", "version": 2}


def test_databases_come_and_go(client: CosmosClient) -> None:
    database = client.create_database("d")
    with pytest.raises(CosmosResourceExistsError):
        client.create_database("d")
    assert [one["id"] for one in client.list_databases()] == ["d"]
    assert [one["id"] for one in client.query_databases("SELECT * FROM d WHERE d.id = 'd'")] == ["d"]
    database.create_container("c", PartitionKey(path="/id"))
    client.delete_database("d")
    with pytest.raises(CosmosResourceNotFoundError):
        database.get_container_client("c").read()


def test_a_container_shows_its_completed_definition(database: DatabaseProxy) -> None:
    shown = database.create_container("c", PartitionKey(path="/field")).read()
    assert shown["partitionKey"] == {"paths": ["/field"], "kind": "Hash", "version": 2}
    assert shown["indexingPolicy"] == {
        "indexingMode": "consistent",
        "automatic": True,
        "includedPaths": [{"path": "/*"}],
        "excludedPaths": [{"path": '/"_etag"/?'}],
    }
    assert "defaultTtl" not in shown


def test_a_replace_changes_the_policy_and_keeps_the_items(database: DatabaseProxy) -> None:
    container = database.create_container("c", PartitionKey(path="/id"))
    container.create_item({"id": "a"})
    database.replace_container(container, PartitionKey(path="/id"), default_ttl=60)
    assert container.read()["defaultTtl"] == 60
    assert container.read_item("a", "a")["id"] == "a"


@pytest.mark.parametrize(
    "change",
    [
        {"partitionKey": {"paths": ["/other"], "kind": "Hash", "version": 2}},
        {"uniqueKeyPolicy": {"uniqueKeys": [{"paths": ["/mail"]}]}},
        {"id": "renamed"},
    ],
)
def test_what_is_fixed_at_creation_cannot_be_replaced(
    database: DatabaseProxy, call: Any, change: dict[str, Any]
) -> None:
    database.create_container("c", PartitionKey(path="/id"))
    body = {"id": "c", "partitionKey": BY_ID, **change}
    assert call("PUT", "/dbs/oilfield/colls/c", body).status == 400


@pytest.mark.parametrize(
    "definition",
    [
        {"partitionKey": None}, {"partitionKey": {"paths": []}}, {"partitionKey": {"paths": ["id"]}},
        {"partitionKey": {"paths": ["/a", "/b"], "kind": "Hash"}}, {"partitionKey": {"paths": ["/a"], "kind": "Range"}},
        {"partitionKey": {"paths": ["/a", "/b", "/c", "/d"], "kind": "MultiHash", "version": 2}},
        {"partitionKey": {"paths": ["/a//b"]}}, {"partitionKey": {"paths": ['/"a']}}, {"partitionKey": {"paths": ["/a"], "version": 3}},
        {"defaultTtl": 0}, {"defaultTtl": -2}, {"defaultTtl": "x"}, {"defaultTtl": True},
        {"indexingPolicy": {"indexingMode": "eager"}}, {"indexingPolicy": 7},
        {"indexingPolicy": {"includedPaths": [{"path": "x"}]}}, {"indexingPolicy": {"excludedPaths": {}}},
        {"indexingPolicy": {"compositeIndexes": [[{"path": "/a"}]]}},
        {"indexingPolicy": {"compositeIndexes": [[{"path": "/a", "order": "up"}, {"path": "/b"}]]}},
        {"indexingPolicy": {"vectorIndexes": [{"path": "/v"}]}}, {"vectorEmbeddingPolicy": {"vectorEmbeddings": []}},
        {"uniqueKeyPolicy": {"uniqueKeys": [{"paths": []}]}}, {"uniqueKeyPolicy": {"uniqueKeys": 1}},
        {"computedProperties": {}}, {"computedProperties": [{"name": "a"}]},
        {"computedProperties": [{"name": "a", "query": "SELECT nonsense"}]},
        {"id": ""}, {"id": "a/b"}, {"id": "x" * 255}, {"id": None}, {"id": "line\nbreak"},
    ],
)  # fmt: skip
def test_a_bad_definition_is_refused(database: DatabaseProxy, call: Any, definition: dict[str, Any]) -> None:
    body = {"id": "c", "partitionKey": BY_ID, **definition}
    assert call("POST", "/dbs/oilfield/colls", body).status == 400


def test_a_missing_parent_is_named(call: Any, database: DatabaseProxy) -> None:
    for path in ("/dbs/nowhere/colls/c", "/dbs/oilfield/colls/nowhere/docs/a", "/dbs/oilfield/colls/nowhere/pkranges"):
        answer = call("GET", path, key=["x"])
        assert (answer.status, answer.headers["x-ms-substatus"]) == (404, "1003")
    assert "x-ms-substatus" not in call("GET", "/dbs/oilfield/colls/nowhere").headers


@pytest.mark.parametrize("kind", ["users", "permissions"])
def test_what_is_not_served_is_said_so(call: Any, database: DatabaseProxy, kind: str, message: Any) -> None:
    answer = call("GET", f"/dbs/oilfield/{kind}")
    assert answer.status == 501
    assert "not supported by the local Cosmos server" in message(answer)


def test_stored_procedures_are_not_served(call: Any, wells: ContainerProxy) -> None:
    assert call("POST", "/dbs/oilfield/colls/wells/sprocs", {"id": "s"}).status == 501


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", "/dbs/oilfield"), ("DELETE", "/dbs"), ("PATCH", "/dbs/oilfield/colls/wells")]
)
def test_a_wrong_method_is_refused(call: Any, wells: ContainerProxy, method: str, path: str) -> None:
    assert call(method, path, {}).status == 405


def test_throughput_is_kept_and_replaced(database: DatabaseProxy) -> None:
    container = database.create_container("c", PartitionKey(path="/id"), offer_throughput=500)
    assert container.get_throughput().offer_throughput == 500
    container.replace_throughput(700)
    assert container.get_throughput().offer_throughput == 700
    scaled = database.create_container(
        "s", PartitionKey(path="/id"), offer_throughput=ThroughputProperties(auto_scale_max_throughput=4000)
    )
    assert scaled.get_throughput().auto_scale_max_throughput == 4000
    with pytest.raises(CosmosHttpResponseError) as refused:
        container.replace_throughput(100)
    assert refused.value.status_code == 400


def test_ranges_follow_throughput(client: CosmosClient) -> None:
    database = client.create_database("d")
    counts = []
    for throughput in (400, 10_000, 30_000, 100_000):
        container = database.create_container(f"c{throughput}", PartitionKey(path="/id"), offer_throughput=throughput)
        counts.append(len(list(container.read_feed_ranges())))
    assert counts == [2, 2, 3, 10]  # at least the two this engine was opened with


def test_ranges_are_given_once_then_not_modified(call: Any, wells: ContainerProxy) -> None:
    path = "/dbs/oilfield/colls/wells/pkranges"
    first = call("GET", path, a_im="Incremental feed")
    ranges = json.loads(first.body)["PartitionKeyRanges"]
    assert [(one["minInclusive"], one["maxExclusive"]) for one in ranges] == [("", "2000"), ("2000", "FF")]
    again = call("GET", path, a_im="Incremental feed", if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")


def test_a_serverless_account_knows_no_throughput(clock: Any, url: str) -> None:
    engine = Engine.open(":memory:", Options(serverless=True, clock=clock))
    with CosmosClient(url, EMULATOR_KEY, transport=EngineTransport(engine)) as client:
        database = client.create_database("d")
        container = database.create_container("c", PartitionKey(path="/id"))
        for refused in (
            lambda: database.create_container("e", PartitionKey(path="/id"), offer_throughput=400),
            container.get_throughput,
        ):
            with pytest.raises(CosmosHttpResponseError) as error:
                refused()
            assert error.value.status_code == 400
            assert "not supported for serverless accounts" in str(error.value)
        assert len(list(container.read_feed_ranges())) == 1
    engine.close()


def test_statistics_and_quota_on_request(call: Any, wells: ContainerProxy) -> None:
    wells.create_item({"id": "a", "field": "Volve"})
    answer = call(
        "GET",
        "/dbs/oilfield/colls/wells",
        x_ms_documentdb_populatequotainfo="True",
        x_ms_documentdb_populatepartitionstatistics="True",
    )
    assert sum(one["documentCount"] for one in json.loads(answer.body)["statistics"]) == 1
    assert "documentsCount=1;" in answer.headers["x-ms-resource-usage"]
