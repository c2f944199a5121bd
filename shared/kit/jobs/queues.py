"""Sending jobs to storage queues, base64 on the wire as the Functions trigger expects."""

import base64
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from opentelemetry.trace import SpanKind
from pydantic import ValidationError

from shared.errors import Unavailable
from shared.kit import telemetry
from shared.kit.clock import utc_now
from shared.kit.jobs.envelope import Job
from shared.kit.sdks import IMPORTING

if TYPE_CHECKING:
    from azure.storage.queue.aio import QueueClient, QueueServiceClient

TIMEOUTS = {"connection_timeout": 5, "read_timeout": 20}
MAX_PAYLOAD = 48 * 1024  # bytes before base64; the service takes 64 KiB after it


@dataclass(frozen=True, slots=True)
class QueueSettings:
    connection_string: str = ""
    endpoint: str = ""
    client_id: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A queue in which something waits, `since` when it could be taken. `messages` as the service estimates, those at work included."""

    queue: str
    messages: int
    since: datetime


def _due(content: Any) -> datetime | None:
    """Since when a job could be taken; None when the message is none of ours, or was to be taken at once."""
    try:
        return Job.model_validate_json(base64.b64decode(content)).due_at
    except (ValidationError, ValueError, TypeError):
        return None


class JobQueue:
    """All queues of one storage account."""

    def __init__(self, settings: QueueSettings) -> None:
        self._settings = settings
        self._service: QueueServiceClient | None = None
        self._credential: Any = None
        self._queues: dict[str, QueueClient] = {}

    async def send(self, queue: str, job: Job, *, delay: float = 0) -> None:
        """Hand over a job, invisible for `delay` seconds; its trace goes on through the queue. Errors: Unavailable."""
        client = self._queue(queue)
        from azure.core.exceptions import AzureError

        with telemetry.span(f"send {queue}", SpanKind.PRODUCER, job.traceparent, pc_queue=queue, pc_job=job.kind):
            due_at = utc_now() + timedelta(seconds=delay) if delay else None
            facts = {"traceparent": telemetry.current_traceparent(job.traceparent), "due_at": due_at}
            traced = job.model_copy(update=facts)
            text = traced.model_dump_json(by_alias=True)
            if len(text.encode()) > MAX_PAYLOAD:
                raise ValueError(f"a job for {queue} is too large: send ids, not content")
            try:
                await client.send_message(text, visibility_timeout=int(delay) or None)
            except AzureError as error:
                raise Unavailable(retry_after=1) from error

    async def waiting(self, queues: Iterable[str]) -> AsyncIterator[Waiting]:
        """Those that have a message to show; takes none out. Named, since the app may not list an account's. Errors: Unavailable.

        In a queue that is not there nothing waits: the others are to be seen all the same.
        """
        from azure.core.exceptions import AzureError, ResourceNotFoundError

        for name in queues:
            client = self._open().get_queue_client(name)  # decodes nothing: any message is to be counted
            try:
                for first in await client.peek_messages(max_messages=1):
                    count = (await client.get_queue_properties()).approximate_message_count
                    since = first.inserted_on or utc_now()
                    yield Waiting(name, count or 1, max(since, _due(first.content) or since))
            except ResourceNotFoundError:
                continue
            except AzureError as error:
                raise Unavailable(retry_after=1) from error

    async def ping(self, queue: str) -> None:
        """Errors: Unavailable."""
        client = self._queue(queue)
        from azure.core.exceptions import AzureError

        try:
            await client.get_queue_properties()
        except AzureError as error:
            raise Unavailable(retry_after=1) from error

    async def close(self) -> None:
        service, self._service = self._service, None
        self._queues.clear()
        if service is not None:
            await service.close()
        if self._credential is not None:
            await self._credential.close()

    def _queue(self, name: str) -> "QueueClient":
        if (known := self._queues.get(name)) is not None:
            return known
        with IMPORTING:
            from azure.storage.queue import TextBase64DecodePolicy, TextBase64EncodePolicy

        queue = self._open().get_queue_client(
            name, message_encode_policy=TextBase64EncodePolicy(), message_decode_policy=TextBase64DecodePolicy()
        )
        self._queues[name] = queue
        return queue

    def _open(self) -> "QueueServiceClient":
        if self._service is None:
            with IMPORTING:
                from azure.storage.queue.aio import QueueServiceClient

            options: dict[str, Any] = dict(TIMEOUTS)
            if self._settings.connection_string:
                self._service = QueueServiceClient.from_connection_string(self._settings.connection_string, **options)
            else:
                from azure.identity.aio import DefaultAzureCredential

                self._credential = DefaultAzureCredential(managed_identity_client_id=self._settings.client_id or None)
                self._service = QueueServiceClient(self._settings.endpoint, self._credential, **options)
        return self._service
