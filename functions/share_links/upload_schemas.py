"""Upload links on the wire, for those who make them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import AfterValidator, AwareDatetime, Field

from functions.share_links.schemas import HIDDEN, LinkPassword
from shared.document_types.fields import MAX_FIELDS
from shared.documents.tags import Tags
from shared.documents.titles import Title
from shared.identity.names import visible
from shared.kit.http import ListQuery, PageOut
from shared.kit.ids import Id
from shared.kit.model import In, Moment, Out
from shared.share_links.link import LinkState
from shared.share_links.uploads.model import MAX_FILES, PLACEHOLDERS, TITLE_RULE, UploadLinkDraft, UploadUseOutcome

if TYPE_CHECKING:
    from shared.identity.organisation_policies import SharingPolicy
    from shared.share_links.uploads.model import UploadLink, UploadUse

MAX_BYTES = 10 * 1024**4
_BRACED = re.compile(r"\{[^{}]*\}")
_PRESET = ("type_id", "discipline", "tags", "fields")


def _title_rule(rule: str) -> str:
    """Errors: ValueError for placeholders that there are not."""
    if unknown := [found for found in _BRACED.findall(rule) if found not in PLACEHOLDERS]:
        raise ValueError(f"{unknown[0]} is not among {', '.join(PLACEHOLDERS)}")
    return rule


class UploadLinkIn(In):
    expires_at: AwareDatetime = Field(strict=True, description="at most as far ahead as the organisation allows")
    password: LinkPassword | None = Field(default=None, repr=False, json_schema_extra=HIDDEN)
    max_files: int = Field(default=20, ge=1, le=MAX_FILES, strict=True)
    max_bytes: int = Field(ge=1, le=MAX_BYTES, strict=True, description="of all files together")
    site_id: Id | None = Field(default=None, description="where they go")
    type_id: Id | None = None
    discipline: Annotated[str, Field(min_length=1, max_length=10)] | None = None
    tags: Tags = ()
    fields: dict[str, Any] | None = Field(default=None, max_length=MAX_FIELDS, description="custom fields of the type")
    title_rule: Annotated[Title, AfterValidator(_title_rule)] = Field(
        default=TITLE_RULE, description="of titles: text with {file}, {number} and {date}"
    )
    message: Annotated[str, Field(max_length=1000), AfterValidator(visible)] = Field(
        default="", description="for those who get the link"
    )
    note: Annotated[str, Field(max_length=300), AfterValidator(visible)] = Field(
        default="", description="for colleagues: whom the link is for"
    )

    def to_draft(self) -> UploadLinkDraft:
        said = {name: getattr(self, name) for name in _PRESET}
        return UploadLinkDraft(
            expires_at=self.expires_at,
            password=self.password,
            site_id=self.site_id,
            max_files=self.max_files,
            max_bytes=self.max_bytes,
            title_rule=self.title_rule,
            message=self.message,
            note=self.note,
            classification={name: value for name, value in said.items() if value not in (None, ())},
        )


class UploadLinkList(ListQuery):
    sort: Literal["createdAt", "-createdAt"] = "-createdAt"


class UploadLinkOut(Out):
    id: str
    state: LinkState
    note: str
    message: str
    site_id: str | None
    type_id: str | None
    discipline: str | None
    tags: list[str]
    fields: dict[str, Any]
    title_rule: str
    expires_at: Moment = Field(description="as the organisation's policy is today")
    max_files: int
    max_bytes: int
    files: int = Field(description="announced so far")
    bytes: int = Field(description="announced so far")
    last_used_at: Moment | None
    has_password: bool
    created_at: Moment
    created_by: str
    revoked_at: Moment | None

    @classmethod
    def of(cls, link: UploadLink, policy: SharingPolicy, now: datetime, **more: str) -> Self:
        names = ("id", "note", "message", "site_id", "title_rule", "max_files", "max_bytes", "files", "bytes")
        times = ("last_used_at", "created_at", "created_by", "revoked_at")
        preset = link.classification
        facts = {
            **{name: getattr(link, name) for name in (*names, *times)},
            "state": link.state(policy, now),
            "type_id": preset.get("type_id"),
            "discipline": preset.get("discipline"),
            "tags": preset.get("tags", []),
            "fields": preset.get("fields", {}),
            "expires_at": link.ends_at(policy),
            "has_password": link.password_hash is not None,
        }
        return cls.model_validate({**facts, **more})


class NewUploadLinkOut(UploadLinkOut):
    token: str = Field(description="what the calls of its holder take; shown this once")
    url: str = Field(description="the link for people; shown this once")


class UploadLinkPage(PageOut):
    items: list[UploadLinkOut]


class UploadUseOut(Out):
    id: str
    at: Moment
    outcome: UploadUseOutcome
    document_id: str | None
    network: str = Field(description="IPv4 /24 or IPv6 /64 it came from")
    device: str

    @classmethod
    def of(cls, use: UploadUse) -> Self:
        names = ("id", "outcome", "document_id", "network", "device")
        return cls(at=use.created_at, **{name: getattr(use, name) for name in names})


class UploadUsePage(PageOut):
    items: list[UploadUseOut]
