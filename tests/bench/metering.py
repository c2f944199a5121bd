"""What operations cost: Cosmos requests, their charge, and processor time."""

import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock

from azure.core.pipeline.transport import AsyncHttpResponse, HttpRequest

from local.cosmos.transport import AsyncEngineTransport
from tests.api_client import ApiClient, Response


@dataclass(frozen=True)
class Cost:
    """`charge` in RU as the local server estimates them; `cpu_ms` includes the database and the check of the answer, so an upper bound."""

    requests: int
    charge: float
    cpu_ms: float


@dataclass
class Meter:
    """What happened inside `charged`."""

    requests: int = 0
    charge: float = 0
    began: float = 0

    @property
    def cost(self) -> Cost:
        return Cost(self.requests, round(self.charge, 1), round((time.process_time() - self.began) * 1000, 1))


@contextmanager
def charged() -> Iterator[Meter]:
    meter = Meter(began=time.process_time())
    send = AsyncEngineTransport.send

    async def metering(self: AsyncEngineTransport, request: HttpRequest, **options: Any) -> AsyncHttpResponse:
        answer = await send(self, request, **options)
        meter.requests += 1
        meter.charge += float(answer.headers.get("x-ms-request-charge", 0))
        return answer

    with mock.patch.object(AsyncEngineTransport, "send", metering):
        yield meter


@dataclass
class Ledger:
    """What each operation of a journey cost. `client`: who calls when nobody else is named."""

    client: ApiClient
    costs: dict[str, Cost] = field(default_factory=dict)

    async def call(
        self,
        name: str,
        method: str,
        path: str,
        body: object = None,
        *,
        by: ApiClient | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        with charged() as meter:
            answer = await (by or self.client).request(method, path, body, headers=dict(headers or {}))
        assert answer.status < 300, answer.content
        self.costs[name] = meter.cost
        return answer

    async def work(self, name: str, doing: Callable[[], Awaitable[object]]) -> None:
        """What goes on behind requests: a job, a batch of the change feed, a timer."""
        with charged() as meter:
            await doing()
        self.costs[f"{name} (worker)"] = meter.cost
