"""Turns functions into listeners: resolves names and connections, and says which functions cannot listen."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from local.host import changes, timers
from local.host.blobs import QUEUE as BLOB_QUEUE
from local.host.blobs import BlobListener, BlobMessage, Blobs, check_source
from local.host.changes import ChangesListener, FeedOptions
from local.host.engine import InvocationFailed
from local.host.feed import Feed, LeaseStore
from local.host.feed_cosmos import Accounts, CosmosFeed, CosmosLeases
from local.host.functions import BLOB, COSMOS, QUEUE, TIMER, Function
from local.host.hostjson import HostOptions
from local.host.listener import Listener
from local.host.logs import console
from local.host.outputs import Runner, encode_message
from local.host.polling import LEASE
from local.host.queues import QueueListener
from local.host.schedule import parse_schedule
from local.host.settings import Connection, Settings, SettingsError
from local.host.singleton import Singleton
from local.host.storage import Storage
from local.host.timer_status import StatusStore
from local.host.timers import TimerListener


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every listener of a process shares. `owner` names this host, the same after a restart."""

    settings: Settings
    options: HostOptions
    runner: Runner
    storage: Storage
    accounts: Accounts
    blobs: Blobs
    host_id: str
    owner: str
    queue_lease: float = LEASE
    problems: dict[str, str] = field(default_factory=dict)

    def listeners(self, functions: list[Function]) -> list[Listener]:
        """Listeners for what is not HTTP; a function that cannot listen goes to `problems` and the others run."""
        found: list[Listener] = []
        blobs: list[Function] = []
        for function in functions:
            try:
                if function.kind == BLOB:
                    self._check_blob(function)
                    blobs.append(function)
                elif (listener := self._listener(function)) is not None:
                    found.append(listener)
            except (SettingsError, ValueError) as error:
                self.problems[function.name] = str(error)
        if blobs:
            connection = self.settings.connection("")
            options = self.options.blobs
            found.append(BlobListener(blobs, self.blobs, connection, self.storage, options, self.host_id))
        return found

    async def enqueue_blob(self, message: BlobMessage) -> None:
        """Errors: InvocationFailed."""
        from azure.core.exceptions import AzureError

        try:
            client = await self.storage.queue(self.settings.connection(""), BLOB_QUEUE + self.host_id)
            await self.storage.send(client, encode_message(message.to_text(), base64_encoded=True))
        except (AzureError, SettingsError) as error:
            console.line(f"The event for blob '{message.blob}' could not be kept: {str(error).splitlines()[0]}")
            raise InvocationFailed(message.function) from error

    async def close(self) -> None:
        await self.storage.close()
        await self.accounts.close()

    def _check_blob(self, function: Function) -> None:
        """Errors: SettingsError."""
        check_source(function)
        self.settings.connection(function.trigger.text("connection"))
        self.settings.connection("")

    def _listener(self, function: Function) -> Listener | None:
        if function.kind == QUEUE:
            return self._queue(function)
        if function.kind == TIMER:
            return self._timer(function)
        return self._changes(function) if function.kind == COSMOS else None

    def _queue(self, function: Function) -> Listener:
        queue = self.settings.resolve(function.trigger.text("queueName"))
        connection = self.settings.connection(function.trigger.text("connection"))
        if function.retry is not None:
            console.line(
                f"Functions.{function.name}: retry policies do not apply to queue triggers; maxDequeueCount does."
            )
        return QueueListener(
            function,
            queue,
            connection,
            self.runner,
            self.storage,
            self.options.queues,
            lease=self.queue_lease,
        )

    def _timer(self, function: Function) -> Listener:
        schedule = parse_schedule(self.settings.resolve(function.trigger.text("schedule")), local_zone(self.settings))
        store = singleton = None
        try:
            connection = self.settings.connection("")
        except SettingsError:
            console.line(f"Functions.{function.name}: AzureWebJobsStorage is not set; missed runs are not noticed.")
        else:
            singleton = Singleton(self.storage, connection, self.host_id, function.name, self.owner)
            wanted = function.trigger.flag("useMonitor", default=True)
            if wanted and not timers.too_frequent(schedule, datetime.now(UTC)):
                store = StatusStore(self.storage, connection, self.host_id, function.name)
        return TimerListener(function, schedule, self.runner, store=store, singleton=singleton)

    def _changes(self, function: Function) -> Listener:
        trigger, resolve = function.trigger, self.settings.resolve
        monitored = self.settings.connection(trigger.text("connection"))
        lease_connection = (
            self.settings.connection(trigger.text("leaseConnection")) if trigger.text("leaseConnection") else monitored
        )
        database, container = resolve(trigger.text("databaseName")), resolve(trigger.text("containerName"))
        lease_database = resolve(trigger.text("leaseDatabaseName")) or database
        lease_container = resolve(trigger.text("leaseContainerName")) or "leases"
        create = trigger.flag("createLeaseContainerIfNotExists")
        start = _start(function)
        if (hint := changes.warn_of_skipping(function)) is not None:
            console.line(hint)

        async def connect() -> tuple[Feed, LeaseStore]:
            feed = await _container(self.accounts, monitored, database, container, create=False)
            leases = await _container(self.accounts, lease_connection, lease_database, lease_container, create=create)
            return CosmosFeed(feed, start), CosmosLeases(leases)

        owner = f"{self.owner}/{function.name}"
        return ChangesListener(function, container, self.runner, connect, FeedOptions.of(trigger), owner)


async def _container(accounts: Accounts, connection: Connection, database: str, name: str, *, create: bool) -> object:
    from azure.cosmos import PartitionKey

    proxy = (await accounts.client(connection)).get_database_client(database)
    if create:
        return await proxy.create_container_if_not_exists(name, PartitionKey("/id"))
    container = proxy.get_container_client(name)
    await container.read()
    return container


def _start(function: Function) -> str | datetime:
    """Where a feed nobody has read yet begins. Errors: ValueError."""
    if function.trigger.flag("startFromBeginning"):
        return "Beginning"
    moment = function.trigger.text("startFromTime")
    return datetime.fromisoformat(moment) if moment else "Now"


def local_zone(settings: Settings) -> tzinfo:
    """The time zone of schedules: WEBSITE_TIME_ZONE or TZ, else that of the machine."""
    name = settings.find("WEBSITE_TIME_ZONE") or settings.find("TZ")
    if name:
        try:
            return ZoneInfo(name.lstrip(":"))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            console.line(f"The time zone {name!r} is not known; schedules run in UTC.")
            return UTC
    machine = Path("/etc/localtime")
    if machine.is_file():
        with machine.open("rb") as data:
            return ZoneInfo.from_file(data)
    return UTC
