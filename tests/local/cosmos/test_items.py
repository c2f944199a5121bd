"""Point operations through the unmodified SDK."""

import json
from typing import Any

import pytest
from azure.core import MatchConditions
from azure.cosmos import ContainerProxy, DatabaseProxy, PartitionKey
from azure.cosmos.exceptions import (
    CosmosAccessConditionFailedError,
    CosmosHttpResponseError,
    CosmosResourceExistsError,
    CosmosResourceNotFoundError,
)


def a_well(name: str = "A-1", **more: Any) -> dict[str, Any]:
    return {"id": name, "field": "Volve", **more}


def test_a_created_item_reads_back_with_system_properties(wells: ContainerProxy, clock: Any) -> None:
    created = wells.create_item(a_well(depth=3100.5, crew=["ann", "bo"]))
    read = wells.read_item("A-1", "Volve")
    assert read == created
    assert read["depth"] == 3100.5
    assert read["_ts"] == clock.now
    assert read["_self"].startswith(wells.read()["_self"])
    assert read.get_response_headers()["etag"] == read["_etag"]


@pytest.mark.parametrize(
    "text", ["", "\u00e9\u4e2d\U0001f6e2", 'quote " and \\ slash', "\ud800 alone", "line\nbreak\0"]
)
def test_any_text_survives(wells: ContainerProxy, text: str) -> None:
    wells.create_item(a_well(note=text))
    assert wells.read_item("A-1", "Volve")["note"] == text


def test_creating_twice_conflicts_and_keeps_the_first(wells: ContainerProxy) -> None:
    wells.create_item(a_well(n=1))
    with pytest.raises(CosmosResourceExistsError):
        wells.create_item(a_well(n=2))
    assert wells.read_item("A-1", "Volve")["n"] == 1


def test_the_same_id_may_exist_under_another_key(wells: ContainerProxy) -> None:
    wells.create_item(a_well())
    wells.create_item({"id": "A-1", "field": "Snorre"})
    assert wells.read_item("A-1", "Snorre")["field"] == "Snorre"


def test_a_replace_needs_the_current_etag(wells: ContainerProxy) -> None:
    first = wells.create_item(a_well(n=1))
    condition: dict[str, Any] = {"etag": first["_etag"], "match_condition": MatchConditions.IfNotModified}
    second = wells.replace_item("A-1", a_well(n=2), **condition)
    assert second["_etag"] != first["_etag"]
    with pytest.raises(CosmosAccessConditionFailedError):
        wells.replace_item("A-1", a_well(n=3), **condition)
    with pytest.raises(CosmosAccessConditionFailedError):
        wells.delete_item("A-1", "Volve", **condition)
    assert wells.read_item("A-1", "Volve")["n"] == 2


def test_a_replace_may_rename_but_not_onto_another_item(wells: ContainerProxy) -> None:
    wells.create_item(a_well("A-1"))
    wells.create_item(a_well("A-2"))
    wells.replace_item("A-1", a_well("A-3"))
    with pytest.raises(CosmosResourceNotFoundError):
        wells.read_item("A-1", "Volve")
    with pytest.raises(CosmosResourceExistsError):
        wells.replace_item("A-3", a_well("A-2"))


def test_upsert_creates_then_replaces(wells: ContainerProxy, call: Any) -> None:
    path = "/dbs/oilfield/colls/wells/docs"
    first = call("POST", path, a_well(n=1), key=["Volve"], x_ms_documentdb_is_upsert="True")
    second = call("POST", path, a_well(n=2), key=["Volve"], x_ms_documentdb_is_upsert="True")
    assert (first.status, second.status) == (201, 200)
    assert wells.read_item("A-1", "Volve")["n"] == 2


def test_a_deleted_item_is_gone(wells: ContainerProxy) -> None:
    wells.create_item(a_well())
    wells.delete_item("A-1", "Volve")
    for missing in (wells.read_item, wells.delete_item):
        with pytest.raises(CosmosResourceNotFoundError):
            missing("A-1", "Volve")


def test_an_unchanged_item_is_not_sent_again(wells: ContainerProxy, call: Any) -> None:
    etag = wells.create_item(a_well())["_etag"]
    path = "/dbs/oilfield/colls/wells/docs/A-1"
    same = call("GET", path, key=["Volve"], if_none_match=etag)
    assert (same.status, same.body) == (304, b"")
    assert call("GET", path, key=["Volve"], if_none_match='"other"').status == 200


def test_a_write_answers_without_body_when_asked(wells: ContainerProxy, call: Any) -> None:
    answer = call("POST", "/dbs/oilfield/colls/wells/docs", a_well(), key=["Volve"], prefer="return=minimal")
    assert (answer.status, answer.body) == (201, b"")
    assert answer.headers["etag"] == wells.read_item("A-1", "Volve")["_etag"]


def test_the_key_in_the_body_has_to_be_the_key_of_the_request(wells: ContainerProxy, call: Any) -> None:
    answer = call("POST", "/dbs/oilfield/colls/wells/docs", a_well(), key=["Snorre"])
    assert answer.status == 400
    assert answer.headers["x-ms-substatus"] == "1001"
    assert b"doesn't correspond to definition in the collection" in answer.body


