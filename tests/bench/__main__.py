"""python -m tests.bench: ratios measured side by side in one run, each with its target. These machines are noisy: never a test."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from tests.bench import (
    emulator,
    exports,
    host,
    identity,
    imports,
    jobs,
    reading,
    requests,
    scale,
    search,
    throughput,
    upload,
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--only",
        choices=(
            "imports",
            "requests",
            "identity",
            "jobs",
            "throughput",
            "host",
            "emulator",
            "scale",
            "search",
            "upload",
            "reading",
            "exports",
        ),
    )
    parser.add_argument("--seconds", type=int, default=5, help="per round of load")
    parser.add_argument("--documents", type=int, default=scale.MANY, help="of the large container")
    parser.add_argument("--searched", type=int, default=search.DOCUMENTS, help="documents that are searched")
    parser.add_argument("--megabytes", type=int, default=1000, help="of the uploaded file")
    parser.add_argument("--json", type=Path, help="write what operations cost to this file: infra/cost/charges.json")
    given = parser.parse_args()
    if given.only in (None, "imports"):
        print(imports.report())
    if given.only in (None, "requests"):
        print(asyncio.run(requests.report(given.json)))
    if given.only in (None, "identity"):
        print(asyncio.run(identity.report(given.seconds)))
    if given.only in (None, "throughput"):
        with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as folder:
            print(throughput.report(Path(folder), given.seconds))
    if given.only in (None, "host"):
        with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as folder:
            print(host.report(Path(folder), given.seconds))
    if given.only in (None, "emulator"):
        emulator.run(given.seconds)
    if given.only in (None, "scale"):
        scale.run(given.documents)
    if given.only in (None, "search"):
        search.run(given.searched)
    if given.only in (None, "reading"):
        print(asyncio.run(reading.report()))
    if given.only in (None, "exports"):
        print(exports.report())
    if given.only in (None, "jobs"):
        with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as folder:
            print(jobs.report(Path(folder)))
    if given.only in (None, "upload"):
        with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as folder:
            print(upload.report(Path(folder), given.megabytes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
