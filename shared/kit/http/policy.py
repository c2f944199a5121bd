"""Who may call an endpoint. Leaving the policy out of a declaration is an error at import."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from shared.errors import DomainError
from shared.kit.http.request import Request

SecurityRequirement = dict[str, list[str]]


class Policy(Protocol):
    """`admit` answers the actor, or raises. `app` is whatever the composition root built."""

    @property
    def security(self) -> list[SecurityRequirement]:
        """The OpenAPI security requirements; [] means open to everybody."""
        ...

    @property
    def errors(self) -> tuple[type[DomainError], ...]: ...

    @property
    def summary(self) -> str:
        """In words, for the generated documents and the permission table."""
        ...

    async def admit(self, request: Request, app: Any) -> Any: ...


@dataclass(frozen=True, slots=True)
class Open:
    """Everybody may call this; `reason` says why that is right."""

    reason: str
    errors: tuple[type[DomainError], ...] = ()
    security: list[SecurityRequirement] = field(default_factory=list)

    @property
    def summary(self) -> str:
        return f"Open to everybody: {self.reason}"

    async def admit(self, _request: Request, _app: Any) -> None:
        return None


def anonymous(reason: str) -> Open:
    return Open(reason)
