"""What the console shows of an app."""

import base64
from pathlib import Path

import httpx
import pytest
from azure.storage.queue import QueueClient

from local.host.listener import Outage
from tests.local.host.hosting import Host, hosting

SOURCE = """
import logging, threading
import azure.functions as func

app = func.FunctionApp(http_auth_level="ANONYMOUS")

@app.route(route="log")
def log(req: func.HttpRequest) -> func.HttpResponse:
    logging.debug("a detail")
    logging.info("an %s", "event")
    logging.getLogger("azure.core").info("a request of the SDK")
    try:
        1 / 0
    except ZeroDivisionError:
        logging.exception("a mishap")
    print("printed plainly")
    return func.HttpResponse("logged")
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "function_app.py").write_text(SOURCE)
    (folder / "host.json").write_text('{"version": "2.0"}')
    return folder


def test_what_the_app_logs_and_prints_is_shown(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, "--no-reload", app=app) as host:
        httpx.get(f"{host.url}/api/log")
        host.wait_for_line("Executed 'Functions.log' (Succeeded, Id=")
        printed = host.printed()
    assert "an event" in printed
    assert "ZeroDivisionError: division by zero" in printed
    assert "printed plainly" in printed
    assert (
        "Executing 'Functions.log' (Reason='This function was programmatically called via the host APIs.', Id="
        in printed
    )
    assert "a detail" not in printed


@pytest.mark.whitebox("our host polls in the process of the app; its requests would drown the app in the log")
def test_requests_of_the_sdk_are_not_shown(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, "--no-reload", app=app) as host:
        httpx.get(f"{host.url}/api/log")
        host.wait_for_line("Executed 'Functions.log' (Succeeded, Id=")
        assert "a request of the SDK" not in host.printed()


@pytest.mark.whitebox("the words of our host")
def test_46_an_outage_is_told_once_and_so_is_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    outage = Outage("queue x")
    for _ in range(3):
        outage.failed(ConnectionError("refused"))
    outage.over()
    outage.over()
    told = [line.partition("] ")[2] for line in capsys.readouterr().out.splitlines()]
    assert told == ["queue x: not reachable, trying again (refused)", "queue x: reachable again"]


def test_a_failure_is_told_with_its_reason(host: Host) -> None:
    httpx.get(f"{host.url}/api/raise")
    host.wait_for_line("Executed 'Functions.raise_error' (Failed, Id=")
    host.wait_for_line("Exception while executing function: Functions.raise_error.")
    host.wait_for_line("ValueError: a secret of the function")


def test_a_message_is_told_with_its_details(tmp_path: Path, storage: str) -> None:
    with QueueClient.from_connection_string(storage, "details-plain") as queue:
        queue.create_queue()
        sent = queue.send_message(base64.b64encode(b"x").decode())
        with hosting(tmp_path, "--no-reload", QUEUES=storage, QUEUE_PREFIX="details") as host:
            host.wait_for_line(
                "Executing 'Functions.on_plain' (Reason='New queue message detected on 'details-plain'.', Id="
            )
            host.wait_for_line(f"Trigger Details: MessageId: {sent.id}, DequeueCount: 1, InsertionTime: ")


def test_levels_of_host_json_apply(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, "--no-reload", app=app, AzureFunctionsJobHost__logging__logLevel__Function="Error") as host:
        httpx.get(f"{host.url}/api/log")
        host.wait_for_line("a mishap")
    assert "an event" not in host.printed()
    assert "Executing 'Functions.log'" not in host.printed()
