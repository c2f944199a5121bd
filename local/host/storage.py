"""Clients of storage accounts, one per account and process, made when first needed.

The SDK is imported in a thread: it takes most of a second, and the host answers HTTP meanwhile.
"""

import contextlib
from typing import Any

from local.host.sdks import imported
from local.host.settings import Connection

TIMEOUTS = {"connection_timeout": 5, "read_timeout": 30}


class Storage:
    """Queue and blob service clients by connection."""

    def __init__(self) -> None:
        self._services: dict[tuple[str, str], Any] = {}
        self._credentials: list[Any] = []

    async def queue(self, connection: Connection, name: str) -> Any:
        """An azure.storage.queue.aio.QueueClient that leaves texts as they are on the wire."""
        return (await self._service("queue", connection)).get_queue_client(name)

    async def container(self, connection: Connection, name: str) -> Any:
        """An azure.storage.blob.aio.ContainerClient."""
        return (await self._service("blob", connection)).get_container_client(name)

    async def send(self, queue: Any, text: str) -> None:
        """Add a message to a queue, creating the queue if need be."""
        from azure.core.exceptions import ResourceExistsError, ResourceNotFoundError

        try:
            await queue.send_message(text)
        except ResourceNotFoundError:
            with contextlib.suppress(ResourceExistsError):  # somebody else just made it
                await queue.create_queue()
            await queue.send_message(text)

    async def close(self) -> None:
        services, self._services = self._services, {}
        for client in (*services.values(), *self._credentials):
            await client.close()
        self._credentials.clear()

    async def _service(self, kind: str, connection: Connection) -> Any:
        key = (kind, connection.name)
        if key not in self._services:
            module = await imported(f"azure.storage.{kind}.aio")
            client = await self._open(getattr(module, f"{kind.title()}ServiceClient"), kind, connection)
            if key in self._services:
                await client.close()  # another task was faster
            else:
                self._services[key] = client
        return self._services[key]

    async def _open(self, client: Any, kind: str, connection: Connection) -> Any:
        # Polling repeats itself, and the SDK waits fifteen seconds before its own first retry.
        options: dict[str, Any] = {**TIMEOUTS, "retry_total": 0}
        if connection.text:
            return client.from_connection_string(connection.text, **options)
        section = connection.section
        endpoint = section.get(f"{kind}serviceuri") or section.get("serviceuri")
        if not endpoint and "accountname" in section:
            endpoint = f"https://{section['accountname']}.{kind}.core.windows.net"
        if not endpoint:
            raise ValueError(f"the connection {connection.name} has no {kind}ServiceUri")
        return client(endpoint, await self._credential(connection), **options)

    async def _credential(self, connection: Connection) -> Any:
        credential = await identity_credential(connection)
        self._credentials.append(credential)
        return credential


async def identity_credential(connection: Connection) -> Any:
    """The credential an identity-based connection asks for."""
    module: Any = await imported("azure.identity.aio")
    client_id = connection.section.get("clientid")
    if connection.section.get("credential", "").casefold() == "managedidentity":
        return module.ManagedIdentityCredential(client_id=client_id)
    return module.DefaultAzureCredential(managed_identity_client_id=client_id)
