"""Sign-in names: `email:<address>` belongs to one user of one organisation, in the whole deployment."""

from dataclasses import dataclass

from shared.errors import AlreadyExists
from shared.identity.passwords import Passwords
from shared.kit.cosmos import Container


@dataclass(frozen=True, slots=True)
class Credential:
    user_id: str
    organisation_id: str
    password_hash: str


@dataclass(frozen=True, slots=True)
class Credentials:
    container: Container
    passwords: Passwords

    async def find(self, email: str) -> Credential | None:
        item = await self.container.find(f"email:{email}", f"email:{email}")
        return None if item is None else Credential(item["userId"], item["organisationId"], item["passwordHash"])

    async def register(self, email: str, password: str, user_id: str, organisation_id: str) -> Credential:
        """Take the name for a user; whoever has it already is answered instead, so the caller can tell. Safe to repeat."""
        item = {
            "id": f"email:{email}",
            "kind": "credential",
            "userId": user_id,
            "organisationId": organisation_id,
            "passwordHash": await self.passwords.hash(password),
        }
        try:
            await self.container.create(item)
        except AlreadyExists:
            if (owner := await self.find(email)) is not None:
                return owner
            raise
        return Credential(user_id, organisation_id, item["passwordHash"])
