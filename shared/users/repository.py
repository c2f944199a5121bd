"""Users live in the directory of their organisation, beside the organisation itself."""

from shared.identity.member import Member
from shared.kit.query import Query
from shared.kit.repository import Activity, Repository
from shared.users.model import User

_MEMBER = "SELECT * FROM c WHERE c.id IN (@user, @organisation)"


class UserRepository(Repository[User]):
    entity = User
    kind = "user"

    async def exists(self, organisation_id: str, user_id: str) -> bool:
        return await self.find(organisation_id, user_id) is not None

    async def find_member(self, organisation_id: str, user_id: str) -> Member | None:
        """The user and the organisation's name, in one request."""
        query = Query(_MEMBER, {"@user": user_id, "@organisation": organisation_id})
        rows = await self.container.query(query, self.partition(organisation_id), limit=2)
        found = {row["kind"]: row for row in rows}
        if "user" not in found or "organisation" not in found:
            return None
        return User.from_item(found["user"]).as_member(found["organisation"]["name"])

    async def record(self, activity: Activity) -> None:
        await self.container.create(activity.to_item())
