"""The timer trigger: conformance cases 49 to 55 and 57."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from azure.storage.blob import BlobServiceClient, ContainerClient

from tests.local.host.hosting import YEARLY, Host, hosting, wait_for

CONTAINER = "azure-webjobs-hosts"


@pytest.fixture
def host_id(request: pytest.FixtureRequest) -> str:
    return str(abs(hash(request.node.name)))


def blobs(storage: str) -> ContainerClient:
    service = BlobServiceClient.from_connection_string(storage)
    container = service.get_container_client(CONTAINER)
    if not container.exists():
        container.create_container()
    return container


def status_of(storage: str, host_id: str, function: str) -> dict[str, str] | None:
    with blobs(storage) as container:
        blob = container.get_blob_client(f"timers/{host_id}/Host.Functions.{function}/status")
        found: dict[str, str] | None = json.loads(blob.download_blob().readall()) if blob.exists() else None
        return found


def remember(storage: str, host_id: str, function: str, last: datetime, upcoming: datetime) -> None:
    content = {"Last": last.isoformat(), "Next": upcoming.isoformat(), "LastUpdated": last.isoformat()}
    with blobs(storage) as container:
        container.upload_blob(f"timers/{host_id}/Host.Functions.{function}/status", json.dumps(content))


def settings(storage: str, host_id: str, **more: str) -> dict[str, str]:
    return {"AzureWebJobsStorage": storage, "AzureFunctionsWebHost__hostid": host_id, "SCHEDULE": YEARLY} | more


def test_49_run_on_startup(tmp_path: Path, storage: str, host_id: str) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id)) as host:
        (run,) = host.wait_for_record("on_startup")
    assert run["past_due"] is False
    assert host.recorded("on_timer") == []


def test_50_a_missed_run_is_made_up_for_at_once(tmp_path: Path, storage: str, host_id: str) -> None:
    last = datetime(2025, 1, 1, tzinfo=UTC)
    remember(storage, host_id, "on_timer", last, datetime(2026, 1, 1, tzinfo=UTC))
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, TZ="UTC")) as host:
        (run,) = host.wait_for_record("on_timer")
        wait_for("the status", lambda: (status_of(storage, host_id, "on_timer") or {}).get("Last", "") > "2026-01-01")
    assert run["past_due"] is True
    assert run["status"]["Last"] == last.isoformat()
    assert run["schedule"] == {"AdjustForDST": True}


def test_51_a_changed_schedule_misses_nothing(tmp_path: Path, storage: str, host_id: str) -> None:
    last = datetime.now(UTC) - timedelta(hours=2)
    remember(storage, host_id, "on_timer", last, last + timedelta(hours=1))
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, TZ="UTC")) as host:
        host.wait_for_record("on_startup")
        wait_for(
            "the new status",
            lambda: str((status_of(storage, host_id, "on_timer") or {}).get("Next", "")).endswith(
                "-01-01T00:00:00+00:00"
            ),
        )
        assert host.recorded("on_timer") == []


def test_a_timer_that_never_ran_remembers_when_it_should(tmp_path: Path, storage: str, host_id: str) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, TZ="UTC")):
        status: dict[str, Any] = wait_for("the status", lambda: status_of(storage, host_id, "on_timer"))
    assert status["Last"] == "0001-01-01T00:00:00+00:00"
    assert status["Next"].endswith("-01-01T00:00:00+00:00")


def test_52_a_timer_that_runs_longer_than_its_period_never_runs_beside_itself(
    tmp_path: Path, storage: str, host_id: str
) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, SLOW_SCHEDULE="* * * * * *")) as host:
        lines = host.wait_for_record("on_slow_timer", 5)
    assert [line["phase"] for line in lines[:5]] == ["begin", "end"] * 2 + ["begin"]
    assert {line["past_due"] for line in lines if line["phase"] == "begin"} == {False}


def test_47_a_time_span_is_an_interval(tmp_path: Path, storage: str, host_id: str) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, SCHEDULE="00:00:01")) as host:
        host.wait_for_record("on_timer", 3)


def test_47_a_schedule_that_cannot_be_read_takes_its_function_out(tmp_path: Path, storage: str, host_id: str) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, SCHEDULE="? * * * * *")) as host:
        host.wait_for_record("on_startup")
        assert "The 'on_timer' function is in error" in host.printed()


def test_53_a_timer_of_seconds_keeps_no_status(tmp_path: Path, storage: str, host_id: str) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, SCHEDULE="* * * * * *")) as host:
        runs = host.wait_for_record("on_timer", 2)
    assert status_of(storage, host_id, "on_timer") is None
    assert {run["past_due"] for run in runs} == {False}


def test_54_57_a_failure_does_not_end_the_schedule_of_a_setting(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload", SCHEDULE="* * * * * *", FAIL="1") as host:
        host.wait_for_record("on_timer", 2)
        host.wait_for_line("Executed 'Functions.on_timer' (Failed", 2)


def test_55_retries_of_a_timer(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload", RETRY_SCHEDULE="* * * * * *") as host:
        runs = host.wait_for_record("on_retry", 4)
    assert [run["retry"] for run in runs[:4]] == [0, 1, 2, 0]
    assert {run["most"] for run in runs} == {2}


def test_singleton_a_second_host_leaves_the_timers_to_the_first(tmp_path: Path, storage: str, host_id: str) -> None:
    (first_folder := tmp_path / "first").mkdir()
    (second_folder := tmp_path / "second").mkdir()
    shared = settings(storage, host_id, SCHEDULE="* * * * * *")
    with hosting(first_folder, "--no-reload", **shared) as first:
        first.wait_for_record("on_timer")
        with hosting(second_folder, "--no-reload", **shared) as second:
            _runs_on(first)
            assert second.recorded("on_timer") == []
            first.stop()
            second.wait_for_record("on_timer")


def test_singleton_a_killed_host_gets_its_timers_back_at_once(tmp_path: Path, storage: str, host_id: str) -> None:
    with hosting(tmp_path, "--no-reload", **settings(storage, host_id, SCHEDULE="* * * * * *")) as host:
        host.wait_for_record("on_timer")
        host.kill_worker()
        _runs_on(host, seconds=8)


def _runs_on(host: Host, seconds: float = 10) -> None:
    count = len(host.recorded("on_timer"))
    wait_for("two more runs", lambda: len(host.recorded("on_timer")) >= count + 2, seconds)
