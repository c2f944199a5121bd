"""An engine in memory, the real SDK on top of it, and raw requests."""

import json
import uuid
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Protocol

import pytest
from azure.cosmos import ContainerProxy, CosmosClient, DatabaseProxy, PartitionKey
from azure.cosmos.aio import CosmosClient as AsyncCosmosClient

from local.cosmos.engine import Engine
from local.cosmos.options import EMULATOR_KEY, Options
from local.cosmos.transport import AsyncEngineTransport, EngineTransport
from local.cosmos.wire import Response
from tests.local.cosmos.signing import sign


class Clock:
    """Time that only a test moves; whole seconds since the epoch."""

    def __init__(self) -> None:
        self.now = 1_800_000_000

    def __call__(self) -> float:
        return float(self.now)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def options(clock: Clock) -> Options:
    return Options(ranges=2, clock=clock)


@pytest.fixture
def engine(options: Options) -> Iterator[Engine]:
    opened = Engine.open(":memory:", options)
    yield opened
    opened.close()


@pytest.fixture
def url() -> str:
    """Clients cache partition ranges per address for the whole process, so every test has its own."""
    return f"http://cosmos-{uuid.uuid4().hex}/"


@pytest.fixture
def client(engine: Engine, url: str) -> Iterator[CosmosClient]:
    with CosmosClient(url, EMULATOR_KEY, transport=EngineTransport(engine)) as opened:
        yield opened


@pytest.fixture
async def async_client(engine: Engine, url: str) -> AsyncIterator[AsyncCosmosClient]:
    async with AsyncCosmosClient(url, EMULATOR_KEY, transport=AsyncEngineTransport(engine)) as opened:
        yield opened


@pytest.fixture
def database(client: CosmosClient) -> DatabaseProxy:
    return client.create_database("oilfield")


@pytest.fixture
def wells(database: DatabaseProxy) -> ContainerProxy:
    """Items by `/field`."""
    return database.create_container("wells", PartitionKey(path="/field"))


@pytest.fixture
def pages(database: DatabaseProxy) -> ContainerProxy:
    """Items by `/organisation`, `/document`."""
    return database.create_container("pages", PartitionKey(path=["/organisation", "/document"]))


class Call(Protocol):
    def __call__(
        self, method: str, path: str, body: Any = None, key: list[Any] | None = None, **headers: str
    ) -> Response: ...


@pytest.fixture
def call(engine: Engine) -> Call:
    """A signed raw request; underscores in header names become hyphens."""

    def send(method: str, path: str, body: Any = None, key: list[Any] | None = None, **headers: str) -> Response:
        parts = path.strip("/").split("/")
        is_feed = len(parts) % 2 == 1
        signed = sign(method, parts[-1] if is_feed else parts[-2], "/".join(parts[:-1] if is_feed else parts))
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if key is not None:
            named["x-ms-documentdb-partitionkey"] = json.dumps(key)
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return engine.handle(method, path, {"host": "local", **signed, **named}, data)

    return send


@pytest.fixture
def message() -> Callable[[Response], str]:
    """The sentence of an error answer."""

    def read(response: Response) -> str:
        text: str = json.loads(response.body)["message"]
        return text

    return read
