"""From a presented key to the actor behind it: one point read, remembered for half a minute.

What was revoked is known within seconds everywhere (`Revocations`), whatever is remembered. A key that was rotated is read again.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.api_keys.model import ApiKey, ApiKeyState, parts_of
from shared.api_keys.repository import ApiKeyRepository
from shared.identity.actor import Actor
from shared.identity.errors import TokenInvalid
from shared.identity.revocations import Revocations
from shared.kit import telemetry

KNOWN_FOR = timedelta(seconds=30)
DOUBTED_AFTER = timedelta(seconds=1)  # a secret that does not fit may be newer than the copy
USE_NOTED_EVERY = timedelta(hours=1)
MAX_KNOWN = 1000


def rotation_of(key_id: str) -> str:
    """What `Revocations` hears when the secret of a key changes."""
    return f"rotated:{key_id}"


@dataclass(slots=True)
class Copy:
    key: ApiKey
    read_at: datetime


@dataclass(frozen=True, slots=True)
class ApiKeyAccess:
    """Everything that is wrong with a key is the same TokenInvalid."""

    keys: ApiKeyRepository
    revocations: Revocations
    now: Callable[[], datetime]
    _copies: OrderedDict[tuple[str, str], Copy] = field(default_factory=OrderedDict)

    async def authenticate(self, token: str) -> Actor:
        """Errors: TokenInvalid, Unavailable."""
        parts = parts_of(token)
        if parts is None:
            raise TokenInvalid
        organisation_id, key_id, secret = parts
        copy = await self._find(organisation_id, key_id)
        if not copy.key.accepts(secret, self.now()) and copy.read_at + DOUBTED_AFTER <= self.now():
            copy = await self._read(organisation_id, key_id)
        if not copy.key.accepts(secret, self.now()):
            raise TokenInvalid
        return await self._admit(copy)

    async def actor_of(self, organisation_id: str, key_id: str) -> Actor:
        """For a machine that has proved otherwise who it is. Errors: TokenInvalid when the key is not there or has ended."""
        return await self._admit(await self._find(organisation_id, key_id))

    async def _find(self, organisation_id: str, key_id: str) -> Copy:
        copy = self._copies.get((organisation_id, key_id))
        if copy is None or copy.read_at + KNOWN_FOR <= self.now() or await self._rotated_since(copy):
            return await self._read(organisation_id, key_id)
        return copy

    async def _read(self, organisation_id: str, key_id: str) -> Copy:
        """Errors: TokenInvalid."""
        read_at = self.now()  # before reading: what changes meanwhile counts as later
        key = await self.keys.find(organisation_id, key_id)
        if key is None:
            raise TokenInvalid
        copy = self._copies[organisation_id, key_id] = Copy(key, read_at)
        while len(self._copies) > MAX_KNOWN:
            self._copies.popitem(last=False)
        return copy

    async def _rotated_since(self, copy: Copy) -> bool:
        try:
            await self.revocations.check(copy.read_at, rotation_of(copy.key.id))
        except TokenInvalid:
            return True
        return False

    async def _admit(self, copy: Copy) -> Actor:
        key = copy.key
        if key.state(self.now()) is not ApiKeyState.ACTIVE:
            raise TokenInvalid
        await self.revocations.check(key.created_at, key.id)
        await self._note_use(copy)
        return key.actor

    async def _note_use(self, copy: Copy) -> None:
        """At most once an hour, and never in the way of the request."""
        key, now = copy.key, self.now()
        if key.last_used_at is not None and key.last_used_at + USE_NOTED_EVERY > now:
            return
        copy.key = key.used(now)  # requests that come meanwhile need not write it
        try:
            copy.key = await self.keys.replace(copy.key)
        except Exception as error:  # somebody changed the key at this moment, or Cosmos is busy: noted another time
            telemetry.event("api_key.use_not_noted", key_id=key.id, error=type(error).__name__)
