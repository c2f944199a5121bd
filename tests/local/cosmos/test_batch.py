"""Transactional batches are all or nothing."""

import json
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, DatabaseProxy, PartitionKey
from azure.cosmos.exceptions import CosmosBatchOperationError, CosmosHttpResponseError


def create(name: str, **more: Any) -> tuple[str, tuple[dict[str, Any]]]:
    return ("create", ({"id": name, "field": "Volve", **more},))


def ids(container: ContainerProxy) -> list[str]:
    return sorted(item["id"] for item in container.read_all_items())


def test_every_kind_of_operation_in_one_batch(wells: ContainerProxy) -> None:
    wells.execute_item_batch([create("a"), create("b", n=1), create("c"), create("d")], "Volve")
    results = wells.execute_item_batch(
        [
            ("upsert", ({"id": "e", "field": "Volve"},)),
            ("replace", ("a", {"id": "a", "field": "Volve", "n": 2})),
            ("patch", ("b", [{"op": "incr", "path": "/n", "value": 4}])),
            ("read", ("c",)),
            ("delete", ("d",)),
        ],
        "Volve",
    )
    assert [result["statusCode"] for result in results] == [201, 200, 200, 200, 204]
    assert results[2]["resourceBody"]["n"] == 5
    assert ids(wells) == ["a", "b", "c", "e"]


def test_a_failing_operation_undoes_the_ones_before(wells: ContainerProxy) -> None:
    wells.create_item({"id": "taken", "field": "Volve"})
    with pytest.raises(CosmosBatchOperationError) as failed:
        wells.execute_item_batch([create("a"), ("delete", ("taken",)), create("a"), create("b")], "Volve")
    assert failed.value.error_index == 2
    assert [one["statusCode"] for one in failed.value.operation_responses] == [424, 424, 409, 424]
    assert ids(wells) == ["taken"]


def test_a_batch_checks_etags(wells: ContainerProxy) -> None:
    first = wells.create_item({"id": "a", "field": "Volve"})
    replacement = {"id": "a", "field": "Volve", "n": 1}
    wells.execute_item_batch([("replace", ("a", replacement), {"if_match_etag": first["_etag"]})], "Volve")
    with pytest.raises(CosmosBatchOperationError) as failed:
        wells.execute_item_batch(
            [create("b"), ("replace", ("a", replacement), {"if_match_etag": first["_etag"]})], "Volve"
        )
    assert failed.value.status_code == 412
    assert ids(wells) == ["a"]


def test_a_batch_is_one_step_of_the_session(wells: ContainerProxy) -> None:
    before = wells.create_item({"id": "a", "field": "Volve"}).get_response_headers()["lsn"]
    answer = wells.execute_item_batch([create("b"), create("c")], "Volve")
    assert int(answer.get_response_headers()["lsn"]) == int(before) + 1
    reading = wells.execute_item_batch([("read", ("a",))], "Volve")
    assert reading.get_response_headers()["lsn"] == answer.get_response_headers()["lsn"]


def test_items_of_another_key_are_refused(wells: ContainerProxy) -> None:
    with pytest.raises(CosmosBatchOperationError) as failed:
        wells.execute_item_batch([create("a"), ("create", ({"id": "b", "field": "Snorre"},))], "Volve")
    assert (failed.value.status_code, failed.value.error_index) == (400, 1)


@pytest.mark.parametrize(
    ("operations", "status", "text"),
    [
        ([], 400, "Batch request has no operations."),
        ([create(str(n)) for n in range(101)], 400, "Batch request has more operations than what is supported."),
        ([create("big", text="x" * 2_200_000)], 413, "Request size is too large"),
    ],
)
def test_the_limits_of_a_batch(wells: ContainerProxy, operations: list[Any], status: int, text: str) -> None:
    with pytest.raises(CosmosHttpResponseError) as refused:
        wells.execute_item_batch(operations, "Volve")
    assert refused.value.status_code == status
    assert text in str(refused.value)
    assert ids(wells) == []


def test_an_incomplete_hierarchical_key_is_refused(pages: ContainerProxy) -> None:
    with pytest.raises(CosmosHttpResponseError) as refused:
        pages.execute_item_batch([("create", ({"id": "1", "organisation": "o", "document": "d"},))], ["o"])
    assert refused.value.status_code == 400
    assert refused.value.sub_status == 1001


@pytest.mark.parametrize(
    "operation",
    [
        {"operationType": "Destroy", "id": "a"}, {"operationType": "Create"}, {"operationType": "Delete"}, 7, {},
        {"operationType": "Create", "resourceBody": "text"}, {"operationType": ["Create"]},
    ],
)  # fmt: skip
def test_a_malformed_operation_fails_the_batch(wells: ContainerProxy, call: Any, operation: Any) -> None:
    body = [{"operationType": "Create", "resourceBody": {"id": "a", "field": "Volve"}}, operation]
    answer = call("POST", "/dbs/oilfield/colls/wells/docs", body, key=["Volve"], x_ms_cosmos_is_batch_request="True")
    assert answer.status == 207
    assert [one["statusCode"] for one in json.loads(answer.body)] == [424, 400]
    assert ids(wells) == []


def test_unique_keys_hold_inside_a_batch(database: DatabaseProxy) -> None:
    people = database.create_container(
        "people", PartitionKey(path="/field"), unique_key_policy={"uniqueKeys": [{"paths": ["/mail"]}]}
    )
    with pytest.raises(CosmosBatchOperationError) as failed:
        people.execute_item_batch([create("a", mail="x"), create("b", mail="x")], "Volve")
    assert failed.value.status_code == 409
    people.execute_item_batch([create("a", mail="x"), ("delete", ("a",)), create("b", mail="x")], "Volve")
    assert ids(people) == ["b"]
