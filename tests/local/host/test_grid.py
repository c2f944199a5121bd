"""Event Grid's web hooks: case 68."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from azure.storage.blob import BlobServiceClient, ContainerClient, ContentSettings
from azure.storage.queue import QueueServiceClient

from tests.local.host.hosting import Host, hosting, wait_for

PREFIX = "grid"
NOTIFICATION = {"aeg-event-type": "Notification"}


def event(identity: str, subject: str = "things/1") -> dict[str, Any]:
    return {
        "id": identity,
        "topic": "/subscriptions/s/topics/t",
        "subject": subject,
        "eventType": "thing.changed",
        "eventTime": "2026-01-02T03:04:05Z",
        "data": {"number": 7},
        "dataVersion": "1.0",
        "metadataVersion": "1",
    }


@pytest.fixture(scope="module")
def running(storage: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    settings = {"AzureWebJobsStorage": storage, "QUEUES": storage, "QUEUE_PREFIX": PREFIX}
    with hosting(tmp_path_factory.mktemp("grid"), "--no-reload", **settings) as host:
        yield host


@pytest.fixture(scope="module")
def container(storage: str) -> Iterator[ContainerClient]:
    with BlobServiceClient.from_connection_string(storage) as service:
        yield service.create_container(f"{PREFIX}-blobs")


def deliver(host: Host, function: str, *events: dict[str, Any], extension: str = "eventgrid", **headers: str) -> int:
    url = f"{host.url}/runtime/webhooks/{extension}?functionName={function}"
    return httpx.post(url, json=list(events), headers=NOTIFICATION | headers, timeout=20).status_code


def deliver_blob(host: Host, container: ContainerClient, name: str) -> int:
    created = event("b", f"/blobServices/default/containers/{container.container_name}/blobs/{name}")
    created["eventType"] = "Microsoft.Storage.BlobCreated"
    created["data"] = {
        "api": "PutBlob",
        "url": container.get_blob_client(name).url,
        "eTag": "0x1",
        "blobType": "BlockBlob",
    }
    return deliver(host, "Host.Functions.on_blob", created, extension="blobs")


def recorded(host: Host, function: str, identity: str) -> list[dict[str, Any]]:
    def found() -> list[dict[str, Any]]:
        return [line for line in host.recorded(function) if line.get("id", line.get("name")) == identity]

    result: list[dict[str, Any]] = wait_for(f"{function} for {identity}", found)
    return result


@pytest.mark.parametrize(
    "path",
    ["eventgrid?functionName=on_event", "EventGrid?functionName=on_event", "blobs?functionName=Host.Functions.on_blob"],
)
def test_68_a_subscription_is_validated(running: Host, path: str) -> None:
    validation = {**event("v"), "data": {"validationCode": "the-code"}}
    headers = {"aeg-event-type": "SubscriptionValidation"}
    response = httpx.post(f"{running.url}/runtime/webhooks/{path}", json=[validation], headers=headers)
    assert (response.status_code, response.json()) == (200, {"validationResponse": "the-code"})


def test_68_every_event_of_an_array_is_an_invocation(running: Host) -> None:
    assert deliver(running, "on_event", event("one"), event("two")) == 202
    (seen,) = recorded(running, "on_event", "one")
    assert len(recorded(running, "on_event", "two")) == 1
    assert (seen["subject"], seen["type"], seen["version"]) == ("things/1", "thing.changed", "1.0")
    assert (seen["data"], seen["topic"]) == ({"number": 7}, "/subscriptions/s/topics/t")
    assert seen["time"].startswith("2026-01-02 03:04:05")


def test_68_a_function_that_fails_makes_event_grid_send_again(running: Host) -> None:
    assert deliver(running, "on_event", event("fails", "fail")) == 500


def test_68_a_function_may_ask_for_text(running: Host) -> None:
    assert deliver(running, "on_event_text", event("text")) == 202
    (seen,) = running.wait_for_record("on_event_text")
    assert json.loads(seen["text"]) == event("text")


def test_68_what_is_no_delivery_is_refused(running: Host) -> None:
    assert deliver(running, "no_such_function", event("x")) == 404
    assert deliver(running, "on_event", event("x"), **{"aeg-event-type": "Something"}) == 400
    assert deliver(running, "on_event", extension="nothing") == 404


def test_68_an_unsubscription_is_taken_note_of(running: Host) -> None:
    assert deliver(running, "on_event", **{"aeg-event-type": "Unsubscribe"}) == 202


def test_68_the_handshake_of_cloud_events(running: Host) -> None:
    headers = {"WebHook-Request-Origin": "eventgrid.azure.net"}
    response = httpx.options(f"{running.url}/runtime/webhooks/eventgrid?functionName=on_event", headers=headers)
    assert response.headers["webhook-allowed-origin"] == "eventgrid.azure.net"


def test_68_a_blob_starts_its_function(running: Host, container: ContainerClient) -> None:
    settings = ContentSettings(content_type="text/markdown")
    container.upload_blob("folder/an é.md", "hello", content_settings=settings, metadata={"well": "7"})
    assert deliver_blob(running, container, "folder/an é.md") == 202
    (seen,) = recorded(running, "on_blob", f"{PREFIX}-blobs/folder/an é.md")
    assert (seen["body"], seen["length"]) == ("hello", 5)
    assert seen["uri"] == container.get_blob_client("folder/an é.md").url
    assert seen["metadata"] == {"well": "7"}
    assert seen["type"] == "text/markdown"


def test_68_a_blob_that_fails_five_times_goes_to_the_poison_queue(
    running: Host, container: ContainerClient, storage: str
) -> None:
    container.upload_blob("to fail", "x")
    assert deliver_blob(running, container, "to fail") == 202
    with QueueServiceClient.from_connection_string(storage) as service:
        queue = service.get_queue_client("webjobs-blobtrigger-poison")
        wait_for("the poison queue", lambda: list(service.list_queues(name_starts_with=queue.queue_name)))
        wait_for("the poison message", lambda: queue.peek_messages())
    assert len(recorded(running, "on_blob", f"{PREFIX}-blobs/to fail")) == 5


def test_68_a_blob_that_is_gone_starts_nothing(running: Host, container: ContainerClient) -> None:
    container.upload_blob("later", "x")
    assert deliver_blob(running, container, "never") == 202
    assert deliver_blob(running, container, "later") == 202
    recorded(running, "on_blob", f"{PREFIX}-blobs/later")
    assert [line for line in running.recorded("on_blob") if line["name"].endswith("never")] == []


def test_68_a_blob_by_hand(running: Host, container: ContainerClient) -> None:
    container.upload_blob("by hand", "x")
    body = {"input": f"{PREFIX}-blobs/by hand"}
    assert httpx.post(f"{running.url}/admin/functions/on_blob", json=body).status_code == 202
    recorded(running, "on_blob", f"{PREFIX}-blobs/by hand")


@pytest.mark.whitebox("the Core Tools do poll; Flex Consumption refuses to")
def test_68_a_blob_trigger_that_polls_is_refused(tmp_path: Path, storage: str) -> None:
    (app := tmp_path / "app").mkdir()
    (app / "host.json").write_text('{"version": "2.0"}')
    (app / "function_app.py").write_text(
        "import azure.functions as func\napp = func.FunctionApp()\n"
        "@app.blob_trigger(arg_name='blob', path='polled/{name}', connection='QUEUES')\n"
        "def on_polled(blob: func.InputStream) -> None: ...\n"
    )
    with hosting(tmp_path, "--no-reload", app=app, QUEUES=storage, AzureWebJobsStorage=storage) as host:
        host.wait_for_line("The 'on_polled' function is in error: only blob triggers with source=\"EventGrid\"")
