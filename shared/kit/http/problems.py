"""Errors as problem+json (RFC 9457): one table from error class to status, the nearest base wins."""

import math
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from pydantic import ConfigDict, ValidationError

from shared import errors
from shared.errors import FieldError, Invalid, PetroConnectError
from shared.kit.model import Out

PROBLEM_JSON = "application/problem+json"

STATUSES: Mapping[type[PetroConnectError], HTTPStatus] = {
    errors.Unauthenticated: HTTPStatus.UNAUTHORIZED,
    errors.Forbidden: HTTPStatus.FORBIDDEN,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.StaleVersion: HTTPStatus.PRECONDITION_FAILED,
    errors.IfMatchRequired: HTTPStatus.PRECONDITION_REQUIRED,
    errors.LimitReached: HTTPStatus.TOO_MANY_REQUESTS,
    errors.Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    errors.Malformed: HTTPStatus.BAD_REQUEST,
    errors.TooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    errors.UnsupportedMediaType: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    errors.Unavailable: HTTPStatus.SERVICE_UNAVAILABLE,
}


class ProblemField(Out):
    """One field that is not valid."""

    field: str
    code: str
    message: str


class Problem(Out):
    """Why a request was refused. `code` is stable: programs decide by it, people read `detail`. Some codes have further members."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: list[ProblemField]


def status_of(error: type[PetroConnectError]) -> HTTPStatus:
    for base in error.__mro__:
        if base in STATUSES:
            return STATUSES[base]
    return HTTPStatus.INTERNAL_SERVER_ERROR


def problem_of(error: PetroConnectError, request_id: str) -> Problem:
    return Problem(
        **error.extra,
        type=f"urn:petroconnect:problem:{error.code}",
        title=type(error).message,
        status=status_of(type(error)),
        code=error.code,
        detail=error.detail,
        request_id=request_id,
        errors=[ProblemField(field=f.field, code=f.code, message=f.message) for f in error.fields],
    )


def unexpected(request_id: str) -> Problem:
    """What a bug looks like from outside: nothing but the id to find it by."""
    return Problem(
        type="urn:petroconnect:problem:internal_error",
        title="Something went wrong on our side.",
        status=HTTPStatus.INTERNAL_SERVER_ERROR,
        code="internal_error",
        detail="Nothing was lost. Tell support the request id.",
        request_id=request_id,
        errors=[],
    )


def headers_of(error: PetroConnectError) -> dict[str, str]:
    """Retry-After in whole seconds, never less than the wait; the challenge RFC 9110 wants beside a 401."""
    headers = {} if error.retry_after is None else {"Retry-After": str(max(1, math.ceil(error.retry_after)))}
    if isinstance(error, errors.Unauthenticated):
        headers["WWW-Authenticate"] = "Bearer"
    return headers


def invalid_from(error: ValidationError, prefix: tuple[str | int, ...] = ()) -> Invalid:
    """pydantic's findings in our words, at most 50; the rejected values are not repeated."""
    return Invalid(
        fields=[
            FieldError(_path((*prefix, *found["loc"])), found["type"], found["msg"].removeprefix("Value error, "))
            for found in error.errors(include_url=False, include_context=False, include_input=False)[:50]
        ]
    )


def _path(location: tuple[Any, ...]) -> str:
    text = ""
    for part in location:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text
