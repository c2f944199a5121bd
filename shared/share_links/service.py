"""Links to documents as those see them who share. What their holders do is in visits.py."""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from shared.errors import FieldError, Invalid, NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.identity.organisation_policies import SharingPolicy
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.share_links.errors import NothingToShare
from shared.share_links.link import hash_of, new_secret, seconds_kept, token_of
from shared.share_links.making import REVOKE_ATTEMPTS, LinkService, beyond_policy
from shared.share_links.model import PAGE, ShareLink, ShareLinkDraft, ShareUse
from shared.share_links.ports import FindDocument
from shared.share_links.repository import ShareLinkRepository

REVOKED_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class ShareLinkService(LinkService[ShareLink, ShareUse]):
    """A link is seen by who may share and sees its document."""

    page: ClassVar[str] = PAGE

    links: ShareLinkRepository
    find_document: FindDocument

    async def create(
        self, actor: Actor, document_id: str, draft: ShareLinkDraft
    ) -> tuple[ShareLink, SharingPolicy, str]:
        """With today's policy and the token, which is kept nowhere. Errors: NotFound, NothingToShare, Invalid for what is not allowed."""
        document = await self.find_document(actor, document_id, draft.revision)
        policy, now = await self.policy_of(actor), self.now()
        if wrong := list(_beyond(draft, policy, now)):
            raise Invalid(fields=wrong)
        if document.shared_file is None:
            raise NothingToShare
        secret = new_secret()
        link = ShareLink(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            document_id=document.id,
            revision=draft.revision,
            access=draft.access,
            note=draft.note,
            expires_at=draft.expires_at,
            max_uses=draft.max_uses,
            hashed=hash_of(secret),
            password_hash=await self.passwords.hash(draft.password) if draft.password is not None else None,
            ttl=seconds_kept(draft.expires_at, now),
        )
        facts = {name: link.to_item()[name] for name in ("revision", "access", "expiresAt", "maxUses")}
        activity = link.happened("created", actor.user_id, now, **facts, hasPassword=draft.password is not None)
        return await self.links.create(link, activity), policy, token_of(link, secret)

    async def get(self, actor: Actor, link_id: str) -> ShareLink:
        """Errors: NotFound, also for a link to a document that the actor does not see."""
        link = await self.links.get(actor.organisation_id, link_id)
        await self.find_document(actor, link.document_id)
        return link

    async def list_page(
        self, actor: Actor, document_id: str, request: PageRequest
    ) -> tuple[Page[ShareLink], SharingPolicy]:
        """Also those that have ended. Errors: NotFound, CursorInvalid."""
        _, policy, page = await asyncio.gather(
            self.find_document(actor, document_id),
            self.policy_of(actor),
            self.links.list_of_document(actor.organisation_id, document_id, request),
        )
        return page, policy

    async def revoke(self, actor: Actor, link_id: str) -> None:
        """It works no more; a URL that it gave before does for its few minutes. Twice is fine. Errors: NotFound."""
        await self._end(await self.get(actor, link_id), actor)

    async def revoke_all(self, actor: Actor, document_id: str) -> None:
        """Every link to the document, also one that is made meanwhile. Errors: NotFound."""
        await self.find_document(actor, document_id)
        while found := await self.links.find_unrevoked(actor.organisation_id, document_id, REVOKED_AT_ONCE):
            for link in found:
                with contextlib.suppress(NotFound):  # it reached the end of its time on record
                    await self._end(link, actor)

    async def _end(self, link: ShareLink, actor: Actor) -> None:
        for _ in range(REVOKE_ATTEMPTS):
            if link.revoked_at is not None:
                return
            with contextlib.suppress(StaleVersion):  # used or revoked at this moment
                now = self.now()
                await self.links.replace(link.revoked(now), link.happened("revoked", actor.user_id, now))
                return
            link = await self.links.get(link.organisation_id, link.id)
        raise Unavailable(retry_after=1)


def _beyond(draft: ShareLinkDraft, policy: SharingPolicy, now: datetime) -> Iterator[FieldError]:
    """What of this the organisation does not allow."""
    yield from beyond_policy(draft.expires_at, draft.password, policy, now)
    if draft.max_uses is not None and policy.max_uses is not None and draft.max_uses > policy.max_uses:
        yield FieldError("maxUses", "out_of_range", f"must be at most {policy.max_uses}")
