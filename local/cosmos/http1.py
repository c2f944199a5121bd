"""HTTP/1.1 straight on asyncio: the engine answers inline, so a request costs one read and one write.

A general ASGI server spends several times what the engine needs; `asgi.py` is there for whoever wants one.
"""

import asyncio
from http import HTTPStatus
from typing import Final, cast

import httptools

from local.cosmos.engine import Engine
from local.cosmos.errors import CosmosError
from local.cosmos.faults import Fault
from local.cosmos.wire import Response

_MAX_BODY: Final = 16 * 1024 * 1024  # far above what any operation accepts; only guards memory
_LINES: Final = {status.value: f"HTTP/1.1 {status.value} {status.phrase}\r\n" for status in HTTPStatus}
_METHODS: Final = {method.encode(): method for method in ("GET", "POST", "PUT", "PATCH", "DELETE")}
_NAMES: dict[bytes, str] = {}


def _name(raw: bytes) -> str:
    """The lower-case header name; the few that occur are remembered."""
    found = _NAMES.get(raw)
    if found is None:
        found = raw.decode("latin-1").lower()
        if len(_NAMES) < 1000:
            _NAMES[raw] = found
    return found


class Connection(asyncio.Protocol):
    """One client connection; requests are answered in the order they come."""

    def __init__(self, engine: Engine, scheme: str, connections: "set[Connection]") -> None:
        self._engine = engine
        self._scheme = scheme
        self._connections = connections
        self._fields: dict[bytes, bytes] = {}
        # The parser looks its callbacks up once and calls this one for every header: no Python code then.
        self.on_header = self._fields.__setitem__
        self._parser = httptools.HttpRequestParser(self)
        self._transport: asyncio.Transport | None = None
        self._task: asyncio.Task[None] | None = None
        self._waiting: list[bytes] = []
        self._url = b""
        self._headers: dict[str, str] = {}
        self._body: list[bytes] = []
        self._size = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's transports only look like it
        self._connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self._connections.discard(self)
        self._transport = None
        if self._task is not None:
            self._task.cancel()

    def close(self) -> None:
        """Finish what is being written and close."""
        if self._transport is not None:
            self._transport.close()

    def data_received(self, data: bytes) -> None:
        if self._task is not None:
            self._waiting.append(data)  # a fault is being acted out; keep the order
            return
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._refuse(400, "The request is not valid HTTP.")
        except httptools.HttpParserUpgrade:
            self._refuse(400, "Upgrades are not supported.")

    # Called by the parser, in this order, while data is fed to it.

    def on_message_begin(self) -> None:
        self._url = b""
        self._fields.clear()
        self._body = []
        self._size = 0

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_headers_complete(self) -> None:
        headers = {_NAMES.get(name) or _name(name): value.decode("latin-1") for name, value in self._fields.items()}
        self._headers = headers
        if "expect" in headers and headers["expect"].lower() == "100-continue" and self._transport is not None:
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")

    def on_body(self, body: bytes) -> None:
        self._size += len(body)
        if self._size <= _MAX_BODY:
            self._body.append(body)

    def on_message_complete(self) -> None:
        if self._size > _MAX_BODY:
            self._refuse(413, "Request size is too large")
            return
        keep = self._parser.should_keep_alive()
        verb = self._parser.get_method()
        method = _METHODS.get(verb) or verb.decode("ascii")
        path = self._url.partition(b"?")[0].decode("latin-1")
        headers = self._headers
        headers[":scheme"] = self._scheme
        body = self._body[0] if len(self._body) == 1 else b"".join(self._body)
        fault = self._engine.fault_for(method, path)
        if fault is None:
            self._write(self._engine.handle(method, path, headers, body), keep=keep)
        else:
            self._task = asyncio.get_running_loop().create_task(
                self._misbehave(fault, method, path, headers, body, keep=keep)
            )

    def _write(self, response: Response, *, keep: bool) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        status = response.status
        start = _LINES.get(status) or f"HTTP/1.1 {status} Status\r\n"
        lines = "\r\n".join(map(": ".join, response.headers.items()))
        size = "" if status in (204, 304) else f"\r\ncontent-length: {len(response.body)}"
        end = "\r\n\r\n" if keep else "\r\nconnection: close\r\n\r\n"
        self._transport.write(f"{start}{lines}{size}{end}".encode("latin-1", "replace") + response.body)
        if not keep:
            self._transport.close()

    def _refuse(self, status: int, message: str) -> None:
        self._write(self._engine.refusal(CosmosError(status, message), "", {}), keep=False)

    async def _misbehave(
        self, fault: Fault, method: str, path: str, headers: dict[str, str], body: bytes, *, keep: bool
    ) -> None:
        if fault.latency_ms:
            await asyncio.sleep(fault.latency_ms / 1000)
        response = None
        if fault.after or fault.action == "delay":
            response = self._engine.handle(method, path, headers, body)
        if fault.action == "respond":
            response = self._engine.refusal(fault.error(), path, headers)
        if fault.action == "hang":
            await asyncio.Event().wait()  # until the client gives up, which cancels this task
        if fault.action == "reset" and self._transport is not None:
            self._transport.abort()
        elif response is not None:
            self._write(response, keep=keep)
        self._task = None
        waiting, self._waiting = self._waiting, []
        for data in waiting:
            self.data_received(data)
