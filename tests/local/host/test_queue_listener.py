"""What cannot be seen from outside in reasonable time: lease renewal and lost leases, back-off. Cases 38, 40, 42 and 44."""

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


async def test_38_a_poison_queue_has_no_poison_queue(
    shared: Storage, storage: str, service: QueueServiceClient
) -> None:
    client = await service.create_queue("some-poison")
    failed_twice = asyncio.Event()
    runs: list[int] = []

    async def handler(message: Any) -> None:
        runs.append(message.dequeue_count)
        if len(runs) == 2:
            failed_twice.set()
        raise RuntimeError

    running = listener(shared, storage, "some-poison", handler)
    await client.send_message("stays")
    running.start()
    async with asyncio.timeout(20):
        await failed_twice.wait()
    running.stop()
    await running.stopped()
    assert (await client.get_queue_properties()).approximate_message_count == 1
    assert await client.receive_message() is None  # invisible until its lease ends
    assert [queue.name async for queue in service.list_queues(name_starts_with="some-poison-")] == []


async def test_44_a_message_the_function_itself_released_is_left_alone(
    shared: Storage, storage: str, service: QueueServiceClient
) -> None:
    client = await service.create_queue("released")
    runs: list[int] = []

    async def handler(message: Any) -> None:
        runs.append(message.dequeue_count)
        if len(runs) == 1:
            await client.update_message(message.id, message.pop_receipt, visibility_timeout=0)

    running = listener(shared, storage, "released", handler)
    await client.send_message("twice")
    running.start()
    await until_empty(client)
    running.stop()
    await running.stopped()
    assert runs == [1, 2]


def test_40_pauses_grow_to_the_limit_and_start_again() -> None:
    backoff = Backoff(0.1, 2.0)
    pauses = [backoff.pause() for _ in range(12)]
    for number, pause in enumerate(pauses):
        middle = min(2.0, 0.1 * 2**number)
        assert 0.8 * middle <= pause <= min(2.0, 1.2 * middle)
    backoff.reset()
    assert backoff.pause() <= 0.12
