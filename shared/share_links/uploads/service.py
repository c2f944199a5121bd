"""Upload links as those see them who make them. What their holders do is in visits.py."""

import asyncio
import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from shared.errors import FieldError, Invalid, NotFound, StaleVersion, Unavailable
from shared.identity.actor import Actor
from shared.identity.organisation_policies import SharingPolicy
from shared.kit.ids import new_id
from shared.kit.paging import Page, PageRequest
from shared.kit.repository import Activity
from shared.share_links.link import hash_of, new_secret, seconds_kept, token_of
from shared.share_links.making import REVOKE_ATTEMPTS, LinkService, beyond_policy
from shared.share_links.uploads.model import PAGE, UploadLink, UploadLinkDraft, UploadUse
from shared.share_links.uploads.ports import ReceiveDocuments
from shared.share_links.uploads.repository import UploadLinkRepository


@dataclass(frozen=True, slots=True)
class UploadLinkService(LinkService[UploadLink, UploadUse]):
    """A link is seen by who may write documents and sees its site; it belongs to the organisation (docs/adr/0010)."""

    page: ClassVar[str] = PAGE

    links: UploadLinkRepository
    documents: ReceiveDocuments

    async def create(self, actor: Actor, draft: UploadLinkDraft) -> tuple[UploadLink, SharingPolicy, str]:
        """With today's policy and the token, which is kept nowhere. Errors: Invalid for what the policy, the type or the actor's scope
        does not allow, DocumentTypeRetired.
        """
        policy, now = await self.policy_of(actor), self.now()
        if wrong := list(_beyond(actor, draft, policy, now)):
            raise Invalid(fields=wrong)
        await self.documents.check(actor, draft.site_id, draft.classification)
        secret = new_secret()
        link = UploadLink(
            id=new_id(),
            organisation_id=actor.organisation_id,
            created_at=now,
            updated_at=now,
            created_by=actor.user_id,
            note=draft.note,
            message=draft.message,
            expires_at=draft.expires_at,
            site_id=draft.site_id,
            classification=dict(draft.classification),
            title_rule=draft.title_rule,
            max_files=draft.max_files,
            max_bytes=draft.max_bytes,
            hashed=hash_of(secret),
            password_hash=await self.passwords.hash(draft.password) if draft.password is not None else None,
            ttl=seconds_kept(draft.expires_at, now),
        )
        facts = {name: link.to_item()[name] for name in ("siteId", "expiresAt", "maxFiles", "maxBytes")}
        activity = self._activity("created", link, actor, **facts, hasPassword=draft.password is not None)
        return await self.links.create(link, activity), policy, token_of(link, secret)

    async def get(self, actor: Actor, link_id: str) -> UploadLink:
        """Errors: NotFound, also for a link to a site outside the actor's scope."""
        link = await self.links.get(actor.organisation_id, link_id)
        if not actor.may_see_site(link.site_id):
            raise NotFound
        return link

    async def list_page(self, actor: Actor, request: PageRequest) -> tuple[Page[UploadLink], SharingPolicy]:
        """Also those that have ended. Errors: CursorInvalid."""
        return await asyncio.gather(self.links.list_seen(actor, request), self.policy_of(actor))

    async def revoke(self, actor: Actor, link_id: str) -> None:
        """It takes nothing more; a signed URL that it gave before works until it ends. Twice is fine. Errors: NotFound."""
        for _ in range(REVOKE_ATTEMPTS):
            link = await self.get(actor, link_id)
            if link.revoked_at is not None:
                return
            with contextlib.suppress(StaleVersion):  # used or revoked at this moment
                await self.links.replace(link.revoked(self.now()), self._activity("revoked", link, actor))
                return
        raise Unavailable(retry_after=1)

    def _activity(self, happened: str, link: UploadLink, actor: Actor, **data: Any) -> Activity:
        return Activity.of(f"upload_link.{happened}", link, actor=actor.user_id, at=self.now(), **data)


def _beyond(actor: Actor, draft: UploadLinkDraft, policy: SharingPolicy, now: datetime) -> Iterator[FieldError]:
    """What of this the organisation, or the actor's scope, does not allow."""
    yield from beyond_policy(draft.expires_at, draft.password, policy, now)
    if draft.site_id is None and actor.site_ids is not None:
        yield FieldError("siteId", "beyond_yours", "must be one of the sites that you may see")
