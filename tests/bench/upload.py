"""One large file through the page in Chromium, against the same steps with Azure's SDK: hash it, then send it in parallel blocks."""

import hashlib
import json
import os
import statistics
import subprocess
import time
from pathlib import Path

from azure.storage.blob import BlobServiceClient

from local.toolchain import ROOT, debian, node, node_environment
from tests.azurite import ACCOUNT, KEY
from tests.stack import RunningStack, running_stack

ROUNDS = 3
TARGET = 0.8
MEGABYTE = 1_000_000


def report(folder: Path, megabytes: int) -> str:
    chromium = debian("chromium")
    if chromium is None:
        return "upload: not measured, Chromium is not there and could not be installed"
    page, sdk = [], []
    with running_stack(folder / "data") as stack:
        for number in range(ROUNDS):
            file = _file(
                folder / f"survey-{number}.bin", megabytes
            )  # bytes of its own, so that nothing is known already
            page.append(_page(stack, chromium, file))
            sdk.append(_sdk(stack, file))
            file.unlink()
    whole, sending = (statistics.median(times) for times in zip(*page, strict=True))
    sdk_whole, sdk_sending = (statistics.median(times) for times in zip(*sdk, strict=True))
    return (
        f"upload of {megabytes} MB: {sending:.1f} s of sending in the page, {sdk_sending:.1f} s with the SDK, "
        f"ratio {sdk_sending / sending:.2f} (target >= {TARGET}); with hashing before it {whole:.1f} s and {sdk_whole:.1f} s, "
        f"ratio {sdk_whole / whole:.2f}"
    )


def _file(path: Path, megabytes: int) -> Path:
    with path.open("wb") as out:
        for _ in range(megabytes):
            out.write(os.urandom(MEGABYTE))
    return path


def _page(stack: RunningStack, chromium: str, file: Path) -> tuple[float, float]:
    command = [str(node()[0]), "e2e/upload.mjs", stack.base_url, chromium, str(file)]
    run = subprocess.run(
        command, cwd=ROOT / "web", env=node_environment(), stdout=subprocess.PIPE, text=True, check=True, timeout=900
    )
    seen = json.loads(run.stdout)
    return seen["seconds"], seen["sending"]


def _sdk(stack: RunningStack, file: Path) -> tuple[float, float]:
    started = time.perf_counter()
    with file.open("rb") as data:
        hashlib.file_digest(data, "sha256")
    hashed = time.perf_counter()
    url = f"http://127.0.0.1:{stack.ports['blob']}/{ACCOUNT}"
    with (
        BlobServiceClient(url, credential=KEY) as service,
        service.get_blob_client("quarantine", f"bench/{file.name}") as blob,
        file.open("rb") as data,
    ):
        blob.upload_blob(data, max_concurrency=4)
    done = time.perf_counter()
    return done - started, done - hashed
