"""Setting up organisations."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists
from shared.identity.credentials import Credential
from shared.identity.errors import EmailTaken
from shared.kit.ids import new_id
from shared.kit.repository import Activity, Repository
from shared.organisations.model import Organisation

SYSTEM = "system"
Register = Callable[[str, str, str, str], Awaitable[Credential]]
AddAdmin = Callable[[str, str, str, str, str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class OrganisationDraft:
    name: str
    time_zone: str
    admin_email: str
    admin_name: str
    admin_password: str


class OrganisationRepository(Repository[Organisation]):
    entity = Organisation
    kind = "organisation"


@dataclass(frozen=True, slots=True)
class OrganisationService:
    """`register` takes a sign-in name; `add_admin(organisation, user, name, e-mail, password)` adds the first user. Errors: EmailTaken."""

    organisations: OrganisationRepository
    register: Register
    add_admin: AddAdmin
    now: Callable[[], datetime]

    async def create(self, draft: OrganisationDraft) -> tuple[Organisation, str]:
        """The organisation and its admin's user id.

        The sign-in name is taken first and remembers both ids, so repeating after a crash finishes the same organisation.
        Errors: EmailTaken.
        """
        owner = await self.register(draft.admin_email, draft.admin_password, new_id(), new_id())
        organisation = await self._ensure(owner.organisation_id, draft)
        if organisation.name != draft.name:
            raise EmailTaken
        await self.add_admin(organisation.id, owner.user_id, draft.admin_name, draft.admin_email, draft.admin_password)
        return organisation, owner.user_id

    async def _ensure(self, organisation_id: str, draft: OrganisationDraft) -> Organisation:
        if (found := await self.organisations.find(organisation_id, organisation_id)) is not None:
            return found
        now = self.now()
        organisation = Organisation(
            id=organisation_id,
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=SYSTEM,
            name=draft.name,
            time_zone=draft.time_zone,
        )
        try:
            return await self.organisations.create(
                organisation, Activity.of("organisation.created", organisation, actor=SYSTEM, at=now)
            )
        except AlreadyExists:
            return await self.organisations.get(organisation_id, organisation_id)
