"""infra/scripts/previous_package.py: which package an environment goes back to, and whose artifact may be it."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.infra.fake_commands import Fakes, fakes

__all__ = ["fakes"]

Answers = list[tuple[list[str], int, Any]]


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:40]


def previous(fakes: Fakes, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = ["infra/scripts/previous_package.py", "prod", "--folder", str(folder), *more]
    return fakes.run(sys.executable, *command, GITHUB_SHA=sha("now"), GITHUB_OUTPUT=str(folder.parent / "outputs"))


def history(*deployments: tuple[str, list[str]]) -> Answers:
    """Deployments of prod, newest first: a commit's name and what GitHub says of it."""
    numbered = list(enumerate(deployments))
    listed = [{"id": number, "sha": sha(name)} for number, (name, _) in numbered]
    answers: Answers = [(["repos/o/r/deployments?environment=prod&per_page=50"], 0, listed)]
    for number, (_, states) in numbered:
        statuses = [{"state": state} for state in states]
        answers.append(([f"repos/o/r/deployments/{number}/statuses"], 0, statuses))
    return answers


def on_main(name: str, status: str = "ahead") -> Answers:
    return [([f"repos/o/r/compare/{sha(name)}...main?per_page=1"], 0, {"status": status})]


def artifacts(name: str, *runs: dict[str, Any], expired: bool = False) -> Answers:
    """Of runs 40, 41 ..., each said to be of main and of that commit unless something else is said."""
    listed = [{"expired": expired, "workflow_run": {"id": 40 + index}} for index in range(len(runs))]
    path = f"repos/o/r/actions/artifacts?name=package-{sha(name)}&per_page=100"
    answers: Answers = [([path], 0, {"artifacts": listed})]
    usual = {"event": "push", "head_branch": "main", "head_sha": sha(name), "head_repository": {"full_name": "o/r"}}
    for index, run in enumerate(runs):
        answers.append(([f"repos/o/r/actions/runs/{40 + index}"], 0, {"id": 40 + index, **usual, **run}))
    return answers


DOWNLOAD: Answers = [(["gh", "run", "download"], 0, "")]
NOT_BUILT: Answers = [(["git", "fetch"], 0, ""), (["git", "worktree", "add"], 128, "cannot be built here")]


def test_while_a_commit_is_brought_it_is_what_ran_before(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told(
        *history(
            ("now", ["in_progress"]),
            ("bad", ["failure"]),
            ("good", ["inactive", "success"]),
            ("old", ["success"]),
        ),
        *on_main("good"),
        *artifacts("good", {}),
        *DOWNLOAD,
    )
    run = previous(fakes, tmp_path / "previous")
    assert run.returncode == 0, run.stderr
    assert f"package of {sha('good')}: the artifact of run 40" in run.stdout
    assert fakes.asked[-1][:4] == ["gh", "run", "download", "40"]
    assert (tmp_path / "outputs").read_text() == f"commit={sha('good')}\n"


@pytest.mark.parametrize(
    ("deployed", "expected"),
    [
        (["running", "before"], "before"),  # main may be further on by now: that does not matter
        (["running", "running", "before"], "before"),
        (["before", "left", "before", "older"], "older"),  # after a rollback: never what was left behind
        (["mended", "before", "left", "before"], "before"),
    ],
)
def test_by_hand_it_is_what_worked_before_the_one_that_runs(
    fakes: Fakes, tmp_path: Path, deployed: list[str], expected: str
) -> None:
    past = history(*((name, ["success"]) for name in deployed))
    fakes.told(*past, *on_main(expected), *artifacts(expected, {}), *DOWNLOAD)
    run = previous(fakes, tmp_path / "previous", "--by-hand", "")
    assert run.returncode == 0, run.stderr
    assert f"package of {sha(expected)}" in run.stdout


def test_a_commit_can_be_named(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told(*on_main("that"), *artifacts("that", {}), *DOWNLOAD)
    assert f"package of {sha('that')}" in previous(fakes, tmp_path / "previous", "--by-hand", sha("that")).stdout


@pytest.mark.parametrize("commit", ["abc123", "main", "../../other/repository", sha("that") + "\n"])
def test_what_is_no_commit_is_asked_of_nobody(fakes: Fakes, tmp_path: Path, commit: str) -> None:
    fakes.told()
    run = previous(fakes, tmp_path / "previous", "--by-hand", commit)
    assert (run.returncode, "is not a commit" in run.stderr, fakes.asked) == (1, True, [])


def test_what_is_not_on_main_is_brought_nowhere(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told(*on_main("branch", "diverged"), *artifacts("branch", {}), *DOWNLOAD)
    run = previous(fakes, tmp_path / "previous", "--by-hand", sha("branch"))
    assert (run.returncode, "is not on main" in run.stderr) == (1, True)
    assert not (tmp_path / "outputs").exists()


@pytest.mark.parametrize(
    "planted",
    [
        {"event": "pull_request", "head_branch": "evil", "head_repository": {"full_name": "fork/r"}},
        {"event": "pull_request"},  # from main into somebody's branch, whose workflow then runs
        {"head_branch": "evil"},
        {"head_sha": sha("another")},
        {"head_repository": {"full_name": "fork/r"}},
    ],
)
def test_an_artifact_of_that_name_from_anywhere_else_is_left_alone(
    fakes: Fakes, tmp_path: Path, planted: dict[str, Any]
) -> None:
    fakes.told(*on_main("good"), *artifacts("good", planted, {}), *DOWNLOAD)
    run = previous(fakes, tmp_path / "previous", "--by-hand", sha("good"))
    assert "the artifact of run 41" in run.stdout, run.stderr
    fakes.told(*on_main("good"), *artifacts("good", planted), *NOT_BUILT)
    run = previous(fakes, tmp_path / "previous", "--by-hand", sha("good"))
    assert (run.returncode, "cannot be built here" in run.stderr) == (1, True)


def test_the_first_deployment_has_nothing_to_go_back_to(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told(*history(("now", ["in_progress"]), ("bad", ["failure"])))
    assert previous(fakes, tmp_path / "previous").returncode == 0
    assert list((tmp_path / "previous").iterdir()) == []
    assert not (tmp_path / "outputs").exists()
    assert previous(fakes, tmp_path / "previous", "--by-hand", "").returncode == 1
    fakes.told(*history(("now", ["success"])))
    assert previous(fakes, tmp_path / "previous", "--by-hand", "").returncode == 1


def test_a_package_that_expired_is_built_again_from_its_commit(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told(*on_main("old"), *artifacts("old", {}, expired=True), *NOT_BUILT)
    run = previous(fakes, tmp_path / "previous", "--by-hand", sha("old"))
    assert (run.returncode, "cannot be built here" in run.stderr) == (1, True)
    fetched = next(one for one in fakes.asked if one[0] == "git")
    assert fetched[-2:] == ["origin", sha("old")]
    assert (
        "credential.helper=!gh auth git-credential" in fetched
    )  # the checkout keeps none, and private repositories ask


def test_an_answer_of_github_that_is_an_error_is_not_taken_for_nothing(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told((["gh"], 1, json.dumps({"message": "Resource not accessible by integration"})))
    run = previous(fakes, tmp_path / "previous")
    assert (run.returncode, "not accessible" in run.stderr) == (1, True)
