"""What keeps the data of a stack, and how it is reached: Azurite and the Cosmos server on one data folder."""

import asyncio
import socket
import sys
from pathlib import Path

import aiohttp

from local import toolchain
from local.children import Child
from local.ports import Ports

ACCOUNT = "devstoreaccount1"
STORAGE_KEY = (
    "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="  # Azurite's public key
)
COSMOS_KEY = (
    "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="  # every emulator's
)
DATABASE = "cosmos.sqlite"


def azurite(data: Path, ports: Ports) -> Child:
    command = [
        *toolchain.azurite(), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", str(data / "azurite"),
        "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
        "--blobPort", str(ports.blob), "--queuePort", str(ports.queue), "--tablePort", "0",
    ]  # fmt: skip
    return Child("azurite", command, lambda: listens(ports.blob, ports.queue), toolchain.node_environment())


def cosmos(data: Path, ports: Ports) -> Child:
    command = [sys.executable, "-m", "local.cosmos", "--db", str(data / DATABASE), "--port", str(ports.cosmos)]
    return Child("cosmos", command, lambda: answers(f"http://127.0.0.1:{ports.cosmos}/_local/health"))


def storage_connection(ports: Ports) -> str:
    return (
        f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={STORAGE_KEY};"
        f"BlobEndpoint=http://127.0.0.1:{ports.blob}/{ACCOUNT};QueueEndpoint=http://127.0.0.1:{ports.queue}/{ACCOUNT};"
    )


def cosmos_connection(ports: Ports) -> str:
    return f"AccountEndpoint=http://127.0.0.1:{ports.cosmos}/;AccountKey={COSMOS_KEY};"


async def answers(url: str) -> bool:
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session,
            session.get(url) as response,
        ):
            return response.status == 200
    except (aiohttp.ClientError, TimeoutError, OSError):
        return False


async def listens(*ports: int) -> bool:
    def attempt(port: int) -> bool:
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", port)) == 0

    return all([await asyncio.to_thread(attempt, port) for port in ports])
