"""The product on the real emulators: Cosmos in this process, Azurite beside it. Each test makes an organisation of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings

from local.cosmos.engine import Engine
from local.cosmos.options import Options
from local.cosmos.transport import AsyncEngineTransport
from local.provision import Storage, provision_cosmos, provision_storage
from shared.app import App
from shared.composition import build_app
from shared.config import Settings
from shared.kit.jobs import Job
from tests.api_client import ApiClient
from tests.azurite import Azurite, azurite
from tests.settings import COSMOS_KEY, settings_for

__all__ = ["azurite"]

settings.register_profile("gate", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gate")
"""What fails in the gate fails again with the same code and on any machine; `--hypothesis-profile=explore`, at night, looks further."""


@dataclass
class Clock:
    """Time stands still until a test moves it."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **units: float) -> None:
        self.now += timedelta(**units)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
async def cosmos_engine() -> AsyncIterator[Engine]:
    """At least two partition ranges per container: what works on one only would fail in Azure.

    One for each module: timers look after everybody's, and what thousands of other tests left would be theirs to do.
    """
    engine = Engine.open(":memory:", Options(ranges=2))
    connection = f"AccountEndpoint=http://cosmos.test/;AccountKey={COSMOS_KEY};"
    await provision_cosmos(connection, transport=AsyncEngineTransport(engine))
    yield engine
    engine.close()


@pytest.fixture(scope="session")
async def provisioned(azurite: Azurite) -> Azurite:
    await provision_storage(Storage(azurite.connection_string))
    return azurite


@pytest.fixture
def settings(provisioned: Azurite) -> Settings:
    return settings_for(storage=provisioned.connection_string)


@asynccontextmanager
async def running(settings: Settings, clock: Clock, cosmos_engine: Engine) -> AsyncIterator[App]:
    """The app of a process that has been up for a while: tests count requests."""
    built = build_app(settings, now=clock, cosmos_transport=AsyncEngineTransport(cosmos_engine))
    await built.identity.revocations.refresh()
    yield built
    await built.close()


@pytest.fixture
async def app(settings: Settings, clock: Clock, cosmos_engine: Engine) -> AsyncIterator[App]:
    async with running(settings, clock, cosmos_engine) as opened:
        yield opened


@pytest.fixture
def client(app: App) -> ApiClient:
    """Nobody in particular: `client.signed_in(token)` is somebody."""
    return ApiClient(app)


@dataclass(frozen=True)
class Queues:
    """What lies in the queues of this test run; receiving takes it out."""

    connection_string: str

    async def take(self, name: str) -> list[Job]:
        from azure.storage.queue import TextBase64DecodePolicy
        from azure.storage.queue.aio import QueueClient

        found: list[Job] = []
        policy = {"message_decode_policy": TextBase64DecodePolicy()}
        async with QueueClient.from_connection_string(self.connection_string, name, **policy) as queue:
            async for message in queue.receive_messages(visibility_timeout=30):
                found.append(Job.model_validate_json(message.content))
                await queue.delete_message(message)
        return found


@pytest.fixture
async def queues(provisioned: Azurite) -> Queues:
    from azure.storage.queue.aio import QueueServiceClient

    async with QueueServiceClient.from_connection_string(provisioned.connection_string) as service:
        async for queue in service.list_queues():
            await service.get_queue_client(queue.name).clear_messages()
    return Queues(provisioned.connection_string)
