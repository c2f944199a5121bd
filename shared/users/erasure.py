"""After a person was deleted: what is still known about them outside the directory is forgotten too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.identity.credentials import Credentials
from shared.identity.entra.directory import EntraDirectory
from shared.kit.cosmos import Container
from shared.kit.query import Query
from shared.users.repository import UserRepository

_OF_USER = "SELECT TOP 100 c.id FROM c"


@dataclass(frozen=True, slots=True)
class Erasure:
    """`sessions` is partitioned by /userId: everything in a person's partition goes."""

    users: UserRepository
    credentials: Credentials
    accounts: EntraDirectory
    sessions: Container
    now: Callable[[], datetime]

    async def follow(self, items: list[dict[str, Any]]) -> None:
        """Finish every deletion that has begun. Safe to repeat."""
        for item in items:
            if item.get("kind") == "user" and item.get("erasing"):
                await self.finish(item["organisationId"], item["id"])

    async def finish(self, organisation_id: str, user_id: str) -> None:
        """The sign-in name last of all but the note about it, so that nothing is forgotten half way."""
        user = await self.users.find(organisation_id, user_id)
        if user is None or user.erasing is None:
            return
        while rows := await self.sessions.query(Query(_OF_USER), user_id, limit=100):
            for row in rows:
                await self.sessions.delete(row["id"], user_id)
        await self.accounts.forget_user(user_id)
        credential = await self.credentials.find(user.erasing)
        if credential is not None and credential.user_id == user_id:
            await self.credentials.release(credential)
        await self.users.replace(user.changed(self.now(), erasing=None))
