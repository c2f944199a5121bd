"""The engine as an ASGI application."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from local.cosmos.engine import Engine
from local.cosmos.faults import Fault
from local.cosmos.wire import Response

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_MAX_BODY: Final = 16 * 1024 * 1024  # far above what any operation accepts; only guards memory


class Application:
    """Serves HTTP. Requests run on the event loop itself: the engine is one at a time anyway, and quick."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        method: str = scope["method"]
        body = b"" if method == "GET" else await _body(receive)
        path = scope["raw_path"].decode("latin-1")
        headers[":scheme"] = scope["scheme"]
        fault = self._engine.fault_for(method, path)
        if fault is not None:
            await self._misbehave(fault, method, path, headers, body, receive, send)
            return
        await _send(self._engine.handle(method, path, headers, body), send)

    async def _misbehave(
        self, fault: Fault, method: str, path: str, headers: dict[str, str], body: bytes, receive: Receive, send: Send
    ) -> None:
        if fault.latency_ms:
            await asyncio.sleep(fault.latency_ms / 1000)
        response = None
        if fault.after or fault.action == "delay":
            response = self._engine.handle(method, path, headers, body)
        if fault.action == "respond":
            response = self._engine.refusal(fault.error(), path, headers)
        if fault.action == "hang":
            while (await receive())["type"] != "http.disconnect":
                pass
            return
        if fault.action == "reset":
            await _break_off(send)
            return
        assert response is not None
        await _send(response, send)


async def _body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body", False):
        return body
    parts = [body]
    size = len(body)
    while message.get("more_body", False) and size <= _MAX_BODY:
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
    return b"".join(parts)


async def _send(response: Response, send: Send) -> None:
    body = response.body
    headers = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in response.headers.items()]
    if response.status not in (204, 304):
        headers.append((b"content-length", str(len(body)).encode("ascii")))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _break_off(send: Send) -> None:
    """Promise more than is sent: the HTTP server then closes the connection, and the client sees it break."""
    headers = [(b"content-type", b"application/json"), (b"content-length", b"1000")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"{", "more_body": True})
