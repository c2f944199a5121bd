"""The Functions host is killed ten times during twenty uploads; every one of them ends ready, promoted once, byte for byte."""

import asyncio
import hashlib
import os
import random
import signal
from pathlib import Path
from typing import Any

import httpx
import pytest
from azure.cosmos.aio import CosmosClient
from azure.storage.blob.aio import BlobServiceClient

from local.seed import PASSWORD, USERS
from tests.azurite import ACCOUNT, KEY
from tests.settings import COSMOS_KEY
from tests.stack import RunningStack, running_stack

UPLOADS = 20
KILLS = 10
PATIENCE = 400  # seconds until everything is ready
IMPATIENT = {"VERIFICATION_LEASE_SECONDS": "3", "RECONCILE_AFTER_SECONDS": "3", "RECONCILE_SCHEDULE": "*/2 * * * * *"}


class Api:
    """A client that asks again as long as nobody answers, with the same Idempotency-Key."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self.headers: dict[str, str] = {}

    async def call(self, method: str, path: str, body: Any = None, key: str = "") -> dict[str, Any]:
        headers = {**self.headers, **({"Idempotency-Key": key} if key else {})}
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    answer = await self._client.request(method, path, json=body, headers=headers)
                except httpx.TransportError:
                    await asyncio.sleep(0.2)
                    continue
                if answer.status_code in {502, 503} or (
                    answer.status_code == 409 and answer.json()["code"] == "request_in_progress"
                ):
                    await asyncio.sleep(0.5)
                    continue
                assert answer.status_code in {200, 201, 202}, answer.text
                found: dict[str, Any] = answer.json()
                return found


@pytest.mark.slow
async def test_killing_the_host_during_uploads_loses_none(tmp_path: Path):
    chance = random.Random(11)
    contents = [os.urandom(chance.randint(100_000, 3_000_000)) for _ in range(UPLOADS)]
    with running_stack(tmp_path / "data", "--no-web", environment=IMPATIENT) as stack:
        async with httpx.AsyncClient(base_url=f"{stack.base_url}/api/v1", timeout=60) as client:
            api = Api(client)
            session = await api.call("POST", "/auth/sign-in", {"email": USERS[1].email, "password": PASSWORD})
            api.headers["Authorization"] = f"Bearer {session['accessToken']}"
            killing = asyncio.create_task(kill_repeatedly(stack, api, chance))
            ids = await asyncio.gather(*(upload(api, client, content, index) for index, content in enumerate(contents)))
            killed = await killing
            await asyncio.gather(*(until_ready(api, document_id) for document_id in ids))
        assert killed == KILLS
        assert await stored_hashes(stack, ids) == [hashlib.sha256(content).hexdigest() for content in contents]
        assert await verified_activities(stack, ids) == dict.fromkeys(ids, 1)


async def upload(api: Api, client: httpx.AsyncClient, content: bytes, index: int) -> str:
    await asyncio.sleep(index * 1.5)  # spread over the killing
    draft = {
        "fileName": f"survey-{index}.bin",
        "sizeBytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "contentType": "application/octet-stream",
    }
    announced = await api.call("POST", "/documents", draft, key=f"kill-{index}")
    put = await client.put(announced["upload"]["url"], content=content, headers={"x-ms-blob-type": "BlockBlob"})
    assert put.status_code == 201, put.text
    document_id = str(announced["document"]["id"])
    await api.call("POST", f"/documents/{document_id}/complete")
    return document_id


async def until_ready(api: Api, document_id: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            document = await api.call("GET", f"/documents/{document_id}")
            assert document["newest"]["state"] != "rejected", document["newest"]["rejection"]
            if document["newest"]["state"] == "ready":
                return
            await asyncio.sleep(0.5)


async def kill_repeatedly(stack: RunningStack, api: Api, chance: random.Random) -> int:
    """SIGKILL to the host process at moments nobody chose, each time after it has come back to work."""
    killed = 0
    while killed < KILLS:
        await api.call("GET", "/health/ready")
        await asyncio.sleep(chance.uniform(0.05, 1.5))
        for pid in host_processes(stack):
            os.kill(pid, signal.SIGKILL)
            killed += 1
    return killed


def host_processes(stack: RunningStack) -> list[int]:
    """The stack's own child that runs the host; told by its port."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes().split(b"\0")
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent == stack.process.pid and b"local.host" in command:
            found.append(int(entry.name))
    return found


async def stored_hashes(stack: RunningStack, ids: list[str]) -> list[str]:
    """The hash of the one blob each document has in the library."""
    connection = (
        f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};"
        f"BlobEndpoint=http://127.0.0.1:{stack.ports['blob']}/{ACCOUNT};"
    )
    found: dict[str, list[str]] = {document_id: [] for document_id in ids}
    async with BlobServiceClient.from_connection_string(connection) as service:
        library = service.get_container_client("library")
        async for blob in library.list_blobs():
            document_id = blob.name.split("/")[1]
            if document_id in found:
                content = await (await library.download_blob(blob.name)).readall()
                found[document_id].append(hashlib.sha256(content).hexdigest())
    assert all(len(hashes) == 1 for hashes in found.values()), found
    return [found[document_id][0] for document_id in ids]


async def verified_activities(stack: RunningStack, ids: list[str]) -> dict[str, int]:
    counts = dict.fromkeys(ids, 0)
    async with CosmosClient(f"http://127.0.0.1:{stack.ports['cosmos']}/", COSMOS_KEY) as cosmos:
        container = cosmos.get_database_client("petroconnect").get_container_client("documents")
        async for item in container.query_items(
            "SELECT c.subjectId FROM c WHERE c.kind = 'activity' AND c.type = 'document.verified'"
        ):
            if item["subjectId"] in counts:
                counts[item["subjectId"]] += 1
    return counts
