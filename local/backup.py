"""A backup of a stack's data, and the way back: the database as one file, every blob beside it, and a list that says what each must be.

It is taken in the order that matters everywhere: first the database, then the blobs. A blob that came later is harmless, one that is
missing is not. Messages in queues are left out: the change feed and the reconciling timers send them again. The keys that seal secrets
in the database (local.settings.json; in Azure the Key Vault) are no part of it either.
"""

import asyncio
import hashlib
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from local.provision import definition
from local.stores import DATABASE

SNAPSHOT = "backup"
LISTED = "blobs.json"
Summary = dict[str, dict[str, Any]]  # by container: count, sha256, and for blobs their bytes


class BackupDamaged(RuntimeError):
    """What was read back is not what was written; the message names it."""


@dataclass(frozen=True)
class Place:
    """A running database and storage. `data` is the folder their files are in."""

    data: Path
    cosmos_url: str
    cosmos: str
    storage: str


async def back_up(place: Place, folder: Path) -> None:
    """Into an empty folder, while the stack may be running. Errors: httpx.HTTPError, OSError."""
    await asyncio.to_thread(folder.mkdir, parents=True)
    async with httpx.AsyncClient(base_url=place.cosmos_url, timeout=600) as server:
        (await server.post("/_local/snapshot", json={"name": SNAPSHOT})).raise_for_status()
        shutil.copyfile(place.data / f"{DATABASE}.{SNAPSHOT}.snapshot", folder / DATABASE)
        (await server.request("DELETE", "/_local/snapshot", json={"name": SNAPSHOT})).raise_for_status()
    listed = []
    async for container, name, content, properties in _blobs(place.storage):
        file = hashlib.sha256(f"{container}/{name}".encode()).hexdigest()
        (folder / file).write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        listed.append({"container": container, "name": name, "file": file, "sha256": digest, **properties})
    (folder / LISTED).write_text(json.dumps(listed))


def restore_database(folder: Path, data: Path) -> None:
    """Before the database starts on `data`. Errors: FileExistsError when there is one already."""
    data.mkdir(parents=True, exist_ok=True)
    target = data / DATABASE
    if target.exists():
        raise FileExistsError(f"{target} is there already: restore into an empty folder")
    shutil.copyfile(folder / DATABASE, target)


async def restore_blobs(folder: Path, storage: str) -> None:
    """Into containers that exist. Errors: BackupDamaged."""
    from azure.storage.blob import ContentSettings
    from azure.storage.blob.aio import BlobServiceClient

    async with BlobServiceClient.from_connection_string(storage) as service:
        for one in json.loads((folder / LISTED).read_text()):
            content = (folder / one["file"]).read_bytes()
            if hashlib.sha256(content).hexdigest() != one["sha256"]:
                raise BackupDamaged(f"{one['container']}/{one['name']} is not what was backed up")
            settings = ContentSettings(**one["settings"])
            blob = service.get_blob_client(one["container"], one["name"])
            await blob.upload_blob(content, content_settings=settings, metadata=one["metadata"], tags=one["tags"])


async def summary_of_database(connection: str) -> Summary:
    """How many items each container has, and a hash over all of them, system properties included."""
    from azure.cosmos.aio import CosmosClient

    wanted = definition()
    found: Summary = {}
    async with CosmosClient.from_connection_string(connection) as client:
        database = client.get_database_client(wanted["database"])
        for container in (one["id"] for one in wanted["containers"]):
            items = [
                json.dumps(item, sort_keys=True)
                async for item in database.get_container_client(container).read_all_items()
            ]
            found[container] = {"count": len(items), "sha256": _hash(sorted(items))}
    return found


async def summary_of_blobs(storage: str) -> Summary:
    """How many blobs each container has, how many bytes, and a hash over names, properties and contents."""
    lines: dict[str, list[str]] = {name: [] for name in definition()["blobContainers"]}
    sizes = dict.fromkeys(lines, 0)
    async for container, name, content, properties in _blobs(storage):
        digest = hashlib.sha256(content).hexdigest()
        lines.setdefault(container, []).append(json.dumps([name, digest, properties], sort_keys=True))
        sizes[container] = sizes.get(container, 0) + len(content)
    return {
        container: {"count": len(found), "bytes": sizes[container], "sha256": _hash(sorted(found))}
        for container, found in sorted(lines.items())
    }


async def _blobs(storage: str) -> AsyncIterator[tuple[str, str, bytes, dict[str, Any]]]:
    """Container, name, content and what else makes a blob what it is, of the containers the product uses."""
    from azure.storage.blob.aio import BlobServiceClient

    async with BlobServiceClient.from_connection_string(storage) as service:
        for container in definition()["blobContainers"]:
            client = service.get_container_client(container)
            async for listed in client.list_blobs(include=["metadata", "tags"]):
                content = await (await client.download_blob(listed.name)).readall()
                kept = ("content_type", "content_disposition", "cache_control", "content_encoding", "content_language")
                settings = {name: getattr(listed.content_settings, name) for name in kept}
                properties = {
                    "settings": settings,
                    "metadata": dict(listed.metadata or {}),
                    "tags": dict(listed.tags or {}),
                }
                yield container, listed.name, content, properties


def _hash(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
