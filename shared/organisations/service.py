"""Setting up organisations, and what their admins decide about them."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.identity.actor import Actor
from shared.identity.credentials import Credential
from shared.identity.errors import EmailTaken
from shared.kit.model import Entity
from shared.kit.repository import Activity
from shared.organisations.model import Organisation, OrganisationChange, OrganisationDraft
from shared.organisations.repository import OrganisationRepository

Reserve = Callable[[str, str | None], Awaitable[Credential]]
FirstAdmin = Callable[[Credential, str, datetime], Sequence[Entity]]


@dataclass(frozen=True, slots=True)
class OrganisationService:
    """`reserve(email, None)` takes a sign-in name and makes up both ids; `first_admin(credential, name, now)` answers what to
    store for its owner.
    """

    organisations: OrganisationRepository
    reserve: Reserve
    first_admin: FirstAdmin
    now: Callable[[], datetime]

    async def require(self, organisation_id: str) -> Organisation:
        """Errors: NotFound."""
        return await self.organisations.get(organisation_id, organisation_id)

    async def create(self, draft: OrganisationDraft) -> tuple[Organisation, str]:
        """The organisation and its admin's user id, stored together or not at all.

        Repeating after a crash continues with the same ids, since the sign-in name remembers them. Errors: EmailTaken.
        """
        credential = await self.reserve(draft.admin_email, None)
        now = self.now()
        organisation = Organisation(
            id=credential.organisation_id,
            organisation_id=credential.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=credential.user_id,
            name=draft.name,
            time_zone=draft.time_zone,
        )
        activity = Activity.of("organisation.created", organisation, actor=credential.user_id, at=now)
        others = [activity, *self.first_admin(credential, draft.admin_name, now)]
        try:
            return await self.organisations.found(organisation, others), credential.user_id
        except AlreadyExists as error:  # the same request, a moment ago
            raise EmailTaken from error

    async def get(self, actor: Actor, organisation_id: str) -> Organisation:
        """Errors: NotFound for every organisation but the actor's own."""
        if organisation_id != actor.organisation_id:
            raise NotFound
        return await self.organisations.get(organisation_id, organisation_id)

    async def change(
        self, actor: Actor, organisation_id: str, change: OrganisationChange, if_match: str
    ) -> Organisation:
        """Policies hold from the next sign-in or refresh on. Errors: NotFound, StaleVersion."""
        organisation = await self.get(actor, organisation_id)
        if organisation.etag != if_match:
            raise StaleVersion
        now = self.now()
        changed = organisation.with_change(change, now)
        if not (difference := organisation.changes(changed)):
            return organisation
        activity = Activity.of("organisation.changed", changed, actor=actor.user_id, at=now, **difference)
        return await self.organisations.replace(changed, activity)
