"""Settings, host.json and what becomes of both."""

import json
from pathlib import Path
from typing import Any

import pytest

from local.host.hostjson import load_host_json
from local.host.retry import RetryPolicy
from local.host.settings import DEVELOPMENT_STORAGE, Settings, SettingsError, load_local_settings
from local.host.watching import SourceFilter, forget_bytecode

pytestmark = pytest.mark.whitebox("how our host reads settings")


def host_json(folder: Path, content: dict[str, Any] | None = None, **environment: str) -> Any:
    (folder / "host.json").write_text(json.dumps({"version": "2.0", **(content or {})}))
    return load_host_json(folder, environment)


def test_45_a_connection_is_looked_for_with_the_prefix_first() -> None:
    settings = Settings(
        {"AzureWebJobsMine": "first", "Mine": "second", "Other": "plain", "ConnectionStrings:Third": "third"}
    )
    assert settings.connection("Mine").text == "first"
    assert settings.connection("Other").text == "plain"
    assert settings.connection("Third").text == "third"


def test_45_without_a_name_it_is_the_storage_of_the_host() -> None:
    assert Settings({"AzureWebJobsStorage": "UseDevelopmentStorage=true"}).connection("").text == DEVELOPMENT_STORAGE


def test_45_a_section_is_a_connection_by_identity() -> None:
    settings = Settings({"Queues__queueServiceUri": "https://q", "QUEUES__Credential": "managedidentity"})
    found = settings.connection("Queues")
    assert (found.text, dict(found.section)) == ("", {"queueserviceuri": "https://q", "credential": "managedidentity"})


def test_45_no_connection() -> None:
    with pytest.raises(SettingsError, match="'Nothing' has no setting"):
        Settings({}).connection("Nothing")


def test_57_percent_names_are_replaced_wherever_they_stand() -> None:
    settings = Settings({"A": "one", "b": "two"})
    assert settings.resolve("%A%-x-%B%") == "one-x-two"
    assert settings.resolve("no names, 100 %") == "no names, 100 %"
    with pytest.raises(SettingsError, match="'%C%' does not resolve"):
        settings.resolve("%C%")


def test_58_values_keep_their_meaning_as_text(tmp_path: Path) -> None:
    values = {"Yes": True, "Number": 5, "Nothing": None}
    (tmp_path / "local.settings.json").write_text(json.dumps({"Values": values, "ConnectionStrings": {"Db": "x"}}))
    environment: dict[str, str] = {}
    load_local_settings(tmp_path, environment)
    assert environment == {"Yes": "true", "Number": "5", "Nothing": "", "ConnectionStrings:Db": "x"}


def test_58_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "local.settings.json").write_text('{"IsEncrypted": true}')
    with pytest.raises(SettingsError, match="encrypted"):
        load_local_settings(tmp_path, {})


def test_58_comments_and_a_byte_order_mark_are_read_over(tmp_path: Path) -> None:
    (tmp_path / "local.settings.json").write_text(
        '\ufeff{\n  // a comment\n  "Values": {"A": "// none"}\n}', encoding="utf-8"
    )
    environment: dict[str, str] = {}
    load_local_settings(tmp_path, environment)
    assert environment == {"A": "// none"}


def test_59_every_key_can_be_overridden_in_any_case(tmp_path: Path) -> None:
    content = {"extensions": {"queues": {"batchSize": 3}}, "functions": ["one", "two"]}
    settings = {
        "AzureFunctionsJobHost__extensions__Queues__BATCHSIZE": "7",
        "AzureFunctionsJobHost__functions__1": "other",
        "azurefunctionsjobhost__logging__logLevel__default": "Warning",
    }
    options = host_json(tmp_path, content, **settings)
    assert options.queues.batch_size == 7
    assert options.functions == {"one", "other"}
    assert options.level("Function.x") == 30


def test_59_defaults_are_those_of_the_host(tmp_path: Path) -> None:
    options = host_json(tmp_path)
    assert (options.http.route_prefix, options.function_timeout, options.functions) == ("api", 1800, None)
    assert (options.queues.batch_size, options.queues.max_dequeue_count, options.queues.base64) == (16, 5, True)
    assert options.queues.new_batch_threshold == 8
    assert host_json(tmp_path, {"functionTimeout": "-1"}).function_timeout is None


@pytest.mark.parametrize(
    "content",
    [
        {"version": "1.0"},
        {"extensions": {"queues": {"batchSize": 33}}},
        {"extensions": {"queues": {"messageEncoding": "utf8"}}},
        {"extensions": {"queues": {"visibilityTimeout": "5 seconds"}}},
        {"functionTimeout": "00:00:00"},
        {"logging": {"logLevel": {"default": "Loud"}}},
    ],
)
def test_59_a_value_out_of_range_is_refused(tmp_path: Path, content: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        host_json(tmp_path, content)


def test_the_longest_category_decides_the_level(tmp_path: Path) -> None:
    levels = {"default": "Warning", "Function": "Information", "Function.noisy": "Error"}
    options = host_json(tmp_path, {"logging": {"logLevel": levels}})
    assert [options.level(name) for name in ("Host", "Function.other", "Function.noisy.User")] == [30, 20, 40]


def test_55_exponential_retries_grow_to_their_limit() -> None:
    settings = {
        "strategy": "exponential_backoff",
        "max_retry_count": "3",
        "minimum_interval": "00:00:02",
        "maximum_interval": "00:00:10",
    }
    policy = RetryPolicy.of(settings)
    delays = [policy.delay(retry) for retry in range(1, 8)]
    assert all(2 <= delay <= 10 for delay in delays)
    assert delays[-1] == 10
    assert [policy.allows(retry) for retry in (1, 3, 4)] == [True, True, False]


def test_63_which_files_restart_the_app(tmp_path: Path) -> None:
    (tmp_path / ".funcignore").write_text("# not deployed\ntests/\n*.tmp.py\ndocs\n")
    watched = SourceFilter(tmp_path)
    names = (
        "a.py",
        "x/y.py",
        "host.json",
        "local.settings.json",
        "x/host.json",
        "a.txt",
        "__pycache__/a.py",
        ".venv/a.py",
    )
    names += ("tests/a.py", "x/a.tmp.py", "docs/deep/a.py", "node_modules/a.py")
    assert [name for name in names if watched(1, str(tmp_path / name))] == [
        "a.py",
        "x/y.py",
        "host.json",
        "local.settings.json",
    ]


def test_63_bytecode_of_a_changed_source_is_forgotten(tmp_path: Path) -> None:
    import py_compile

    source = tmp_path / "a.py"
    source.write_text("x = 1")
    compiled = Path(py_compile.compile(str(source)) or "")
    assert compiled.exists()
    forget_bytecode([source, tmp_path / "never_compiled.py", tmp_path / "host.json"])
    assert not compiled.exists()
