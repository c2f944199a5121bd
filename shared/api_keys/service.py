"""API keys of an organisation: made, renewed and ended by people, used by machines."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.api_keys.access import ApiKeyAccess, rotation_of
from shared.api_keys.errors import ApiKeyEnded, ApiKeyWithoutSecret, MachineTaken
from shared.api_keys.machines import Machines
from shared.api_keys.model import (
    MAX_LIFE,
    ApiKey,
    ApiKeyDraft,
    ApiKeyState,
    hash_of,
    new_secret,
    token_of,
)
from shared.api_keys.repository import ApiKeyRepository
from shared.errors import AlreadyExists, FieldError, Forbidden, Invalid, StaleVersion, Unavailable
from shared.identity.actor import Actor, CheckScope
from shared.identity.permissions import Permission
from shared.identity.revocations import Revocations
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity

REVOKE_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class ApiKeyService:
    """A token is the whole key with its secret: answered once, stored nowhere."""

    keys: ApiKeyRepository
    access: ApiKeyAccess
    machines: Machines
    revocations: Revocations
    check_scope: CheckScope
    now: Callable[[], datetime]

    async def create(self, actor: Actor, draft: ApiKeyDraft) -> tuple[ApiKey, str | None]:
        """The key and its token; an application has none. Errors: Invalid for more than the actor has, MachineTaken."""
        now = self.now()
        if wrong := [*_beyond(actor, draft.permissions), *_ends_badly(draft.expires_at, now)]:
            raise Invalid(fields=wrong)
        await self.check_scope(actor, draft.site_ids)
        key_id, secret = new_id(), new_secret()
        if draft.entra is not None:
            key_id = await self.machines.reserve(actor.organisation_id, key_id, draft.entra)
        key = ApiKey(
            id=key_id,
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            name=draft.name,
            permissions=draft.permissions,
            site_ids=draft.site_ids,
            expires_at=draft.expires_at,
            hashed=None if draft.entra else hash_of(secret),
            entra=draft.entra,
        )
        facts = {name: key.to_item()[name] for name in ("permissions", "siteIds", "expiresAt", "entra")}
        try:
            stored = await self.keys.create(key, self._activity("created", key, actor, **facts))
        except AlreadyExists as error:  # the same request for one application, a moment ago
            raise MachineTaken from error
        return stored, None if draft.entra else token_of(stored, secret)

    async def get(self, actor: Actor, key_id: str) -> ApiKey:
        """Errors: NotFound."""
        return await self.keys.get(actor.organisation_id, key_id)

    async def list_page(self, actor: Actor, request: PageRequest, state: ApiKeyState | None) -> Page[ApiKey]:
        return await self.keys.list_in_state(actor.organisation_id, request, state, self.now())

    async def rename(self, actor: Actor, key_id: str, name: str, if_match: str) -> ApiKey:
        """Errors: NotFound, StaleVersion."""
        key = await self._version(actor, key_id, if_match)
        changed = key.changed(self.now(), name=name)
        return await self.keys.replace(changed, self._activity("changed", key, actor, name="changed"))

    async def rotate(self, actor: Actor, key_id: str, overlap: timedelta, if_match: str) -> tuple[ApiKey, str]:
        """A new secret; the old one is good for `overlap` longer. Of two at once, one gets StaleVersion.

        Errors: NotFound, StaleVersion, Forbidden for a key that may do more than the actor, ApiKeyEnded, ApiKeyWithoutSecret.
        """
        key = await self._version(actor, key_id, if_match)
        if any(_beyond(actor, key.permissions)) or not actor.may_give_sites(key.site_ids):
            raise Forbidden("This key may do more than you may.")
        if key.state(self.now()) is not ApiKeyState.ACTIVE:
            raise ApiKeyEnded
        if key.entra is not None:
            raise ApiKeyWithoutSecret
        secret, hours = new_secret(), int(overlap.total_seconds()) // 3600
        rotated = key.rotated(secret, overlap, self.now())
        stored = await self.keys.replace(rotated, self._activity("rotated", key, actor, overlapHours=hours))
        with contextlib.suppress(Unavailable):  # the secret must be answered; the others read the key again soon anyway
            await self.revocations.revoke(rotation_of(key.id))
        return stored, token_of(stored, secret)

    async def revoke(self, actor: Actor, key_id: str) -> None:
        """The key works no more: here from now on, elsewhere within seconds. Revoking twice is fine. Errors: NotFound."""
        for _ in range(REVOKE_ATTEMPTS):
            key = await self.keys.get(actor.organisation_id, key_id)
            if key.revoked_at is not None:
                break
            with contextlib.suppress(StaleVersion):  # used, renamed or rotated at this moment: that ends nothing
                await self.keys.replace(key.revoked(self.now()), self._activity("revoked", key, actor))
                break
        else:
            raise Unavailable(retry_after=1)
        await self.revocations.revoke(key_id)

    async def authenticate(self, token: str) -> Actor:
        """Errors: TokenInvalid, whatever is wrong with it."""
        return await self.access.authenticate(token)

    async def actor_of(self, organisation_id: str, key_id: str) -> Actor:
        """For an application whose own token proved it to stand for this key. Errors: TokenInvalid when the key has ended."""
        return await self.access.actor_of(organisation_id, key_id)

    async def _version(self, actor: Actor, key_id: str, if_match: str) -> ApiKey:
        key = await self.get(actor, key_id)
        if key.etag != if_match:
            raise StaleVersion
        return key

    def _activity(self, happened: str, key: ApiKey, actor: Actor, **data: Any) -> Activity:
        return Activity.of(f"api_key.{happened}", key, actor=actor.user_id, at=self.now(), **data)


def _beyond(actor: Actor, permissions: Sequence[Permission]) -> Iterator[FieldError]:
    """What of this the actor does not have: nobody makes a key that may do more than they may."""
    for number, permission in enumerate(permissions):
        if permission not in actor.permissions:
            yield FieldError(f"permissions[{number}]", "beyond_yours", "you do not have this permission")


def _ends_badly(expires_at: datetime, now: datetime) -> Iterator[FieldError]:
    if not now < expires_at <= now + MAX_LIFE:
        yield FieldError("expiresAt", "out_of_range", "must be in the future, at most a year ahead")
