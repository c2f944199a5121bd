"""The package is what runs: unpacked into an empty folder, indexed and called by Microsoft's own worker, with nothing else to lean on."""

import _imp
import json
import re
import subprocess
import zipfile
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from functions.index import ENDPOINTS
from local.settings_file import signing_keys
from scripts import package
from tests.files import a_text_pdf
from tests.registered import registered
from tests.settings import PROTECTION_KEY

ROOT = Path(__file__).resolve().parents[2]
WORKER = ("azure-functions-runtime", "azurefunctions-extensions-base")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def python() -> str:
    try:
        return package.find_python()
    except package.PackageError as error:
        pytest.skip(f"no bytecode can be made and no worker run here, in `check` of GitHub they are: {error}")


@pytest.fixture(scope="module")
def built(python: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    target = tmp_path_factory.mktemp("package") / "package.zip"
    return target, package.build(target, python)


@pytest.fixture(scope="module")
def unpacked(built: tuple[Path, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpack(built[0], tmp_path_factory.mktemp("unpacked"))


def unpack(target: Path, folder: Path) -> Path:
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def taken(built: tuple[Path, dict[str, Any]], python: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Microsoft's worker makes of it, in a folder of its own: the others look at what was unpacked and never run."""
    root = unpack(built[0], tmp_path_factory.mktemp("wwwroot"))
    worker = tmp_path_factory.mktemp("worker")
    locked = (ROOT / "requirements-dev.txt").read_text()
    wanted = [re.search(rf"^{name}==.*(?:\n +--hash=.*)*", locked, re.MULTILINE) for name in WORKER]
    (worker / "requirements.txt").write_text("\n".join(found.group() for found in wanted if found))
    command = [
        python,
        "-m",
        "pip",
        "install",
        "-q",
        "--disable-pip-version-check",
        "--no-deps",
        "--require-hashes",
        "-t",
        str(worker),
    ]
    subprocess.run([*command, "-r", str(worker / "requirements.txt")], check=True, capture_output=True, timeout=300)
    run = subprocess.run(
        [python, "-I", "-S", str(ROOT / "tests/infra/worker.py"), str(root), str(worker)],
        input=a_text_pdf("Well 7 was shut in.", "Page two"),
        capture_output=True,
        cwd=worker,
        env={"PATH": "/usr/bin:/bin", "TOKEN_SIGNING_KEYS": signing_keys(), "PROTECTION_KEYS": PROTECTION_KEY},
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    said: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    assert "problem" not in said, said
    return said


def test_microsofts_worker_finds_every_function_and_no_other(
    built: tuple[Path, dict[str, Any]], taken: dict[str, Any]
) -> None:
    routes = {
        name: (binding["methods"], binding["route"])
        for name, bindings in taken["functions"].items()
        for binding in bindings
        if binding["type"] == "httpTrigger"
    }
    assert routes == {one.name: ([one.method], one.route) for one in ENDPOINTS}
    background = {one.get_function_name() for one in registered()} - set(routes)
    assert set(taken["functions"]) == set(routes) | background
    assert set(built[1]["functions"]) == set(taken["functions"])
    assert background


def test_it_answers_and_draws_with_what_it_brings_along(taken: dict[str, Any]) -> None:
    assert taken["answer"] == {"status": "200", "body": '{"status":"ok"}'}
    assert taken["pictures"] == 2
    assert taken["outside"] == []


def test_nothing_is_deployed_but_the_app_and_its_dependencies(unpacked: Path) -> None:
    assert {path.name for path in unpacked.iterdir()} == {*package.APP, ".python_packages", "__pycache__"}
    source = {
        path.relative_to(ROOT).as_posix() for name in ("functions", "shared") for path in (ROOT / name).rglob("*.py")
    }
    assert source == {
        path.relative_to(unpacked).as_posix()
        for name in ("functions", "shared")
        for path in (unpacked / name).rglob("*.py")
    }
    assert not any(path.suffix in {".exe", ".pdb"} for path in unpacked.rglob("*"))


def test_dependencies_are_those_of_the_lock(unpacked: Path, python: str) -> None:
    metadata = [path.read_text(encoding="utf-8") for path in (unpacked / package.PACKAGES).glob("*.dist-info/METADATA")]
    named = {_normal(_field("Name", text)): _field("Version", text) for text in metadata}
    for name, version, marker in re.findall(
        r"^([\w.-]+)==(\S+)(?: ; (.*?))? \\$", (ROOT / "requirements.txt").read_text(), re.MULTILINE
    ):
        if "<" in marker and "python_full_version" in marker:
            continue  # of an older Python
        assert named.pop(_normal(name)) == version
    assert named == {}


def test_the_list_of_materials_names_every_dependency_and_its_licence(
    built: tuple[Path, dict[str, Any]], unpacked: Path
) -> None:
    found = json.loads(built[0].with_suffix(".sbom.json").read_text())
    assert found["metadata"]["component"]["hashes"] == [{"alg": "SHA-256", "content": built[1]["sha256"]}]
    installed = {path.parent.name for path in (unpacked / package.PACKAGES).glob("*.dist-info/METADATA")}
    assert len(found["components"]) == len(installed)
    for component in found["components"]:
        assert component["purl"] == f"pkg:pypi/{_normal(component['name'])}@{component['version']}"
        assert component["licenses"], component["name"]
        assert "AGPL" not in str(component["licenses"])


def test_all_bytecode_is_valid_and_never_compared_with_its_source(unpacked: Path) -> None:
    sources = sorted((unpacked / "shared").rglob("*.py")) + sorted((unpacked / package.PACKAGES).rglob("*.py"))
    assert len(sources) > 1000
    for source in sources:
        bytecode = source.parent / "__pycache__" / f"{source.stem}.cpython-313.pyc"
        if not bytecode.exists():
            with pytest.raises(SyntaxError):  # templates and the like, which nobody imports
                compile(source.read_bytes(), source.name, "exec")
            continue
        head = bytecode.read_bytes()[:16]
        assert int.from_bytes(head[4:8], "little") == 0b01, source  # by hash, not to be checked
        assert head[8:] == _imp.source_hash(int.from_bytes(head[:4], "little"), source.read_bytes()), source


def test_the_same_input_gives_the_same_bytes(
    built: tuple[Path, dict[str, Any]], unpacked: Path, python: str, tmp_path: Path
) -> None:
    """Once more, elsewhere, with files that were made at other times by a user with other habits; the wheels are fixed by their hashes."""
    stage = tmp_path / "a" / "longer" / "path"
    for path in sorted(unpacked.rglob("*"), reverse=True):
        if path.is_file() and path.suffix != ".pyc" and path.is_relative_to(unpacked / package.PACKAGES):
            to = stage / path.relative_to(unpacked)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
            to.chmod(0o755)
    package.copy_app(stage)
    package.compile_all(stage, python)
    names = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
    again = tmp_path / "again.zip"
    package.write_zip(again, stage, names)
    assert package.content_hash(stage, names) == built[1]["contentSha256"]
    assert again.read_bytes() == built[0].read_bytes()


def test_it_says_how_large_it_is_and_how_long_a_cold_import_takes(
    built: tuple[Path, dict[str, Any]], unpacked: Path
) -> None:
    target, described = built
    assert json.loads(target.with_suffix(".json").read_text()) == described
    assert described["bytes"] == target.stat().st_size
    assert described["unpackedBytes"] == sum(path.stat().st_size for path in unpacked.rglob("*") if path.is_file())
    assert described["coldImport"]["cpuMs"] > 0


def test_what_core_tools_would_publish_is_the_same_app() -> None:
    """`func azure functionapp publish` goes by .funcignore."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    rules = [line.rstrip("/") for line in (ROOT / ".funcignore").read_text().split()]
    left = {name for name in {path.split("/")[0] for path in tracked} if not any(fnmatch(name, rule) for rule in rules)}
    assert left == {*package.APP, "requirements.txt"}


def _field(name: str, metadata: str) -> str:
    found = re.search(rf"^{name}: (.*)$", metadata, re.MULTILINE)
    assert found
    return found.group(1).strip()


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
