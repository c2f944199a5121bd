"""Start, reload, drain, time-outs, admin endpoints: conformance cases 58 to 67."""

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from azure.storage.queue import QueueClient, TextBase64EncodePolicy

from tests.local.host.hosting import ROOT, Host, free_port, hosting, listens, wait_for

SOURCE = """
import asyncio, os, time
import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)
VERSION = "one"

@app.route(route="version")
async def version(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(f"{VERSION} {os.environ.get('SHOWN')}")

@app.route(route="sleep")
async def sleep(req: func.HttpRequest) -> func.HttpResponse:
    await asyncio.sleep(float(req.params["seconds"]))
    return func.HttpResponse("slept")

@app.route(route="process_id")
async def process_id(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse(str(os.getpid()))

@app.route(route="block")
def block(req: func.HttpRequest) -> func.HttpResponse:
    time.sleep(float(req.params["seconds"]))
    return func.HttpResponse("blocked")
"""
MORE_APPS = "\nanother = func.FunctionApp()\n"
TWICE = """
@app.function_name("version")
@app.route(route="again")
async def again(req: func.HttpRequest) -> func.HttpResponse: ...
"""
UNBOUND = """
@app.route(route="bad")
async def bad(req: func.HttpRequest, other: str) -> func.HttpResponse: ...
"""
WRONG_TYPE = """
@app.route(route="bad")
async def bad(req: func.QueueMessage) -> func.HttpResponse: ...
"""
NO_TYPE = """
@app.route(route="bad")
@app.queue_output(arg_name="out", queue_name="q", connection="Q")
async def bad(req: func.HttpRequest, out: func.Out[list[str]]) -> func.HttpResponse: ...
"""
WRONG_OUT = """
@app.route(route="bad")
@app.queue_output(arg_name="out", queue_name="q", connection="Q")
async def bad(req: func.HttpRequest, out: str) -> func.HttpResponse: ...
"""
WRONG_CONTEXT = """
@app.route(route="bad")
async def bad(req: func.HttpRequest, context: str) -> func.HttpResponse: ...
"""


@pytest.fixture
def app(tmp_path: Path) -> Path:
    folder = tmp_path / "app"
    folder.mkdir()
    (folder / "function_app.py").write_text(SOURCE)
    (folder / "host.json").write_text('{"version": "2.0"}')
    return folder


def version(host: Host) -> str:
    return httpx.get(f"{host.url}/api/version", timeout=20).text


def in_background(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work)
    thread.start()
    return thread


def write_settings(app: Path, **values: object) -> None:
    (app / "local.settings.json").write_text(json.dumps({"IsEncrypted": False, **values}))


def test_58_values_become_environment_and_what_is_there_already_wins(tmp_path: Path, app: Path) -> None:
    write_settings(app, Values={"SHOWN": "from the file"})
    with hosting(tmp_path, app=app) as host:
        assert version(host) == "one from the file"
    with hosting(tmp_path, app=app, SHOWN="from outside") as host:
        assert version(host) == "one from outside"
        assert "Skipping 'SHOWN' from local settings" in host.printed()


def test_25_58_the_file_may_name_port_and_origins(tmp_path: Path, app: Path) -> None:
    port = free_port()
    write_settings(app, Host={"LocalHttpPort": port, "CORS": "http://page.test", "CORSCredentials": True})
    with hosting(tmp_path, app=app, port=port) as host:
        response = httpx.get(f"{host.url}/api/version", headers={"Origin": "http://page.test"})
        assert response.headers["access-control-allow-origin"] == "http://page.test"
        assert response.headers["access-control-allow-credentials"] == "true"


def test_59_host_json_can_be_overridden_by_settings(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, app=app, AzureFunctionsJobHost__Extensions__HTTP__RoutePrefix="v9") as host:
        assert httpx.get(f"{host.url}/v9/version").status_code == 200


@pytest.mark.parametrize("content", ['{"version": "1.0"}', "{", '{"version": "2.0", "functionTimeout": "5"}'])
def test_59_a_wrong_host_json_is_told(tmp_path: Path, app: Path, content: str) -> None:
    (app / "host.json").write_text(content)
    with hosting(tmp_path, app=app, failing=True) as host:
        assert "host.json" in host.printed()
        assert httpx.get(f"{host.url}/api/version").status_code == 404
        assert httpx.get(f"{host.url}/admin/host/status").json()["state"] == "Error"


@pytest.mark.whitebox("the Core Tools do not start without one")
def test_59_a_missing_host_json_is_told(tmp_path: Path, app: Path) -> None:
    (app / "host.json").unlink()
    with hosting(tmp_path, app=app, failing=True) as host:
        assert "this is not a function app" in host.printed()


