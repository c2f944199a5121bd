"""Bringing a database that exists up to date."""

from typing import Any

import pytest
from azure.cosmos import PartitionKey
from azure.cosmos.aio import CosmosClient

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from local.provision import DataOutdated, definition, provision_cosmos
from tests.settings import COSMOS_KEY

CONNECTION = f"AccountEndpoint=http://cosmos.test/;AccountKey={COSMOS_KEY};"


@pytest.fixture
def transport() -> Any:
    engine = Engine.open(":memory:", Options())
    yield AsyncEngineTransport(engine)
    engine.close()


async def made(transport: AsyncEngineTransport, name: str, **options: Any) -> None:
    async with CosmosClient.from_connection_string(CONNECTION, transport=transport) as client:
        database = await client.create_database_if_not_exists(definition()["database"])
        await database.create_container(name, **options)


async def policy_of(transport: AsyncEngineTransport, name: str) -> dict[str, Any]:
    async with CosmosClient.from_connection_string(CONNECTION, transport=transport) as client:
        container = client.get_database_client(definition()["database"]).get_container_client(name)
        policy: dict[str, Any] = (await container.read())["indexingPolicy"]
        return policy


async def test_a_container_of_another_partition_key_is_named_with_what_to_do(transport: AsyncEngineTransport) -> None:
    await made(transport, "sessions", partition_key=PartitionKey("/id"))
    with pytest.raises(DataOutdated, match=r"sessions.*make run RESET=1"):
        await provision_cosmos(CONNECTION, transport=transport)


async def test_indexes_that_came_later_are_added(transport: AsyncEngineTransport) -> None:
    await made(transport, "directory", partition_key=PartitionKey("/organisationId"), default_ttl=-1)
    await provision_cosmos(CONNECTION, transport=transport)
    wanted = next(one for one in definition()["containers"] if one["id"] == "directory")
    assert (await policy_of(transport, "directory"))["compositeIndexes"] == wanted["indexingPolicy"]["compositeIndexes"]


async def test_what_fits_is_left_alone(transport: AsyncEngineTransport, monkeypatch: pytest.MonkeyPatch) -> None:
    await provision_cosmos(CONNECTION, transport=transport)
    methods: list[str] = []
    send = AsyncEngineTransport.send

    async def noting(self: AsyncEngineTransport, request: Any, **options: Any) -> Any:
        methods.append(request.method)
        return await send(self, request, **options)

    monkeypatch.setattr(AsyncEngineTransport, "send", noting)
    await provision_cosmos(CONNECTION, transport=transport)
    assert set(methods) == {"GET"}
