"""Turns functions into listeners: resolves names and connections, and says which functions cannot listen."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from local.host import changes, queues, timers
from local.host.changes import ChangesListener, FeedOptions
from local.host.engine import Engine, InvocationFailed, returned_only
from local.host.feed import Feed, LeaseStore
from local.host.feed_cosmos import Accounts, CosmosFeed, CosmosLeases
from local.host.functions import COSMOS, QUEUE, TIMER, Function
from local.host.hostjson import HostOptions
from local.host.listener import Listener
from local.host.logs import console
from local.host.outputs import OutputWriter
from local.host.queues import LEASE, QueueListener
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
    engine: Engine
    storage: Storage
    accounts: Accounts
    outputs: OutputWriter
    host_id: str
    owner: str
    queue_lease: float = LEASE
    problems: dict[str, str] = field(default_factory=dict)

    def listeners(self, functions: list[Function]) -> list[Listener]:
        """Listeners for what is not HTTP; a function that cannot listen goes to `problems` and the others run."""
        found = []
        for function in functions:
            try:
                listener = self._listener(function)
            except (SettingsError, ValueError) as error:
                self.problems[function.name] = str(error)
            else:
                if listener is not None:
                    found.append(listener)
        return found

    async def invoke_by_hand(self, function: Function, text: str) -> None:
        """Run any function but an HTTP one, once, for POST /admin/functions/{name}."""
        try:
            if function.kind == QUEUE:
                await queues.invoke_by_hand(self.engine, function, text)
            elif function.kind == TIMER:
                await timers.invoke_by_hand(self.engine, function)
            elif function.kind == COSMOS:
                await changes.invoke_by_hand(self.engine, function, text)
            else:
                await self._warm_up(function)
        except InvocationFailed:
            return  # told already
        except ValueError as error:
            console.line(f"Functions.{function.name}: the input does not fit: {error}")

    async def close(self) -> None:
        await self.storage.close()
        await self.accounts.close()

    async def _warm_up(self, function: Function) -> None:
        from azure.functions.warmup import WarmUpContext

        await self.engine.invoke(function, WarmUpContext(), "Warm-up", returned_only)

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
            self.engine,
            self.storage,
            self.outputs,
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
        return TimerListener(function, schedule, self.engine, store=store, singleton=singleton)

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
        return ChangesListener(function, container, self.engine, connect, FeedOptions.of(trigger), owner)


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
