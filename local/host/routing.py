"""Which function answers a path and a verb: routes in alphabetical order of function name, the first match wins.

There is no specificity, and a wrong verb is simply no match (404, never 405).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from local.host.templates import Template

T = TypeVar("T")
RESERVED = ("admin", "runtime")  # how no route may begin, whatever the prefix: "administer" is refused as well
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")


class RouteRefused(Exception):
    """A function whose route cannot be served; the others still are."""


@dataclass(frozen=True, slots=True)
class Route(Generic[T]):
    name: str  # of the function: decides the order
    template: str  # without the prefix
    methods: frozenset[str]  # empty is every verb
    target: T


class Router(Generic[T]):
    """Routes of one app, all below one prefix."""

    def __init__(self, prefix: str, routes: Iterable[Route[T]]) -> None:
        self.refused: dict[str, str] = {}
        self.routes: list[Route[T]] = []
        self._prefix = prefix.strip("/")
        self._compiled: list[tuple[Route[T], Template]] = []
        for route in sorted(
            routes, key=lambda route: route.name.upper()
        ):  # ordinal, ignoring case: "_" sorts after letters
            try:
                self._add(route)
            except (RouteRefused, ValueError) as error:
                self.refused[route.name] = str(error)
        self._by_verb = {verb: self._serving(verb) for verb in VERBS}

    def path(self, route: Route[T]) -> str:
        """The path of a route as it is shown to people."""
        return "/" + "/".join(part for part in (self._prefix, route.template.strip("/")) if part)

    def match(self, method: str, path: str) -> tuple[T, Mapping[str, str]] | None:
        """The target and the route values for a decoded path, or None."""
        candidates = self._by_verb.get(method)
        if candidates is None:
            candidates = self._serving(method)
        folded = path.casefold()
        for prefix, template, target in candidates:
            if folded.startswith(prefix):
                values = template.match(path)
                if values is not None:
                    return target, values
        return None

    def _serving(self, verb: str) -> list[tuple[str, Template, T]]:
        return [
            (template.prefix, template, route.target)
            for route, template in self._compiled
            if not route.methods or verb in route.methods
        ]

    def _add(self, route: Route[T]) -> None:
        path = self.path(route)
        if route.template.strip("/").casefold().startswith(RESERVED):
            raise RouteRefused(f"the specified route conflicts with one or more built in routes: {route.template}")
        for other in self.routes:
            if self.path(other).casefold() == path.casefold() and _meet(other.methods, route.methods):
                raise RouteRefused(f"the route specified conflicts with the route defined by function '{other.name}'")
        template = Template(path)
        self.routes.append(route)
        self._compiled.append((route, template))


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or bool(one & other)
