"""Links to documents on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints
from pydantic.config import JsonDict

from shared.identity.names import visible
from shared.identity.organisation_policies import MAX_SHARE_USES, SharingPolicy
from shared.identity.passwords import MAX_LENGTH, GivenText
from shared.kit.http import ListQuery, PageOut
from shared.kit.model import In, Moment, Out
from shared.share_links.link import PASSWORD_MIN_LENGTH, LinkState
from shared.share_links.model import Access, ShareLink, ShareLinkDraft, ShareUse, UseOutcome

if TYPE_CHECKING:
    from shared.kit.blob_signing import SignedUrl
    from shared.share_links.visits import Look, Opened

MAX_TOKEN = 200  # characters; ours have about 100
LATEST: Literal["latest"] = "latest"
Latest = Literal["latest"]
LinkPassword = Annotated[
    str, StringConstraints(strip_whitespace=False, min_length=PASSWORD_MIN_LENGTH, max_length=MAX_LENGTH)
]
HIDDEN: JsonDict = {"format": "password", "writeOnly": True}


class ShareLinkIn(In):
    expires_at: AwareDatetime = Field(strict=True, description="at most as far ahead as the organisation allows")
    revision: Latest | Annotated[int, Field(ge=1, le=1_000_000, strict=True)] = Field(
        default=LATEST, description="one revision for good, or always the newest that is ready"
    )
    password: LinkPassword | None = Field(
        default=None,
        repr=False,
        json_schema_extra=HIDDEN,
        description="null: none, where the organisation allows that",
    )
    max_uses: Annotated[int, Field(ge=1, le=MAX_SHARE_USES, strict=True)] | None = Field(
        default=None, description="downloads and looks together; null: as many as the organisation allows"
    )
    note: Annotated[str, Field(max_length=300), AfterValidator(visible)] = Field(
        default="", description="for colleagues: whom the link is for"
    )
    access: Access = Field(default=Access.DOWNLOAD, description="view: pictures of the first pages, and not the file")

    def to_draft(self) -> ShareLinkDraft:
        revision = None if self.revision == LATEST else int(self.revision)
        return ShareLinkDraft(self.expires_at, revision, self.password, self.max_uses, self.note, self.access)


class ShareLinkList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class ShareLinkOut(Out):
    id: str
    document_id: str
    revision: Latest | int
    access: Access
    note: str
    state: LinkState = Field(description="suspended: the organisation asks for a password by now, and it has none")
    expires_at: Moment = Field(description="as the organisation's policy is today")
    max_uses: int | None = Field(description="as the organisation's policy is today; null: as often as one likes")
    uses: int
    last_used_at: Moment | None
    has_password: bool
    created_at: Moment
    created_by: str
    revoked_at: Moment | None

    @classmethod
    def of(cls, link: ShareLink, policy: SharingPolicy, now: datetime, **more: str) -> Self:
        terms = link.terms(policy)
        facts = {
            "id": link.id,
            "document_id": link.document_id,
            "revision": LATEST if link.revision is None else link.revision,
            "access": link.access,
            "note": link.note,
            "state": link.state(terms, now),
            "expires_at": terms.expires_at,
            "max_uses": terms.max_uses,
            "uses": link.uses,
            "last_used_at": link.last_used_at,
            "has_password": link.password_hash is not None,
            "created_at": link.created_at,
            "created_by": link.created_by,
            "revoked_at": link.revoked_at,
        }
        return cls.model_validate({**facts, **more})


class NewShareLinkOut(ShareLinkOut):
    token: str = Field(description="what `read_shared` and `download_shared` take; shown this once")
    url: str = Field(description="the link for people; shown this once")


class ShareLinkPage(PageOut):
    items: list[ShareLinkOut]


class ShareUseOut(Out):
    id: str
    at: Moment
    outcome: UseOutcome
    revision: int
    network: str = Field(description="IPv4 /24 or IPv6 /64 it came from")
    device: str

    @classmethod
    def of(cls, use: ShareUse) -> Self:
        return cls(
            id=use.id,
            at=use.created_at,
            outcome=use.outcome,
            revision=use.revision,
            network=use.network,
            device=use.device,
        )


class ShareUsePage(PageOut):
    items: list[ShareUseOut]


class SharedIn(In):
    token: str = Field(min_length=1, max_length=MAX_TOKEN, repr=False, description="what stands behind # in the link")


class SharedDownloadIn(SharedIn):
    password: GivenText | None = Field(default=None, repr=False, json_schema_extra=HIDDEN)


class SharedViewIn(SharedDownloadIn):
    passed: str | None = Field(
        default=None,
        max_length=500,
        repr=False,
        description="what `view_shared` answered: fresh URLs for what was opened, without password and not counted",
    )


class SharedOut(Out):
    organisation_name: str
    title: str
    file_name: str
    size_bytes: int
    revision: int
    is_newest: bool = Field(description="false: the document has a newer revision than the one shared")
    pages_to_view: int = Field(description="pictures of pages that `view_shared` gives; 0: there are none")
    may_download: bool
    needs_password: bool
    expires_at: Moment

    @classmethod
    def of(cls, opened: Opened) -> Self:
        return cls(
            organisation_name=opened.organisation_name,
            title=opened.document.title,
            file_name=opened.file.file_name,
            size_bytes=opened.file.size_bytes,
            revision=opened.file.revision,
            is_newest=opened.file.revision == opened.document.newest,
            pages_to_view=opened.file.pictures,
            may_download=opened.link.access is Access.DOWNLOAD,
            needs_password=opened.link.password_hash is not None,
            expires_at=opened.terms.expires_at,
        )


class SharedDownloadOut(Out):
    url: str
    expires_at: Moment
    file_name: str
    size_bytes: int
    sha256: str

    @classmethod
    def of(cls, opened: Opened, signed: SignedUrl) -> Self:
        file = opened.file
        return cls(
            url=signed.url,
            expires_at=signed.expires_at,
            file_name=file.file_name,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
        )


class SharedPictureOut(Out):
    number: int
    url: str
    expires_at: Moment


class SharedViewOut(Out):
    pages: list[SharedPictureOut]
    passed: str = Field(description="good for an hour from the look that was counted")

    @classmethod
    def of(cls, look: Look) -> Self:
        pages = [
            SharedPictureOut(number=number, url=one.url, expires_at=one.expires_at)
            for number, one in enumerate(look.pages, 1)
        ]
        return cls(pages=pages, passed=look.passed)
