"""The demo data through the API and the mailbox: whatever came of an earlier attempt, repeating it completes it."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from local.seed import OTHER_ADMIN, PASSWORD, SITES, USERS
from local.toolchain import ROOT
from tests.stack import RunningStack, api, running_stack


def seed(stack: RunningStack) -> None:
    command = [sys.executable, "-m", "local.seed", "--base-url", stack.base_url, "--mail-url", stack.mail_url]
    command += ["--key-file", str(stack.data / "provisioning-key")]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert run.returncode == 0, run.stderr


def begin(client: httpx.Client, stack: RunningStack) -> None:
    """As an attempt that ended after its first request."""
    admin = {"email": USERS[0].email, "name": USERS[0].name}
    body = {"name": "Demo Energy", "timeZone": "Europe/Oslo", "admin": admin}
    headers = {"X-Provisioning-Key": stack.provisioning_key}
    assert client.post("/organisations", json=body, headers=headers).status_code == 201


@pytest.mark.slow
def test_seeding_again_completes_and_then_changes_nothing(tmp_path: Path) -> None:
    with running_stack(tmp_path / "data", "--no-web", "--no-seed") as stack, api(stack) as client:
        begin(client, stack)
        found = []
        for _ in range(2):
            seed(stack)
            found.append(holdings(client, stack))
        assert found[0] == found[1]
        states = {report.rpartition(" ")[2] for report in found[0]["reports"]}
        assert states == {"draft", "submitted", "changes_requested", "approved", "final"}
        assert found[0]["users"] == sorted(user.email for user in USERS)
        assert found[0]["sites"] == sorted(site["code"] for site in SITES)
        assert sorted(found[0]["letters"]) == sorted(user.email for user in (*USERS, OTHER_ADMIN))


def holdings(client: httpx.Client, stack: RunningStack) -> dict[str, list[str]]:
    """What the demo organisation has, and who got a letter."""
    session = client.post("/auth/sign-in", json={"email": USERS[0].email, "password": PASSWORD}).json()
    headers = {"Authorization": f"Bearer {session['accessToken']}"}

    def listed(path: str, field: str) -> list[str]:
        items = client.get(f"{path}?limit=200", headers=headers).json()["items"]
        return sorted(item[field] for item in items)

    def reports() -> list[dict[str, str]]:
        found: list[dict[str, str]] = []
        cursor = ""
        while True:
            page = client.get(f"/reports?limit=200&sort=day{cursor}", headers=headers).json()
            found += page["items"]
            if page["nextCursor"] is None:
                return found
            cursor = f"&cursor={page['nextCursor']}"

    letters = httpx.get(f"{stack.mail_url}/letters").json()
    return {
        "users": listed("/users", "email"),
        "sites": listed("/sites", "code"),
        "documents": listed("/documents", "title"),
        "reports": sorted(f"{one['id']} {one['type']} {one['state']}" for one in reports()),
        "plans": listed("/due-plans", "type"),
        "letters": [letter["to"][0] for letter in letters if "invites you" in letter["subject"]],
    }
