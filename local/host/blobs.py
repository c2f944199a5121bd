"""The blob trigger fed by Event Grid: an event becomes a message in a queue of the host, a message runs a function with the blob.

The queue makes it safe: once the web hook has answered, the blob is handled at least once, five times if the function fails,
and then the message goes to `webjobs-blobtrigger-poison`. Queue, message and poison queue are those of the real host.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from azure.functions.meta import Datum, get_binding_registry

from local.host.engine import InvocationFailed
from local.host.functions import BLOB, Function
from local.host.hostjson import BlobOptions, QueueOptions
from local.host.logs import console
from local.host.outputs import Runner
from local.host.polling import LEASE, PollingListener
from local.host.settings import Connection, Settings, SettingsError
from local.host.storage import Storage

QUEUE = "azure-webjobs-blobtrigger-"
POISON_QUEUE = "webjobs-blobtrigger-poison"
PREFIX = "Host.Functions."  # how the web hook and the messages name a function
DEVELOPMENT_HOSTS = ("127.0.0.1", "localhost")


@dataclass(frozen=True, slots=True)
class BlobMessage:
    """Which function is to be run for which blob. `function` carries the prefix."""

    function: str
    container: str
    blob: str
    etag: str = ""
    kind: str = "BlockBlob"

    @classmethod
    def of_event(cls, event: Mapping[str, Any], function: str) -> Self:
        """From an event of a storage account, in either schema. Errors: ValueError, KeyError, TypeError."""
        data = event["data"]
        container, blob = split_url(str(data["url"]))
        return cls(function, container, blob, f'"{data.get("eTag", "")}"', str(data.get("blobType", "BlockBlob")))

    @classmethod
    def of_text(cls, text: str) -> Self:
        """From a message of the queue. Errors: ValueError, KeyError, TypeError."""
        found = json.loads(text)
        return cls(found["FunctionId"], found["ContainerName"], found["BlobName"], found.get("ETag") or "")

    def to_text(self) -> str:
        content = {"Type": "BlobTrigger", "FunctionId": self.function, "BlobType": self.kind}
        return json.dumps({**content, "ContainerName": self.container, "BlobName": self.blob, "ETag": self.etag})


def split_url(url: str) -> tuple[str, str]:
    """Container and blob of a blob's address; an emulator has the account in the path. Errors: ValueError."""
    parts = urlsplit(url)
    path = parts.path.lstrip("/")
    if parts.hostname in DEVELOPMENT_HOSTS:
        path = path.partition("/")[2]
    container, _, blob = path.partition("/")
    if not container or not blob:
        raise ValueError(f"{url!r} is not the address of a blob")
    return container, unquote(blob)


def check_source(function: Function) -> None:
    """Errors: SettingsError for the trigger that polls a container, which Flex Consumption refuses as well."""
    if function.trigger.text("source").casefold() != "eventgrid":
        raise SettingsError('only blob triggers with source="EventGrid" are supported; Flex Consumption has no other')


class Blobs:
    """Reads blobs and runs functions with them."""

    def __init__(self, settings: Settings, storage: Storage, runner: Runner) -> None:
        self._settings = settings
        self._storage = storage
        self._runner = runner

    async def run(self, function: Function, container: str, name: str, reason: str) -> None:
        """Run a function with a blob; one that is gone is passed over. Errors: InvocationFailed."""
        from azure.core.exceptions import AzureError, ResourceNotFoundError

        connection = self._settings.connection(function.trigger.text("connection"))
        try:
            client = (await self._storage.container(connection, container)).get_blob_client(name)
            download = await client.download_blob()
            content = await download.readall()
        except ResourceNotFoundError:
            console.line(f"Blob '{container}/{name}' is gone; Functions.{function.name} is not run.")
            return
        except AzureError as error:
            console.line(f"Functions.{function.name}: the blob could not be read: {str(error).splitlines()[0]}")
            raise InvocationFailed(function.name) from error
        metadata = metadata_of(f"{container}/{name}", client.url, download.properties)
        argument = blob_argument(content, metadata, raw=function.raw_input)
        await self._runner.run(function, argument, reason)


def blob_argument(content: bytes, metadata: Mapping[str, Datum], *, raw: bool) -> Any:
    """The InputStream for a function, or the bytes themselves if it asks for str or bytes."""
    if raw:
        return content
    converter: Any = get_binding_registry().get(BLOB)  # type: ignore[no-untyped-call]
    return converter.decode(Datum(content, "bytes"), trigger_metadata=metadata)


def metadata_of(path: str, url: str, properties: Any) -> dict[str, Datum]:
    """Trigger metadata of a blob, from the SDK's BlobProperties."""
    settings = properties.content_settings
    shown = {
        "LastModified": properties.last_modified.isoformat(),
        "CreatedOn": properties.creation_time.isoformat() if properties.creation_time else None,
        "BlobType": str(getattr(properties.blob_type, "value", properties.blob_type)).removesuffix("Blob"),
        "ContentLength": properties.size,
        "ContentType": settings.content_type,
        "ContentEncoding": settings.content_encoding,
        "ContentLanguage": settings.content_language,
        "CacheControl": settings.cache_control,
        "ContentDisposition": settings.content_disposition,
        "ETag": properties.etag,
        "Metadata": dict(properties.metadata or {}),
    }
    return {
        "BlobTrigger": Datum(path, "string"),
        "Uri": Datum(json.dumps(url), "json"),
        "Properties": Datum(json.dumps(shown), "json"),
        "Metadata": Datum(json.dumps(shown["Metadata"]), "json"),
    }


class BlobListener(PollingListener):
    """Handles the messages of all blob functions of this process: the host has one queue for them."""

    def __init__(
        self,
        functions: list[Function],
        blobs: Blobs,
        connection: Connection,
        storage: Storage,
        options: BlobOptions,
        host_id: str,
        *,
        lease: float = LEASE,
    ) -> None:
        batch = max(1, min(32, options.max_degree // 2))
        queue_options = QueueOptions(
            batch_size=batch, new_batch_threshold=batch // 2, max_dequeue_count=options.poison_threshold
        )
        queue = QUEUE + host_id
        super().__init__("blobs", queue, connection, storage, queue_options, poison=POISON_QUEUE, lease=lease)
        self._functions = {PREFIX + function.name: function for function in functions}
        self._blobs = blobs

    async def handle(self, text: str, message: Any) -> None:
        try:
            wanted = BlobMessage.of_text(text)
        except (ValueError, KeyError, TypeError) as error:
            console.line(f"queue {self._queue}: message {message.id} names no blob: {error!r}")
            raise InvocationFailed(self.name) from error
        function = self._functions.get(wanted.function)
        if function is None:
            console.line(f"Blob '{wanted.blob}': there is no function '{wanted.function}'; the event is ignored.")
            return
        reason = f"New blob detected(EventGrid): {wanted.container}/{wanted.blob}"
        await self._blobs.run(function, wanted.container, wanted.blob, reason)
