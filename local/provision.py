"""Create what Bicep creates in Azure: database, containers, queues, blob containers. Safe to repeat.

`infra/data.json` is the one source of truth; Bicep reads the same file.
"""

import asyncio
import json
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "infra" / "data.json"
CORS_SECONDS = 3600
DEVELOPMENT_STORAGE = (  # what UseDevelopmentStorage=true stands for; the key is public
    "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
    "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
    "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1;"
)


class DataOutdated(RuntimeError):
    """The data was made by an earlier version and does not fit this one; the message says what to do."""


@dataclass(frozen=True)
class Storage:
    """One storage account by connection string; `page_origins` are the origins whose pages may PUT and GET blobs."""

    connection_string: str
    page_origins: tuple[str, ...] = ("*",)


def definition() -> dict[str, Any]:
    """`{database, containers: [...], queues: [...], blobContainers: [...]}` as in infra/data.json."""
    loaded: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return loaded


async def provision_cosmos(connection_string: str, *, transport: Any = None) -> None:
    """Create the database and its containers where they are missing; bring the indexes of others up to date.

    Errors: DataOutdated for a container whose partition key is another by now.
    """
    from azure.cosmos.aio import CosmosClient

    options = {"transport": transport} if transport is not None else {}
    wanted = definition()
    async with CosmosClient.from_connection_string(connection_string, **options) as client:
        database = await client.create_database_if_not_exists(wanted["database"])
        for container in wanted["containers"]:
            options = _container_options(container)
            made = await database.create_container_if_not_exists(**options)
            found = await made.read()
            if found["partitionKey"]["paths"] != container["partitionKey"]["paths"]:
                raise DataOutdated(
                    f"The data is from an earlier version: the container {container['id']} is arranged otherwise by now. "
                    "Start afresh with: make run RESET=1 (the demo data is made again, everything else is lost)."
                )
            if not _fits(found["indexingPolicy"], container["indexingPolicy"]):
                await database.replace_container(made, **{n: v for n, v in options.items() if n != "id"})


async def provision_storage(storage: Storage) -> None:
    """Create queues and blob containers where they are missing, and let the page's origins use signed URLs."""
    from azure.core.exceptions import ResourceExistsError
    from azure.storage.blob import CorsRule
    from azure.storage.blob.aio import BlobServiceClient
    from azure.storage.queue.aio import QueueServiceClient

    wanted = definition()
    async with (
        BlobServiceClient.from_connection_string(storage.connection_string) as blobs,
        QueueServiceClient.from_connection_string(storage.connection_string) as queues,
    ):
        creations: list[Awaitable[object]] = [blobs.create_container(name) for name in wanted["blobContainers"]]
        creations += [queues.create_queue(name) for name in wanted["queues"]]
        for outcome in await asyncio.gather(*creations, return_exceptions=True):
            if isinstance(outcome, BaseException) and not isinstance(outcome, ResourceExistsError):
                raise outcome
        rule = CorsRule(
            list(storage.page_origins),
            ["GET", "PUT", "HEAD", "OPTIONS"],
            allowed_headers=["*"],
            exposed_headers=["ETag", "Retry-After", "x-ms-request-id", "x-ms-error-code"],
            max_age_in_seconds=CORS_SECONDS,
        )
        await blobs.set_service_properties(cors=[rule])


def _fits(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Does an indexing policy say all that is wanted? The service may add to it."""
    return all(
        rule in found.get(name, []) if isinstance(rules, list) else found.get(name) == rules
        for name, rules in wanted.items()
        for rule in (rules if isinstance(rules, list) else [rules])
    )


def _container_options(container: dict[str, Any]) -> dict[str, Any]:
    from azure.cosmos import PartitionKey

    paths = container["partitionKey"]["paths"]
    key = PartitionKey(paths, kind="MultiHash") if len(paths) > 1 else PartitionKey(paths[0])
    options = {"id": container["id"], "partition_key": key, "indexing_policy": container["indexingPolicy"]}
    for name, said in {"default_ttl": "defaultTtl", "full_text_policy": "fullTextPolicy"}.items():
        if said in container:
            options[name] = container[said]
    return options


def main() -> None:
    """`python -m local.provision`: for the connections of local.settings.json, as `func start` will use them."""
    values: dict[str, str] = json.loads((ROOT / "local.settings.json").read_text(encoding="utf-8"))["Values"]
    storage = DEVELOPMENT_STORAGE if values["BLOBS"] == "UseDevelopmentStorage=true" else values["BLOBS"]

    async def provision() -> None:
        await asyncio.gather(provision_cosmos(values["COSMOS"]), provision_storage(Storage(storage)))

    asyncio.run(provision())


if __name__ == "__main__":
    main()
