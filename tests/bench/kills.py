"""python -m tests.bench.kills: SIGKILL under load, by the hundred."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.local.cosmos.killing import run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.kills", description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="petroconnect-kills-") as folder:
        acknowledged, items = run(Path(folder), given.kills, given.seed)
    print(f"{given.kills} kills, {acknowledged} acknowledged writes, none lost, none torn; {items} items at the end")
    return 0


if __name__ == "__main__":
    sys.exit(main())
