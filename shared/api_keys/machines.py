"""Which application of Microsoft Entra ID stands for which API key: `entra:<tenant>:<object>`, beside the other identities.

Application and key lie in different partitions. The application is taken first: after a crash in between it names a key that never
came to be, and repeating the request makes exactly that one. What names a key that has ended is free again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.api_keys.errors import MachineTaken
from shared.api_keys.model import ApiKeyState, EntraApplication
from shared.api_keys.repository import ApiKeyRepository
from shared.errors import AlreadyExists, FieldError, Invalid, NotFound, StaleVersion
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container, Item


@dataclass(frozen=True, slots=True)
class Machines:
    """`container` is partitioned by /id; `tenant:<tenant>` there says whose a tenant is."""

    container: Container
    keys: ApiKeyRepository
    now: Callable[[], datetime]

    async def reserve(self, organisation_id: str, key_id: str, application: EntraApplication) -> str:
        """Let the application stand for a key that is about to be created; answers the id it has to have.

        Errors: MachineTaken, Invalid when the tenant is not one of the organisation's.
        """
        tenant = f"tenant:{application.tenant_id}"
        owner = await self.container.find(tenant, tenant)
        if owner is None or owner["organisationId"] != organisation_id:
            message = "this tenant of Microsoft Entra ID is not connected to the organisation"
            raise Invalid(fields=[FieldError("entra.tenantId", "tenant_not_connected", message)])
        wanted = self._item(organisation_id, key_id, application)
        try:
            await self.container.create(wanted)
        except AlreadyExists:
            return await self._take_over(wanted)
        return key_id

    async def _take_over(self, wanted: Item) -> str:
        known = await self.container.find(wanted["id"], wanted["id"])
        if known is None or known.get("keyId") is None:
            raise MachineTaken
        if known["organisationId"] == wanted["organisationId"]:
            key = await self.keys.find(known["organisationId"], known["keyId"])
            if key is None:
                return str(known["keyId"])
            if key.state(self.now()) is ApiKeyState.ACTIVE:
                raise MachineTaken
        try:
            await self.container.replace(wanted, known["_etag"])
        except (StaleVersion, NotFound) as error:
            raise MachineTaken from error
        return str(wanted["keyId"])

    def _item(self, organisation_id: str, key_id: str, application: EntraApplication) -> Item:
        return {
            "id": f"entra:{application.tenant_id}:{application.object_id}",
            "kind": "entra-account",
            "tenantId": application.tenant_id,
            "objectId": application.object_id,
            "organisationId": organisation_id,
            "userId": None,
            "keyId": key_id,
            "byLink": False,
            "updatedAt": to_wire(self.now()),
        }
