"""The uploader that tests.bench.broken kills: announces a file, sends it in blocks over a line that drops requests, hands it over.

Called as `python -m tests.bench.sending API FILE EMAIL PASSWORD STATE PERCENT SEED`. What it must remember is the id of the document, in
the file STATE; what has come, it asks. Says what it did as one line of JSON.
"""

import asyncio
import base64
import hashlib
import json
import random
import resource
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx

LANES = 4
READ = 1024 * 1024
PATIENCE = 1800  # seconds


class Dropped(httpx.TransportError):
    """Nobody knows whether the other side saw it."""


class BrokenLine(httpx.AsyncBaseTransport):
    """Of `percent` requests in a hundred half never leave, and half arrive but their answer does not."""

    def __init__(self, percent: int, seed: int) -> None:
        self._inner = httpx.AsyncHTTPTransport()
        self._percent, self._chance = percent, random.Random(seed)
        self.requests = self.lost_before = self.lost_after = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        luck = self._chance.random() * 100
        if luck < self._percent / 2:
            self.lost_before += 1
            raise Dropped("lost before the other side saw it")
        answer = await self._inner.handle_async_request(request)
        if luck < self._percent:
            await answer.aread()
            self.lost_after += 1
            raise Dropped("lost after the other side saw it")
        return answer

    async def aclose(self) -> None:
        await self._inner.aclose()


@dataclass
class Counts:
    blocks: int = 0
    resent: int = 0
    already_there: int = 0
    seconds_hashing: float = 0
    seconds_sending: float = 0


class Uploader:
    def __init__(self, client: httpx.AsyncClient, file: Path, email: str, password: str, state: Path) -> None:
        self.client, self.file, self.state = client, file, state
        self.credentials = {"email": email, "password": password}
        self.token, self.counts = "", Counts()
        self.url = ""

    async def run(self) -> str:
        """The id of the document, whose bytes were handed over."""
        started = time.perf_counter()
        sha256 = await asyncio.to_thread(_sha256, self.file)
        self.counts.seconds_hashing = time.perf_counter() - started
        if not self.state.exists():
            draft = {"fileName": self.file.name, "sizeBytes": self.file.stat().st_size, "sha256": sha256}
            body = {**draft, "contentType": "application/octet-stream"}
            announced = await self.ask("POST", "/documents", body, key=f"broken-{sha256[:16]}")
            self.state.write_text(announced["document"]["id"])
        document_id = self.state.read_text()
        started = time.perf_counter()
        await self.send(document_id)
        self.counts.seconds_sending = time.perf_counter() - started
        await self.ask("POST", f"/documents/{document_id}/complete")
        return document_id

    async def send(self, document_id: str) -> None:
        standing = await self.ask("GET", f"/documents/{document_id}/upload")
        size, block = standing["sizeBytes"], standing["upload"]["blockSizeBytes"]
        if standing["wholeBytes"] == size:
            return
        self.url = standing["upload"]["url"]
        planned = {_block_id(number): at for number, at in enumerate(range(0, size, block))}
        there = {
            one["id"]
            for one in standing["uncommitted"]
            if one["sizeBytes"] == min(block, size - planned.get(one["id"], 0))
        }
        self.counts.already_there = len(there)
        waiting = iter([(name, at) for name, at in planned.items() if name not in there])

        async def lane() -> None:
            for name, at in waiting:
                content = await asyncio.to_thread(_read, self.file, at, block)
                await self.put(document_id, f"&comp=block&blockid={name.replace('=', '%3D')}", content)
                self.counts.blocks += 1

        await asyncio.gather(*(lane() for _ in range(LANES)))
        listed = "".join(f"<Latest>{name}</Latest>" for name in planned)
        await self.put(document_id, "&comp=blocklist", f"<BlockList>{listed}</BlockList>".encode())

    async def put(self, document_id: str, query: str, content: bytes) -> None:
        """Until the storage says that it has it; an expired URL is replaced."""
        for attempt in range(100):
            try:
                answer = await self.client.put(f"{self.url}{query}", content=content)
            except httpx.TransportError:
                self.counts.resent += 1
                await asyncio.sleep(min(2.0, 0.05 * 2 ** min(attempt, 5)))
                continue
            if answer.status_code == 201:
                return
            if answer.status_code == 403:
                self.url = (await self.ask("POST", f"/documents/{document_id}/upload-url"))["url"]
            elif answer.status_code < 500:
                raise RuntimeError(f"{answer.status_code} {answer.text[:300]}")
            await asyncio.sleep(0.5)
        raise RuntimeError("a block could not be sent")

    async def ask(self, method: str, path: str, body: Any = None, key: str = "") -> Any:
        async with asyncio.timeout(PATIENCE):
            while True:
                if not self.token:
                    await self.sign_in()
                    continue
                headers = {"Authorization": f"Bearer {self.token}", **({"Idempotency-Key": key} if key else {})}
                try:
                    answer = await self.client.request(method, path, json=body, headers=headers)
                except httpx.TransportError:
                    await asyncio.sleep(0.2)
                    continue
                if answer.status_code == 401:
                    self.token = ""
                elif answer.status_code in {409, 429, 502, 503, 500} and answer.json().get("code") != "upload_missing":
                    await asyncio.sleep(0.5)
                elif answer.status_code >= 400:
                    raise RuntimeError(f"{path}: {answer.status_code} {answer.text[:300]}")
                else:
                    return answer.json()

    async def sign_in(self) -> None:
        try:
            answer = await self.client.post("/auth/sign-in", json=self.credentials)
        except httpx.TransportError:
            return
        if answer.status_code != 200:
            raise RuntimeError(f"sign-in: {answer.status_code} {answer.text[:300]}")
        self.token = answer.json()["accessToken"]


def _block_id(number: int) -> str:
    return base64.b64encode(f"block-{number:06d}".encode()).decode()


def _sha256(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as data:
        while chunk := data.read(READ):
            digest.update(chunk)
    return digest.hexdigest()


def _read(file: Path, at: int, size: int) -> bytes:
    with file.open("rb") as data:
        data.seek(at)
        return data.read(size)


async def main(api: str, file: str, email: str, password: str, state: str, percent: str, seed: str) -> None:
    line = BrokenLine(int(percent), int(seed))
    async with httpx.AsyncClient(base_url=api, timeout=120, transport=line) as client:
        uploader = Uploader(client, Path(file), email, password, Path(state))
        document_id = await uploader.run()
    said = {
        "documentId": document_id,
        **asdict(uploader.counts),
        "requests": line.requests,
        "lostBefore": line.lost_before,
        "lostAfter": line.lost_after,
        "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
    print(json.dumps(said))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
