"""What an endpoint declares, read once at import: everything about it that the pipeline, the documents and the tests need."""

import inspect
import re
import typing
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, TypeAdapter

from shared.errors import PetroConnectError
from shared.kit.http.limits import GENERAL, UNLIMITED, Limit
from shared.kit.http.policy import Policy

Handler = Callable[..., Awaitable[Any]]

SPECIAL = frozenset({"body", "query", "actor", "app", "request", "if_match"})
_PLACEHOLDER = re.compile(r"\{(\w+)(?::[^{}]*)?\}")


@dataclass(frozen=True)
class Operation:
    """One endpoint. `route` is the host's template without the prefix, constraints included."""

    name: str
    method: str
    route: str
    summary: str
    description: str
    tag: str
    policy: Policy
    status: HTTPStatus
    also: HTTPStatus | None
    errors: tuple[type[PetroConnectError], ...]
    location: str | None
    idempotent: bool
    limit: str
    handler: Handler

    @cached_property
    def parameters(self) -> frozenset[str]:
        return frozenset(inspect.signature(self.handler).parameters)

    @cached_property
    def hints(self) -> dict[str, Any]:
        return typing.get_type_hints(self.handler, include_extras=True)

    @cached_property
    def body_model(self) -> type[BaseModel] | None:
        return self.hints.get("body")

    @cached_property
    def query_model(self) -> type[BaseModel] | None:
        return self.hints.get("query")

    @cached_property
    def placeholders(self) -> tuple[str, ...]:
        return tuple(_PLACEHOLDER.findall(self.route))

    @cached_property
    def path_adapters(self) -> dict[str, TypeAdapter[Any]]:
        return {name: TypeAdapter(self.hints[name]) for name in self.placeholders}

    @property
    def path(self) -> str:
        """The route as OpenAPI writes it: placeholders without constraints."""
        return "/" + _PLACEHOLDER.sub(r"{\1}", self.route)

    @cached_property
    def output(self) -> Any:
        """The model of the answer; None when there is no body."""
        answer = self.hints.get("return")
        if typing.get_origin(answer) is Answer:
            (answer,) = typing.get_args(answer)
        return None if answer in (None, type(None)) else answer

    @property
    def is_limited(self) -> bool:
        return self.limit != UNLIMITED

    @cached_property
    def own_limit(self) -> Limit | None:
        """What is counted for this endpoint alone. Errors: ValueError."""
        return None if self.limit in (GENERAL, UNLIMITED) else Limit.parse(self.name, self.limit)

    @property
    def needs_if_match(self) -> bool:
        return "if_match" in self.parameters

    def check(self) -> None:
        """Errors: TypeError or ValueError at import, naming what does not fit."""
        _ = self.own_limit
        if not inspect.iscoroutinefunction(self.handler):
            raise TypeError(f"{self.name} must be async")
        unknown = self.parameters - SPECIAL - set(self.placeholders)
        missing = set(self.placeholders) - self.parameters
        if unknown or missing:
            raise TypeError(
                f"{self.name}: parameters nobody fills {sorted(unknown)}, placeholders not taken {sorted(missing)}"
            )
        if not re.fullmatch(r"[a-z]+(_[a-z0-9]+)+", self.name):
            raise TypeError(f"{self.name}: endpoint names are verb_noun")
        if not self.description:
            raise TypeError(f"{self.name}: the docstring is the API's description and must not be empty")
        if self.method == "GET" and "body" in self.parameters:
            raise TypeError(f"{self.name}: a GET has no body")


T = typing.TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer as it went out."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answer(typing.Generic[T]):
    """For the few endpoints that set headers or cookies of their own: `return Answer(body, cookies=(...))`."""

    body: T
    headers: tuple[tuple[str, str], ...] = ()
    status: HTTPStatus | None = None
