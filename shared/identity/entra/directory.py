"""Which Microsoft tenant belongs to which organisation, and which account of a tenant is which user or API key.

Accounts are known by tenant and object id, never by address: those change hands.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.errors import AlreadyExists, NotFound, StaleVersion
from shared.identity.entra.errors import TenantTaken
from shared.identity.entra.tokens import EntraPerson
from shared.identity.permissions import Role
from shared.kit.cosmos import Container, Item
from shared.kit.model import Moment, Wire
from shared.kit.query import Query

_OF_USER = "SELECT c.id, c._etag FROM c WHERE c.kind = 'entra-account' AND c.userId = @user"
AT_ONCE = 100  # accounts of one look
_STRENGTH = (Role.ADMIN, Role.ENGINEER, Role.OPERATOR, Role.VIEWER)


class Tenant(Wire):
    """`default_role` None: nobody joins without an invitation. `role_from_entra`: the app roles of a person decide, at every check."""

    id: str
    kind: Literal["tenant"] = "tenant"
    tenant_id: str
    organisation_id: str
    default_role: Role | None
    role_from_entra: bool
    updated_at: Moment

    def role_of(self, app_roles: tuple[str, ...]) -> Role | None:
        """What somebody with these app roles may be; None: nothing."""
        given = next((role for role in _STRENGTH if role.value in app_roles), None) if self.role_from_entra else None
        return given or self.default_role


class Account(Wire):
    """One object of a tenant: a user (`user_id`), or an application standing for an API key (`key_id`; made with the key).

    `by_link`: joined from an invitation link, so that the tenant does not have to be the organisation's own.
    """

    id: str
    kind: Literal["entra-account"] = "entra-account"
    tenant_id: str
    object_id: str
    organisation_id: str
    user_id: str | None = None
    key_id: str | None = None
    by_link: bool = False
    updated_at: Moment
    etag: str = ""

    def to_item(self) -> Item:
        return self.model_dump(mode="json", by_alias=True, exclude={"etag"})


@dataclass(frozen=True, slots=True)
class EntraDirectory:
    """`container` is partitioned by /id."""

    container: Container
    now: Callable[[], datetime]

    async def find_tenant(self, tenant_id: str) -> Tenant | None:
        item = await self.container.find(_tenant_key(tenant_id), _tenant_key(tenant_id))
        return None if item is None else Tenant.model_validate(item)

    async def allow(
        self, organisation_id: str, tenant_id: str, default_role: Role | None, role_from_entra: bool
    ) -> Tenant:
        """The tenant belongs to this organisation, under these rules. Errors: TenantTaken."""
        tenant = Tenant(
            id=_tenant_key(tenant_id),
            tenant_id=tenant_id,
            organisation_id=organisation_id,
            default_role=default_role,
            role_from_entra=role_from_entra,
            updated_at=self.now(),
        )
        item = tenant.model_dump(mode="json", by_alias=True)
        known = await self.container.find(tenant.id, tenant.id)
        try:
            if known is None:
                await self.container.create(item)
            elif known["organisationId"] != organisation_id:
                raise TenantTaken
            else:
                await self.container.replace(item, known["_etag"])
        except (AlreadyExists, NotFound, StaleVersion) as error:  # somebody else did, at the same moment
            raise TenantTaken from error
        return tenant

    async def disallow(self, organisation_id: str, tenant_id: str) -> None:
        """Succeeds if it is already gone; another organisation's stays."""
        key = _tenant_key(tenant_id)
        while (item := await self.container.find(key, key)) is not None and item["organisationId"] == organisation_id:
            with contextlib.suppress(StaleVersion):  # the next look tells whose it is
                await self.container.delete(key, key, item["_etag"])
                return

    async def owns(self, organisation_id: str, tenant_id: str) -> bool:
        tenant = await self.find_tenant(tenant_id)
        return tenant is not None and tenant.organisation_id == organisation_id

    async def find_account(self, tenant_id: str, object_id: str) -> Account | None:
        key = _account_key(tenant_id, object_id)
        item = await self.container.find(key, key)
        return None if item is None else Account.model_validate({**item, "etag": item["_etag"]})

    async def bind(
        self, known: Account | None, person: EntraPerson, organisation_id: str, user_id: str, *, by_link: bool = False
    ) -> Account:
        """The account stands for this user from now on, instead of what `known` said.

        Errors: StaleVersion when somebody else bound it meanwhile.
        """
        account = Account(
            id=_account_key(person.tenant_id, person.object_id),
            tenant_id=person.tenant_id,
            object_id=person.object_id,
            organisation_id=organisation_id,
            user_id=user_id,
            by_link=by_link,
            updated_at=self.now(),
        )
        return await self._put(known, account)

    async def bind_key(
        self, known: Account | None, tenant_id: str, object_id: str, organisation_id: str, key_id: str
    ) -> Account:
        """The same for an application, which stands for an API key from now on. Errors: StaleVersion."""
        account = Account(
            id=_account_key(tenant_id, object_id),
            tenant_id=tenant_id,
            object_id=object_id,
            organisation_id=organisation_id,
            key_id=key_id,
            updated_at=self.now(),
        )
        return await self._put(known, account)

    async def _put(self, known: Account | None, account: Account) -> Account:
        try:
            if known is None:
                stored = await self.container.create(account.to_item())
            else:
                stored = await self.container.replace(account.to_item(), known.etag)
        except (AlreadyExists, NotFound) as error:
            raise StaleVersion from error
        return Account.model_validate({**stored, "etag": stored["_etag"]})

    async def forget_user(self, user_id: str) -> None:
        """Every account of a person who is to be forgotten; one that stands for somebody else by now stays. A rare sweep over all
        partitions: nothing else knows them by user.
        """
        query = Query(_OF_USER, {"@user": user_id})
        while rows := [row async for row in self.container.stream_all(query, limit=AT_ONCE)]:
            for row in rows:
                with contextlib.suppress(StaleVersion):  # the next look tells whose it is
                    await self.container.delete(row["id"], row["id"], row["_etag"])


def _tenant_key(tenant_id: str) -> str:
    return f"tenant:{tenant_id}"


def _account_key(tenant_id: str, object_id: str) -> str:
    return f"entra:{tenant_id}:{object_id}"
