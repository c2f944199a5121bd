"""The one local origin: the built page, and `/api/*` passed on to the Functions host."""

import mimetypes
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import aiohttp

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

MAX_BODY = 100 * 1024 * 1024  # bytes, the host's own limit
HOST_TIMEOUT = 230  # seconds, the load balancer's in Azure
HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "transfer-encoding",
    "upgrade",
    "te",
    "trailer",
    "proxy-authorization",
    "host",
    "content-length",
}
RESTARTING = (
    b'{"type":"urn:petroconnect:problem:unavailable","title":"The Functions host is starting.","status":502,"code":"unavailable",'
    b'"detail":"Try again in a moment.","requestId":"","errors":[]}'
)


class Edge:
    """An ASGI app. `host` is the Functions host's address, `blob_origin` what signed URLs point at; `page` may be None (API only)."""

    def __init__(self, *, host: str, blob_origin: str, page: Path | None) -> None:
        self._host = host
        self._page = page.resolve() if page is not None else None
        self._session: aiohttp.ClientSession | None = None
        self._security = [
            (b"content-security-policy", _policy(blob_origin).encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"same-origin"),
            (b"cross-origin-opener-policy", b"same-origin"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if scope["path"].startswith("/api/"):
            await self._pass_on(scope, receive, send)
        else:
            await self._serve_file(scope, send)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _read(receive)
        if body is None:
            await _answer(send, 413, [], b"")
            return
        if self._session is None:
            self._session = aiohttp.ClientSession(
                auto_decompress=False,
                timeout=aiohttp.ClientTimeout(total=HOST_TIMEOUT, connect=5),
                cookie_jar=aiohttp.DummyCookieJar(),
            )
        query = scope["query_string"]
        target = self._host + scope["raw_path"].decode("latin-1") + (f"?{query.decode('latin-1')}" if query else "")
        from yarl import URL

        try:
            async with self._session.request(
                scope["method"],
                URL(target, encoded=True),
                headers=_forwarded(scope),
                data=body or None,
                allow_redirects=False,
            ) as response:
                content = await response.read()
                kept = [(n.lower(), v) for n, v in response.raw_headers if n.lower().decode() not in HOP_BY_HOP]
                await _answer(send, response.status, kept, content)
        except (aiohttp.ClientError, TimeoutError):
            await _answer(
                send, 502, [(b"content-type", b"application/problem+json"), (b"retry-after", b"1")], RESTARTING
            )

    async def _serve_file(self, scope: Scope, send: Send) -> None:
        if scope["method"] not in {"GET", "HEAD"} or self._page is None:
            await _answer(send, 404, self._security, b"")
            return
        wanted = (self._page / scope["path"].lstrip("/")).resolve()
        inside = wanted.is_relative_to(self._page) and wanted.is_file()
        if not inside and scope["path"].startswith("/assets/"):
            await _answer(send, 404, self._security, b"")
            return
        file = wanted if inside else self._page / "index.html"  # the page routes by itself
        hashed = "/assets/" in f"/{file.relative_to(self._page).as_posix()}"
        headers = [
            *self._security,
            (b"content-type", _media_type(file).encode()),
            (b"cache-control", b"public, max-age=31536000, immutable" if hashed else b"no-store"),
        ]
        await _answer(send, 200, headers, b"" if scope["method"] == "HEAD" else file.read_bytes())


def _policy(blob_origin: str) -> str:
    return (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; "
        f"img-src 'self' data: blob: {blob_origin}; worker-src 'self' blob:; manifest-src 'self'; connect-src 'self' {blob_origin}; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


def _media_type(file: Path) -> str:
    guessed = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{guessed}; charset=utf-8" if guessed.startswith("text/") else guessed


def _forwarded(scope: Scope) -> list[tuple[str, str]]:
    headers = [
        (n.decode("latin-1"), v.decode("latin-1")) for n, v in scope["headers"] if n.decode("latin-1") not in HOP_BY_HOP
    ]
    known = dict(headers)
    client = scope["client"][0] if scope.get("client") else "127.0.0.1"
    chain = f"{known['x-forwarded-for']}, {client}" if "x-forwarded-for" in known else client
    kept = [(name, value) for name, value in headers if not name.startswith("x-forwarded-")]
    host = next((v.decode("latin-1") for n, v in scope["headers"] if n == b"host"), "")
    return [*kept, ("x-forwarded-for", chain), ("x-forwarded-proto", scope["scheme"]), ("x-forwarded-host", host)]


async def _read(receive: Receive) -> bytes | None:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts)
        part = message.get("body", b"")
        size += len(part)
        if size > MAX_BODY:
            return None
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes) -> None:
    length = [] if status in {204, 304} else [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*headers, *length]})
    await send({"type": "http.response.body", "body": body})
