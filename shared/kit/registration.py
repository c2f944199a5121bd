"""Endpoints as the host sees them: a name, a verb and a route. What is behind one is imported at its first call.

Indexing happens at every cold start and asks for all of them; a process then answers calls of a few. So nothing but this module and
azure.functions is needed to register an endpoint (docs/adr/0008).
"""

import functools
import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import azure.functions as func

if TYPE_CHECKING:
    from shared.kit.http.operation import Operation


class Endpoint(NamedTuple):
    """`module` holds the `api` that declares the operation `name`; `route` is the host's template without the prefix."""

    name: str
    method: str
    route: str
    module: str


def endpoints(index: Iterable[Endpoint], app: Callable[[], Any]) -> func.Blueprint:
    """One HTTP function each. `app` gives the composition root; it is called per request, never at import."""
    blueprint: func.Blueprint = func.Blueprint()  # type: ignore[no-untyped-call]
    for endpoint in index:
        _register(blueprint, endpoint, app)
    return blueprint


@functools.cache
def operation_of(endpoint: Endpoint) -> "Operation":
    """What the code declares. Errors: LookupError when the index is not up to date."""
    for operation in importlib.import_module(endpoint.module).api.operations:
        if operation.name == endpoint.name:
            return operation  # type: ignore[no-any-return]
    raise LookupError(f"{endpoint.module} declares no {endpoint.name}: run `make api`")


def _register(blueprint: func.Blueprint, endpoint: Endpoint, app: Callable[[], Any]) -> None:
    async def handle(req: func.HttpRequest, context: func.Context) -> func.HttpResponse:
        from shared.kit.http.pipeline import serve

        return await serve(operation_of(endpoint), req, context, app())

    handle.__name__ = endpoint.name  # the host and the worker know functions by this name
    trigger = blueprint.route(route=endpoint.route, methods=[endpoint.method], auth_level=func.AuthLevel.ANONYMOUS)
    blueprint.function_name(endpoint.name)(trigger(handle))
