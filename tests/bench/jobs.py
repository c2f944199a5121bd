"""The three jobs that follow an upload (verify, text, pictures) through the real queue workers of the stack, on a fixed mix of files.

Timed from the first completed upload until the last job is settled: what the queues, the Functions host and the sandboxes manage
together. Memory is sampled over the stack's processes, so a short peak between two looks is missed.
"""

import hashlib
import io
import threading
import time
from pathlib import Path
from typing import Any

import httpx
from PIL import Image

from local.seed import PASSWORD
from tests.files import a_text_pdf, a_word_file
from tests.stack import RunningStack, running_stack

OF_EACH = 10
SETTLED = ("ready", "failed", "none")
WAIT = 600  # seconds
_LINE = "mud weight casing shoe rig pump cement bond liner drill string torque kick loss flow section "


def report(folder: Path) -> str:
    files = [file for number in range(OF_EACH) for file in _mix(number)]
    with running_stack(folder / "data", "--no-web") as stack, httpx.Client(timeout=60) as client:
        began = {"email": "engineer@demo.example", "password": PASSWORD}
        token = client.post(f"{stack.base_url}/api/v1/auth/sign-in", json=began).json()["accessToken"]
        client.headers["Authorization"] = f"Bearer {token}"
        sent = [_sent(client, stack, *file) for file in files]
        with _Watch(stack.process.pid) as watch:
            started = time.perf_counter()
            for url in sent:
                client.post(f"{url}/complete").raise_for_status()
            verified, settled, found = _awaited(client, sent, started)
    jobs = sum(1 + sum(part != "none" for part in (one["text"], one["preview"])) for one in found)
    failed = sum("failed" in one.values() for one in found)
    mix = f"{len(files)} files ({OF_EACH} each of PDF with 10 pages, DOCX, CSV, PNG)"
    speed = f"verified {len(files) / verified:.2f} files/s, all {jobs} jobs {jobs / settled:.2f}/s, {failed} failed"
    return f"jobs: {mix}: {speed}; most memory of the stack {watch.total:.0f} MB, of one process {watch.one:.0f} MB"


def _mix(number: int) -> list[tuple[str, str, bytes]]:
    picture = io.BytesIO()
    Image.effect_noise((1600, 1200), 20 + number).save(picture, "PNG")
    pages = [f"Page {page} of {number}\n" + "\n".join([_LINE] * 45) for page in range(10)]
    rows = "".join(f"{row},{number},{row * 7 % 991}\n" for row in range(10_000))
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return [
        (f"report-{number}.pdf", "application/pdf", a_text_pdf(*pages)),
        (f"note-{number}.docx", word, a_word_file(*[f"{number} {_LINE}"] * 500)),
        (f"table-{number}.csv", "text/csv", f"row,file,value\n{rows}".encode()),
        (f"photo-{number}.png", "image/png", picture.getvalue()),
    ]


def _sent(client: httpx.Client, stack: RunningStack, name: str, kind: str, content: bytes) -> str:
    digest = hashlib.sha256(content).hexdigest()
    body = {"fileName": name, "sizeBytes": len(content), "sha256": digest, "contentType": kind}
    made = client.post(f"{stack.base_url}/api/v1/documents", json=body).raise_for_status().json()
    url, headers = made["upload"]["url"], {"x-ms-blob-type": "BlockBlob"}
    httpx.put(url, content=content, headers=headers, timeout=60).raise_for_status()
    return f"{stack.base_url}/api/v1/documents/{made['document']['id']}"


def _awaited(client: httpx.Client, sent: list[str], started: float) -> tuple[float, float, list[dict[str, str]]]:
    """Seconds until all were verified and until all was settled, and how each ended."""
    verified = 0.0
    while time.perf_counter() - started < WAIT:
        found = [_states(client.get(f"{url}/revisions/1").raise_for_status().json()) for url in sent]
        taken = time.perf_counter() - started
        if not verified and all(one["state"] in ("ready", "rejected") for one in found):
            verified = taken
        if verified and all(one["text"] in SETTLED and one["preview"] in SETTLED for one in found):
            return verified, taken, found
        time.sleep(0.5)
    raise TimeoutError(f"not settled within {WAIT} s")


def _states(revision: dict[str, Any]) -> dict[str, str]:
    return {"state": revision["state"], "text": revision["text"]["state"], "preview": revision["preview"]["state"]}


class _Watch(threading.Thread):
    """Looks five times a second at the resident memory, in MB, of a process and everything it started."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.total, self.one, self.over = pid, 0.0, 0.0, threading.Event()

    def __enter__(self) -> "_Watch":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()

    def run(self) -> None:
        while not self.over.wait(0.2):
            sizes = [_resident(pid) for pid in _family(self.pid)]
            self.total, self.one = max(self.total, sum(sizes)), max(self.one, *sizes)


def _family(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents.setdefault(int(stat.read_text().rpartition(")")[2].split()[1]), []).append(int(stat.parent.name))
        except OSError:  # it has ended
            continue
    found = [pid]
    for one in found:
        found += parents.get(one, [])
    return found


def _resident(pid: int) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096 / 1e6
    except OSError:
        return 0.0
