"""A deployment's first keys, with an Azure CLI that keeps secrets in a folder."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import first_secrets
from shared.identity.tokens import Tokens
from shared.kit.sealing import Sealer

ROOT = Path(__file__).resolve().parents[2]
NAMES = {"token-signing-keys", "protection-keys", "provisioning-key-hash"}
AZ = """#!{python}
import pathlib, sys
vault = pathlib.Path({vault!r})
said = sys.argv[1:]
with (vault.parent / "calls").open("a") as calls:
    calls.write(" ".join(said) + "\\n")
option = lambda name: said[said.index(name) + 1]
if option("--vault-name") != "kv-test":
    sys.exit("ERROR: (Forbidden) Caller is not authorized")
kept = vault / option("--name")
if said[:3] == ["keyvault", "secret", "show"] and not kept.exists():
    sys.exit("ERROR: (SecretNotFound) A secret with (name/id) was not found in this key vault")
if said[:3] == ["keyvault", "secret", "set"]:
    kept.write_text(pathlib.Path(option("--file")).read_text())
print("https://kv-test.vault.azure.net/secrets/" + kept.name)
"""


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "vault").mkdir()
    (tmp_path / "bin").mkdir()
    az = tmp_path / "bin" / "az"
    az.write_text(AZ.format(python=sys.executable, vault=str(tmp_path / "vault")))
    az.chmod(0o755)
    return tmp_path / "vault"


def run(vault: Path, name: str = "kv-test", *, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": path or f"{vault.parent / 'bin'}:{os.environ['PATH']}"}
    command = [sys.executable, "-m", "scripts.first_secrets", name, "--patience", "0"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)


def kept(vault: Path) -> dict[str, str]:
    return {file.name: file.read_text() for file in vault.iterdir()}


def test_the_product_takes_what_was_made(vault: Path) -> None:
    done = run(vault)
    assert (done.returncode, done.stderr) == (0, "")
    made = kept(vault)
    assert made.keys() == NAMES
    assert len(json.loads(made["token-signing-keys"])["keys"]) == 1
    Tokens(made["token-signing-keys"], "petroconnect")
    sealer = Sealer(made["protection-keys"])
    assert sealer.open(sealer.seal("x")) == "x"
    key = done.stdout.strip().splitlines()[-1]
    assert hashlib.sha256(key.encode()).hexdigest() == made["provisioning-key-hash"]


def test_no_secret_is_an_argument(vault: Path) -> None:
    run(vault)
    calls = (vault.parent / "calls").read_text()
    assert len(calls.splitlines()) == 6
    assert [name for name, value in kept(vault).items() if value in calls] == []


def test_what_is_there_is_left_alone(vault: Path) -> None:
    (vault / "protection-keys").write_text("of before")
    run(vault)
    before = kept(vault)
    again = run(vault)
    assert kept(vault) == before
    assert before["protection-keys"] == "of before"
    assert again.returncode == 0
    assert "shown this once" not in again.stdout


def test_a_role_that_was_just_given_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    refused, said = ["(Forbidden) Caller is not authorized", "(Forbidden) again"], list[str]()

    def make(vault: str, say: Callable[[str], None]) -> None:
        if refused:
            raise first_secrets.VaultError(refused.pop())
        say(f"{vault}: made")

    monkeypatch.setattr(first_secrets, "make", make)
    monkeypatch.setattr(first_secrets, "PAUSE", 0.01)
    first_secrets.make_patiently("kv", said.append, 60)
    assert said[-1] == "kv: made"
    assert len(said) == 3
    refused.append("(Forbidden) for ever")
    with pytest.raises(first_secrets.VaultError):
        first_secrets.make_patiently("kv", said.append, 0)
    refused.append("the Azure CLI: FileNotFoundError")
    with pytest.raises(first_secrets.VaultError):
        first_secrets.make_patiently("kv", said.append, 60)


@pytest.mark.parametrize(
    ("name", "path", "said"), [("kv-other", None, "Forbidden"), ("kv-test", "/nowhere", "Azure CLI")]
)
def test_when_the_vault_does_not_let_us_nothing_is_made(vault: Path, name: str, path: str | None, said: str) -> None:
    done = run(vault, name, path=path)
    assert done.returncode == 1
    assert said in done.stderr
    assert "made" not in done.stdout
    assert kept(vault) == {}
