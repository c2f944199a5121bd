"""Idempotency-Key: the first answer to a POST is kept for a day and given again, so that a client may repeat after a lost answer.

A small state machine in one Cosmos item: working (with a lease) > answered. A crash frees the key after the lease; a server error
frees it at once. The key is bound to its caller, operation and body.
"""

import base64
import contextlib
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.errors import (
    AlreadyExists,
    IdempotencyKeyReused,
    Malformed,
    NotFound,
    RequestInProgress,
    StaleVersion,
    Unavailable,
)
from shared.kit import telemetry
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container, Item
from shared.kit.http.operation import Stored

LEASE = timedelta(seconds=60)
KEPT = 24 * 3600  # seconds
MAX_KEY = 128  # characters
MAX_STORED = 256 * 1024  # bytes; far above any answer to a POST


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on a request; `replay` is set when it was answered before."""

    item: Item
    replay: Stored | None = None


@dataclass(frozen=True, slots=True)
class IdempotencyStore:
    container: Container
    now: Callable[[], datetime]

    async def claim(self, *, key: str, caller: str, operation: str, body: bytes) -> Claim:
        """Errors: RequestInProgress, IdempotencyKeyReused (other body), Malformed."""
        if not key.isascii() or not key.isprintable() or len(key) > MAX_KEY:
            raise Malformed(f"Idempotency-Key takes up to {MAX_KEY} printable ASCII characters.")
        item = self._fresh(key, caller, operation, body)
        try:
            return Claim(await self.container.create(item))
        except AlreadyExists:
            return await self._existing(item)

    async def settle(self, claim: Claim, answer: Stored) -> None:
        """Keep the answer; a server error frees the key instead, since asking again may succeed. What was done is done: that the answer
        could not be kept, or that another took the key over after the lease, is no reason not to give it.
        """
        if answer.status >= 500 or len(answer.body) > MAX_STORED:
            await self.release(claim)
            return
        answered = {
            **claim.item,
            "state": "answered",
            "status": answer.status,
            "headers": answer.headers,
            "body": base64.b64encode(answer.body).decode(),
        }
        try:
            await self.container.replace(answered, claim.item["_etag"])
        except (StaleVersion, NotFound, Unavailable) as error:
            telemetry.event("idempotency.not_kept", error=type(error).__name__)

    async def release(self, claim: Claim) -> None:
        """Of what is still ours: after the lease another may work under the key. Without an answer the lease ends it."""
        with contextlib.suppress(StaleVersion, Unavailable):
            await self.container.delete(claim.item["id"], claim.item["id"], claim.item["_etag"])

    def _fresh(self, key: str, caller: str, operation: str, body: bytes) -> Item:
        name = hashlib.sha256("\n".join((caller, operation, key)).encode()).hexdigest()
        return {
            "id": name,
            "state": "working",
            # keyed, since a body may hold a password, and a plain hash of it could be tried out
            "fingerprint": hmac.digest(key.encode(), body, "sha256").hex(),
            "leasedUntil": to_wire(self.now() + LEASE),
            "ttl": KEPT,
        }

    async def _existing(self, fresh: Item) -> Claim:
        known = await self.container.get(fresh["id"], fresh["id"])
        if known["fingerprint"] != fresh["fingerprint"]:
            raise IdempotencyKeyReused
        if known["state"] == "answered":
            return Claim(known, _replay(known))
        if known["leasedUntil"] > to_wire(self.now()):
            raise RequestInProgress(retry_after=1)
        try:
            return Claim(await self.container.replace(fresh, known["_etag"]))
        except StaleVersion as error:
            raise RequestInProgress(retry_after=1) from error


def _replay(item: Item) -> Stored:
    headers: dict[str, Any] = item["headers"]
    return Stored(item["status"], {**headers, "Idempotency-Replayed": "true"}, base64.b64decode(item["body"]))
