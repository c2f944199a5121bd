"""Signed Cosmos requests as bytes, and wrk to send them: the client must not be what is measured."""

import base64
import hashlib
import hmac
import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import quote

from local.cosmos.options import EMULATOR_KEY

HOST = "127.0.0.1"
_KEY = base64.b64decode(EMULATOR_KEY)


class NoWrk(RuntimeError):
    """wrk is not installed."""


def signed(method: str, path: str, body: Any = None, key: list[Any] | None = None, **more: str) -> bytes:
    """One request as an SDK sends it, with the headers an SDK always adds; underscores in names become hyphens."""
    parts = path.strip("/").split("/")
    is_feed = len(parts) % 2 == 1
    kind, link = (parts[-1], "/".join(parts[:-1])) if is_feed else (parts[-2], "/".join(parts))
    date = formatdate(usegmt=True)
    text = f"{method.lower()}\n{kind}\n{link}\n{date.lower()}\n\n"
    signature = base64.b64encode(hmac.digest(_KEY, text.encode(), hashlib.sha256)).decode("ascii")
    data = b"" if body is None else json.dumps(body).encode()
    headers = {
        "host": HOST,
        "accept": "application/json",
        "accept-encoding": "gzip, deflate",
        "user-agent": "azsdk-python-cosmos/4.17.1 Python/3.11 (Linux)",
        "connection": "keep-alive",
        "cache-control": "no-cache",
        "x-ms-version": "2020-07-15",
        "x-ms-date": date,
        "authorization": quote(f"type=master&ver=1.0&sig={signature}", safe=""),
        "x-ms-consistency-level": "Session",
    }
    if key is not None:
        headers["x-ms-documentdb-partitionkey"] = json.dumps(key)
    headers |= {name.replace("_", "-"): value for name, value in more.items()}
    if data:
        headers.setdefault("content-type", "application/json")
        headers["content-length"] = str(len(data))
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + data


def query(path: str, text: str, key: list[Any], page: int) -> bytes:
    """A query inside one logical partition."""
    more = {"content_type": "application/query+json", "x_ms_documentdb_isquery": "True"}
    return signed("POST", path, {"query": text, "parameters": []}, key, x_ms_max_item_count=str(page), **more)


class Caller:
    """One keep-alive connection, one request at a time."""

    def __init__(self, port: int) -> None:
        self._address = (HOST, port)
        self._socket = socket.create_connection(self._address, 60)

    def close(self) -> None:
        self._socket.close()

    def __call__(self, request: bytes) -> tuple[int, bytes]:
        """(status, body); connects anew where the server closes after every answer."""
        self._socket.sendall(request)
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._receive()
        head, _, body = data.partition(b"\r\n\r\n")
        found = re.search(rb"content-length: (\d+)", head.lower())
        size = int(found[1]) if found else 0
        while len(body) < size:
            body += self._receive()
        if b"connection: close" in head.lower():
            self._socket.close()
            self._socket = socket.create_connection(self._address, 60)
        return int(head.split(None, 2)[1]), body

    def _receive(self) -> bytes:
        data = self._socket.recv(1 << 20)
        if not data:
            raise ConnectionError("the server closed the connection")
        return data


@contextmanager
def caller(port: int) -> Iterator[Caller]:
    with closing(Caller(port)) as opened:
        yield opened


@dataclass(frozen=True)
class Load:
    """Requests per second, and the processor time of the server's process per request in microseconds (0: unknown)."""

    rate: float
    cpu: float


def load(port: int, pid: int, requests: Sequence[bytes], connections: int, seconds: int, folder: Path) -> Load:
    """Send the requests in turn over keep-alive connections. Errors: NoWrk; AssertionError for an answer that is not 2xx."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise NoWrk("wrk is not installed (apt-get install wrk)")
    script = folder / "requests.lua"
    texts = ",\n".join(json.dumps(request.decode("ascii")).replace("\\/", "/") for request in requests)
    script.write_text(
        f"local all = {{{texts}}}\nlocal at = 0\nrequest = function() at = at % #all + 1; return all[at] end\n"
    )
    command = [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script), f"http://{HOST}:{port}/"]
    before = cpu_seconds(pid)
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    used = cpu_seconds(pid) - before
    found = re.search(r"(\d+) requests in ([\d.]+)s", said)
    assert found and "Non-2xx" not in said, said
    return Load(int(found[1]) / float(found[2]), used / int(found[1]) * 1e6)


def cpu_seconds(pid: int) -> float:
    """What a process has used so far; 0 where there is no /proc."""
    file = Path(f"/proc/{pid}/stat")
    if not file.exists():
        return 0.0
    fields = file.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def memory(pid: int, name: str = "VmRSS") -> float:
    """Resident megabytes of a process (VmHWM: at most so far); 0 where there is no /proc."""
    file = Path(f"/proc/{pid}/status")
    found = re.search(rf"{name}:\s+(\d+) kB", file.read_text()) if file.exists() else None
    return int(found[1]) / 1024 if found else 0.0
