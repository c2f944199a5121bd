"""SDKs are imported one at a time, whoever asks for them."""

import asyncio
import importlib
import threading
import time
from types import ModuleType

import pytest

from local.host.sdks import imported


async def test_two_imports_never_run_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, guard = 0, 0, threading.Lock()

    def slowly(name: str) -> ModuleType:
        nonlocal running, most
        with guard:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with guard:
            running -= 1
        return ModuleType(name)

    monkeypatch.setattr(importlib, "import_module", slowly)
    names = [f"sdk{number}" for number in range(5)]
    found = await asyncio.gather(*(imported(name) for name in names))
    assert [module.__name__ for module in found] == names
    assert most == 1