def test_60_an_import_error_is_shown_and_ends_with_the_next_save(tmp_path: Path, app: Path) -> None:
    source = app / "function_app.py"
    source.write_text(SOURCE + "\nraise RuntimeError('broken on import')\n")
    with hosting(tmp_path, app=app, failing=True) as host:
        host.wait_for_line("RuntimeError: broken on import")
        assert 'function_app.py", line' in host.printed()
        source.write_text(SOURCE)
        wait_for("the app", lambda: version(host).startswith("one"))


@pytest.mark.whitebox("the real worker shows its own frames")
def test_60_the_traceback_begins_in_the_app(tmp_path: Path, app: Path) -> None:
    (app / "function_app.py").write_text(SOURCE + "\nraise RuntimeError('broken on import')\n")
    with hosting(tmp_path, "--no-reload", app=app, failing=True) as host:
        assert "importlib" not in host.printed()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (SOURCE + MORE_APPS, "More than one FunctionApp"),
        ("import azure.functions", "Could not find top level function app instances in function_app.py"),
        (SOURCE + TWICE, "does not have a unique function name"),
        (SOURCE + UNBOUND, "cannot load the bad function: the following parameters are declared in Python"),
        (
            SOURCE + WRONG_TYPE,
            'decorator "httpTrigger" does not match its Python annotation "QueueMessage"',
        ),
        (SOURCE + NO_TYPE, "binding out has invalid non-type annotation azure.functions._abc.Out[list[str]]"),
        (SOURCE + WRONG_OUT, 'binding out is declared to have the "out" direction'),
        (SOURCE + WRONG_CONTEXT, 'the "context" parameter is expected to be of type azure.functions.Context'),
        (SOURCE + "\nx = (\n", "SyntaxError"),
    ],
)
def test_61_what_is_wrong_with_an_app_is_told(tmp_path: Path, app: Path, source: str, message: str) -> None:
    (app / "function_app.py").write_text(source)
    with hosting(tmp_path, "--no-reload", app=app, failing=True) as host:
        wait_for(message, lambda: message in " ".join(host.printed().split()))


def test_62_functions_of_blueprints_are_loaded(host: Host) -> None:
    names = {function["name"] for function in httpx.get(f"{host.url}/admin/functions").json()}
    assert {"echo_request", "no_route", "on_startup"} <= names


def test_63_source_and_settings_are_reloaded(tmp_path: Path, app: Path) -> None:
    write_settings(app, Values={"SHOWN": "a"})
    with hosting(tmp_path, app=app) as host:
        assert version(host) == "one a"
        (app / "function_app.py").write_text(SOURCE.replace('"one"', '"two"'))
        wait_for("the new source", lambda: version(host) == "two a")
        write_settings(app, Values={"SHOWN": "b"})
        wait_for("the new settings", lambda: version(host) == "two b")
        (app / "host.json").write_text('{"version": "2.0", "extensions": {"http": {"routePrefix": "new"}}}')
        wait_for("the new prefix", lambda: httpx.get(f"{host.url}/new/version", timeout=20).status_code == 200)


@pytest.mark.whitebox("told by our log")
def test_63_a_new_package_is_watched(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, app=app) as host:
        (app / "package").mkdir()
        host.wait_for_line("package changed; restarting.")
        (app / "package" / "module.py").write_text("x = 1")
        host.wait_for_line("module.py changed; restarting.")


@pytest.mark.whitebox("restarts are counted in our log; the real host does not read .funcignore")
def test_63_what_is_not_source_changes_nothing(tmp_path: Path, app: Path) -> None:
    (app / ".funcignore").write_text("tests/\n*.tmp.py\n")
    with hosting(tmp_path, app=app) as host:
        for name in ("__pycache__/x.py", "tests/test_x.py", "a.tmp.py", "notes.txt"):
            (app / name).parent.mkdir(exist_ok=True)
            (app / name).write_text("x = 1")
        (app / "function_app.py").write_text(SOURCE)  # the change that proves the watcher has seen the others
        host.wait_for_line("Host started (", 2)
        assert host.printed().count("changed; restarting.") == 1
        assert "function_app.py changed; restarting." in host.printed()


def test_64_a_running_request_is_finished_before_the_end(tmp_path: Path, app: Path) -> None:
    answers: list[str] = []
    with hosting(tmp_path, "--no-reload", app=app) as host:
        thread = in_background(lambda: answers.append(httpx.get(f"{host.url}/api/sleep?seconds=1").text))
        host.wait_for_line("Executing 'Functions.sleep'")
        assert host.stop() < 5
        thread.join()
    assert answers == ["slept"]


