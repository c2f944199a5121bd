"""Each of these mistakes would deploy, or look as if it had. The rules notice every one."""

import shutil
import tomllib
from pathlib import Path

import pytest

from tests.infra.infrastructure import COPIED, ROOT, Infrastructure
from tests.infra.test_policy import RULES

PLANTED = tomllib.loads((Path(__file__).parent / "planted.toml").read_text(encoding="utf-8"))["planted"]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted["name"])
def test_a_mistake_is_noticed(planted: dict[str, str], tmp_path: Path) -> None:
    for name in COPIED:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    file = tmp_path / planted["file"]
    before = file.read_text(encoding="utf-8")
    assert planted["old"] in before, "the place to plant it is gone"
    file.write_text(before.replace(planted["old"], planted["new"], 1), encoding="utf-8")
    infra, met = Infrastructure(tmp_path), list[str]()
    for problem in (problem for rule in RULES for problem in rule(infra)):
        met.append(problem)
        if planted["noticed"] in problem:
            return
    pytest.fail(f"nobody noticed; there was {met}")
