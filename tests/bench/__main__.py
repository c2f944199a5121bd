"""python -m tests.bench: ratios measured side by side in one run, each with its target. These machines are noisy: never a test."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

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

Measure: TypeAlias = Callable[[argparse.Namespace], object]


def _in_folder(measure: Callable[[Path, argparse.Namespace], object]) -> Measure:
    """In a new folder that is gone afterwards."""

    def measured(given: argparse.Namespace) -> object:
        with tempfile.TemporaryDirectory(prefix="petroconnect-bench-") as folder:
            return measure(Path(folder), given)

    return measured


MEASURES: dict[str, Measure] = {
    "imports": lambda _: imports.report(),
    "requests": lambda given: asyncio.run(requests.report(given.json)),
    "identity": lambda given: asyncio.run(identity.report(given.seconds)),
    "throughput": _in_folder(lambda folder, given: throughput.report(folder, given.seconds)),
    "host": _in_folder(lambda folder, given: host.report(folder, given.seconds)),
    "emulator": lambda given: emulator.run(given.seconds),
    "scale": lambda given: scale.run(given.documents),
    "search": lambda given: search.run(given.searched),
    "reading": lambda _: asyncio.run(reading.report()),
    "exports": lambda _: exports.report(),
    "jobs": _in_folder(lambda folder, _: jobs.report(folder)),
    "upload": _in_folder(lambda folder, given: upload.report(folder, given.megabytes)),
}
"""In their order. Each answers what to print, or None where it prints as it goes."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=MEASURES)
    parser.add_argument("--seconds", type=int, default=5, help="per round of load")
    parser.add_argument("--documents", type=int, default=scale.MANY, help="of the large container")
    parser.add_argument("--searched", type=int, default=search.DOCUMENTS, help="documents that are searched")
    parser.add_argument("--megabytes", type=int, default=1000, help="of the uploaded file")
    parser.add_argument("--json", type=Path, help="write what operations cost to this file: infra/cost/charges.json")
    given = parser.parse_args()
    for name in MEASURES if given.only is None else [given.only]:
        if (said := MEASURES[name](given)) is not None:
            print(said)
    return 0


if __name__ == "__main__":
    sys.exit(main())
