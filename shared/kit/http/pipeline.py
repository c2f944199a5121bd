"""One request from the outside in and the answer back: policy, limits, input, idempotency, handler, output, and every error in between."""

import logging
import re
import time
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import azure.functions as func
from opentelemetry.trace import SpanKind
from pydantic import BaseModel

from shared.errors import DomainError, PetroConnectError, Unauthenticated
from shared.kit import telemetry
from shared.kit.http.binding import bind, matches_none
from shared.kit.http.operation import Answer, Operation, Stored
from shared.kit.http.problems import PROBLEM_JSON, Problem, headers_of, problem_of, unexpected
from shared.kit.http.request import Request
from shared.kit.ids import new_id
from shared.kit.places import place_of

_REQUEST_ID = re.compile(r"^[A-Za-z0-9._\-]{1,64}$")
_ALWAYS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


async def serve(
    operation: Operation, raw: func.HttpRequest, context: func.Context | None, app: Any
) -> func.HttpResponse:
    """Never raises: what goes wrong becomes a problem+json answer."""
    started = time.perf_counter()
    request = read_request(operation, raw, app.settings.proxies_in_front)
    traceparent = _trace_parent(context) or request.headers.get("traceparent")
    fields = {"request_id": request.request_id, "operation": operation.name}
    known = {"pc_operation": operation.name, "http.request.method": request.method, "http.route": operation.path}
    with telemetry.bound(**fields), telemetry.span(operation.name, SpanKind.SERVER, traceparent, **known) as current:
        stored = await _guarded(operation, request, app, current)
        current.set_attribute("http.response.status_code", int(stored.status))
        seconds = time.perf_counter() - started
        telemetry.record_request(operation.name, stored.status, seconds)
        telemetry.event("request.finished", status=stored.status, milliseconds=round(seconds * 1000))
        trace_headers = {"traceparent": telemetry.current_traceparent(request.headers.get("traceparent", ""))}
    headers = {**_ALWAYS, **stored.headers, "X-Request-Id": request.request_id}
    headers |= {name: value for name, value in trace_headers.items() if value}
    return func.HttpResponse(
        stored.body,
        status_code=stored.status,
        headers=headers,
        mimetype=headers.get("Content-Type", "application/json"),
    )


def read_request(operation: Operation, raw: func.HttpRequest, proxies: int) -> Request:
    headers = {name.lower(): value for name, value in raw.headers.items()}
    claimed = headers.get("x-request-id", "")
    return Request(
        method=str(raw.method),
        url=raw.url,
        headers=headers,
        query=dict(raw.params),
        route=dict(raw.route_params),
        body=raw.get_body(),
        request_id=claimed if _REQUEST_ID.match(claimed) else new_id(),
        operation=operation.name,
        proxies=proxies,
    )


async def _guarded(operation: Operation, request: Request, app: Any, current: Any) -> Stored:
    told: dict[str, str] = {}  # how the caller stands: never part of an answer that is kept
    try:
        actor = await _admitted(operation, request, app, told)
        key = request.headers.get("idempotency-key", "")
        if key and operation.idempotent:
            stored = await _once(operation, request, actor, app, key)
        else:
            stored = await _run(operation, request, actor, app)
    except PetroConnectError as error:
        stored = _refused(error, request)
    except Exception as error:
        telemetry.record_failure(current, error)
        telemetry.event("request.crashed", level=logging.ERROR, exc_info=error, error=type(error).__name__)
        stored = _problem(unexpected(request.request_id), {})
    return replace(stored, headers={**stored.headers, **told})


async def _admitted(operation: Operation, request: Request, app: Any, told: dict[str, str]) -> Any:
    """Who asks, counted once: as the actor they are, or as the place they ask from when they are nobody (or not let in)."""
    try:
        actor = await operation.policy.admit(request, app)
    except DomainError:
        await _count(operation, place_of(request.client_address), app, told)
        raise
    caller = place_of(request.client_address) if actor is None else actor.idempotency_scope
    await _count(operation, caller, app, told)
    return actor


async def _count(operation: Operation, caller: str, app: Any, told: dict[str, str]) -> None:
    """Errors: LimitReached."""
    if operation.is_limited:
        standing = await app.rates.count(operation.own_limit, caller)
        told |= standing.headers
        standing.check()


async def _once(operation: Operation, request: Request, actor: Any, app: Any, key: str) -> Stored:
    """Work once per key; whoever repeats gets the first answer. Refusals are answers too."""
    caller = actor.idempotency_scope if actor is not None else "anonymous"
    claim = await app.idempotency.claim(
        key=key, caller=caller, operation=f"{operation.name} {request.url}", body=request.body
    )
    if claim.replay is not None:
        return claim.replay  # type: ignore[no-any-return]
    try:
        stored = await _run(operation, request, actor, app)
    except PetroConnectError as error:
        stored = _refused(error, request)
    except BaseException:
        await app.idempotency.release(claim)
        raise
    await app.idempotency.settle(claim, stored)
    return stored


async def _run(operation: Operation, request: Request, actor: Any, app: Any) -> Stored:
    arguments = bind(operation, request, actor, app)
    result = await operation.handler(**arguments)
    answer = result if isinstance(result, Answer) else Answer(result)
    headers = dict(answer.headers)
    body = answer.body
    if operation.location is not None:
        headers["Location"] = _location(operation.location, body)
    if etag := getattr(body, "etag", ""):
        headers["ETag"] = etag
        if request.method == "GET" and matches_none(request, etag) and not body.says_more:
            return Stored(HTTPStatus.NOT_MODIFIED, headers, b"")
    status = answer.status or operation.status
    if body is None:
        return Stored(status, headers, b"")
    return Stored(status, {**headers, "Content-Type": "application/json"}, _to_json(body))


def _to_json(body: Any) -> bytes:
    if not isinstance(body, BaseModel):
        raise TypeError(f"an endpoint answers a model, not {type(body).__name__}")
    return body.model_dump_json(by_alias=True).encode()


def _location(template: str, body: Any) -> str:
    """`v1/documents/{document.id}` filled from the answer; relative to the API's root so that no host name is guessed."""
    return "/api/" + re.sub(r"\{([\w.]+)\}", lambda found: str(_dig(body, found.group(1))), template)


def _dig(body: Any, path: str) -> Any:
    for name in path.split("."):
        body = getattr(body, name)
    return body


def _refused(error: PetroConnectError, request: Request) -> Stored:
    if error.__cause__ is not None and not isinstance(error, Unauthenticated):
        telemetry.event("request.refused", code=error.code, cause=type(error.__cause__).__name__)
    return _problem(problem_of(error, request.request_id), headers_of(error))


def _problem(problem: Problem, headers: dict[str, str]) -> Stored:
    return Stored(problem.status, {**headers, "Content-Type": PROBLEM_JSON}, _to_json(problem))


def _trace_parent(context: func.Context | None) -> str | None:
    """The host's own span, which continues the caller's; under some hosts there is none."""
    trace_context = getattr(context, "trace_context", None)
    return getattr(trace_context, "trace_parent", None) or getattr(trace_context, "Traceparent", None)
