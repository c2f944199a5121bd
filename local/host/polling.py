"""Polls one storage queue and handles every message, at least once each. What a message means is for the subclasses."""

import asyncio
from typing import Any

from local.host.engine import InvocationFailed
from local.host.hostjson import QueueOptions
from local.host.listener import Listener, Outage
from local.host.logs import console
from local.host.messages import Undecodable, decode_text
from local.host.retry import Backoff
from local.host.settings import Connection
from local.host.storage import Storage

LEASE = 600.0  # seconds a received message stays invisible; renewed at half-time
SHORTEST_PAUSE = 0.1


class PollingListener(Listener):
    """`poison` names the queue for what fails every time, None if there is none. `lease` is in seconds; only tests shorten it."""

    def __init__(
        self,
        name: str,
        queue: str,
        connection: Connection,
        storage: Storage,
        options: QueueOptions,
        *,
        poison: str | None,
        lease: float = LEASE,
    ) -> None:
        super().__init__(name)
        self._queue = queue
        self._connection = connection
        self._storage = storage
        self._options = options
        self._poison_queue = poison
        self._lease = lease
        self._tasks: set[asyncio.Task[None]] = set()
        self._finished = asyncio.Event()

    async def handle(self, text: str, message: Any) -> None:
        """Do what a message asks for. Errors: InvocationFailed, and the message comes again."""
        raise NotImplementedError

    async def listen(self) -> None:
        client = await self._storage.queue(self._connection, self._queue)
        backoff = Backoff(SHORTEST_PAUSE, self._options.max_polling_interval)
        outage = Outage(f"queue {self._queue}")
        while not self.stopping:
            if len(self._tasks) > self._options.new_batch_threshold:
                await self._until_one_finishes()
                continue
            messages = await self._receive(client, outage)
            for message in messages:
                task = asyncio.create_task(self._process(client, message))
                self._tasks.add(task)
                task.add_done_callback(self._done)
            if messages:
                backoff.reset()
            else:
                await self.pause(backoff.pause())
        if self._tasks:
            await asyncio.wait(self._tasks)

    async def _until_one_finishes(self) -> None:
        self._finished.clear()
        await self.first(self._finished.wait())

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._finished.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            console.line(f"queue {self._queue}: a message could not be settled and will come again: {error}")

    async def _receive(self, client: Any, outage: Outage) -> list[Any]:
        from azure.core.exceptions import AzureError, ResourceNotFoundError

        batch = self._options.batch_size
        try:
            pages = client.receive_messages(messages_per_page=batch, visibility_timeout=int(self._lease)).by_page()
            messages = [message async for message in await anext(pages)]
        except (StopAsyncIteration, ResourceNotFoundError):
            messages = []  # a queue that does not exist yet is an empty one
        except AzureError as error:
            outage.failed(error)
            return []
        outage.over()
        return messages

    async def _process(self, client: Any, message: Any) -> None:
        lease = MessageLease(client, message.id, message.pop_receipt, self._lease)
        if message.dequeue_count > self._options.max_dequeue_count and self._poison_queue is not None:
            await self._poison(lease, message.content)
            return
        try:
            text = decode_text(message.content, base64_encoded=self._options.base64)
        except Undecodable:
            console.line(f"queue {self._queue}: message {message.id} is not base64")
            await self._failed(lease, message, hopeless=True)
            return
        lease.keep()
        try:
            await self.handle(text, message)
        except InvocationFailed:
            failed = True
        else:
            failed = False
        finally:
            await lease.stop()
        await (self._failed(lease, message, hopeless=False) if failed else lease.delete())

    async def _failed(self, lease: "MessageLease", message: Any, *, hopeless: bool) -> None:
        if (hopeless or message.dequeue_count >= self._options.max_dequeue_count) and self._poison_queue is not None:
            await self._poison(lease, message.content)
        elif self._poison_queue is not None or message.dequeue_count < self._options.max_dequeue_count:
            await lease.release(self._options.visibility_timeout)

    async def _poison(self, lease: "MessageLease", content: str) -> None:
        name = str(self._poison_queue)
        console.line(
            f"Message has reached MaxDequeueCount of {self._options.max_dequeue_count}. Moving message to queue '{name}'."
        )
        await self._storage.send(await self._storage.queue(self._connection, name), content)
        await lease.delete()


class MessageLease:
    """Our hold on one message: renewed while its function runs, then deleted or released."""

    def __init__(self, client: Any, message_id: str, pop_receipt: str, seconds: float) -> None:
        self._client = client
        self._id = message_id
        self._receipt = pop_receipt
        self._seconds = seconds
        self._stopped = asyncio.Event()
        self._renewal: asyncio.Task[None] | None = None

    def keep(self) -> None:
        self._renewal = asyncio.create_task(self._renew())

    async def stop(self) -> None:
        """Stop renewing; waits for a renewal under way, whose answer carries the receipt that deletes."""
        self._stopped.set()
        if self._renewal is not None:
            await self._renewal

    async def delete(self) -> None:
        """Settle; a message somebody else holds by now is theirs."""
        from azure.core.exceptions import HttpResponseError

        try:
            await self._client.delete_message(self._id, self._receipt)
        except HttpResponseError as error:
            if error.status_code not in (400, 404):
                raise

    async def release(self, delay: float) -> None:
        """Let the message be seen again after `delay` seconds."""
        from azure.core.exceptions import HttpResponseError

        try:
            await self._client.update_message(self._id, self._receipt, visibility_timeout=int(delay))
        except HttpResponseError as error:
            if error.status_code not in (400, 404):
                raise

    async def _renew(self) -> None:
        from azure.core.exceptions import AzureError

        while True:
            try:
                async with asyncio.timeout(self._seconds / 2):
                    await self._stopped.wait()
                return
            except TimeoutError:
                pass
            try:
                updated = await self._client.update_message(
                    self._id, self._receipt, visibility_timeout=int(self._seconds)
                )
            except AzureError as error:
                console.line(f"message {self._id} could not be renewed: {error}")
            else:
                self._receipt = updated.pop_receipt
