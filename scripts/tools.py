"""Fetch what the tests need beyond Python: Azurite, the page's packages, Debian's Chromium and Redis."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from local import toolchain, webpage  # noqa: E402


def main() -> int:
    try:
        toolchain.azurite()
        webpage.install()
    except toolchain.ToolMissing as error:
        print(error, file=sys.stderr)
        return 1
    for command in toolchain.DEBIAN:
        if toolchain.debian(command) is None:
            toolchain.say(f"{command} is not there and cannot be installed without root; what needs it says so")
    return 0


if __name__ == "__main__":
    sys.exit(main())
