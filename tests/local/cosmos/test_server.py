"""The server process: start, stop, refuse to start, HTTP details."""

import json
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from azure.cosmos import CosmosClient, PartitionKey
from azure.cosmos.aio import CosmosClient as AsyncCosmosClient

from local.cosmos.options import EMULATOR_KEY
from tests.local.cosmos.serving import ROOT, Server, serving


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> object:
    with serving(tmp_path_factory.mktemp("cosmos") / "data.db", "--ranges", "2") as running:
        yield running


def talk(server: Server, request: bytes) -> bytes:
    """Everything the server sends until it closes the connection or has answered."""
    address = server.url.split("//")[1].strip("/").split(":")
    with socket.create_connection((address[0], int(address[1])), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while part := connection.recv(65536):
            received += part
    return received


def test_it_is_healthy(server: Server) -> None:
    with urllib.request.urlopen(f"{server.url}_local/health") as answer:
        assert (answer.status, json.load(answer)) == (200, {"status": "healthy"})


def test_data_survives_a_polite_restart(tmp_path: Path) -> None:
    db = tmp_path / "data.db"
    with serving(db) as running, CosmosClient(running.url, EMULATOR_KEY) as client:
        wells = client.create_database("d").create_container("wells", PartitionKey(path="/field"))
        written = wells.create_item({"id": "A-1", "field": "Volve"})
    assert running.process.returncode == 0
    assert list(tmp_path.iterdir()) == [db]
    with serving(db) as running, CosmosClient(running.url, EMULATOR_KEY) as client:
        assert client.get_database_client("d").get_container_client("wells").read_item("A-1", "Volve") == written


async def test_the_asynchronous_client_works_over_http(server: Server) -> None:
    async with AsyncCosmosClient(server.url, EMULATOR_KEY) as client:
        database = await client.create_database("async")
        wells = await database.create_container("wells", PartitionKey(path="/field"))
        await wells.create_item({"id": "A-1", "field": "Volve"})
        await wells.create_item({"id": "B-1", "field": "Snorre"})
        newest = wells.query_items("SELECT VALUE c.id FROM c ORDER BY c.id DESC")
        assert [name async for name in newest] == ["B-1", "A-1"]


def test_a_range_is_split_on_demand(server: Server) -> None:
    with CosmosClient(server.url, EMULATOR_KEY) as client:
        wells = client.create_database("splits").create_container("wells", PartitionKey(path="/field"))
        for n in range(20):
            wells.create_item({"id": f"{n}", "field": f"{n}"})
        body = json.dumps({"db": "splits", "coll": "wells", "range": "0"}).encode()
        with urllib.request.urlopen(f"{server.url}_local/split", body) as answer:
            assert json.load(answer) == {"parent": "0", "children": ["2", "3"], "ranges": ["2", "3", "1"]}
        assert len(list(wells.read_feed_ranges(force_refresh=True))) == 3
        assert list(wells.query_items("SELECT VALUE COUNT(1) FROM c", enable_cross_partition_query=True)) == [20]


def test_a_taken_port_is_said_so(server: Server, tmp_path: Path) -> None:
    port = server.url.strip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "local.cosmos", "--db", str(tmp_path / "x.db"), "--port", port]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2
    assert f"cannot listen on port {port}" in done.stderr


def test_a_file_in_use_is_said_so(tmp_path: Path) -> None:
    with serving(tmp_path / "data.db"):
        command = [sys.executable, "-m", "local.cosmos", "--db", str(tmp_path / "data.db"), "--port", "0"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30)
    assert done.returncode == 2
    assert "Is another server using it?" in done.stderr


def test_requests_sent_together_are_answered_in_order(server: Server) -> None:
    first = b"GET /_local/health HTTP/1.1\r\nhost: x\r\n\r\n"
    second = b"GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
    answers = talk(server, first + second)
    assert answers.index(b"200 OK") < answers.index(b"400 Bad Request")
    assert answers.count(b"HTTP/1.1 ") == 2


def test_a_chunked_body_is_understood(server: Server) -> None:
    request = b"POST /_local/faults HTTP/1.1\r\nhost: [::1]\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n"
    answer = talk(server, request + b"2\r\n[]\r\n0\r\n\r\n")
    assert b"A fault is a JSON object." in answer


@pytest.mark.parametrize("request_line", [b"not http at all\r\n\r\n", b"GET / HTTP/1.1\r\nbad header\r\n\r\n"])
def test_rubbish_is_refused(server: Server, request_line: bytes) -> None:
    assert talk(server, request_line).startswith(b"HTTP/1.1 400 ")
