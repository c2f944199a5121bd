"""The OpenAPI 3.1 document, generated from the declarations: what it says is what the pipeline does."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, TypeAdapter

from shared import errors
from shared.errors import PetroConnectError
from shared.kit.http.operation import Operation
from shared.kit.http.problems import PROBLEM_JSON, Problem, status_of

Json = dict[str, Any]
_REF = "#/components/schemas/{model}"
_RATE_HEADERS: Json = {
    "RateLimit": {
        "description": "What is left (`r`) of the limit, for so many seconds (`t`): draft-ietf-httpapi-ratelimit-headers-10",
        "schema": {"type": "string", "examples": ['"general";r=599;t=42']},
    },
    "RateLimit-Policy": {
        "description": "The limit that counted: so many requests (`q`) in so many seconds (`w`), per caller",
        "schema": {"type": "string", "examples": ['"general";q=600;w=60']},
    },
    "Retry-After": {"description": "Seconds to wait", "schema": {"type": "integer"}},
}


def document(
    operations: Iterable[Operation], *, title: str, version: str, description: str, security_schemes: Json
) -> Json:
    """One document for all operations, in a stable order, so that two runs compare byte for byte."""
    every = sorted(operations, key=lambda operation: (operation.path, operation.method))
    schemas = _Schemas(every)
    paths: dict[str, Json] = {}
    for operation in every:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": version, "description": description},
        "servers": [{"url": "/api"}],
        "tags": [{"name": tag} for tag in sorted({operation.tag for operation in every})],
        "paths": paths,
        "components": {"headers": _RATE_HEADERS, "schemas": schemas.definitions, "securitySchemes": security_schemes},
    }


def possible_errors(operation: Operation) -> tuple[type[PetroConnectError], ...]:
    """What this operation may refuse with: what it declares, what its policy and its parameters bring along."""
    found: list[type[PetroConnectError]] = [*operation.errors, *operation.policy.errors]
    if operation.placeholders:
        found.append(errors.NotFound)
    if operation.query_model is not None:
        found.append(errors.Invalid)
    if operation.body_model is not None:
        found += [errors.Malformed, errors.TooLarge, errors.UnsupportedMediaType, errors.Invalid]
    if operation.needs_if_match:
        found += [errors.Malformed, errors.IfMatchRequired, errors.StaleVersion]
    if operation.idempotent:
        found += [errors.Malformed, errors.RequestInProgress, errors.IdempotencyKeyReused]
    if operation.query_model is not None and "cursor" in operation.query_model.model_fields:
        found.append(errors.CursorInvalid)
    if operation.is_limited:
        found.append(errors.LimitReached)
    found.append(errors.Unavailable)
    return tuple(dict.fromkeys(found))


def extensions(found: Iterable[type[PetroConnectError]]) -> list[Any]:
    """Models of the members that these errors add to a problem, each once."""
    return list(dict.fromkeys(error.extension for error in found if error.extension is not None))


class _Schemas:
    """All models of all operations in one set of definitions: inputs as validated, outputs as serialised."""

    def __init__(self, operations: list[Operation]) -> None:
        wanted: list[tuple[Any, Any]] = [(Problem, "serialization")]
        for operation in operations:
            if operation.body_model is not None:
                wanted.append((operation.body_model, "validation"))
            if operation.output is not None:
                wanted.append((operation.output, "serialization"))
            wanted += [(model, "serialization") for model in extensions(possible_errors(operation))]
        unique = list(dict.fromkeys(wanted))
        inputs = [(model, mode, TypeAdapter(model)) for model, mode in unique]
        refs, schema = TypeAdapter.json_schemas(inputs, by_alias=True, ref_template=_REF)
        self._refs = refs
        self.definitions: Json = dict(sorted(schema["$defs"].items()))

    def ref(self, model: Any, mode: Any) -> Json:
        """A reference; for one of several models, which are told apart by a field, all of them."""
        return dict(self._refs[(model, mode)])


def _operation(operation: Operation, schemas: _Schemas) -> Json:
    described: Json = {
        "operationId": operation.name,
        "tags": [operation.tag],
        "summary": operation.summary,
        "description": "\n\n".join(
            part for part in (operation.description, operation.policy.summary, _limit_of(operation)) if part
        ),
        "security": operation.policy.security,
        "responses": _responses(operation, schemas),
    }
    if parameters := _parameters(operation):
        described["parameters"] = parameters
    if operation.body_model is not None:
        reference = schemas.ref(operation.body_model, "validation")
        described["requestBody"] = {"required": True, "content": {"application/json": {"schema": reference}}}
    return described


def _limit_of(operation: Operation) -> str:
    return f"At most {operation.limit.replace('/', ' requests per ')} and caller." if operation.own_limit else ""


def _responses(operation: Operation, schemas: _Schemas) -> Json:
    success: Json = {"description": operation.status.phrase}
    if operation.output is not None:
        success["content"] = {"application/json": {"schema": schemas.ref(operation.output, "serialization")}}
    if headers := _response_headers(operation):
        success["headers"] = headers
    responses: dict[str, Json] = {str(int(operation.status)): success}
    if operation.also is not None:
        responses[str(int(operation.also))] = {**success, "description": operation.also.phrase}
    if operation.method == "GET" and _has_etag(operation):
        responses["304"] = {"description": "Not changed since the ETag in If-None-Match"}
    by_status: dict[HTTPStatus, list[type[PetroConnectError]]] = {}
    for error in possible_errors(operation):
        by_status.setdefault(status_of(error), []).append(error)
    for status, refusals in by_status.items():
        lines = sorted({f"`{error.code}`: {error.message}" for error in refusals})
        content = {PROBLEM_JSON: {"schema": _problem(refusals, schemas)}}
        responses[str(int(status))] = {"description": "\n".join(lines), "content": content}
    if operation.is_limited:
        responses["429"]["headers"] = {name: _header(name) for name in _RATE_HEADERS}
    return dict(sorted(responses.items()))


def _problem(refusals: Iterable[type[PetroConnectError]], schemas: _Schemas) -> Json:
    """A plain problem, or one with the members that one of the codes adds."""
    plain = schemas.ref(Problem, "serialization")
    further = [{"allOf": [plain, schemas.ref(model, "serialization")]} for model in extensions(refusals)]
    return {"anyOf": [*further, plain]} if further else plain


def _response_headers(operation: Operation) -> Json:
    headers: Json = {}
    if _has_etag(operation):
        headers["ETag"] = {"description": "Version; send it as If-Match to change", "schema": {"type": "string"}}
    if operation.location is not None:
        headers["Location"] = {"description": "Where it is", "schema": {"type": "string"}}
    if operation.is_limited:
        headers |= {name: _header(name) for name in ("RateLimit", "RateLimit-Policy")}
    return headers


def _header(name: str) -> Json:
    return {"$ref": f"#/components/headers/{name}"}


def _has_etag(operation: Operation) -> bool:
    return operation.output is not None and "etag" in getattr(operation.output, "model_fields", {})


def _parameters(operation: Operation) -> list[Json]:
    found = [
        {"name": name, "in": "path", "required": True, "schema": operation.path_adapters[name].json_schema()}
        for name in operation.placeholders
    ]
    if operation.query_model is not None:
        found += _query_parameters(operation.query_model)
    text = {"type": "string"}
    if operation.needs_if_match:
        found.append({"name": "If-Match", "in": "header", "required": True, "schema": text})
    if operation.idempotent:
        found.append(
            {"name": "Idempotency-Key", "in": "header", "required": False, "schema": {**text, "maxLength": 128}}
        )
    if operation.method == "GET" and _has_etag(operation):
        found.append({"name": "If-None-Match", "in": "header", "required": False, "schema": text})
    return found


def _query_parameters(model: type[BaseModel]) -> list[Json]:
    schema = TypeAdapter(model).json_schema(by_alias=True, ref_template=_REF)
    required = set(schema.get("required", ()))
    definitions = schema.get("$defs", {})
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": _inlined({key: value for key, value in rule.items() if key != "description"}, definitions),
            **({"description": rule["description"]} if "description" in rule else {}),
        }
        for name, rule in schema.get("properties", {}).items()
    ]


def _inlined(rule: Any, definitions: Json) -> Any:
    """Query schemas are small: write what they refer to in place."""
    if isinstance(rule, list):
        return [_inlined(part, definitions) for part in rule]
    if not isinstance(rule, dict):
        return rule
    if "$ref" in rule:
        name = rule["$ref"].rpartition("/")[2]
        rest = {key: value for key, value in rule.items() if key != "$ref"}
        return {**_inlined(definitions[name], definitions), **rest}
    return {key: _inlined(value, definitions) for key, value in rule.items()}
