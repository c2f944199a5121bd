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
from shared.users.model import User, UserDraft
from shared.users.repository import UserRepository

Reserve = Callable[[str, str, str | None], Awaitable[Credential]]


@dataclass(frozen=True, slots=True)
class UserService:
    """`reserve(email, password, organisation)` takes the sign-in name for a new user. Errors: EmailTaken."""

    users: UserRepository
    reserve: Reserve
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: UserDraft) -> User:
        """Errors: EmailTaken."""
        credential = await self.reserve(draft.email, draft.password, actor.organisation_id)
        now = self.now()
        user = User(
            id=credential.user_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            email=credential.email,
            name=draft.name,
            role=draft.role,
            site_ids=draft.site_ids,
        )
        try:
            return await self.users.create(user, _created(user))
        except AlreadyExists as error:  # the same request, a moment ago
            raise EmailTaken from error

    async def get(self, actor: Actor, user_id: str) -> User:
        """Errors: NotFound."""
        return await self.users.get(actor.organisation_id, user_id)

    async def list_page(self, actor: Actor, request: PageRequest) -> Page[User]:
        return await self.users.list_page(actor.organisation_id, request)

    async def find_member(self, organisation_id: str, user_id: str) -> Member | None:
        return await self.users.find_member(organisation_id, user_id)

    async def record(self, happened: str, organisation_id: str, user_id: str, **data: str) -> None:
        """What happened around a user without changing it, a sign-in say: an activity of its own, for the audit trail."""
        now = self.now()
        activity = Activity(
            id=new_id(),
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=user_id,
            type=happened,
            subject_id=user_id,
            data=dict(data),
        )
        await self.users.record(activity)


def first_admin(credential: Credential, name: str, now: datetime) -> tuple[User, Activity]:
    """Who adds everybody else; belongs to nobody's request, so it is its own creator."""
    user = User(
        id=credential.user_id,
        organisation_id=credential.organisation_id,
        created_at=now,
        updated_at=now,
        created_by=credential.user_id,
        email=credential.email,
        name=name,
        role=Role.ADMIN,
        site_ids=None,
    )
    return user, _created(user)


def _created(user: User) -> Activity:
    return Activity.of("user.created", user, actor=user.created_by, at=user.created_at, role=user.role.value)
