"""What a function returned, as an HTTP response: the rules of the worker's converter and of the host behind it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http.cookies import Morsel, SimpleCookie
from typing import Any
from urllib.parse import quote

from azure.functions import HttpResponse
from azure.functions.http import HttpResponseConverter

Headers = list[tuple[bytes, bytes]]
TEXT = "text/plain; charset=utf-8"
HOP_BY_HOP = ("connection", "transfer-encoding", "keep-alive")


@dataclass(frozen=True, slots=True)
class Response:
    status: int
    headers: Headers
    body: bytes = b""


def empty(status: int) -> Response:
    """Every answer the host gives by itself has no body."""
    return Response(status, [(b"content-length", b"0")])


def response_of(value: Any) -> Response:
    """An HttpResponse or a str as a response. Errors: TypeError for anything else, ValueError for a header that cannot be sent."""
    if type(value) is HttpResponse and "set-cookie" not in value.headers:
        return _plain(value)
    try:
        datum = HttpResponseConverter.encode(value, expected_type=None)
    except NotImplementedError:
        raise unsendable("http", value) from None
    return response_of_datum(datum)


def response_of_datum(datum: Any) -> Response:
    """What the worker hands to the host, as a response. Errors: ValueError for a header that cannot be sent."""
    if datum.type == "string":
        return _of_text(datum.value)
    content = datum.value
    headers = {name.lower(): header.value for name, header in content["headers"].items()}
    answer = _answer(int(content["status_code"].value), headers, content["body"].value)
    answer.headers.extend(_header("set-cookie", text) for text in _cookies(content["cookies"] or ()))
    return answer


def unsendable(binding: str, value: Any) -> TypeError:
    """A value no converter of the binding takes, in the worker's words."""
    kind = type(value).__name__
    return TypeError(f'unable to encode outgoing TypedData: unsupported type "{binding}" for Python type "{kind}"')


def _plain(value: HttpResponse) -> Response:
    """What the converter makes of a response without cookies; it copies and wraps each header twice, on the path of every request."""
    headers = {name.lower(): text for name, text in value.headers}  # of a repeated name the last wins
    if "content-type" not in headers:
        mimetype = value.mimetype
        headers["content-type"] = f"{mimetype}; charset={value.charset}" if mimetype.startswith("text/") else mimetype
    return _answer(int(value.status_code), headers, value.get_body())


def _answer(status: int, headers: Mapping[str, str], body: bytes) -> Response:
    _check_length(headers, body)
    return Response(status, [_header(name, text) for name, text in headers.items() if name not in HOP_BY_HOP], body)


def _check_length(headers: Mapping[str, str], body: bytes) -> None:
    length = headers.get("content-length")
    if length is not None and body and int(length) != len(body):
        raise ValueError(f"Content-Length is {length} but the body has {len(body)} bytes")


def _header(name: str, text: str) -> tuple[bytes, bytes]:
    value = str(text).encode("latin-1")
    if b"\r" in value or b"\n" in value or b"\0" in value:
        raise ValueError(f"invalid control character in header {name!r}")
    return name.encode("ascii"), value


def _cookies(jars: Iterable[SimpleCookie]) -> list[str]:
    return [_cookie(morsel) for jar in jars for morsel in jar.values()]


def _cookie(morsel: Morsel[str]) -> str:
    """A cookie as ASP.NET writes it: value escaped, attributes in lower case and in its order, path=/ unless one is given."""
    text = f"{morsel.key}={quote(morsel.value, safe='')}"
    for attribute in ("expires", "max-age", "domain"):
        if morsel[attribute]:
            text += f"; {attribute}={morsel[attribute]}"
    text += f"; path={morsel['path'] or '/'}"
    if morsel["secure"]:
        text += "; secure"
    if morsel["samesite"]:
        text += f"; samesite={morsel['samesite'].lower()}"
    return f"{text}; httponly" if morsel["httponly"] else text


def _of_text(text: str) -> Response:
    """A bare str: text, unless it is JSON, which the host reads. An object with `body` is taken for a whole response."""
    try:
        content = json.loads(text)
    except ValueError:
        return Response(200, [_header("content-type", TEXT)], text.encode())
    if isinstance(content, dict):
        described = {key.lower(): value for key, value in content.items()}
        if "body" in described:
            return _described(described)
    if isinstance(content, dict | list):
        text = _indented(content)
    return Response(200, [_header("content-type", TEXT)], text.encode())


def _described(content: Mapping[str, Any]) -> Response:
    body = content["body"]
    status = content.get("statuscode", content.get("status", 200))
    given = content.get("headers")
    headers = {str(name).lower(): str(value) for name, value in given.items()} if isinstance(given, dict) else {}
    headers.setdefault("content-type", TEXT)
    text = "" if body is None else body if isinstance(body, str) else _indented(body)
    return Response(int(status), [_header(name, value) for name, value in headers.items()], text.encode())


def _indented(content: Any) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False)
