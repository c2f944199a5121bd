"""Links sent by e-mail: each works once, for one purpose, one person and one address, for a limited time.

The letter is written by a job that may run again, so the secret is kept sealed until the link is used; to check it, its hash is enough.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from shared.errors import AlreadyExists, NotFound, RequestInProgress, StaleVersion
from shared.identity.errors import LinkInvalid
from shared.kit.cosmos import Container
from shared.kit.ids import is_id
from shared.kit.model import Entity, Moment
from shared.kit.sealing import Sealer

CLAIM = timedelta(minutes=1)  # longer than any request takes; after a crash the link works again


class Purpose(StrEnum):
    INVITATION = "invitation"
    PASSWORD_RESET = "password_reset"  # noqa: S105 (a purpose, not a password)


LIFE = {Purpose.INVITATION: timedelta(days=7), Purpose.PASSWORD_RESET: timedelta(hours=1)}


class Link(Entity):
    """`addressee` is the hash of the address it was sent to: a link does not outlive a change of address."""

    kind: Literal["link"] = "link"
    purpose: Purpose
    user_id: str
    addressee: str
    hashed: str
    sealed: str
    expires_at: Moment
    claimed_until: Moment | None = None
    ttl: int

    def is_open(self, secret: str, purpose: Purpose, now: datetime) -> bool:
        return self.purpose is purpose and self.expires_at > now and hmac.compare_digest(self.hashed, _hash(secret))


@dataclass(frozen=True, slots=True)
class Links:
    """`container` is partitioned by /userId."""

    container: Container
    sealer: Sealer
    now: Callable[[], datetime]

    async def ensure(self, link_id: str, purpose: Purpose, organisation_id: str, user_id: str, email: str) -> str:
        """The token of this link, made at the first call. Errors: LinkInvalid when it was used or has expired."""
        secret, now, life = secrets.token_urlsafe(32), self.now(), LIFE[purpose]
        link = Link(
            id=link_id,
            organisation_id=organisation_id,
            created_at=now,
            updated_at=now,
            created_by=user_id,
            purpose=purpose,
            user_id=user_id,
            addressee=_hash(email),
            hashed=_hash(secret),
            sealed=self.sealer.seal(secret),
            expires_at=now + life,
            ttl=int(life.total_seconds()) + 1,
        )
        try:
            await self.container.create(link.to_item())
        except AlreadyExists:
            known = await self._find(user_id, link_id)
            if known is None or not known.sealed or known.expires_at <= now:
                raise LinkInvalid from None
            secret = self.sealer.open(known.sealed)
        return f"{user_id}.{link_id}.{secret}"

    async def read(self, token: str, purpose: Purpose) -> Link:
        """The link, left as it is. Errors: LinkInvalid."""
        user_id, link_id, secret = _parts(token)
        link = await self._find(user_id, link_id)
        if link is None or not link.is_open(secret, purpose, self.now()):
            raise LinkInvalid
        return link

    async def claim(self, token: str, purpose: Purpose) -> Link:
        """Take the link, so that nobody else uses it meanwhile. Errors: LinkInvalid, RequestInProgress."""
        link, now = await self.read(token, purpose), self.now()
        if link.claimed_until is not None and link.claimed_until > now:
            raise RequestInProgress(retry_after=1)
        claimed = link.changed(now, claimed_until=now + CLAIM)
        try:
            return Link.from_item(await self.container.replace(claimed.to_item(), link.etag))
        except StaleVersion as error:
            raise RequestInProgress(retry_after=1) from error
        except NotFound as error:
            raise LinkInvalid from error

    def check_addressee(self, link: Link, email: str) -> None:
        """Errors: LinkInvalid when the person has another address by now."""
        if not hmac.compare_digest(link.addressee, _hash(email)):
            raise LinkInvalid

    async def spend(self, link: Link) -> None:
        """It has done what it was for. The item stays without its secret, so that a late job does not make the link again."""
        spent = link.changed(self.now(), hashed="", sealed="")
        try:
            await self.container.replace(spent.to_item(), link.etag)
        except (NotFound, StaleVersion):
            return

    async def release(self, link: Link) -> None:
        """Nothing came of it (the new password was refused, say): it may be used at once."""
        try:
            await self.container.replace(link.changed(self.now(), claimed_until=None).to_item(), link.etag)
        except (NotFound, StaleVersion):
            return

    async def _find(self, user_id: str, link_id: str) -> Link | None:
        if not is_id(user_id) or not is_id(link_id):
            return None
        item = await self.container.find(link_id, user_id)
        return Link.from_item(item) if item is not None and item["kind"] == "link" else None


def _parts(token: str) -> tuple[str, str, str]:
    """User, link, secret; empty where a part is missing."""
    user_id, _, rest = token.partition(".")
    link_id, _, secret = rest.partition(".")
    return user_id, link_id, secret


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
