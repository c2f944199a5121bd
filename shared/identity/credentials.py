"""Sign-in names: `email:<address>` belongs to one user of one organisation, in the whole deployment.

A name and its user lie in different partitions, so there is no transaction over both. The name is taken first: a crash in between
leaves a name without a user, with which nobody can sign in and which repeating the request completes.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.identity.errors import EmailTaken
from shared.identity.passwords import Passwords
from shared.identity.second_factor.model import Enrolment, SecondFactor
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container, Item
from shared.kit.ids import new_id

ABANDONED = timedelta(minutes=10)  # the host ends every request before (functionTimeout)

UserExists = Callable[[str, str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Credential:
    """`founding`: taken together with a new organisation, for its first admin. `password_changed_at` None: there was none yet."""

    email: str
    user_id: str
    organisation_id: str
    password_hash: str | None = field(repr=False)  # None: invited, or signs in elsewhere
    founding: bool
    taken_at: datetime
    password_changed_at: datetime | None = None
    second_factor: SecondFactor | None = None
    enrolment: Enrolment | None = None
    etag: str = ""

    @classmethod
    def of(cls, item: Item) -> "Credential":
        return cls(
            email=item["email"],
            user_id=item["userId"],
            organisation_id=item["organisationId"],
            password_hash=item["passwordHash"],
            founding=item["founding"],
            taken_at=datetime.fromisoformat(item["takenAt"]),
            password_changed_at=_moment(item["passwordChangedAt"]),
            second_factor=SecondFactor.of(item.get("secondFactor")),
            enrolment=Enrolment.of(item.get("enrolment")),
            etag=item["_etag"],
        )

    def to_item(self) -> dict[str, Any]:
        return {
            "id": _id(self.email),
            "kind": "credential",
            "email": self.email,
            "userId": self.user_id,
            "organisationId": self.organisation_id,
            "passwordHash": self.password_hash,
            "founding": self.founding,
            "takenAt": to_wire(self.taken_at),
            "passwordChangedAt": None if self.password_changed_at is None else to_wire(self.password_changed_at),
            "secondFactor": None if self.second_factor is None else self.second_factor.to_item(),
            "enrolment": None if self.enrolment is None else self.enrolment.to_item(),
        }

    def same_purpose(self, other: "Credential") -> bool:
        """Would `other` finish what this one began?"""
        return self.founding == other.founding and (self.founding or self.organisation_id == other.organisation_id)


@dataclass(frozen=True, slots=True)
class Credentials:
    """`user_exists(organisation, user)` tells a finished registration from one that was cut short."""

    container: Container
    passwords: Passwords
    user_exists: UserExists
    now: Callable[[], datetime]

    async def find(self, email: str) -> Credential | None:
        item = await self.container.find(_id(email), _id(email))
        return None if item is None else Credential.of(item)

    async def reserve(self, email: str, organisation_id: str | None) -> Credential:
        """Take the name for a new user of an organisation, or of a new organisation (None); the caller creates what it names.
        Nobody can sign in with it before a password is set.

        Errors: EmailTaken.
        """
        wanted = Credential(
            email=email,
            user_id=new_id(),
            organisation_id=organisation_id or new_id(),
            password_hash=None,
            founding=organisation_id is None,
            taken_at=self.now(),
        )
        try:
            await self.container.create(wanted.to_item())
        except AlreadyExists:
            return await self._take_over(wanted)
        return wanted

    async def set_password(self, credential: Credential, password: str) -> Credential:
        """Errors: StaleVersion when it was changed in the meantime."""
        hashed = await self.passwords.hash(password)
        return await self.replace(replace(credential, password_hash=hashed, password_changed_at=self.now()))

    async def replace(self, credential: Credential) -> Credential:
        """Errors: StaleVersion when it was changed since it was read, NotFound."""
        return Credential.of(await self.container.replace(credential.to_item(), credential.etag))

    async def release(self, credential: Credential) -> None:
        """The name is free again, for whoever comes next; releasing what is free is fine.

        Errors: StaleVersion when it has changed since it was read, and may be somebody else's by now.
        """
        await self.container.delete(_id(credential.email), _id(credential.email), credential.etag)

    async def renew_hash(self, credential: Credential, password: str) -> None:
        """Hash a password that has just proved right with today's parameters, if it was made with others."""
        if credential.password_hash is None or not self.passwords.is_outdated(credential.password_hash):
            return
        renewed = replace(credential, password_hash=await self.passwords.hash(password))
        try:
            await self.container.replace(renewed.to_item(), credential.etag)
        except (StaleVersion, NotFound):
            return  # changed meanwhile, which matters more

    async def _take_over(self, wanted: Credential) -> Credential:
        """A name is free when its user never came to be: at once for who began it, later for everybody."""
        known = await self.find(wanted.email)
        if known is None or await self.user_exists(known.organisation_id, known.user_id):
            raise EmailTaken
        if known.same_purpose(wanted):
            taken = replace(wanted, user_id=known.user_id, organisation_id=known.organisation_id)
        elif known.taken_at + ABANDONED <= self.now():
            taken = wanted
        else:
            raise EmailTaken
        try:
            await self.container.replace(taken.to_item(), known.etag)
        except (StaleVersion, NotFound) as error:
            raise EmailTaken from error
        return taken


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _id(email: str) -> str:
    return f"email:{email}"
