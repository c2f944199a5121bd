"""The change feed and its leases over the Cosmos SDK: the only module that knows azure.cosmos."""

import asyncio
import base64
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from local.host.feed import Batch, Lease, LeaseLost, Part
from local.host.sdks import imported
from local.host.settings import Connection, SettingsError
from local.host.storage import identity_credential


class Accounts:
    """One client per Cosmos account and process, made when first needed."""

    def __init__(self) -> None:
        self._clients: dict[str, Any] = {}
        self._credentials: list[Any] = []
        self._lock = asyncio.Lock()

    async def client(self, connection: Connection) -> Any:
        """Errors: SettingsError, AzureError."""
        async with self._lock:
            if connection.name not in self._clients:
                self._clients[connection.name] = await self._open(connection)
            return self._clients[connection.name]

    async def close(self) -> None:
        clients, self._clients = self._clients, {}
        for client in (*clients.values(), *self._credentials):
            await client.close()
        self._credentials.clear()

    async def _open(self, connection: Connection) -> Any:
        sdk: Any = await imported("azure.cosmos.aio")
        if connection.text:
            parts = dict(part.split("=", 1) for part in connection.text.split(";") if "=" in part)
            known = {name.strip().casefold(): value for name, value in parts.items()}
            if "accountendpoint" not in known or "accountkey" not in known:
                raise SettingsError(f"the connection {connection.name} needs AccountEndpoint and AccountKey")
            trusting = known.get("disableservercertificateverification", "").casefold() == "true"
            return sdk.CosmosClient(
                known["accountendpoint"],
                known["accountkey"],
                connection_verify=not trusting,
                enable_endpoint_discovery=False,
            )
        endpoint = connection.section.get("accountendpoint")
        if not endpoint:
            raise SettingsError(f"the connection {connection.name} has no accountEndpoint")
        credential = await identity_credential(connection)
        self._credentials.append(credential)
        return sdk.CosmosClient(endpoint, credential)


class CosmosFeed:
    """Reads a container's change feed. `start` is "Beginning", "Now" or a moment."""

    def __init__(self, container: Any, start: str | datetime) -> None:
        self._container = container
        self._start = start
        self._identity = ""

    async def identity(self) -> str:
        if not self._identity:
            properties = await self._container.read()
            self._identity = f"{self._container.container_link.replace('/', '_')}_{properties['_rid']}".replace("=", "")
        return self._identity

    async def ranges(self) -> list[Mapping[str, Any]]:
        return [found async for found in self._container.read_feed_ranges(force_refresh=True)]

    async def read(self, feed_range: Mapping[str, Any], continuation: str, limit: int) -> Batch:
        answered: list[Mapping[str, Any]] = []
        options: dict[str, Any] = {"continuation": continuation}
        if not continuation:
            options = {"feed_range": dict(feed_range), "start_time": self._start}
        pages = self._container.query_items_change_feed(
            **options, max_item_count=limit, response_hook=lambda headers, _: answered.append(headers)
        ).by_page()
        try:
            items = [item async for item in await anext(pages)]
        except StopAsyncIteration:
            items = []
        # The SDK writes its own continuation into the headers of the last answer, after the hook has seen them. Reading it there,
        # and not from the client's "last headers", keeps two ranges read at once from taking each other's.
        following = str(answered[-1]["etag"])
        return Batch(items, following, parts_of(following))


def parts_of(continuation: str) -> list[Part]:
    """The parts of a range that was split under a reader: the SDK goes on with all of them, one after the other, in one continuation."""
    whole = json.loads(base64.b64decode(continuation))
    tokens = whole["continuation"]["continuation"]
    if len(tokens) < 2:
        return []
    return [Part({"Range": token["range"]}, _continuation_of(whole, token)) for token in tokens]


def _continuation_of(whole: dict[str, Any], token: dict[str, Any]) -> str:
    if token["token"] is None:
        return ""  # not read yet; the SDK does not take its own continuation back without it
    only = {**whole["continuation"], "continuation": [token], "Range": token["range"]}
    return base64.b64encode(json.dumps({**whole, "continuation": only}).encode()).decode()


class CosmosLeases:
    """Lease documents in a container partitioned by /id."""

    def __init__(self, container: Any) -> None:
        self._container = container

    async def list(self, prefix: str) -> list[Lease]:
        query = "SELECT * FROM c WHERE STARTSWITH(c.id, @prefix)"
        parameters = [{"name": "@prefix", "value": prefix}]
        return [Lease.of(found) async for found in self._container.query_items(query, parameters=parameters)]

    async def create(self, lease: Lease) -> None:
        from azure.cosmos.exceptions import CosmosResourceExistsError

        try:
            await self._container.create_item(lease.to_document())
        except CosmosResourceExistsError:
            return

    async def delete(self, lease: Lease) -> None:
        from azure.core import MatchConditions
        from azure.cosmos.exceptions import CosmosAccessConditionFailedError, CosmosResourceNotFoundError

        try:
            await self._container.delete_item(
                lease.id, lease.id, etag=lease.etag, match_condition=MatchConditions.IfNotModified
            )
        except (CosmosAccessConditionFailedError, CosmosResourceNotFoundError) as error:
            raise LeaseLost(lease.id) from error

    async def replace(self, lease: Lease) -> Lease:
        from azure.core import MatchConditions
        from azure.cosmos.exceptions import CosmosAccessConditionFailedError, CosmosResourceNotFoundError

        try:
            stored = await self._container.replace_item(
                lease.id, lease.to_document(), etag=lease.etag, match_condition=MatchConditions.IfNotModified
            )
        except (CosmosAccessConditionFailedError, CosmosResourceNotFoundError) as error:
            raise LeaseLost(lease.id) from error
        return Lease.of(stored)
