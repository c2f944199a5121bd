"""Which value a name stands for. A row is a tuple: slot 0 is the document, every further input has its own slot."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from local.cosmos.sql.errors import SqlError, unresolved
from local.cosmos.sql.nodes import Name, ParameterRef
from local.cosmos.sql.values import UNDEFINED

Row = tuple[Any, ...]
Evaluate = Callable[[Row], Any]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What a whole query shares: the parameters' values, and the container's computed properties by name."""

    parameters: Mapping[str, Any]
    computed: Mapping[str, Evaluate]

    def parameter(self, node: ParameterRef) -> Any:
        if node.name not in self.parameters:
            message = f"The query parameter '{node.name}' was not supplied."
            raise SqlError("", message, node.start, node.end)
        return self.parameters[node.name]


@dataclass(slots=True)
class Scope:
    """names: alias to slot. paths: for an alias that is a place in the document, where; items of arrays are "[]"."""

    context: Context
    names: dict[str, int] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    width: int = 1
    own: list[str] = field(default_factory=list)

    def child(self) -> "Scope":
        """The scope of a sub-query: sees everything, adds its own inputs after."""
        return Scope(self.context, dict(self.names), dict(self.paths), self.width)

    def slot(self, node: Name) -> int:
        return self.resolve(node.name, node.start, node.end)

    def resolve(self, name: str, start: int, end: int) -> int:
        if name not in self.names:
            raise unresolved(name, start, end)
        return self.names[name]

    def bind(self, alias: str, slot: int, path: Path | None, start: int) -> None:
        """Add an input; a repeated alias is refused, an unnamed input cannot be referred to."""
        if alias and alias in self.own:
            message = f"The input set name or alias '{alias}' is specified more than once in the FROM clause."
            raise SqlError("SC2021", message, start, start + len(alias))
        self.own.append(alias)
        if alias:
            self.names[alias] = slot
            self.paths.pop(alias, None)
            if path is not None:
                self.paths[alias] = path

    def is_document(self, name: str) -> bool:
        return self.paths.get(name) == ()


def parameter_values(parameters: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The wire's [{"name": "@x", "value": ...}] as a mapping."""
    return {parameter["name"]: parameter.get("value", UNDEFINED) for parameter in parameters}
