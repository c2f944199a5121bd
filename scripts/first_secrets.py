"""Make the keys of a new deployment in its Key Vault, once: `python -m scripts.first_secrets VAULT`, signed in with the Azure CLI.

What is there already is left alone; rotating is docs/runbooks/rotate-keys.md. The provisioning key is printed, since the vault keeps
its hash only: whoever has it may set up organisations.
"""

import argparse
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cryptography.fernet import Fernet  # noqa: E402

from local.settings_file import hashed, signing_keys  # noqa: E402

SECONDS = 60.0  # for one call of the CLI
PATIENCE = 600.0  # seconds that a role just given may take to be heard of
PAUSE = 15.0


class VaultError(RuntimeError):
    """The CLI's own words."""


def exists(vault: str, name: str) -> bool:
    """Errors: VaultError when the vault does not let us look, or does not answer."""
    run = _az("show", vault, name, "--query", "id")
    if run.returncode == 0:
        return True
    if "SecretNotFound" in run.stderr:
        return False
    raise VaultError(run.stderr.strip())


def keep(vault: str, name: str, value: str) -> None:
    """By a file that only we can read: arguments are seen by everybody on the machine. Errors: VaultError."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(value)
        file.flush()
        run = _az("set", vault, name, "--file", file.name, "--query", "id")
    if run.returncode != 0:
        raise VaultError(run.stderr.strip())


def make(vault: str, say: Callable[[str], None]) -> None:
    """Errors: VaultError. May be repeated after one: what was made stays."""
    provisioning_key = secrets.token_urlsafe(32)
    makers: dict[str, Callable[[], str]] = {
        "token-signing-keys": signing_keys,
        "protection-keys": lambda: Fernet.generate_key().decode(),
        "provisioning-key-hash": lambda: hashed(provisioning_key),
    }
    for name, maker in makers.items():
        if exists(vault, name):
            say(f"{name}: is there, left alone")
            continue
        keep(vault, name, maker())
        say(f"{name}: made")
        if name == "provisioning-key-hash":
            say(f"The provisioning key, shown this once:\n{provisioning_key}")


def make_patiently(vault: str, say: Callable[[str], None], patience: float) -> None:
    """Waits while the vault does not know yet who may write to it. Errors: VaultError."""
    end = time.monotonic() + patience
    while True:
        try:
            return make(vault, say)
        except VaultError as error:
            if "Forbidden" not in str(error) or time.monotonic() + PAUSE > end:
                raise
        say("the vault does not let us in yet; trying again")
        time.sleep(PAUSE)


def _az(verb: str, vault: str, name: str, *more: str) -> subprocess.CompletedProcess[str]:
    command = ["az", "keyvault", "secret", verb, "--vault-name", vault, "--name", name, *more, "--output", "tsv"]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise VaultError(f"the Azure CLI: {type(error).__name__}") from error


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.first_secrets", description=__doc__)
    parser.add_argument("vault", help="name of the Key Vault")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds to wait for a role just given")
    given = parser.parse_args()
    try:
        make_patiently(given.vault, print, given.patience)
    except VaultError as error:
        print(error, file=sys.stderr)
        print("Are you one of SECRET_KEEPER_IDS? Run it again then: what was made stays.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
