"""`--groups`: HTTP functions share a process and every other function has its own, as on Flex Consumption, under one supervisor."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.local.host.hosting import Host, hosting, wait_for

pytestmark = pytest.mark.whitebox("only our host splits an app into processes")
SOURCE = """
import json, os
import azure.functions as func

app = func.FunctionApp(http_auth_level="ANONYMOUS")

@app.route(route="process_id")
async def process_id(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(str(os.getpid()))

def record(name):
    with open(os.environ["RECORD"], "a") as file:
        file.write(json.dumps({"function": name, "pid": os.getpid()}) + "\\n")

@app.timer_trigger(arg_name="timer", schedule="0 0 0 1 1 *", run_on_startup=True)
async def first(timer: func.TimerRequest) -> None:
    record("first")

@app.timer_trigger(arg_name="timer", schedule="0 0 0 1 1 *", run_on_startup=True)
async def second(timer: func.TimerRequest) -> None:
    record("second")
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    (folder := tmp_path / "app").mkdir()
    (folder / "function_app.py").write_text(SOURCE)
    (folder / "host.json").write_text('{"version": "2.0"}')
    return folder


@pytest.fixture
def host(tmp_path: Path, app: Path) -> Iterator[Host]:
    with hosting(tmp_path, "--groups", app=app) as running:
        yield running


def pid_of(host: Host, function: str, times: int = 1) -> int:
    """The process in which a function ran for the n-th time."""
    return int(host.wait_for_record(function, times)[times - 1]["pid"])


def processes(host: Host) -> set[int]:
    return {pid_of(host, "first"), pid_of(host, "second"), host.worker_id()}


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended but was not waited for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_every_background_function_has_a_process_of_its_own(host: Host) -> None:
    assert len(processes(host)) == 3


def test_a_group_that_crashes_is_started_again_and_the_others_go_on(host: Host) -> None:
    first, second, http = pid_of(host, "first"), pid_of(host, "second"), host.worker_id()
    os.kill(first, signal.SIGKILL)
    assert pid_of(host, "first", 2) != first
    host.wait_for_line("The worker process ended with code -9; it is started again.")
    assert host.worker_id() == http
    assert is_alive(second)
    os.kill(http, signal.SIGKILL)
    host.wait_for_other_worker(http)
    assert is_alive(second)
    assert len(host.recorded("second")) == 1


def test_a_change_replaces_every_group(host: Host, app: Path) -> None:
    before = processes(host)
    (app / "function_app.py").write_text(SOURCE + "\n# changed\n")
    after = {pid_of(host, "first", 2), pid_of(host, "second", 2)}
    wait_for("the end of the old processes", lambda: not any(is_alive(pid) for pid in before))
    assert len((after | {host.worker_id()}) - before) == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_all_groups_end_with_the_host(host: Host, number: signal.Signals) -> None:
    running = processes(host)
    host.stop(number)
    wait_for("the end of every process", lambda: not any(is_alive(pid) for pid in running))
