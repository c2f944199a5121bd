"""python -m local: the whole stack. Ctrl-C or SIGTERM stops everything it started."""

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

from local.children import StackError
from local.ports import Ports, PortTaken
from local.provision import DataOutdated
from local.stack import Options, Stack
from local.toolchain import ROOT, ToolMissing


def main() -> int:
    options = _options()
    try:
        asyncio.run(_run(options))
    except (StackError, PortTaken, ToolMissing, DataOutdated) as error:
        print(f"\n  {error}\n", file=sys.stderr)
        return 1
    return 0


async def _run(options: Options) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await Stack(options).run(stop)


def _options() -> Options:
    defaults = Ports()
    parser = argparse.ArgumentParser(prog="python -m local", description=__doc__)
    parser.add_argument(
        "--port", type=int, default=int(os.environ.get("PORT", defaults.page)), help="the page and the API (8000)"
    )
    others = [name for name in vars(defaults) if name != "page"]
    for name in others:
        variable = f"PETROCONNECT_{name.upper()}_PORT"
        default = int(os.environ.get(variable, getattr(defaults, name)))
        parser.add_argument(
            f"--{name}-port", type=int, default=default, help=f"or {variable} ({getattr(defaults, name)})"
        )
    parser.add_argument("--data", type=Path, default=ROOT / ".local", help="where the data lives (.local)")
    parser.add_argument("--no-web", action="store_true", help="the API only")
    parser.add_argument("--no-seed", action="store_true", help="no demo data")
    parser.add_argument("--no-reload", action="store_true", help="do not watch the code")
    parser.add_argument("--reset", action="store_true", help="remove the data first")
    given = parser.parse_args()
    ports = Ports(given.port, **{name: getattr(given, f"{name}_port") for name in others})
    return Options(given.data.resolve(), ports, not given.no_web, not given.no_seed, not given.no_reload, given.reset)


if __name__ == "__main__":
    sys.exit(main())
