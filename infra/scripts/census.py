"""Are exactly those functions there that the package has? An app whose indexing failed answers nothing and says nothing.

    census.py --package build/package.json --azure GROUP APP       asks Azure, with the az that is signed in
    census.py --package build/package.json --host http://host      asks a host's admin endpoint; HOST_KEY where it needs one

Without --package the functions are those of this working copy, which then has to be importable. Exit code 0: the same.
1: not, and it says which.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POLL = 5.0
Census = dict[str, str]  # name of the function: type of its trigger, empty where that is not said


class Unanswered(RuntimeError):
    """Nobody said which functions there are; the message says what was said instead."""


def of_package(description: Path) -> Census:
    """What `make package` wrote beside the package."""
    census: Census = json.loads(description.read_text(encoding="utf-8"))["functions"]
    return census


def of_working_copy() -> Census:
    """What function_app.py registers here: functions/index.py and the background functions."""
    sys.path.insert(0, str(ROOT))
    import function_app

    found = {str(one.get_function_name()): one.get_trigger() for one in function_app.app.get_functions()}
    return {name: trigger.get_binding_name() if trigger else "" for name, trigger in found.items()}


def of_azure(group: str, app: str) -> Census:
    """Errors: Unanswered."""
    query = "[].{name: name, bindings: config.bindings}"
    command = [
        "az",
        "functionapp",
        "function",
        "list",
        "--resource-group",
        group,
        "--name",
        app,
        "--query",
        query,
        "--output",
        "json",
    ]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Unanswered(done.stderr.strip()[-500:])
    return {one["name"].rpartition("/")[2]: _trigger(one["bindings"]) for one in json.loads(done.stdout)}


def of_host(url: str, key: str = "") -> Census:
    """Errors: Unanswered."""
    request = urllib.request.Request(
        f"{url.rstrip('/')}/admin/functions", headers={"x-functions-key": key} if key else {}
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            listed = json.load(answer)
    except (urllib.error.URLError, TimeoutError, ConnectionError, ValueError) as error:
        raise Unanswered(str(error)) from error
    return {one["name"]: _trigger(one["config"]["bindings"]) for one in listed}


def _trigger(bindings: list[dict[str, str]]) -> str:
    return next((one["type"] for one in bindings or [] if one["type"].lower().endswith("trigger")), "")


def differences(expected: Census, found: Census) -> list[str]:
    """In words; none when they are the same."""
    said = [f"{name} is missing ({expected[name]})" for name in sorted(expected.keys() - found.keys())]
    said += [f"{name} should not be there" for name in sorted(found.keys() - expected.keys())]
    other = [
        name
        for name in sorted(expected.keys() & found.keys())
        if found[name].casefold() not in ("", expected[name].casefold())
    ]
    return said + [f"{name} is {found[name]} instead of {expected[name]}" for name in other]


def wait_for(expected: Census, ask: Callable[[], Census], patience: float) -> list[str]:
    """What is wrong after at most `patience` seconds: a new package is indexed some time after it was taken. Errors: Unanswered."""
    deadline = time.monotonic() + patience
    while True:
        try:
            wrong = differences(expected, ask())
        except Unanswered:
            if time.monotonic() > deadline:
                raise
        else:
            if not wrong or time.monotonic() > deadline:
                return wrong
        time.sleep(min(POLL, patience))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, help="build/package.json; without it this working copy")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--azure", nargs=2, metavar=("GROUP", "APP"))
    where.add_argument("--host", metavar="URL")
    parser.add_argument("--patience", type=float, default=0, help="seconds to wait for a deployment to be indexed (0)")
    given = parser.parse_args()
    expected = of_package(given.package) if given.package else of_working_copy()
    key = os.environ.get("HOST_KEY", "")
    try:
        wrong = wait_for(
            expected, lambda: of_azure(*given.azure) if given.azure else of_host(given.host, key), given.patience
        )
    except Unanswered as error:
        print(f"  nobody says which functions there are: {error}", file=sys.stderr)
        return 1
    for line in wrong:
        print(f"  {line}", file=sys.stderr)
    if not wrong:
        print(f"  all {len(expected)} functions are there and no other")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