def test_64_a_running_message_is_finished_before_the_end(tmp_path: Path, storage: str) -> None:
    policy = {"message_encode_policy": TextBase64EncodePolicy()}
    with QueueClient.from_connection_string(storage, "drain-slow", **policy) as queue:
        queue.create_queue()
        with hosting(tmp_path, "--no-reload", QUEUES=storage, QUEUE_PREFIX="drain") as host:
            queue.send_message("1")
            host.wait_for_record("on_slow")
            assert host.stop() < 8
        assert [line["phase"] for line in host.recorded("on_slow")] == ["begin", "end"]
        assert queue.get_queue_properties().approximate_message_count == 0


@pytest.mark.slow
def test_64_what_takes_longer_than_ten_seconds_is_abandoned(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, "--no-reload", app=app) as host:
        thread = in_background(lambda: _ignore(f"{host.url}/api/block?seconds=60"))
        host.wait_for_line("Executing 'Functions.block'")
        assert host.stop(signal.SIGINT) > 9
        thread.join()


def test_65_a_function_that_takes_too_long_fails_and_its_process_is_replaced(tmp_path: Path, app: Path) -> None:
    setting = {"AzureFunctionsJobHost__functionTimeout": "00:00:01"}
    with hosting(tmp_path, "--no-reload", app=app, **setting) as host:
        before = host.worker_id()
        response = httpx.get(f"{host.url}/api/block?seconds=60", timeout=20)
        assert (response.status_code, response.content) == (500, b"")
        host.wait_for_line("Timeout value of 00:00:01 exceeded by function 'Functions.block' (Id: '")
        host.wait_for_other_worker(before)


def test_66_admin_lists_and_runs_functions(host: Host) -> None:
    with httpx.Client(base_url=host.url) as client:
        assert client.get("/admin/host/ping").status_code == 200
        assert client.get("/admin/host/status").json()["state"] == "Running"
        shown = client.get("/admin/functions/One_Value").json()
        assert shown["invoke_url_template"].endswith("/api/one/{Name}")
        assert shown["config"]["bindings"][0]["type"] in ("httpTrigger", "http")
        assert client.get("/admin/functions/nothing").status_code == 404
        assert client.post("/admin/functions/on_timer", json={"input": ""}).status_code == 202
        assert client.post("/admin/functions/on_plain", json={"input": "by hand"}).status_code == 202
        changes = [{"id": "7"}]
        assert client.post("/admin/functions/on_changes", json={"input": json.dumps(changes)}).status_code == 202
    host.wait_for_record("on_timer")
    (message,) = host.wait_for_record("on_plain")
    assert message["body"] == "by hand"
    (batch,) = host.wait_for_record("on_changes")
    assert batch["ids"] == ["7"]


def test_66_drain_stops_the_triggers_and_resume_starts_them(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload", SCHEDULE="* * * * * *") as host, httpx.Client(base_url=host.url) as client:
        host.wait_for_record("on_timer")
        assert client.get("/admin/host/drain/status").json()["state"] == "Disabled"
        assert client.post("/admin/host/drain").status_code == 202
        status = client.get("/admin/host/drain/status").json()
        assert status == {"state": "Completed", "outstandingInvocations": 0, "outstandingRetries": 0}
        runs = len(host.recorded("on_timer"))
        time.sleep(1.5)
        assert len(host.recorded("on_timer")) == runs
        assert client.post("/admin/host/resume").json() == {"state": "Running"}
        host.wait_for_record("on_timer", runs + 1)


@pytest.mark.whitebox("the real host has this route on some plans of Windows only")
def test_67_warm_up_runs_once(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload") as host:
        for _ in range(3):
            assert httpx.post(f"{host.url}/admin/warmup").status_code == 200
        host.wait_for_record("on_warm_up")
        assert httpx.get(f"{host.url}/api/no_route").status_code == 200
    assert len(host.recorded("on_warm_up")) == 1


@pytest.mark.whitebox("the words of our host")
def test_a_taken_port_is_told(app: Path, host: Host) -> None:
    port = host.url.rpartition(":")[2]
    command = [sys.executable, "-m", "local.host", "--port", port, "--app", str(app)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert f"Port {port} of 127.0.0.1 is unavailable" in done.stdout


@pytest.mark.whitebox("the Core Tools leave their worker to find out for itself")
def test_a_killed_host_leaves_nothing_behind(tmp_path: Path, app: Path) -> None:
    with hosting(tmp_path, "--no-reload", app=app) as host:
        port = int(host.url.rpartition(":")[2])
        host.stop(signal.SIGKILL)
        wait_for("the end of the worker", lambda: not listens(port))


def test_only_some_functions_can_be_loaded(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload", "--functions", "no_route", "on_startup") as host:
        names = [function["name"] for function in httpx.get(f"{host.url}/admin/functions").json()]
        assert sorted(names) == ["no_route", "on_startup"]


def _ignore(url: str) -> None:
    try:
        httpx.get(url, timeout=30)
    except httpx.HTTPError:
        return
