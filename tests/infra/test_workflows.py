"""Workflows as GitHub reads them: their schema, what zizmor knows of attacks, and the rules of this repository."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))
BIN = Path(sys.executable).parent
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40}$")
# Who may write what, and nobody else anything.
WRITES = {
    "check.yml": {"security-events"},
    "deploy.yml": {"contents", "id-token", "pull-requests", "security-events"},
    "stage.yml": {"contents", "id-token"},
    "page.yml": {"id-token"},
    "nightly.yml": {"id-token"},
    "release.yml": {"attestations", "contents", "id-token", "security-events"},
    "rollback.yml": {"deployments", "id-token"},
    "conformance.yml": set[str](),
}
INJECTION = """\
name: bad
on: pull_request_target
jobs:
  bad:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.pull_request.title }}
"""


def load(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return found


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path.name, name, job) for path in WORKFLOWS for name, job in load(path)["jobs"].items()]


def steps() -> list[tuple[str, dict[str, Any]]]:
    return [(f"{file}: {name}", step) for file, name, job in jobs() for step in job.get("steps", [])]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=120)


def schema(kind: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, *map(str, paths))


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    return run(str(BIN / "zizmor"), "--offline", "--no-progress", "--min-severity=medium", str(path))


def test_they_are_valid_and_every_job_has_a_time_limit() -> None:
    assert (found := schema("vendor.github-workflows", *WORKFLOWS)).returncode == 0, found.stdout
    assert (found := schema("custom.github-workflows-require-timeout", *WORKFLOWS)).returncode == 0, found.stdout
    assert (found := schema("vendor.dependabot", ROOT / ".github" / "dependabot.yml")).returncode == 0, found.stdout


def test_zizmor_finds_nothing_of_weight_and_would_find_an_injection(tmp_path: Path) -> None:
    (tmp_path / "bad.yml").write_text(INJECTION)
    bad = zizmor(tmp_path / "bad.yml")
    assert "template-injection" in bad.stdout
    assert "dangerous-triggers" in bad.stdout
    found = zizmor(ROOT / ".github")
    assert found.returncode == 0, found.stdout


def test_there_are_the_workflows_the_delivery_is_made_of() -> None:
    assert {path.name for path in WORKFLOWS} == set(WRITES)


def test_actions_are_pinned_to_a_commit_with_its_tag_beside_it() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text().splitlines():
            if (found := re.match(r"\s*(?:- )?uses: (\S+)(?: # (v\d+\.\d+\.\d+))?", line)) and not found[1].startswith(
                "./"
            ):
                assert PINNED.match(found[1]), f"{path.name}: {line}"
                assert found[2], f"{path.name}: {line}"
                action = found[1].partition("@")[0].split("/")
                pins.setdefault("/".join(action[:2]), set()).add(f"{found[1].partition('@')[2]} {found[2]}")
    assert pins
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_nothing_is_allowed_but_what_a_job_names(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    written = set()
    for job in workflow["jobs"].values():
        assert isinstance(job.get("permissions", {}), dict)  # neither read-all nor write-all
        written |= {scope for scope, level in job.get("permissions", {}).items() if level == "write"}
    assert written == WRITES[path.name]


def test_every_workflow_says_what_happens_when_two_runs_meet() -> None:
    by_job = {"stage.yml": {"infrastructure", "code"}, "rollback.yml": {"rollback"}, "page.yml": {"page"}}
    for path in WORKFLOWS:
        of_jobs = {name for name, job in load(path)["jobs"].items() if "concurrency" in job}
        assert of_jobs == by_job.get(path.name, set())
        assert of_jobs or "concurrency" in load(path), path.name
    stage, back = (load(FOLDER / name)["jobs"] for name in ("stage.yml", "rollback.yml"))
    assert stage["code"]["concurrency"] == back["rollback"]["concurrency"]  # one of them at a time


def test_jobs_and_outputs_that_are_asked_for_exist() -> None:
    for path in WORKFLOWS:
        workflow = load(path)
        for name, job in workflow["jobs"].items():
            needs = [job["needs"]] if isinstance(job.get("needs"), str) else job.get("needs", [])
            assert set(needs) <= workflow["jobs"].keys(), f"{path.name}: {name}"
            for other, output in re.findall(r"needs\.([\w-]+)\.outputs\.([\w-]+)", str(job)):
                assert other in needs, f"{path.name}: {name} does not wait for {other}"
                assert output in workflow["jobs"][other]["outputs"], f"{path.name}: {other} has no output {output}"
            known = {step["id"] for step in job.get("steps", []) if "id" in step}
            assert set(re.findall(r"steps\.([\w-]+)\.", str(job))) <= known, f"{path.name}: {name}"


def test_files_and_targets_that_are_called_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    for where, step in steps():
        said = str(step.get("run", ""))
        for script in re.findall(r"(?:python|sh) ((?:infra/)?scripts/[\w./-]+)", said):
            assert (ROOT / script).is_file(), f"{where}: {script}"
        for target in re.findall(r"^\s*make ([\w-]+)", said, re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"{where}: make {target}"
    for file, name, job in jobs():
        if "uses" in job:
            assert (ROOT / job["uses"]).is_file(), f"{file}: {name}"


def test_azure_is_entered_without_a_secret() -> None:
    logins = [(where, step["with"]) for where, step in steps() if str(step.get("uses", "")).startswith("Azure/login@")]
    assert len(logins) >= 5
    for where, given in logins:
        assert set(given) == {"client-id", "tenant-id", "subscription-id"}, where
        assert all(value.startswith("${{ vars.") for value in given.values()), where
    texts = "".join(path.read_text() for path in WORKFLOWS)
    assert set(re.findall(r"secrets\.(\w+)", texts)) == {"SMOKE_API_KEY"}


def test_what_parameter_files_read_is_given_by_name() -> None:
    """A variable that is left out reads as empty, and what it named is left as it is or undone. GitHub gives its own."""
    for environment, file in (
        ("dev", "deploy.yml"),
        ("prod", "stage.yml"),
        ("staging", "stage.yml"),
        ("dev", "stage.yml"),
    ):
        text = (ROOT / f"infra/environments/{environment}.bicepparam").read_text()
        names = {
            name for name in re.findall(r"readEnvironmentVariable\('(\w+)'", text) if not name.startswith("GITHUB_")
        }
        asking = [
            (name, job) for name, job in load(FOLDER / file)["jobs"].items()
            if any(".bicepparam" in (said := str(step.get("run"))) or "what_if.sh" in said for step in job.get("steps", []))
        ]  # fmt: skip
        assert asking
        for name, job in asking:
            for one in sorted(names - {"AS_OWNER"}):
                assert job["env"].get(one) == f"${{{{ vars.{one} }}}}", f"{file}: {name} does not give {one}"
                assert f"`{one}`" in (ROOT / "docs/delivery.md").read_text(), one


def test_whoever_sets_up_is_told_of_every_variable() -> None:
    told = (ROOT / "docs/runbooks/deploy.md").read_text()
    step = told[told.index("### 10. The workflows") : told.index("### 11.")]
    used = {name for path in WORKFLOWS for name in re.findall(r"(?:vars|secrets)\.(\w+)", path.read_text())}
    assert {name for name in used if not re.search(rf"\b{name}\b", step)} == set()


def test_a_stage_brings_infrastructure_then_code_then_proof_and_goes_back_when_that_fails() -> None:
    stage = load(FOLDER / "stage.yml")["jobs"]
    assert (stage["infrastructure"]["needs"], stage["code"]["needs"]) == ("plan", "infrastructure")
    done = [str(step.get("run", step.get("uses"))) for step in stage["code"]["steps"]]
    order = ["previous_package.py", "Azure/login", "deploy_package.sh", "smoke.py", "census.py"]
    places = [next(index for index, text in enumerate(done) if part in text) for part in order]
    assert places == sorted(places)
    back = stage["code"]["steps"][-1]
    assert back["if"].startswith("failure()")
    assert all(part in back["run"] for part in ("build/previous/package.zip", "smoke.py", "census.py"))
    deployed = load(FOLDER / "deploy.yml")["jobs"]
    assert [deployed[name]["needs"] for name in ("dev", "staging", "prod")] == ["check", "dev", "staging"]


def test_only_bringing_code_counts_as_a_deployment_to_go_back_to() -> None:
    """previous_package.py takes the last that worked; a rollback is one of another commit than its own."""
    for file, name, job in jobs():
        environment = job.get("environment")
        plain = environment if isinstance(environment, str) else (environment or {}).get("name", "")
        recorded = not isinstance(environment, dict) or environment.get("deployment", True)
        if plain == "${{ inputs.environment }}":
            assert recorded == ((file, name) == ("stage.yml", "code")), f"{file}: {name}"
