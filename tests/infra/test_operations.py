"""The scripts of delivery and operations against the product as it runs, and what they say when it does not."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local.seed import PASSWORD, USERS
from tests.registered import registered
from tests.stack import RunningStack, api, running_stack

ROOT = Path(__file__).resolve().parents[2]
ADMIN = {"email": USERS[0].email, "password": PASSWORD}
BY_PASSWORD = {"SMOKE_EMAIL": ADMIN["email"], "SMOKE_PASSWORD": PASSWORD}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningStack]:
    with running_stack(tmp_path_factory.mktemp("operations"), "--no-web") as running:
        yield running


def script(name: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("SMOKE_")}
    command = [sys.executable, f"infra/scripts/{name}.py", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**own, **environment}, capture_output=True, text=True, timeout=300, check=False
    )


def census(stack: RunningStack, *arguments: str) -> subprocess.CompletedProcess[str]:
    return script("census", "--host", f"http://127.0.0.1:{stack.ports['host']}", *arguments)


def documents(stack: RunningStack, query: str) -> list[dict[str, object]]:
    with api(stack) as client:
        token = client.post("/auth/sign-in", json=ADMIN).raise_for_status().json()["accessToken"]
        client.headers["Authorization"] = f"Bearer {token}"
        found: list[dict[str, object]] = client.get(f"/documents?{query}").raise_for_status().json()["items"]
        return found


def an_api_key(stack: RunningStack, *permissions: str) -> str:
    with api(stack) as client:
        token = client.post("/auth/sign-in", json=ADMIN).raise_for_status().json()["accessToken"]
        until = (datetime.now(UTC) + timedelta(days=1)).isoformat()
        body = {"name": "Smoke test", "permissions": permissions, "siteIds": None, "expiresAt": until}
        made = client.post("/api-keys", json=body, headers={"Authorization": f"Bearer {token}"})
        return str(made.raise_for_status().json()["secret"])


def test_the_smoke_test_works_again_and_again_and_leaves_nothing_but_trash(stack: RunningStack) -> None:
    for _ in range(2):
        run = script("smoke", stack.base_url, **BY_PASSWORD)
        assert run.returncode == 0, run.stderr
        assert "downloaded the same bytes" in run.stdout
    assert documents(stack, "tag=smoke-test") == []
    assert len(documents(stack, "tag=smoke-test&trashed=true")) == 2


def test_an_api_key_that_may_handle_documents_is_enough(stack: RunningStack) -> None:
    key = an_api_key(stack, "documents:read", "documents:write", "documents:delete")
    run = script("smoke", stack.base_url, SMOKE_API_KEY=key)
    assert run.returncode == 0, run.stderr
    run = script("smoke", stack.base_url, SMOKE_API_KEY=an_api_key(stack, "documents:read"))
    assert run.returncode == 1
    assert "POST /documents: 403" in run.stderr


def test_what_a_killed_run_left_behind_is_cleaned_up(stack: RunningStack) -> None:
    with api(stack) as client:
        token = client.post("/auth/sign-in", json=ADMIN).raise_for_status().json()["accessToken"]
        body = {
            "fileName": "a.txt",
            "tags": ["smoke-test"],
            "sizeBytes": 1,
            "sha256": "0" * 64,
            "contentType": "text/plain",
        }
        client.post("/documents", json=body, headers={"Authorization": f"Bearer {token}"}).raise_for_status()
    run = script("smoke", stack.base_url, **BY_PASSWORD)
    assert (run.returncode, "put 1 documents of earlier runs into the trash" in run.stdout) == (0, True), run.stderr
    assert documents(stack, "tag=smoke-test") == []


@pytest.mark.parametrize(
    ("credentials", "said"),
    [
        ({}, "nobody to sign in as"),
        ({"SMOKE_EMAIL": ADMIN["email"], "SMOKE_PASSWORD": "wrong"}, "POST /auth/sign-in: 401"),
    ],
)
def test_who_cannot_sign_in_is_told_so(stack: RunningStack, credentials: dict[str, str], said: str) -> None:
    run = script("smoke", stack.base_url, **credentials)
    assert run.returncode == 1
    assert said in run.stderr


def test_nobody_there_is_a_failure() -> None:
    run = script("smoke", "http://127.0.0.1:9", "--patience", "0", **BY_PASSWORD)
    assert run.returncode == 1
    assert "GET /health/live: no answer" in run.stderr


def test_the_host_has_the_functions_of_the_working_copy_and_no_other(stack: RunningStack) -> None:
    run = census(stack)
    assert run.returncode == 0, run.stderr
    assert "functions are there and no other" in run.stdout


def test_a_function_more_or_less_or_another_trigger_is_named(stack: RunningStack, tmp_path: Path) -> None:
    expected = {one.get_function_name(): one.get_trigger().get_binding_name() for one in registered()}
    del expected["check_liveness"]
    expected["list_sites"] = "queueTrigger"
    (description := tmp_path / "package.json").write_text(
        json.dumps({"functions": {**expected, "gone": "timerTrigger"}})
    )
    run = census(stack, "--package", str(description))
    assert run.returncode == 1
    assert run.stderr.split("\n")[:-1] == [
        "  gone is missing (timerTrigger)",
        "  check_liveness should not be there",
        "  list_sites is httpTrigger instead of queueTrigger",
    ]


def test_no_host_is_not_taken_for_no_functions() -> None:
    run = script("census", "--host", "http://127.0.0.1:9")
    assert run.returncode == 1
    assert "nobody says which functions there are" in run.stderr
