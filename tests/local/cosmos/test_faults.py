"""Injected faults: what the client does with them is the SDK's own behaviour."""

import json
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from azure.core.exceptions import AzureError, ServiceResponseError
from azure.cosmos import ContainerProxy, CosmosClient, PartitionKey
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine
from local.cosmos.options import EMULATOR_KEY
from tests.local.cosmos.serving import serving


@pytest.fixture(params=["in process", "http"])
def stand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[ContainerProxy, Any]]:
    """A container and a way to ask for faults, over both transports."""
    if request.param == "in process":
        engine: Engine = request.getfixturevalue("engine")
        wells = request.getfixturevalue("wells")
        yield wells, engine.faults.add
        return
    with serving(tmp_path / "data.db") as server, CosmosClient(server.url, EMULATOR_KEY, read_timeout=1) as client:
        wells = client.create_database("oilfield").create_container("wells", PartitionKey(path="/field"))
        yield wells, lambda fault: inject(server.url, fault)


def inject(url: str, fault: dict[str, Any]) -> None:
    request = urllib.request.Request(f"{url}_local/faults", json.dumps(fault).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 200


def test_throttling_is_retried_by_the_client(stand: Any) -> None:
    wells, fault = stand
    fault({"status": 429, "retryAfterMs": 1, "times": 3, "match": {"kind": "docs", "method": "POST"}})
    assert wells.create_item({"id": "a", "field": "Volve"})["id"] == "a"


def test_retry_with_reaches_the_caller(stand: Any) -> None:
    wells, fault = stand
    fault({"status": 449, "match": {"kind": "docs"}})
    with pytest.raises(CosmosHttpResponseError) as error:
        wells.create_item({"id": "a", "field": "Volve"})
    assert error.value.status_code == 449
    wells.create_item({"id": "a", "field": "Volve"})


def test_an_accepted_write_can_lose_its_answer(stand: Any) -> None:
    wells, fault = stand
    fault({"action": "reset", "after": True, "match": {"kind": "docs", "method": "POST"}})
    with pytest.raises(ServiceResponseError):
        wells.create_item({"id": "a", "field": "Volve"}, retry_write=0)
    assert wells.read_item("a", "Volve")["id"] == "a"


def test_a_lost_request_was_not_carried_out(stand: Any) -> None:
    wells, fault = stand
    fault({"action": "reset", "match": {"kind": "docs", "method": "POST"}})
    with pytest.raises(AzureError):
        wells.create_item({"id": "a", "field": "Volve"}, retry_write=0)
    assert list(wells.read_all_items()) == []


def test_a_server_that_hangs_runs_into_the_clients_timeout(stand: Any) -> None:
    wells, fault = stand
    wells.create_item({"id": "a", "field": "Volve"})
    fault({"action": "hang", "match": {"kind": "docs", "method": "POST"}})
    with pytest.raises(AzureError):
        wells.upsert_item({"id": "a", "field": "Volve"}, retry_write=0)
    assert wells.read_item("a", "Volve")["id"] == "a"


def test_latency_only_delays(stand: Any) -> None:
    wells, fault = stand
    fault({"latencyMs": 5, "match": {"contains": "/wells/docs"}})
    assert wells.create_item({"id": "a", "field": "Volve"})["id"] == "a"


@pytest.mark.parametrize(
    "fault",
    [
        [], {"status": 403}, {"status": 200}, {"action": "explode"}, {"status": 429, "times": 0}, {"status": 429, "times": "x"},
        {"colour": "red"}, {"status": 429, "match": {"verb": "GET"}}, {"status": 410, "match": {"kind": "pkranges"}},
    ],
)  # fmt: skip
def test_a_fault_that_makes_no_sense_is_refused(engine: Engine, fault: Any) -> None:
    assert engine.handle("POST", "/_local/faults", {}, json.dumps(fault).encode()).status == 400
    assert engine.faults.rules == []


def test_faults_can_be_listed_and_cleared(engine: Engine) -> None:
    engine.faults.add({"status": 503, "times": 5})
    assert b'"times": 5' in engine.handle("GET", "/_local/faults", {}, b"").body
    assert engine.handle("DELETE", "/_local/faults", {}, b"").body == b'{"faults": []}'
