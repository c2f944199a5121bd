"""Who is meant by a role and a site: answers for other nouns, always as things are now."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.identity.people import Person
from shared.identity.permissions import Role
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.query import Query
from shared.users.model import User, UserStatus
from shared.users.repository import UserRepository

MOST = 10_000  # people of one organisation
_IDS = "SELECT c.id FROM c WHERE c.kind = 'user' AND "
_BY_ID = "SELECT * FROM c WHERE c.kind = 'user' AND ARRAY_CONTAINS(@ids, c.id)"


@dataclass(frozen=True, slots=True)
class UserPeople:
    users: UserRepository

    async def list_concerned(
        self, organisation_id: str, roles: Sequence[Role], site_id: str | None, request: PageRequest
    ) -> Page[Person]:
        """Active people of these roles who see the site, one page in one request. Errors: CursorInvalid."""
        page = await self.users.list_page(organisation_id, request, _concerned(roles, site_id))
        return Page([_person(user) for user in page.items], page.next_cursor)

    async def ids_concerned(self, organisation_id: str, roles: Sequence[Role], site_id: str | None) -> set[str]:
        """All of them, in one request."""
        conditions = _concerned(roles, site_id)
        parameters = {name: value for condition in conditions for name, value in condition.parameters.items()}
        text = _IDS + " AND ".join(condition.text for condition in conditions)
        partition = self.users.partition(organisation_id)
        rows = await self.users.container.query(Query(text, parameters), partition, limit=MOST)
        return {row["id"] for row in rows}

    async def find_people(self, organisation_id: str, user_ids: Sequence[str]) -> dict[str, Person]:
        """By id, whatever has become of them; one request."""
        query = Query(_BY_ID, {"@ids": list(user_ids)})
        rows = await self.users.container.query(query, self.users.partition(organisation_id), limit=len(user_ids))
        return {row["id"]: _person(User.from_item(row)) for row in rows}


def _concerned(roles: Sequence[Role], site_id: str | None) -> list[Condition]:
    conditions = [
        Condition("c.status = @status", {"@status": UserStatus.ACTIVE.value}),
        Condition("ARRAY_CONTAINS(@roles, c.role)", {"@roles": [role.value for role in roles]}),
    ]
    if site_id is not None:
        text = "(IS_NULL(c.siteIds) OR ARRAY_CONTAINS(c.siteIds, @site))"
        conditions.append(Condition(text, {"@site": site_id}))
    return conditions


def _person(user: User) -> Person:
    return Person(
        user_id=user.id,
        organisation_id=user.organisation_id,
        name=user.name,
        email=user.email,
        role=user.role,
        site_ids=user.site_ids,
        is_active=user.status is UserStatus.ACTIVE,
        is_known=user.status is not UserStatus.DELETED,
    )
