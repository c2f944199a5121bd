"""What libraries say reaches Application Insights through the host: everything from INFO up, whatever its category."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from shared.kit.library_logs import LIBRARIES, tame_library_logs
from tests.settings import settings_for

STRANGER = "mallory@rig.example"
LEVELS = ("", *LIBRARIES)


@pytest.fixture
def worker_logs(caplog):
    """The worker's handler hangs on the root logger and takes INFO. Afterwards logging is as it was."""
    before = logging.getLogRecordFactory(), {name: logging.getLogger(name).level for name in LEVELS}
    logging.setLogRecordFactory(logging.LogRecord)
    for name in LEVELS:
        logging.getLogger(name).setLevel(logging.INFO if name == "" else logging.NOTSET)
    yield caplog
    logging.setLogRecordFactory(before[0])
    for name, level in before[1].items():
        logging.getLogger(name).setLevel(level)


async def test_the_sdks_would_tell_addresses_of_items_and_do_not(worker_logs, client):
    async def said():
        worker_logs.clear()
        answer = await client.post("v1/auth/sign-in", {"email": STRANGER, "password": "Wrong-Horse-1"})
        assert answer.status == 401
        return [record for record in worker_logs.records if "mallory" in record.getMessage()]

    assert await said() != []  # the reason for this module; gone, it may go too
    tame_library_logs()
    assert await said() == []
    assert [record.name for record in worker_logs.records] == ["petroconnect"]


def test_warnings_and_errors_of_libraries_are_redacted(worker_logs):
    tame_library_logs()
    tame_library_logs()
    logging.getLogger("azure.cosmos").warning("no %s in %s", f"email:{STRANGER}", "identities")
    try:
        raise KeyError(STRANGER)
    except KeyError:
        logging.getLogger("asyncio").exception("Task exception was never retrieved")
    first, second = worker_logs.records
    assert first.getMessage() == "no email:<e-mail> in identities"
    assert second.getMessage().startswith("Task exception") and "KeyError" in second.getMessage()
    assert second.exc_info is None and "mallory" not in second.getMessage()


def test_a_text_that_does_not_fit_its_arguments_breaks_nothing(worker_logs):
    tame_library_logs()
    logging.getLogger("redis").warning("%d of %d", 7)
    assert [record.getMessage() for record in worker_logs.records] == ["%d of %d"]


def test_the_app_tames_them_when_it_is_imported():
    worker = (
        "import logging, threading; logging.getLogger().setLevel(logging.INFO); threading.Thread.start = lambda _: None"
    )
    asked = "print(*(logging.getLogger(name).isEnabledFor(logging.INFO) for name in ('azure.core', 'petroconnect')))"
    run = subprocess.run(
        [sys.executable, "-c", f"{worker}; import function_app; {asked}"],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert run.stdout.split() == ["False", "True"]


def test_settings_that_are_refused_are_not_quoted():
    """Every function asks for them, and what a function raises is told by the host."""
    with pytest.raises(ValidationError) as caught:
        settings_for(storage="x").model_validate(
            {"protection_keys": ["".join(["my ", "secret"])], "smtp_port": "my secret"}
        )
    assert "my secret" not in str(caught.value) and "protection_keys" in str(caught.value)
