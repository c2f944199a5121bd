import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from local.children import StackError
from local.demo_files import demo_files
from local.ports import Ports, PortTaken
from local.provision import definition
from local.settings_file import ensure_provisioning_key, ensure_settings, hashed
from local.stack import _remove_data, lock_data
from local.toolchain import ROOT, digest, is_stamped, stamp
from shared.documents.inspection import Sample, detect, fits_name


def test_a_taken_port_is_named_with_the_option_that_chooses_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"{number} \(cosmos\).*--cosmos-port"):
            Ports(**{**dict.fromkeys(vars(Ports()), 0), "cosmos": number}).check()


def test_the_command_line_says_so_too(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "local", "--data", str(tmp_path), "--port", str(taken.getsockname()[1])]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "is taken by another program. Choose another with --port" in run.stderr
    assert "Traceback" not in run.stderr


def test_two_stacks_never_share_their_data(tmp_path: Path):
    first = lock_data(tmp_path)
    with pytest.raises(StackError, match="already running"):
        lock_data(tmp_path)
    first.close()
    lock_data(tmp_path).close()


def test_starting_afresh_keeps_the_fetched_tools_only(tmp_path: Path):
    for name in ("tools", "azurite"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text("x")
    (tmp_path / "cosmos.sqlite").write_text("x")
    _remove_data(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["tools"]


def test_settings_are_made_once_with_secrets_of_their_own(tmp_path: Path):
    apps = [tmp_path / "a", tmp_path / "b"]
    made = []
    for app in apps:
        app.mkdir()
        (app / "local.settings.example.json").write_text((ROOT / "local.settings.example.json").read_text())
        made.append(json.loads(ensure_settings(app, "key").read_text())["Values"])
    assert made[0]["TOKEN_SIGNING_KEYS"] != made[1]["TOKEN_SIGNING_KEYS"]
    assert made[0]["PROVISIONING_KEY_HASH"] == hashed("key")
    assert "<generated" not in json.dumps(made)
    assert json.loads(ensure_settings(apps[0], "another").read_text())["Values"] == made[0]
    assert (apps[0] / "local.settings.json").stat().st_mode & 0o077 == 0


def test_settings_that_came_later_are_added_and_the_others_stay(tmp_path: Path):
    example = json.loads((ROOT / "local.settings.example.json").read_text())
    (tmp_path / "local.settings.example.json").write_text(json.dumps(example))
    mine = {"SMTP_PORT": "2525", "MINE": "kept", "TOKEN_SIGNING_KEYS": "kept too"}
    (tmp_path / "local.settings.json").write_text(
        json.dumps({"IsEncrypted": False, "Values": mine, "Host": {"CORS": "*"}})
    )
    settings = json.loads(ensure_settings(tmp_path, "key").read_text())
    assert settings["Values"].keys() == example["Values"].keys() | {"MINE"}
    assert {name: settings["Values"][name] for name in mine} == mine
    assert len(settings["Values"]["PROTECTION_KEYS"]) == 44
    assert settings["Host"] == {"CORS": "*"}
    before = (tmp_path / "local.settings.json").stat().st_mtime_ns
    ensure_settings(tmp_path, "another")
    assert (tmp_path / "local.settings.json").stat().st_mtime_ns == before


def test_the_provisioning_key_is_for_its_owner_only(tmp_path: Path):
    key = ensure_provisioning_key(tmp_path)
    assert len(key) >= 32
    assert ensure_provisioning_key(tmp_path) == key
    assert (tmp_path / "provisioning-key").stat().st_mode & 0o077 == 0


def test_demo_files_are_what_their_names_say():
    for file in demo_files(7):
        content = file.content
        assert fits_name(file.name, detect(Sample.of(content))), file.name


def test_the_same_number_makes_the_same_demo_data():
    assert [file.content for file in demo_files(3)] == [file.content for file in demo_files(3)]
    assert [file.content for file in demo_files(3)] != [file.content for file in demo_files(4)]


def test_a_stamp_holds_until_a_source_changes(tmp_path: Path):
    source, made = tmp_path / "src", tmp_path / "made"
    source.mkdir()
    made.mkdir()
    (source / "a").write_text("1")
    assert not is_stamped(made, source)
    stamp(made, source)
    assert is_stamped(made, source)
    before = digest(source)
    (source / "a").write_text("2")
    assert not is_stamped(made, source) and digest(source) != before


def test_every_sort_that_is_offered_has_its_composite_index():
    containers = {one["id"]: one for one in definition()["containers"]}

    def indexed(container: str) -> set[tuple[str, str]]:
        composite = containers[container]["indexingPolicy"]["compositeIndexes"]
        assert all(paths[-1]["path"] == "/id" and len({path["order"] for path in paths}) == 1 for paths in composite)
        return {(paths[0]["path"].removeprefix("/"), paths[0]["order"]) for paths in composite if len(paths) == 2}

    document = json.loads((ROOT / "docs/api/openapi.json").read_text())
    for path, container in (("/v1/documents", "documents"), ("/v1/users", "directory"), ("/v1/reports", "reports")):
        parameters = document["paths"][path]["get"]["parameters"]
        sorts = next(one["schema"]["enum"] for one in parameters if one["name"] == "sort")
        wanted = {(sort.removeprefix("-"), "descending" if sort.startswith("-") else "ascending") for sort in sorts}
        assert wanted - {("id", "ascending"), ("id", "descending")} <= indexed(container), container
