"""What is asked of Cosmos: apart from the client, so that rules may build a query without loading it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.kit.clock import to_wire


@dataclass(frozen=True, slots=True)
class Query:
    """A parameterised query within one partition. `text` is ours, values only ever come in as parameters."""

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)

    def wire_parameters(self) -> list[dict[str, Any]]:
        return [{"name": name, "value": value} for name, value in self.parameters.items()]


def due_query(moment: str, now: datetime, *kinds: str) -> Query:
    """What of these kinds has a `moment` (a field, as it is called in items) that has come: a plain filter, which may cross partitions."""
    text = f"SELECT * FROM c WHERE ARRAY_CONTAINS(@kinds, c.kind) AND c.{moment} <= @now"  # noqa: S608 (our own text)
    return Query(text, {"@kinds": list(kinds), "@now": to_wire(now)})
