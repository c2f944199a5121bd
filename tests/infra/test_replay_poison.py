"""infra/scripts/replay_poison.py against Azurite."""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from azure.storage.queue import QueueServiceClient

from local.provision import definition
from tests.azurite import Azurite, azurite

__all__ = ["azurite"]

ROOT = Path(__file__).resolve().parents[2]
QUEUE = "documents-verify"


@pytest.fixture
def service(azurite: Azurite) -> Iterator[QueueServiceClient]:
    with QueueServiceClient.from_connection_string(azurite.connection_string) as service:
        known = {queue.name for queue in service.list_queues()}
        for name in definition()["queues"]:
            if name not in known:
                service.create_queue(name)
            service.get_queue_client(name).clear_messages()
        yield service


def a_message(subject: str, kind: str = "document.verify", organisation: str = "o1") -> str:
    job = {
        "jobId": f"j-{subject}",
        "kind": kind,
        "organisationId": organisation,
        "subjectId": subject,
        "sentAt": "2026-11-21T00:00:00Z",
    }
    return base64.b64encode(json.dumps(job).encode()).decode()


def put(service: QueueServiceClient, *contents: str, queue: str = f"{QUEUE}-poison") -> None:
    for content in contents:
        service.get_queue_client(queue).send_message(content)


def lying(service: QueueServiceClient, queue: str) -> list[str]:
    return [one.content for one in service.get_queue_client(queue).peek_messages(max_messages=32)]


def replay(azurite: Azurite, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "infra/scripts/replay_poison.py", *arguments]
    given = {**os.environ, "QUEUES": azurite.connection_string, **environment}
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, timeout=120, check=False)


def test_without_go_it_only_says_what_it_would_do(azurite: Azurite, service: QueueServiceClient) -> None:
    put(service, a_message("d1"))
    run = replay(azurite)
    assert run.returncode == 0, run.stderr
    assert "would move documents-verify: kind=document.verify organisationId=o1 subjectId=d1" in run.stdout
    assert run.stdout.endswith("  1 messages would be moved; with --go they are\n")
    assert (lying(service, f"{QUEUE}-poison"), lying(service, QUEUE)) == ([a_message("d1")], [])


def test_messages_go_back_unchanged_to_the_queues_they_came_from(azurite: Azurite, service: QueueServiceClient) -> None:
    messages = [a_message(f"d{number}") for number in range(40)]  # more than one page
    put(service, *messages)
    put(service, a_message("l1", "user.invited"), queue="identity-letters-poison")
    run = replay(azurite, "--go")
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith("  41 messages moved\n")
    assert lying(service, f"{QUEUE}-poison") == []
    assert lying(service, QUEUE) == messages[:32]
    assert service.get_queue_client(QUEUE).get_queue_properties().approximate_message_count == 40
    assert lying(service, "identity-letters") == [a_message("l1", "user.invited")]


def test_only_what_is_asked_for_is_moved_and_the_rest_stays_in_sight(
    azurite: Azurite, service: QueueServiceClient
) -> None:
    wanted, other_kind, other_organisation = (
        a_message("a"),
        a_message("b", kind="other"),
        a_message("c", organisation="o2"),
    )
    put(service, other_kind, wanted, other_organisation, "no base64!")
    run = replay(azurite, "--go", "--queue", QUEUE, "--kind", "document.verify", "--organisation", "o1")
    assert run.returncode == 0, run.stderr
    assert lying(service, QUEUE) == [wanted]
    assert sorted(lying(service, f"{QUEUE}-poison")) == sorted([other_kind, other_organisation, "no base64!"])


def test_what_cannot_be_read_is_moved_only_when_that_is_said(azurite: Azurite, service: QueueServiceClient) -> None:
    put(service, "no base64!")
    assert "  0 messages moved\n" in replay(azurite, "--go").stdout
    run = replay(azurite, "--go", "--unreadable")
    assert "moved documents-verify: unreadable, 10 characters" in run.stdout
    assert lying(service, QUEUE) == ["no base64!"]


def test_no_more_are_moved_than_allowed(azurite: Azurite, service: QueueServiceClient) -> None:
    put(service, *(a_message(f"d{number}") for number in range(5)))
    put(service, a_message("l1"), queue="identity-letters-poison")
    assert "  3 messages moved\n" in replay(azurite, "--go", "--limit", "3").stdout
    assert len(lying(service, QUEUE)) + len(lying(service, "identity-letters")) == 3
    assert len(lying(service, f"{QUEUE}-poison")) + len(lying(service, "identity-letters-poison")) == 3


def test_what_comes_back_while_it_runs_is_left_there(azurite: Azurite, service: QueueServiceClient) -> None:
    """Otherwise a message that fails at once would go round for ever."""
    sys.path.insert(0, str(ROOT / "infra" / "scripts"))
    from datetime import UTC, datetime, timedelta

    from replay_poison import Wanted, move  # type: ignore[import-not-found]

    put(service, a_message("new"))
    earlier = datetime.now(UTC) - timedelta(minutes=5)
    assert list(move(service, QUEUE, Wanted(), 10, earlier)) == []
    assert lying(service, f"{QUEUE}-poison") == [a_message("new")]


def test_without_an_account_it_says_how_to_name_one(azurite: Azurite) -> None:
    run = replay(azurite, QUEUES="")
    assert run.returncode == 1
    assert "--account" in run.stderr
