"""Setting up organisations."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists
from shared.identity.credentials import Credential
from shared.identity.errors import EmailTaken
from shared.kit.model import Entity
from shared.kit.repository import Activity
from shared.organisations.model import Organisation, OrganisationDraft
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
