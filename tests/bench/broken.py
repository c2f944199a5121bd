"""python -m tests.bench.broken: one large file over a line that drops three requests in ten, its sender killed on the way.

Half of the lost requests never leave, half arrive and their answer is lost. The file must end in the library with the hash it began with.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from azure.storage.blob import BlobServiceClient

from local.seed import PASSWORD, USERS
from tests.azurite import ACCOUNT, KEY
from tests.stack import ROOT, RunningStack, running_stack

MEGABYTE = 1_000_000
READY_SECONDS = 3600
SMALLEST = 40  # MB; below it a file goes up in one piece


@dataclass(frozen=True)
class Outcome:
    """Times in seconds, sizes in bytes."""

    size: int
    kills: int
    sending: float
    verifying: float
    said: dict[str, Any]
    uploader_peak: int
    host_peak: int
    is_whole: bool

    def __str__(self) -> str:
        said, mib = self.said, 1024 * 1024
        return (
            f"{self.size / 1e9:.2f} GB, sender killed {self.kills} times: sent in {self.sending:.0f} s, "
            f"ready {self.verifying:.0f} s later, {'the same bytes' if self.is_whole else 'OTHER BYTES'}; last run of the sender: "
            f"{said['requests']} requests, {said['lostBefore']} lost before and {said['lostAfter']} after the other side saw them, "
            f"{said['resent']} resent, {said['blocks']} blocks sent, {said['already_there']} were there; peak memory of the sender "
            f"{self.uploader_peak / mib:.0f} MiB, of the Functions host {self.host_peak / mib:.0f} MiB"
        )


def run(folder: Path, megabytes: int, kills: int, percent: int = 30, seed: int = 5) -> Outcome:
    file = folder / "survey.sgy.bin"
    sha256 = _make(file, megabytes)
    with running_stack(folder / "data", "--no-web") as stack:
        started = time.perf_counter()
        said, peak = _send(stack, file, folder / "document", kills, percent, seed)
        sent = time.perf_counter()
        host = _until_ready(stack, said["documentId"])
        ready = time.perf_counter()
        is_whole = _stored(stack, said["documentId"]) == sha256
    size = file.stat().st_size
    file.unlink()
    return Outcome(size, kills, sent - started, ready - sent, said, peak, host, is_whole)


def _make(file: Path, megabytes: int) -> str:
    digest = hashlib.sha256()
    with file.open("wb") as out:
        for _ in range(megabytes):
            digest.update(chunk := os.urandom(MEGABYTE))
            out.write(chunk)
    return digest.hexdigest()


def _send(
    stack: RunningStack, file: Path, state: Path, kills: int, percent: int, seed: int
) -> tuple[dict[str, Any], int]:
    """What the last run said, and the peak memory of all of them."""
    base = [
        sys.executable,
        "-m",
        "tests.bench.sending",
        f"{stack.base_url}/api/v1",
        str(file),
        USERS[1].email,
        PASSWORD,
    ]
    peak = 0
    for number in range(kills + 1):
        command = [*base, str(state), str(percent), str(seed + number)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            goal = file.stat().st_size * (number + 1) // (kills + 1)
            while process.poll() is None:
                peak = max(peak, _peak(process.pid))
                if number < kills and state.exists() and _arrived(stack, state.read_text()) >= goal:
                    process.kill()
                    break
                time.sleep(0.25)
            answer, _ = process.communicate()
        if number == kills or process.returncode == 0:
            if process.returncode != 0:
                raise RuntimeError(f"the sender ended with {process.returncode}")
            return json.loads(answer), peak
    raise RuntimeError("the sender never came to an end")


def _arrived(stack: RunningStack, document_id: str) -> int:
    """Bytes in blocks, as the storage itself counts them."""
    with _storage(stack) as service:
        for blob in service.get_container_client("quarantine").list_blobs(include=["uncommittedblobs"]):
            if f"/{document_id}/" in blob.name:
                client = service.get_blob_client("quarantine", blob.name)
                return sum(block.size for blocks in client.get_block_list("all") for block in blocks)
    return 0


def _until_ready(stack: RunningStack, document_id: str) -> int:
    """Peak memory of the process that verifies."""
    deadline, peak = time.monotonic() + READY_SECONDS, 0
    with httpx.Client(base_url=f"{stack.base_url}/api/v1", timeout=60) as client:
        headers: dict[str, str] = {}
        while time.monotonic() < deadline:
            peak = max([peak, *(_peak(pid) for pid in _workers(stack))])
            answer = client.get(f"/documents/{document_id}", headers=headers)
            if answer.status_code == 401:
                session = client.post("/auth/sign-in", json={"email": USERS[1].email, "password": PASSWORD})
                headers = {"Authorization": f"Bearer {session.json()['accessToken']}"}
                continue
            newest = answer.json()["newest"]
            if newest["state"] == "rejected":
                raise RuntimeError(newest["rejection"]["message"])
            if newest["state"] == "ready":
                return peak
            time.sleep(1)
    raise RuntimeError("it never was ready")


def _stored(stack: RunningStack, document_id: str) -> str:
    digest = hashlib.sha256()
    with _storage(stack) as service:
        library = service.get_container_client("library")
        (name,) = [blob.name for blob in library.list_blobs() if f"/{document_id}/" in blob.name]
        for chunk in library.download_blob(name).chunks():
            digest.update(chunk)
    return digest.hexdigest()


def _storage(stack: RunningStack) -> BlobServiceClient:
    return BlobServiceClient(f"http://127.0.0.1:{stack.ports['blob']}/{ACCOUNT}", credential=KEY)


def _workers(stack: RunningStack) -> list[int]:
    """The processes of the Functions host: descendants of the stack that run it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
    ours = {stack.process.pid}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return [pid for pid in ours if b"local.host" in _command(pid)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def _peak(pid: int) -> int:
    """Bytes: proc(5), VmHWM; 0 when it has just ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.broken", description=__doc__)
    parser.add_argument("--megabytes", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--percent", type=int, default=30, help="of the requests that are lost")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="petroconnect-broken-") as folder:
        outcome = run(Path(folder), max(SMALLEST, given.megabytes), given.kills, given.percent)
    print(outcome)
    return 0 if outcome.is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
