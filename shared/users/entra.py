"""How people of a Microsoft tenant become users, and stay what their tenant says they are."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import AlreadyExists, StaleVersion, Unavailable
from shared.identity.credentials import Credential, Credentials
from shared.identity.entra.directory import Account, EntraDirectory, Tenant
from shared.identity.entra.errors import EntraAccountTaken, EntraAddressTaken, EntraNotAdmitted
from shared.identity.entra.tokens import EntraPerson
from shared.identity.errors import EmailTaken, LinkInvalid
from shared.identity.member import Member
from shared.identity.permissions import Role
from shared.kit import telemetry
from shared.kit.repository import Activity
from shared.users.errors import LastAdmin
from shared.users.invitations import Invitations
from shared.users.model import User, UserChange, UserStatus
from shared.users.repository import UserRepository
from shared.users.service import Revoke

ATTEMPTS = 4


@dataclass(frozen=True, slots=True)
class EntraMembers:
    """The account is bound before the user comes to be or becomes active: after a crash in between, signing in again completes it."""

    users: UserRepository
    credentials: Credentials
    invitations: Invitations
    directory: EntraDirectory
    revoke: Revoke
    now: Callable[[], datetime]

    async def admit(self, person: EntraPerson, invitation: str) -> Member:
        """Errors: EntraNotAdmitted, EntraAddressTaken, LinkInvalid, RequestInProgress."""
        for _ in range(ATTEMPTS):
            try:
                return await self._admit(person, invitation)
            except (StaleVersion, AlreadyExists):
                continue  # the same person in another tab
        raise Unavailable(retry_after=1)

    async def link(self, person: EntraPerson, organisation_id: str, user_id: str) -> Member:
        """Only an account of the organisation's own tenant. Errors: EntraNotAdmitted, EntraAccountTaken."""
        for _ in range(ATTEMPTS):
            with contextlib.suppress(StaleVersion):
                return await self._link(person, organisation_id, user_id)
        raise Unavailable(retry_after=1)

    async def _link(self, person: EntraPerson, organisation_id: str, user_id: str) -> Member:
        if not await self.directory.owns(organisation_id, person.tenant_id):
            raise EntraNotAdmitted
        known = await self.directory.find_account(person.tenant_id, person.object_id)
        if known is not None and known.user_id != user_id and (known.key_id or await self._user_of(known)):
            raise EntraAccountTaken
        if known is None or known.user_id != user_id:
            user = await self.users.get(organisation_id, user_id)
            await self.directory.bind(known, person, organisation_id, user_id)
            await self.users.record(Activity.of("user.entra_linked", user, actor=user_id, at=self.now()))
        return await self._admit(person, "")

    async def follow(self, person: EntraPerson, user_id: str) -> None:
        """Errors: EntraNotAdmitted."""
        account = await self.directory.find_account(person.tenant_id, person.object_id)
        if account is None or account.user_id != user_id:
            raise EntraNotAdmitted
        tenant = await self._tenant_of(account)
        for _ in range(ATTEMPTS):
            try:
                await self._apply_role(person, tenant, await self.users.get(account.organisation_id, user_id))
                return
            except StaleVersion:
                continue
        raise Unavailable(retry_after=1)

    async def _admit(self, person: EntraPerson, invitation: str) -> Member:
        account = await self.directory.find_account(person.tenant_id, person.object_id)
        user = await self._user_of(account)
        if account is None or user is None:
            account, user = await self._first_time(person, invitation, account)
        tenant = await self._tenant_of(account)
        if user.status is UserStatus.INVITED:
            user = await self._joined(user)
        if user.status is not UserStatus.ACTIVE:
            raise EntraNotAdmitted
        await self._apply_role(person, tenant, user)
        member = await self.users.find_member(user.organisation_id, user.id)
        if member is None:
            raise EntraNotAdmitted
        return member

    async def _joined(self, user: User) -> User:
        """Errors: StaleVersion when somebody else changed the person meanwhile, by joining say."""
        try:
            await self.invitations.join(user)
        except LinkInvalid as error:
            raise StaleVersion from error
        return await self.users.get(user.organisation_id, user.id)

    async def _user_of(self, account: Account | None) -> User | None:
        if account is None or account.user_id is None:
            return None
        return await self.users.find(account.organisation_id, account.user_id)

    async def _tenant_of(self, account: Account) -> Tenant | None:
        """None for a guest: somebody of another tenant, who came by a link. Errors: EntraNotAdmitted."""
        tenant = await self._find_tenant(account.tenant_id)
        if tenant is not None and tenant.organisation_id == account.organisation_id:
            return tenant
        if not account.by_link:
            raise EntraNotAdmitted
        return None

    async def _find_tenant(self, tenant_id: str) -> Tenant | None:
        """With app roles deciding also when the organisation's own admins say so."""
        tenant = await self.directory.find_tenant(tenant_id)
        if tenant is None or tenant.role_from_entra:
            return tenant
        policy = await self.users.sign_in_policy(tenant.organisation_id)
        return tenant.model_copy(update={"role_from_entra": policy.roles_from_entra})

    async def _first_time(self, person: EntraPerson, invitation: str, known: Account | None) -> tuple[Account, User]:
        if invitation:
            return await self._by_link(person, invitation, known)
        tenant = await self._find_tenant(person.tenant_id)
        if tenant is None:
            raise EntraNotAdmitted
        return await self._invited(person, tenant, known) or await self._new(person, tenant, known)

    async def _by_link(self, person: EntraPerson, invitation: str, known: Account | None) -> tuple[Account, User]:
        bound: list[Account] = []

        async def bind(user: User, _credential: Credential) -> None:
            bound.append(await self.directory.bind(known, person, user.organisation_id, user.id, by_link=True))

        member = await self.invitations.accept_with(invitation, bind)
        return bound[0], await self.users.get(member.organisation_id, member.user_id)

    async def _invited(self, person: EntraPerson, tenant: Tenant, known: Account | None) -> tuple[Account, User] | None:
        """The open invitation to one of the person's addresses, from the organisation of their tenant. Errors: EntraAddressTaken."""
        for address in person.addresses:
            credential = await self.credentials.find(address)
            if credential is None or credential.organisation_id != tenant.organisation_id:
                continue
            user = await self.users.find(credential.organisation_id, credential.user_id)
            if user is not None and user.status is UserStatus.INVITED:
                return await self.directory.bind(known, person, user.organisation_id, user.id), user
            if user is not None:
                raise EntraAddressTaken
        return None

    async def _new(self, person: EntraPerson, tenant: Tenant, known: Account | None) -> tuple[Account, User]:
        """Errors: EntraNotAdmitted, EntraAddressTaken."""
        role = tenant.role_of(person.roles)
        if role is None or not person.addresses:
            raise EntraNotAdmitted
        try:
            credential = await self.credentials.reserve(person.addresses[0], tenant.organisation_id)
        except EmailTaken as error:
            raise EntraAddressTaken from error
        account = await self.directory.bind(known, person, tenant.organisation_id, credential.user_id)
        user = self._user(person, credential, role)
        activity = Activity.of("user.provisioned", user, actor=user.id, at=user.created_at, role=role.value)
        return account, await self.users.create(user, activity)

    async def _apply_role(self, person: EntraPerson, tenant: Tenant | None, user: User) -> None:
        """Errors: EntraNotAdmitted when the tenant gives no role any more, StaleVersion."""
        if tenant is None or not tenant.role_from_entra:
            return
        role = tenant.role_of(person.roles)
        if role is None:
            raise EntraNotAdmitted
        if role is user.role:
            return
        now = self.now()
        changed = user.with_change(UserChange({"role": role}), now)
        change = {"role": [user.role.value, role.value]}
        try:
            await self.users.move(user, changed, Activity.of("user.changed", changed, actor=user.id, at=now, **change))
        except LastAdmin:
            telemetry.event("entra.last_admin_kept", user_id=user.id)  # an organisation without admin helps nobody
            return
        await self.revoke(user.id)

    def _user(self, person: EntraPerson, credential: Credential, role: Role) -> User:
        now = self.now()
        return User(
            id=credential.user_id,
            organisation_id=credential.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=credential.user_id,
            email=credential.email,
            name=person.name,
            role=role,
            site_ids=None,
        )
