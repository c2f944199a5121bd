"""`python -m local.host`: run a function app here."""

import argparse
import asyncio
import json
import subprocess
import sys
from pathlib import Path

from local.host.logs import console
from local.host.polling import LEASE
from local.host.settings import LocalSettings, SettingsError, load_local_settings
from local.host.supervisor import ROOT, Plan, PortTaken, Supervisor, bind

LIST = "import sys; sys.path.insert(0, sys.argv[1]); from local.host.listing import main; sys.path.pop(0); main(sys.argv[2])"


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(
        prog="python -m local.host", description="Runs an Azure Functions app on this machine."
    )
    found.add_argument("--app", type=Path, default=Path.cwd(), help="folder with function_app.py and host.json")
    found.add_argument("--port", type=int, help="0 picks a free one; default: LocalHttpPort, else 7071")
    found.add_argument("--address", help="default: LocalHttpAddress, else 127.0.0.1")
    found.add_argument("--cors", default="", help="allowed origins, separated by commas")
    found.add_argument("--groups", action="store_true", help="one process per background function, as in the cloud")
    found.add_argument("--no-reload", action="store_true", help="do not restart when files change")
    found.add_argument(
        "--enable-auth",
        "--enableAuth",  # as the Core Tools spell it
        action="store_true",
        help="ask for keys; without it every caller may do anything",
    )
    found.add_argument(
        "--queue-lease", type=float, default=LEASE, help="seconds until a message whose host died comes again"
    )
    found.add_argument("--functions", nargs="+", default=[], help="load only these")
    return found


def main() -> int:
    arguments = parser().parse_args()
    app = arguments.app.resolve()
    try:
        local = _local_settings(app)
        address = arguments.address or local.address or "127.0.0.1"
        sock = bind(address, arguments.port if arguments.port is not None else local.port or 7071)
    except (PortTaken, SettingsError) as error:
        console.line(str(error))
        return 1
    port = sock.getsockname()[1]
    plan = Plan(
        app=app,
        address=address,
        port=port,
        cors=arguments.cors,
        groups=arguments.groups,
        reload=not arguments.no_reload,
        enable_auth=arguments.enable_auth,
        queue_lease=max(1.0, arguments.queue_lease),
        functions=arguments.functions,
        background=_background(app) if arguments.groups else (),
    )
    console.line(f"Listening on http://{address}:{port}")
    asyncio.run(_supervise(plan, sock))
    return 0


async def _supervise(plan: Plan, sock: object) -> None:
    await Supervisor(plan, sock).run()  # type: ignore[arg-type]


def _local_settings(app: Path) -> LocalSettings:
    """Only for the port and the address: the worker reads the values."""
    if not app.is_dir():
        raise SettingsError(f"{app} is not a folder")
    return load_local_settings(app, {})


def _background(app: Path) -> tuple[str, ...]:
    """Names of the functions that are not HTTP, found by a process of its own: importing an app has effects."""
    done = subprocess.run(
        [sys.executable, "-c", LIST, str(ROOT), str(app)], capture_output=True, text=True, cwd=app, check=False
    )
    try:
        names = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError):
        console.line(f"The functions could not be listed; they share one process.\n{done.stderr.strip()}")
        return ()
    return tuple(str(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
