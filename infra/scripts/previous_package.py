"""Fetch the package to go back to: previous_package.py ENVIRONMENT --folder build/previous [--commit SHA] [--required]

The last deployment of the GitHub environment that succeeded, or a commit; its package is an artifact of the run that built it,
`package-<commit>`. When there is none any more, it is built again from the commit: the same input gives the same bytes. Asks GitHub
through `gh` (GH_TOKEN).
Exit code 0: it is there, or this is the first deployment and --required is not given. 1: it could not be had.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


class NotFetched(RuntimeError):
    """The message says what was tried."""


def last_good(repository: str, environment: str, current: str) -> str | None:
    """The commit of the newest deployment that succeeded, other than the one that runs now; None when there was none.

    GitHub calls a deployment inactive once a later one succeeded, so all its statuses count, not only the last.
    """
    for deployment in _gh(f"repos/{repository}/deployments?environment={environment}&per_page=50"):
        if deployment["sha"] == current:
            continue
        statuses = _gh(f"repos/{repository}/deployments/{deployment['id']}/statuses")
        if any(status["state"] == "success" for status in statuses):
            return str(deployment["sha"])
    return None


def fetch(repository: str, commit: str, folder: Path) -> str:
    """Put package.zip and package.json of a commit into `folder`, and say where they are from. Errors: NotFetched."""
    listed = _gh(f"repos/{repository}/actions/artifacts?name=package-{commit}")["artifacts"]
    alive = [one for one in listed if not one["expired"]]
    if alive:
        run = str(alive[0]["workflow_run"]["id"])
        _run("gh", "run", "download", run, "--repo", repository, "--name", f"package-{commit}", "--dir", str(folder))
        return f"the artifact of run {run}"
    with tempfile.TemporaryDirectory() as place:
        _run("git", "-C", str(ROOT), "fetch", "--quiet", "--depth=1", "origin", commit)
        _run("git", "-C", str(ROOT), "worktree", "add", "--quiet", "--detach", f"{place}/tree", commit)
        try:
            _run(sys.executable, f"{place}/tree/scripts/package.py", "--output", str(folder.resolve() / "package.zip"))
        finally:
            _run("git", "-C", str(ROOT), "worktree", "remove", "--force", f"{place}/tree")
    return "built again: its artifact has expired"


def _gh(path: str) -> Any:
    return json.loads(_run("gh", "api", path))


def _run(*command: str) -> str:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotFetched(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
    return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("environment")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--commit", default="", help="take the package of this one")
    parser.add_argument("--required", action="store_true", help="it is an error when there is none")
    given = parser.parse_args()
    repository, current = os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_SHA"]
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    try:
        commit = given.commit or last_good(repository, given.environment, current)
        if commit is None:
            print(
                f"  nothing has been deployed to {given.environment} before",
                file=sys.stderr if given.required else sys.stdout,
            )
            return 1 if given.required else 0
        print(f"  package of {commit}: {fetch(repository, commit, given.folder)}")
    except NotFetched as error:
        print(f"  {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
