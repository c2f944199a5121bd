"""The SDK's own quick tests against the server with two ranges per container: what passed once has to go on passing."""

from pathlib import Path

import pytest

from tests.cosmos_suite import running, selection, source


def test_a_test_that_fails_is_gone_or_was_skipped_is_lost() -> None:
    before = ["a.py::same", "a.py::fails", "a.py::gone", "a.py::skipped", "b.py::not_run"]
    now = {"a.py::same": "passed", "a.py::fails": "failed", "a.py::skipped": "skipped", "a.py::new": "failed"}
    assert selection.lost(before, now, ["a.py"]) == ["a.py::fails", "a.py::gone", "a.py::skipped"]


def test_lists_name_what_the_baseline_knows() -> None:
    frozen = {test.partition("::")[0] for test in selection.baseline()}
    assert frozen >= {*selection.files("quick"), *selection.files("app")}
    known = selection.baseline()
    assert all(any(test.startswith(prefix) for test in known) for prefix in selection.one_range())
    assert not any(test.startswith(prefix) for test in known for prefix in selection.left_out("quick"))


def test_a_folder_without_the_tests_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(source.FOLDER, str(tmp_path))
    with pytest.raises(source.TestsMissingError, match="does not hold the tests"):
        source.sdk_tests()
    (tmp_path / "test_config.py").touch()
    assert source.sdk_tests() == tmp_path


@pytest.mark.parametrize("index", ["http://127.0.0.1:1/simple", None])
def test_a_distribution_that_cannot_be_had_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: str | None
) -> None:
    monkeypatch.delenv(source.FOLDER, raising=False)
    monkeypatch.setattr(source, "CACHE", tmp_path)
    if index is None:
        monkeypatch.setattr(source.importlib.metadata, "version", lambda _name: "0.0.1")
    else:
        monkeypatch.setenv("PIP_INDEX_URL", index)
        monkeypatch.setenv("PIP_RETRIES", "0")
        monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    with pytest.raises(source.TestsMissingError, match="cannot be fetched" if index else "does not pin"):
        source.sdk_tests()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_no_test_of_the_quick_list_is_lost(tmp_path: Path) -> None:
    try:
        tests = source.sdk_tests()
    except source.TestsMissingError as error:
        pytest.skip(f"{error}; {source.FOLDER} may name a folder that holds them")
    suite = running.Suite(tests, logs=tmp_path, data=tmp_path)
    outcomes = suite.run("quick", 2, lambda _label, _found: None)
    assert selection.lost(selection.baseline(), outcomes, selection.files("quick")) == []
