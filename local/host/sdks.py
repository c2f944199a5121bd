"""Importing the SDKs beside the loop, one at a time.

Parts of azure.core import each other: two threads that come from different sides make Python hand out a module that is not finished,
and a listener would not start.
"""

import asyncio
import importlib
import threading
from types import ModuleType

_IMPORTING = threading.Lock()


async def imported(name: str) -> ModuleType:
    """The module of this name. Errors: ImportError."""
    return await asyncio.to_thread(_import, name)


def _import(name: str) -> ModuleType:
    with _IMPORTING:
        return importlib.import_module(name)
