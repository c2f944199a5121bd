"""Throttling on demand, and who may reach the server's own paths."""

import json
from pathlib import Path
from typing import Any

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, PartitionKey
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.engine import Engine
from local.cosmos.errors import CosmosError
from local.cosmos.options import EMULATOR_KEY
from local.cosmos.throttle import Throttle
from local.cosmos.transport import EngineTransport
from local.cosmos.wire import CHARGE, Response
from tests.local.cosmos.serving import serving


def limit(engine: Engine, rate: Any) -> Response:
    return engine.handle("POST", "/_local/throttle", {}, json.dumps({"ruPerSecond": rate}).encode())


def test_the_client_waits_and_succeeds(engine: Engine, wells: ContainerProxy) -> None:
    assert limit(engine, 40).status == 200
    for number in range(12):  # about 60 request units: more than the first second holds
        wells.create_item({"id": str(number), "field": "Volve"})
    assert engine.throttle.refused > 0
    assert len(list(wells.read_all_items())) == 12


IMPATIENT: Any = {"retry_throttle_total": -1}  # 0 means the default


def test_a_client_that_does_not_wait_is_told_how_long(engine: Engine, url: str, wells: ContainerProxy) -> None:
    limit(engine, 1)
    impatient = CosmosClient(url, EMULATOR_KEY, transport=EngineTransport(engine), **IMPATIENT)
    wells.create_item({"id": "a", "field": "Volve"})  # let in while anything is left, charged afterwards
    with pytest.raises(CosmosHttpResponseError) as error:
        impatient.get_database_client("oilfield").get_container_client("wells").create_item(
            {"id": "b", "field": "Volve"}
        )
    assert (error.value.status_code, error.value.sub_status) == (429, 3200)
    headers = error.value.headers
    assert headers is not None
    assert 0 < int(headers["x-ms-retry-after-ms"]) <= 5001
    assert engine.handle("DELETE", "/_local/throttle", {}, b"").body == b'{"ruPerSecond": 0, "refused": 0}'
    wells.create_item({"id": "b", "field": "Volve"})


def test_the_budget_refills_and_never_exceeds_a_second() -> None:
    now = [0.0]
    throttle = Throttle(10, lambda: now[0])

    def spend(charge: float) -> None:
        throttle.admit("c")
        throttle.pay("c", Response(200, {CHARGE: str(charge)}))

    spend(10)
    with pytest.raises(CosmosError) as error:
        spend(1)
    assert error.value.headers["x-ms-retry-after-ms"] == "1"
    throttle.admit("another container")
    now[0] = 100
    spend(25)
    with pytest.raises(CosmosError) as error:
        spend(1)
    assert error.value.headers["x-ms-retry-after-ms"] == "1501"
    now[0] = 101.6
    spend(1)


def test_the_flag_sets_it(tmp_path: Path) -> None:
    with (
        serving(tmp_path / "data.db", "--throttle", "1") as server,
        CosmosClient(server.url, EMULATOR_KEY, **IMPATIENT) as client,
    ):
        wells = client.create_database("d").create_container("wells", PartitionKey(path="/field"))
        wells.create_item({"id": "a", "field": "Volve"})
        with pytest.raises(CosmosHttpResponseError) as error:
            wells.read_item("a", "Volve")
        assert error.value.status_code == 429


@pytest.mark.parametrize("rate", [0, -1, "10", None, True, 1e9])
def test_a_rate_that_makes_no_sense_is_refused(engine: Engine, rate: Any) -> None:
    assert limit(engine, rate).status == 400
    assert engine.throttle.rate == 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "127.0.0.1:8081"}, 200),
        ({"host": "localhost:8081", "origin": "http://localhost:8081"}, 200),
        ({"host": "[::1]:8081", "origin": "https://[::1]:8081", ":scheme": "https"}, 200),
        ({"host": "127.0.0.1:8081", "origin": "https://evil.example"}, 403),
        ({"host": "127.0.0.1:8081", "origin": "null"}, 403),
        ({"host": "evil.example:8081"}, 403),
        ({"host": "evil.example:8081", "origin": "http://evil.example:8081"}, 403),
    ],
)
def test_pages_of_other_sites_cannot_reach_the_servers_own_paths(
    engine: Engine, headers: dict[str, str], status: int
) -> None:
    assert engine.handle("GET", "/_local/throttle", headers, b"").status == status
