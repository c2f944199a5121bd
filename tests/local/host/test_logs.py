"""What the console shows of an app."""

from pathlib import Path

import httpx
import pytest

from tests.local.host.hosting import hosting

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
    assert "a request of the SDK" not in printed


def test_levels_of_host_json_apply(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, "--no-reload", app=app, AzureFunctionsJobHost__logging__logLevel__Function="Error") as host:
        httpx.get(f"{host.url}/api/log")
        host.wait_for_line("a mishap")
    assert "an event" not in host.printed()
    assert "Executing 'Functions.log'" not in host.printed()
