import asyncio
import io
import os
import sys

import pytest

from local.children import Child, Family, StackError
from local.toolchain import ROOT


async def always() -> bool:
    return True


async def never() -> bool:
    return False


def a_child(script: str, **options) -> Child:
    return Child("child", [sys.executable, "-c", script], **{"is_healthy": always, **options})


async def until(check, seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not check():  # noqa: ASYNC110 (what is waited for is outside this process)
            await asyncio.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_what_a_child_says_is_in_the_log_under_its_name():
    log, said = io.StringIO(), []
    family = Family(log, said.append, ROOT)
    await family.start(a_child("import time; print('hello'); time.sleep(60)"))
    await until(lambda: "hello" in log.getvalue())
    await family.stop()
    assert "child    hello\n" in log.getvalue()


async def test_stopping_ends_the_child_and_what_it_started():
    script = (
        "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "print('grandchild', p.pid, flush=True); time.sleep(60)"
    )
    log = io.StringIO()
    family = Family(log, print, ROOT)
    child = a_child(script)
    await family.start(child)
    await until(lambda: "grandchild" in log.getvalue())
    grandchild = int(log.getvalue().split()[-1])
    await family.stop()
    assert child.process is not None and not is_alive(child.process.pid)
    await until(lambda: not is_alive(grandchild))


async def test_a_child_that_dies_is_reported_with_its_last_words_and_started_again():
    said: list[str] = []
    family = Family(io.StringIO(), said.append, ROOT)
    child = a_child("import time; print('last words', flush=True); time.sleep(60)")
    await family.start(child)
    first = child.process
    assert first is not None
    await until(lambda: bool(child.last_words))
    first.kill()
    await until(lambda: child.process is not first)
    await family.stop()
    assert "child ended unexpectedly" in said[0] and "last words" in said[0]


async def test_a_child_that_cannot_start_stops_the_start_with_its_reason():
    family = Family(io.StringIO(), print, ROOT)
    with pytest.raises(StackError, match="no such table"):
        await family.start(a_child("print('no such table'); raise SystemExit(3)", is_healthy=never))
    await family.stop()


async def test_a_child_that_never_gets_healthy_is_given_up():
    family = Family(io.StringIO(), print, ROOT)
    with pytest.raises(StackError, match="not ready after"):
        await family.start(a_child("import time; time.sleep(60)", is_healthy=never, start_seconds=0.3))
    await family.stop()


async def test_a_child_that_does_not_listen_is_killed():
    said: list[str] = []
    family = Family(io.StringIO(), said.append, ROOT)
    child = a_child(
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)",
        stop_seconds=0.3,
    )
    await family.start(child)
    await until(lambda: "deaf" in child.last_words)
    await family.stop()
    assert child.process is not None and child.process.returncode is not None
    assert "is killed" in said[-1]
