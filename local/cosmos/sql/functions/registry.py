"""How a module of built-in functions declares them.

A function gets evaluated arguments, any of which may be of any type or UNDEFINED, and answers UNDEFINED for what
it cannot work on; optional parameters are optional in Python too.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Builtin:
    """least and most: the number of arguments; most None = any number. per_query: one value for a whole query."""

    name: str
    apply: Callable[..., Any]
    least: int
    most: int | None
    per_query: bool = False


@dataclass(slots=True)
class Registry:
    listed: list[Builtin] = field(default_factory=list)

    def define(
        self, name: str, least: int, most: int | None = -1, *, per_query: bool = False
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Register the decorated function under `name`; `most` defaults to `least`."""

        def register(apply: Callable[..., Any]) -> Callable[..., Any]:
            self.listed.append(Builtin(name, apply, least, least if most == -1 else most, per_query))
            return apply

        return register
