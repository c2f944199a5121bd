"""A request that needs an SDK waits for the one that is being imported beside it."""

import importlib
import threading
from types import ModuleType

import pytest

from shared.kit import sdks
from shared.kit.blobs import BlobSettings, BlobStore
from shared.kit.jobs.queues import JobQueue, QueueSettings

NOWHERE = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://b.test/a;QueueEndpoint=http://q.test/a;"


def test_warming_up_holds_the_lock_for_each_import(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[bool] = []

    def note(name: str) -> ModuleType:
        held.append(sdks.IMPORTING.locked())
        return ModuleType(name)

    monkeypatch.setattr(importlib, "import_module", note)
    sdks.import_sdks()
    assert held
    assert all(held)
    assert not sdks.IMPORTING.locked()


@pytest.mark.parametrize("who", ["blobs", "queues"])
def test_a_client_is_opened_only_when_no_import_is_under_way(who: str) -> None:
    opened = threading.Event()

    def open_it() -> None:
        if who == "blobs":
            BlobStore(BlobSettings(NOWHERE))._open()
        else:
            JobQueue(QueueSettings(NOWHERE))._queue("any")
        opened.set()

    with sdks.IMPORTING:
        thread = threading.Thread(target=open_it)
        thread.start()
        assert not opened.wait(0.2)
    thread.join(30)
    assert opened.is_set()
