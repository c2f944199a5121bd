"""Move messages that failed at every delivery back to where they came from: from `<queue>-poison` to `<queue>`.

    replay_poison.py [--queue documents-verify] [--kind K] [--organisation ID] [--limit N]        shows what there is
    replay_poison.py ... --go                                                                     moves it

The storage account is named by --account (the identity that is signed in needs Storage Queue Data Contributor) or by a connection
string in QUEUES. Runs in the product's environment (`make` has made it). A message is sent before it is deleted, so a run that is killed
leaves it in both places and never in none; handlers take a message twice. What comes back while it runs is left where it is. When to do
it: docs/runbooks/poison.md. Exit code 0: shown, or moved. 1: not, and it says why.
"""

import argparse
import base64
import binascii
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from azure.storage.queue import QueueClient, QueueMessage, QueueServiceClient

ROOT = Path(__file__).resolve().parents[2]
POISON = "-poison"
PAGE = 32  # the most the service hands out at once
HIDDEN = 600  # seconds a message is out of sight while it is looked at


@dataclass(frozen=True)
class Wanted:
    """What to replay; empty means any. What cannot be read has neither kind nor organisation."""

    kind: str = ""
    organisation: str = ""
    unreadable: bool = False

    def includes(self, envelope: dict[str, Any] | None) -> bool:
        if envelope is None:
            return self.unreadable
        pairs = ((self.kind, "kind"), (self.organisation, "organisationId"))
        return all(not value or envelope.get(name) == value for value, name in pairs)


def envelope_of(content: str) -> dict[str, Any] | None:
    """The job in a message (base64 of JSON, as the Functions host takes it); None when it is none."""
    try:
        found = json.loads(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        return None
    return found if isinstance(found, dict) else None


def described(queue: str, content: str) -> str:
    """One line: ids only, a message holds nothing else."""
    envelope = envelope_of(content)
    if envelope is None:
        return f"{queue}: unreadable, {len(content)} characters"
    shown = ("kind", "organisationId", "subjectId", "jobId", "sentAt")
    return f"{queue}: " + " ".join(f"{name}={envelope[name]}" for name in shown if name in envelope)


def poisoned_queues() -> list[str]:
    """The queues of the product that have a poison queue, without its ending."""
    names: list[str] = json.loads((ROOT / "infra" / "data.json").read_text(encoding="utf-8"))["queues"]
    return [name.removesuffix(POISON) for name in names if name.endswith(POISON)]


def look(service: "QueueServiceClient", queue: str, wanted: Wanted) -> tuple[list[str], int]:
    """The first 32 that would be moved, in words, and how many messages lie there by the service's own count. Hides none of them."""
    client = service.get_queue_client(queue + POISON)
    peeked = client.peek_messages(max_messages=PAGE)
    lines = [described(queue, one.content) for one in peeked if wanted.includes(envelope_of(one.content))]
    return lines, client.get_queue_properties().approximate_message_count or 0


def move(service: "QueueServiceClient", queue: str, wanted: Wanted, limit: int, now: datetime) -> Iterator[str]:
    """Move up to `limit` messages that came before `now`, each in words as it is done. What is not wanted is visible again afterwards."""
    source, target = service.get_queue_client(queue + POISON), service.get_queue_client(queue)
    from azure.core.exceptions import HttpResponseError

    passed: list[QueueMessage] = []
    moved = 0
    try:
        for message in _received(source, now, passed):
            if not wanted.includes(envelope_of(message.content)):
                passed.append(message)
                continue
            target.send_message(message.content)
            source.delete_message(message)
            moved += 1
            yield described(queue, message.content)
            if moved >= limit:
                return
    finally:
        for message in passed:
            with suppress(HttpResponseError):  # it is in sight again already
                source.update_message(message, visibility_timeout=0)


def _received(source: "QueueClient", now: datetime, passed: "list[QueueMessage]") -> "Iterator[QueueMessage]":
    """One at a time, until there is none, or one that came after `now` or was passed over before."""
    seen: set[str] = set()
    while True:
        message = source.receive_message(visibility_timeout=HIDDEN)
        if message is None or message.inserted_on is None:
            return
        if message.inserted_on >= now or message.id in seen:
            passed.append(message)
            return
        seen.add(message.id)
        yield message


def open_service(account: str, connection: str) -> "QueueServiceClient":
    """Errors: ValueError when neither is given."""
    from azure.storage.queue import QueueServiceClient

    if connection:
        return QueueServiceClient.from_connection_string(connection)
    if not account:
        raise ValueError("name the storage account with --account, or put a connection string into QUEUES")
    from azure.identity import DefaultAzureCredential

    return QueueServiceClient(f"https://{account}.queue.core.windows.net", DefaultAzureCredential())


def run(service: "QueueServiceClient", given: argparse.Namespace) -> None:
    wanted = Wanted(given.kind, given.organisation, given.unreadable)
    counts: Counter[str] = Counter()
    for queue in given.queue or poisoned_queues():
        if given.go:
            for line in move(service, queue, wanted, given.limit - counts.total(), datetime.now(UTC)):
                counts[queue] += 1
                print(f"  moved {line}")
            if counts.total() >= given.limit:
                break
        else:
            lines, lying = look(service, queue, wanted)
            counts[queue] = len(lines)
            print("".join(f"  would move {line}\n" for line in lines), end="")
            if lying > len(lines):
                print(f"  {queue}: {lying} messages lie there in all")
    print(f"  {counts.total()} messages {'moved' if given.go else 'would be moved; with --go they are'}")


def main() -> int:
    from azure.core.exceptions import AzureError

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--account", default="", help="name of the storage account of the queues")
    parser.add_argument(
        "--queue", action="append", choices=poisoned_queues(), help="may be given again; all without it"
    )
    parser.add_argument("--kind", default="", help="of the job, such as document.verify")
    parser.add_argument("--organisation", default="", help="id of the organisation")
    parser.add_argument(
        "--unreadable", action="store_true", help="also what is no job; it will fail again unless code changed"
    )
    parser.add_argument("--limit", type=int, default=1000, help="the most to move in one run (1000)")
    parser.add_argument("--go", action="store_true", help="move them; without it nothing is changed")
    given = parser.parse_args()
    try:
        with open_service(given.account, os.environ.get("QUEUES", "")) as service:
            run(service, given)
    except (AzureError, ValueError) as error:
        print(f"  {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
