"""What the host knows about one function of the app."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from local.host.retry import RetryPolicy

HTTP, QUEUE, TIMER, COSMOS, WARMUP = "httpTrigger", "queueTrigger", "timerTrigger", "cosmosDBTrigger", "warmupTrigger"
EVENT_GRID, BLOB = "eventGridTrigger", "blobTrigger"
TRIGGERS = (HTTP, QUEUE, TIMER, COSMOS, WARMUP, EVENT_GRID, BLOB)
RETURN = "$return"


@dataclass(frozen=True, slots=True)
class Binding:
    """One binding as function.json would show it."""

    name: str
    type: str
    out: bool
    settings: Mapping[str, Any]

    def text(self, key: str, default: str = "") -> str:
        value = self.settings.get(key)
        return default if value is None else str(value)

    def number(self, key: str, default: int) -> int:
        value = self.settings.get(key)
        return default if value is None else int(value)

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self.settings.get(key)
        return default if value is None else str(value).casefold() == "true"


@dataclass(frozen=True, slots=True)
class Function:
    """A loaded function: what to call, with what, and what starts it."""

    name: str
    handler: Callable[..., Any]
    is_async: bool
    directory: str
    trigger: Binding
    raw_input: bool  # the parameter is annotated str or bytes: it gets the payload, not an SDK object
    needs_context: bool
    outputs: Mapping[str, Binding] = field(default_factory=dict)  # by parameter
    returns: Binding | None = None
    retry: RetryPolicy | None = None
    bindings: tuple[Mapping[str, Any], ...] = ()

    @property
    def kind(self) -> str:
        return self.trigger.type
