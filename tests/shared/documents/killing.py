"""A worker that dies, in any moment that the outside world can tell apart: after each of its requests, before its answer is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock
from urllib.parse import urlsplit

from azure.core.pipeline.transport import AioHttpTransport, HttpRequest

from local.cosmos.transport import AsyncEngineTransport


class Killed(BaseException):
    """Nothing of the product may catch this: the process is gone."""


@dataclass
class Requests:
    """What was sent to Cosmos, blobs and queues; the worker dies as soon as `limit` of them were carried out."""

    limit: int | None = None
    lines: list[str] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    searches: int = 0  # queries over all partitions

    def count(self, request: HttpRequest, status: int) -> None:
        self.lines.append(f"{request.method} {request.url.partition('?')[0]} {status}")
        if "x-ms-copy-source" in request.headers and status < 300:
            self.copied.append(request.url)
        is_query = request.headers.get("Content-Type", "").startswith("application/query+json")
        self.searches += is_query and "x-ms-documentdb-partitionkey" not in request.headers
        if self.limit is not None and len(self.lines) >= self.limit:
            raise Killed

    def copies_of(self, document_id: str) -> int:
        """The timer looks after everybody's uploads, those of other tests too."""
        return sum(document_id in url for url in self.copied)

    def start(self) -> None:
        if self.limit == 0:
            raise Killed


@contextmanager
def watched(limit: int | None = None) -> Iterator[Requests]:
    """Counts every request made inside; with a `limit`, kills whoever sends the request after which it is reached."""
    requests = Requests(limit)
    with _counting(AsyncEngineTransport, requests), _counting(AioHttpTransport, requests):
        yield requests


@contextmanager
def _counting(transport: type, requests: Requests) -> Iterator[None]:
    send = transport.send  # type: ignore[attr-defined]

    async def counted(self: Any, request: HttpRequest, **options: Any) -> Any:
        if urlsplit(request.url).path == "/":  # the Cosmos client looks at its account, in a task of its own
            return await send(self, request, **options)
        requests.start()
        response = await send(self, request, **options)
        requests.count(request, response.status_code)
        return response

    with mock.patch.object(transport, "send", counted):
        yield
