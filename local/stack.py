"""The whole product on this machine: Azurite, the Cosmos server, mail, Redis when installed, the Functions host, the page, demo data."""

import asyncio
import fcntl
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import httpx

from local import settings_file, stores, toolchain, webpage
from local.children import Child, Family, StackError
from local.edge import Edge
from local.ports import Ports
from local.provision import Storage, provision_cosmos, provision_storage
from local.seed import PASSWORD, USERS, SeedError, seed
from local.seed_reports import ReportSeedError
from local.serving import Served, serve
from local.stores import answers, listens


@dataclass(frozen=True)
class Options:
    data: Path
    ports: Ports
    page: bool = True
    demo: bool = True
    reload: bool = True
    reset: bool = False


class Stack:
    """`run` returns when it is told to stop, or raises StackError. `up` is set once everything answers, demo data included."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._began = time.monotonic()
        self._logged: IO[str] = sys.stderr
        self._served: Served | None = None
        self.up = asyncio.Event()

    async def run(self, stop: asyncio.Event) -> None:
        options = self._options
        lock = lock_data(options.data)
        try:
            if options.reset:
                self._say("starting afresh: removing the data")
                _remove_data(options.data)
            options.ports.check()
            with (options.data / "stack.log").open("a", encoding="utf-8") as log:
                self._logged = log
                await self._run(Family(log, self._say, toolchain.ROOT), stop)
        finally:
            lock.close()

    async def _run(self, family: Family, stop: asyncio.Event) -> None:
        stopped = asyncio.create_task(stop.wait())
        starting = asyncio.create_task(self._start(family))
        try:
            await asyncio.wait([starting, stopped], return_when=asyncio.FIRST_COMPLETED)
            if not starting.done():
                return
            await starting
            self._banner()
            self.up.set()
            waiting: list[asyncio.Future[Any]] = [stopped, family.failed]
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            if family.failed.done():
                raise StackError(family.failed.result())
        finally:
            self._say("stopping")
            stopped.cancel()
            starting.cancel()
            await asyncio.gather(starting, return_exceptions=True)
            if self._served is not None:
                await self._served.close()
            await family.stop()

    async def _start(self, family: Family) -> None:
        options = self._options
        page = asyncio.create_task(asyncio.to_thread(webpage.build)) if options.page else None
        self._say("starting storage and database")
        key = settings_file.ensure_provisioning_key(options.data)
        settings_file.ensure_settings(toolchain.ROOT, key)
        await asyncio.gather(*(family.start(child) for child in await self._stores()))
        await asyncio.gather(
            provision_cosmos(self._cosmos),
            provision_storage(Storage(self._storage, self._page_origins)),
        )
        self._say("starting the Functions host")
        await family.start(self._host(key))
        dist = await page if page is not None else None
        origin = f"http://127.0.0.1:{options.ports.blob}"
        edge = Edge(host=f"http://127.0.0.1:{options.ports.host}", blob_origin=origin, page=dist)
        self._served = await serve(edge, options.ports.page)
        if options.demo:
            await self._seed(key)

    async def _seed(self, provisioning_key: str) -> None:
        mark = self._options.data / "seeded"
        try:
            await seed(self._page_url, self._mail_url, provisioning_key, mark=mark, say=self._say)
        except (SeedError, ReportSeedError, httpx.HTTPError) as error:  # the product is up all the same
            self._say(f"the demo data could not be loaded ({error}); the next start tries again")

    async def _stores(self) -> list[Child]:
        options, ports = self._options, self._options.ports
        children = [
            await asyncio.to_thread(stores.azurite, options.data, ports),
            stores.cosmos(options.data, ports),
            Child(
                "mail",
                [sys.executable, "-m", "local.mail", "--smtp-port", str(ports.mail), "--port", str(ports.mailpage),
                 "--folder", str(options.data / "mail")],
                lambda: answers(f"{self._mail_url}/_local/health"),
            ),
        ]  # fmt: skip
        if redis := shutil.which("redis-server"):
            command = [redis, "--port", str(ports.redis), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                       "--dir", str(options.data)]  # fmt: skip
            children.append(Child("redis", command, lambda: listens(ports.redis)))
        return children

    def _host(self, provisioning_key: str) -> Child:
        ports = self._options.ports
        command = [sys.executable, "-m", "local.host", "--port", str(ports.host), "--app", str(toolchain.ROOT)]
        if not self._options.reload:
            command.append("--no-reload")
        environment = {
            "AzureWebJobsStorage": self._storage,
            "BLOBS": self._storage,
            "QUEUES": self._storage,
            "COSMOS": self._cosmos,
            "PROVISIONING_KEY_HASH": settings_file.hashed(provisioning_key),
            "PAGE_URL": self._page_url,
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(ports.mail),
            "SMTP_SECURITY": "none",
            "NO_PROXY": "localhost,127.0.0.1",
        }
        if shutil.which("redis-server"):
            environment["REDIS_URL"] = f"redis://127.0.0.1:{ports.redis}/0"
        return Child(
            "host", command, lambda: answers(f"http://127.0.0.1:{ports.host}/api/v1/health/ready"), environment
        )

    @property
    def _page_url(self) -> str:
        return f"http://127.0.0.1:{self._options.ports.page}"

    @property
    def _mail_url(self) -> str:
        return f"http://127.0.0.1:{self._options.ports.mailpage}"

    @property
    def _storage(self) -> str:
        return stores.storage_connection(self._options.ports)

    @property
    def _cosmos(self) -> str:
        return stores.cosmos_connection(self._options.ports)

    @property
    def _page_origins(self) -> tuple[str, ...]:
        ports = (self._options.ports.page, 5173)  # 5173: Vite's own server while the page is being worked on
        return tuple(f"http://{name}:{port}" for name in ("127.0.0.1", "localhost") for port in ports)

    def _say(self, text: str) -> None:
        print(f"  {text}", file=sys.stderr, flush=True)
        if self._logged is not sys.stderr:
            self._logged.write(f"{'stack':<8} {text}\n")
            self._logged.flush()

    def _banner(self) -> None:
        options = self._options
        lines = [
            "",
            f"  PetroConnect is up after {time.monotonic() - self._began:.1f} s:  {self._page_url}",
            f"  every letter it sends:             {self._mail_url}",
            "",
        ]
        if options.demo:
            lines += [f"    {user.email:<26} {user.role}" for user in USERS]
            lines += [f"    password of all of them:   {PASSWORD}", ""]
        lines += [f"  log: {options.data / 'stack.log'}    Ctrl-C stops everything, the data stays", ""]
        print("\n".join(lines), flush=True)


def lock_data(data: Path) -> IO[str]:
    """One stack per data folder. Errors: StackError."""
    data.mkdir(parents=True, exist_ok=True)
    handle = (data / "lock").open("w")
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        handle.close()
        raise StackError(
            f"A stack is already running on {data}. Stop it first, or name another folder with --data."
        ) from error
    return handle


def _remove_data(data: Path) -> None:
    """Everything but the fetched tools and the lock that is held."""
    for entry in data.iterdir():
        if entry.name in {"tools", "lock", "uv"}:
            continue
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
