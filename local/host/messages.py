"""A queue message on its way to a function: its text and the trigger metadata the function sees."""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from azure.functions.meta import Datum, get_binding_registry

from local.host.functions import QUEUE

FIELDS = ("QueueTrigger", "DequeueCount", "ExpirationTime", "Id", "InsertionTime", "NextVisibleTime", "PopReceipt")


class Undecodable(Exception):
    """Not base64: the message goes to the poison queue without reaching a function."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the service said about one delivery of a message."""

    id: str
    pop_receipt: str
    dequeue_count: int
    inserted_on: datetime
    expires_on: datetime
    next_visible_on: datetime

    @property
    def details(self) -> str:
        """For the log."""
        inserted = self.inserted_on.isoformat()
        return f"MessageId: {self.id}, DequeueCount: {self.dequeue_count}, InsertionTime: {inserted}"


def decode_text(content: str, *, base64_encoded: bool) -> str:
    """Errors: Undecodable."""
    if not base64_encoded:
        return content
    try:
        return base64.b64decode("".join(content.split()), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError) as error:
        raise Undecodable from error


def metadata_of(text: str, delivery: Delivery) -> dict[str, Datum]:
    """Trigger metadata: the delivery, overwritten without regard to case by the properties of a JSON object in the message.

    That is the host's own surprise: `{"id": 1}` in a message changes `msg.id`.
    """
    metadata = {
        "QueueTrigger": _string(text),
        "DequeueCount": _json(delivery.dequeue_count),
        "ExpirationTime": _json(delivery.expires_on.isoformat()),
        "Id": _string(delivery.id),
        "InsertionTime": _json(delivery.inserted_on.isoformat()),
        "NextVisibleTime": _json(delivery.next_visible_on.isoformat()),
        "PopReceipt": _string(delivery.pop_receipt),
    }
    known = {name.casefold(): name for name in FIELDS}
    for name, value in _properties(text).items():
        if value is not None and not isinstance(value, list):
            metadata[known.get(name.casefold(), name)] = _string(value) if isinstance(value, str) else _json(value)
    return metadata


def queue_argument(text: str, delivery: Delivery, *, raw: bool) -> Any:
    """The QueueMessage for a function, or the text itself if it asks for str. Errors: ValueError for overwritten metadata."""
    if raw:
        return text
    converter: Any = get_binding_registry().get(QUEUE)  # type: ignore[no-untyped-call]
    return converter.decode(_string(text), trigger_metadata=metadata_of(text, delivery))


def _properties(text: str) -> dict[str, Any]:
    if not text.lstrip().startswith("{"):
        return {}
    try:
        content = json.loads(text)
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _string(value: str) -> Datum:
    return Datum(value, "string")


def _json(value: Any) -> Datum:
    return Datum(json.dumps(value), "json")
