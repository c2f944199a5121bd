"""An incoming HTTP request as the worker hands it to a function."""

import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import quote, unquote_plus, unquote_to_bytes

from azure.functions.http import HttpRequest

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

BODY_LIMIT = 104_857_600  # bytes; the Core Tools give Kestrel the same
_PLAIN_PATH = re.compile(rb"[A-Za-z0-9\-._~/!$&'()*+,;=:@]*")
_KEPT = re.compile(rb"%2[Ff]")
_UNESCAPED = "/!$&'()*+,;=:@-._~"
_PERCENT = re.compile(r"(%[0-9A-Fa-f]{2})")


class BodyTooLarge(Exception):
    """More bytes than the host takes."""


def decode_path(raw: bytes) -> tuple[str, str]:
    """The path for matching (decoded, except %2F) and as it appears in `req.url` (escaped again)."""
    if _PLAIN_PATH.fullmatch(raw):
        path = raw.decode("ascii")
        return path, path
    pieces = _KEPT.split(raw)
    kept = [found.decode() for found in _KEPT.findall(raw)]
    path = unquote_to_bytes(pieces[0]).decode("utf-8", "replace")
    for separator, piece in zip(kept, pieces[1:], strict=True):
        path += separator + unquote_to_bytes(piece).decode("utf-8", "replace")
    escaped = "".join(
        part if _PERCENT.fullmatch(part) else quote(part, safe=_UNESCAPED) for part in _PERCENT.split(path)
    )
    return path, escaped


def parse_query(query: str) -> dict[str, str]:
    """Parameters by name without regard to case; repeated values joined with commas, empty ones dropped."""
    values: dict[str, str] = {}
    names: dict[str, str] = {}
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        if not value:
            continue
        name = unquote_plus(name)
        name = names.setdefault(name.casefold(), name)
        value = unquote_plus(value)
        values[name] = f"{values[name]},{value}" if name in values else value
    return values


def read_headers(scope: Scope) -> dict[str, str]:
    """Names in lower case; repeated headers joined with commas."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]},{value}" if name in headers else value
    return headers


async def read_body(headers: Mapping[str, str], receive: Receive, limit: int) -> bytes:
    """The body, if the request says how long it is; a chunked one is read and thrown away, so the function sees none.

    Errors: BodyTooLarge.
    """
    length = headers.get("content-length")
    declared = int(length) if length and length.isdigit() else 0
    if declared > limit:
        raise BodyTooLarge
    if declared == 0 and "transfer-encoding" not in headers:
        return b""
    chunks, size = [], 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            break  # the client is gone; what it sent is not the whole body
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > limit:
            raise BodyTooLarge
        if declared and chunk:
            chunks.append(chunk)
        if not message.get("more_body"):
            break
    return b"".join(chunks)


def request_of(
    method: str, url: str, headers: Mapping[str, str], query: str, values: Mapping[str, str], body: bytes
) -> HttpRequest:
    """The object the app sees; what HttpRequestConverter.decode builds, without wrapping each header first."""
    return HttpRequest(
        method, url, headers=headers, params=parse_query(query), route_params=values, body_type="bytes", body=body
    )
