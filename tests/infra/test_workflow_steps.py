"""What jobs do, step by step: shell that runs with commands that answer as told, and what would go wrong at GitHub only."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from scripts import package
from tests.infra.fake_commands import Fakes, fakes
from tests.infra.test_workflows import FOLDER, ROOT, WORKFLOWS, jobs, load, steps

__all__ = ["fakes"]

ON_MAIN = "github.ref == 'refs/heads/main'"
SHELL = [(where, str(step["run"])) for where, step in steps() if "run" in step]


def named(file: str, job: str, name: str) -> dict[str, Any]:
    (found,) = (step for step in load(FOLDER / file)["jobs"][job]["steps"] if step.get("name") == name)
    return dict(found)


def run(fakes: Fakes, step: dict[str, Any], **environment: str) -> subprocess.CompletedProcess[str]:
    (place := fakes.place / "checkout").mkdir(exist_ok=True)
    if not (place / "infra").exists():
        (place / "infra").symlink_to(ROOT / "infra")
    return fakes.run("bash", "--noprofile", "--norc", "-e", "-c", step["run"], cwd=place, **environment)


@pytest.mark.parametrize(
    ("where", "script"), SHELL, ids=[f"{where}-{number}" for number, (where, _) in enumerate(SHELL)]
)
def test_every_step_is_shell_and_takes_values_from_variables_only(where: str, script: str) -> None:
    parsed = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
    assert parsed.returncode == 0, f"{where}: {parsed.stderr}"
    assert "${{" not in script, where  # a branch or a title would become part of the command


def test_whatever_the_templates_are_made_of_is_shown_before_it_is_merged() -> None:
    text = YAML(typ="safe").load((FOLDER / "deploy.yml").read_text())
    paths = next(trigger for key, trigger in text.items() if key in ("on", True))["pull_request"]["paths"]
    loaded = {
        (module.parent / name).resolve().relative_to(ROOT).as_posix()
        for module in (ROOT / "bicep").rglob("*.bicep")
        for name in re.findall(r"load\w+Content\('([^']+)'", module.read_text(encoding="utf-8"))
    }
    assert len(loaded) > 10
    patterns = [re.escape(path).replace(r"\*\*", ".*").replace(r"\*", "[^/]*") for path in paths]
    for name in [*sorted(loaded), "bicep/main.bicep", "infra/environments/prod.bicepparam"]:
        assert any(re.fullmatch(pattern, name) for pattern in patterns), name


def test_secrets_of_an_environment_are_handed_to_the_jobs_that_are_called() -> None:
    """A called workflow sees none of them otherwise: the environment of its job fills in only what the caller handed on."""
    reading = {path.name for path in WORKFLOWS if "secrets." in path.read_text()}
    called = [(file, name, job) for file, name, job in jobs() if Path(job.get("uses", "")).name in reading]
    assert len(called) == 3
    for file, name, job in called:
        assert job.get("secrets") == "inherit", f"{file}: {name}"


def test_called_jobs_ask_for_no_more_than_their_caller_has() -> None:
    """GitHub refuses the whole run otherwise, before its first step."""
    weight = {"none": 0, "read": 1, "write": 2}
    called = [(file, name, job) for file, name, job in jobs() if "uses" in job]
    assert len(called) >= 7
    for file, name, job in called:
        for inner, asked in load(FOLDER / Path(job["uses"]).name)["jobs"].items():
            for scope, level in asked["permissions"].items():
                has = job["permissions"].get(scope, "none")
                assert weight[level] <= weight[has], f"{file}: {name} calls {inner}, which asks for {scope}: {level}"


def test_only_main_is_deployed_whoever_begins_it_and_from_wherever() -> None:
    assert ON_MAIN in load(FOLDER / "deploy.yml")["jobs"]["dev"]["if"]
    assert load(FOLDER / "rollback.yml")["jobs"]["rollback"]["if"] == ON_MAIN


def test_what_may_hang_ends_before_its_job_does_so_that_the_steps_after_it_run() -> None:
    """A job that is out of time is cancelled, and what begins with failure() is not run."""
    for file, name, job in jobs():
        if any(str(step.get("if", "")).startswith("failure() &&") for step in job.get("steps", [])):
            limits = [step.get("timeout-minutes") for step in job["steps"] if "run" in step]
            assert all(limits), f"{file}: {name}"
            assert sum(limits) < job["timeout-minutes"], f"{file}: {name}"


def test_what_a_night_makes_in_azure_is_removed_by_somebody_who_is_still_signed_in() -> None:
    seen = 0
    for file, name, job in jobs():
        done = job.get("steps", [])
        for place, step in enumerate(done):
            if step.get("if") == "always()" and "az " in step.get("run", ""):
                seen += 1
                before = done[place - 1]
                assert before["uses"].startswith("Azure/login@"), f"{file}: {name}"
                assert before["if"] == "always()", f"{file}: {name}"
    assert seen == 2


def test_the_gate_has_microsofts_emulator_and_host_in_it() -> None:
    check = load(FOLDER / "check.yml")["jobs"]
    assert check["host"]["uses"] == "./.github/workflows/conformance.yml"
    suite = load(FOLDER / "conformance.yml")["jobs"]["core-tools"]["steps"]
    assert any("func start" in str(step.get("env", "")) for step in suite)
    assert "tests/contract" in str(check["emulator"]["steps"])
    pythons = check["gate"]["strategy"]["matrix"]["python"]
    assert pythons == ["3.11", "3.12", "3.13"]
    assert package.VERSION in pythons  # where test_package.py is not skipped


@pytest.mark.skipif(shutil.which("jq") is None, reason="no jq here; GitHub's runners have it")
def test_the_outputs_of_a_deployment_are_found_in_whatever_case_azure_answers(fakes: Fakes, tmp_path: Path) -> None:
    said = {
        "functioN_APP_NAME": "func-1",
        "statiC_WEB_APP_NAME": "page-1",
        "apI_URL": "https://a",
        "vitE_API_BASE_URL": "",
    }
    answer = {name: {"type": "String", "value": value} for name, value in said.items()}
    fakes.told((["az", "bicep", "install"], 0, ""), (["az", "deployment", "group", "create"], 0, answer))
    step, outputs = named("stage.yml", "infrastructure", "Deploy"), tmp_path / "outputs"
    given = {"GROUP": "a group", "ENVIRONMENT": "dev", "GITHUB_OUTPUT": str(outputs)}
    assert (done := run(fakes, step, **given)).returncode == 0, done.stderr
    assert outputs.read_text().splitlines() == ["app=func-1", "page=page-1", "api-url=https://a", "api-base="]
    asked = fakes.asked[-1]
    assert asked[asked.index("--resource-group") + 1] == "a group"
    del answer["apI_URL"]
    fakes.told((["az", "bicep", "install"], 0, ""), (["az", "deployment", "group", "create"], 0, answer))
    assert run(fakes, step, **given).returncode != 0
    fakes.told((["az", "bicep", "install"], 0, ""), (["az", "deployment", "group", "create"], 1, "AuthorizationFailed"))
    assert run(fakes, step, **given).returncode != 0


def test_a_rollback_is_written_down_as_a_deployment_of_the_commit_that_was_brought(fakes: Fakes) -> None:
    fakes.told((["repos/o/r/deployments/7/statuses"], 0, ""), (["repos/o/r/deployments"], 0, "7"))
    step = named("rollback.yml", "rollback", "Write down what runs now")
    done = run(fakes, step, BROUGHT="abc", ENVIRONMENT="prod", API_URL="https://a", GITHUB_RUN_ID="9")
    assert done.returncode == 0, done.stderr
    made, said = fakes.asked
    assert {"ref=abc", "environment=prod", "auto_merge=false", "required_contexts[]"} <= set(made)
    assert {"state=success", "environment_url=https://a"} <= set(said)
    fakes.told((["repos/o/r/deployments"], 1, "Not Found"))
    assert run(fakes, step, BROUGHT="abc", ENVIRONMENT="prod", API_URL="").returncode != 0
    steps_of = load(FOLDER / "rollback.yml")["jobs"]["rollback"]["steps"]
    assert steps_of[-1]["name"] == step["name"]  # after smoke test and census
    assert "census.py" in steps_of[-2]["run"]


def test_accounts_that_nights_left_behind_go_one_by_one_and_none_is_no_error(fakes: Fakes) -> None:
    for job in ("contract", "restore"):
        step = named("nightly.yml", job, "Remove what a night that was cut off left behind")
        fakes.told((["az", "cosmosdb", "list"], 0, "one\ntwo"), (["az", "cosmosdb", "delete"], 0, ""))
        before = len(fakes.asked)
        assert (done := run(fakes, step, GROUP="g")).returncode == 0, done.stderr
        deleted = [one[one.index("--name") + 1] for one in fakes.asked[before:] if "delete" in one]
        assert deleted == ["one", "two"]


def test_a_page_is_brought_from_the_commit_that_was_named() -> None:
    checkout = load(FOLDER / "page.yml")["jobs"]["page"]["steps"][0]
    assert checkout["with"]["ref"] == "${{ inputs.commit }}"
    back = load(FOLDER / "rollback.yml")["jobs"]
    assert back["page"]["with"]["commit"] == "${{ needs.rollback.outputs.commit }}"
    assert re.search(r"previous_package\.py .*--by-hand", str(back["rollback"]["steps"]))
    assert json.dumps(load(FOLDER / "stage.yml")["jobs"]["page"]["with"]["commit"]) == '"${{ github.sha }}"'
