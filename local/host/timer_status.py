"""What a timer remembers between runs of the host, in the blob the Functions host uses for it."""

import contextlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from local.host.settings import Connection
from local.host.storage import Storage

CONTAINER = "azure-webjobs-hosts"
NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Status:
    """Last run, next run as planned then, and when this was written; all UTC."""

    last: datetime
    next: datetime
    last_updated: datetime

    def to_json(self) -> dict[str, str]:
        return {
            "Last": self.last.isoformat(),
            "Next": self.next.isoformat(),
            "LastUpdated": self.last_updated.isoformat(),
        }

    @classmethod
    def of(cls, content: dict[str, Any]) -> Self:
        """Errors: ValueError, KeyError."""
        return cls(
            _moment(content["Last"]), _moment(content["Next"]), _moment(content.get("LastUpdated") or NEVER.isoformat())
        )


class StatusStore:
    """The status blob of one timer: azure-webjobs-hosts/timers/{host}/Host.Functions.{name}/status."""

    def __init__(self, storage: Storage, connection: Connection, host_id: str, function: str) -> None:
        self._storage = storage
        self._connection = connection
        self._blob = f"timers/{host_id}/Host.Functions.{function}/status"

    async def read(self) -> Status | None:
        """The status; None if there is none or it cannot be understood. Errors: AzureError."""
        from azure.core.exceptions import ResourceNotFoundError

        container = await self._storage.container(self._connection, CONTAINER)
        try:
            content = await (await container.download_blob(self._blob)).readall()
        except ResourceNotFoundError:
            return None
        try:
            return Status.of(json.loads(content))
        except (ValueError, KeyError, TypeError):
            return None

    async def write(self, status: Status) -> None:
        """Errors: AzureError."""
        from azure.core.exceptions import ResourceExistsError, ResourceNotFoundError

        container = await self._storage.container(self._connection, CONTAINER)
        content = json.dumps(status.to_json()).encode()
        try:
            await container.upload_blob(self._blob, content, overwrite=True)
        except ResourceNotFoundError:
            with contextlib.suppress(ResourceExistsError):  # another timer just made it
                await container.create_container()
            await container.upload_blob(self._blob, content, overwrite=True)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
