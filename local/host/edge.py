"""The HTTP side of the host, as an ASGI application written by hand: this is the hot path of every request."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, Protocol

from local.host.cors import Cors
from local.host.engine import Engine, InvocationFailed, Outputs
from local.host.functions import Function
from local.host.hostjson import HttpOptions
from local.host.keys import Keys
from local.host.outputs import OutputWriter
from local.host.requests import (
    BODY_LIMIT,
    BodyTooLarge,
    Receive,
    Scope,
    decode_path,
    parse_query,
    read_body,
    read_headers,
    request_of,
)
from local.host.responses import Headers, Response, empty, response_of
from local.host.routing import Router
from local.host.webhooks import extension_of

Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
CALLED = "This function was programmatically called via the host APIs."
HOMEPAGE = b"<!DOCTYPE html><title>Functions</title><p>Your Functions app is up and running.</p>"
BODILESS = (204, 205, 304)
HOOKS = "/runtime/webhooks/"
RESERVED = ("/adm", "/run")  # how paths begin that may be the host's own: a quick look, on the path of every request


class Administration(Protocol):
    """What answers below /admin or /runtime/webhooks."""

    async def answer(self, method: str, path: str, headers: Mapping[str, str], query: str, body: bytes) -> Response: ...


class Edge:
    """One app's HTTP endpoints. Errors of a function are an empty 500: nothing about them leaves the host."""

    def __init__(
        self,
        router: Router[Function],
        engine: Engine,
        outputs: OutputWriter,
        admin: Administration,
        webhooks: Administration,
        options: HttpOptions,
        *,
        cors: Cors,
        keys: Keys | None = None,
        homepage: bool = True,
        body_limit: int = BODY_LIMIT,
    ) -> None:
        self._router = router
        self._engine = engine
        self._outputs = outputs
        self._admin = admin
        self._webhooks = webhooks
        self._options = options
        self._cors = cors
        self._keys = keys
        self._homepage = homepage
        self._limit = body_limit
        self._outstanding = 0
        self._gate = asyncio.Semaphore(options.max_concurrent) if options.max_concurrent > 0 else None
        self._custom: Headers = [
            (n.lower().encode("latin-1"), v.encode("latin-1")) for n, v in options.custom_headers.items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError(f"the host speaks HTTP only, not {scope['type']}")
        headers = read_headers(scope)
        response = self._cors.preflight(scope["method"], headers) if self._cors else None
        extra = self._custom
        if response is None:
            response = await self._limited(scope, headers, receive)
            if self._cors:
                extra = extra + self._cors.headers(headers)
        body = b"" if scope["method"] == "HEAD" or response.status in BODILESS else response.body
        if scope["http_version"] == "1.0" and not any(name == b"content-length" for name, _ in response.headers):
            extra = [*extra, (b"content-length", str(len(body)).encode())]  # such a client does not know chunks
        await send({"type": "http.response.start", "status": response.status, "headers": response.headers + extra})
        await send({"type": "http.response.body", "body": body})

    async def _limited(self, scope: Scope, headers: dict[str, str], receive: Receive) -> Response:
        if 0 < self._options.max_outstanding <= self._outstanding:
            return empty(429)
        self._outstanding += 1
        try:
            if self._gate is None:
                return await self._answer(scope, headers, receive)
            async with self._gate:
                return await self._answer(scope, headers, receive)
        except BodyTooLarge:
            # Not a 413: the body is read on the way to the worker, and whatever fails there is a failed invocation.
            return Response(500, [(b"content-length", b"0"), (b"connection", b"close")])
        finally:
            self._outstanding -= 1

    async def _answer(self, scope: Scope, headers: dict[str, str], receive: Receive) -> Response:
        method = scope["method"]
        path, escaped = decode_path(scope["raw_path"])
        query = scope["query_string"].decode("latin-1")
        if path[:4].lower() in RESERVED and path.split("/", 2)[1].casefold() in ("admin", "runtime"):
            body = await read_body(headers, receive, self._limit)
            return await self._administer(method, path, headers, query, body)
        found = self._router.match(method, path)
        if found is None:
            return self._front_page() if path == "/" else empty(404)
        function, values = found
        level = function.trigger.text("authLevel", "FUNCTION")
        if self._keys is not None and not self._keys.allow(level, function.name, headers, parse_query(query)):
            return empty(401)
        body = await read_body(headers, receive, self._limit)
        host = headers.get("host", "localhost")
        url = f"{scope['scheme']}://{host}{escaped}?{query}" if query else f"{scope['scheme']}://{host}{escaped}"
        return await self._run(function, request_of(method, url, headers, query, values, body), headers)

    async def _run(self, function: Function, request: Any, headers: Mapping[str, str]) -> Response:
        try:
            response, outputs = await self._engine.invoke(
                function,
                request,
                CALLED,
                _respond,
                trace_parent=headers.get("traceparent", ""),
                trace_state=headers.get("tracestate", ""),
            )
            if outputs:
                await self._outputs.write(function, outputs)
        except InvocationFailed:
            return empty(500)
        return response

    async def _administer(
        self, method: str, path: str, headers: Mapping[str, str], query: str, body: bytes
    ) -> Response:
        """What is below /admin and /runtime is the host's alone: no function gets it, not even a route that catches everything."""
        hook = path.casefold().startswith(HOOKS)
        if not hook and not path.casefold().startswith("/admin/"):
            return empty(404)
        level, name = ("system", f"{extension_of(path)}_extension") if hook else ("admin", "")
        if self._keys is not None and not self._keys.allow(level, name, headers, parse_query(query)):
            return empty(401)
        return await (self._webhooks if hook else self._admin).answer(method, path, headers, query, body)

    def _front_page(self) -> Response:
        if not self._homepage:
            return Response(204, [])
        return Response(200, [(b"content-type", b"text/html; charset=utf-8")], HOMEPAGE)


def _respond(value: Any, outputs: Outputs) -> tuple[Response, Outputs]:
    return response_of(value), outputs
