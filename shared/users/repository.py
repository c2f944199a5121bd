"""Users live in the directory of their organisation, beside the organisation itself."""

from collections.abc import Iterator, Sequence

from shared.identity.member import Member
from shared.identity.organisation_policies import OrganisationPolicies, SignInPolicy
from shared.kit.cosmos import Write
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.kit.repository import Activity, OnlyOneRepository, Repository, storing
from shared.users.model import Admins, User, UserFilter, UserStatus

_KNOWN = "SELECT c.id FROM c WHERE c.kind = 'user' AND c.status != 'deleted' AND ARRAY_CONTAINS(@ids, c.id)"
_ACTIVE = "SELECT * FROM c WHERE c.kind = 'user' AND c.status = 'active' AND ARRAY_CONTAINS(@ids, c.id)"
_MEMBER = "SELECT * FROM c WHERE c.id IN (@user, @organisation)"


class AdminsRepository(OnlyOneRepository[Admins]):
    entity = Admins
    kind = "admins"


class UserRepository(Repository[User]):
    entity = User
    kind = "user"

    async def exists(self, organisation_id: str, user_id: str) -> bool:
        return await self.find(organisation_id, user_id) is not None

    async def known(self, organisation_id: str, user_ids: Sequence[str]) -> set[str]:
        """Those of the ids that are people of the organisation, deleted ones left out; one request."""
        query = Query(_KNOWN, {"@ids": list(user_ids)})
        rows = await self.container.query(query, self.partition(organisation_id), limit=len(user_ids))
        return {row["id"] for row in rows}

    async def active_among(self, organisation_id: str, user_ids: Sequence[str]) -> list[User]:
        """Those of the ids that are active people of the organisation; one request."""
        query = Query(_ACTIVE, {"@ids": list(user_ids)})
        rows = await self.container.query(query, self.partition(organisation_id), limit=len(user_ids))
        return [User.from_item(row) for row in rows]

    async def find_member(self, organisation_id: str, user_id: str) -> Member | None:
        """The user, with the organisation's name and policies, in one request."""
        query = Query(_MEMBER, {"@user": user_id, "@organisation": organisation_id})
        rows = await self.container.query(query, self.partition(organisation_id), limit=2)
        found = {row["kind"]: row for row in rows}
        if "user" not in found or "organisation" not in found:
            return None
        organisation = found["organisation"]
        policies = OrganisationPolicies.of_organisation(organisation)
        return User.from_item(found["user"]).as_member(organisation["name"], policies.sign_in)

    async def sign_in_policy(self, organisation_id: str) -> SignInPolicy:
        """What the organisation decided about signing in; one request."""
        item = await self.container.find(organisation_id, self.partition(organisation_id))
        return OrganisationPolicies.of_organisation(item or {}).sign_in

    async def list_filtered(self, organisation_id: str, request: PageRequest, wanted: UserFilter) -> Page[User]:
        """One page in one request. Errors: CursorInvalid."""
        return await self.list_page(organisation_id, request, list(_conditions(wanted)))

    async def record(self, activity: Activity) -> None:
        await self.container.create(activity.to_item())

    async def move(self, before: User, after: User, *activities: Activity) -> User:
        """Replace a user, and the list of active admins with it when that changes.

        Errors: StaleVersion, also when another change of the admins happened in between; LastAdmin.
        """
        if before.is_active_admin == after.is_active_admin:
            return await self.replace(after, *activities)
        admins = await AdminsRepository(self.container).of(after.organisation_id, after.updated_at)
        wanted = admins.following(before, after)
        assert wanted is not None
        writes = [
            storing(after),
            storing(wanted),
            *(Write("create", activity.to_item()) for activity in activities),
        ]
        stored, *_ = await self.container.batch(self.partition(after.organisation_id), writes)
        return User.from_item(stored)


def _conditions(wanted: UserFilter) -> Iterator[Condition]:
    if wanted.status is not None:
        yield Condition("c.status = @status", {"@status": wanted.status.value})
    else:
        yield Condition("c.status != @deleted", {"@deleted": UserStatus.DELETED.value})
    if wanted.role is not None:
        yield Condition("c.role = @role", {"@role": wanted.role.value})
    if wanted.site_id is not None:
        yield Condition("(IS_NULL(c.siteIds) OR ARRAY_CONTAINS(c.siteIds, @site))", {"@site": wanted.site_id})
    if wanted.search is not None:
        yield Condition(
            "(CONTAINS(c.name, @search, true) OR CONTAINS(c.email, @search, true))", {"@search": wanted.search}
        )
