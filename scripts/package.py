"""Build what is deployed: build/package.zip, with what is in it (package.json) and of what it is made (package.sbom.json).

The code, its dependencies from the hashed lock as wheels for Linux x86-64 and CPython 3.13, and bytecode that the worker takes
without looking at times or sources. The same input gives the same bytes. It takes Python 3.13 to make its bytecode; any Python that
`make` uses may run this script.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from scripts.sbom import bill_of_materials  # noqa: E402

VERSION = "3.13"  # of the Functions app; its bytecode fits no other
APP = ("function_app.py", "host.json", "functions", "shared")
PACKAGES = Path(".python_packages/lib/site-packages")  # where the worker looks for dependencies
DEPLOYED = "/home/site/wwwroot"  # what tracebacks show
PLATFORMS = [f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)] + [
    "manylinux2014_x86_64",
    "manylinux1_x86_64",
]
LEFT_OUT = {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}  # what pip says of itself; differs between machines
MOMENT = (1980, 1, 1, 0, 0, 0)  # of every file; the first a zip can express
MAX_UNPACKED = 500 * 1024**2  # an instance copies all of it at every cold start


class PackageError(RuntimeError):
    """The package could not be built; the message says what to do."""


def build(target: Path, python: str, *, wheels: Path | None = None) -> dict[str, Any]:
    """Write `target` (zip), its description, which is returned, and its list of materials. `wheels`: a folder to take them from.

    Errors: PackageError.
    """
    with tempfile.TemporaryDirectory(prefix="package-") as folder:
        stage = Path(folder)
        copy_app(stage)
        install(stage / PACKAGES, python, wheels)
        compile_all(stage, python)
        names = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
        target.parent.mkdir(parents=True, exist_ok=True)
        write_zip(target, stage, names)
        unpacked = sum((stage / name).stat().st_size for name in names)
        if unpacked > MAX_UNPACKED:
            raise PackageError(
                f"{unpacked / 1024**2:.0f} MB unpacked; no more than {MAX_UNPACKED // 1024**2} are let through"
            )
        described = {
            "python": VERSION,
            "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
            "contentSha256": content_hash(stage, names),
            "bytes": target.stat().st_size,
            "unpackedBytes": unpacked,
            "files": len(names),
            **look_at(stage, python),
        }
        materials = bill_of_materials(stage / PACKAGES, target.name, described["sha256"])
    for suffix, content in ((".json", described), (".sbom.json", materials)):
        target.with_suffix(suffix).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return described


def copy_app(stage: Path) -> None:
    """The code that runs in Azure and nothing else: no tests, page, local stack or documents."""
    for path in app_files():
        to = stage / path
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, to)


def app_files() -> Iterator[Path]:
    for name in APP:
        found = ROOT / name
        for path in sorted(found.rglob("*")) if found.is_dir() else [found]:
            if path.is_file() and path.suffix != ".pyc" and not path.name.startswith("."):
                yield path.relative_to(ROOT)


def install(folder: Path, python: str, wheels: Path | None) -> None:
    """Wheels only: nothing is built here, and nothing whose hash is not in the lock gets in."""
    source = ["--no-index", "--find-links", str(wheels)] if wheels else []
    platforms = [part for name in PLATFORMS for part in ("--platform", name)]
    _run(
        python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-compile", "--no-deps",
        "--require-hashes", "--only-binary=:all:", "--implementation", "cp", "--python-version", VERSION, *platforms, *source,
        "--target", str(folder), "-r", str(ROOT / "requirements.txt"),
    )  # fmt: skip
    shutil.rmtree(
        folder / "bin", ignore_errors=True
    )  # commands: nobody calls them, and they name this machine's Python
    for path in folder.glob("*.dist-info/*"):
        if path.name in LEFT_OUT:
            path.unlink()


def compile_all(stage: Path, python: str) -> None:
    """Bytecode that is never compared with its source: times in a zip are no guide, and the folder in Azure is read-only."""
    arguments = ["--invalidation-mode", "unchecked-hash", "-s", str(stage), "-p", DEPLOYED]
    _run(python, "-I", "-m", "compileall", "-q", *arguments, str(stage))


def write_zip(target: Path, stage: Path, names: list[str]) -> None:
    with zipfile.ZipFile(target, "w") as package:
        for name in names:
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.create_system = 3  # Unix, on whatever machine this runs
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, (stage / name).read_bytes())


def content_hash(stage: Path, names: list[str]) -> str:
    """SHA-256 over names and contents: the same where another zlib packs the same files into other bytes."""
    total = hashlib.sha256()
    for name in names:
        content = (stage / name).read_bytes()
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


LOOK = """
import json, sys, threading, time
threading.Thread.start = lambda self: None  # what a worker does beside its first request is no part of its start
began, worked = time.perf_counter(), time.process_time()
import function_app
took, cpu = time.perf_counter() - began, time.process_time() - worked
census = {one.get_function_name(): one.get_trigger().get_binding_name() for one in function_app.app.get_functions()}
print(json.dumps({"seconds": took, "cpu": cpu, "modules": len(sys.modules), "functions": dict(sorted(census.items()))}))
"""


def look_at(stage: Path, python: str, rounds: int = 5) -> dict[str, Any]:
    """Import it as a cold start does, from the package alone: `coldImport` in milliseconds (median of fresh processes) and `functions`.

    Only possible where its binaries run; elsewhere both are left out.
    """
    if not (sys.platform == "linux" and os.uname().machine == "x86_64"):
        return {}
    start = f"import sys; sys.path[:0] = [{str(stage)!r}, {str(stage / PACKAGES)!r}]\n"
    runs = [json.loads(_run(python, "-I", "-S", "-B", "-c", start + LOOK).splitlines()[-1]) for _ in range(rounds)]
    middle = sorted(runs, key=lambda run: run["cpu"])[rounds // 2]
    took = {
        "wallMs": round(middle["seconds"] * 1000),
        "cpuMs": round(middle["cpu"] * 1000),
        "modules": middle["modules"],
    }
    return {"coldImport": took, "functions": middle["functions"]}


def find_python() -> str:
    """A Python 3.13 with pip: $PYTHON, this one, one on PATH, or one installed beside this one. Errors: PackageError."""
    wanted = "import sys, pip; sys.exit('.'.join(map(str, sys.version_info[:2])) != sys.argv[1])"
    beside = sorted(Path(sys.base_prefix).parent.glob(f"*{VERSION}*/bin/python{VERSION}"))
    for candidate in (os.environ.get("PYTHON"), sys.executable, f"python{VERSION}", "python3", *map(str, beside)):
        if candidate and shutil.which(candidate):
            tried = subprocess.run([candidate, "-I", "-c", wanted, VERSION], capture_output=True, check=False)
            if tried.returncode == 0:
                return candidate
    raise PackageError(
        f"The package needs a Python {VERSION} with pip. None is named by PYTHON, runs this, is on PATH, or is installed beside "
        f"this one. Name one: PYTHON=/path/to/python{VERSION}"
    )


def _run(*command: str) -> str:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackageError(f"{' '.join(command[:4])} ... failed:\n{done.stderr.strip()[-3000:]}")
    return done.stdout


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "package.zip")
    parser.add_argument("--wheels", type=Path, help="take the wheels from this folder instead of the index")
    given = parser.parse_args()
    try:
        found = build(given.output, find_python(), wheels=given.wheels)
    except PackageError as error:
        print(f"\n  {error}\n", file=sys.stderr)
        return 1
    print(
        f"{given.output}: {found['bytes'] / 1024**2:.1f} MB, {found['unpackedBytes'] / 1024**2:.1f} MB unpacked, {found['files']} files"
    )
    print(f"sha256 {found['sha256']}")
    if "functions" in found:
        cold = found["coldImport"]
        print(
            f"{len(found['functions'])} functions; cold import {cold['wallMs']} ms, {cold['cpuMs']} ms of processor time"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
