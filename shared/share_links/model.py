"""A link by which somebody without an account looks at or downloads one document, within what the organisation allows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal, Self

from shared.identity.organisation_policies import SharingPolicy
from shared.kit.repository import Activity
from shared.share_links.link import Link, LinkState, LinkUse, seconds_kept

PAGE = "/shared"


class Access(StrEnum):
    """`view`: pictures of the first pages, and not the file."""

    DOWNLOAD = "download"
    VIEW = "view"


@dataclass(frozen=True, slots=True)
class Terms:
    """What a link was given, narrowed to what the organisation allows today."""

    expires_at: datetime
    max_uses: int | None
    lacks_password: bool


class ShareLink(Link):
    """`revision` None is always the newest that is ready."""

    kind: Literal["shareLink"] = "shareLink"
    document_id: str
    revision: int | None
    access: Access = Access.DOWNLOAD
    max_uses: int | None
    uses: int = 0

    def terms(self, policy: SharingPolicy) -> Terms:
        limits = [limit for limit in (self.max_uses, policy.max_uses) if limit is not None]
        return Terms(
            expires_at=self.ends_at(policy),
            max_uses=min(limits) if limits else None,
            lacks_password=self.lacks_password(policy),
        )

    def state(self, terms: Terms, now: datetime) -> LinkState:
        if self.revoked_at is not None:
            return LinkState.REVOKED
        if now >= terms.expires_at:
            return LinkState.EXPIRED
        if terms.max_uses is not None and self.uses >= terms.max_uses:
            return LinkState.USED_UP
        return LinkState.SUSPENDED if terms.lacks_password else LinkState.ACTIVE

    def used(self, now: datetime) -> Self:
        """Nobody changed it, so `updated_at` stays."""
        return self.model_copy(
            update={"uses": self.uses + 1, "last_used_at": now, "ttl": seconds_kept(self.expires_at, now)}
        )

    def happened(self, what: str, by: str, at: datetime, **data: Any) -> Activity:
        """In the history of the document."""
        activity = Activity.of(f"share_link.{what}", self, actor=by, at=at, linkId=self.id, **data)
        return activity.model_copy(update={"subject_id": self.document_id})


class UseOutcome(StrEnum):
    DOWNLOADED = "downloaded"
    VIEWED = "viewed"
    PASSWORD_WRONG = "password_wrong"  # noqa: S105 (what happened)


class ShareUse(LinkUse):
    kind: Literal["shareUse"] = "shareUse"
    outcome: UseOutcome
    revision: int


@dataclass(frozen=True, slots=True)
class ShareLinkDraft:
    """`revision` None: always the newest; `max_uses` None: as often as the organisation allows."""

    expires_at: datetime
    revision: int | None
    password: str | None
    max_uses: int | None
    note: str
    access: Access = Access.DOWNLOAD
