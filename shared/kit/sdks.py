"""The imports that cost most of a cold start, in one place, and never two of them at once.

Parts of azure.core import each other. Two threads that come from different sides make Python hand out a module that is not finished,
so whoever is first to need an SDK holds `IMPORTING`.
"""

import importlib
import threading

IMPORTING = threading.Lock()
_FIRST_NEEDED = (
    "argon2",
    "azure.cosmos.aio",
    "azure.storage.blob.aio",
    "azure.storage.queue.aio",
    "jwt",
    "limits.aio.storage",
)


def import_sdks() -> None:
    """Import what the first requests will need: about 0.8 s of work, in a thread of its own."""
    for name in _FIRST_NEEDED:
        with IMPORTING:  # one by one, so that a request waits for one of them at most
            importlib.import_module(name)
