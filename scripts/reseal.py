"""Seal every stored secret with the newest of PROTECTION_KEYS, so that older keys can be dropped (docs/runbooks/rotate-keys.md).

Settings come from the environment, as for the app itself. May run beside the app and more than once; exit code 1 while something is
still sealed with another key.
"""

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from shared.config import Settings  # noqa: E402
from shared.errors import NotFound, StaleVersion  # noqa: E402
from shared.kit.cosmos import Container, Database, Item  # noqa: E402
from shared.kit.query import Query  # noqa: E402
from shared.kit.sealing import Sealer, Unsealable  # noqa: E402

CONTAINERS = ("identities", "sessions")
FIELD = "sealed"  # at whatever depth: everything sealed is stored under this name; empty once it is spent
EVERYTHING = 1_000_000_000
SYSTEM = ("_rid", "_self", "_etag", "_attachments", "_ts")


@dataclass(slots=True)
class Outcome:
    """Items: sealed anew, to be tried again (somebody wrote at the same moment), and sealed with a key that is gone."""

    renewed: int = 0
    busy: int = 0
    lost: int = 0

    @property
    def is_done(self) -> bool:
        return self.busy == self.lost == 0


async def reseal(container: Container, sealer: Sealer) -> Outcome:
    """Every item of every partition, one after the other; what is sealed with the first key already is only read."""
    outcome = Outcome()
    async for item in container.stream_all(Query("SELECT * FROM c"), limit=EVERYTHING):
        try:
            renewed = _renewed(item, sealer)
            if renewed != item:
                content: Item = {name: value for name, value in renewed.items() if name not in SYSTEM}
                await container.replace(content, item["_etag"])
                outcome.renewed += 1
        except StaleVersion:
            outcome.busy += 1
        except NotFound:
            continue  # deleted meanwhile
        except Unsealable:
            outcome.lost += 1
    return outcome


def _renewed(value: Any, sealer: Sealer) -> Any:
    if isinstance(value, list):
        return [_renewed(part, sealer) for part in value]
    if not isinstance(value, dict):
        return value
    return {
        name: sealer.renew(part) if name == FIELD and isinstance(part, str) and part else _renewed(part, sealer)
        for name, part in value.items()
    }


async def reseal_everything(database: Database, sealer: Sealer) -> bool:
    """Says what it did, and whether nothing is left to do."""
    done = True
    for name in CONTAINERS:
        found = await reseal(database.container(name), sealer)
        print(
            f"{name}: {found.renewed} sealed anew, {found.busy} to be tried again, {found.lost} of a key that is gone"
        )
        done = done and found.is_done
    return done


async def main() -> int:
    settings = Settings()
    database = Database(settings.cosmos_settings)
    try:
        return 0 if await reseal_everything(database, Sealer(settings.protection_keys)) else 1
    finally:
        await database.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
