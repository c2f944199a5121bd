"""API keys live in the directory of their organisation."""

from datetime import datetime

from shared.api_keys.model import ApiKey, ApiKeyState
from shared.kit.clock import to_wire
from shared.kit.paging import Condition, Page, PageRequest
from shared.kit.repository import Repository

_STATES = {
    ApiKeyState.ACTIVE: "IS_NULL(c.revokedAt) AND c.expiresAt > @now",
    ApiKeyState.EXPIRED: "IS_NULL(c.revokedAt) AND c.expiresAt <= @now",
    ApiKeyState.REVOKED: "NOT IS_NULL(c.revokedAt)",
}


class ApiKeyRepository(Repository[ApiKey]):
    entity = ApiKey
    kind = "apiKey"

    async def list_in_state(
        self, organisation_id: str, request: PageRequest, state: ApiKeyState | None, now: datetime
    ) -> Page[ApiKey]:
        """One page in one request; without a state, those that were not revoked. Errors: CursorInvalid."""
        condition = Condition("IS_NULL(c.revokedAt)", {})
        if state is not None:
            wanted = _STATES[state]
            condition = Condition(wanted, {"@now": to_wire(now)} if "@now" in wanted else {})
        return await self.list_page(organisation_id, request, [condition])