@pytest.mark.parametrize(
    "body",
    [
        b"not json", b"[]", b'{"field":"Volve"}', b'{"id":"","field":"Volve"}', b'{"id":7,"field":"Volve"}',
        b'{"id":"a/b","field":"Volve"}', b'{"id":"a","field":"Volve","x":NaN}', b'{"id":"a","field":"Volve","x":1e999}',
        b'{"id":"' + b"n" * 1024 + b'","field":"Volve"}', b"[" * 100_000, b'\xff{"id":"a"}',
    ],
)  # fmt: skip
def test_a_bad_item_is_refused(wells: ContainerProxy, call: Any, body: bytes) -> None:
    assert call("POST", "/dbs/oilfield/colls/wells/docs", body, key=["Volve"]).status == 400


def test_an_item_over_2_mb_is_refused(wells: ContainerProxy) -> None:
    with pytest.raises(CosmosHttpResponseError) as refused:
        wells.create_item(a_well(text="x" * (2 * 1024 * 1024)))
    assert refused.value.status_code == 413


def test_a_request_without_a_key_is_refused(wells: ContainerProxy, call: Any) -> None:
    assert call("GET", "/dbs/oilfield/colls/wells/docs/A-1").status == 400


@pytest.mark.parametrize("key", [None, 7, 7.5, True, "", "\u00e9"])
def test_keys_of_every_type(wells: ContainerProxy, key: Any, call: Any) -> None:
    wells.create_item({"id": "a", "field": key})
    assert call("GET", "/dbs/oilfield/colls/wells/docs/a", key=[key]).status == 200


def test_one_and_one_point_zero_are_the_same_key(wells: ContainerProxy, call: Any) -> None:
    wells.create_item({"id": "a", "field": 1})
    assert call("GET", "/dbs/oilfield/colls/wells/docs/a", key=[1.0]).status == 200


def test_a_missing_key_is_the_undefined_key(wells: ContainerProxy, call: Any) -> None:
    wells.create_item({"id": "a"})
    path = "/dbs/oilfield/colls/wells/docs/a"
    assert [call("GET", path, key=key).status for key in ([{}], [None])] == [200, 404]


def test_a_whole_logical_partition_can_be_deleted(wells: ContainerProxy) -> None:
    for number in range(5):
        wells.create_item(a_well(f"A-{number}"))
    wells.create_item({"id": "B-1", "field": "Snorre"})
    wells.delete_all_items_by_partition_key("Volve")
    assert [item["id"] for item in wells.read_all_items()] == ["B-1"]


def test_a_recreated_container_is_noticed_by_its_old_clients(database: DatabaseProxy, wells: ContainerProxy) -> None:
    wells.create_item(a_well())
    database.delete_container("wells")
    database.create_container("wells", PartitionKey(path="/field"))
    with pytest.raises(CosmosResourceNotFoundError):
        wells.read_item("A-1", "Volve")
    assert wells.create_item(a_well())["id"] == "A-1"


def test_charges_follow_the_published_anchors(wells: ContainerProxy, call: Any) -> None:
    small = call("POST", "/dbs/oilfield/colls/wells/docs", a_well(), key=["Volve"])
    large = call("POST", "/dbs/oilfield/colls/wells/docs", a_well("big", text="x" * 102_100), key=["Volve"])
    path = "/dbs/oilfield/colls/wells/docs"
    charges = [
        float(answer.headers["x-ms-request-charge"])
        for answer in (
            small,
            large,
            call("GET", f"{path}/A-1", key=["Volve"]),
            call("GET", f"{path}/big", key=["Volve"]),
            call("PUT", f"{path}/A-1", a_well(), key=["Volve"]),
        )
    ]
    assert charges == pytest.approx([5, 50, 1, 10, 10], abs=0.5)


def test_an_answer_lets_the_client_keep_its_session(wells: ContainerProxy, call: Any) -> None:
    written = call("POST", "/dbs/oilfield/colls/wells/docs", a_well(), key=["Volve"]).headers
    again = call("PUT", "/dbs/oilfield/colls/wells/docs/A-1", a_well(), key=["Volve"]).headers
    assert int(again["lsn"]) == int(written["lsn"]) + 1
    assert again["x-ms-session-token"] == f"{again['x-ms-documentdb-partitionkeyrangeid']}:-1#{again['lsn']}"
    assert again["x-ms-alt-content-path"] == "dbs/oilfield/colls/wells"


def test_a_session_ahead_of_the_server_is_not_available(wells: ContainerProxy, call: Any) -> None:
    written = call("POST", "/dbs/oilfield/colls/wells/docs", a_well(), key=["Volve"]).headers
    part = written["x-ms-documentdb-partitionkeyrangeid"]
    path = "/dbs/oilfield/colls/wells/docs/A-1"
    ahead = call("GET", path, key=["Volve"], x_ms_session_token=f"{part}:-1#9999")
    assert (ahead.status, ahead.headers["x-ms-substatus"]) == (404, "1002")
    other = 1 - int(part)
    assert call("GET", path, key=["Volve"], x_ms_session_token=f"{other}:-1#9999").status == 200
    assert call("GET", path, key=["Volve"], x_ms_session_token="rubbish").status == 400
    assert json.loads(call("GET", path, key=["Volve"]).body)["id"] == "A-1"
