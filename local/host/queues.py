"""The queue trigger: runs its function for every message of one queue."""

from datetime import UTC, datetime, timedelta
from typing import Any

from local.host.engine import InvocationFailed
from local.host.functions import Function
from local.host.hostjson import QueueOptions
from local.host.logs import console
from local.host.messages import Delivery, queue_argument
from local.host.outputs import Runner
from local.host.polling import LEASE, PollingListener
from local.host.settings import Connection
from local.host.storage import Storage

LONGEST_NAME = 63
POISON = "-poison"


class QueueListener(PollingListener):
    def __init__(
        self,
        function: Function,
        queue: str,
        connection: Connection,
        runner: Runner,
        storage: Storage,
        options: QueueOptions,
        *,
        lease: float = LEASE,
    ) -> None:
        queue = queue.lower()
        super().__init__(function.name, queue, connection, storage, options, poison=poison_queue(queue), lease=lease)
        self._function = function
        self._runner = runner

    async def handle(self, text: str, message: Any) -> None:
        delivery = Delivery(
            message.id,
            message.pop_receipt,
            message.dequeue_count,
            message.inserted_on,
            message.expires_on,
            message.next_visible_on,
        )
        reason = f"New queue message detected on '{self._queue}'."
        try:
            argument = queue_argument(text, delivery, raw=self._function.raw_input)
        except ValueError as error:
            console.line(f"Functions.{self._function.name}: message {message.id} overwrites its metadata: {error}")
            raise InvocationFailed(self._function.name) from error
        await self._runner.run(self._function, argument, reason, details=delivery.details)


def poison_queue(queue: str) -> str | None:
    """Where messages of a queue go that fail every time; nowhere from a poison queue, nor if the name would be too long."""
    name = queue + POISON
    return None if queue.endswith(POISON) or len(name) > LONGEST_NAME else name


def argument_by_hand(text: str, *, raw: bool) -> Any:
    """What a queue function gets for a text that was never in a queue. Errors: ValueError."""
    now = datetime.now(UTC)
    return queue_argument(text, Delivery("", "", 1, now, now + timedelta(days=7), now), raw=raw)
