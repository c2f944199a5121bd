"""One host at a time: a blob lease, as the Functions host takes for its timers.

The lease id follows from the owner, so that a host that was killed and started again gets its own lease back at once.
"""

import asyncio
import contextlib
import uuid
from typing import Any

from local.host.settings import Connection
from local.host.storage import Storage
from local.host.timer_status import CONTAINER

SECONDS = 15  # the shortest lease there is: a killed host blocks its successor no longer than this


class Singleton:
    """The lease `locks/{host}/Host.Functions.{name}.Listener`. `lost` tells that another host may hold it."""

    patience = 3.0  # seconds between attempts to get it

    def __init__(self, storage: Storage, connection: Connection, host_id: str, function: str, owner: str) -> None:
        self._storage = storage
        self._connection = connection
        self._blob = f"locks/{host_id}/Host.Functions.{function}.Listener"
        self._lease_id = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{owner}/{self._blob}"))
        self._lease: Any = None
        self._renewal: asyncio.Task[None] | None = None
        self.lost = False

    async def acquire(self) -> bool:
        """Whether we hold it now. Errors: AzureError."""
        from azure.core.exceptions import ResourceExistsError, ResourceNotFoundError

        container = await self._storage.container(self._connection, CONTAINER)
        blob = container.get_blob_client(self._blob)
        try:
            self._lease = await blob.acquire_lease(lease_duration=SECONDS, lease_id=self._lease_id)
        except ResourceExistsError:
            return False
        except ResourceNotFoundError:
            await self._create(container, blob)
            return await self.acquire()
        self.lost = False
        self._renewal = asyncio.create_task(self._renew())
        return True

    async def release(self) -> None:
        from azure.core.exceptions import AzureError

        if self._renewal is not None:
            self._renewal.cancel()
            await asyncio.gather(self._renewal, return_exceptions=True)
        if self._lease is not None and not self.lost:
            try:
                await self._lease.release()
            except AzureError:
                return  # it runs out by itself

    async def _create(self, container: Any, blob: Any) -> None:
        from azure.core.exceptions import ResourceExistsError, ResourceModifiedError

        with contextlib.suppress(ResourceExistsError):
            await container.create_container()
        with contextlib.suppress(
            ResourceExistsError, ResourceModifiedError
        ):  # made, and perhaps leased, by another host
            await blob.upload_blob(b"", overwrite=False)

    async def _renew(self) -> None:
        from azure.core.exceptions import AzureError, HttpResponseError

        loop = asyncio.get_running_loop()
        until = loop.time() + SECONDS
        while True:
            await asyncio.sleep(SECONDS / 3)
            try:
                await self._lease.renew()
                until = loop.time() + SECONDS
            except HttpResponseError as error:
                self.lost = error.status_code in (404, 409, 412)
            except AzureError:
                self.lost = loop.time() >= until
            if self.lost:
                return
