"""https with the certificate the server makes, and credentials of the directory, which the SDK sends over nothing else."""

import base64
import json
import ssl
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from azure.core.credentials import AccessToken
from azure.core.exceptions import ServiceRequestError
from azure.cosmos import CosmosClient, PartitionKey
from azure.cosmos.aio import CosmosClient as AsyncCosmosClient
from azure.cosmos.exceptions import CosmosHttpResponseError

from local.cosmos.options import EMULATOR_KEY
from tests.local.cosmos.serving import Server, serving

# The SDK switches verification off for localhost by itself.
pytestmark = pytest.mark.filterwarnings("ignore:Unverified HTTPS request")


class Credential:
    """A credential of the directory whose tokens end in `lifetime` seconds; `asked` are the scopes it was asked for."""

    def __init__(self, lifetime: int = 3600) -> None:
        self._lifetime = lifetime
        self.asked: list[str] = []

    def get_token(self, *scopes: str, **_: Any) -> AccessToken:
        self.asked += scopes
        expires = int(time.time()) + self._lifetime
        claims = base64.urlsafe_b64encode(json.dumps({"exp": expires, "oid": "someone"}).encode()).decode().rstrip("=")
        return AccessToken(f"e30.{claims}.c2ln", int(time.time()) + 3600)


class AsyncCredential(Credential):
    async def get_token(self, *scopes: str, **_: Any) -> AccessToken:  # type: ignore[override]
        return super().get_token(*scopes)

    async def close(self) -> None:
        """Nothing is open."""

    async def __aenter__(self) -> "AsyncCredential":
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing is open."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("cosmos") / "data.db", "--https", "--ranges", "2") as running:
        with CosmosClient(running.url, EMULATOR_KEY) as client:
            wells = client.create_database("d").create_container("wells", PartitionKey(path="/field"))
            wells.create_item({"id": "A-1", "field": "Volve"})
        yield running


def test_the_certificate_is_for_this_machine_only_and_is_kept(tmp_path: Path) -> None:
    shown = []
    for _ in range(2):
        with serving(tmp_path / "data.db", "--https") as running:
            trusted = ssl.create_default_context(cafile=str(tmp_path / "cosmos-cert.pem"))
            for host in ("localhost", "127.0.0.1"):
                url = f"https://{host}:{running.url.rpartition(':')[2]}"
                with urllib.request.urlopen(f"{url}_local/health", context=trusted) as answer:
                    assert answer.status == 200
        shown.append((tmp_path / "cosmos-cert.pem").read_bytes())
    assert shown[0] == shown[1]
    assert (tmp_path / "cosmos-key.pem").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_directory_credential_works_on_items(server: Server, host: str) -> None:
    credential = Credential()
    port = server.url.strip("/").rpartition(":")[2]
    with CosmosClient(f"https://{host}:{port}/", credential) as client:
        wells = client.get_database_client("d").get_container_client("wells")
        wells.upsert_item({"id": "B-1", "field": "Volve"})
        assert wells.read_item("B-1", "Volve")["id"] == "B-1"
        names = "SELECT VALUE c.id FROM c ORDER BY c.id"
        assert list(wells.query_items(names, enable_cross_partition_query=True)) == ["A-1", "B-1"]
        assert {row["id"] for row in wells.query_items_change_feed(start_time="Beginning")} == {"A-1", "B-1"}
    assert set(credential.asked) == {f"https://{host}/.default"}


async def test_a_directory_credential_works_on_items_asynchronously(server: Server) -> None:
    async with AsyncCosmosClient(server.url, AsyncCredential()) as client:
        wells = client.get_database_client("d").get_container_client("wells")
        await wells.upsert_item({"id": "C-1", "field": "Snorre"})
        assert [row["id"] async for row in wells.query_items("SELECT * FROM c", partition_key="Snorre")] == ["C-1"]
        with pytest.raises(CosmosHttpResponseError) as refused:
            await client.create_database("more")
        assert (refused.value.status_code, refused.value.sub_status) == (403, 5300)


def test_a_directory_credential_changes_no_database_container_or_throughput(server: Server) -> None:
    with CosmosClient(server.url, Credential()) as client:
        database = client.get_database_client("d")
        wells = database.get_container_client("wells")
        for refused in (
            lambda: client.create_database("more"),
            lambda: client.delete_database("d"),
            lambda: database.create_container("more", PartitionKey(path="/id")),
            lambda: database.replace_container("wells", PartitionKey(path="/field"), default_ttl=60),
            lambda: database.delete_container("wells"),
            lambda: wells.replace_throughput(500),
        ):
            with pytest.raises(CosmosHttpResponseError) as error:
                refused()
            assert (error.value.status_code, error.value.sub_status) == (403, 5300)
            assert "cannot be authorized by AAD token in data plane" in str(error.value)
        assert wells.read()["id"] == "wells"


def test_an_expired_token_is_refused(server: Server) -> None:
    with pytest.raises(CosmosHttpResponseError) as refused:
        CosmosClient(server.url, Credential(lifetime=-60))
    assert refused.value.status_code == 401


def test_the_sdk_sends_no_token_over_plain_http(tmp_path: Path) -> None:
    with serving(tmp_path / "data.db") as running, pytest.raises(ServiceRequestError, match="non-TLS"):
        CosmosClient(running.url, Credential())
