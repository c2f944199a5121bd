"""An authenticated point read through the local host, against a plain Starlette app that does the same with the same SDK."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import httpx

from local.seed import PASSWORD, USERS
from tests.azurite import free_ports
from tests.settings import COSMOS_KEY
from tests.stack import ROOT, RunningStack, running_stack

ROUNDS = 3
TARGET = 0.8
CONNECTIONS = 8


def report(folder: Path, seconds: int) -> str:
    wrk = shutil.which("wrk")
    if wrk is None:
        return "API throughput: not measured, wrk is not installed (apt-get install wrk)"
    with running_stack(folder / "data", "--no-web", environment={"REQUEST_LIMIT": "100000000/day"}) as stack:
        with httpx.Client(base_url=f"{stack.base_url}/api/v1", timeout=30) as api:
            session = api.post("/auth/sign-in", json={"email": USERS[0].email, "password": PASSWORD}).json()
            token, organisation = session["accessToken"], session["user"]["organisation"]["id"]
            listed = api.get("/documents", headers={"Authorization": f"Bearer {token}"}).json()
        document = listed["items"][0]["id"]
        (port,) = free_ports(1)
        plain = _start_plain(stack, port)
        try:
            _wait(f"http://127.0.0.1:{port}/live")
            ours_url = f"http://127.0.0.1:{stack.ports['host']}/api/v1/documents/{document}"
            plain_url = f"http://127.0.0.1:{port}/{organisation}/{document}"
            ours, theirs = [], []
            for _ in range(ROUNDS):
                ours.append(_load(wrk, ours_url, token, seconds))
                theirs.append(_load(wrk, plain_url, token, seconds))
        finally:
            plain.terminate()
            plain.wait(20)
    first, second = statistics.median(ours), statistics.median(theirs)
    return (
        f"GET document: {first:.0f} requests/s through the local host, {second:.0f} by plain Starlette with the same SDK call, "
        f"ratio {first / second:.2f} (target >= {TARGET})"
    )


def _start_plain(stack: RunningStack, port: int) -> subprocess.Popen[bytes]:
    keys = json.loads((ROOT / "local.settings.json").read_text())["Values"]["TOKEN_SIGNING_KEYS"]
    environment = {
        **os.environ,
        "BENCH_COSMOS": f"http://127.0.0.1:{stack.ports['cosmos']}/",
        "BENCH_KEY": COSMOS_KEY,
        "BENCH_TOKENS": keys,
    }
    command = [sys.executable, "-m", "uvicorn", "tests.bench.plain:app", "--port", str(port), "--log-level", "warning"]
    return subprocess.Popen(command, cwd=ROOT, env=environment)


def _wait(url: str) -> None:
    with httpx.Client(transport=httpx.HTTPTransport(retries=40)) as client:
        client.get(url).raise_for_status()


def _load(wrk: str, url: str, token: str, seconds: int) -> float:
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", f"Authorization: Bearer {token}", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in said, said
    found = re.search(r"Requests/sec:\s+([\d.]+)", said)
    assert found, said
    return float(found[1])
