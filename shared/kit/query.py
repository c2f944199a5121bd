"""What is asked of Cosmos: apart from the client, so that rules may build a query without loading it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Query:
    """A parameterised query within one partition. `text` is ours, values only ever come in as parameters."""

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def wire_parameters(self) -> list[dict[str, Any]]:
        return [{"name": name, "value": value} for name, value in self.parameters.items()]
