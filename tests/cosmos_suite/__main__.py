"""python -m tests.cosmos_suite: run a list of the SDK's own tests against the local server. Exit code 1: a test was lost."""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.cosmos_suite import running, selection, source


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.cosmos_suite", description=__doc__)
    parser.add_argument("--list", choices=selection.LISTS, default="quick")
    parser.add_argument("--ranges", type=int, default=2, help="partition key ranges a container has at least")
    parser.add_argument("--file", action="append", default=[], help="only this file of the list; repeatable")
    parser.add_argument("--freeze", action="store_true", help="what passes now is the baseline of the files that ran")
    given = parser.parse_args()
    try:
        tests = source.sdk_tests()
    except source.TestsMissingError as error:
        print(error, file=sys.stderr)
        return 2
    logs = source.CACHE / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    print(f"logs: {logs}")
    with tempfile.TemporaryDirectory(prefix="cosmos-suite-") as data:
        suite = running.Suite(tests, logs, Path(data))
        outcomes = suite.run(given.list, given.ranges, _report, given.file)
    _report("total", outcomes)
    ran = given.file or selection.files(given.list)
    failed = sorted(test for test, outcome in outcomes.items() if outcome in ("failed", "error"))
    lost = selection.lost(selection.baseline(), outcomes, ran)
    for test in failed:
        print("LOST  " if test in lost else "failed", test)
    for test in set(lost) - set(failed):
        print("LOST   (did not run)", test)
    if given.freeze:
        _freeze(outcomes, ran)
        return 0
    return 1 if lost else 0


def _report(label: str, outcomes: running.Outcomes) -> None:
    counts = Counter(outcomes.values())
    shown = "  ".join(f"{kind} {counts[kind]:4}" for kind in ("passed", "failed", "error", "skipped"))
    print(f"{label:56} {shown}", flush=True)


def _freeze(outcomes: running.Outcomes, ran: list[str]) -> None:
    kept = {test for test in selection.baseline() if test.partition("::")[0] not in ran}
    passed = {test for test, outcome in outcomes.items() if outcome == "passed"}
    heading = "# Tests of azure-cosmos that pass against local/cosmos: python -m tests.cosmos_suite --freeze\n"
    selection.BASELINE.write_text(heading + "".join(f"{test}\n" for test in sorted(kept | passed)))


if __name__ == "__main__":
    sys.exit(main())
