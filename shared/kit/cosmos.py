"""Cosmos DB behind five verbs. One async client per process, opened on first use inside the running loop.

Errors: `NotFound`, `AlreadyExists` (409), `StaleVersion` (412), `Unavailable` (429, 449, 503, time-outs); anything else is a bug
and passes through. The SDK retries throttled requests itself; what reaches us has used up its patience.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.errors import AlreadyExists, NotFound, StaleVersion, Unavailable
from shared.kit import telemetry
from shared.kit.query import Query
from shared.kit.sdks import IMPORTING

if TYPE_CHECKING:
    from azure.cosmos.aio import ContainerProxy, CosmosClient

Partition = str | list[str]
Item = dict[str, Any]

REQUEST_TIMEOUT = 20.0  # seconds; the SDK's own default keeps a hung request for 262 s
MAX_THROTTLE_WAIT = 10  # seconds

_UNAVAILABLE = frozenset({408, 410, 429, 449, 503})


@dataclass(frozen=True, slots=True)
class CosmosSettings:
    """Where the account is: a connection string (emulator), or an endpoint reached with the app's identity."""

    database: str
    connection_string: str = ""
    endpoint: str = ""
    client_id: str = ""


class Database:
    """Opens containers; closes the client when told to."""

    def __init__(self, settings: CosmosSettings, *, transport: Any = None) -> None:
        self._settings = settings
        self._transport = transport
        self._client: CosmosClient | None = None
        self._credential: Any = None
        self._proxies: dict[str, ContainerProxy] = {}

    def container(self, name: str) -> "Container":
        return Container(self, name)

    def proxy(self, name: str) -> "ContainerProxy":
        """The SDK's container; kept, because it remembers the partition key definition it has read."""
        if (known := self._proxies.get(name)) is not None:
            return known
        if self._client is None:
            self._client = self._open()
        proxy = self._client.get_database_client(self._settings.database).get_container_client(name)
        self._proxies[name] = proxy
        return proxy

    async def close(self) -> None:
        client, self._client = self._client, None
        self._proxies.clear()
        if client is not None:
            await client.close()
        if self._credential is not None:
            await self._credential.close()

    def _open(self) -> "CosmosClient":
        with IMPORTING:
            from azure.cosmos.aio import CosmosClient

        options: dict[str, Any] = {
            "connection_timeout": 5,
            "read_timeout": REQUEST_TIMEOUT,
            "retry_backoff_max": MAX_THROTTLE_WAIT,
            "user_agent_suffix": "petroconnect",
            "raw_response_hook": telemetry.count_throttled,
        }
        if self._transport is not None:
            options["transport"] = self._transport
        if self._settings.connection_string:
            return CosmosClient.from_connection_string(self._settings.connection_string, **options)
        from azure.identity.aio import DefaultAzureCredential

        self._credential = DefaultAzureCredential(managed_identity_client_id=self._settings.client_id or None)
        return CosmosClient(self._settings.endpoint, self._credential, **options)


