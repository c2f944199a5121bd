"""The API in process: requests are routed as the host routes them, and every answer is checked against the declared contract."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote, urlsplit

import azure.functions as func
from jsonschema import Draft202012Validator

from functions.apis import APIS
from scripts.openapi import build
from shared.app import App
from shared.kit.http.operation import Operation
from shared.kit.http.pipeline import serve

ORIGIN = "https://petroconnect.test"
_PLACEHOLDER = re.compile(r"\{(\w+)(?::length\((\d+)\))?\}")


@dataclass(frozen=True)
class Response:
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def code(self) -> str:
        """The stable code of a problem."""
        return str(self.json["code"])

    @property
    def fields(self) -> set[str]:
        """The fields a problem complains about."""
        return {found["field"] for found in self.json["errors"]}


@dataclass
class ApiClient:
    """`token` is sent as a bearer token; `headers` go with every request."""

    app: App
    token: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def signed_in(self, token: str) -> "ApiClient":
        return ApiClient(self.app, token, dict(self.headers))

    async def get(self, path: str, **options: Any) -> Response:
        return await self.request("GET", path, **options)

    async def post(self, path: str, body: Any = None, **options: Any) -> Response:
        return await self.request("POST", path, body, **options)

    async def put(self, path: str, body: Any = None, **options: Any) -> Response:
        return await self.request("PUT", path, body, **options)

    async def patch(self, path: str, body: Any = None, **options: Any) -> Response:
        return await self.request("PATCH", path, body, **options)

    async def delete(self, path: str, **options: Any) -> Response:
        return await self.request("DELETE", path, **options)

    async def request(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """`body` is sent as JSON, `content` as it is. A route nobody declared is a 404 without a body, as at the host."""
        sent = {**self.headers, **({"Authorization": f"Bearer {self.token}"} if self.token else {}), **(headers or {})}
        if content is None:
            content = b"" if body is None else json.dumps(body).encode()
        if content and not any(name.lower() == "content-type" for name in sent):
            sent["Content-Type"] = "application/json"
        parts = urlsplit(path)
        found = _route(method, parts.path.strip("/"))
        if found is None:
            return Response(404, {}, b"")
        operation, values = found
        raw = func.HttpRequest(
            method=method,
            url=f"{ORIGIN}/api/{quote(parts.path.strip('/'))}" + (f"?{parts.query}" if parts.query else ""),
            headers=sent,
            params=dict(parse_qsl(parts.query)),  # as the host: an empty value is dropped
            route_params=values,
            body=content,
        )
        answer = await serve(operation, raw, None, self.app)
        response = Response(answer.status_code, dict(answer.headers), answer.get_body())
        check_contract(operation, response)
        return response


def check_contract(operation: Operation, response: Response) -> None:
    """The status is declared, the body fits its schema, and the headers that were promised are there."""
    document = _document()
    declared = document["paths"][operation.path][operation.method.lower()]["responses"]
    assert str(response.status) in declared, (
        f"{operation.name} answered {response.status}, which it does not declare: {response.content!r}"
    )
    rule = declared[str(response.status)]
    if "content" not in rule:
        assert response.content == b"", f"{operation.name} declares no body for {response.status}"
    else:
        ((media_type, content),) = rule["content"].items()
        assert response.headers["Content-Type"] == media_type
        _validator(json.dumps(content["schema"], sort_keys=True)).validate(response.json)
    for header in rule.get("headers", {}):
        assert header in response.headers, f"{operation.name} promises {header}"
    assert "X-Request-Id" in response.headers


@cache
def _document() -> dict[str, Any]:
    return build()


@cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator({**json.loads(schema), "components": _document()["components"]})


@cache
def _routes() -> list[tuple[Operation, re.Pattern[str]]]:
    """The host tries routes in the alphabetical order of function names; the first that fits wins."""
    operations = [operation for api in APIS for operation in api.operations]
    return [(operation, _pattern(operation.route)) for operation in sorted(operations, key=lambda found: found.name)]


def _pattern(route: str) -> re.Pattern[str]:
    def group(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>[^/]{{{found[2]}}})" if found[2] else f"(?P<{found[1]}>[^/]+)"

    return re.compile(_PLACEHOLDER.sub(group, route), re.IGNORECASE)


def _route(method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
    for operation, pattern in _routes():
        if operation.method == method and (found := pattern.fullmatch(path)):
            return operation, found.groupdict()
    return None
