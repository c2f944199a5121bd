"""Users of an organisation."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from shared.errors import AlreadyExists, StaleVersion
from shared.identity.actor import Actor, CheckScope
from shared.identity.credentials import Credential
from shared.identity.errors import EmailTaken
from shared.identity.member import Member
from shared.identity.permissions import Permission, Role
from shared.kit import telemetry
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.users.errors import NotInvited
from shared.users.model import User, UserChange, UserDraft, UserFilter, UserStatus
from shared.users.repository import UserRepository

SCOPE = frozenset({"role", "siteIds", "status"})  # what access tokens tell, by wire name

Reserve = Callable[[str, str | None], Awaitable[Credential]]


class Revoke(Protocol):
    async def __call__(self, *subjects: str) -> None:
        """Refuse the access tokens of these users from now on."""
        ...


@dataclass(frozen=True, slots=True)
class UserService:
    """`reserve(email, organisation)` takes the sign-in name for a new user. Errors: EmailTaken."""

    users: UserRepository
    reserve: Reserve
    check_scope: CheckScope
    revoke: Revoke
    ensure_revoked: Callable[[str, datetime], Awaitable[None]]
    now: Callable[[], datetime]

    async def invite(self, actor: Actor, draft: UserDraft) -> User:
        """The letter follows from the activity. Errors: EmailTaken, Invalid for sites the actor cannot give."""
        await self.check_scope(actor, draft.site_ids)
        credential = await self.reserve(draft.email, actor.organisation_id)
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
            return await self.users.create(user, invited(user, actor.user_id, now))
        except AlreadyExists as error:  # the same request, a moment ago
            raise EmailTaken from error

    async def invite_again(self, actor: Actor, user_id: str) -> User:
        """Send another letter; the links of earlier ones stay good. Errors: NotFound, NotInvited."""
        user = await self.users.get(actor.organisation_id, user_id)
        if user.status is not UserStatus.INVITED:
            raise NotInvited
        await self.users.record(invited(user, actor.user_id, self.now()))
        return user

    async def get(self, actor: Actor, user_id: str) -> User:
        """Errors: NotFound."""
        return await self.users.get(actor.organisation_id, user_id)

    async def list_page(self, actor: Actor, request: PageRequest, wanted: UserFilter) -> Page[User]:
        return await self.users.list_filtered(actor.organisation_id, request, wanted)

    async def change(self, actor: Actor, user_id: str, change: UserChange, if_match: str) -> User:
        """Role, scope and status hold from the next request on. Errors: NotFound, StaleVersion, UserDeleted, LastAdmin,
        Invalid for sites the actor cannot give.
        """
        user = await self.users.get(actor.organisation_id, user_id)
        if user.etag != if_match:
            raise StaleVersion
        now = self.now()
        changed = user.with_change(change, now)
        if changed.site_ids != user.site_ids:
            await self.check_scope(actor, changed.site_ids)
        difference = _difference(user, changed)
        if not difference:
            return user
        activity = Activity.of("user.changed", changed, actor=actor.user_id, at=now, **difference)
        stored = await self.users.move(user, changed, activity)
        if stored.scope != user.scope:
            await self.revoke(user.id)
        return stored

    async def erase(self, actor: Actor, user_id: str) -> None:
        """Forget the person; what they did stays on record under an id. Erasing twice is fine. Errors: NotFound, LastAdmin."""
        user = await self.users.get(actor.organisation_id, user_id)
        now = self.now()
        erased = user.erased(now)
        if erased is not user:
            await self.users.move(user, erased, Activity.of("user.deleted", erased, actor=actor.user_id, at=now))
        await self.revoke(user.id)

    async def follow(self, items: list[dict[str, Any]]) -> None:
        """Old access tokens end even if the request that changed somebody could not see to it."""
        for item in items:
            if item.get("kind") == "activity" and _ends_tokens(item):
                await self.ensure_revoked(item["subjectId"], datetime.fromisoformat(item["createdAt"]))

    async def find_member(self, organisation_id: str, user_id: str) -> Member | None:
        return await self.users.find_member(organisation_id, user_id)

    async def who_may_review(self, organisation_id: str, user_ids: Sequence[str], site_id: str | None) -> set[str]:
        """Those of the ids that are active people who see the site and may review documents; one request."""
        found = await self.users.active_among(organisation_id, user_ids)
        actors = [Actor(user.id, organisation_id, user.role, user.site_ids) for user in found]
        return {
            actor.user_id
            for actor in actors
            if Permission.DOCUMENTS_REVIEW in actor.permissions and actor.may_see_site(site_id)
        }

    async def record(self, happened: str, organisation_id: str, user_id: str, *, actor: str = "", **data: str) -> None:
        """What happened around a user without changing it, a sign-in say: an activity of its own, for the audit trail."""
        now = self.now()
        activity = Activity(
            id=new_id(),
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor or user_id,
            type=happened,
            subject_id=user_id,
            data=dict(data),
            traceparent=telemetry.current_traceparent(),
        )
        await self.users.record(activity)


def first_admin(credential: Credential, name: str, now: datetime) -> tuple[User, Activity]:
    """Who invites everybody else; belongs to nobody's request, so it is its own creator."""
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
    return user, invited(user, user.id, now)


def invited(user: User, actor_id: str, at: datetime) -> Activity:
    return Activity.of("user.invited", user, actor=actor_id, at=at, role=user.role.value)


def _ends_tokens(activity: dict[str, Any]) -> bool:
    """A new name is no reason: a token does not say it."""
    changed = activity.get("type") == "user.changed" and not SCOPE.isdisjoint(activity["data"])
    return changed or activity.get("type") == "user.deleted"


def _difference(before: User, after: User) -> dict[str, object]:
    """What changed, by wire name, without personal data."""
    named = dict[str, object](before.difference(after, sorted(SCOPE | {"declinedLetters"})))
    return {**named, "name": "changed"} if before.name != after.name else named
