"""What cannot be seen from outside in reasonable time: lease renewal and lost leases, back-off. Cases 40 and 42."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from azure.storage.queue.aio import QueueClient, QueueServiceClient

from local.host.engine import Engine
from local.host.functions import Binding, Function
from local.host.hostjson import HostOptions, QueueOptions
from local.host.outputs import OutputWriter, Runner
from local.host.queues import QueueListener
from local.host.retry import Backoff
from local.host.settings import Connection, Settings
from local.host.storage import Storage
from tests.local.host.hosting import eventually

OPTIONS = QueueOptions(base64=False, max_dequeue_count=2)
pytestmark = pytest.mark.whitebox("drives the listener with a short lease")


@pytest.fixture
async def shared() -> AsyncIterator[Storage]:
    found = Storage()
    yield found
    await found.close()


@pytest.fixture
async def service(storage: str) -> AsyncIterator[QueueServiceClient]:
    async with QueueServiceClient.from_connection_string(storage) as found:
        yield found


def listener(shared: Storage, connection: str, queue: str, handler: Any, lease: float = 600) -> QueueListener:
    trigger = Binding("message", "queueTrigger", False, {})
    function = Function("on_message", handler, True, "", trigger, raw_input=False, needs_context=False)
    outputs = OutputWriter(Settings({}), shared, OPTIONS)
    engine = Engine(HostOptions(), lambda: None)
    runner = Runner(engine, outputs)
    return QueueListener(function, queue, Connection("C", connection), runner, shared, OPTIONS, lease=lease)


async def until_empty(client: QueueClient) -> None:
    async def empty() -> bool:
        return not (await client.get_queue_properties()).approximate_message_count

    await eventually(empty)


async def test_42_the_lease_is_renewed_while_the_function_runs(
    shared: Storage, storage: str, service: QueueServiceClient
) -> None:
    client = await service.create_queue("renewed")
    runs: list[int] = []

    async def handler(message: Any) -> None:
        runs.append(message.dequeue_count)
        await asyncio.sleep(3.5)  # longer than the lease

    running = listener(shared, storage, "renewed", handler, lease=2)
    await client.send_message("long")
    running.start()
    await until_empty(client)
    running.stop()
    await running.stopped()
    assert runs == [1]


def test_40_pauses_grow_to_the_limit_and_start_again() -> None:
    backoff = Backoff(0.1, 2.0)
    pauses = [backoff.pause() for _ in range(12)]
    for number, pause in enumerate(pauses):
        middle = min(2.0, 0.1 * 2**number)
        assert 0.8 * middle <= pause <= min(2.0, 1.2 * middle)
    backoff.reset()
    assert backoff.pause() <= 0.12
