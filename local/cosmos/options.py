"""How an engine is set up."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

# The key every Cosmos emulator publishes; it protects nothing.
EMULATOR_KEY: Final = "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw=="


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one engine.

    ranges: at least this many partition key ranges per new container; 0 means as many as its throughput asks for.
    strict: refuse what the service refuses (cross-partition rules, composite indexes); False only helps exploration.
    serverless: refuse throughput settings like a serverless account.
    throttle: request units per second and container above which requests are refused; 0 never refuses.
    key: the master key, base64; authorise: False accepts every request.
    clock: seconds since the epoch, for `_ts` and time to live.
    """

    ranges: int = 0
    strict: bool = True
    serverless: bool = False
    throttle: float = 0
    authorise: bool = True
    key: str = EMULATOR_KEY
    clock: Callable[[], float] = time.time
