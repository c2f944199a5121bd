"""From a raw request to the arguments of an endpoint: parsed, validated, or refused with the fields that are wrong."""

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from shared.errors import IfMatchRequired, Malformed, NotFound, TooLarge, UnsupportedMediaType
from shared.kit.http.operation import Operation
from shared.kit.http.problems import invalid_from
from shared.kit.http.request import Request

MAX_BODY = 1024 * 1024  # bytes; documents go straight to Blob Storage, so no JSON body is ever large
_ETAG = re.compile(r'^(?:W/)?("[\x21\x23-\x7e]*")$')


def bind(operation: Operation, request: Request, actor: Any, app: Any) -> dict[str, Any]:
    """The keyword arguments of the handler. Errors: Invalid and its kinds, NotFound for an id that cannot exist."""
    wanted = operation.parameters
    arguments: dict[str, Any] = {name: _path_value(operation, name, request) for name in operation.placeholders}
    special = {"actor": actor, "app": app, "request": request}
    arguments |= {name: value for name, value in special.items() if name in wanted}
    if operation.query_model is not None:
        arguments["query"] = _query(operation.query_model, request)
    if operation.needs_if_match:
        arguments["if_match"] = _if_match(request)
    if operation.body_model is not None:
        arguments["body"] = _body(operation.body_model, request)
    return arguments


def matches_none(request: Request, etag: str) -> bool:
    """Does If-None-Match name this version (weak comparison, RFC 9110 13.1.2)?"""
    header = request.headers.get("if-none-match", "")
    if header.strip() == "*":
        return True
    return etag in {candidate.strip().removeprefix("W/") for candidate in header.split(",")}


def _path_value(operation: Operation, name: str, request: Request) -> Any:
    try:
        return operation.path_adapters[name].validate_python(request.route.get(name, ""))
    except ValidationError as error:
        raise NotFound from error


def _query(model: type[BaseModel], request: Request) -> BaseModel:
    try:
        return model.model_validate(dict(request.query))
    except ValidationError as error:
        raise invalid_from(error) from error


def _if_match(request: Request) -> str:
    header = request.headers.get("if-match", "").strip()
    if not header:
        raise IfMatchRequired
    if (found := _ETAG.match(header)) is None:
        raise Malformed("If-Match takes exactly one ETag, quotes included.")
    return found.group(1)


def _body(model: type[BaseModel], request: Request) -> BaseModel:
    if len(request.body) > MAX_BODY:
        raise TooLarge(f"At most {MAX_BODY} bytes.")
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise UnsupportedMediaType
    try:
        return model.model_validate_json(request.body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        if first["type"] == "json_invalid":
            raise Malformed(first["msg"]) from error
        raise invalid_from(error) from error
