"""Where the SDK's tests come from: its source distribution on PyPI, or a folder that holds them."""

import importlib.metadata
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".local" / "cosmos-suite"
FOLDER = "COSMOS_SDK_TESTS"


class TestsMissingError(RuntimeError):
    """The tests could not be had; the message says why."""


def sdk_tests() -> Path:
    """The folder of the SDK's tests, fetched if missing. COSMOS_SDK_TESTS names one that is there already."""
    if named := os.environ.get(FOLDER):
        return _checked(Path(named))
    version = importlib.metadata.version("azure-cosmos")
    found = CACHE / f"azure_cosmos-{version}" / "tests"
    if not found.is_dir():
        _fetch(version)
    return _checked(found)


def _checked(folder: Path) -> Path:
    if not (folder / "test_config.py").is_file():
        raise TestsMissingError(f"{folder} does not hold the tests of azure-cosmos")
    return folder


def _fetch(version: str) -> None:
    """Download the distribution that requirements.txt names by its hash, and unpack its tests only."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        folder = Path(name)
        (folder / "pinned.txt").write_text(_pinned(version))
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet"]
        options = ["--no-deps", "--no-binary", "azure-cosmos", "--require-hashes", "-r", "pinned.txt", "-d", "."]
        try:
            subprocess.run(
                [*pip, *options],
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=300,
                stdin=subprocess.DEVNULL,
                check=True,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            said = " ".join(str(error.stderr or "no answer in time").split())[-300:]
            raise TestsMissingError(
                f"the source distribution of azure-cosmos {version} cannot be fetched: {said}"
            ) from None
        with tarfile.open(folder / f"azure_cosmos-{version}.tar.gz") as archive:
            _unpack(archive, f"azure_cosmos-{version}/tests", folder)
        # A whole folder or none, whoever else fetches at the same time.
        (CACHE / f"azure_cosmos-{version}").mkdir(exist_ok=True)
        (folder / f"azure_cosmos-{version}" / "tests").rename(CACHE / f"azure_cosmos-{version}" / "tests")


def _unpack(archive: tarfile.TarFile, under: str, folder: Path) -> None:
    """Files only, and none beside the folder: the filters of tarfile came with Python 3.11.4."""
    for member in archive.getmembers():
        target = (folder / member.name).resolve()
        if member.isfile() and target.is_relative_to((folder / under).resolve()):
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.extractfile(member) as content:  # type: ignore[union-attr]  # a file has some
                target.write_bytes(content.read())


def _pinned(version: str) -> str:
    text = (ROOT / "requirements.txt").read_text()
    found = re.search(rf"^azure-cosmos=={re.escape(version)} \\\n(?:    --hash=\S+(?: \\)?\n)+", text, re.MULTILINE)
    if found is None:
        raise TestsMissingError(f"requirements.txt does not pin azure-cosmos {version}, which is installed")
    return found[0].rstrip().removesuffix("\\") + "\n"