@dataclass(frozen=True, slots=True)
class Write:
    """One operation of a transactional batch. `etag` makes a replace or delete conditional; what is deleted needs the id in `item` only."""

    verb: str  # "create", "upsert", "replace" or "delete"
    item: Item
    etag: str = ""

    def to_operation(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        condition = {"if_match_etag": self.etag} if self.etag else {}
        if self.verb == "replace":
            return (self.verb, (self.item["id"], self.item), condition)
        if self.verb == "delete":
            return (self.verb, (self.item["id"],), condition)
        return (self.verb, (self.item,), {})


@dataclass(frozen=True, slots=True)
class Container:
    """One container. Every call is one request to the service (plus one per process to learn the partition key)."""

    database: Database
    name: str

    async def find(self, item_id: str, partition: Partition) -> Item | None:
        """Point read; None when it is not there."""
        try:
            return await self.get(item_id, partition)
        except NotFound:
            return None

    async def get(self, item_id: str, partition: Partition) -> Item:
        """Point read. Errors: NotFound."""
        with self._measured("read") as hook:
            proxy = self.database.proxy(self.name)
            return dict(await proxy.read_item(item_id, partition, response_hook=hook))

    async def create(self, item: Item) -> Item:
        """Errors: AlreadyExists."""
        with self._measured("create") as hook:
            return dict(await self.database.proxy(self.name).create_item(item, response_hook=hook))

    async def upsert(self, item: Item) -> Item:
        with self._measured("upsert") as hook:
            return dict(await self.database.proxy(self.name).upsert_item(item, response_hook=hook))

    async def replace(self, item: Item, etag: str) -> Item:
        """Errors: StaleVersion when somebody else wrote since `etag`, NotFound."""
        from azure.core import MatchConditions

        with self._measured("replace") as hook:
            return dict(
                await self.database.proxy(self.name).replace_item(
                    item["id"], item, etag=etag, match_condition=MatchConditions.IfNotModified, response_hook=hook
                )
            )

    async def delete(self, item_id: str, partition: Partition, etag: str = "") -> None:
        """Succeeds if it is already gone. Errors: StaleVersion when it is not the version `etag`, if one is given."""
        from azure.core import MatchConditions

        only: dict[str, Any] = {"etag": etag, "match_condition": MatchConditions.IfNotModified} if etag else {}
        try:
            with self._measured("delete") as hook:
                await self.database.proxy(self.name).delete_item(item_id, partition, response_hook=hook, **only)
        except NotFound:
            return

    async def batch(self, partition: Partition, writes: Sequence[Write]) -> list[Item]:
        """All or nothing, up to 100 writes of one partition. Answers the stored items in the same order, {} for one deleted.

        Errors: those of the write that failed.
        """
        with self._measured("batch") as hook:
            answers = await self.database.proxy(self.name).execute_item_batch(
                [write.to_operation() for write in writes], partition, response_hook=hook
            )
        return [dict(answer.get("resourceBody") or {}) for answer in answers]

    async def query(self, query: Query, partition: Partition, *, limit: int) -> list[Item]:
        """At most `limit` rows of one partition, in the query's order."""
        rows: list[Item] = []
        async for row in self.stream(query, partition, page_size=limit):
            rows.append(row)
            if len(rows) == limit:
                break
        return rows

    async def stream(self, query: Query, partition: Partition, *, page_size: int = 100) -> AsyncIterator[Item]:
        """Every row, page by page; memory holds one page."""
        with self._measured("query") as hook:
            pages = self.database.proxy(self.name).query_items(
                query.text,
                parameters=query.wire_parameters(),
                partition_key=partition,
                max_item_count=page_size,
                response_hook=hook,
            )
            async for row in pages:
                yield row

    async def stream_all(self, query: Query, *, limit: int) -> AsyncIterator[Item]:
        """At most `limit` rows of all partitions, unsorted: a plain filter is the only query that may cross partitions here."""
        with self._measured("query_all") as hook:
            pages = self.database.proxy(self.name).query_items(
                query.text, parameters=query.wire_parameters(), max_item_count=min(limit, 100), response_hook=hook
            )
            seen = 0
            async for row in pages:
                yield row
                seen += 1
                if seen == limit:
                    return

    async def ping(self) -> None:
        """One cheap request: does the account answer, and does this container exist? Errors: Unavailable, NotFound."""
        with self._measured("ping") as hook:
            await self.database.proxy(self.name).read(response_hook=hook)

    @contextmanager
    def _measured(self, operation: str) -> Iterator[Any]:
        meter = telemetry.cosmos_meter(self.name, operation)
        try:
            yield meter
        except Exception as error:
            raise _translated(error) from error


def _translated(error: Exception) -> Exception:
    if isinstance(error, TimeoutError | asyncio.TimeoutError):
        return Unavailable(retry_after=1)
    status = getattr(error, "status_code", None)
    if not type(error).__module__.startswith(("azure.", "aiohttp.")):
        return error
    if status == 404:
        return NotFound()
    if status == 409:
        return AlreadyExists()
    if status == 412:
        return StaleVersion()
    if status is None or status in _UNAVAILABLE:  # no status: the connection failed
        return Unavailable(retry_after=1)
    return error
