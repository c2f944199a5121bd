"""What the workflows call, with an `az` and a `curl` that answer as told and note what they were asked."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.infra.fake_commands import ROOT, Fakes, fakes

__all__ = ["fakes"]


@pytest.fixture
def package(tmp_path: Path) -> str:
    (path := tmp_path / "package.zip").write_bytes(b"zip")
    return str(path)


HOST = (["az", "Microsoft.Web/sites"], 0, "app.scm.example")
TOKEN = (["az", "get-access-token"], 0, "secret-token")
BRING, LOOK = ["curl"], ["az", "rest"]


def bring(fakes: Fakes, package: str, *answers: tuple[list[str], int, Any]) -> subprocess.CompletedProcess[str]:
    fakes.told(HOST, TOKEN, *answers)
    command = ("sh", "infra/scripts/deploy_package.sh", "group", "app", package)
    return fakes.run(*command, PAUSES="0 0 0", POLL="0", ASKED="3")


def times(fakes: Fakes, words: list[str]) -> int:
    return len([one for one in fakes.asked if all(word in one for word in words)])


def test_a_package_is_brought_again_until_it_is_taken(fakes: Fakes, package: str) -> None:
    run = bring(fakes, package, (BRING, 22, "503"), (BRING, 22, "503"), (BRING, 0, '"d1"'), (LOOK, 0, "4"))
    assert run.returncode == 0, run.stderr
    assert times(fakes, BRING) == 3


def test_a_package_goes_to_the_deployment_service_as_it_is(fakes: Fakes, package: str) -> None:
    assert bring(fakes, package, (BRING, 0, '"d1"'), (LOOK, 1, "504"), (LOOK, 0, "1"), (LOOK, 0, "4")).returncode == 0
    (sent,) = (one for one in fakes.asked if one[0] == "curl")
    assert "https://app.scm.example/api/publish?RemoteBuild=false&Deployer=petroconnect" in sent
    assert f"@{package}" in sent
    assert not any("secret-token" in word for one in fakes.asked for word in one)  # everybody sees arguments
    assert times(fakes, [*LOOK, "https://app.scm.example/api/deployments/d1"]) == 3
    # `az functionapp deployment` would wait for the app itself, which answers nobody but Front Door
    assert times(fakes, ["az", "functionapp"]) == 0


def test_a_package_that_is_there_at_once_is_not_waited_for(fakes: Fakes, package: str) -> None:
    assert bring(fakes, package, (BRING, 0, "")).returncode == 0
    assert (times(fakes, BRING), times(fakes, LOOK)) == (1, 0)


@pytest.mark.parametrize(("status", "brought"), [("3", 3), ("1", 1)], ids=["failed", "no end"])
def test_a_deployment_that_does_not_come_through_is_a_failure(
    fakes: Fakes, package: str, status: str, brought: int
) -> None:
    run = bring(fakes, package, (BRING, 0, '"d1"'), (LOOK, 0, status))
    assert run.returncode == 1
    assert times(fakes, BRING) == brought  # what has no end is not begun again beside itself
    assert "deployment d1" in run.stderr


def test_a_package_nobody_takes_is_a_failure(fakes: Fakes, package: str) -> None:
    run = bring(fakes, package, (BRING, 22, "503"))
    assert run.returncode == 1
    assert times(fakes, BRING) == 3
    assert "docs/runbooks/rollback.md" in run.stderr


def test_no_package_is_a_failure_before_anybody_is_asked(fakes: Fakes, tmp_path: Path) -> None:
    assert (
        fakes.run("sh", "infra/scripts/deploy_package.sh", "group", "app", str(tmp_path / "none.zip")).returncode != 0
    )
    assert fakes.asked == []


REFRESH, STATES = ["az", "rest", "post"], ["az", "rest", "get"]
SITE = (["az", "Microsoft.Web/sites"], 0, "/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/app")


def test_an_app_reads_its_secrets_again_until_it_could(fakes: Fakes) -> None:
    fakes.told(SITE, (REFRESH, 0, ""), (STATES, 0, "PROTECTION_KEYS: Initialized"), (STATES, 0, ""))
    run = fakes.run("sh", "infra/scripts/read_secrets.sh", "group", "app", PAUSES="0 0 0")
    assert run.returncode == 0, run.stderr
    assert (times(fakes, REFRESH), times(fakes, STATES)) == (2, 2)
    (begun, _) = (one for one in fakes.asked if "post" in one)
    assert begun[begun.index("--url") + 1].startswith(f"https://management.azure.com{SITE[2]}/config/configreferences/")


def test_a_secret_that_cannot_be_read_is_named(fakes: Fakes) -> None:
    fakes.told(SITE, (REFRESH, 0, ""), (STATES, 0, "PROTECTION_KEYS: SecretNotFound"))
    run = fakes.run("sh", "infra/scripts/read_secrets.sh", "group", "app", PAUSES="0 0")
    assert run.returncode == 1
    assert "PROTECTION_KEYS: SecretNotFound" in run.stderr


def census(fakes: Fakes, tmp_path: Path, functions: dict[str, str]) -> subprocess.CompletedProcess[str]:
    (description := tmp_path / "package.json").write_text(json.dumps({"functions": functions}))
    return fakes.run(
        sys.executable, "infra/scripts/census.py", "--package", str(description), "--azure", "group", "app"
    )


def test_azure_is_asked_which_functions_there_are(fakes: Fakes, tmp_path: Path) -> None:
    trigger = {"type": "queueTrigger", "queueName": "documents-verify"}
    fakes.told(
        (
            ["az", "functionapp", "function", "list"],
            0,
            [{"name": "app/verify", "bindings": [{"type": "queue"}, trigger]}],
        )
    )
    assert census(fakes, tmp_path, {"verify": "queueTrigger"}).returncode == 0
    run = census(fakes, tmp_path, {"verify": "queueTrigger", "list_sites": "httpTrigger"})
    assert (run.returncode, run.stderr) == (1, "  list_sites is missing (httpTrigger)\n")


def test_an_app_without_functions_and_an_azure_that_does_not_answer_fail_alike(fakes: Fakes, tmp_path: Path) -> None:
    fakes.told((["az", "functionapp", "function", "list"], 0, []))
    assert "verify is missing" in census(fakes, tmp_path, {"verify": "queueTrigger"}).stderr
    fakes.told((["az", "functionapp", "function", "list"], 1, "AuthorizationFailed"))
    run = census(fakes, tmp_path, {"verify": "queueTrigger"})
    assert (run.returncode, "AuthorizationFailed" in run.stderr) == (1, True)


def test_what_would_change_is_a_comment_that_marks_what_goes(fakes: Fakes) -> None:
    fakes.told(
        (["az", "what-if"], 0, "  - Microsoft.Storage/storageAccounts/gone\n  + new\n  ~ changed\n" + "x" * 70_000)
    )
    run = fakes.run("sh", "infra/scripts/what_if.sh", "group", "dev")
    assert run.returncode == 0, run.stderr
    assert run.stdout.startswith(
        "### What would change in dev\n\n```diff\n-   Microsoft.Storage/storageAccounts/gone\n+   new\n!   changed\n"
    )
    assert len(run.stdout) < 65_536
    assert "infra/environments/dev.bicepparam" in fakes.asked[-1]


def test_what_azure_refuses_to_say_is_no_comment(fakes: Fakes) -> None:
    fakes.told((["az", "what-if"], 1, "AuthorizationFailed"))
    run = fakes.run("sh", "infra/scripts/what_if.sh", "group", "dev")
    assert (run.returncode, run.stdout) == (1, "")


def restore(fakes: Fakes, containers: list[str]) -> subprocess.CompletedProcess[str]:
    fakes.told(
        (["az", "cosmosdb", "sql", "container", "list"], 0, "\n".join(containers)),
        (["az", "cosmosdb", "restore"], 0, ""),
        (["az", "cosmosdb", "list"], 0, "cosmos-petro"),
        (["az", "cosmosdb", "show"], 0, "West Europe"),
    )
    return fakes.run("sh", "infra/scripts/restore_database.sh", "group", "drill", "2026-11-21T14:00:00Z")


def test_a_restored_database_has_to_have_every_container(fakes: Fakes) -> None:
    wanted = [one["id"] for one in json.loads((ROOT / "infra" / "data.json").read_text())["containers"]]
    run = restore(fakes, list(reversed(wanted)))
    assert run.returncode == 0, run.stderr
    (asked,) = (one for one in fakes.asked if "restore" in one)
    assert asked[asked.index("--account-name") + 1] == "cosmos-petro"
    assert asked[asked.index("--restore-timestamp") + 1] == "2026-11-21T14:00:00Z"
    run = restore(fakes, wanted[1:])
    assert (run.returncode, "The containers differ." in run.stderr) == (1, True)
