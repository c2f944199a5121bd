"""Runs files of the SDK's tests, each in a process of its own, against a server."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from local.cosmos.options import EMULATOR_KEY
from tests.cosmos_suite import selection
from tests.local.cosmos.serving import serving

HERE = Path(__file__).parent
FILE_TIMEOUT = 1800  # seconds
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Outcomes = dict[str, str]
Report = Callable[[str, Outcomes], None]


@dataclass(frozen=True)
class Suite:
    """The SDK's tests in `tests`; logs and JUnit files go to `logs`, data files to `data`."""

    tests: Path
    logs: Path
    data: Path

    def run(self, name: str, ranges: int, report: Report, only: Sequence[str] = ()) -> Outcomes:
        """Outcome (passed, failed, error, skipped) by test id. Where containers begin with several ranges, tests about a
        container of one run against a server of their own."""
        chosen = [file for file in selection.files(name) if not only or file in only]
        left_out = selection.left_out(name)
        apart = [] if ranges == 1 else [test for test in selection.one_range() if test.partition("::")[0] in chosen]
        outcomes: Outcomes = {}
        with serving(self.data / "ranges.sqlite", "--ranges", f"{ranges}") as server:
            for file in chosen:
                found = self._file(server.url, file, [file], [*left_out, *apart])
                report(file, found)
                outcomes |= found
        if apart:
            with serving(self.data / "one.sqlite") as server:
                found = self._file(server.url, "one range", apart, left_out)
                report("with one range", found)
                outcomes |= found
        return outcomes

    def _file(self, url: str, label: str, chosen: Sequence[str], left_out: Sequence[str]) -> Outcomes:
        stem = label.removesuffix(".py").replace(" ", "_")
        junit, log = self.logs / f"{stem}.xml", self.logs / f"{stem}.log"
        junit.unlink(missing_ok=True)
        command = [sys.executable, "-m", "pytest", *chosen, "-q", "--tb=short", "-p", "suite_plugin"]
        command += ["-p", "no:cacheprovider", "-c", str(HERE / "suite.ini"), "--rootdir", str(self.tests)]
        command += [f"--junitxml={junit}", *(f"--deselect={test}" for test in left_out)]
        with log.open("w") as output:
            try:
                subprocess.run(
                    command, cwd=self.tests, env=self._environment(url), stdin=subprocess.DEVNULL, stdout=output,
                    stderr=subprocess.STDOUT, timeout=FILE_TIMEOUT,
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                output.write(f"\nstopped after {FILE_TIMEOUT} s\n")
        return _outcomes(junit) if junit.exists() else {f"{chosen[0].partition('::')[0]}::*": "error"}

    def _environment(self, url: str) -> dict[str, str]:
        path = os.pathsep.join((str(self.tests), str(HERE)))
        account = {"ACCOUNT_HOST": url, "ACCOUNT_KEY": EMULATOR_KEY, "COSMOS_TEST_DATA_AUTH_MODE": "key"}
        local = {"NO_PROXY": "localhost,127.0.0.1", "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        return {**os.environ, **account, **local}


def _outcomes(junit: Path) -> Outcomes:
    outcomes = {}
    for case in ElementTree.parse(junit).getroot().iter("testcase"):
        names = case.get("classname", "").split(".")
        test = _UUID.sub("UUID", "::".join((f"{names[0]}.py", *names[1:], case.get("name", ""))))
        kinds = {child.tag for child in case}
        outcomes[test] = next((kind for kind in ("error", "failure", "skipped") if kind in kinds), "passed")
    return {test: "failed" if outcome == "failure" else outcome for test, outcome in outcomes.items()}
