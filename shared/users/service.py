"""Users of an organisation."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists
from shared.identity.actor import Actor
from shared.identity.credentials import Credential
from shared.identity.errors import EmailTaken
from shared.identity.member import Member
from shared.identity.permissions import Role
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.users.model import User
from shared.users.repository import UserRepository

Register = Callable[[str, str, str, str], Awaitable[Credential]]


@dataclass(frozen=True, slots=True)
class UserDraft:
    email: str
    name: str
    role: Role
    site_ids: tuple[str, ...] | None
    password: str


@dataclass(frozen=True, slots=True)
class UserService:
    """`register(email, password, user, organisation)` takes the sign-in name and answers who has it."""

    users: UserRepository
    register: Register
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: UserDraft) -> User:
        """Errors: EmailTaken."""
        return await self.add(actor.organisation_id, actor.user_id, draft, new_id())

    async def add(self, organisation_id: str, by: str, draft: UserDraft, user_id: str) -> User:
        """The name first, then the user: a crash in between leaves a name nobody can sign in with, and repeating finishes it."""
        owner = await self.register(draft.email, draft.password, user_id, organisation_id)
        if (
            owner.organisation_id != organisation_id
            or await self.users.find(organisation_id, owner.user_id) is not None
        ):
            raise EmailTaken
        now = self.now()
        user = User(
            id=owner.user_id,
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=by,
            email=draft.email,
            name=draft.name,
            role=draft.role,
            site_ids=draft.site_ids,
        )
        try:
            return await self.users.create(
                user, Activity.of("user.created", user, actor=by, at=now, role=draft.role.value)
            )
        except AlreadyExists as error:
            raise EmailTaken from error

    async def add_first_admin(self, organisation_id: str, user_id: str, name: str, email: str, password: str) -> None:
        """Errors: EmailTaken."""
        await self.add(organisation_id, "system", UserDraft(email, name, Role.ADMIN, None, password), user_id)

    async def find_member(self, organisation_id: str, user_id: str) -> Member | None:
        return await self.users.find_member(organisation_id, user_id)

    async def get(self, actor: Actor, user_id: str) -> User:
        """Errors: NotFound."""
        return await self.users.get(actor.organisation_id, user_id)

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[User]:
        return await self.users.list_page(actor.organisation_id, request)

    async def record_sign_in(self, organisation_id: str, user_id: str, succeeded: bool) -> None:
        now, happened = self.now(), "user.signed_in" if succeeded else "user.sign_in_failed"
        await self.users.record(
            Activity(
                id=new_id(),
                organisation_id=organisation_id,
                created_at=now,
                updated_at=now,
                created_by=user_id,
                type=happened,
                subject_id=user_id,
            )
        )
