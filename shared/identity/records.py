"""What identity asks of the users: who somebody is, and to keep what happened."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from shared.identity.member import Member

NOBODY = "nobody"
"""The partition of attempts on names that do not exist: they cost the same requests as those that do."""

FindMember = Callable[[str, str], Awaitable[Member | None]]
"""(organisation, user): None for nobody."""


class Record(Protocol):
    async def __call__(
        self, happened: str, organisation_id: str, user_id: str, *, actor: str = "", **data: str
    ) -> None:
        """Keep an activity about the user; `actor` is who did it, if it was somebody else."""
        ...
