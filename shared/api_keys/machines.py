"""Which application of Microsoft Entra ID stands for which API key.

Application and key lie in different partitions. The application is taken first: after a crash in between it names a key that never
came to be, and repeating the request makes exactly that one. What names a key that has ended is free again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.api_keys.errors import MachineTaken
from shared.api_keys.model import ApiKeyState, EntraApplication
from shared.api_keys.repository import ApiKeyRepository
from shared.errors import FieldError, Invalid, StaleVersion
from shared.identity.entra.directory import Account, EntraDirectory


@dataclass(frozen=True, slots=True)
class Machines:
    directory: EntraDirectory
    keys: ApiKeyRepository
    now: Callable[[], datetime]

    async def reserve(self, organisation_id: str, key_id: str, application: EntraApplication) -> str:
        """Let the application stand for a key that is about to be created; answers the id it has to have.

        Errors: MachineTaken, Invalid when the tenant is not one of the organisation's.
        """
        tenant_id, object_id = application.tenant_id, application.object_id
        if not await self.directory.owns(organisation_id, tenant_id):
            message = "this tenant of Microsoft Entra ID is not connected to the organisation"
            raise Invalid(fields=[FieldError("entra.tenantId", "tenant_not_connected", message)])
        known = await self.directory.find_account(tenant_id, object_id)
        if known is not None and await self._is_unfinished(organisation_id, known):
            return str(known.key_id)
        try:
            await self.directory.bind_key(known, tenant_id, object_id, organisation_id, key_id)
        except StaleVersion as error:
            raise MachineTaken from error
        return key_id

    async def _is_unfinished(self, organisation_id: str, known: Account) -> bool:
        """Does it name a key that never came to be? Of the organisation a tenant left nothing counts. Errors: MachineTaken."""
        if known.key_id is None:
            raise MachineTaken
        if known.organisation_id != organisation_id:
            return False
        key = await self.keys.find(organisation_id, known.key_id)
        if key is not None and key.state(self.now()) is ApiKeyState.ACTIVE:
            raise MachineTaken
        return key is None
