"""Fetch the package to go back to: previous_package.py ENVIRONMENT --folder build/previous [--by-hand COMMIT]

While a commit is being brought it is what ran before: the last deployment of the GitHub environment that succeeded. By hand it is that
of a commit, or with an empty one what worked before the one that runs. The package is an artifact of the run that built it on main,
`package-<commit>`. When there is none any more, it is built again from the commit: the same input gives the same bytes. Asks GitHub
through `gh` (GH_TOKEN). In a workflow the commit becomes the output `commit`.
Exit code 0: it is there, or this is the first deployment. 1: it could not be had, or by hand there is none.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
MAIN = "main"
TRUSTED = ("push", "workflow_dispatch")  # events whose workflow is that of the commit itself
AS_GH = (
    "-c",
    "credential.helper=",
    "-c",
    "credential.helper=!gh auth git-credential",
)  # nothing is kept in the checkout


class NotFetched(RuntimeError):
    """The message says what was tried."""


def worked(repository: str, environment: str) -> Iterator[str]:
    """Commits whose deployment succeeded, newest first.

    GitHub calls a deployment inactive once a later one succeeded, so all its statuses count, not only the last.
    """
    for deployment in _gh(f"repos/{repository}/deployments?environment={environment}&per_page=50"):
        statuses = _gh(f"repos/{repository}/deployments/{deployment['id']}/statuses")
        if any(status["state"] == "success" for status in statuses):
            yield str(deployment["sha"])


def last_good(repository: str, environment: str, current: str) -> str | None:
    """What runs while `current` is being brought; None at the first deployment."""
    return next((commit for commit in worked(repository, environment) if commit != current), None)


def before_running(repository: str, environment: str) -> str | None:
    """What worked before the one that runs. After a rollback that is what came before its first time: never what was left behind."""
    commits = list(worked(repository, environment))
    first_time = len(commits) - commits[::-1].index(commits[0]) if commits else 0
    return commits[first_time] if first_time < len(commits) else None


def fetch(repository: str, commit: str, folder: Path) -> str:
    """Put package.zip and package.json of a commit of main into `folder`, and say where they are from. Errors: NotFetched."""
    if _gh(f"repos/{repository}/compare/{commit}...{MAIN}?per_page=1")["status"] not in ("ahead", "identical"):
        raise NotFetched(f"{commit} is not on {MAIN}: nobody has reviewed it")
    if run := building_run(repository, commit):
        _run("gh", "run", "download", run, "--repo", repository, "--name", f"package-{commit}", "--dir", str(folder))
        return f"the artifact of run {run}"
    with tempfile.TemporaryDirectory() as place:
        _run("git", "-C", str(ROOT), *AS_GH, "fetch", "--quiet", "--depth=1", "origin", commit)
        _run("git", "-C", str(ROOT), "worktree", "add", "--quiet", "--detach", f"{place}/tree", commit)
        try:
            _run(sys.executable, f"{place}/tree/scripts/package.py", "--output", str(folder.resolve() / "package.zip"))
        finally:
            _run("git", "-C", str(ROOT), "worktree", "remove", "--force", f"{place}/tree")
    return "built again: there is no artifact of it any more"


def building_run(repository: str, commit: str) -> str | None:
    """The run on main that built the package of this very commit. Any pull request can leave an artifact of the same name."""
    for artifact in _gh(f"repos/{repository}/actions/artifacts?name=package-{commit}&per_page=100")["artifacts"]:
        if artifact["expired"]:
            continue
        run = _gh(f"repos/{repository}/actions/runs/{artifact['workflow_run']['id']}")
        of_main = (run["head_branch"], run["head_sha"]) == (MAIN, commit) and run["event"] in TRUSTED
        if of_main and run["head_repository"]["full_name"] == repository:
            return str(run["id"])
    return None


def _gh(path: str) -> Any:
    return json.loads(_run("gh", "api", path))


def _run(*command: str) -> str:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotFetched(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
    return done.stdout


def chosen(repository: str, environment: str, by_hand: str | None) -> str | None:
    """Errors: NotFetched."""
    if by_hand is None:
        return last_good(repository, environment, os.environ["GITHUB_SHA"])
    if by_hand and not re.fullmatch(r"[0-9a-f]{40}", by_hand):
        raise NotFetched(f"{by_hand!r} is not a commit: all 40 digits of it")
    return by_hand or before_running(repository, environment)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("environment")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--by-hand", metavar="COMMIT", help="a rollback, to that commit; '' for the one before")
    given = parser.parse_args()
    repository = os.environ["GITHUB_REPOSITORY"]
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    try:
        commit = chosen(repository, given.environment, given.by_hand)
        if commit is None:
            print(f"  there is nothing in {given.environment} to go back to")
            return int(given.by_hand is not None)
        print(f"  package of {commit}: {fetch(repository, commit, given.folder)}")
    except NotFetched as error:
        print(f"  {error}", file=sys.stderr)
        return 1
    if output := os.environ.get("GITHUB_OUTPUT"):
        with Path(output).open("a", encoding="utf-8") as outputs:
            outputs.write(f"commit={commit}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
