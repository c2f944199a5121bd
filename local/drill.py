"""python -m local.drill: is a backup good for anything? Backs a stack up, loses it, restores it elsewhere, and compares.

Without --data it makes a stack with demo data first. With --data it backs up that folder, whose stack must not be running, and leaves
it as it is. Compared are the number and a hash of the items of every container and of the blobs of every container; then somebody signs
in to the restored product and downloads a document, whose SHA-256 has to be the recorded one. Exit code 0: all of it is the same.
"""

import argparse
import asyncio
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from local import stores, toolchain
from local.backup import Place, Summary, back_up, restore_blobs, restore_database, summary_of_blobs, summary_of_database
from local.children import Family
from local.ports import free
from local.provision import Storage, provision_storage
from local.seed import PASSWORD, USERS
from local.stack import Options, Stack, lock_data

UP_SECONDS = 300
Say = Callable[[str], None]


class DrillFailed(RuntimeError):
    """What was lost or changed on the way."""


@dataclass(frozen=True)
class Contents:
    database: Summary
    blobs: Summary

    def differences(self, other: "Contents") -> list[str]:
        """In words; none when both hold the same."""
        pairs = (("database", self.database, other.database), ("blobs", self.blobs, other.blobs))
        return [
            f"{kind} {name}: {before.get(name)} became {after.get(name)}"
            for kind, before, after in pairs
            for name in sorted(before.keys() | after.keys())
            if before.get(name) != after.get(name)
        ]


@asynccontextmanager
async def keeping(data: Path, say: Say) -> AsyncIterator[Place]:
    """Only what keeps the data runs: nobody writes while it is counted."""
    ports = free()
    lock = lock_data(data)
    with (data / "drill.log").open("a", encoding="utf-8") as log:
        family = Family(log, say, toolchain.ROOT)
        try:
            await family.start(await asyncio.to_thread(stores.azurite, data, ports))
            await family.start(stores.cosmos(data, ports))
            yield Place(
                data,
                f"http://127.0.0.1:{ports.cosmos}",
                stores.cosmos_connection(ports),
                stores.storage_connection(ports),
            )
        finally:
            await family.stop()
            lock.close()


@asynccontextmanager
async def running(data: Path, *, demo: bool) -> AsyncIterator[str]:
    """The whole product on `data`, without its page: the address of its API. Errors: StackError, DrillFailed."""
    ports, stop = free(), asyncio.Event()
    stack = Stack(Options(data, ports, page=False, demo=demo, reload=False))
    task = asyncio.create_task(stack.run(stop))
    try:
        up = asyncio.create_task(stack.up.wait())
        await asyncio.wait([task, up], timeout=UP_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        up.cancel()
        if task.done():
            await task
        if not stack.up.is_set():
            raise DrillFailed(f"the stack was not up within {UP_SECONDS} s")
        yield f"http://127.0.0.1:{ports.page}/api/v1"
    finally:
        stop.set()
        await asyncio.gather(task, return_exceptions=True)


async def contents(place: Place) -> Contents:
    return Contents(await summary_of_database(place.cosmos), await summary_of_blobs(place.storage))


async def drill(source: Path | None, who: dict[str, str], say: Say) -> None:
    """Errors: DrillFailed, StackError, BackupDamaged, httpx.HTTPError."""
    with tempfile.TemporaryDirectory(prefix="petroconnect-drill-") as folder:
        place = Path(folder)
        if source is None:
            source = place / "source"
            say("making a stack with demo data")
            async with running(source, demo=True):
                pass
        began = time.monotonic()
        async with keeping(source, say) as kept:
            before = await contents(kept)
            await back_up(kept, place / "backup")
        say(f"backed up {_total(before)} in {time.monotonic() - began:.1f} s")
        began = time.monotonic()
        restored = place / "restored"
        restore_database(place / "backup", restored)
        async with keeping(restored, say) as kept:
            await provision_storage(Storage(kept.storage))
            await restore_blobs(place / "backup", kept.storage)
            after = await contents(kept)
        if wrong := before.differences(after):
            raise DrillFailed("\n  ".join(["the restored data differs:", *wrong]))
        say("restored, and every container holds the same")
        async with running(restored, demo=False) as api:
            say(f"the product is up on it, {time.monotonic() - began:.1f} s after the restoring began")
            await use(api, who, say)


async def use(api: str, who: dict[str, str], say: Say) -> None:
    """Somebody signs in and gets a document, as it was recorded."""
    async with httpx.AsyncClient(timeout=60) as client:
        session = (await client.post(f"{api}/auth/sign-in", json=who)).raise_for_status().json()
        headers = {"Authorization": f"Bearer {session['accessToken']}"}
        say(f"{who['email']} signed in")
        listed = (await client.get(f"{api}/documents?state=ready&limit=1", headers=headers)).raise_for_status().json()
        if not listed["items"]:
            raise DrillFailed("there is no document to download")
        document = listed["items"][0]
        url = f"{api}/documents/{document['id']}/download-url"
        signed: dict[str, Any] = (await client.post(url, headers=headers)).raise_for_status().json()
        content = (await client.get(signed["url"])).raise_for_status().content
        if hashlib.sha256(content).hexdigest() != signed["sha256"]:
            raise DrillFailed(f"{signed['fileName']} is not what was uploaded")
        say(f"downloaded {signed['fileName']}: {len(content)} bytes, SHA-256 as recorded")


def _total(found: Contents) -> str:
    items = sum(one["count"] for one in found.database.values())
    blobs = sum(one["count"] for one in found.blobs.values())
    size = sum(one["bytes"] for one in found.blobs.values())
    return f"{items} items and {blobs} blobs of {size / 1e6:.1f} MB"


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m local.drill", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--data", type=Path, help="the data folder of a stack that is not running; without it, demo data"
    )
    given = parser.parse_args()
    who = {
        "email": os.environ.get("DRILL_EMAIL", USERS[0].email),
        "password": os.environ.get("DRILL_PASSWORD", PASSWORD),
    }
    try:
        asyncio.run(drill(given.data, who, lambda text: print(f"  {text}", file=sys.stderr, flush=True)))
    except (DrillFailed, RuntimeError, httpx.HTTPError, OSError) as error:
        print(f"\n  the drill failed: {error}\n", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
