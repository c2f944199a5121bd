"""The queue trigger against Azurite: conformance cases 30 to 46."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from azure.core.exceptions import ResourceNotFoundError
from azure.storage.queue import QueueClient, QueueServiceClient

from tests.local.host.hosting import Host, azurite_running, free_port, hosting, wait_for

PREFIX = "cases"


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.fixture(scope="module")
def queues(storage: str) -> Iterator[QueueServiceClient]:
    with QueueServiceClient.from_connection_string(storage) as service:
        yield service


@pytest.fixture(scope="module")
def running(storage: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("queues")
    with hosting(folder, "--no-reload", AzureWebJobsQUEUES=storage, QUEUE_PREFIX=PREFIX) as host:
        yield host


def queue_of(queues: QueueServiceClient, name: str, prefix: str = PREFIX) -> QueueClient:
    client = queues.get_queue_client(f"{prefix}-{name}")
    if client.queue_name not in [found.name for found in queues.list_queues()]:
        client.create_queue()
    return client


def waiting(client: QueueClient) -> int:
    try:
        return client.get_queue_properties().approximate_message_count or 0
    except ResourceNotFoundError:
        return -1


def with_body(host: Host, function: str, body: str, times: int = 1) -> list[dict[str, Any]]:
    def found() -> list[dict[str, Any]] | None:
        lines = [line for line in host.recorded(function) if line["body"] == body]
        return lines if len(lines) >= times else None

    result: list[dict[str, Any]] = wait_for(f"{function} with {body!r}", found)
    return result


def test_30_base64_is_the_encoding_unless_host_json_says_none(running: Host, queues: QueueServiceClient) -> None:
    queue_of(queues, "plain").send_message(encoded("übung"))
    (seen,) = with_body(running, "on_plain", "übung")
    assert seen["body_type"] == "bytes"


def test_30_without_encoding_the_text_is_taken_as_it_is(
    storage: str, queues: QueueServiceClient, tmp_path: Path
) -> None:
    setting = {"AzureFunctionsJobHost__extensions__queues__messageEncoding": "none"}
    with hosting(tmp_path, "--no-reload", QUEUES=storage, QUEUE_PREFIX="raw", **setting) as host:
        queue_of(queues, "plain", "raw").send_message("<as> & is")
        with_body(host, "on_plain", "<as> & is")


def test_31_metadata(running: Host, queues: QueueServiceClient) -> None:
    sent = queue_of(queues, "plain").send_message(encoded("metadata"))
    (seen,) = with_body(running, "on_plain", "metadata")
    assert (seen["id"], seen["dequeue_count"]) == (sent.id, 1)
    assert seen["insertion_time"] == str(sent.inserted_on)
    assert seen["expiration_time"] == str(sent.expires_on)
    assert seen["time_next_visible"] > seen["insertion_time"]
    assert seen["pop_receipt"]


def test_32_a_json_message_overwrites_its_metadata(running: Host, queues: QueueServiceClient) -> None:
    body = json.dumps({"id": "mine", "DEQUEUECOUNT": 7, "popReceipt": None, "insertionTime": [1]})
    queue_of(queues, "plain").send_message(encoded(body))
    (seen,) = with_body(running, "on_plain", body)
    assert (seen["id"], seen["dequeue_count"]) == ("mine", 7)
    assert seen["pop_receipt"]  # null and lists do not count
    assert seen["insertion_time"].startswith("20")


def test_33_a_message_is_deleted_after_success(running: Host, queues: QueueServiceClient) -> None:
    client = queue_of(queues, "plain")
    client.send_message(encoded("deleted"))
    with_body(running, "on_plain", "deleted")
    wait_for("the deletion", lambda: waiting(client) == 0)


def test_34_what_fails_every_time_goes_to_the_poison_queue_unchanged(running: Host, queues: QueueServiceClient) -> None:
    client = queue_of(queues, "failing")
    client.send_message(encoded("poison é"))
    (poisoned,) = with_body(running, "on_poison", "poison é")
    attempts = [line["dequeue_count"] for line in running.recorded("on_failing") if line["body"] == "poison é"]
    assert attempts == [1, 2, 3]  # maxDequeueCount of the fixture app
    assert poisoned["dequeue_count"] == 1
    wait_for("the deletion", lambda: waiting(client) == 0)


def test_35_a_visibility_timeout_delays_the_next_attempt(
    storage: str, queues: QueueServiceClient, tmp_path: Path
) -> None:
    setting = {"AzureFunctionsJobHost__extensions__queues__visibilityTimeout": "00:10:00"}
    client = queue_of(queues, "failing", "later")
    with hosting(tmp_path, "--no-reload", QUEUES=storage, QUEUE_PREFIX="later", **setting) as host:
        client.send_message(encoded("delayed"))
        with_body(host, "on_failing", "delayed")
        host.wait_for_line("Executed 'Functions.on_failing' (Failed")
    assert len(host.recorded("on_failing")) == 1
    assert waiting(client) == 1
    assert client.receive_message() is None


def test_36_what_is_not_base64_goes_to_poison_without_hurting_its_neighbours(
    running: Host, queues: QueueServiceClient
) -> None:
    client = queue_of(queues, "plain")
    for content in (encoded("before"), "not base64!", encoded("after")):
        client.send_message(content)
    with_body(running, "on_plain", "before")
    with_body(running, "on_plain", "after")
    poison = queues.get_queue_client(f"{PREFIX}-plain-poison")
    wait_for("the poison message", lambda: waiting(poison) == 1)
    assert [message.content for message in poison.peek_messages()] == ["not base64!"]


def test_37_a_message_received_too_often_is_not_run_again(
    storage: str, queues: QueueServiceClient, tmp_path: Path
) -> None:
    client = queue_of(queues, "plain", "often")
    client.send_message(encoded("too often"))
    for _ in range(3):
        message = client.receive_message()
        assert message is not None
        client.update_message(message.id, message.pop_receipt, visibility_timeout=0)
    with hosting(tmp_path, "--no-reload", QUEUES=storage, QUEUE_PREFIX="often") as host:
        poison = queues.get_queue_client("often-plain-poison")
        wait_for("the poison message", lambda: waiting(poison) == 1)
    assert host.recorded("on_plain") == []


def test_38_a_poison_queue_has_no_poison_queue(running: Host, queues: QueueServiceClient) -> None:
    client = queue_of(queues, "bad-poison")
    client.send_message(encoded("stays"))
    runs = with_body(running, "on_bad_poison", "stays", times=3)  # maxDequeueCount of the fixture app
    assert [run["dequeue_count"] for run in runs] == [1, 2, 3]
    wait_for("the last failure", lambda: running.printed().count("Executed 'Functions.on_bad_poison' (Failed") == 3)
    assert client.receive_message() is None  # invisible until its lease ends
    assert waiting(client) == 1
    assert waiting(queues.get_queue_client(f"{PREFIX}-bad-poison-poison")) == -1


def test_39_a_queue_may_come_later(running: Host, queues: QueueServiceClient) -> None:
    queue_of(queues, "slow").send_message(encoded("0"))
    with_body(running, "on_slow", "0", times=2)


def test_41_a_batch_of_one_runs_one_after_the_other(storage: str, queues: QueueServiceClient, tmp_path: Path) -> None:
    keys = "AzureFunctionsJobHost__extensions__queues__"
    client = queue_of(queues, "slow", "serial")
    for _ in range(3):
        client.send_message(encoded("0.1"))
    settings = {f"{keys}batchSize": "1", f"{keys}newBatchThreshold": "0"}
    with hosting(tmp_path, "--no-reload", QUEUES=storage, QUEUE_PREFIX="serial", **settings) as host:
        phases = [line["phase"] for line in host.wait_for_record("on_slow", 6)]
    assert phases == ["begin", "end"] * 3


def test_41_a_batch_runs_together(running: Host, queues: QueueServiceClient) -> None:
    client = queue_of(queues, "slow")
    for _ in range(4):
        client.send_message(encoded("0.5"))
    phases = [line["phase"] for line in with_body(running, "on_slow", "0.5", times=8)]
    assert phases.index("end") > 1


@pytest.mark.whitebox("only our host can be told to use a shorter lease")
def test_42_a_message_of_a_killed_host_comes_again_after_its_lease(
    storage: str, queues: QueueServiceClient, tmp_path: Path
) -> None:
    client = queue_of(queues, "slow", "killed")
    with hosting(tmp_path, "--no-reload", "--queue-lease", "2", QUEUES=storage, QUEUE_PREFIX="killed") as host:
        client.send_message(encoded("1"))
        host.wait_for_record("on_slow")
        host.kill_worker()
        phases = [line["phase"] for line in host.wait_for_record("on_slow", 3)]
    assert phases == ["begin", "begin", "end"]


def test_43_outputs_are_written_after_success_only(running: Host, queues: QueueServiceClient) -> None:
    client = queue_of(queues, "copy")
    for text in ("fail", "good", "one"):
        client.send_message(encoded(text))
    copied = queues.get_queue_client(f"{PREFIX}-copied")
    wait_for("the end of all", lambda: waiting(client) == 0 and waiting(copied) == 3)
    contents = {base64.b64decode(message.content).decode() for message in copied.peek_messages(10)}
    assert contents == {"good-1", "good-2", "only"}


def test_44_a_message_the_function_itself_released_is_left_alone(running: Host, queues: QueueServiceClient) -> None:
    client = queue_of(queues, "slow")
    client.send_message(encoded("1.5"))
    (begun,) = with_body(running, "on_slow", "1.5")
    client.update_message(begun["id"], begun["pop_receipt"], visibility_timeout=0)
    lines = with_body(running, "on_slow", "1.5", times=4)
    assert sorted(line["dequeue_count"] for line in lines) == [1, 1, 2, 2]
    wait_for("the deletion", lambda: waiting(client) == 0)


def test_45_a_connection_without_a_setting_takes_its_functions_out(tmp_path: Path) -> None:
    with hosting(tmp_path, "--no-reload") as host:
        assert "The 'on_plain' function is in error" in host.printed()
        assert httpx.get(f"{host.url}/api/no_route").status_code == 200


def test_45_a_connection_is_found_with_and_without_the_prefix(
    storage: str, queues: QueueServiceClient, tmp_path: Path
) -> None:
    for prefix, setting in (("named", "QUEUES"), ("prefixed", "AzureWebJobsQUEUES")):
        queue_of(queues, "plain", prefix).send_message(encoded(prefix))
        with hosting(tmp_path, "--no-reload", **{setting: storage}, QUEUE_PREFIX=prefix) as host:
            with_body(host, "on_plain", prefix)


def test_45_a_name_without_a_setting_takes_its_function_out(tmp_path: Path, storage: str) -> None:
    with hosting(tmp_path, "--no-reload", QUEUES=storage, SCHEDULE="%MISSING%") as host:
        assert "The 'on_timer' function is in error" in host.printed()


def test_46_azurite_may_go_away_and_come_back(tmp_path: Path) -> None:
    ports = (free_port(), free_port())
    with azurite_running(tmp_path, *ports) as connection:
        setting = {"QUEUES": connection, "QUEUE_PREFIX": "away"}
    with (
        hosting(tmp_path, "--no-reload", **setting) as host,
        azurite_running(tmp_path, *ports),
        QueueServiceClient.from_connection_string(connection) as service,
    ):
        queue_of(service, "plain", "away").send_message(encoded("again"))
        with_body(host, "on_plain", "again")
