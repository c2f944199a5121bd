"""Typed endpoints: everything about an endpoint is visible where it is declared."""

import inspect
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

from shared.errors import PetroConnectError
from shared.kit.http.limits import GENERAL
from shared.kit.http.operation import Handler, Operation
from shared.kit.http.policy import Policy

H = TypeVar("H", bound=Handler)


class Api:
    """The endpoints of one noun. They reach the host through the index that is made from them (registration.py)."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.operations: list[Operation] = []

    def get(self, route: str, **declared: Any) -> Callable[[H], H]:
        return self._endpoint("GET", route, **declared)

    def post(self, route: str, **declared: Any) -> Callable[[H], H]:
        return self._endpoint("POST", route, **declared)

    def put(self, route: str, **declared: Any) -> Callable[[H], H]:
        return self._endpoint("PUT", route, **declared)

    def patch(self, route: str, **declared: Any) -> Callable[[H], H]:
        return self._endpoint("PATCH", route, **declared)

    def delete(self, route: str, **declared: Any) -> Callable[[H], H]:
        return self._endpoint("DELETE", route, **declared)

    def _endpoint(
        self,
        method: str,
        route: str,
        *,
        summary: str,
        auth: Policy,
        status: HTTPStatus = HTTPStatus.OK,
        also: HTTPStatus | None = None,
        errors: Sequence[type[PetroConnectError]] = (),
        location: str | None = None,
        idempotent: bool = True,
        limit: str = GENERAL,
    ) -> Callable[[H], H]:
        """Declare an endpoint. `idempotent=False` is for POSTs whose answer must not be kept (tokens, passwords); `limit="10/minute"`
        is for costly ones, counted per caller apart from all others; `also` is another status of success, with the same body.
        """

        def register(handler: H) -> H:
            operation = Operation(
                name=handler.__name__,
                method=method,
                route=route,
                summary=summary,
                description=inspect.cleandoc(handler.__doc__ or ""),  # as Python 3.13 keeps it
                tag=self.tag,
                policy=auth,
                status=status,
                also=also,
                errors=tuple(errors),
                location=location,
                idempotent=idempotent and method == "POST",
                limit=limit,
                handler=handler,
            )
            operation.check()
            self.operations.append(operation)
            return handler

        return register
