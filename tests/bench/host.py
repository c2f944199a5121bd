"""One small answer through the Functions host, both log lines of every invocation written, against a bare Starlette endpoint."""

import os
import re
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.azurite import free_ports
from tests.stack import ROOT

ROUNDS = 5
TARGET = 0.5
CONNECTIONS = 16
TICKS = os.sysconf("SC_CLK_TCK")
HOST_APP = """
import azure.functions as func

app = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)

@app.route(route="ping/{name}", methods=["GET"])
async def ping(req: func.HttpRequest) -> func.HttpResponse:
    return func.HttpResponse('{"name": "' + req.route_params["name"] + '"}', mimetype="application/json")
"""
PLAIN_APP = """
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

async def ping(request: Request) -> Response:
    return Response('{"name": "' + request.path_params["name"] + '"}', media_type="application/json")

app = Starlette(routes=[Route("/api/ping/{name}", ping)])
"""


@dataclass(frozen=True, slots=True)
class Round:
    """Requests per second, and processor time of the serving process per request in microseconds."""

    rate: float
    cost: float


def report(folder: Path, seconds: int) -> str:
    wrk = shutil.which("wrk")
    if wrk is None:
        return "Host throughput: not measured, wrk is not installed (apt-get install wrk)"
    (folder / "function_app.py").write_text(HOST_APP)
    (folder / "host.json").write_text('{"version": "2.0"}')
    (folder / "plain.py").write_text(PLAIN_APP)
    ports = free_ports(2)
    host = ["-m", "local.host", "--no-reload", "--app", str(folder), "--port", str(ports[0])]
    plain = ["-m", "uvicorn", "plain:app", "--port", str(ports[1]), "--log-level", "warning"]
    with (
        _serving(host, ROOT, folder / "host.log", ports[0]),
        _serving(plain, folder, folder / "plain.log", ports[1]) as bare,
    ):
        worker = int(httpx.get(f"http://127.0.0.1:{ports[0]}/admin/host/status").json()["processId"])
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(_load(wrk, ports[0], worker, seconds))
            theirs.append(_load(wrk, ports[1], bare.pid, seconds))
    rates = [statistics.median(one.rate for one in rounds) for rounds in (ours, theirs)]
    costs = [statistics.median(one.cost for one in rounds) for rounds in (ours, theirs)]
    return (
        f"Small answer: {rates[0]:.0f} requests/s by the host at {costs[0]:.0f} us of processor time each, {rates[1]:.0f} by bare "
        f"Starlette at {costs[1]:.0f} us, ratio {rates[0] / rates[1]:.2f} (target >= {TARGET}), by processor time {costs[1] / costs[0]:.2f}"
    )


@contextmanager
def _serving(arguments: list[str], folder: Path, log: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    with log.open("wb") as output:
        process = subprocess.Popen([sys.executable, *arguments], cwd=folder, stdout=output, stderr=subprocess.STDOUT)
    try:
        with httpx.Client(transport=httpx.HTTPTransport(retries=40)) as client:
            client.get(f"http://127.0.0.1:{port}/api/ping/x").raise_for_status()
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _load(wrk: str, port: int, pid: int, seconds: int) -> Round:
    before = _processor_time(pid)
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", f"http://127.0.0.1:{port}/api/ping/x"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said, said
    rate, count = re.search(r"Requests/sec:\s+([\d.]+)", said), re.search(r"(\d+) requests in", said)
    assert rate and count, said
    return Round(float(rate[1]), (_processor_time(pid) - before) / int(count[1]) * 1e6)


def _processor_time(pid: int) -> float:
    """Seconds of user and system time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS
