"""Access tokens that end before their time: of one user, one session or one API key.

A token is checked by arithmetic alone, so what was revoked has to be known in every process. One small item lists what was revoked
within a token's life; each process reads it again when its copy is older than `STALE`, which is how long a revocation takes to be
heard everywhere. The process that revokes knows at once.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.errors import AlreadyExists, NotFound, StaleVersion, Unavailable
from shared.identity.errors import TokenInvalid
from shared.identity.tokens import LIFE
from shared.kit.clock import to_wire
from shared.kit.cosmos import Container

STALE = timedelta(seconds=5)
KEPT = LIFE + timedelta(minutes=1)
ITEM = "revocations"
ATTEMPTS = 8


@dataclass(slots=True)
class Revocations:
    """`container` is partitioned by /userId; the list is an item of its own partition."""

    container: Container
    now: Callable[[], datetime]
    _known: dict[str, datetime] = field(default_factory=dict)
    _read_at: datetime | None = None
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def revoke(self, *subjects: str) -> None:
        """Tokens of these users, sessions or keys issued until now are refused. Errors: Unavailable."""
        for _ in range(ATTEMPTS):
            item = await self.container.find(ITEM, ITEM)
            moment = self.now()
            entries = {**_entries(item), **dict.fromkeys(subjects, moment)}
            kept = {subject: at for subject, at in entries.items() if at + KEPT > moment}
            wanted = {
                "id": ITEM,
                "userId": ITEM,
                "kind": ITEM,
                "entries": {subject: to_wire(at) for subject, at in kept.items()},
            }
            try:
                await (self.container.create(wanted) if item is None else self.container.replace(wanted, item["_etag"]))
            except (AlreadyExists, StaleVersion, NotFound):
                continue  # somebody else revoked at the same moment: on top of theirs
            self._known, self._read_at = kept, moment
            return
        raise Unavailable(retry_after=1)

    async def ensure(self, subject: str, since: datetime) -> None:
        """The same for what happened at `since`, unless it was done then. Errors: Unavailable."""
        known = _entries(await self.container.find(ITEM, ITEM)).get(subject)
        if since + KEPT > self.now() and (known is None or known < since):
            await self.revoke(subject)

    async def check(self, issued_at: datetime, *subjects: str) -> None:
        """Errors: TokenInvalid when one of the subjects was revoked at or after the moment of issue."""
        await self.refresh()
        if any(
            self._known.get(subject, datetime.min.replace(tzinfo=issued_at.tzinfo)) >= issued_at for subject in subjects
        ):
            raise TokenInvalid

    async def refresh(self) -> None:
        """Read the list again when the copy is stale."""
        if self._is_fresh():
            return
        async with self._reading:  # one request, however many wait for it
            if self._is_fresh():
                return
            moment = self.now()
            self._known, self._read_at = _entries(await self.container.find(ITEM, ITEM)), moment

    def _is_fresh(self) -> bool:
        return self._read_at is not None and self.now() - self._read_at < STALE


def _entries(item: dict[str, object] | None) -> dict[str, datetime]:
    entries = item["entries"] if item is not None else {}
    assert isinstance(entries, dict)
    return {subject: datetime.fromisoformat(at) for subject, at in entries.items()}
