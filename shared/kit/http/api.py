"""Typed endpoints over `func.Blueprint`: everything about an endpoint is visible where it is declared."""

import inspect
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any, TypeVar

import azure.functions as func

from shared.errors import PetroConnectError
from shared.kit.http.limits import GENERAL
from shared.kit.http.operation import Handler, Operation
from shared.kit.http.pipeline import serve
from shared.kit.http.policy import Policy

H = TypeVar("H", bound=Handler)


class Api:
    """The endpoints of one noun. `app` gives the composition root; it is called per request, never at import."""

    def __init__(self, tag: str, app: Callable[[], Any]) -> None:
        self.tag = tag
        self.blueprint: func.Blueprint = func.Blueprint()  # type: ignore[no-untyped-call]
        self.operations: list[Operation] = []
        self._app = app

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
        errors: Sequence[type[PetroConnectError]] = (),
        location: str | None = None,
        idempotent: bool = True,
        limit: str = GENERAL,
    ) -> Callable[[H], H]:
        """Declare an endpoint. `idempotent=False` is for POSTs whose answer must not be kept (tokens, passwords); `limit="10/minute"`
        is for costly ones, counted per caller apart from all others.
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
                errors=tuple(errors),
                location=location,
                idempotent=idempotent and method == "POST",
                limit=limit,
                handler=handler,
            )
            operation.check()
            self._bind(operation)
            self.operations.append(operation)
            return handler

        return register

    def _bind(self, operation: Operation) -> None:
        app = self._app

        async def handle(req: func.HttpRequest, context: func.Context) -> func.HttpResponse:
            return await serve(operation, req, context, app())

        handle.__name__ = operation.name  # the host and the worker know functions by this name
        trigger = self.blueprint.route(
            route=operation.route, methods=[operation.method], auth_level=func.AuthLevel.ANONYMOUS
        )
        self.blueprint.function_name(operation.name)(trigger(handle))
