"""azure-core transports that call the engine in the same process: no port, no server, the same answers.

    client = CosmosClient("http://local/", EMULATOR_KEY, transport=EngineTransport(engine))

Only what azure-cosmos sends is understood: bodies in memory, no streaming. `close` leaves the engine open.
"""

import asyncio
import time
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from azure.core.exceptions import ServiceResponseError, ServiceResponseTimeoutError
from azure.core.pipeline.transport import (
    AsyncHttpResponse,
    AsyncHttpTransport,
    HttpRequest,
    HttpResponse,
    HttpTransport,
)
from azure.core.utils import CaseInsensitiveDict

from local.cosmos.engine import Engine
from local.cosmos.faults import Fault
from local.cosmos.wire import Response


class _Answer:
    """The part both kinds of response share."""

    def __init__(self, request: HttpRequest, response: Response) -> None:
        self.request = request
        self.internal_response = response
        self.status_code = response.status
        self.headers = CaseInsensitiveDict(response.headers)
        self.reason = ""
        self.content_type = response.headers.get("content-type")
        self.block_size = 4096

    def body(self) -> bytes:
        return self.internal_response.body


class EngineResponse(_Answer, HttpResponse):  # type: ignore[misc]
    """A complete answer."""


class AsyncEngineResponse(_Answer, AsyncHttpResponse):  # type: ignore[misc]
    """A complete answer for the asynchronous client."""

    async def load_body(self) -> None:
        """Nothing to load: the body is there."""


def _parts(request: HttpRequest) -> tuple[str, str, dict[str, str], bytes]:
    url = urlsplit(request.url)
    headers = {name.lower(): str(value) for name, value in request.headers.items()}
    headers[":scheme"] = url.scheme
    headers["host"] = url.netloc
    data = request.data
    body = data.encode() if isinstance(data, str) else bytes(data) if isinstance(data, bytes | bytearray) else b""
    return request.method, url.path or "/", headers, body


def _conclude(engine: Engine, fault: Fault, parts: tuple[str, str, dict[str, str], bytes]) -> Response:
    response = engine.handle(*parts) if fault.after or fault.action == "delay" else None
    if fault.action == "reset":
        raise ServiceResponseError("Connection reset by an injected fault.")
    if fault.action == "hang":
        raise ServiceResponseTimeoutError("No answer because of an injected fault.")
    if fault.action == "respond" or response is None:
        return engine.refusal(fault.error(), parts[1], parts[2])
    return response


class EngineTransport(HttpTransport[HttpRequest, HttpResponse]):
    """For `azure.cosmos.CosmosClient`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def send(self, request: HttpRequest, **_: Any) -> HttpResponse:
        parts = _parts(request)
        fault = self._engine.fault_for(parts[0], parts[1])
        if fault is None:
            return EngineResponse(request, self._engine.handle(*parts))
        time.sleep(fault.latency_ms / 1000)
        return EngineResponse(request, _conclude(self._engine, fault, parts))

    def open(self) -> None:
        pass

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass


class AsyncEngineTransport(AsyncHttpTransport[HttpRequest, AsyncHttpResponse]):
    """For `azure.cosmos.aio.CosmosClient`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def send(self, request: HttpRequest, **_: Any) -> AsyncHttpResponse:
        parts = _parts(request)
        fault = self._engine.fault_for(parts[0], parts[1])
        if fault is None:
            return AsyncEngineResponse(request, self._engine.handle(*parts))
        await asyncio.sleep(fault.latency_ms / 1000)
        return AsyncEngineResponse(request, _conclude(self._engine, fault, parts))

    async def open(self) -> None:
        pass

    async def close(self) -> None:
        pass

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None = None,
        exc_value: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        pass
